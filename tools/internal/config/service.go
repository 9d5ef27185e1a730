// This file reads service: and accept:.

package config

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

func (p *parser) service(n *yaml.Node) *Service {
	s := &Service{Position: p.at(n)}
	p.mapping(n, "service", fields{
		"package":    p.text(&s.Package),
		"doc":        p.text(&s.Doc),
		"scope":      p.text(&s.Scope),
		"accept":     p.text(&s.Accept),
		"consent":    p.text(&s.Consent),
		"operations": func(n *yaml.Node) { s.Operations = p.operations(n) },
		"errors":     func(n *yaml.Node) { s.Errors = p.errors(n) },
	})
	p.require(n, "package", s.Package != "")
	p.require(n, "operations", len(s.Operations) > 0)
	if s.Accept != "" && s.Accept != "xml" && s.Accept != "json" {
		p.problems.Addf(p.at(n), "", "service: accept: %q is not xml or json", s.Accept)
	}
	return s
}

func (p *parser) operations(n *yaml.Node) []Operation {
	var operations []Operation
	p.sequence(n, "operations", func(n *yaml.Node) {
		operations = append(operations, p.operation(n))
	})
	return operations
}

func (p *parser) operation(n *yaml.Node) Operation {
	o := Operation{Position: p.at(n), Method: http.MethodGet}
	p.mapping(n, "operation", fields{
		"name":       p.text(&o.Name),
		"doc":        p.text(&o.Doc),
		"method":     p.text(&o.Method),
		"path":       p.text(&o.Path),
		"parameters": func(n *yaml.Node) { o.Parameters = p.parameters(n) },
		"onBehalfOf": p.text(&o.OnBehalfOf),
		"request":    p.text(&o.Request),
		"response":   p.text(&o.Response),
		"echo":       func(n *yaml.Node) { o.Echo = p.echo(n) },
		"idempotent": func(n *yaml.Node) {
			o.Idempotent = new(bool)
			p.flag(o.Idempotent)(n)
		},
	})
	p.require(n, "name", o.Name != "")
	p.require(n, "response", o.Response != "")
	p.checkOperation(n, &o)
	return o
}

// methods are the HTTP methods a client can use.
var methods = []string{
	http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
}

// checkOperation places parameters and checks that names agree.
func (p *parser) checkOperation(n *yaml.Node, o *Operation) {
	if !slices.Contains(methods, o.Method) {
		p.problems.Addf(p.at(n), "", "operation %s: method %q is not one of %s", o.Name, o.Method, strings.Join(methods, ", "))
	}
	inPath := placeholders(o.Path)
	known := map[string]bool{}
	for i := range o.Parameters {
		parameter := &o.Parameters[i]
		known[parameter.Name] = true
		switch named := slices.Contains(inPath, parameter.Name); {
		case o.Path == "" && (parameter.In == "" || parameter.In == "path"):
			parameter.In = "path"
		case parameter.In == "" && named:
			parameter.In = "path"
		case parameter.In == "":
			parameter.In = "query"
		case (parameter.In == "path") != named:
			p.problems.Addf(parameter.Position, "", "parameter %s: write {%s} into path: for a path parameter, and for no other",
				parameter.Name, parameter.Name)
		}
		if parameter.In == "path" && (parameter.Optional || parameter.List) {
			p.problems.Addf(parameter.Position, "", "parameter %s: a path parameter is neither optional nor a list", parameter.Name)
		}
	}
	for _, name := range inPath {
		if !known[name] {
			p.problems.Addf(p.at(n), "", "operation %s: {%s} in path: is not among its parameters", o.Name, name)
		}
	}
	if o.OnBehalfOf != "" && !known[o.OnBehalfOf] {
		p.problems.Addf(p.at(n), "", "operation %s: onBehalfOf: %s is not among its parameters", o.Name, o.OnBehalfOf)
	}
	for _, e := range o.Echo {
		if !known[e.Parameter] {
			p.problems.Addf(e.Position, "", "operation %s: echo: %s is not among its parameters", o.Name, e.Parameter)
		}
	}
}

