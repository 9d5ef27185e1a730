// This file has the bodies of generated methods that are the same for all types, most of it for encoding/xml.

package codec

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// EncodeXML is the body of a generated MarshalXML: it writes v, validated, to e. xml.Marshal passes the name of the Go type
// where no other is known; it is replaced by the one global element of the type. A name that a struct tag gives is kept.
func EncodeXML(e *xml.Encoder, start xml.StartElement, v XMLValue) error {
	text, err := writeOut(func(opts ...Option) ([]byte, error) { return encodeXML(start, v, opts) }, nil)
	if err != nil {
		return err
	}
	return copyTokens(e, text)
}

func encodeXML(start xml.StartElement, v XMLValue, opts []Option) ([]byte, error) {
	w := newXMLWriter(opts)
	defer w.release()
	name := Name{Space: start.Name.Space, Local: start.Name.Local}
	w.nameOf = func(roots []*declaration, goName string) (Name, error) { return encodedName(name, roots, goName) }
	text, err := w.writeDocument(v)
	return clone(text), err
}

// encodedName decides as which element a value is written whose encoder calls it name.
func encodedName(name Name, roots []*declaration, goName string) (Name, error) {
	for _, d := range roots {
		if d.Name == name {
			return name, nil
		}
	}
	if name.Space != "" || name.Local != goName {
		return name, nil
	}
	if len(roots) == 1 {
		return roots[0].Name, nil
	}
	return Name{}, rootError(roots)
}

// copyTokens writes a document to e as tokens with its own prefixes and declarations: an encoder that makes them itself would
// put elements without a namespace into the one around them.
func copyTokens(e *xml.Encoder, text []byte) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	for root := true; ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("xsd: reading what was written: %w", err)
		}
		switch t := token.(type) {
		case xml.ProcInst:
			continue // the declaration
		case xml.StartElement:
			token = rawStart(t, root)
			root = false
		case xml.EndElement:
			token = xml.EndElement{Name: rawName(t.Name)}
		}
		if err := e.EncodeToken(token); err != nil {
			return err
		}
	}
}

// rawStart returns a start tag that an encoder writes as it is. The root switches off a default namespace around it.
func rawStart(start xml.StartElement, root bool) xml.StartElement {
	raw := xml.StartElement{Name: rawName(start.Name)}
	hasDefault := false
	for _, a := range start.Attr {
		a.Name = rawName(a.Name)
		hasDefault = hasDefault || a.Name.Local == "xmlns"
		raw.Attr = append(raw.Attr, a)
	}
	if root && !hasDefault && start.Name.Space == "" {
		raw.Attr = append(raw.Attr, xml.Attr{Name: xml.Name{Local: "xmlns"}})
	}
	return raw
}

// rawName joins prefix and local name.
func rawName(name xml.Name) xml.Name {
	if name.Space == "" {
		return name
	}
	return xml.Name{Local: name.Space + ":" + name.Local}
}

// EncodeJSON is the body of a generated MarshalJSON. Like DecodeJSON and Check it has no options and is never inlined: what each generated method puts in the
// place of a call is what the compiler needs memory for.
//
//go:noinline
func EncodeJSON(v JSONValue) ([]byte, error) { return MarshalJSON(v) }

// DecodeJSON is the body of a generated UnmarshalJSON.
//
//go:noinline
func DecodeJSON(data []byte, v JSONValue) error { return UnmarshalJSON(data, v) }

// Check is the body of a generated Validate.
//
//go:noinline
func Check(v XMLValue) error { return Validate(v) }

// DecodeXML is the body of a generated UnmarshalXML: it reads the element that d has just started into v, strictly. Inside another element it may have any
// name, as a field's tag gives it one. The name of the outermost must be that of a global element of the type, if the type has any: another one shows that v is
// embedded in the struct that was meant. The decoder does not say what is declared around the element: where a value uses a prefix from there, that is an error.
func DecodeXML(d *xml.Decoder, start xml.StartElement, v XMLValue) error {
	root := anyRootIfNone
	if isInside(d) {
		root = anyRoot
	}
	var w xmltext.Writer
	if err := rewrite(&w, d, start); err != nil {
		return err
	}
	text, err := w.Bytes()
	if err != nil {
		return err
	}
	r := newXMLReader(text, []Option{rootMayBe(root)})
	defer r.release()
	err = r.readRoot(v)
	prefix, standard := r.xml.Missed()
	switch {
	case prefix != "" && usesPrefixed(err, prefix):
		return &lostPrefixError{prefix, err}
	case standard && isDeclaredAround(start):
		return &lostPrefixError{"", err}
	}
	return err
}

