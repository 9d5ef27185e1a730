// Documents as markup, to be taken apart and put together again: prefixes and their declarations stay as written.

package inclusion

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// markup is an element, or a text where it has no name.
type markup struct {
	name       string // as written, with its prefix
	attributes []markupAttribute
	children   []*markup
	text       string
}

type markupAttribute struct{ name, value string }

var errMarkup = errors.New("not a document")

// parseMarkup reads a document. Comments and processing instructions are left out.
func parseMarkup(document string) (*markup, error) {
	decoder := xml.NewDecoder(strings.NewReader(document))
	top := &markup{}
	open := []*markup{top}
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		inner := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			element := startedMarkup(token)
			inner.children = append(inner.children, element)
			open = append(open, element)
		case xml.EndElement:
			if open = open[:len(open)-1]; len(open) == 0 {
				return nil, errMarkup
			}
		case xml.CharData:
			if len(open) > 1 {
				inner.children = append(inner.children, &markup{text: string(token)})
			}
		}
	}
	if len(open) != 1 || len(top.children) != 1 {
		return nil, errMarkup
	}
	return top.children[0], nil
}

func startedMarkup(token xml.StartElement) *markup {
	m := &markup{name: written(token.Name)}
	for _, attribute := range token.Attr {
		m.attributes = append(m.attributes, markupAttribute{written(attribute.Name), attribute.Value})
	}
	return m
}

func written(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

// String writes the document.
func (m *markup) String() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	m.writeTo(&b)
	return b.String()
}

var (
	textEscapes      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;")
	attributeEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\r", "&#xD;", "\n", "&#xA;", "\t", "&#x9;")
)

func (m *markup) writeTo(b *strings.Builder) {
	if m.name == "" {
		b.WriteString(textEscapes.Replace(m.text))
		return
	}
	b.WriteString("<" + m.name)
	for _, a := range m.attributes {
		b.WriteString(" " + a.name + `="` + attributeEscapes.Replace(a.value) + `"`)
	}
	if len(m.children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	for _, child := range m.children {
		child.writeTo(b)
	}
	b.WriteString("</" + m.name + ">")
}

// each calls visit for the element and all elements below it, parents first.
func (m *markup) each(visit func(*markup)) {
	if m.name == "" {
		return
	}
	visit(m)
	for _, child := range m.children {
		child.each(visit)
	}
}

// document is a document in the namespaces of the other schema. Only declarations of prefixes have to change.
func (r *renaming) document(document string) (string, error) {
	if len(r.spaces) == 0 {
		return document, nil
	}
	root, err := parseMarkup(document)
	if err != nil {
		return "", err
	}
	root.each(func(m *markup) {
		for i, a := range m.attributes {
			if a.name == "xmlns" || strings.HasPrefix(a.name, "xmlns:") {
				m.attributes[i].value = r.space(a.value)
			}
		}
	})
	return root.String(), nil
}
