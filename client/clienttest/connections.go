// This file holds servers that fail below HTTP: each answers every connection in one way, and counts them.

package clienttest

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
)

// Peer is a server that speaks HTTP badly or not at all. Close it at the end.
type Peer struct {
	listener    net.Listener
	scheme      string
	connections atomic.Int32
	mu          sync.Mutex
	open        map[net.Conn]bool
	running     sync.WaitGroup
	roots       *x509.CertPool
}

// URL is where the peer listens.
func (p *Peer) URL() string { return p.scheme + "://" + p.listener.Addr().String() }

// Connections is the number of connections that were made to it.
func (p *Peer) Connections() int { return int(p.connections.Load()) }

// Roots are the authorities behind its certificate, nil where it has none.
func (p *Peer) Roots() *x509.CertPool { return p.roots }

// Close ends the peer and its connections.
func (p *Peer) Close() {
	_ = p.listener.Close()
	p.mu.Lock()
	for conn := range p.open {
		_ = conn.Close()
	}
	p.mu.Unlock()
	p.running.Wait()
}

// NewPeer starts a peer on loopback that hands each connection to serve, which may keep it open: it is closed with the peer, or when
// serve returns.
func NewPeer(t TB, serve func(net.Conn)) *Peer {
	t.Helper()
	return startPeer(t, "http", nil, serve)
}

func startPeer(t TB, scheme string, roots *x509.CertPool, serve func(net.Conn)) *Peer {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Peer{listener: listener, scheme: scheme, open: map[net.Conn]bool{}, roots: roots}
	p.running.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			p.connections.Add(1)
			p.mu.Lock()
			p.open[conn] = true
			p.mu.Unlock()
			p.running.Go(func() {
				serve(conn)
				_ = conn.Close()
			})
		}
	})
	t.Cleanup(p.Close)
	return p
}

// Saying is a peer that reads a request's header, writes these bytes, and then keeps the connection open and silent.
func Saying(t TB, text string) *Peer {
	t.Helper()
	return NewPeer(t, func(conn net.Conn) {
		if _, err := http.ReadRequest(bufio.NewReader(conn)); err == nil {
			_, _ = io.WriteString(conn, text)
			_, _ = io.Copy(io.Discard, conn)
		}
	})
}

// Silent is a peer that takes connections and never says a word.
func Silent(t TB) *Peer {
	t.Helper()
	return NewPeer(t, func(conn net.Conn) { _, _ = io.Copy(io.Discard, conn) })
}

// Refusing is the URL of a port of loopback where nothing listens.
func Refusing(t TB) string {
	t.Helper()
	p := Silent(t)
	p.Close()
	return p.URL()
}

// Encrypted is a peer that speaks TLS with a certificate for 127.0.0.1 of an authority that nobody trusts, and hands what comes
// through to handler.
func Encrypted(t TB, handler http.Handler) *Peer {
	t.Helper()
	server := httptest.NewTLSServer(http.NotFoundHandler())
	defer server.Close()
	roots := x509.NewCertPool()
	roots.AddCert(server.Certificate())
	config := &tls.Config{Certificates: server.TLS.Certificates, MinVersion: tls.VersionTLS12}
	return startPeer(t, "https", roots, func(conn net.Conn) {
		encrypted := tls.Server(conn, config)
		if encrypted.Handshake() != nil {
			return
		}
		_ = http.Serve(newOnce(encrypted), handler) // ends when the connection does
	})
}

// once is a listener with one connection.
type once struct {
	net.Conn
	taken chan struct{}
	ended chan struct{}
	end   sync.Once
}

func newOnce(conn net.Conn) *once {
	o := &once{Conn: conn, taken: make(chan struct{}, 1), ended: make(chan struct{})}
	o.taken <- struct{}{}
	return o
}

// Accept hands out the connection, and waits for its end.
func (o *once) Accept() (net.Conn, error) {
	select {
	case <-o.taken:
		return o, nil
	case <-o.ended:
		return nil, net.ErrClosed
	}
}

// Close closes the connection.
func (o *once) Close() error {
	o.end.Do(func() { close(o.ended) })
	return o.Conn.Close()
}

// Addr is where the connection came in.
func (o *once) Addr() net.Addr { return o.LocalAddr() }
