// This program asks for one organisation with OpenTelemetry looking on: a span for the call, and below it one for each request, to
// Maskinporten and to the service. It runs against servers inside the program, so that it works anywhere:
//
//	go run ./tracing 312409852
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/stdout/stdouttrace"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
)

func main() {
	number := "312409852"
	if len(os.Args) > 1 {
		number = os.Args[1]
	}
	if err := run(context.Background(), number, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run asks for an organisation and writes its spans, then how many terms are open.
func run(ctx context.Context, number string, out io.Writer) error {
	organisation, err := orgnr.Parse(number)
	if err != nil {
		return err
	}
	exporter, err := stdouttrace.New(stdouttrace.WithWriter(out))
	if err != nil {
		return err
	}
	provider := sdktrace.NewTracerProvider(sdktrace.WithSyncer(exporter))
	defer func() { _ = provider.Shutdown(ctx) }() // what it has is written already
	c, end, err := connect(provider)
	if err != nil {
		return err
	}
	defer end()
	answer, err := c.HentStatus(ctx, mvameldinginnsendingstatus.Organisasjonsnummer(organisation))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, len(answer.Value.TerminUtenLevertMvaMelding), "open")
	return err
}

// connect makes a client whose requests are traced: one HTTP client for the tokens and the service.
func connect(provider trace.TracerProvider) (c *statusclient.Client, end func(), err error) {
	server, err := clienttest.Start()
	if err != nil {
		return nil, nil, err
	}
	traced := &http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport, otelhttp.WithTracerProvider(provider))}
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
	if err != nil {
		return nil, nil, err
	}
	tokens, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key,
		maskinporten.WithHTTPClient(traced))
	if err != nil {
		return nil, nil, err
	}
	c, err = statusclient.New(server.URL(), tokens, client.WithHTTPClient(traced), client.WithHooks(spans(provider)))
	return c, func() { _ = tokens.Close(); server.Close() }, err
}

// spans are hooks that put a span around each call. It knows the operation and the cause of a failure, and no organisation.
func spans(provider trace.TracerProvider) client.Hooks {
	tracer := provider.Tracer("mvainnsyn")
	return client.Hooks{Call: func(ctx context.Context, operation string) (context.Context, func(client.CallResult)) {
		ctx, span := tracer.Start(ctx, operation, trace.WithSpanKind(trace.SpanKindClient))
		return ctx, func(r client.CallResult) {
			if r.Err != nil {
				span.SetStatus(codes.Error, r.Err.Error())
			}
			span.End()
		}
	}}
}
