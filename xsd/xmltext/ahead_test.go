// This file holds looking ahead to what Next says of the same document.

package xmltext

import (
	"bytes"
	"fmt"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// step is a token as a caller sees it. White space is no step: looking ahead skips it.
type step struct {
	Kind     Kind
	Name     source.Name
	Prefix   string
	Depth    int
	Text     string
	Attrs    []Attr
	Position source.Position
	Bindings []Binding
}

func stepOf(r *Reader) step {
	return step{r.Kind(), r.Name(), r.Prefix(), r.Depth(), r.Text(), append([]Attr(nil), r.Attrs()...), r.Position(), r.Bindings(nil)}
}

// steps reads to the end, at each token with the first of the ways that moves; each way says what it came to. Next is the last way.
func steps(r *Reader, ways ...func(*Reader) []step) (all []step, err error) {
	for {
		var came []step
		for _, way := range ways {
			if came = way(r); came != nil {
				break
			}
		}
		if came == nil {
			kind, err := r.Next()
			if err != nil || kind == End {
				return all, err
			}
			came = []step{stepOf(r)}
		}
		for _, s := range came {
			if s.Kind != Text || !isBlank(s.Text) {
				all = append(all, s)
			}
		}
	}
}

func isBlank(text string) bool { return skipSpace(text, 0) == len(text) }

// aheadOf returns the ways to look ahead. used counts how often they led on.
func aheadOf(used *int) []func(*Reader) []step {
	return []func(*Reader) []step{
		func(r *Reader) []step {
			text, ok := r.TextAhead()
			if !ok {
				return nil
			}
			*used++
			s := step{Kind: Text, Name: r.Name(), Prefix: r.Prefix(), Depth: r.Depth(), Text: text, Bindings: r.Bindings(nil)}
			s.Position = r.in.Position(r.pos)
			r.TakeText()
			return []step{s, stepOf(r)}
		},
		func(r *Reader) []step {
			if r.NextTag() == NoToken {
				return nil
			}
			*used++
			return []step{stepOf(r)}
		},
	}
}

// checkAhead compares looking ahead with Next, in bytes and in a stream. It returns how often looking ahead led on.
func checkAhead(t *testing.T, data []byte, limits source.Limits) (used int) {
	t.Helper()
	for name, begin := range map[string]func(*Reader){
		"bytes":  func(r *Reader) { r.Reset(data, limits) },
		"stream": func(r *Reader) { r.ResetStream(iotest.HalfReader(bytes.NewReader(data)), limits) },
	} {
		r := new(Reader)
		begin(r)
		want, wantErr := steps(r)
		begin(r) // the reader now knows the names of the document
		got, err := steps(r, aheadOf(&used)...)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s of %q, ahead (-Next +ahead):\n%s", name, data, diff)
		}
		if diff := cmp.Diff(fmt.Sprint(wantErr), fmt.Sprint(err)); diff != "" {
			t.Errorf("%s of %q, the error (-Next +ahead):\n%s", name, data, diff)
		}
	}
	return used
}

var aheadTests = []struct {
	name, doc string
	used      int // how often looking ahead leads on, in bytes and stream together; all but the root's start tag where it can
}{
	{"plain", `<a xmlns="u"><b>x</b><b>y</b></a>`, 10},
	{"white space", "<a xmlns='u'>\n  <b>x</b>\n\t<c>\r\n<d>y</d> </c>\n</a>", 14},
	{"prefix of the element around", `<p:a xmlns:p="u"><p:b>x</p:b><p:c><p:d>y</p:d></p:c></p:a>`, 14},
	{"no namespace below a prefix", `<p:a xmlns:p="u"><b>x</b><c><d>y</d></c></p:a>`, 14},
	{"other prefix", `<p:a xmlns:p="u" xmlns:q="v"><q:b>x</q:b></p:a>`, 6},
	{"one local name, two prefixes", `<p:a xmlns:p="u" xmlns:q="v"><q:b>x</q:b><p:b>y</p:b></p:a>`, 10},
	{"empty tag before an end tag of its name", `<b><b/>x</b>`, 6},
	{"prefix and default for one namespace", `<p:a xmlns:p="u" xmlns="u"><p:b>x</p:b><b>y</b></p:a>`, 10},
	{"default namespace changes", `<a xmlns="u"><b xmlns="v"><c>x</c></b><c>y</c></a>`, 8},
	{"attributes", `<a><b x="1">t</b><c  ><d/></c></a>`, 14},
	{"namespaces declared again", `<a xmlns="u" xmlns:p="v"><b xmlns="u">x</b><c y="1" xmlns:p="v"><p:d xmlns="u"/></c></a>`, 14},
	{"namespaces declared anew", `<a xmlns="u" xmlns:p="v"><b xmlns="v">x</b><c xmlns:p="u"><p:d xmlns=""/></c></a>`, 8},
	{"a namespace declared twice", `<a xmlns="u"><b>x</b><b xmlns="u" xmlns="u">x</b></a>`, 4},
	{"a prefix that is declared for nothing", `<a xmlns:p="u"><b xmlns:="u">x</b><xmlns:b xmlns:xmlns="u" xmlnsp="v">x</xmlns:b></a>`, 0},
	{"references and sections", `<a><b>1 &lt; 2</b><c><![CDATA[x]]></c><d>]</d><e>x<!-- --></e><f></f></a>`, 22},
	{"comments between", `<a><!-- x --><b>x</b><?p?><b>y</b> <!-- --> </a>`, 6},
	{"text between", `<a>x<b>y</b>z</a>`, 6},
	{"space in tags", "<a><b >x</b ><c>y</c\n></a>", 6},
	{"name that begins another", `<a><bb>x</bb><b>y</b></a>`, 10},
	{"wrong end tag", `<a><b>x</c></a>`, 2},
	{"end of input in a tag", `<a><b>x</b`, 2},
	{"second root", `<a><b>x</b></a><a/>`, 6},
	{"not ASCII", `<å><æ>ø</æ></å>`, 6},
}

