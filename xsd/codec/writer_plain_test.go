// Plain elements are written in a short way: what comes out, and every violation, is that of the long way.

package codec

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// drawnPart is one element of a drawn document: a text of a simple type, or parts of a complex type.
type drawnPart struct {
	field  int
	simple *simple.SimpleType
	text   string
	typ    *ComplexType
	parts  []drawnPart

	unusual func(w *XMLWriter, p *drawnPart) error // writes the element, in another way than most do
}

// unusualWays are what values of other kinds do where an element stands, also where they do not belong.
var unusualWays = []func(w *XMLWriter, p *drawnPart) error{
	func(w *XMLWriter, p *drawnPart) error { w.nilled(); return w.Text(typeString, p.text) },
	func(w *XMLWriter, p *drawnPart) error {
		w.rename(Name{Space: "urn:drawn", Local: "other"})
		return w.Text(typeString, p.text)
	},
	func(w *XMLWriter, p *drawnPart) error {
		w.UnknownBranch("Field", p.text)
		return w.Text(typeString, p.text)
	},
	func(w *XMLWriter, _ *drawnPart) error { return w.missing() },
	func(w *XMLWriter, _ *drawnPart) error { return w.emptyNil() },
	func(w *XMLWriter, p *drawnPart) error { return (&AnyElement{Name: Name{Local: "any"}}).WriteXSD(w) },
	func(w *XMLWriter, p *drawnPart) error { return (&AnyAttribute{Value: p.text}).WriteXSD(w) },
	func(w *XMLWriter, p *drawnPart) error { return new(AnyType).WriteXSD(w) },
	func(w *XMLWriter, p *drawnPart) error {
		return (&AnySimple{Text: p.text, Type: typeString.Name()}).WriteXSD(w)
	},
	func(*XMLWriter, *drawnPart) error { return nil },
}

func (p *drawnPart) ReadXSD(*XMLReader) error { return nil }
func (p *drawnPart) Validate() error          { return Validate(p) }
func (p *drawnPart) WriteXSD(w *XMLWriter) error {
	switch {
	case p.unusual != nil:
		return p.unusual(w, p)
	case p.simple != nil:
		return w.Text(p.simple, p.text)
	}
	w.Open(p.typ)
	for i := range p.parts {
		w.Value(p.parts[i].field, &p.parts[i])
	}
	return w.Close()
}

// drawnTypes are the descriptors of drawn documents.
type drawnTypes struct {
	root, inner, text, picked *ComplexType
	simple                    []*simple.SimpleType
}

