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
//	generate: [clone, equal]        # methods and functions beside what is always generated; see Extra
//	types:                          # Go types of your own for built-in datatypes; see Type
//	  xs:integer: int64
//	service: {...}                  # see Service
//	accept:                         # known differences from the version before
//	  - {rule: element-removed, path: type/Status/element/a, reason: agreed, until: 2027-01-01}
//
// A file for several schemas has a list of these under packages:, and nothing else.
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
	Generate   []Extra
	Types      []Type
	Service    *Service
	Accept     []Accept
	// Listed says that the file has several, and that this is one of them.
	Listed bool
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

// Parameter is an input of an operation. It is a part of the path if the path names it, else of the query or the header.
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

// Parse reads the text of an xsdgen.yaml for one schema; file names it in messages. The error is a [diag.Problems].
func Parse(file string, data []byte) (*Config, error) {
	all, err := ParseAll(file, data)
	switch {
	case len(all) == 1:
		return all[0], err
	case err == nil:
		err = diag.Problems{{
			Position: diag.Position{File: file},
			Message:  fmt.Sprintf("packages: has %d entries, and one is wanted here; give the schema itself, or a file with one package", len(all)),
		}}
	}
	return nil, err
}

// ParseAll reads the text of an xsdgen.yaml for one schema or for many, in the order of the file.
func ParseAll(file string, data []byte) ([]*Config, error) {
	p := &parser{file: file}
	root, err := p.root(data)
	if err != nil {
		return nil, err
	}
	list := entryOf(root, "packages")
	if list == nil {
		c := p.config(root, (*parser).whole)
		return []*Config{c}, p.problems.Err()
	}
	var all []*Config
	p.mapping(root, "xsdgen.yaml with packages:", fields{"packages": func(n *yaml.Node) {
		p.sequence(n, "packages", func(item *yaml.Node) {
			c := p.config(item, (*parser).whole)
			c.Listed = true
			all = append(all, c)
		})
	}})
	if len(all) == 0 && len(p.problems) == 0 {
		p.problems.Addf(p.at(list), "", "packages: is empty; list what xsdgen.yaml of each schema would say")
	}
	return all, p.problems.Err()
}

// ParseAccepted reads the text of an xsdgen.yaml that may say nothing but what is accepted: all that a comparison needs.
func ParseAccepted(file string, data []byte) (*Config, error) {
	p := &parser{file: file}
	root, err := p.root(data)
	if err != nil {
		return nil, err
	}
	c := p.config(root, func(*parser, *yaml.Node, *Config) {})
	return c, p.problems.Err()
}

// entryOf is the value of a key of a mapping, nil without it.
func entryOf(mapping *yaml.Node, key string) *yaml.Node {
	if mapping.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

// whole requires what generating needs.
func (p *parser) whole(root *yaml.Node, c *Config) {
	p.require(root, "schema", len(c.Schemas) > 0)
	p.require(root, "package", c.Package != "")
	p.require(root, "output", c.Output != "")
}

// root is the outermost node of a text.
func (p *parser) root(data []byte) (*yaml.Node, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, diag.Problems{{Position: diag.Position{File: p.file}, Message: fmt.Sprintf("not YAML: %v", err)}}
	}
	if len(document.Content) == 0 {
		return nil, diag.Problems{{Position: diag.Position{File: p.file}, Message: "empty; it needs schema:, package: and output:"}}
	}
	return document.Content[0], nil
}

// config takes the mapping that describes one package.
func (p *parser) config(n *yaml.Node, check func(*parser, *yaml.Node, *Config)) *Config {
	c := &Config{File: p.file}
	p.mapping(n, "xsdgen.yaml", fields{
		"schema":     func(n *yaml.Node) { c.Schemas = p.texts(n) },
		"catalog":    func(n *yaml.Node) { c.Catalogs = p.texts(n) },
		"package":    p.text(&c.Package),
		"output":     p.text(&c.Output),
		"namespaces": func(n *yaml.Node) { c.Namespaces = p.dictionary(n) },
		"names":      func(n *yaml.Node) { c.Names = p.dictionary(n) },
		"generate":   func(n *yaml.Node) { c.Generate = p.extras(n) },
		"types":      func(n *yaml.Node) { c.Types = p.types(n) },
		"service":    func(n *yaml.Node) { c.Service = p.service(n) },
		"accept":     func(n *yaml.Node) { c.Accept = p.accept(n) },
	})
	check(p, n, c)
	return c
}
