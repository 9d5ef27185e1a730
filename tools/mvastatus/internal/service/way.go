// The way to the servers: whose certificates are trusted.

package service

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"os"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// way is how servers are reached, where that is not as the libraries do it by themselves.
type way struct{ client *http.Client }

// newWay trusts the authorities in a file beside those of the system. Proxies are those of the environment either way.
func newWay(caFile string) (way, error) {
	if caFile == "" {
		return way{}, nil
	}
	text, err := os.ReadFile(caFile)
	if err != nil {
		return way{}, err
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	if !pool.AppendCertsFromPEM(text) {
		return way{}, say.Errorf("%s holds no certificate in PEM", caFile)
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
	return way{&http.Client{Transport: transport}}, nil
}

func (w way) forClient() []client.Option {
	if w.client == nil {
		return nil
	}
	return []client.Option{client.WithHTTPClient(w.client)}
}

func (w way) forMaskinporten() []maskinporten.Option {
	if w.client == nil {
		return nil
	}
	return []maskinporten.Option{maskinporten.WithHTTPClient(w.client)}
}

// Discover reads Maskinporten's metadata, which tells a network that lets nobody through from a grant that is refused.
func (s *Service) Discover(ctx context.Context) error {
	_, err := maskinporten.Discover(ctx, s.way.client, s.Maskinporten.Environment().Issuer)
	return err
}
