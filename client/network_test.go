// This file tests what happens below HTTP: each fault at a real peer, the connections counted there, and the cause told.

package client_test

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// way is what a fault below HTTP comes to.
type way struct {
	Stage       client.Stage
	Cause       client.Cause
	Connections int // made, retries included
}

var wayTable = []struct {
	name string
	peer func(*testing.T) *clienttest.Peer
	want way
}{
	{"silent", func(t *testing.T) *clienttest.Peer { return clienttest.Silent(t) }, way{client.StageNetwork, client.CauseTimedOut, 4}},
	{"broken off", func(t *testing.T) *clienttest.Peer {
		return clienttest.NewPeer(t, func(conn net.Conn) { _, _ = http.ReadRequest(bufio.NewReader(conn)) })
	}, way{client.StageNetwork, client.CauseBroken, 4}},
	{"untrusted authority", func(t *testing.T) *clienttest.Peer {
		return clienttest.Encrypted(t, http.NotFoundHandler())
	}, way{client.StageNetwork, client.CauseUntrusted, 1}},
	{"101", saying("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"), way{client.StageService, client.CauseProtocol, 1}},
	{"101 without upgrade", saying("HTTP/1.1 101 Switching Protocols\r\n\r\n"), way{client.StageService, client.CauseProtocol, 1}},
	{"102 and nothing more", saying("HTTP/1.1 102 Processing\r\n\r\n"), way{client.StageService, client.CauseProtocol, 1}},
	{"199, then the end", func(t *testing.T) *clienttest.Peer {
		return clienttest.NewPeer(t, func(conn net.Conn) {
			_, _ = http.ReadRequest(bufio.NewReader(conn))
			_, _ = io.WriteString(conn, "HTTP/1.1 199 X\r\n\r\n")
		})
	}, way{client.StageService, client.CauseProtocol, 1}},
	{"103 without end", func(t *testing.T) *clienttest.Peer {
		return clienttest.NewPeer(t, func(conn net.Conn) {
			_, _ = http.ReadRequest(bufio.NewReader(conn)) // what comes before it belongs to no request
			for {
				if _, err := io.WriteString(conn, "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n"); err != nil {
					return
				}
			}
		})
	}, way{client.StageService, client.CauseProtocol, 1}},
	{"no HTTP", saying("SSH-2.0-OpenSSH_9.6\r\n"), way{client.StageNetwork, client.CauseProtocol, 1}},
	{"TLS asked of a peer without", func(t *testing.T) *clienttest.Peer {
		return clienttest.NewPeer(t, func(conn net.Conn) { _, _ = io.WriteString(conn, "HTTP/1.1 400 Bad Request\r\n\r\n") })
	}, way{client.StageNetwork, client.CauseTLS, 1}},
}

func saying(text string) func(*testing.T) *clienttest.Peer {
	return func(t *testing.T) *clienttest.Peer { return clienttest.Saying(t, text) }
}

func TestWayTable(t *testing.T) {
	for _, row := range wayTable {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			peer := row.peer(t)
			address := peer.URL()
			if row.want.Cause == client.CauseTLS {
				address = strings.Replace(address, "http:", "https:", 1)
			}
			allowed := 2 * time.Second // a slow machine's handshake included
			if row.want.Cause == client.CauseTimedOut {
				allowed = 50 * time.Millisecond
			}
			c := newClient(t, address, client.StaticToken("hemmelig-token"), client.WithTimeout(allowed))
			_, err := hent(context.Background(), c, clienttest.OneOpen)
			e := asError(t, err)
			got := way{e.Stage, e.Cause, peer.Connections()}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got): %v\n%s", err, diff)
			}
			if e.Message == "" || e.Remedy == "" || e.Attempts != got.Connections {
				t.Errorf("message, remedy or attempts: %+v", e)
			}
			if !errors.Is(err, row.want.Stage) || !errors.Is(err, row.want.Cause) || errors.Is(err, client.CauseOther) {
				t.Errorf("errors.Is does not find stage and cause of %v", err)
			}
		})
	}
}

func TestNothingListens(t *testing.T) {
	c := newClient(t, clienttest.Refusing(t), client.StaticToken("t"))
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	e := asError(t, err)
	want := "network: HentStatus: the connection was refused"
	if e.Cause != client.CauseRefused || e.Attempts != 4 || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "(after 4 attempts)") {
		t.Errorf("%v", err)
	}
}

