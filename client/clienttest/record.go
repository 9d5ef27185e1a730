// This file counts what was asked, so that tests can say how often.

package clienttest

import (
	"slices"
	"sync"
)

// Endpoint is one of the places that can be asked.
type Endpoint string

// The endpoints.
const (
	TokenEndpoint              Endpoint = "token"
	StatusEndpoint             Endpoint = "status"
	FristerEndpoint            Endpoint = "frister"
	MeldingsopplysningEndpoint Endpoint = "meldingsopplysning"
)

// Request is one request that arrived.
type Request struct {
	Endpoint     Endpoint
	Organisation string // asked about, or acted for
	Status       int    // answered with, 0 when the connection was dropped instead
}

// record holds what arrived.
type record struct {
	mu          sync.Mutex
	requests    []Request
	inFlight    map[Endpoint]int
	maxInFlight map[Endpoint]int
	misdirected int
	secrets     []string
}

// begin notes a request; the function it returns notes how it ended.
func (r *record) begin(at Endpoint, organisation string) (end func(status int)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.inFlight == nil {
		r.inFlight, r.maxInFlight = map[Endpoint]int{}, map[Endpoint]int{}
	}
	r.inFlight[at]++
	r.maxInFlight[at] = max(r.maxInFlight[at], r.inFlight[at])
	index := len(r.requests)
	r.requests = append(r.requests, Request{Endpoint: at, Organisation: organisation})
	return func(status int) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.inFlight[at]--
		if index < len(r.requests) {
			r.requests[index].Status = status
		}
	}
}

func (r *record) misdirect() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.misdirected++
}

func (r *record) secret(text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.secrets = append(r.secrets, text)
}

// Requests are the requests that arrived at an endpoint, in order of arrival.
func (s *Server) Requests(at Endpoint) []Request {
	s.record.mu.Lock()
	defer s.record.mu.Unlock()
	var requests []Request
	for _, request := range s.record.requests {
		if request.Endpoint == at {
			requests = append(requests, request)
		}
	}
	return requests
}

// Count is the number of requests that arrived at an endpoint.
func (s *Server) Count(at Endpoint) int { return len(s.Requests(at)) }

// CountFor is the number of requests for an organisation that arrived at an endpoint.
func (s *Server) CountFor(at Endpoint, organisation string) int {
	count := 0
	for _, request := range s.Requests(at) {
		if request.Organisation == organisation {
			count++
		}
	}
	return count
}

// MaxInFlight is the greatest number of requests that were at an endpoint at the same time.
func (s *Server) MaxInFlight(at Endpoint) int {
	s.record.mu.Lock()
	defer s.record.mu.Unlock()
	return s.record.maxInFlight[at]
}

// Misdirected is the number of requests whose token was for another organisation than the one asked about.
func (s *Server) Misdirected() int {
	s.record.mu.Lock()
	defer s.record.mu.Unlock()
	return s.record.misdirected
}

// Secrets are all tokens handed out and all assertions received, for tests that search output for them.
func (s *Server) Secrets() []string {
	s.record.mu.Lock()
	defer s.record.mu.Unlock()
	return slices.Clone(s.record.secrets)
}
