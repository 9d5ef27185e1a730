// This file stores names in an xsdgen.yaml without touching the rest of it.

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
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, fmt.Errorf("not YAML: %w", err)
	}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("not a mapping: names cannot be stored")
	}
	target := valueOf(document.Content[0], "names")
	for _, key := range slices.Sorted(maps.Keys(names)) {
		valueOf(target, key).SetString(names[key])
	}
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(&document); err != nil {
		return nil, fmt.Errorf("writing YAML: %w", err)
	}
	return out.Bytes(), nil
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
		Package string   `yaml:"package"`
		Output  string   `yaml:"output"`
	}
	data, err := yaml.Marshal(file{Schema: c.Schemas, Package: c.Package, Output: c.Output})
	if err != nil {
		return nil, fmt.Errorf("writing YAML: %w", err)
	}
	return data, nil
}
