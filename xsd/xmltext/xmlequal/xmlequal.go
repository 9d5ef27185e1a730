// Package xmlequal compares XML documents for tests: by expanded names, attributes in any
// order, and text. Comments, processing instructions, prefixes and the spelling of
// characters do not count.
package xmlequal

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// InstanceNamespace is the namespace of xsi:type, xsi:nil and xsi:schemaLocation (XSD 1.0
// Part 1, section 2.6).
const InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"

// Options say what counts as a difference. The zero Options count everything but white
// space between elements.
type Options struct {
	// IgnoreAttr, if set, reports whether an attribute does not count. See SchemaLocation.
	IgnoreAttr func(name source.Name) bool
	// EqualText, if set, reports whether two texts that differ count as equal: those of the
	// elements with this path, or of an attribute, whose path ends in /@name.
	EqualText func(path, a, b string) bool
	// QualifiedNames makes texts count as equal that are, word by word, qualified names of the same expanded names, whatever
	// their prefixes: values of xs:QName.
	QualifiedNames bool
	// Mixed makes the white space between elements count.
	Mixed bool
}

// SchemaLocation is an IgnoreAttr: xsi:schemaLocation and xsi:noNamespaceSchemaLocation.
func SchemaLocation(name source.Name) bool {
	return name.Space == InstanceNamespace && strings.HasSuffix(strings.ToLower(name.Local), "schemalocation")
}

// Compare returns the first difference of two documents with the path of the element that
// has it, such as "/a/b[2]/@x: 1 against 2", and "" if they are equal. An error is about a
// document that cannot be read.
func Compare(a, b []byte, options Options) (difference string, err error) {
	x, err := parse(a, options)
	if err != nil {
		return "", fmt.Errorf("the first document: %w", err)
	}
	y, err := parse(b, options)
	if err != nil {
		return "", fmt.Errorf("the second document: %w", err)
	}
	return options.elements("/"+x.name.String(), x, y), nil
}

// element is an element with what counts of it: texts[i] comes before children[i], the last
// text after all of them.
type element struct {
	name     source.Name
	attrs    []xmltext.Attr
	children []*element
	texts    []string
	prefixes map[string]string // in scope, where QualifiedNames asks for them
}

func parse(data []byte, options Options) (*element, error) {
	r := xmltext.NewReader(data, source.Limits{})
	root := &element{texts: []string{""}}
	open := []*element{root}
	for {
		kind, err := r.Next()
		if err != nil {
			return nil, err
		}
		innermost := open[len(open)-1]
		switch kind {
		case xmltext.StartElement:
			child := &element{name: r.Name(), attrs: counted(r.Attrs(), options), texts: []string{""}, prefixes: prefixes(r, options)}
			innermost.children = append(innermost.children, child)
			innermost.texts = append(innermost.texts, "")
			open = append(open, child)
		case xmltext.Text:
			innermost.texts[len(innermost.texts)-1] = r.Text()
		case xmltext.EndElement:
			innermost.dropBlank(options)
			open = open[:len(open)-1]
		case xmltext.End:
			return root.children[0], nil
		}
	}
}

// prefixes are the bindings in scope, by prefix.
func prefixes(r *xmltext.Reader, options Options) map[string]string {
	if !options.QualifiedNames {
		return nil
	}
	inScope := map[string]string{}
	for _, binding := range r.Bindings(nil) {
		inScope[binding.Prefix] = binding.URI
	}
	return inScope
}

// expand writes each word that may be a qualified name as an expanded one.
func (e *element) expand(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		prefix, local, prefixed := strings.Cut(word, ":")
		if !prefixed {
			prefix, local = "", word
		}
		if uri, bound := e.prefixes[prefix]; bound && xmltext.IsNCName(local) {
			words[i] = source.Name{Space: uri, Local: local}.String()
		}
	}
	return strings.Join(words, " ")
}

// counted returns the attributes that count, in order of their names.
func counted(attrs []xmltext.Attr, options Options) []xmltext.Attr {
	var kept []xmltext.Attr
	for _, a := range attrs {
		if options.IgnoreAttr == nil || !options.IgnoreAttr(a.Name) {
			kept = append(kept, a)
		}
	}
	slices.SortFunc(kept, func(a, b xmltext.Attr) int { return strings.Compare(a.Name.String(), b.Name.String()) })
	return kept
}

// dropBlank forgets white space between elements, unless there is text among them.
func (e *element) dropBlank(options Options) {
	if options.Mixed || len(e.children) == 0 || strings.Trim(strings.Join(e.texts, ""), " \t\r\n") != "" {
		return
	}
	clear(e.texts)
}

// elements returns the first difference of two elements, "" if there is none.
func (o Options) elements(path string, x, y *element) string {
	if x.name != y.name {
		return difference(path, x.name.String(), y.name.String())
	}
	if found := o.attributes(path, x, y); found != "" {
		return found
	}
	seen := map[source.Name]int{}
	for i := range max(len(x.texts), len(y.texts)) {
		if found := o.texts(path, textAt(x, i), textAt(y, i), x, y); found != "" {
			return found
		}
		if i >= len(x.children) || i >= len(y.children) {
			return missing(path, x, y, i)
		}
		child := x.children[i]
		seen[child.name]++
		childPath := fmt.Sprintf("%s/%s[%d]", path, child.name, seen[child.name])
		if found := o.elements(childPath, child, y.children[i]); found != "" {
			return found
		}
	}
	return ""
}

// missing returns the difference of two elements of which one has no child i.
func missing(path string, x, y *element, i int) string {
	switch {
	case i < len(x.children):
		return difference(path, x.children[i].name.String(), "nothing")
	case i < len(y.children):
		return difference(path, "nothing", y.children[i].name.String())
	default:
		return ""
	}
}

func textAt(e *element, i int) string {
	if i < len(e.texts) {
		return e.texts[i]
	}
	return ""
}

// texts compares two texts that stand in the elements x and y.
func (o Options) texts(path, a, b string, x, y *element) string {
	if a == b || o.EqualText != nil && o.EqualText(path, a, b) || o.QualifiedNames && x.expand(a) == y.expand(b) {
		return ""
	}
	return difference(path, fmt.Sprintf("%q", a), fmt.Sprintf("%q", b))
}

// attributes returns the first difference of attributes in order of their names.
func (o Options) attributes(path string, x, y *element) string {
	a, b := x.attrs, y.attrs
	for i := range max(len(a), len(b)) {
		switch {
		case i == len(b) || i < len(a) && a[i].Name.String() < b[i].Name.String():
			return difference(path+"/@"+a[i].Name.String(), fmt.Sprintf("%q", a[i].Value), "nothing")
		case i == len(a) || a[i].Name != b[i].Name:
			return difference(path+"/@"+b[i].Name.String(), "nothing", fmt.Sprintf("%q", b[i].Value))
		}
		if found := o.texts(path+"/@"+a[i].Name.String(), a[i].Value, b[i].Value, x, y); found != "" {
			return found
		}
	}
	return ""
}

func difference(path, a, b string) string {
	return path + ": " + a + " against " + b
}