func TestAheadIsWhatNextSays(t *testing.T) {
	for _, test := range aheadTests {
		t.Run(test.name, func(t *testing.T) {
			if used := checkAhead(t, []byte(test.doc), source.Limits{}); used != test.used {
				t.Errorf("looking ahead led on %d times, want %d", used, test.used)
			}
		})
	}
}

// Leaves taken whole are the elements and texts that Next comes to.
func TestLeafIsWhatNextSays(t *testing.T) {
	taken := 0
	var last *KnownName // as if what came last were likely to come again
	leaves := func(r *Reader) []step {
		from, open, ok := r.Parts()
		var p Part
		if ok {
			r.PartAt(&p, from, open, last)
		}
		if p.Name != nil {
			last = p.Name
		}
		switch {
		case p.Kind == NoToken:
			return nil
		case p.Kind == Leaf && len(r.PartAttrs()) == 0:
			name, text := p.Name.Symbol().Value(), r.PartText(&p)
			r.MoveTo(p.End)
			taken++
			return []step{{Kind: StartElement, Name: name}, {Kind: Text, Name: name, Text: text}, {Kind: EndElement, Name: name}}
		}
		r.MoveOnto(&p)
		return []step{stepOf(r)}
	}
	for _, test := range aheadTests {
		for _, stream := range []bool{false, true} {
			r := new(Reader)
			last = nil
			begin := func() {
				if stream {
					r.ResetStream(iotest.HalfReader(bytes.NewReader([]byte(test.doc))), source.Limits{})
				} else {
					r.Reset([]byte(test.doc), source.Limits{})
				}
			}
			begin()
			want, wantErr := steps(r)
			begin()
			got, err := steps(r, leaves)
			if diff := cmp.Diff(bare(want), bare(got)); diff != "" || fmt.Sprint(err) != fmt.Sprint(wantErr) {
				t.Errorf("%s, stream %v: %v, want %v (-Next +leaves):\n%s", test.name, stream, err, wantErr, diff)
			}
		}
	}
	if taken < 30 {
		t.Errorf("%d leaves were taken", taken)
	}
}

// A name that is likely to come is none where its prefix stands for something else by now.
func TestLikelyNameOfAnotherNamespace(t *testing.T) {
	for _, document := range []string{
		`<a xmlns="u"><c>1</c><c>2</c><b xmlns="v"><c>3</c></b></a>`,
		`<p:a xmlns:p="u"><p:c>1</p:c><p:c>2</p:c><p:b xmlns:p="v"><p:c>3</p:c></p:b></p:a>`,
	} {
		r := NewReader([]byte(document), source.Limits{})
		var c *KnownName
		var texts []string
		for kind := NoToken; kind != End; {
			var p Part
			if from, open, ok := r.Parts(); ok {
				r.PartAt(&p, from, open, c)
			}
			if p.Kind == Leaf {
				c = p.Name
				texts = append(texts, c.Symbol().Value().Space+r.PartText(&p))
				r.MoveTo(p.End)
				continue
			}
			var err error
			if kind, err = r.Next(); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff([]string{"u2"}, texts); diff != "" {
			t.Errorf("%s: leaves found (-want +got):\n%s", document, diff)
		}
	}
}

// bare leaves kinds, names and texts of steps.
func bare(all []step) []step {
	for i, s := range all {
		all[i] = step{Kind: s.Kind, Name: s.Name, Text: s.Text}
	}
	return all
}

// A name that is empty is none, though free places of the table of names have it.
func TestAheadOfNoName(t *testing.T) {
	for _, document := range []string{`<a><></a>`, `<a>< /></a>`, `<a></></a>`, `<a><b ="x"/></a>`, `<a><b =""></b></a>`, `<a xmlns="u"><></></a>`} {
		checkAhead(t, []byte(document), source.Limits{})
	}
}

// At every limit that the document exceeds, and at those it keeps to just so, looking ahead refuses what Next refuses.
func TestAheadKeepsLimits(t *testing.T) {
	doc := []byte("<a>\n    <bbbb>xxxxxxxx</bbbb>                    <c>y</c>                              </a>")
	for most := 1; most < 40; most++ {
		for _, limits := range []source.Limits{{MaxTextBytes: most}, {MaxNameBytes: most}, {MaxDepth: most}, {MaxBytes: int64(2 * most)}} {
			checkAhead(t, doc, limits)
		}
	}
}

func FuzzAhead(f *testing.F) {
	for _, test := range aheadTests {
		f.Add([]byte(test.doc))
	}
	for _, test := range readTests {
		f.Add([]byte(test.doc))
	}
	for _, test := range malformedTests {
		f.Add([]byte(test.doc))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) <= 10_000 {
			checkAhead(t, data, fuzzLimits)
		}
	})
}
