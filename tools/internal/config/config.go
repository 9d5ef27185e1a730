// Package config reads xsdgen.yaml, strictly: an unknown key, a key twice or a value of the wrong form is a problem with its
// position, and all of them are reported at once.
//
//	schema: status.xsd              # or a list; relative to this file
//	package: status                 # name of the package in output
//	catalog: catalog.xml            # or a list: OASIS XML catalogs, asked where documents are that schemas refer to
//	output: ../generated/status/v1  # directory of the package, relative to this file
//	namespaces:                     # namespace URI to import path, for schemas with several; "*" for all others
//	  urn:example:common: example.com/app/common
//	names:                          # component path to Go name, where names clash
//	  type/Status/element/validate: Validation
//	service: {...}                  # see Service
//	accept:                         # known differences from the version before
//	  - {rule: element-removed, path: type/Status/element/a, reason: agreed, until: 2027-01-01}
package config

import (
	"fmt"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// Config is one xsdgen.yaml. Paths are relative to the directory of File, as written.
type Config struct {
	File       string
	Schemas    []string
	Catalogs   []string
	Package    string
	Output     string
	Namespaces map[string]string
	Names      map[string]string
	Service    *Service
	Accept     []Accept
}

// Service describes an API whose documents the schema describes; a client is generated for it.
type Service struct {
	Position diag.Position
	// Package is the name of the client's package, a directory below the types.
	Package string
	// Doc says what the service is for.
	Doc string
	// Scope is asked of the token source; empty where no token is needed.
	Scope string
	// Accept is the format asked for: xml, json, or empty for what package client takes by default.
	Accept string
	// Consent names the request header that an organisation's consent stands in; empty where none is asked for.
	Consent    string
	Operations []Operation
	Errors     Errors
}

// Operation is one call.
type Operation struct {
	Position   diag.Position
	Name       string // of the generated method
	Doc        string
	Method     string
	Path       string // with {name} for each parameter in it; empty: no document tells it, and the client takes it as a setting
	Parameters []Parameter
	OnBehalfOf string // the parameter that names the organisation acted for
	Request    string // global element of the request body; empty for none
	Response   string // global element of the answer
	// Echo maps parameters that must come back to the path of the element that holds them, below the root.
	Echo       []Echo
	Idempotent *bool // nil: as HTTP says of the method
}

// Parameter is an input of an operation. It stands in the path where the path names it, else in the query or a header.
type Parameter struct {
	Position diag.Position
	Name     string
	Type     string // a global simple type of the schema, or xs:local
	In       string // path, query or header
	Optional bool
	List     bool
}

// Echo is a parameter that must come back in the answer.
type Echo struct {
	Position  diag.Position
	Parameter string
	Element   string // path of local names below the root element
}

// Errors is the shape of error bodies: alternatives of the names that hold each part, and what single codes mean.
type Errors struct {
	Code, Message, CorrelationID []string
	Codes                        []Code
}

// Code is what an error code of the service means for a call.
type Code struct {
	Position diag.Position
	Code     string
	Cause    string // a constant of client.Cause; empty: what the HTTP status suggests
	Remedy   string
	Renew    bool
	Retry    bool
	Answer   bool // no failure: the service says so that it has nothing
}

// Accept is a known difference from the version before, for xsdgen diff.
type Accept struct {
	Position                  diag.Position
	Rule, Path, Reason, Until string
	// Change is the fingerprint of what was before and is after; empty for any change of the rule at the path.
	Change string
	// Questions are those whose answers are known: readers, writers, go; none for all.
	Questions []string
}

// Dir returns the directory that paths are relative to.
func (c *Config) Dir() string { return filepath.Dir(c.File) }

// Parse reads the text of an xsdgen.yaml; file names it in messages. The error is a [diag.Problems].
func Parse(file string, data []byte) (*Config, error) { return parse(file, data, (*parser).whole) }

// ParseAccepted reads the text of an xsdgen.yaml that may say nothing but what is accepted: all that a comparison needs.
func ParseAccepted(file string, data []byte) (*Config, error) {
	return parse(file, data, func(*parser, *yaml.Node, *Config) {})
}

// whole requires what generating needs.
func (p *parser) whole(root *yaml.Node, c *Config) {
	p.require(root, "schema", len(c.Schemas) > 0)
	p.require(root, "package", c.Package != "")
	p.require(root, "output", c.Output != "")
}

func parse(file string, data []byte, check func(*parser, *yaml.Node, *Config)) (*Config, error) {
	p := &parser{file: file}
	c := &Config{File: file}
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, diag.Problems{{Position: diag.Position{File: file}, Message: fmt.Sprintf("not YAML: %v", err)}}
	}
	if len(document.Content) == 0 {
		return nil, diag.Problems{{Position: diag.Position{File: file}, Message: "empty; it needs schema:, package: and output:"}}
	}
	root := document.Content[0]
	p.mapping(root, "xsdgen.yaml", fields{
		"schema":     func(n *yaml.Node) { c.Schemas = p.texts(n) },
		"catalog":    func(n *yaml.Node) { c.Catalogs = p.texts(n) },
		"package":    p.text(&c.Package),
		"output":     p.text(&c.Output),
		"namespaces": func(n *yaml.Node) { c.Namespaces = p.dictionary(n) },
		"names":      func(n *yaml.Node) { c.Names = p.dictionary(n) },
		"service":    func(n *yaml.Node) { c.Service = p.service(n) },
		"accept":     func(n *yaml.Node) { c.Accept = p.accept(n) },
	})
	check(p, root, c)
	return c, p.problems.Err()
}
