// This file writes an example as JSON, as docs/json.md says.

package example

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// errForm says that an example has something that this form is not written for: wildcards, names with prefixes, xs:anyType.
var errForm = errors.New("no form for this")

// object is a JSON object with its members in order.
type object []member

type member struct {
	key   string
	value any
}

// raw is JSON as it stands.
type raw string

func (m *Maker) json(tree *sample.Node) (string, error) {
	value, err := m.jsonOf(tree)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	writeJSON(&b, value, "")
	return b.String(), nil
}

// jsonOf is the value of an element.
func (m *Maker) jsonOf(n *sample.Node) (any, error) {
	switch t := n.Type.(type) {
	case *schema.SimpleType:
		return scalar(t, textOf(n))
	case *schema.ComplexType:
		s, ok := m.types[t].typ.(*model.Struct)
		if !ok {
			return nil, errForm
		}
		return m.structJSON(s, n)
	}
	return nil, errForm
}

func (m *Maker) structJSON(s *model.Struct, n *sample.Node) (any, error) {
	o := object{}
	if n.Declaration != nil && n.Type != n.Declaration.Type {
		o = append(o, member{"@type", n.Type.TypeName().String()})
	}
	for _, a := range n.Attributes {
		value, err := scalar(a.Use.Declaration.Type, a.Value.Text)
		if err != nil {
			return nil, err
		}
		o = append(o, member{attributeKey(s, a.Name), value})
	}
	if content, ok := s.Definition.Content.(*schema.SimpleContent); ok {
		value, err := scalar(content.Type, textOf(n))
		return append(o, member{"#text", value}), err
	}
	var items []any
	for _, i := range n.Content {
		switch i := i.(type) {
		case sample.Text:
			items = append(items, i.Text)
		case *sample.Node:
			if err := m.childJSON(s, i, &o, &items); err != nil {
				return nil, err
			}
		}
	}
	if items != nil {
		o = append(o, member{"#content", items})
	}
	return o, nil
}

func attributeKey(s *model.Struct, name schema.Name) string {
	for _, m := range s.Members {
		if m.Kind == model.AttributeField && m.Name == name && m.JSON != "" {
			return m.JSON
		}
	}
	return "@" + name.Local
}

// childJSON adds an element to the object of its parent, or to the items in document order.
func (m *Maker) childJSON(s *model.Struct, n *sample.Node, o *object, items *[]any) error {
	value, err := m.jsonOf(n)
	if err != nil {
		return err
	}
	holder := memberOf(s, n)
	if holder == nil {
		return errForm
	}
	key := n.Name.Local
	if holder.JSON != "" && holder.Name == n.Name {
		key = holder.JSON
	}
	substitutable := len(holder.Element.Substitutes) > 0
	many := holder.Max > 1 || holder.Max == schema.Unbounded
	switch {
	case holder.Item:
		*items = append(*items, object{{key, value}})
	case many && substitutable:
		o.add(holder.Name.Local, object{{key, value}})
	case many:
		o.add(key, value)
	default:
		*o = append(*o, member{key, value})
	}
	return nil
}

// add adds a value to an array of the object.
func (o *object) add(key string, value any) {
	for i, m := range *o {
		if m.key == key {
			(*o)[i].value = append(m.value.([]any), value)
			return
		}
	}
	*o = append(*o, member{key, []any{value}})
}

// memberOf is the member of a struct that holds an element; it may stand for the one declared.
func memberOf(s *model.Struct, n *sample.Node) *model.Member {
	for _, m := range s.Members {
		if m.Kind != model.ElementField {
			continue
		}
		if m.Element == n.Declaration || m.Name == n.Name {
			return m
		}
	}
	for _, m := range s.Members {
		if m.Kind != model.ElementField {
			continue
		}
		for _, other := range m.Element.Substitutes {
			if other.Name == n.Name {
				return m
			}
		}
	}
	return nil
}

func textOf(n *sample.Node) string {
	for _, i := range n.Content {
		if t, ok := i.(sample.Text); ok {
			return t.Text
		}
	}
	return ""
}

// scalar is the value of a simple type.
func scalar(t *schema.SimpleType, text string) (any, error) {
	text = t.Runtime.Normalize(text)
	switch variety := t.Variety.(type) {
	case *schema.List:
		items := []any{}
		for word := range strings.FieldsSeq(text) {
			item, err := scalar(variety.Item, word)
			if err != nil {
				return nil, err
			}
			items = append(items, item)
		}
		return items, nil
	case *schema.Union:
		for _, m := range variety.Members {
			if m.Runtime.Accepts(text, nil) {
				return scalar(m, text)
			}
		}
		return nil, errForm
	}
	return atom(t.Runtime, text)
}

func atom(t *xsd.SimpleType, text string) (any, error) {
	primitive := t.Primitive()
	if primitive == nil {
		return nil, errForm
	}
	switch primitive.Name().Local {
	case "decimal", "float", "double":
		if json.Valid([]byte(text)) {
			return raw(text), nil
		}
		return nil, errForm
	case "boolean":
		return raw(map[string]string{"1": "true", "0": "false", "true": "true", "false": "false"}[text]), nil
	case "QName", "NOTATION":
		return nil, errForm
	}
	return text, nil
}

// writeJSON writes a value, each member of an object and each object of an array on a line of its own.
func writeJSON(b *strings.Builder, value any, indent string) {
	inner := indent + "  "
	switch value := value.(type) {
	case raw:
		b.WriteString(string(value))
	case string:
		b.WriteString(quoted(value))
	case object:
		if len(value) == 0 {
			b.WriteString("{}")
			return
		}
		b.WriteString("{")
		for i, m := range value {
			b.WriteString(comma(i) + "\n" + inner + quoted(m.key) + ": ")
			writeJSON(b, m.value, inner)
		}
		b.WriteString("\n" + indent + "}")
	case []any:
		b.WriteString("[")
		for i, item := range value {
			if i > 0 {
				b.WriteString(", ")
			}
			writeJSON(b, item, indent)
		}
		b.WriteString("]")
	}
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

func quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}
