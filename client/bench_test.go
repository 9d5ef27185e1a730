// This file measures what a call costs over the same thing by hand: net/http with the same request and token on loopback, and the
// document read by package xsd.

package client_test

import (
	"context"
	"io"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// BenchmarkCall makes both exchanges in turn, so that whatever else the machine does meets both alike, and reports the medians:
// of the exchange by hand, of the call, and what the call takes more, in per cent.
func BenchmarkCall(b *testing.B) {
	s := newStack(b)
	token, err := s.tokens.Token(context.Background(), client.TokenRequest{Scope: clienttest.Scope, OnBehalfOf: clienttest.OneOpen})
	if err != nil {
		b.Fatal(err)
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	defer transport.CloseIdleConnections()
	plain := &http.Client{Transport: transport}
	url := s.server.URL() + clienttest.StatusPath + clienttest.OneOpen
	var plains, calls []time.Duration
	for b.Loop() {
		begun := time.Now()
		if err := byHand(plain, url, token.Reveal()); err != nil {
			b.Fatal(err)
		}
		between := time.Now()
		if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
			b.Fatal(err)
		}
		plains, calls = append(plains, between.Sub(begun)), append(calls, time.Since(between))
	}
	alone, whole := median(plains), median(calls)
	b.ReportMetric(float64(alone.Nanoseconds()), "by-hand-ns/op")
	b.ReportMetric(float64(whole.Nanoseconds()), "call-ns/op")
	b.ReportMetric(100*(float64(whole)/float64(alone)-1), "overhead-%")
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

// byHand is a call as one would write it without a client: no retries, no limits, no second thought about the answer.
func byHand(h *http.Client, url, token string) error {
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/xml")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := h.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	var document status
	var deviations xsd.Violations
	return xsd.UnmarshalXML(body, &document, xsd.Tolerant(&deviations))
}
