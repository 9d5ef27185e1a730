// This file turns an endpoint and its arguments into what is sent, the same on every attempt.

package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// plan is one call made ready: everything about it but the token.
type plan struct {
	endpoint  *Endpoint
	arguments []Argument
	url       string
	header    http.Header // beside what every request says; nil for most operations
	body      []byte
	onBehalf  string // the organisation acted for
	about     string // the organisation asked about, whose consent it takes
}

// prepare checks the arguments against the endpoint and builds the plan. Errors are of StageRequest.
func (c *Client) prepare(ctx context.Context, endpoint *Endpoint, args []Argument) (*plan, *Error) {
	if c == nil || c.tokens == nil {
		return nil, unmade(endpoint.Name)
	}
	p := &plan{endpoint: endpoint, arguments: args}
	refused := func(err error) (*plan, *Error) {
		return nil, &Error{
			Stage: StageRequest, Cause: CauseArgument, Operation: endpoint.Name, Message: "nothing was sent", Err: err,
			Remedy: "correct the argument and call again",
		}
	}
	body, err := p.checkArguments()
	if err != nil {
		return refused(err)
	}
	if err := p.place(c); err != nil {
		var unset *Error
		if errors.As(err, &unset) {
			unset.Operation = endpoint.Name
			return nil, unset
		}
		return refused(err)
	}
	if body != nil {
		if p.body, err = write(body, c.accept, endpoint.Request); err != nil {
			return refused(fmt.Errorf("the request body: %w", err))
		}
		p.extraHeader("Content-Type", c.accept.MediaType())
	}
	if p.onBehalf, err = p.organisation(ctx); err != nil {
		return refused(err)
	}
	p.about = p.onBehalf
	if values := p.values(endpoint.OnBehalfOf); len(values) == 1 {
		p.about = values[0]
	}
	return p, nil
}

// unmade is the error of a client that New did not make.
func unmade(operation string) *Error {
	return &Error{
		Stage: StageRequest, Cause: CauseNoClient, Operation: operation, Message: "the client is nil or was not made by New",
		Remedy: "make it with New, and look at the error that New returns",
	}
}

// extraHeader adds to the header of this call.
func (p *plan) extraHeader(name string, values ...string) {
	if p.header == nil {
		p.header = http.Header{}
	}
	p.header[http.CanonicalHeaderKey(name)] = values
}

// values are those of a parameter, nil when it was left out.
func (p *plan) values(parameter string) []string {
	for i := range p.arguments {
		if p.arguments[i].body == nil && p.arguments[i].name == parameter {
			return p.arguments[i].values
		}
	}
	return nil
}

// write is the request body in a codec.
func write(body xsd.XMLValue, codec Codec, element xsd.Name) ([]byte, error) {
	opts := as(nil, element)
	if codec == JSON {
		return xsd.MarshalJSON(body, opts...)
	}
	return xsd.MarshalXML(body, opts...)
}

// as adds the option that names the root element, where an operation does.
func as(opts []xsd.Option, element xsd.Name) []xsd.Option {
	if element == (xsd.Name{}) {
		return opts
	}
	return append(opts, xsd.As(element))
}

// checkArguments wants every argument to be right and to be for something, and returns the one that is the body.
func (p *plan) checkArguments() (body xsd.XMLValue, err error) {
	for i := range p.arguments {
		switch arg := &p.arguments[i]; {
		case arg.err != nil:
			return nil, arg.err
		case arg.body != nil:
			body = arg.body
		case !p.endpoint.has(arg.name):
			return nil, fmt.Errorf("operation %s has no parameter %q", p.endpoint.Name, arg.name)
		}
	}
	return body, nil
}

func (e *Endpoint) has(name string) bool {
	for _, parameter := range e.Parameters {
		if parameter.Name == name {
			return true
		}
	}
	return false
}

// place puts the values of the parameters where they belong: the path, the query, the header.
func (p *plan) place(c *Client) error {
	address := c.pathOf(p.endpoint)
	if address == (template{}) {
		return &Error{
			Stage: StageRequest, Cause: CauseSettings, Message: "the path of " + p.endpoint.Name + " is not set",
			Remedy: "give it with client.WithPath",
		}
	}
	var query url.Values
	for _, parameter := range p.endpoint.Parameters {
		values := p.values(parameter.Name)
		if len(values) == 0 && (parameter.Required || parameter.In == InPath) {
			return fmt.Errorf("parameter %s is missing", parameter.Name)
		}
		switch {
		case parameter.In == InPath:
			if err := inPath(parameter.Name, values); err != nil {
				return err
			}
			address = address.fill(parameter.Name, values[0])
		case len(values) == 0:
		case parameter.In == InHeader:
			p.extraHeader(parameter.Name, values...)
		case query == nil:
			query = url.Values{parameter.Name: values}
		default:
			query[parameter.Name] = values
		}
	}
	p.url = address.url(c.prefix, query)
	return nil
}

// inPath wants one value for a parameter of the path, and none of those that mean another place in the hierarchy: they cannot be
// escaped.
func inPath(name string, values []string) error {
	if len(values) != 1 {
		return fmt.Errorf("parameter %s is a part of the path and takes one value, not %d", name, len(values))
	}
	switch values[0] {
	case "", ".", "..":
		return fmt.Errorf("parameter %s is %q, which cannot stand in a path", name, values[0])
	}
	return nil
}

// organisation is whom the call acts for.
func (p *plan) organisation(ctx context.Context) (string, error) {
	if organisation, ok := actingFor(ctx); ok {
		return organisation, nil
	}
	if p.endpoint.OnBehalfOf == "" {
		return "", nil
	}
	values := p.values(p.endpoint.OnBehalfOf)
	if len(values) != 1 {
		return "", errors.New("the organisation acted for is missing: give parameter " + p.endpoint.OnBehalfOf)
	}
	return values[0], nil
}

// request makes the HTTP request of one attempt.
func (c *Client) request(ctx context.Context, p *plan, token Token, consent string) (*http.Request, error) {
	var body io.Reader
	if p.body != nil {
		body = bytes.NewReader(p.body)
	}
	request, err := http.NewRequestWithContext(ctx, p.endpoint.Method, p.url, body)
	if err != nil {
		return nil, err
	}
	request.Header["Accept"] = []string{c.accept.MediaType()}
	request.Header["User-Agent"] = []string{c.userAgent}
	if token != (Token{}) {
		request.Header["Authorization"] = []string{"Bearer " + token.Reveal()}
	}
	if consent != "" {
		request.Header.Set(p.endpoint.Consent, consent)
	}
	for name, values := range p.header {
		request.Header[name] = slices.Clone(values)
	}
	return request, nil
}