func newDrawnTypes() drawnTypes {
	letters := make([]simple.Facet, 0, 26)
	for c := 'a'; c <= 'z'; c++ {
		letters = append(letters, simple.Facet{Kind: simple.FacetEnumeration, Value: string(c)})
	}
	d := drawnTypes{simple: []*simple.SimpleType{
		simple.Restrict(Name{}, typeString),
		simple.Restrict(Name{}, typeString, simple.Facet{Kind: simple.FacetEnumeration, Value: "a"}, simple.Facet{Kind: simple.FacetEnumeration, Value: "blåbær"}),
		simple.Restrict(Name{}, typeString, letters...),
		simple.Restrict(Name{}, typeToken, simple.Facet{Kind: simple.FacetMaxLength, Value: "5"}),
		simple.Restrict(Name{}, typeNormalizedString, simple.Facet{Kind: simple.FacetPattern, Value: "[a-z ]*"}),
		simple.Restrict(Name{}, typeDate), simple.Restrict(Name{}, typeGYear), simple.Restrict(Name{}, typeBoolean), simple.Restrict(Name{}, typeDecimal),
		simple.Restrict(Name{}, typeInt, simple.Facet{Kind: simple.FacetMaxInclusive, Value: "1999"}), simple.Restrict(Name{}, typeID), simple.ListOf(Name{}, typeInt),
	}}
	const space = "urn:drawn"
	fields := make([]Field, 0, 2*len(d.simple)+2)
	for i, t := range d.simple {
		fields = append(fields, Field{Name: Name{Space: space, Local: fmt.Sprintf("one%d", i)}, Min: i % 2, Max: 1, Simple: t})
	}
	attributes := []Field{
		{Kind: AttributeField, Name: Name{Local: "a"}, Max: 1, Simple: d.simple[0]},
		{Kind: AttributeField, Name: Name{Local: "b"}, Min: 1, Max: 1, Simple: d.simple[8]},
		{Kind: AttributeField, Name: Name{Space: space, Local: "a"}, Max: 1, Simple: d.simple[5]},
		{Kind: AttributeField, Name: Name{Local: "c"}, Max: 1, Simple: d.simple[11], Constraint: Default("7")},
	}
	d.text = &ComplexType{GoName: "Text", Fields: append(slices.Clone(attributes), Field{Kind: TextField, Name: Name{Local: "text"}, Min: 1, Max: 1, Simple: d.simple[1]})}
	picked := slices.Clone(fields[:4])
	picked[1].Min, picked[2].Min = 1, 1
	d.picked = &ComplexType{GoName: "Picked", Fields: picked, Content: Sequence(1, 2, Leaf(0, 0, 1), Choice(1, 1, Leaf(1, 1, 1), Sequence(1, 1, Leaf(2, 1, 1), Leaf(3, 0, 1))))}
	inner := append(append(slices.Clone(attributes), fields...), Field{Name: Name{Space: space, Local: "last"}, Max: 1, Simple: d.simple[0], Constraint: Fixed("a")})
	d.inner = &ComplexType{GoName: "Inner", Fields: inner}
	fields = append(fields, Field{Name: Name{Space: space, Local: "in"}, Max: 2, Type: "Inner"})
	for i, t := range d.simple {
		fields = append(fields, Field{Name: Name{Space: space, Local: fmt.Sprintf("many%d", i)}, Max: Unbounded, Simple: t})
	}
	fields = append(fields, Field{Name: Name{Space: space, Local: "text"}, Max: Unbounded, Type: "Text"}, Field{Name: Name{Space: space, Local: "picked"}, Max: Unbounded, Type: "Picked"},
		Field{Name: Name{Space: space, Local: "fixed"}, Max: 1, Type: "Text", Constraint: Fixed("a")})
	d.root = &ComplexType{GoName: "Root", Fields: append(fields, Field{Name: Name{Space: space, Local: "unqualified"}, Max: 1, Type: "Inner", Nillable: true})}
	NewSchema(nil, &SchemaParts{
		Types:    []TypeEntry{TypeOf[drawnPart](d.root), TypeOf[drawnPart](d.inner), TypeOf[drawnPart](d.text), TypeOf[drawnPart](d.picked)},
		Elements: []GlobalElement{&StructElement{Name: Name{Space: space, Local: "root"}, Type: "Root"}},
	})
	return d
}

// theLongWay takes from the descriptors what makes the short way possible.
func (d drawnTypes) theLongWay() {
	for _, t := range []*ComplexType{d.root, d.inner, d.text, d.picked} {
		p := t.compiled()
		for i := range p.facts {
			p.facts[i].plainType, p.facts[i].plainComplex = nil, nil
		}
	}
	for _, t := range d.simple {
		t.Compiled().Quick = nil
	}
}

var drawnTexts = []string{
	"", "a", "z", "true", "1", "2022", "2022-04-11", "2022-02-30", " 2022", "1 2", "a  b", " a", "a\tb", "a & b", "<", "\"", "\\",
	"blåbær", "\x01", "\xff", "\r\n", "17", "2000", "1.10", "+1", "a]]>b",
}

