// This file shows the client in use, from a private key to the status.

package client_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
)

// settings are what one's own program reads from its configuration.
type settings struct {
	issuer, baseURL, clientID, keyID string
	keyPEM                           []byte
}

// sandbox stands in for the real service in the examples.
func sandbox() (settings, func()) {
	server, err := clienttest.Start(clienttest.WithClock(func() time.Time { return time.Date(2026, 4, 1, 9, 0, 0, 0, time.Local) }))
	if err != nil {
		log.Fatal(err)
	}
	server.SetClock(time.Now)
	return settings{server.Issuer(), server.URL(), server.ClientID(), server.KeyID(), server.KeyPEM()}, server.Close
}

// From a PEM key to the open terms of an organisation. maskinporten.Test() and maskinporten.Production() are the real
// environments; error handling is left out to show the steps.
func Example() {
	s, end := sandbox()
	defer end()

	key, _ := maskinporten.KeyFromPEM(s.keyPEM, maskinporten.KeyID(s.keyID))
	tokens, _ := maskinporten.New(maskinporten.Environment{Issuer: s.issuer}, s.clientID, key)
	defer tokens.Close()
	c, _ := statusclient.New(s.baseURL, tokens)
	defer c.Close()
	answer, err := c.HentStatus(context.Background(), "312409852")
	if err != nil {
		log.Fatal(err)
	}
	for _, term := range answer.Value.TerminUtenLevertMvaMelding {
		fmt.Println(term.Skattleggingsperiode.Periode, term.Skattleggingsperiode.Aar, "by", term.Leveringsfrist)
	}
	// Output:
	// januar-februar 2026 by 2026-04-13
}

// Every error says which stage failed and what to do next.
func ExampleError() {
	unreachable := client.WithTransport(failing{})
	c, err := statusclient.New("https://api.example.no", client.StaticToken("token"), unreachable, client.WithRetry(client.Retry{Attempts: 1}))
	if err != nil {
		log.Fatal(err)
	}
	_, err = c.HentStatus(context.Background(), "312409852")
	var e *client.Error
	if errors.As(err, &e) {
		fmt.Println(e.Stage)
		fmt.Println(e.Remedy)
	}
	// Output:
	// network
	// check the network and the URL, then call again
}

// An argument that the schema does not allow never leaves the program.
func ExampleCall() {
	c, err := statusclient.New("https://api.example.no", client.StaticToken("token"))
	if err != nil {
		log.Fatal(err)
	}
	_, err = c.HentStatus(context.Background(), "31240985")
	var e *client.Error
	fmt.Println(errors.As(err, &e), e.Stage, e.Attempts)
	// Output:
	// true request 0
}

// failing is a network that is down.
type failing struct{}

func (failing) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("network is down")
}
