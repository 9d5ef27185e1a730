// This file changes an xsdgen.yaml without touching the rest of it: names, acceptances, and the step to the next version.

package config

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"
)

// WithNames returns the text of an xsdgen.yaml with names added under names:, in the order of their keys; comments and the
// order of other keys stay. Names already there are replaced.
func WithNames(data []byte, names map[string]string) ([]byte, error) {
	return rewritten(data, func(root *yaml.Node) {
		target := valueOf(root, "names")
		for _, key := range slices.Sorted(maps.Keys(names)) {
			valueOf(target, key).SetString(names[key])
		}
	})
}

// WithNamespaces returns the text of an xsdgen.yaml with import paths added under namespaces:, as WithNames adds names.
func WithNamespaces(data []byte, namespaces map[string]string) ([]byte, error) {
	return rewritten(data, func(root *yaml.Node) {
		target := valueOf(root, "namespaces")
		for _, key := range slices.Sorted(maps.Keys(namespaces)) {
			valueOf(target, key).SetString(namespaces[key])
		}
	})
}

// WithAccepted returns the text of an xsdgen.yaml with entries added under accept:; comments and everything else stay. An entry already there for
// the same rule and path is replaced.
func WithAccepted(data []byte, entries []Accept) ([]byte, error) {
	return rewritten(data, func(root *yaml.Node) {
		list := valueOf(root, "accept")
		if list.Kind != yaml.SequenceNode {
			*list = yaml.Node{Kind: yaml.SequenceNode}
		}
		written := map[*yaml.Node]bool{}
		for _, entry := range entries {
			written[setEntry(list, entry, written)] = true
		}
	})
}

// WithSuccession returns the text of an xsdgen.yaml for the next version of its schema: schema:, catalog:, output:, namespaces: and names: are those of
// next, and nothing is accepted. Everything else stays, with its comments.
func WithSuccession(data []byte, next *Config) ([]byte, error) {
	return rewritten(data, func(root *yaml.Node) {
		valueOf(root, "schema").SetString(next.Schemas[0])
		valueOf(root, "output").SetString(next.Output)
		setTexts(root, "catalog", next.Catalogs)
		setDictionary(root, "namespaces", next.Namespaces)
		setDictionary(root, "names", next.Names)
		remove(root, "accept")
	})
}

// setTexts makes a key hold one text or a list of texts; without texts there is no key.
func setTexts(root *yaml.Node, key string, texts []string) {
	if len(texts) == 0 {
		remove(root, key)
		return
	}
	target := valueOf(root, key)
	if len(texts) == 1 {
		target.SetString(texts[0])
		target.Content = nil
		return
	}
	*target = yaml.Node{Kind: yaml.SequenceNode, HeadComment: target.HeadComment, LineComment: target.LineComment}
	for _, text := range texts {
		item := &yaml.Node{}
		item.SetString(text)
		target.Content = append(target.Content, item)
	}
}

// setDictionary makes a key hold these entries and no others; without entries there is no key.
func setDictionary(root *yaml.Node, key string, entries map[string]string) {
	if len(entries) == 0 {
		remove(root, key)
		return
	}
	target := valueOf(root, key)
	for i := len(target.Content) - 2; i >= 0; i -= 2 {
		if _, stays := entries[target.Content[i].Value]; !stays {
			target.Content = slices.Delete(target.Content, i, i+2)
		}
	}
	for _, entry := range slices.Sorted(maps.Keys(entries)) {
		valueOf(target, entry).SetString(entries[entry])
	}
}

// setEntry writes an entry over the one for the same rule and path that was not written before, or behind all others.
func setEntry(list *yaml.Node, entry Accept, written map[*yaml.Node]bool) *yaml.Node {
	i := slices.IndexFunc(list.Content, func(n *yaml.Node) bool {
		return !written[n] && n.Kind == yaml.MappingNode && textOf(n, "rule") == entry.Rule && textOf(n, "path") == entry.Path
	})
	if i < 0 {
		i = len(list.Content)
		list.Content = append(list.Content, &yaml.Node{Kind: yaml.MappingNode})
	}
	n := list.Content[i]
	for _, field := range []struct{ key, value string }{
		{"rule", entry.Rule}, {"path", entry.Path}, {"reason", entry.Reason}, {"until", entry.Until}, {"change", entry.Change},
	} {
		if field.value == "" {
			remove(n, field.key)
			continue
		}
		valueOf(n, field.key).SetString(field.value)
	}
	remove(n, "for")
	if len(entry.Questions) > 0 {
		questions := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
		for _, q := range entry.Questions {
			questions.Content = append(questions.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: q})
		}
		*valueOf(n, "for") = *questions
	}
	return n
}

// rewritten returns the text of an xsdgen.yaml after edit; what edit does not touch stays, with its comments.
func rewritten(data []byte, edit func(root *yaml.Node)) ([]byte, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, fmt.Errorf("not YAML: %w", err)
	}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("not a mapping: nothing can be stored in it")
	}
	edit(document.Content[0])
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(&document); err != nil {
		return nil, fmt.Errorf("writing YAML: %w", err)
	}
	return out.Bytes(), nil
}

// textOf returns the text of a key of a mapping, empty where there is none.
func textOf(mapping *yaml.Node, key string) string {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1].Value
		}
	}
	return ""
}

// remove takes a key out of a mapping.
func remove(mapping *yaml.Node, key string) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			mapping.Content = slices.Delete(mapping.Content, i, i+2)
			return
		}
	}
}

// valueOf returns the value of a key of a mapping, which is made where it is missing.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	if mapping.Kind != yaml.MappingNode {
		*mapping = yaml.Node{Kind: yaml.MappingNode}
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	var name yaml.Node
	name.SetString(key)
	value := &yaml.Node{Kind: yaml.MappingNode}
	mapping.Content = append(mapping.Content, &name, value)
	return value
}

// New returns the text of a configuration that says what flags said.
func New(c *Config) ([]byte, error) {
	type file struct {
		Schema  []string `yaml:"schema"`
		Catalog []string `yaml:"catalog,omitempty"`
		Package string   `yaml:"package"`
		Output  string   `yaml:"output"`
	}
	data, err := yaml.Marshal(file{c.Schemas, c.Catalogs, c.Package, c.Output})
	if err != nil {
		return nil, fmt.Errorf("writing YAML: %w", err)
	}
	return data, nil
}

// NewList returns the text of an xsdgen.yaml for several schemas.
func NewList(all []*Config) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("packages:\n")
	for _, c := range all {
		data, err := New(c)
		if err != nil {
			return nil, err
		}
		indent := "  - "
		for line := range bytes.Lines(data) {
			b.WriteString(indent)
			b.Write(line)
			indent = "    "
		}
	}
	return b.Bytes(), nil
}
