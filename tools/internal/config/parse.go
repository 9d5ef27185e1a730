// This file walks YAML nodes with their positions.

package config

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// parser collects problems.
type parser struct {
	file     string
	problems diag.Problems
}

// fields maps the keys of a mapping to what takes their values.
type fields map[string]func(*yaml.Node)

func (p *parser) at(n *yaml.Node) diag.Position {
	return diag.Position{File: p.file, Line: n.Line, Column: n.Column}
}

// mapping hands the values of a mapping to their takers; keys that have none are problems.
func (p *parser) mapping(n *yaml.Node, what string, takers fields) {
	p.pairs(n, what, func(key, value *yaml.Node) {
		take, ok := takers[key.Value]
		if !ok {
			p.problems.Addf(p.at(key), "", "unknown key %q in %s; it can have %s", key.Value, what,
				strings.Join(slices.Sorted(maps.Keys(takers)), ", "))
			return
		}
		take(value)
	})
}

// pairs visits the keys and values of a mapping; a key that comes twice is a problem.
func (p *parser) pairs(n *yaml.Node, what string, visit func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		p.problems.Addf(p.at(n), "", "%s must be a mapping of keys to values", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			p.problems.Addf(p.at(key), "", "key %q comes twice in %s; keep one", key.Value, what)
			continue
		}
		seen[key.Value] = true
		if value.Kind == yaml.AliasNode {
			p.problems.Addf(p.at(value), "", "aliases are not supported; write the value out")
			continue
		}
		visit(key, value)
	}
}

// require reports a missing key.
func (p *parser) require(n *yaml.Node, key string, ok bool) {
	if !ok {
		p.problems.Addf(p.at(n), "", "key %q is missing", key)
	}
}

// text takes a scalar into target.
func (p *parser) text(target *string) func(*yaml.Node) {
	return func(n *yaml.Node) { *target = p.scalar(n) }
}

func (p *parser) scalar(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		p.problems.Addf(p.at(n), "", "must be a text")
		return ""
	}
	return n.Value
}

// flag takes true or false into target.
func (p *parser) flag(target *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
			p.problems.Addf(p.at(n), "", "must be true or false")
			return
		}
		*target = n.Value == "true"
	}
}

// texts takes a scalar or a list of scalars.
func (p *parser) texts(n *yaml.Node) []string {
	if n.Kind != yaml.SequenceNode {
		return []string{p.scalar(n)}
	}
	list := make([]string, len(n.Content))
	for i, item := range n.Content {
		list[i] = p.scalar(item)
	}
	return list
}

// dictionary takes a mapping of texts to texts.
func (p *parser) dictionary(n *yaml.Node) map[string]string {
	dictionary := map[string]string{}
	p.pairs(n, "the mapping", func(key, value *yaml.Node) { dictionary[key.Value] = p.scalar(value) })
	return dictionary
}

// sequence visits the items of a list.
func (p *parser) sequence(n *yaml.Node, what string, visit func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		p.problems.Addf(p.at(n), "", "%s must be a list", what)
		return
	}
	for _, item := range n.Content {
		visit(item)
	}
}