// isInside reports whether the element that d has just started is inside another. Decoder has no method that tells; of its fields the stack of what is open
// does, whose entries for elements are of kind 0. A decoder that is built otherwise is taken to be inside, where every name is read.
func isInside(d *xml.Decoder) bool {
	open := 0
	for entry := reflect.ValueOf(d).Elem().FieldByName("stk"); ; {
		if entry.Kind() != reflect.Pointer {
			return true
		}
		if entry.IsNil() {
			return open != 1
		}
		entry = entry.Elem()
		if entry.Kind() != reflect.Struct {
			return true
		}
		kind := entry.FieldByName("kind")
		if !kind.CanInt() {
			return true
		}
		if kind.Int() == 0 {
			open++
		}
		entry = entry.FieldByName("next")
	}
}

// lostPrefixError says that a prefix is declared around an element, if anywhere, and that encoding/xml does not say as what.
type lostPrefixError struct {
	prefix string // empty for the default namespace
	err    error  // what it led to, nil where that can't be known
}

func (e *lostPrefixError) Error() string {
	what := "the prefix " + e.prefix + " of a value is"
	if e.prefix == "" {
		what = "a value has no prefix, and a default namespace is"
	}
	text := "xsd: " + what + " not declared in the element that encoding/xml hands over; what is declared around that is lost: read the whole document with xsd.UnmarshalXML and xsd.Within"
	if e.err != nil {
		text += ": " + e.err.Error()
	}
	return text
}

func (e *lostPrefixError) Unwrap() error { return e.err }

// usesPrefixed reports whether a violation is about a text with this prefix.
func usesPrefixed(err error, prefix string) bool {
	var violations Violations
	return errors.As(err, &violations) && slices.ContainsFunc(violations, func(v Violation) bool { return strings.Contains(v.Text, prefix+":") })
}

// isDeclaredAround reports whether the namespace of an element is not declared in its start tag, so that it is a part of a larger document.
func isDeclaredAround(start xml.StartElement) bool {
	return start.Name.Space != "" && !slices.ContainsFunc(start.Attr, func(a xml.Attr) bool {
		return a.Value == start.Name.Space && (a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns")
	})
}

// rewrite writes the element that d has just started, to its end.
func rewrite(w *xmltext.Writer, d *xml.Decoder, start xml.StartElement) error {
	limits := Limits{}.Effective()
	rewriteStart(w, start)
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			rewriteStart(w, token)
			if depth++; depth > limits.MaxDepth {
				return &LimitError{Limit: "MaxDepth", Max: int64(limits.MaxDepth), Message: "the number of elements inside each other", Remedy: "read the document with xsd.UnmarshalXML and xsd.WithLimits if you trust the sender"}
			}
		case xml.EndElement:
			w.End()
			depth--
		case xml.CharData:
			w.Text(string(token))
		}
	}
	return nil
}

// lostPrefix begins the prefixes of namespaces that are declared around the element: what values have resembles none of them.
const lostPrefix = "_lost."

// preferLost makes the writer give such a prefix to the namespaces of a start tag, should they not be declared.
func preferLost(w *xmltext.Writer, start xml.StartElement) {
	if start.Name.Space != "" {
		w.Prefer(lostPrefix, start.Name.Space)
	}
	for i, a := range start.Attr {
		if a.Name.Space != "" && a.Name.Space != "xmlns" && a.Name.Space != start.Name.Space {
			w.Prefer(lostPrefix+strconv.Itoa(i), attributeSpace(a.Name.Space))
		}
	}
}

func rewriteStart(w *xmltext.Writer, start xml.StartElement) {
	preferLost(w, start)
	var declarations []xmltext.Binding
	for _, a := range start.Attr {
		switch {
		case a.Name.Space == "xmlns":
			declarations = append(declarations, xmltext.Binding{Prefix: a.Name.Local, URI: a.Value})
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			declarations = append(declarations, xmltext.Binding{URI: a.Value})
		}
	}
	w.Start(Name{Space: start.Name.Space, Local: start.Name.Local}, declarations...)
	for _, a := range start.Attr {
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
			w.Attr(Name{Space: attributeSpace(a.Name.Space), Local: a.Name.Local}, a.Value)
		}
	}
}

// attributeSpace is the namespace of an attribute: encoding/xml knows the prefix xml by itself.
func attributeSpace(space string) string {
	if space == "xml" {
		return "http://www.w3.org/XML/1998/namespace"
	}
	return space
}
