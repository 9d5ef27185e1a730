// This file shows a client behind ID-porten: a person logs in once, and a refresh token keeps the program going.

package oauth2source_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

	"golang.org/x/oauth2"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/oauth2source"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
)

// idporten stands in for ID-porten: it changes a code for tokens, if the proof of RFC 7636 comes along.
func idporten() *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.PostFormValue("code") != "code-from-the-browser" || r.PostFormValue("code_verifier") == "" {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"access_token": "a-person's-token", "token_type": "Bearer", "expires_in": 120, "refresh_token": "r"})
	}))
}

// A person logs in at ID-porten in the browser (authorization code with PKCE); the token names the person, so that one source serves
// for every organisation that they have a role in. The real endpoints stand in https://idporten.no/.well-known/openid-configuration.
func ExampleFixed() {
	issuer, service := idporten(), httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Header.Get("Authorization"))
		_, _ = w.Write(clienttest.Taxpayer{Organisation: clienttest.OneOpen, HasFiled: true}.XML())
	}))
	defer issuer.Close()
	defer service.Close()

	config := oauth2.Config{
		ClientID: "client-id", RedirectURL: "http://localhost:8080/callback",
		Scopes:   []string{"openid", "skatteetaten:mvameldinginnsendingsstatus"},
		Endpoint: oauth2.Endpoint{AuthURL: issuer.URL + "/authorize", TokenURL: issuer.URL + "/token"},
	}
	verifier := oauth2.GenerateVerifier()
	_ = config.AuthCodeURL("state", oauth2.S256ChallengeOption(verifier)) // where to send the browser
	token, err := config.Exchange(context.Background(), "code-from-the-browser", oauth2.VerifierOption(verifier))
	if err != nil {
		log.Fatal(err)
	}
	tokens := oauth2source.Fixed(config.TokenSource(context.Background(), token)) // renewed by its refresh token

	c, err := statusclient.New(service.URL, tokens)
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	answer, err := c.HentStatus(context.Background(), clienttest.OneOpen)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(answer.Value.TerminUtenLevertMvaMelding), "terms")
	// Output:
	// Bearer a-person's-token
	// 0 terms
}
