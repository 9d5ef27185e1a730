// This file holds matching against shapes to what Next says of the same document.

package xmltext

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// testShape has a part of each sort, and itself in it.
func testShape() *source.Shape {
	name := func(local string) source.Name { return source.Name{Space: "s", Local: local} }
	shape := &source.Shape{Longest: len("more")}
	shape.Parts = []source.ShapePart{
		{Name: name("id"), Least: 1, Most: 1, Takes: func(text string) bool { return text != "no" }},
		{Name: name("n"), Most: 1, Takes: func(string) bool { return true }},
		{Name: name("all"), Least: 1, Most: 2, Takes: func(string) bool { return true }},
		{Name: name("in"), Most: 1, Inner: shape},
		{Name: name("more"), Most: math.MaxInt, Inner: shape},
		{Name: name("void"), Most: 1, Inner: new(source.Shape)},
	}
	return shape
}

// matched words what Match found: each text, and in braces what is in an element.
func matched(r *Reader, shape *source.Shape, all []source.Match, from, to int) string {
	var words []string
	for n := from; n < to; n = int(all[n].Next) {
		part := &shape.Parts[all[n].Part]
		text := r.Matched(all[n])
		if part.Inner != nil {
			text = "{" + matched(r, part.Inner, all, n+1, int(all[n].Next)) + "}"
		}
		words = append(words, part.Name.Local+"="+text)
	}
	return strings.Join(words, " ")
}

// stepped words the same by Next, from the start of an element on to its end.
func stepped(t *testing.T, r *Reader) string {
	t.Helper()
	var words []string
	text := ""
	for {
		kind, err := r.Next()
		switch {
		case err != nil:
			t.Fatalf("a document matches that Next refuses: %v", err)
		case kind == EndElement && len(words) == 0:
			return text
		case kind == EndElement:
			return strings.Join(words, " ")
		case kind == Text:
			text = r.Text()
		case len(r.Attrs()) > 0 || r.Name().Space != "s":
			t.Fatalf("a document matches that has the element %s with %d attributes", r.Name(), len(r.Attrs()))
		default:
			local := r.Name().Local
			text = stepped(t, r)
			if local == "in" || local == "more" || local == "void" {
				text = "{" + text + "}"
			}
			words = append(words, local+"="+text)
		}
	}
}

// checkMatch matches the first element that has the name r against the shape, and compares with Next what is found, where the reader then is,
// and what comes after it. It returns what was found.
func checkMatch(t *testing.T, document string, limits source.Limits) (found string, ok bool) {
	t.Helper()
	r, peer := NewReader([]byte(document), limits), NewReader([]byte(document), limits)
	for r.Kind() != StartElement || r.Name().Local != "r" {
		kind, _ := r.Next()
		if _, err := peer.Next(); err != nil || kind == End {
			return "", false
		}
	}
	shape := testShape()
	all, ok := r.Match(shape, nil)
	if ok {
		found = matched(r, shape, all, 0, len(all))
		if diff := cmp.Diff(stepped(t, peer), found); diff != "" {
			t.Errorf("%s (-Next +Match):\n%s", document, diff)
		}
	}
	if diff := cmp.Diff(stepOf(peer), stepOf(r)); diff != "" {
		t.Errorf("%s, matching %t, the token (-Next +Match):\n%s", document, ok, diff)
	}
	want, wantErr := steps(peer)
	got, err := steps(r)
	if diff := cmp.Diff(want, got); diff != "" || fmt.Sprint(wantErr) != fmt.Sprint(err) {
		t.Errorf("%s, matching %t, what comes after (-Next +Match):\n%s\n%v\n%v", document, ok, diff, wantErr, err)
	}
	return found, ok
}

const (
	plain    = `<r xmlns="s">`
	prefixed = `<p:r xmlns:p="s" xmlns:q="s">`
)

