// This file measures what a call costs over plain net/http: the same request, with the same token, on loopback, read whole.

package client_test

import (
	"context"
	"io"
	"net/http"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// BenchmarkCall compares in one run: plain is net/http alone, call is the whole client, document read.
func BenchmarkCall(b *testing.B) {
	s := newStack(b)
	token, err := s.tokens.Token(context.Background(), client.TokenRequest{Scope: clienttest.Scope, OnBehalfOf: clienttest.OneOpen})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("plain", func(b *testing.B) {
		transport := http.DefaultTransport.(*http.Transport).Clone()
		defer transport.CloseIdleConnections()
		plain := &http.Client{Transport: transport}
		b.ReportAllocs()
		for b.Loop() {
			if err := get(plain, s.server.URL()+clienttest.StatusPath+clienttest.OneOpen, token.Reveal()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("call", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// get is the exchange as net/http does it.
func get(h *http.Client, url, token string) error {
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
	_, err = io.ReadAll(response.Body)
	return err
}
