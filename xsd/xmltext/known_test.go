package xmltext

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A reader that has met too many names forgets them with the next document. Who remembers a name of the one before must not find it in everything.
func TestForgottenNamesAreNowhere(t *testing.T) {
	var many strings.Builder
	for i := range 2 * maxKnown {
		fmt.Fprintf(&many, "<n%d/>", i)
	}
	r := NewReader([]byte("<a><b>x</b>"+many.String()+"</a>"), source.Limits{})
	for kind, err := r.Next(); kind != End; kind, err = r.Next() {
		if err != nil {
			t.Fatal(err)
		}
	}
	remembered := r.tags.find("b")
	if remembered == nil || r.tags.used != maxKnown {
		t.Fatalf("b is %v, %d names are known", remembered, r.tags.used)
	}
	r.Reset([]byte("<a><c>x</c></a>"), source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	from, open, ok := r.Parts()
	var p Part
	if r.PartAt(&p, from, open, remembered); !ok || p.Kind != NoToken {
		t.Errorf("an unknown name is found: %+v", p)
	}
}

// The name that an attribute had last time is no name once it is forgotten: an attribute without a name is none of those.
func TestForgottenAttributesAreNowhere(t *testing.T) {
	var many strings.Builder
	for i := range 2 * maxKnown {
		fmt.Fprintf(&many, `<c n%d=""/>`, i)
	}
	r := NewReader([]byte(`<a><b x="1"/>`+many.String()+"</a>"), source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	for kind, err := r.Next(); kind != End; kind, err = r.Next() {
		if err != nil {
			t.Fatal(err)
		}
	}
	part := func(document string) Kind {
		r.Reset([]byte(document), source.Limits{})
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		var p Part
		from, open, _ := r.Parts()
		r.PartAt(&p, from, open, nil)
		return p.Kind
	}
	r.attributes.used = 0 // for one document more
	if part(`<a><b x="1"/></a>`) != StartElement || r.tags.find("b").likely[0] == nil {
		t.Fatal("an attribute that is known is not found")
	}
	r.attributes.used = maxKnown
	if part(`<a><b ="1"/></a>`) != NoToken {
		t.Error("an attribute without a name is found")
	}
}

// The table of names is small at first and grows. What was learnt before is found in the larger one, and who remembers a place of the smaller one has what
// was there.
func TestKnownNamesGrow(t *testing.T) {
	var k knownNames
	name := func(i int) source.Name { return source.Name{Space: "urn:n", Local: fmt.Sprintf("name%d", i)} }
	var first *KnownName
	for i := range maxKnown {
		k.learn("p:"+name(i).Local, 1, name(i), 1)
		if first == nil {
			first = k.find("p:name0")
		}
		if len(k.table) > max(firstTable, 4*(i+1)) {
			t.Fatalf("%d names have a table of %d", i+1, len(k.table))
		}
	}
	missing := 0
	for i := range maxKnown {
		if e := k.find("p:" + name(i).Local); e == nil {
			missing++
		} else if e.name != name(i) || e.prefix != 1 || e.open != "<p:"+name(i).Local || e.symbol != source.SymbolOf(name(i)) {
			t.Errorf("p:%s stands for %+v", name(i).Local, e)
		}
	}
	if missing > maxKnown/50 || len(k.table) != largestTable {
		t.Errorf("%d of %d names are not found in a table of %d", missing, maxKnown, len(k.table))
	}
	if first.name != name(0) || first.epoch != 1 || first.written != "p:name0" {
		t.Errorf("the first place has %+v", first)
	}
}
