// This file shows the client in use, from a private key to the status.

package client_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/frist"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
)

// settings are what one's own program reads from its configuration.
type settings struct {
	issuer, baseURL, clientID, keyID string
	keyPEM                           []byte
	now                              time.Time // of the sandbox's deadlines
}

// sandbox stands in for the real service in the examples.
func sandbox() (settings, func()) {
	now := time.Date(2026, 4, 1, 9, 0, 0, 0, frist.Oslo())
	server, err := clienttest.Start(clienttest.WithClock(func() time.Time { return now }))
	if err != nil {
		log.Fatal(err)
	}
	server.SetClock(time.Now)
	return settings{server.Issuer(), server.URL(), server.ClientID(), server.KeyID(), server.KeyPEM(), now}, server.Close
}

// From a PEM key to the open terms of an organisation. maskinporten.Test() and maskinporten.Production() are the real
// environments; error handling is left out to show the steps.
func Example() {
	s, end := sandbox()
	defer end()
	number := os.Getenv("ORGNR") // as a person wrote it
	if number == "" {
		number = "NO 312 409 852 MVA"
	}

	key, _ := maskinporten.KeyFromPEM(s.keyPEM, maskinporten.KeyID(s.keyID))
	tokens, _ := maskinporten.New(maskinporten.Environment{Issuer: s.issuer}, s.clientID, key)
	defer tokens.Close()
	c, _ := statusclient.New(s.baseURL, tokens)
	defer c.Close()
	parsed, _ := orgnr.Parse(number)
	answer, err := c.HentStatus(context.Background(), mvameldinginnsendingstatus.Organisasjonsnummer(parsed))
	if err != nil {
		log.Fatal(err)
	}
	for _, term := range answer.Value.TerminUtenLevertMvaMelding {
		deadline, _ := frist.Of(term.Leveringsfrist.Date)
		fmt.Println(term.Skattleggingsperiode.Periode, term.Skattleggingsperiode.Aar, "by", deadline, frist.DaysLeft(deadline, s.now), "days left")
	}
	// Output:
	// januar-februar 2026 by 2026-04-13 12 days left
}

// Many organisations: five at a time, and an error for each that failed. A refusal of one does not stop the others.
func ExampleMany() {
	s, end := sandbox()
	defer end()
	key, _ := maskinporten.KeyFromPEM(s.keyPEM, maskinporten.KeyID(s.keyID))
	tokens, _ := maskinporten.New(maskinporten.Environment{Issuer: s.issuer}, s.clientID, key)
	defer tokens.Close()
	c, _ := statusclient.New(s.baseURL, tokens)
	defer c.Close()

	numbers := []mvameldinginnsendingstatus.Organisasjonsnummer{"312409852", "974760673", "213023012"}
	for _, outcome := range client.Many(context.Background(), numbers, c.HentStatus) {
		switch {
		case errors.Is(outcome.Err, client.CauseNotDelegated):
			fmt.Println(outcome.ID, "has not delegated its access")
		case errors.Is(outcome.Err, client.StageService):
			fmt.Println(outcome.ID, "was refused by the service")
		case outcome.Err != nil:
			fmt.Println(outcome.ID, outcome.Err)
		default:
			fmt.Println(outcome.ID, len(outcome.Value.Value.TerminUtenLevertMvaMelding), "open")
		}
	}
	// Output:
	// 312409852 1 open
	// 974760673 has not delegated its access
	// 213023012 0 open
}

// Metrics of calls, by operation and cause. No argument of a hook names an organisation.
func ExampleWithHooks() {
	s, end := sandbox()
	defer end()
	count := map[string]int{} // a counter of one's metrics library, which many calls at once may use
	hooks := client.Hooks{Request: func(_ context.Context, r client.RequestResult) {
		count[fmt.Sprintf("%s %d %s", r.Operation, r.Status, r.Cause)]++
	}}
	c, _ := statusclient.New(s.baseURL, client.StaticToken("not-issued-here"), client.WithHooks(hooks))
	defer c.Close()
	_, err := c.HentStatus(context.Background(), "312409852")
	fmt.Println(count, errors.Is(err, client.CauseTokenRefused))
	// Output:
	// map[HentStatus 401 token-refused:1] true
}

// spans stands in for otelhttp.NewTransport(http.DefaultTransport): a RoundTripper that makes a span of each request.
type spans struct{ next http.RoundTripper }

func (s spans) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := s.next.RoundTrip(r)
	if err == nil {
		fmt.Println("span:", r.Method, response.StatusCode)
	}
	return response, err
}

// Tracing with OpenTelemetry: one RoundTripper around the transport, for the source of tokens and for the client.
func ExampleWithTransport() {
	s, end := sandbox()
	defer end()
	traced := spans{http.DefaultTransport}
	key, _ := maskinporten.KeyFromPEM(s.keyPEM, maskinporten.KeyID(s.keyID))
	tokens, _ := maskinporten.New(maskinporten.Environment{Issuer: s.issuer}, s.clientID, key,
		maskinporten.WithHTTPClient(&http.Client{Transport: traced}))
	defer tokens.Close()
	c, _ := statusclient.New(s.baseURL, tokens, client.WithTransport(traced))
	defer c.Close()
	if _, err := c.HentStatus(context.Background(), "312409852"); err != nil {
		log.Fatal(err)
	}
	// Output:
	// span: POST 200
	// span: GET 200
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