// draw makes a document: mostly of valid parts in their order, now and then of any.
func (d drawnTypes) draw(seed uint64, t *ComplexType) drawnPart {
	draw := rand.New(rand.NewPCG(seed, 2))
	document := drawnPart{typ: t}
	choice := 1 + draw.IntN(2) // of the elements of which one is picked
	for i := 0; i < len(t.Fields); i++ {
		f := &t.Fields[i]
		if f.Min == 0 && draw.IntN(2) == 0 || draw.IntN(400) == 0 || t == d.picked && i != choice && draw.IntN(400) > 0 {
			continue
		}
		for range 1 + draw.IntN(2) {
			part := drawnPart{field: i, simple: f.Simple, text: drawnTexts[draw.IntN(len(drawnTexts))]}
			if f.Simple == nil {
				part = d.draw(draw.Uint64(), map[string]*ComplexType{"Inner": d.inner, "Text": d.text, "Picked": d.picked}[f.Type])
				part.field = i
			}
			for try := 0; f.Simple != nil && !f.Simple.Accepts(part.text, nil) && (try < 20 || draw.IntN(200) > 0); try++ {
				part.text = drawnTexts[draw.IntN(len(drawnTexts))]
			}
			if draw.IntN(800) == 0 {
				part.unusual = unusualWays[draw.IntN(len(unusualWays))]
			}
			document.parts = append(document.parts, part)
			if f.Max == 1 && draw.IntN(400) > 0 {
				break
			}
		}
		if draw.IntN(400) == 0 {
			i = draw.IntN(len(t.Fields))
		}
	}
	return document
}

func TestTheShortWayWritesWhatTheLongWayWrites(t *testing.T) {
	short, long := newDrawnTypes(), newDrawnTypes()
	long.theLongWay()
	valid, invalid := 0, 0
	for seed := range uint64(2000) {
		a, b := short.draw(seed, short.root), long.draw(seed, long.root)
		for name, marshal := range map[string]func(v XMLValue) ([]byte, error){
			"XML":            func(v XMLValue) ([]byte, error) { return MarshalXML(v) },
			"JSON":           func(v XMLValue) ([]byte, error) { return MarshalJSON(v) },
			"Validate":       func(v XMLValue) ([]byte, error) { return nil, Validate(v) },
			"unchecked XML":  func(v XMLValue) ([]byte, error) { return MarshalXML(v, Unchecked()) },
			"unchecked JSON": func(v XMLValue) ([]byte, error) { return MarshalJSON(v, Unchecked()) },
		} {
			got, err := marshal(&a)
			want, wantErr := marshal(&b)
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Fatalf("seed %d, %s (-long +short):\n%s", seed, name, diff)
			}
			if diff := cmp.Diff(fmt.Sprint(wantErr), fmt.Sprint(err)); diff != "" {
				t.Fatalf("seed %d, %s (-long +short):\n%s", seed, name, diff)
			}
			if name == "XML" && err == nil {
				valid++
			} else if name == "XML" {
				invalid++
			}
		}
	}
	if valid < 200 || invalid < 200 {
		t.Errorf("%d valid and %d invalid documents are too few to tell", valid, invalid)
	}
	if short.root.compiled().facts[0].plainType == nil || long.root.compiled().facts[0].plainType != nil {
		t.Error("the plans are not those that were to be compared")
	}
}

// What is decided in a hurry is what the rules say, and where white space cannot change no text with some passes.
func TestQuickChecksSayWhatRulesSay(t *testing.T) {
	types := slices.Concat(newDrawnTypes().simple, simple.BuiltIns())
	for _, typ := range types {
		e := typ.Compiled()
		for _, text := range drawnTexts {
			takes := e.Passes(text, nil)
			if e.Quick != nil && e.Quick(text) && !takes {
				t.Errorf("%s: %q is no value, but taken in a hurry", typ, text)
			}
			if e.Exact && takes && e.White.Normalize(text) != text {
				t.Errorf("%s: %q is taken before its white space is normalised", typ, text)
			}
		}
	}
}
