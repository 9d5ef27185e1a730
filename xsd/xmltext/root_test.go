// Roots whose start tag is known from the document before read as if it were not.

package xmltext

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// TestKnownRoot reads each document several times in turn with one reader, between others, from bytes, lent ones and streams.
func TestKnownRoot(t *testing.T) {
	var docs []string
	for _, test := range readTests {
		docs = append(docs, test.doc)
	}
	for _, test := range malformedTests {
		docs = append(docs, test.doc)
	}
	var r Reader
	for _, doc := range docs {
		want := trace(NewReader([]byte(doc), source.Limits{}))
		for n := range 6 {
			switch n % 3 {
			case 0:
				r.Reset([]byte(doc), source.Limits{})
			case 1:
				r.ResetLent([]byte(doc), source.Limits{})
			default:
				r.ResetStream(strings.NewReader(doc), source.Limits{})
			}
			if diff := cmp.Diff(want, trace(&r)); diff != "" {
				t.Fatalf("%q, time %d (-alone +again):\n%s", doc, n, diff)
			}
		}
	}
}

// rootDocument has all that a root's start tag may have; behind it, what depends on the namespaces that it declares.
const rootDocument = `<p:a xmlns:p="u" xmlns="v" p:x="1" y="&amp;2"><b z="3"/><p:c/></p:a>`

// known returns a reader that knows the root of rootDocument.
func known(t *testing.T) *Reader {
	t.Helper()
	r := new(Reader)
	for range 3 {
		r.Reset([]byte(rootDocument), source.Limits{})
		trace(r)
	}
	if r.root.text == "" {
		t.Fatal("the root is not known")
	}
	return r
}

// Positions count from where the tag is this time, and prefixes and bindings are there.
func TestKnownRootElsewhere(t *testing.T) {
	r := known(t)
	r.Reset([]byte("<!-- comment -->\n  "+rootDocument), source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(r.Position(), r.AttrPosition(0), r.AttrPosition(1), r.Prefix(), r.Attrs()[0].Prefix, r.Bindings(nil), r.Declares(), r.Symbol() == source.SymbolOf(source.Name{Space: "u", Local: "a"}))
	want := fmt.Sprint(source.Position{Line: 2, Column: 3, Offset: 19}, source.Position{Line: 2, Column: 30, Offset: 46}, source.Position{Line: 2, Column: 38, Offset: 54}, "p", "p", []Binding{{"p", "u"}, {"", "v"}}, true, true)
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A root that is known is refused where a limit is lower than before.
func TestKnownRootBeyondLimits(t *testing.T) {
	r := known(t)
	for _, limits := range []source.Limits{{MaxAttributes: 3}, {MaxNamespaces: 1}, {MaxNameBytes: 2}, {MaxTextBytes: 20}} {
		r.Reset([]byte(rootDocument), limits)
		if diff := cmp.Diff(trace(NewReader([]byte(rootDocument), limits)), trace(r)); diff != "" {
			t.Errorf("%+v (-alone +known):\n%s", limits, diff)
		}
		if _, err := r.Next(); err == nil {
			t.Errorf("%+v refuse nothing", limits)
		}
	}
}

// What is kept of a start tag keeps nothing of the caller's.
func TestKnownRootKeepsNoCharset(t *testing.T) {
	r := new(Reader)
	for range 3 {
		r.Reset([]byte(rootDocument), source.Limits{Charset: func(string, io.Reader) (io.Reader, error) { return nil, nil }})
		trace(r)
	}
	if r.root.text == "" || r.root.limits.Charset != nil {
		t.Errorf("%q is kept, and a function of the caller's: %t", r.root.text, r.root.limits.Charset != nil)
	}
}

// A tag that only begins like the known one is another, and what is kept of a tag is bounded.
func TestOtherRoots(t *testing.T) {
	r := known(t)
	for _, doc := range []string{`<p:a xmlns:p="u" xmlns="v" p:x="1" y="&amp;2"/>`, `<p:a xmlns:p="u" xmlns="v" p:x="1" y="&amp;2" z=""></p:a>`, `<p:a xmlns:p="w"/>`} {
		want := trace(NewReader([]byte(doc), source.Limits{}))
		r.Reset([]byte(doc), source.Limits{})
		if diff := cmp.Diff(want, trace(r)); diff != "" {
			t.Errorf("%q (-alone +after another):\n%s", doc, diff)
		}
	}
	long := `<a b="` + strings.Repeat("x", maxRootBytes) + `"/>`
	for range 3 {
		r.Reset([]byte(long), source.Limits{})
		trace(r)
	}
	if len(r.root.text) > maxRootBytes {
		t.Errorf("%d bytes are kept of a start tag", len(r.root.text))
	}
}
