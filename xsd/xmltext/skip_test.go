// Passing over elements: skipped, or kept as written.

package xmltext

import (
	"bytes"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// bothReaders returns a reader of bytes and one of a stream that trickles.
func bothReaders(doc string, limits source.Limits) map[string]*Reader {
	return map[string]*Reader{
		"bytes":  NewReader([]byte(doc), limits),
		"stream": NewStreamReader(iotest.OneByteReader(strings.NewReader(doc)), limits),
	}
}

// advance calls Next n times.
func advance(t *testing.T, r *Reader, n int) {
	t.Helper()
	for range n {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSkip(t *testing.T) {
	for name, r := range bothReaders("<a><b><a><b/></a></b>t<c/></a>", source.Limits{}) {
		advance(t, r, 2)
		if err := r.Skip(); err != nil {
			t.Fatal(err)
		}
		if r.Kind() != EndElement || r.Name().Local != "b" || r.Depth() != 2 {
			t.Errorf("%s: after Skip at %v of %v, depth %d", name, r.Kind(), r.Name(), r.Depth())
		}
		if err := r.Skip(); err != nil || r.Name().Local != "b" {
			t.Errorf("%s: Skip moves on from the end of an element to %v: %v", name, r.Name(), err)
		}
		if diff := cmp.Diff([]string{`"t"`, "<c", ">c", ">a", "end"}, trace(r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name, r := range bothReaders("<a><b><c></b></a>", source.Limits{}) {
		advance(t, r, 2)
		if err := r.Skip(); !isSyntaxError(err) {
			t.Errorf("%s: Skip over a broken element: %v", name, err)
		}
	}
}

func TestSkipRaw(t *testing.T) {
	const doc = "<a> <!-- no --><b x='&lt;'>\r\næ<!-- c --><c/><![CDATA[<]]></b >rest<d/></a>"
	const whole = "<b x='&lt;'>\r\næ<!-- c --><c/><![CDATA[<]]></b >"
	tests := []struct {
		max      int
		raw      string
		complete bool
	}{
		{1000, whole, true},
		{len(whole), whole, true},
		{len(whole) - 1, whole[:len(whole)-1], false},
		{16, "<b x='&lt;'>\r\næ", false},
		{15, "<b x='&lt;'>\r\n", false},
		{0, "", false},
	}
	for _, test := range tests {
		for name, r := range bothReaders(doc, source.Limits{}) {
			advance(t, r, 3)
			raw, complete, err := r.SkipRaw(test.max)
			if err != nil || complete != test.complete {
				t.Errorf("%s, %d bytes: complete %t, %v", name, test.max, complete, err)
			}
			if diff := cmp.Diff(test.raw, raw); diff != "" {
				t.Errorf("%s, %d bytes (-want +got):\n%s", name, test.max, diff)
			}
			if diff := cmp.Diff([]string{`"rest"`, "<d", ">d", ">a", "end"}, trace(r)); diff != "" {
				t.Errorf("%s, after it (-want +got):\n%s", name, diff)
			}
		}
	}
	for name, r := range bothReaders("<a/>", source.Limits{}) {
		advance(t, r, 1)
		if raw, complete, err := r.SkipRaw(10); raw != "<a/>" || !complete || err != nil {
			t.Errorf("%s, empty-element tag: %q, %t, %v", name, raw, complete, err)
		}
		if raw, complete, err := r.SkipRaw(10); raw != "" || !complete || err != nil {
			t.Errorf("%s, at the end: %q, %t, %v", name, raw, complete, err)
		}
	}
	for name, r := range bothReaders("<a><b></a>", source.Limits{}) {
		advance(t, r, 2)
		if _, _, err := r.SkipRaw(10); !isSyntaxError(err) {
			t.Errorf("%s, broken: %v", name, err)
		}
	}
}

// Of a document that was lent, what its document type declaration says stays when it goes.
func TestLentDoctype(t *testing.T) {
	doc := []byte(`<!DOCTYPE note PUBLIC "public" "note.dtd" [<!NOTATION gif SYSTEM "viewer"><!ENTITY logo SYSTEM "logo.gif" NDATA gif>]><note/>`)
	var r Reader
	r.ResetLent(doc, source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	got := *r.Doctype()
	copy(doc, bytes.Repeat([]byte("!"), len(doc)))
	if got.Name != "note" || got.PublicID != "public" || got.SystemID != "note.dtd" {
		t.Errorf("the declaration is %+v", got)
	}
	if declared, _ := r.Unparsed("logo"); !declared {
		t.Error("the entity logo is gone")
	}
}

// Of a document that was lent, prefixes, bindings and what was skipped stay when it goes.
func TestLentPrefixesAndRaw(t *testing.T) {
	doc := []byte(`<p:a xmlns:p="u" xmlns:q="v" q:x="1"><b>long text</b><c/></p:a>`)
	var r Reader
	r.ResetLent(doc, source.Limits{})
	next := func() {
		t.Helper()
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	next()
	type seen struct {
		Prefix, Attribute string
		Bindings          []Binding
		Cut, Raw          string
	}
	got := seen{Prefix: r.Prefix(), Attribute: r.Attrs()[0].Prefix, Bindings: r.Bindings(nil)}
	next()
	got.Cut, _, _ = r.SkipRaw(6)
	next()
	got.Raw, _, _ = r.SkipRaw(100)
	copy(doc, bytes.Repeat([]byte("!"), len(doc)))
	want := seen{Prefix: "p", Attribute: "q", Bindings: []Binding{{"p", "u"}, {"q", "v"}}, Cut: "<b>lon", Raw: "<c/>"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
