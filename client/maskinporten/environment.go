// This file knows the environments of Maskinporten and how to look one up.

package maskinporten

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// Environment is an installation of Maskinporten. Keys and clients of one are unknown in the others.
type Environment struct {
	Issuer        string // the audience of assertions, with the closing slash
	TokenEndpoint string // empty: the issuer with "token" appended
}

// Test is where integrations are tried, with synthetic organisations.
func Test() Environment { return Environment{Issuer: "https://test.maskinporten.no/"}.complete() }

// Production is the real one.
func Production() Environment { return Environment{Issuer: "https://maskinporten.no/"}.complete() }

// complete derives the token endpoint where it is not given. Nothing is looked up: a token request never waits for metadata.
func (e Environment) complete() Environment {
	if e.TokenEndpoint == "" && e.Issuer != "" {
		e.TokenEndpoint = e.standardEndpoint()
	}
	return e
}

// standardEndpoint is where an issuer has its token endpoint.
func (e Environment) standardEndpoint() string { return strings.TrimSuffix(e.Issuer, "/") + "/token" }

// check refuses an issuer of which the token endpoint was made, and which is no address: appended to "https://", it would be the host "token".
func (e Environment) check() error {
	if e.TokenEndpoint == e.standardEndpoint() {
		if _, err := wire.ParseEndpoint(e.Issuer); err != nil {
			return badIssuer(err)
		}
	}
	return nil
}

func badIssuer(err error) error {
	return &client.Error{
		Stage: client.StageRequest, Cause: client.CauseSettings, Message: "the issuer cannot be used", Err: err,
		Remedy: "give an https URL, such as https://maskinporten.no/",
	}
}

const (
	metadataPath    = "/.well-known/oauth-authorization-server"
	metadataTimeout = 5 * time.Second
	maxMetadata     = 1 << 20 // bytes
)

// Discover reads an issuer's metadata (RFC 8414) within five seconds. It is for set-up and diagnosis, and for servers whose
// token endpoint is elsewhere; Test and Production need none. The issuer must answer to its own name.
func Discover(ctx context.Context, h *http.Client, issuer string) (Environment, error) {
	if _, err := wire.ParseEndpoint(issuer); err != nil {
		return Environment{}, badIssuer(err)
	}
	if h == nil {
		h = http.DefaultClient
	}
	ctx, cancel := context.WithTimeout(ctx, metadataTimeout)
	defer cancel()
	status, body, err := fetchMetadata(ctx, h, strings.TrimSuffix(issuer, "/")+metadataPath)
	if err != nil {
		e, _ := client.Unreached(client.StageMaskinporten, err)
		e.Message = "the metadata could not be read: " + e.Message
		return Environment{}, e
	}
	environment, err := parseMetadata(body, issuer)
	if status != http.StatusOK {
		err = fmt.Errorf("answered %d %s", status, http.StatusText(status))
	}
	if err != nil {
		return Environment{}, &client.Error{
			Stage: client.StageMaskinporten, Cause: client.CauseNoDocument, Status: status, Message: "the metadata could not be read", Err: err,
			Remedy: "check the issuer; Test and Production need no look-up",
		}
	}
	return environment, nil
}

// fetchMetadata gets the document at a URL. An answer of 101 has no body to read.
func fetchMetadata(ctx context.Context, h *http.Client, url string) (status int, body []byte, err error) {
	ctx, cancel := context.WithCancel(ctx)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		cancel()
		return 0, nil, err
	}
	response, err := wire.KeepToHost(h).Do(request)
	defer func() {
		cancel() // first, so that closing waits for no peer
		if response != nil {
			_ = response.Body.Close()
		}
	}()
	if err != nil || response.StatusCode < 200 {
		return statusOf(response), nil, err
	}
	body, err = wire.ReadBody(response, maxMetadata)
	return response.StatusCode, body, err
}

func statusOf(response *http.Response) int {
	if response == nil {
		return 0
	}
	return response.StatusCode
}

// parseMetadata takes the issuer and the token endpoint from metadata.
func parseMetadata(body []byte, issuer string) (Environment, error) {
	var metadata struct {
		Issuer        string `json:"issuer"`
		TokenEndpoint string `json:"token_endpoint"`
	}
	if err := json.Unmarshal(body, &metadata); err != nil {
		return Environment{}, fmt.Errorf("not JSON: %w", err)
	}
	if metadata.Issuer != issuer {
		return Environment{}, fmt.Errorf("asked %s, answered as %q", issuer, wire.Clean(metadata.Issuer))
	}
	if _, err := wire.ParseEndpoint(metadata.TokenEndpoint); err != nil {
		return Environment{}, fmt.Errorf("the token endpoint: %w", err)
	}
	return Environment{Issuer: issuer, TokenEndpoint: metadata.TokenEndpoint}, nil
}
