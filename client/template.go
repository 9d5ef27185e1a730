// This file holds path templates: where an operation is, for services whose address no published document tells.

package client

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// WithPath says where an operation is whose path is a setting ([Endpoint.Path] is empty), or is elsewhere than it was: a template to
// be appended to the base URL, with {name} for each path parameter, in the path or the query, such as "/api/v1/{organisasjonsnummer}"
// or "/api/v1?orgnr={organisasjonsnummer}". A template that is empty, lacks a parameter or has an unknown one is refused by [New].
func WithPath(endpoint *Endpoint, path string) Option {
	return func(s *settings) {
		t, err := parseTemplate(endpoint, path)
		if err != nil {
			s.faults = append(s.faults, &Error{
				Stage: StageRequest, Cause: CauseSettings, Operation: endpoint.Name, Message: "the path cannot be used", Err: err,
				Remedy: "give the path that the service's own description tells, with " + placeholders(endpoint) + " where the value goes",
			})
			return
		}
		if s.paths == nil {
			s.paths = map[*Endpoint]template{}
		}
		s.paths[endpoint] = t
	}
}

// placeholders are what must stand in a template of an operation.
func placeholders(e *Endpoint) string {
	var names []string
	for _, parameter := range e.Parameters {
		if parameter.In == InPath {
			names = append(names, "{"+parameter.Name+"}")
		}
	}
	return strings.Join(names, " and ")
}

// template is a path, and the query that stands in it.
type template struct{ path, query string }

// pathOf is where an operation is, by the client's settings or as its service says.
func (c *Client) pathOf(e *Endpoint) template {
	if t, ok := c.paths[e]; ok {
		return t
	}
	path, query, _ := strings.Cut(e.Path, "?")
	return template{path, query}
}

func parseTemplate(e *Endpoint, text string) (template, error) {
	if strings.Trim(text, "/ ") == "" {
		return template{}, fmt.Errorf("no path was given for %s, which has none of its own", e.Name)
	}
	inside, bare, err := takeApart(text)
	if err != nil {
		return template{}, err
	}
	for _, parameter := range e.Parameters {
		if parameter.In == InPath && !slices.Contains(inside, parameter.Name) {
			return template{}, fmt.Errorf("{%s} is not in %q", parameter.Name, text)
		}
	}
	for _, name := range inside {
		if !slices.ContainsFunc(e.Parameters, func(p Parameter) bool { return p.Name == name && p.In == InPath }) {
			return template{}, fmt.Errorf("%s has no path parameter {%s}", e.Name, name)
		}
	}
	switch parsed, err := url.Parse(bare); {
	case err != nil || strings.ContainsAny(bare, " \t\r\n\\"):
		return template{}, fmt.Errorf("%q is no path of a URL", text)
	case parsed.Scheme != "" || parsed.Host != "":
		return template{}, fmt.Errorf("%q has a host: that belongs into the base URL", text)
	case strings.Contains(bare, "#"):
		return template{}, fmt.Errorf("%q has a fragment", text)
	}
	path, query, _ := strings.Cut(text, "?")
	return template{path, query}, nil
}

// takeApart finds the names in braces, and the text with a letter in the place of each.
func takeApart(text string) (names []string, bare string, err error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		if strings.Contains(before, "}") {
			return nil, "", fmt.Errorf("%q has a } without {", text)
		}
		b.WriteString(before)
		if !found {
			return names, b.String(), nil
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, "", fmt.Errorf("%q has a { without }", text)
		}
		names, text = append(names, name), after
		b.WriteByte('x')
	}
}

// fill puts a value in the places of a parameter, escaped for where it stands.
func (t template) fill(name, value string) template {
	hole := "{" + name + "}"
	return template{
		path:  strings.ReplaceAll(t.path, hole, url.PathEscape(value)),
		query: strings.ReplaceAll(t.query, hole, url.QueryEscape(value)),
	}
}

// url is the address under a base URL, with further parameters of the query.
func (t template) url(prefix string, query url.Values) string {
	address := prefix + "/" + strings.TrimPrefix(t.path, "/")
	switch more := query.Encode(); {
	case t.query != "" && more != "":
		return address + "?" + t.query + "&" + more
	case t.query != "" || more != "":
		return address + "?" + t.query + more
	}
	return address
}