// matchTests have "-" where the document does not match.
var matchTests = []struct{ name, document, want string }{
	{"least", plain + `<id>x</id><all>y</all></r>`, "id=x all=y"},
	{
		"each", plain + `<id>x</id><n>1</n><all>y</all><all>z</all><in><id>a</id><all>b</all></in><more><id>c</id><all>d</all></more></r>`,
		"id=x n=1 all=y all=z in={id=a all=b} more={id=c all=d}",
	},
	{"white space", plain + "\n <id> x\n</id>\t<all>y</all>\r\n</r> ", "id= x\n all=y"},
	{"prefix", prefixed + `<p:id>x</p:id><p:all>y</p:all></p:r>`, "id=x all=y"},
	{"inside", `<o xmlns="s" xmlns:t="t"><t:a/><r><id>x</id><all>y</all></r><b/></o>`, "id=x all=y"},
	{"not ASCII", plain + "<id>æøå</id><all>\U0001F600</all></r>", "id=æøå all=\U0001F600"},
	{"nothing in it", plain + `<id>x</id><all>y</all><void></void></r>`, "id=x all=y void={}"},
	{"white space for nothing", plain + `<id>x</id><all>y</all><void> </void></r>`, "-"},
	{"greater than", plain + `<id>x>y</id><all>y</all></r>`, "id=x>y all=y"},
	{"not taken", plain + `<id>no</id><all>y</all></r>`, "-"},
	{"other prefix", prefixed + `<q:id>x</q:id><p:all>y</p:all></p:r>`, "-"},
	{"no prefix", prefixed + `<id>x</id><p:all>y</p:all></p:r>`, "-"},
	{"prefix of other namespace", `<p:r xmlns:p="t"><p:id>x</p:id><p:all>y</p:all></p:r>`, "-"},
	{"other namespace", `<r xmlns="t"><id>x</id><all>y</all></r>`, "-"},
	{"other namespace inside", plain + `<id>x</id><all xmlns="t">y</all></r>`, "-"},
	{"attribute", plain + `<id a="1">x</id><all>y</all></r>`, "-"},
	{"space in a tag", plain + `<id >x</id><all>y</all></r>`, "-"},
	{"space in an end tag", plain + `<id>x</id ><all>y</all></r>`, "-"},
	{"empty", plain + `<id/><all>y</all></r>`, "-"},
	{"empty text", plain + `<id></id><all>y</all></r>`, "-"},
	{"reference", plain + `<id>&lt;</id><all>y</all></r>`, "-"},
	{"CDATA section", plain + `<id><![CDATA[x]]></id><all>y</all></r>`, "-"},
	{"comment", plain + `<id>x</id><!-- --><all>y</all></r>`, "-"},
	{"processing instruction", plain + `<id>x</id><?p?><all>y</all></r>`, "-"},
	{"carriage return", plain + "<id>x\r\n</id><all>y</all></r>", "-"},
	{"text between", plain + `<id>x</id>z<all>y</all></r>`, "-"},
	{"element for text", plain + `<id><n>x</n></id><all>y</all></r>`, "-"},
	{"text for elements", plain + `<id>x</id><all>y</all><in>z</in></r>`, "-"},
	{"first one missing", plain + `<all>y</all></r>`, "-"},
	{"last one missing", plain + `<id>x</id></r>`, "-"},
	{"nothing", plain + `</r>`, "-"},
	{"too many", plain + `<id>x</id><all>1</all><all>2</all><all>3</all></r>`, "-"},
	{"other order", plain + `<all>y</all><id>x</id></r>`, "-"},
	{"not in a row", plain + `<id>x</id><all>y</all><n>1</n><all>y</all></r>`, "-"},
	{"unknown", plain + `<id>x</id><a>y</a><all>y</all></r>`, "-"},
	{"unknown at the end", plain + `<id>x</id><all>y</all><z>y</z></r>`, "-"},
	{"name that begins another", plain + `<id>x</id><al>y</al></r>`, "-"},
	{"wrong end", plain + `<id>x</all><all>y</all></r>`, "-"},
	{"end of another", plain + `<id>x</id><all>y</all></s>`, "-"},
	{"root that is empty", `<r xmlns="s"/>`, "-"},
	{"fault inside", plain + `<id>x</id><all>y</all><in><id>no</id><all>y</all></in></r>`, "-"},
}

