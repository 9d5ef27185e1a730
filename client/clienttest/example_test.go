// This file shows the server in use.

package clienttest_test

import (
	"context"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// A test of one's own program: a source of tokens that Maskinporten verifies, and a fault to see what becomes of it.
func ExampleServer() {
	server, err := clienttest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Times: 1, Effect: clienttest.Refuse("MP-012", "Grant is used before")})

	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
	if err != nil {
		fmt.Println(err)
		return
	}
	tokens, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer tokens.Close()
	token, err := tokens.Token(context.Background(), client.TokenRequest{Scope: clienttest.Scope, OnBehalfOf: clienttest.OneOpen})
	fmt.Println(token, err)
	fmt.Println(server.CountFor(clienttest.TokenEndpoint, clienttest.OneOpen), "requests")
	// Output:
	// [token] <nil>
	// 2 requests
}
