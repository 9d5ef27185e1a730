// The ways in, from the token readers to the compiler.

package attacks

import (
	"bytes"
	"fmt"
	"strings"
	"testing/fstest"
	"testing/iotest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_type"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/identity"
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
		for _, err := range xsd.Range[xsd.AnyType](bytes.NewReader(text), anytype.RootElement, "anything") {
			if err != nil {
				break
			}
		}
	case Judged:
		return judged(judge, text)
	case Keyed:
		return withKeys(text)
	case JSON:
		items(jsontext.NewReader(text, source.Limits{}))
		items(jsontext.NewStreamReader(iotest.OneByteReader(bytes.NewReader(text)), source.Limits{}))
	case Values:
		values(text)
	case Schema:
		_ = compile(fstest.MapFS{"a.xsd": {Data: text}}, "a.xsd")
	case Files:
		_ = compile(split(string(text)))
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
		if r.Depth() == 1 { // they are as many as the document says, so whoever asks at each element pays for it
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

func judged(schema string, text []byte) error {
	set, err := build(fstest.MapFS{"a.xsd": {Data: []byte(schema)}}, "a.xsd")
	if err != nil {
		return err
	}
	_ = validate.New(set).Document(bytes.NewReader(text))
	return nil
}

const shops = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:case" xmlns:c="urn:case" targetNamespace="urn:case" elementFormDefault="qualified">
  <xs:element name="root">
    <xs:complexType><xs:sequence>
      <xs:element name="product" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="name" type="xs:string" minOccurs="0"/></xs:sequence><xs:attribute name="id" type="xs:int"/></xs:complexType></xs:element>
      <xs:element name="order"><xs:complexType><xs:sequence><xs:element name="line" maxOccurs="unbounded"><xs:complexType><xs:attribute name="product" type="xs:int"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType>
    <xs:key name="product"><xs:selector xpath="c:product"/><xs:field xpath="@id"/></xs:key>
    <xs:keyref name="line" refer="product"><xs:selector xpath="c:order/c:line"/><xs:field xpath="@product"/></xs:keyref>
    <xs:unique name="name"><xs:selector xpath=".//c:product"/><xs:field xpath="c:name"/></xs:unique>
  </xs:element></xs:schema>`

// withKeys reads documents whose schema has identity constraints, the feature case identity and one like it.
func withKeys(text []byte) error {
	var v identity.Shop
	if xsd.UnmarshalXML(text, &v) == nil {
		_, _ = xsd.MarshalXML(&v)
	}
	for _, err := range xsd.Range[identity.ShopProduct](bytes.NewReader(text), identity.RootElement, "product", xsd.CheckIdentity(1<<20)) {
		if err != nil {
			break
		}
	}
	return judged(shops, text)
}

// split returns the files of a text, and the name of the first.
func split(text string) (files fstest.MapFS, first string) {
	files = fstest.MapFS{}
	for part := range strings.SplitSeq(text, fileMark) {
		name, content, found := strings.Cut(part, "\n")
		if !found {
			continue
		}
		files[name] = &fstest.MapFile{Data: []byte(content)}
		if first == "" {
			first = name
		}
	}
	return files, first
}

func compile(files fstest.MapFS, first string) error {
	_, err := build(files, first)
	return err
}

func build(files fstest.MapFS, first string) (*schema.Set, error) {
	documents, err := load.Load([]string{first}, load.Options{FS: files})
	if err != nil {
		return nil, err
	}
	return schema.Build(documents)
}
