// This file shows keys and tokens in use.

package maskinporten_test

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// A business certificate (virksomhetssertifikat) as it is delivered: its chain names the key.
func ExampleKeyFromPKCS12() {
	data, err := os.ReadFile("virksomhetssertifikat.p12")
	if err != nil {
		fmt.Println("first order a certificate")
		return
	}
	key, err := maskinporten.KeyFromPKCS12(data, os.Getenv("P12_PASSWORD"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(key)
	// Output:
	// first order a certificate
}

// A token for a call made by hand: for one consumer, and nobody else.
func ExampleSource_TokenFor() {
	server, err := clienttest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
	if err != nil {
		fmt.Println(err)
		return
	}
	source, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer source.Close()

	_, err = source.TokenFor(context.Background(), maskinporten.Grant{Scope: clienttest.Scope, ConsumerOrg: "974760673"})
	var refused *maskinporten.RefusedError
	if errors.As(err, &refused) {
		fmt.Println(refused.Code, refused.Code.Meaning())
		fmt.Println(refused.Code.Remedy())
	}
	// Output:
	// MP-251 the organisation acted for has not delegated its access
	// have the organisation delegate the API to yours in Altinn, then ask again
}

// Acting for organisations as the system user that each of them has made in Altinn.
func ExampleAsSystemUser() {
	references := map[string]string{"312409852": "kunde-17"}
	delegation := maskinporten.AsSystemUser(func(organisation string) string { return references[organisation] })
	grant := delegation(client.TokenRequest{Scope: clienttest.Scope, OnBehalfOf: "312409852"})
	fmt.Println(grant.SystemUser.Organisation, grant.SystemUser.ExternalRef)
	// Output:
	// 312409852 kunde-17
}
