// This file tests that what a document takes to be judged does not grow with its length, nor with what else the schema has.

package engine_test

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// endless is a document with a part that is repeated: before it, the part again and again, and what comes after it.
type endless struct {
	before, part, after string
	times               int
	quarter             func() // called when a quarter of the parts was read
	last                func() // and when all were

	rest    string
	written int
}

// Read implements io.Reader.
func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		switch {
		case e.written == 0:
			e.rest = e.before
		case e.written <= e.times:
			e.rest = e.part
		case e.written == e.times+1:
			e.last()
			e.rest = e.after
		default:
			return 0, io.EOF
		}
		if e.written++; e.written == e.times/4 {
			e.quarter()
		}
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// heap is how much memory is in use.
func heap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// TestMemory: from a quarter of a long document to its end nothing is added to what is kept, whatever lets the elements in.
func TestMemory(t *testing.T) {
	e, _ := built(t, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="a"><xs:complexType mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded">
 <xs:element name="n" type="xs:int"/><xs:element name="s"><xs:complexType><xs:sequence><xs:element name="t" type="xs:string"/></xs:sequence><xs:attribute name="u"/></xs:complexType></xs:element>
 <xs:element name="anything"/><xs:any namespace="##other" processContents="lax"/>
</xs:choice></xs:complexType></xs:element></xs:schema>`)}}}, "a.xsd")
	long := strings.Repeat("a long text ", 100)
	tests := map[string]endless{
		"declared":            {before: "<a>", part: "<n>1</n>", after: "</a>"},
		"with attributes":     {before: "<a>", part: `<s u="` + long + `"><t>` + long + `</t></s>`, after: "</a>"},
		"mixed":               {before: "<a>", part: long + "<!-- -->" + "<n>1</n>", after: "</a>"},
		"let in":              {before: `<a xmlns:x="urn:x"><x:b>`, part: `<x:c d="x:` + long + `">x:` + long + `</x:c>`, after: "</x:b></a>"},
		"let in, one by one":  {before: `<a xmlns:x="urn:x">`, part: `<x:c d="x:e">` + long + `</x:c>`, after: "</a>"},
		"declared, in others": {before: `<a xmlns:x="urn:x"><x:b><a>`, part: "<n>1</n><anything><n>x</n><m><n>1</n></m></anything>", after: "</a></x:b></a>"},
		"of any type":         {before: "<a><anything>", part: "<m>" + long + "<k/></m>", after: "</anything></a>"},
	}
	for name, document := range tests {
		for _, tolerant := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, tolerant %t", name, tolerant), func(t *testing.T) {
				var before, after uint64
				document.times = max(4<<20/len(document.part), 4000)
				document.quarter, document.last = func() { before = heap() }, func() { after = heap() }
				var opts []xsd.Option
				if tolerant {
					opts = append(opts, xsd.Tolerant(new(xsd.Violations)))
				}
				if err := e.XML(&document, opts...); err != nil && !tolerant {
					t.Fatal(err)
				}
				if after > before+512<<10 {
					t.Errorf("%d bytes are kept at a quarter of the document, %d at its end", before, after)
				}
			})
		}
	}
}

// chain is a schema of types each of which extends the one before, so that a type has the elements of all before it.
func chain(length int) string {
	var b strings.Builder
	b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r" type="t0"/><xs:complexType name="t0"/>`)
	for i := range length {
		fmt.Fprintf(&b, `<xs:complexType name="t%d"><xs:complexContent><xs:extension base="t%d"><xs:sequence><xs:element name="e%d" type="xs:int" minOccurs="0"/>`, i+1, i, i+1)
		b.WriteString(`</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`)
	}
	b.WriteString(`</xs:schema>`)
	return b.String()
}

// TestChain: what it takes to judge a document does not grow with the square of the length of a chain of extensions, of which it has the first type and the
// last.
func TestChain(t *testing.T) {
	taken := func(length int) uint64 {
		e, _ := built(t, load.Options{FS: fstest.MapFS{"chain.xsd": {Data: []byte(chain(length))}}}, "chain.xsd")
		last := fmt.Sprintf(`<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t%d"><e1>1</e1><e%d>`, length, length)
		return cost.Of(func() {
			for document, valid := range map[string]bool{`<r/>`: true, `<r><e1>1</e1></r>`: false, last + fmt.Sprintf(`1</e%d></r>`, length): true, last + fmt.Sprintf(`x</e%d></r>`, length): false} {
				if err := e.XML(strings.NewReader(document)); (err == nil) != valid {
					t.Errorf("%s: %v", document, err)
				}
			}
		})
	}
	taken(10) // whatever is made once
	if short, long := taken(300), taken(1200); long > 6*short {
		t.Errorf("%d bytes for 300 types and %d for 1200", short, long)
	}
}
