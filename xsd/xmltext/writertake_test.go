// Documents taken piece by piece against documents that are returned as a whole.

package xmltext

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// rootList are the bindings of the root.
var rootList = []Binding{{"p", "u"}, {"r", "v"}, {"s", "w"}}

// takenBy writes a document of random steps, drawn from seed. Where also is not nil, the text is taken now and then where no start tag is left open. It returns the text, and how often
// some of it was taken.
func takenBy(seed uint64, also []Binding) (text string, taken int, err error) {
	draw := rand.New(rand.NewPCG(seed, 2))
	pick := func(of ...string) string { return of[draw.IntN(len(of))] }
	var w Writer
	if draw.IntN(3) == 0 {
		w.SetIndent(" ")
	}
	if draw.IntN(3) == 0 {
		w.Prefer("", "u")
	}
	w.Declaration()
	bindings := NewBindings(rootList)
	w.RootBindings(&bindings)
	tags := map[string]Tag{"u": NewTag(name("u", "a"), "p"), "v": NewTag(name("v", "b"), "r"), "w": NewTag(name("w", "c"), "s"), "": NewTag(name("", "d"), "")}
	tag := func() *Tag {
		t := tags[pick("u", "u", "v", "w", "")]
		return &t
	}
	var out strings.Builder
	w.StartTag(tag())
	for range 5 + draw.IntN(40) {
		take := draw.IntN(3) == 0
		switch draw.IntN(8) {
		case 0, 1:
			w.StartTag(tag())
		case 2, 3:
			w.Element(tag(), pick("", "text", "a & b"))
		case 4:
			if n := name(pick("", "u", "v", "w"), pick("x", "y", "z")); w.tagged {
				w.Attr(n, "1")
			}
		case 5:
			if w.tagged {
				w.Declare(pick("", "p", "r", "t"), pick("u", "v", "w", "x"))
			}
		case 6:
			if w.tagged {
				w.Attr(name("", "type"), w.Prefix(pick("u", "v", "w"))+":t")
			}
		default:
			if w.Depth() > 1 {
				w.End()
			}
		}
		if also != nil && take && !w.tagged && w.Err() == nil {
			w.Settle(also)
			out.Write(w.Pending())
			w.Take()
			taken++
		}
	}
	for w.Depth() > 0 && w.Err() == nil {
		w.End()
	}
	rest, err := w.Bytes()
	out.Write(rest)
	return out.String(), taken, err
}

// With the bindings that the document uses in the end, it is the same to the byte; with all or none of them it says the same.
func TestTakenTextIsTheWhole(t *testing.T) {
	documents, pieces := 0, 0
	for seed := range uint64(2000) {
		want, _, err := takenBy(seed, nil)
		if err != nil {
			continue
		}
		documents++
		uses := usesOf(want)
		got, taken, err := takenBy(seed, uses)
		pieces += taken
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Fatalf("seed %d, %d times taken: %v (-whole +taken):\n%s", seed, taken, err, diff)
		}
		for _, also := range [][]Binding{rootList, {}} {
			got, _, err := takenBy(seed, also)
			if diff := cmp.Diff(saidBy(want), saidBy(got)); diff != "" || err != nil {
				t.Fatalf("seed %d, declared %v: %v (-whole +taken):\n%s\n%s\n%s", seed, also, err, diff, want, got)
			}
		}
	}
	t.Logf("%d documents, text taken %d times", documents, pieces)
	if documents < 1000 || pieces < 5000 {
		t.Error("want 1000 documents and 5000 pieces")
	}
}

// usesOf returns which bindings of the root a document declares there.
func usesOf(document string) []Binding {
	root := document[strings.Index(document, "?>")+2:]
	root = root[:strings.IndexByte(root, '>')]
	uses := []Binding{}
	for _, b := range rootList {
		if strings.Contains(root, " xmlns:"+b.Prefix+`="`+b.URI+`"`) {
			uses = append(uses, b)
		}
	}
	return uses
}

// saidBy lists the elements, attributes and texts of a document by their expanded names, also in values of the attribute type.
func saidBy(document string) []string {
	var said []string
	r := NewReader([]byte(document), source.Limits{})
	for {
		kind, err := r.Next()
		if err != nil {
			return append(said, err.Error())
		}
		switch kind {
		case StartElement:
			said = append(said, "start "+r.Name().String())
			var attributes []string
			for _, a := range r.Attrs() {
				value := a.Value
				if prefix, local, ok := strings.Cut(value, ":"); ok {
					space, _ := r.LookupPrefix(prefix)
					value = space + " " + local
				}
				attributes = append(attributes, a.Name.String()+"="+value)
			}
			slices.Sort(attributes)
			said = append(said, attributes...)
		case EndElement:
			said = append(said, "end")
		case Text:
			said = append(said, "text "+r.Text())
		case End:
			return said
		}
	}
}