func TestMatchIsWhatNextSays(t *testing.T) {
	for _, test := range matchTests {
		t.Run(test.name, func(t *testing.T) {
			found, ok := checkMatch(t, test.document, source.Limits{})
			if !ok {
				found = "-"
			}
			if diff := cmp.Diff(test.want, found); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.document, diff)
			}
		})
	}
}

// Wherever a document ends too early, it does not match.
func TestMatchOfTruncated(t *testing.T) {
	for _, test := range matchTests[:4] {
		document := strings.TrimSpace(test.document)
		for n := range document {
			if _, ok := checkMatch(t, document[:n], source.Limits{}); ok {
				t.Errorf("%s matches", document[:n])
			}
		}
	}
}

// At every limit that the document exceeds, it does not match; where no limit is near, it does. White space counts, before each tag.
func TestMatchKeepsLimits(t *testing.T) {
	tags := strings.Fields(`<id>xxxxxxxxxxxxxxxxxx</id> <n>1</n> <all>y</all> <in> <id>a</id> <all>b</all> </in> </r>`)
	matches := 0
	for n := range tags {
		document := plain + strings.Join(tags[:n], "") + strings.Repeat(" ", 25) + strings.Join(tags[n:], "")
		for max := 1; max < 60; max++ {
			for _, limits := range []source.Limits{{MaxTextBytes: max}, {MaxNameBytes: max}, {MaxDepth: max}, {MaxBytes: int64(4 * max)}} {
				if _, ok := checkMatch(t, document, limits); ok {
					matches++
				}
			}
		}
	}
	if most := len(tags) * 60 * 4; matches < most/2 {
		t.Errorf("the document matches %d times of %d: the limits are kept too strictly", matches, most)
	}
}

// As many elements in each other as may be do match, which those beside each other are not, and names as long, with their prefix.
func TestMatchWithinLimits(t *testing.T) {
	document := plain + `<id>x</id><all>y</all>` + strings.Repeat(`<more><id>x</id><all>y</all></more>`, 9) + `</r>`
	if _, ok := checkMatch(t, document, source.Limits{MaxDepth: 3}); !ok {
		t.Error("it does not match")
	}
	named := &source.Shape{Longest: len("longername")}
	named.Parts = []source.ShapePart{{Name: source.Name{Space: "s", Local: "longername"}, Most: 1, Takes: func(string) bool { return true }}}
	for most, want := range map[int]bool{len("longername"): false, len("p:longername"): true} {
		r := NewReader([]byte(`<p:r xmlns:p="s"><p:longername>x</p:longername></p:r>`), source.Limits{MaxNameBytes: most})
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		if _, ok := r.Match(named, nil); ok != want {
			t.Errorf("names of %d bytes match: %t, want %t", most, ok, want)
		}
	}
}

