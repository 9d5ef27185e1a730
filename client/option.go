// This file holds the options of a Client and their defaults.

package client

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Codec is a document format.
type Codec uint8

// The formats an operation can answer in.
const (
	XML Codec = iota
	JSON
)

// String is the format's name.
func (c Codec) String() string {
	if c == JSON {
		return "JSON"
	}
	return "XML"
}

// MediaType is what stands in Accept and Content-Type.
func (c Codec) MediaType() string {
	if c == JSON {
		return "application/json"
	}
	return "application/xml"
}

// other is the format that was not asked for.
func (c Codec) other() Codec {
	if c == JSON {
		return XML
	}
	return JSON
}

// Option sets something about a Client.
type Option func(*settings)

type settings struct {
	callersHTTP *http.Client
	retry       Retry
	accept      Codec
	strict      bool
	reading     []xsd.Option
	doctypes    bool
	logger      *slog.Logger
	maxInFlight int
	maxBody     int64
	userAgent   string
	timeout     time.Duration
	paths       map[*Endpoint]template
	consent     ConsentSource
	hooks       []Hooks
	faults      []error // of options
}

func defaultSettings() settings {
	return settings{
		retry:       DefaultRetry(),
		logger:      slog.New(slog.DiscardHandler),
		maxInFlight: 5,
		maxBody:     16 << 20,
		userAgent:   "mvainnsyn",
		timeout:     30 * time.Second,
	}
}

// check completes the settings and refuses those no call could work with.
func (s *settings) check() error {
	wrong := func(message, remedy string) error {
		return &Error{Stage: StageRequest, Cause: CauseSettings, Message: message, Remedy: remedy}
	}
	switch {
	case len(s.faults) > 0:
		return s.faults[0]
	case s.maxInFlight < 1:
		return wrong("no call may be in flight", "give WithMaxInFlight at least 1")
	case s.maxBody < 1:
		return wrong("no byte of an answer may be read", "give WithMaxBody at least 1")
	case s.timeout <= 0:
		return wrong("an attempt has no time", "give WithTimeout a positive duration")
	case s.logger == nil:
		return wrong("the logger is nil", "leave WithLogger out to log nothing")
	}
	var err error
	s.retry, err = s.retry.OrDefault(DefaultRetry())
	return err
}

// WithHTTPClient sends calls through h: its transport, cookies and timeout. Redirects to another host are refused whatever
// its CheckRedirect says, since they would carry the token there.
func WithHTTPClient(h *http.Client) Option { return func(s *settings) { s.callersHTTP = h } }

// WithTransport sends calls through a transport, such as otelhttp.NewTransport(http.DefaultTransport) of OpenTelemetry, which traces
// every request; see the example. Give the same to the source of tokens, to see its requests too.
func WithTransport(t http.RoundTripper) Option { return WithHTTPClient(&http.Client{Transport: t}) }

// WithRetry says how often and how patiently idempotent calls are repeated. Fields that are zero, and all without this option, are
// those of [DefaultRetry].
func WithRetry(r Retry) Option { return func(s *settings) { s.retry = r } }

// WithAccept asks for a format, and is the one request bodies are written in. Default: XML, the one with a published
// schema. The codec an answer is read with is decided by the answer.
func WithAccept(c Codec) Option { return func(s *settings) { s.accept = c } }

// Strict refuses answers that are not valid by the schema, instead of reading them and returning the deviations.
func Strict() Option { return func(s *settings) { s.strict = true } }

// WithReading passes options, such as limits, to the reader of answers.
func WithReading(opts ...xsd.Option) Option {
	return func(s *settings) { s.reading = append(s.reading, opts...) }
}

// WithDoctypes reads answers with a document type declaration, within the limits of reading: entities and defaults that it holds, and nothing
// fetched. Without this option they are refused, since no service that publishes a schema has a use for them.
func WithDoctypes() Option { return func(s *settings) { s.doctypes = true } }

// WithLogger logs attempts (debug), deviations (info), retries and renewed tokens (warn). Tokens are never logged.
func WithLogger(l *slog.Logger) Option { return func(s *settings) { s.logger = l } }

// WithMaxInFlight bounds the calls in flight of this Client; the others wait for their turn or their context. Default 5,
// which is what the authority allows per API and organisation.
func WithMaxInFlight(n int) Option { return func(s *settings) { s.maxInFlight = n } }

// WithMaxBody bounds the bytes of an answer, after decompression. Default 16 MiB.
func WithMaxBody(bytes int64) Option { return func(s *settings) { s.maxBody = bytes } }

// WithUserAgent names the program in the User-Agent header.
func WithUserAgent(name string) Option { return func(s *settings) { s.userAgent = name } }

// WithTimeout bounds one attempt, body included; a retry gets the same time anew. Default 30 seconds. The call as a whole
// is bounded by its context.
func WithTimeout(d time.Duration) Option { return func(s *settings) { s.timeout = d } }
