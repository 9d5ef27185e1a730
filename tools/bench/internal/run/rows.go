// This file lists the rows.

package run

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/cpeers"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/documents"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/measure"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// rows lists what the registered packages allow to measure.
func (s *settings) rows() []row {
	var rows []row
	for _, f := range documents.Families {
		p, ok := registered[f.Name]
		if !ok {
			continue
		}
		for _, size := range f.Sizes {
			sub := subject{s: s, family: f, p: p, size: size}
			name := f.Name + "/" + size.Name + "/"
			rows = append(rows,
				row{name + "xmlread", sub.xmlRead}, row{name + "xmlwrite", sub.xmlWrite},
				row{name + "jsonread", sub.jsonRead}, row{name + "jsonwrite", sub.jsonWrite})
		}
		rows = append(rows, outputRows(s, f, p)...)
	}
	if p, ok := registered["status"]; ok {
		rows = append(rows, row{"tolerant/xmlread", tolerantXML(p)}, row{"tolerant/jsonread", tolerantJSON(p)})
	}
	return append(rows, featureRows()...)
}

// subject is a document of a family.
type subject struct {
	s      *settings
	family documents.Family
	p      Package
	size   documents.Size
}

func (s subject) document() ([]byte, error) { return s.family.Document(s.s.root, s.size) }

func readXML(name string, p Package, document []byte, opts ...xsd.Option) measure.Contender {
	return measure.Contender{Name: name, Run: func() error { return xsd.UnmarshalXML(document, p.New(), opts...) }}
}

func readJSON(name string, p Package, document []byte, opts ...xsd.Option) measure.Contender {
	return measure.Contender{Name: name, Run: func() error { return xsd.UnmarshalJSON(document, p.New(), opts...) }}
}

func writeXML(name string, v xsd.XMLValue, opts ...xsd.Option) measure.Contender {
	return measure.Contender{Name: name, Run: func() error { _, err := xsd.MarshalXML(v, opts...); return err }}
}

func writeJSON(name string, v xsd.XMLValue, opts ...xsd.Option) measure.Contender {
	return measure.Contender{Name: name, Run: func() error { _, err := xsd.MarshalJSON(v, opts...); return err }}
}

// xmlRead compares with encoding/xml, and with the C libraries where they are.
func (s subject) xmlRead() (work, error) {
	document, err := s.document()
	if err != nil {
		return work{}, err
	}
	w := work{bytes: len(document), contenders: []measure.Contender{
		readXML("strict", s.p, document),
		{Name: "encoding/xml", Run: func() error { return xml.Unmarshal(document, s.p.Peer()) }},
		tolerantly(readXMLTolerantly(s.p, document)),
	}}
	if !cpeers.Built {
		return w, nil
	}
	w.contenders = append(w.contenders,
		measure.Contender{Name: "SAX2", Run: func() error { return cpeers.SAX2(document) }},
		measure.Contender{Name: "expat", Run: func() error { return cpeers.Expat(document) }})
	validator, err := cpeers.NewValidator(s.schema())
	if err == nil && validator.Validate(document) == nil { // else libxml2 does not accept it
		w.contenders = append(w.contenders, measure.Contender{Name: "DOM+XSD", Run: func() error { return validator.Validate(document) }})
	}
	return w, nil
}

// schema returns the schema as libxml2 accepts it.
func (s subject) schema() string {
	if s.family.Name == "status" {
		return filepath.Join(s.s.generated, "trimmed.xsd")
	}
	return documents.Path(s.s.root, s.family.Schema)
}

func tolerantly(run func() error) measure.Contender {
	return measure.Contender{Name: "tolerant", Run: run}
}

func readXMLTolerantly(p Package, document []byte) func() error {
	return func() error {
		var deviations xsd.Violations
		return xsd.UnmarshalXML(document, p.New(), xsd.Tolerant(&deviations))
	}
}

func readJSONTolerantly(p Package, document []byte) func() error {
	return func() error {
		var deviations xsd.Violations
		return xsd.UnmarshalJSON(document, p.New(), xsd.Tolerant(&deviations))
	}
}

