// The ways in, from the token readers to the compiler.

package attacks

import (
	"bytes"
	"fmt"
	"testing/fstest"
	"testing/iotest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_type"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Read reads an attack in one way. It is fine with any verdict: what counts is what it costs.
func Read(way Way, text []byte) error {
	switch way {
	case Tokens:
		tokens(xmltext.NewReader(text, source.Limits{}))
		tokens(xmltext.NewStreamReader(iotest.OneByteReader(bytes.NewReader(text)), source.Limits{}))
	case Generic:
		generic(text)
	case Elements:
		for _, err := range xsd.Range[anytype.Holder](bytes.NewReader(text), anytype.RootElement, "") {
			if err != nil {
				break
			}
		}
	case Judged:
		return judged(text)
	case JSON:
		items(jsontext.NewReader(text, source.Limits{}))
		items(jsontext.NewStreamReader(iotest.OneByteReader(bytes.NewReader(text)), source.Limits{}))
	case Values:
		values(text)
	case Schema:
		_ = compile(text)
	default:
		return fmt.Errorf("no way %q", way)
	}
	return nil
}

// tokens reads all of a document and asks for all that a token has.
func tokens(r *xmltext.Reader) {
	var bindings []xmltext.Binding
	for {
		kind, err := r.Next()
		if err != nil || kind == xmltext.End {
			return
		}
		_, _ = r.Name(), r.Text()
		_ = r.Position()
		for i := range r.Attrs() {
			_ = r.AttrPosition(i)
		}
		if r.Depth() < 5 {
			bindings = r.Bindings(bindings[:0])
		}
	}
}

func generic(text []byte) {
	var v anytype.Holder
	if xsd.UnmarshalXML(text, &v) == nil {
		_, _ = xsd.MarshalXML(&v)
		_, _ = xsd.MarshalJSON(&v)
	}
	var deviations xsd.Violations
	_ = xsd.UnmarshalXML(text, &v, xsd.Tolerant(&deviations))
}

func values(text []byte) {
	var v anytype.Holder
	if xsd.UnmarshalJSON(text, &v) == nil {
		_, _ = xsd.MarshalXML(&v)
		_, _ = xsd.MarshalJSON(&v)
	}
	var deviations xsd.Violations
	_ = xsd.UnmarshalJSON(text, &v, xsd.Tolerant(&deviations))
}

func items(r *jsontext.Reader) {
	for {
		kind, err := r.Next()
		if err != nil || kind == jsontext.End {
			return
		}
		_, _ = r.Text(), r.Position()
	}
}

const judge = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:case" targetNamespace="urn:case" elementFormDefault="qualified">
  <xs:element name="root"><xs:complexType><xs:sequence><xs:element name="anything"/></xs:sequence></xs:complexType></xs:element></xs:schema>`

func judged(text []byte) error {
	set, err := build([]byte(judge))
	if err != nil {
		return err
	}
	_ = validate.New(set).Document(bytes.NewReader(text))
	return nil
}

func compile(text []byte) error {
	_, err := build(text)
	return err
}

func build(text []byte) (*schema.Set, error) {
	documents, err := load.Load([]string{"a.xsd"}, load.Options{FS: fstest.MapFS{"a.xsd": {Data: text}}})
	if err != nil {
		return nil, err
	}
	return schema.Build(documents)
}
