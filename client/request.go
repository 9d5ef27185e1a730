// This file turns an endpoint and its arguments into what is sent, the same on every attempt.

package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// plan is one call made ready: everything about it but the token.
type plan struct {
	endpoint  *Endpoint
	arguments map[string][]string
	url       string
	header    http.Header
	body      []byte
	onBehalf  string
}

// prepare checks the arguments against the endpoint and builds the plan. Errors are of StageRequest.
func (c *Client) prepare(ctx context.Context, endpoint *Endpoint, args []Argument) (*plan, error) {
	p := &plan{endpoint: endpoint, arguments: make(map[string][]string, len(args))}
	refused := func(err error) (*plan, error) {
		return nil, &Error{Stage: StageRequest, Operation: endpoint.Name, Message: "nothing was sent", Err: err,
			Remedy: "correct the argument and call again"}
	}
	body, err := p.collect(args)
	if err != nil {
		return refused(err)
	}
	p.header = c.header()
	if err := p.place(c); err != nil {
		return refused(err)
	}
	if body != nil {
		if p.body, err = write(body, c.accept, endpoint.Request); err != nil {
			return refused(fmt.Errorf("the request body: %w", err))
		}
		p.header.Set("Content-Type", c.accept.MediaType())
	}
	if p.onBehalf, err = p.organisation(ctx); err != nil {
		return refused(err)
	}
	return p, nil
}

// header holds what every request of the client says.
func (c *Client) header() http.Header {
	return http.Header{"Accept": {c.accept.MediaType()}, "User-Agent": {c.userAgent}}
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

// collect stores the arguments by parameter name and returns the one that is the body.
func (p *plan) collect(args []Argument) (body xsd.XMLValue, err error) {
	for _, arg := range args {
		switch {
		case arg.err != nil:
			return nil, arg.err
		case arg.body != nil:
			body = arg.body
		case !p.endpoint.has(arg.name):
			return nil, fmt.Errorf("operation %s has no parameter %q", p.endpoint.Name, arg.name)
		default:
			p.arguments[arg.name] = arg.values
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
	path, query := p.endpoint.Path, url.Values{}
	for _, parameter := range p.endpoint.Parameters {
		values := p.arguments[parameter.Name]
		if len(values) == 0 && (parameter.Required || parameter.In == InPath) {
			return fmt.Errorf("parameter %s is missing", parameter.Name)
		}
		switch parameter.In {
		case InPath:
			segment, err := pathSegment(parameter.Name, values)
			if err != nil {
				return err
			}
			path = strings.ReplaceAll(path, "{"+parameter.Name+"}", segment)
		case InQuery:
			query[parameter.Name] = values
		case InHeader:
			if len(values) > 0 {
				p.header[http.CanonicalHeaderKey(parameter.Name)] = values
			}
		}
	}
	p.url = c.join(path)
	if encoded := query.Encode(); encoded != "" {
		p.url += "?" + encoded
	}
	return nil
}

// pathSegment escapes a value for the path. The values that mean another place in the hierarchy cannot be escaped, so
// they are refused.
func pathSegment(name string, values []string) (string, error) {
	if len(values) != 1 {
		return "", fmt.Errorf("parameter %s stands in the path and takes one value, not %d", name, len(values))
	}
	switch values[0] {
	case "", ".", "..":
		return "", fmt.Errorf("parameter %s is %q, which cannot stand in a path", name, values[0])
	}
	return url.PathEscape(values[0]), nil
}

// organisation is whom the call acts for.
func (p *plan) organisation(ctx context.Context) (string, error) {
	if organisation, ok := actingFor(ctx); ok {
		return organisation, nil
	}
	if p.endpoint.OnBehalfOf == "" {
		return "", nil
	}
	values := p.arguments[p.endpoint.OnBehalfOf]
	if len(values) != 1 {
		return "", errors.New("the organisation acted for is missing: give parameter " + p.endpoint.OnBehalfOf)
	}
	return values[0], nil
}

// request makes the HTTP request of one attempt.
func (p *plan) request(ctx context.Context, token Token) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, p.endpoint.Method, p.url, bytes.NewReader(p.body))
	if err != nil {
		return nil, err
	}
	request.Header = p.header.Clone()
	if token != (Token{}) {
		request.Header["Authorization"] = []string{"Bearer " + token.Reveal()}
	}
	return request, nil
}