// Informational answers before the real one are passed over (RFC 9110, 15.2).
func TestInformationalAnswersArePassedOver(t *testing.T) {
	body := goodXML()
	peer := clienttest.Saying(t, "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n"+
		fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n%s", len(body), body))
	response, err := hent(context.Background(), newClient(t, peer.URL(), client.StaticToken("t")), clienttest.OneOpen)
	if err != nil || len(response.Value.Terminer) != 1 || peer.Connections() != 1 {
		t.Errorf("%v, %d connections", err, peer.Connections())
	}
}

// A certificate for another host, and one that is trusted.
func TestCertificates(t *testing.T) {
	peer := clienttest.Encrypted(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, goodXML()) }))
	for name, want := range map[string]client.Cause{"": "", "api.skatteetaten.no": client.CauseCertificate} {
		config := &tls.Config{RootCAs: peer.Roots(), ServerName: name, MinVersion: tls.VersionTLS12}
		c := newClient(t, peer.URL(), client.StaticToken("t"), client.WithTransport(&http.Transport{TLSClientConfig: config}))
		before := peer.Connections()
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		if (err != nil) != (want != "") || want != "" && asError(t, err).Cause != want || peer.Connections()-before != 1 {
			t.Errorf("server name %q: %d connections, %v", name, peer.Connections()-before, err)
		}
	}
}

// A failure of a proxy is distinguished from a failure of the service.
func TestProxies(t *testing.T) {
	for _, row := range []struct {
		name     string
		answer   string
		attempts int
	}{
		{"wants a password", "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n", 1},
		{"forbids", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", 1},
		{"has no way there", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", 4},
		{"is not there", "", 4},
	} {
		address, connections := clienttest.Refusing(t), func() int { return row.attempts }
		if row.answer != "" {
			peer := clienttest.Saying(t, row.answer)
			address, connections = peer.URL(), peer.Connections
		}
		proxy, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		c := newClient(t, "https://api.example.no", client.StaticToken("t"),
			client.WithTransport(&http.Transport{Proxy: http.ProxyURL(proxy)}))
		_, err = hent(context.Background(), c, clienttest.OneOpen)
		e := asError(t, err)
		if e.Stage != client.StageNetwork || e.Cause != client.CauseProxy || e.Attempts != row.attempts || connections() != row.attempts {
			t.Errorf("%s: %s, %d attempts, %d connections: %v", row.name, e.Cause, e.Attempts, connections(), err)
		}
	}
}

// Errors that cannot be provoked on loopback.
func TestCausesOfErrors(t *testing.T) {
	for _, row := range []struct {
		err      error
		cause    client.Cause
		attempts int
	}{
		{&net.DNSError{Err: "no such host", Name: "api.example.no", IsNotFound: true}, client.CauseHostUnknown, 1},
		{&net.DNSError{Err: "server misbehaving", Name: "api.example.no", IsTemporary: true}, client.CauseNameServer, 4},
		{&net.OpError{Op: "remote error", Err: errors.New("tls: handshake failure")}, client.CauseTLS, 1},
		{fmt.Errorf("Get: %w", errors.New("tls: server selected unsupported protocol version 301")), client.CauseTLS, 1},
		{&net.OpError{Op: "dial", Err: context.DeadlineExceeded}, client.CauseTimedOut, 4},
		{errors.New("something else"), client.CauseNetwork, 4},
	} {
		c := answering(t, func(*http.Request) (*http.Response, error) { return nil, row.err })
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		if e := asError(t, err); e.Cause != row.cause || e.Attempts != row.attempts || !errors.Is(err, row.err) {
			t.Errorf("%v: %s after %d attempts", row.err, e.Cause, e.Attempts)
		}
	}
}

// Every cause is listed once and has a text of its own.
func TestCauses(t *testing.T) {
	seen := map[client.Cause]bool{}
	for _, cause := range client.Causes() {
		if seen[cause] || cause == "" || strings.ContainsAny(string(cause), " _.") || cause.Error() != string(cause) {
			t.Errorf("cause %q", cause)
		}
		seen[cause] = true
	}
}