// values reads the document into both kinds of Go value.
func (s subject) values() (document []byte, ours xsd.XMLValue, peer any, err error) {
	if document, err = s.document(); err != nil {
		return nil, nil, nil, err
	}
	ours, peer = s.p.New(), s.p.Peer()
	if err = xsd.UnmarshalXML(document, ours); err == nil {
		err = xml.Unmarshal(document, peer)
	}
	return document, ours, peer, err
}

func (s subject) xmlWrite() (work, error) {
	document, ours, peer, err := s.values()
	if err != nil {
		return work{}, err
	}
	written, err := xsd.MarshalXML(ours)
	return work{bytes: Compact(document), written: len(written), contenders: []measure.Contender{
		writeXML("validated", ours),
		{Name: "encoding/xml", Run: func() error { _, err := xml.Marshal(peer); return err }},
		writeXML("unchecked", ours, xsd.Unchecked()),
	}}, err
}

func (s subject) jsonRead() (work, error) {
	_, ours, _, err := s.values()
	if err != nil {
		return work{}, err
	}
	document, err := xsd.MarshalJSON(ours)
	return work{bytes: len(document), contenders: []measure.Contender{
		readJSON("strict", s.p, document),
		{Name: "encoding/json", Run: func() error { return json.Unmarshal(document, s.p.Peer()) }},
		tolerantly(readJSONTolerantly(s.p, document)),
	}}, err
}

func (s subject) jsonWrite() (work, error) {
	_, ours, _, err := s.values()
	if err != nil {
		return work{}, err
	}
	document, err := xsd.MarshalJSON(ours)
	if err != nil {
		return work{}, err
	}
	peer := s.p.Peer()
	if err := json.Unmarshal(document, peer); err != nil {
		return work{}, err
	}
	if err := sameJSON(document, peer); err != nil {
		return work{}, err
	}
	return work{bytes: len(document), written: len(document), contenders: []measure.Contender{
		writeJSON("validated", ours),
		{Name: "encoding/json", Run: func() error { _, err := json.Marshal(peer); return err }},
		writeJSON("unchecked", ours, xsd.Unchecked()),
	}}, nil
}

// sameJSON reports where the peer would not write what ours does, the order of members aside.
func sameJSON(document []byte, peer any) error {
	written, err := json.Marshal(peer)
	if err != nil {
		return err
	}
	var ours, other any
	if err := errors.Join(json.Unmarshal(document, &ours), json.Unmarshal(written, &other)); err != nil {
		return err
	}
	if len(written) != len(document) || !reflect.DeepEqual(ours, other) {
		return fmt.Errorf("the peer writes other JSON: %d bytes, ours are %d", len(written), len(document))
	}
	return nil
}

