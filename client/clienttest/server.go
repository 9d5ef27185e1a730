// This file holds the Server: two HTTP servers on loopback, their settings, and their end.

// Package clienttest runs Maskinporten and the services (the status service, Frister API, Mva meldingsopplysning) inside the process,
// to test programs against, as net/http/httptest does for HTTP. Nothing it serves is real: organisations are synthetic, keys are made anew in each process.
//
// Maskinporten verifies grants as the real one does (signature, audience, times, jti, scope, key id or certificate chain, no
// claim it does not know) and refuses with the same codes. The service checks that a token is for the organisation asked about,
// and answers in XML and JSON. Faults are injected with [Server.Inject]; everything asked is counted.
//
//	server := clienttest.New(t)
//	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
//	tokens, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key)
//	c, err := statusclient.New(server.URL(), tokens)
package clienttest

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/frist"
)

// Scope is the scope that the status service asks for.
const Scope = "skatteetaten:mvameldinginnsendingsstatus"

// StatusPath is the path of the status service, to be followed by an organisation number.
const StatusPath = "/api/mva/grensesnittstoette/innsyn/melding/innsending/status/v1/"

// Server is Maskinporten and the status service, each on a port of its own. All methods are safe for concurrent use.
type Server struct {
	settings
	maskinporten, status *http.Server
	issuer, url          string
	handlers             sync.WaitGroup // requests being answered
	serving              sync.WaitGroup // listeners being served
	faults               faults
	record               record
	issued               issued
	mu                   sync.Mutex // guards what follows
	now                  func() time.Time
	clients              map[string]Client
	taxpayers            map[string]Taxpayer
	documents            map[string]document
	consents             map[string]consent // by token
}

// Option sets something about a Server.
type Option func(*settings)

type settings struct {
	maskinportenAddress, statusAddress string
	clock                              func() time.Time
	tokenLife                          time.Duration
	initial                            []Taxpayer
	builtIn                            bool
}

// WithAddresses listens at these addresses instead of free ports of 127.0.0.1.
func WithAddresses(maskinporten, status string) Option {
	return func(s *settings) { s.maskinportenAddress, s.statusAddress = maskinporten, status }
}

// WithClock sets the clock of both servers. Default: time.Now. The deadlines of the built-in taxpayers follow it; days are those of Oslo.
func WithClock(now func() time.Time) Option { return func(s *settings) { s.clock = now } }

// WithTokenLife sets how long tokens live. Default two minutes, as is usual for the real service.
func WithTokenLife(life time.Duration) Option { return func(s *settings) { s.tokenLife = life } }

// WithTaxpayers serves these taxpayers instead of the built-in ones.
func WithTaxpayers(taxpayers ...Taxpayer) Option {
	return func(s *settings) { s.initial, s.builtIn = taxpayers, false }
}

// TB is the part of testing.TB that New needs, so that programs that are no tests need not link package testing.
type TB interface {
	Helper()
	Fatal(args ...any)
	Cleanup(func())
}

// New starts a Server that ends with the test.
func New(t TB, opts ...Option) *Server {
	t.Helper()
	server, err := Start(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	return server
}

// Start starts a Server; the caller closes it.
func Start(opts ...Option) (*Server, error) {
	s := &Server{clients: map[string]Client{}, taxpayers: map[string]Taxpayer{}, documents: map[string]document{}, consents: map[string]consent{}}
	s.settings = settings{
		maskinportenAddress: "127.0.0.1:0", statusAddress: "127.0.0.1:0",
		clock: time.Now, tokenLife: 2 * time.Minute, builtIn: true,
	}
	for _, opt := range opts {
		opt(&s.settings)
	}
	s.now = s.clock
	if s.builtIn {
		s.initial = BuiltIn(s.now())
	}
	s.Add(s.initial...)
	own, err := builtInClient()
	if err != nil {
		return nil, fmt.Errorf("clienttest: making keys: %w", err)
	}
	s.Register(own)
	return s, s.listen()
}

// listen starts both servers, or neither.
func (s *Server) listen() error {
	first, err := net.Listen("tcp", s.maskinportenAddress)
	if err != nil {
		return fmt.Errorf("clienttest: %w", err)
	}
	second, err := net.Listen("tcp", s.statusAddress)
	if err != nil {
		_ = first.Close() // it served nothing yet
		return fmt.Errorf("clienttest: %w", err)
	}
	s.issuer = "http://" + first.Addr().String() + "/"
	s.url = "http://" + second.Addr().String()
	s.maskinporten = s.serve(first, s.maskinportenHandler())
	s.status = s.serve(second, s.statusHandler())
	return nil
}

func (s *Server) serve(listener net.Listener, handler http.Handler) *http.Server {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ErrorLog: log.New(io.Discard, "", 0)}
	s.serving.Go(func() { _ = server.Serve(listener) }) // always ends with ErrServerClosed, by Close
	return server
}

// Close ends both servers, open connections too, and waits until nothing of them runs.
func (s *Server) Close() {
	for _, server := range []*http.Server{s.maskinporten, s.status} {
		_ = server.Close() // what it cannot close is closed already
	}
	s.serving.Wait()
	s.handlers.Wait()
}

// URL is the base URL of the status service.
func (s *Server) URL() string { return s.url }

// Issuer is Maskinporten's issuer, with the closing slash.
func (s *Server) Issuer() string { return s.issuer }

// TokenURL is Maskinporten's token endpoint.
func (s *Server) TokenURL() string { return s.issuer + "token" }

// SetClock changes the clock of both servers.
func (s *Server) SetClock(now func() time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = now
}

// Skew makes both servers' clocks differ from the local one: ahead of it, or behind it if negative.
func (s *Server) Skew(ahead time.Duration) {
	s.SetClock(func() time.Time { return time.Now().Add(ahead) })
}

// time is what the servers' clock shows, where the authority counts days.
func (s *Server) time() time.Time {
	s.mu.Lock()
	now := s.now
	s.mu.Unlock()
	return now().In(frist.Oslo())
}

// endpoint wraps the handler of an endpoint with the counting and the faults, in this order: a dropped request counts.
func (s *Server) endpoint(at Endpoint, organisation func(*http.Request) string, handler http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.handlers.Add(1)
		defer s.handlers.Done()
		asked := organisation(r)
		end := s.record.begin(at, asked)
		seen := &statusWriter{ResponseWriter: w}
		defer func() { end(seen.status) }()
		w.Header().Set("Date", s.time().UTC().Format(http.TimeFormat))
		s.faults.apply(s, at, asked, handler).ServeHTTP(seen, r)
	})
}

// statusWriter remembers the status that was sent; zero when the connection was dropped before.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(data []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(data)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// wait waits for d or until the request is over.
func wait(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
