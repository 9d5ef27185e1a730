// This file makes the transports of the client's own, and reports what a proxy or an informational answer does.

package wire

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptrace"
	"net/textproto"
	"net/url"
	"sync/atomic"
)

// ProxyError is the refusal of the proxy in between.
type ProxyError struct {
	Status int // HTTP status of its answer, 0 when its address could not be made out
}

// Error says what the proxy answered.
func (e *ProxyError) Error() string {
	if e.Status == 0 {
		return "the proxy in the environment (HTTPS_PROXY, HTTP_PROXY) is no URL"
	}
	return fmt.Sprintf("the proxy answered %d %s", e.Status, http.StatusText(e.Status))
}

// NewTransport is a transport like the standard library's, whose errors tell a proxy from the server.
func NewTransport() *http.Transport {
	transport, ok := http.DefaultTransport.(*http.Transport)
	if !ok { // the program has replaced it, for example by one that measures
		transport = &http.Transport{ForceAttemptHTTP2: true}
	}
	transport = transport.Clone()
	transport.Proxy = proxyOfEnvironment
	transport.OnProxyConnectResponse = func(_ context.Context, _ *url.URL, _ *http.Request, response *http.Response) error {
		if response.StatusCode != http.StatusOK {
			return &ProxyError{Status: response.StatusCode}
		}
		return nil
	}
	return transport
}

// proxyOfEnvironment is http.ProxyFromEnvironment, whose error would quote a password in the URL.
func proxyOfEnvironment(request *http.Request) (*url.URL, error) {
	proxy, err := http.ProxyFromEnvironment(request)
	if err != nil {
		return nil, &ProxyError{}
	}
	return proxy, nil
}

// maxInformational is how many informational answers may come before the real one.
const maxInformational = 10

// ErrInformational says that a server sent informational answers (1xx) without end.
var ErrInformational = errors.New("the server sent one informational answer (1xx) after another")

// Informed counts the informational answers to a request.
type Informed struct{ count atomic.Int32 }

// Watch returns a context for a request whose informational answers are counted, and bounded.
func (i *Informed) Watch(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		Got1xxResponse: func(int, textproto.MIMEHeader) error {
			if i.count.Add(1) > maxInformational {
				return ErrInformational
			}
			return nil
		},
	})
}

// Any tells whether there was one.
func (i *Informed) Any() bool { return i.count.Load() > 0 }