// An element that its start tag ends has no content, though what comes after it looks like that.
func TestMatchOfEmptyTag(t *testing.T) {
	r := NewReader([]byte(plain+`<r/><id>x</id><all>y</all></r>`), source.Limits{})
	for range 2 {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := r.Match(testShape(), nil); ok {
		t.Error("it matches")
	}
}

// An end tag is longer than its start tag, and alone may be more than the limit.
func TestMatchKeepsLimitsOfEndTags(t *testing.T) {
	shape := &source.Shape{Longest: len("longer"), Parts: []source.ShapePart{
		{Name: source.Name{Local: "longer"}, Least: 1, Most: 1, Takes: func(string) bool { return true }},
	}}
	for _, document := range []string{"<r><longer>x</longer></r>", "<longest><longer>x</longer></longest>"} {
		longest := document[strings.LastIndex(document, "</longe"):]
		longest = longest[:strings.Index(longest, ">")+1]
		for _, max := range []int{len(longest) - 1, len(longest)} {
			r := NewReader([]byte(document), source.Limits{MaxTextBytes: max})
			if _, err := r.Next(); err != nil {
				t.Fatal(err)
			}
			if _, ok := r.Match(shape, nil); ok != (max == len(longest)) {
				t.Errorf("%s matches where tags may have %d bytes: %t", document, max, ok)
			}
		}
	}
}

// Of a stream nothing matches: what is found would be gone with the window.
func TestMatchOfStream(t *testing.T) {
	r := NewStreamReader(strings.NewReader(matchTests[0].document), source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if _, ok := r.Match(testShape(), nil); ok {
		t.Error("a stream matches")
	}
}

// A long document does not match as a whole, so that the memory for what is found stays small; its parts do.
func TestMatchesAreBounded(t *testing.T) {
	document := plain + `<id>x</id><all>y</all>` + strings.Repeat(`<more><id>x</id><all>y</all></more>`, source.MaxMatches) + `</r>`
	r := NewReader([]byte(document), source.Limits{})
	elements, found := 0, 0
	for kind, err := r.Next(); kind != End; kind, err = r.Next() {
		if err != nil {
			t.Fatal(err)
		}
		if kind == StartElement && (r.Name().Local == "r" || r.Name().Local == "more") {
			elements++
			if _, ok := r.Match(testShape(), nil); ok {
				found++
			}
		}
	}
	if elements != source.MaxMatches+1 || found != elements-1 {
		t.Errorf("of %d elements %d match, want all but the first of %d", elements, found, source.MaxMatches+1)
	}
}

// However deep elements are in each other, what is tried in vain stays proportional to the document.
func TestMatchTriesAreBounded(t *testing.T) {
	const depth = 2000
	shape, looks := testShape(), 0
	shape.Parts[0].Takes = func(string) bool { looks++; return true }
	document := `<in xmlns="s">` + strings.Repeat(`<id>x</id><all>y</all><in>`, depth) + `<z/>` + strings.Repeat(`</in>`, depth+1)
	r := NewReader([]byte(document), source.Limits{MaxDepth: 2 * depth})
	for kind, err := r.Next(); kind != End; kind, err = r.Next() {
		if err != nil {
			t.Fatal(err)
		}
		if kind == StartElement {
			r.Match(shape, nil)
		}
	}
	if most := (source.MaxTries + 1) * depth; looks < depth || looks > most {
		t.Errorf("%d texts were looked at, want at least each of %d once, and at most %d", looks, depth, most)
	}
}

func TestRecordMatch(t *testing.T) {
	const document = "<p:r xmlns:p='s'>\n<p:id>x</p:id><p:all>y</p:all>\n<p:in><p:id>z</p:id><p:all>y</p:all></p:in></p:r>"
	r := NewReader([]byte(document), source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	shape := testShape()
	all, ok := r.Match(shape, nil)
	if !ok {
		t.Fatal("no match")
	}
	var got []string
	for n := 0; n < len(all); n = int(all[n].Next) {
		recording := r.RecordMatch(all[n], shape.Parts[all[n].Part].Inner != nil)
		replay := NewReplay(recording)
		if _, err := replay.Next(); err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(replay.Position(), " ", replay.Name(), " ", recording.Raw()))
	}
	want := []string{
		`line 2, column 1 {s}id <p:id>x</p:id>`, `line 2, column 15 {s}all <p:all>y</p:all>`,
		`line 3, column 1 {s}in <p:in><p:id>z</p:id><p:all>y</p:all></p:in>`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzMatch(f *testing.F) {
	for _, test := range matchTests {
		f.Add(test.document)
	}
	limits := source.Limits{MaxDepth: 20, MaxNameBytes: 50, MaxTextBytes: 200, MaxAttributes: 10}
	f.Fuzz(func(t *testing.T, document string) {
		if len(document) <= 10_000 {
			checkMatch(t, document, limits)
			checkMatch(t, document, source.Limits{})
		}
	})
}