// placeholders lists the names in braces in a path template.
func placeholders(path string) []string {
	var names []string
	for {
		_, rest, found := strings.Cut(path, "{")
		if !found {
			return names
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			return names
		}
		names, path = append(names, name), after
	}
}

func (p *parser) parameters(n *yaml.Node) []Parameter {
	var parameters []Parameter
	p.sequence(n, "parameters", func(n *yaml.Node) {
		a := Parameter{Position: p.at(n)}
		p.mapping(n, "parameter", fields{
			"name":     p.text(&a.Name),
			"type":     p.text(&a.Type),
			"in":       p.text(&a.In),
			"optional": p.flag(&a.Optional),
			"list":     p.flag(&a.List),
		})
		p.require(n, "name", a.Name != "")
		p.require(n, "type", a.Type != "")
		if a.In != "" && a.In != "path" && a.In != "query" && a.In != "header" {
			p.problems.Addf(p.at(n), "", "parameter %s: in: %q is not path, query or header", a.Name, a.In)
		}
		parameters = append(parameters, a)
	})
	return parameters
}

func (p *parser) echo(n *yaml.Node) []Echo {
	var list []Echo
	p.pairs(n, "echo", func(key, value *yaml.Node) {
		list = append(list, Echo{Position: p.at(key), Parameter: key.Value, Element: p.scalar(value)})
	})
	return list
}

func (p *parser) errors(n *yaml.Node) Errors {
	var e Errors
	p.mapping(n, "errors", fields{
		"code":          func(n *yaml.Node) { e.Code = p.texts(n) },
		"message":       func(n *yaml.Node) { e.Message = p.texts(n) },
		"correlationID": func(n *yaml.Node) { e.CorrelationID = p.texts(n) },
		"codes":         func(n *yaml.Node) { e.Codes = p.codes(n) },
	})
	return e
}

func (p *parser) codes(n *yaml.Node) []Code {
	var codes []Code
	p.pairs(n, "codes", func(key, value *yaml.Node) {
		c := Code{Position: p.at(key), Code: key.Value}
		p.mapping(value, "code "+key.Value, fields{
			"cause":  p.text(&c.Cause),
			"answer": p.flag(&c.Answer),
			"remedy": p.text(&c.Remedy),
			"renew":  p.flag(&c.Renew),
			"retry":  p.flag(&c.Retry),
		})
		codes = append(codes, c)
	})
	return codes
}

func (p *parser) accept(n *yaml.Node) []Accept {
	var list []Accept
	p.sequence(n, "accept", func(n *yaml.Node) {
		a := Accept{Position: p.at(n)}
		p.mapping(n, "accept", fields{
			"rule":   p.text(&a.Rule),
			"path":   p.text(&a.Path),
			"reason": p.text(&a.Reason),
			"until":  p.text(&a.Until),
			"change": p.text(&a.Change),
			"for":    func(n *yaml.Node) { a.Questions = p.questions(n) },
		})
		p.require(n, "rule", a.Rule != "")
		p.require(n, "path", a.Path != "")
		p.require(n, "reason", a.Reason != "")
		if _, err := time.Parse(time.DateOnly, a.Until); a.Until != "" && err != nil {
			p.problems.Addf(p.at(n), "", "until: %q is no day; write it as 2027-01-31", a.Until)
		}
		list = append(list, a)
	})
	return list
}

// questions are those that an acceptance answers.
func (p *parser) questions(n *yaml.Node) []string {
	list := p.texts(n)
	for _, q := range list {
		if !slices.Contains([]string{"readers", "writers", "go"}, q) {
			p.problems.Addf(p.at(n), "", "for: there is no question %q; name some of readers, writers, go", q)
		}
	}
	return list
}