// Compact returns how long a document is without white space between its tags.
func Compact(document []byte) int {
	length := 0
	for _, part := range bytes.SplitAfter(document, []byte(">")) {
		if trimmed := bytes.TrimLeft(part, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '<' {
			part = trimmed
		}
		length += len(part)
	}
	return length
}

// outputRows compare the writing of 500 KB with that of 20 MB.
func outputRows(s *settings, f documents.Family, p Package) []row {
	if f.Name != "status" && f.Name != "ubl" {
		return nil
	}
	values := func(write func(xsd.XMLValue) (measure.Contender, int)) func() (work, error) {
		return func() (work, error) {
			var w work
			for i, size := range []documents.Size{{Terms: 1200, Bytes: 500 << 10}, {Terms: 48000, Bytes: 20 << 20}} {
				document, err := f.Document(s.root, size)
				if err != nil {
					return w, err
				}
				v := p.New()
				if err := xsd.UnmarshalXML(document, v); err != nil {
					return w, err
				}
				c, written := write(v)
				c.Name = []string{"500 KB", "20 MB"}[i]
				if i == 0 {
					w.bytes = written
				}
				w.written = written
				w.contenders = append(w.contenders, c)
			}
			return w, nil
		}
	}
	name := "output/" + f.Name + "/"
	return []row{
		{name + "xmlwrite", values(func(v xsd.XMLValue) (measure.Contender, int) {
			text, _ := xsd.MarshalXML(v)
			return writeXML("", v), len(text)
		})},
		{name + "jsonwrite", values(func(v xsd.XMLValue) (measure.Contender, int) {
			text, _ := xsd.MarshalJSON(v)
			return writeJSON("", v), len(text)
		})},
	}
}

// tolerantXML compares strict reading with tolerant reading of what deviates in every term.
func tolerantXML(p Package) func() (work, error) {
	return func() (work, error) {
		document := documents.Status(1000, documents.Plain)
		w := work{bytes: len(document), contenders: []measure.Contender{readXML("strict", p, document)}}
		for _, d := range documents.Deviations {
			w.contenders = append(w.contenders, measure.Contender{Name: d.Name, Run: readXMLTolerantly(p, d.Document(1000))})
		}
		return w, nil
	}
}

// tolerantJSON does the same with JSON.
func tolerantJSON(p Package) func() (work, error) {
	return func() (work, error) {
		document, err := asJSON(p, documents.Status(1000, documents.Plain))
		w := work{bytes: len(document), contenders: []measure.Contender{readJSON("strict", p, document)}}
		for _, d := range documents.JSONDeviations {
			w.contenders = append(w.contenders, measure.Contender{Name: d.Name, Run: readJSONTolerantly(p, d.Change(document))})
		}
		return w, err
	}
}

func asJSON(p Package, document []byte) ([]byte, error) {
	v := p.New()
	if err := xsd.UnmarshalXML(document, v); err != nil {
		return nil, err
	}
	return xsd.MarshalJSON(v)
}

// featureRows compare the status schema with the same with one more feature, which the document does not use, and which it uses.
func featureRows() []row {
	base, ok := registered["features/none"]
	if !ok {
		return nil
	}
	var rows []row
	for _, f := range documents.Features {
		if p, ok := registered["features/"+f.Name]; ok && f.Name != "none" {
			c := change{f, base, p}
			name := "features/" + f.Name + "/"
			rows = append(rows, row{name + "xmlread", c.read(false)}, row{name + "xmlwrite", c.write(writeXML)},
				row{name + "jsonread", c.read(true)}, row{name + "jsonwrite", c.write(writeJSON)})
		}
	}
	return rows
}

// change is a feature and what it is compared with.
type change struct {
	feature    documents.Feature
	base, with Package
}

// documents returns the document without the feature, and with it where that can be.
func (c change) documents() (without, used []byte) {
	without = c.feature.Unused(100)
	if c.feature.Used != nil {
		used = documents.Status(100, c.feature.Used)
	}
	return without, used
}

// part is a contender of a row about a feature.
type part struct {
	name     string
	p        Package
	document []byte
}

func (c change) read(json bool) func() (work, error) {
	return func() (work, error) {
		plain, used := c.documents()
		var w work
		for _, one := range []part{{"without", c.base, plain}, {"unused", c.with, plain}, {"used", c.with, used}} {
			read, document := readXML, one.document
			if document == nil {
				continue
			}
			if json { // as the package itself writes it, since a feature may change the form
				var err error
				if document, err = asJSON(one.p, document); err != nil {
					return w, fmt.Errorf("%s: %w", one.name, err)
				}
				read = readJSON
			}
			w.bytes = len(document)
			w.contenders = append(w.contenders, read(one.name, one.p, document))
		}
		return w, nil
	}
}

func (c change) write(write func(string, xsd.XMLValue, ...xsd.Option) measure.Contender) func() (work, error) {
	return func() (work, error) {
		document, used := c.documents()
		w := work{bytes: len(document)}
		for _, one := range []part{{"without", c.base, document}, {"unused", c.with, document}, {"used", c.with, used}} {
			if one.document == nil {
				continue
			}
			v := one.p.New()
			if err := xsd.UnmarshalXML(one.document, v); err != nil {
				return w, fmt.Errorf("%s: %w", one.name, err)
			}
			w.contenders = append(w.contenders, write(one.name, v))
		}
		return w, nil
	}
}
