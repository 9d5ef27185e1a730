// What documents read as: tokens, names, attributes, text. The expectations are written by
// hand from XML 1.0 (fifth edition) and Namespaces in XML 1.0.

package xmltext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/lent"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// trace reads to the end and returns a line for each token, the last one for End or the error.
func trace(r *Reader) []string { return lent.Said(collect(r)) }

// collect reads all tokens. Each line is said when it is asked for.
func collect(r *Reader) []func() string {
	var lines []func() string
	say := func(line func() string) { lines = append(lines, line) }
	for {
		kind, err := r.Next()
		if err != nil {
			say(func() string { return "error " + err.Error() })
			return lines
		}
		name, attrs, text := r.Name(), slices.Clone(r.Attrs()), r.Text()
		switch kind {
		case StartElement:
			say(func() string { return "<" + name.String() + traceAttrs(attrs) })
		case EndElement:
			say(func() string { return ">" + name.String() })
		case Text:
			say(func() string { return fmt.Sprintf("%q", text) })
		case End:
			say(func() string { return "end" })
			return lines
		}
	}
}

// traceLent traces a document that is lent, and gone when the lines are said.
func traceLent(data []byte, limits source.Limits) []string {
	return lent.Read(data, func(lent []byte) []func() string {
		var r Reader
		r.ResetLent(lent, limits)
		return collect(&r)
	})
}

func traceAttrs(attrs []Attr) string {
	var b strings.Builder
	for _, a := range attrs {
		fmt.Fprintf(&b, " %s=%q", a.Name, a.Value)
	}
	return b.String()
}

// chunkReader delivers a few bytes at a time.
type chunkReader struct {
	data []byte
	size int
}

func (c *chunkReader) Read(p []byte) (int, error) {
	if len(c.data) == 0 {
		return 0, io.EOF
	}
	n := copy(p, c.data[:min(c.size, len(c.data))])
	c.data = c.data[n:]
	return n, nil
}

// traceAll traces a document in all ways of reading it and requires them to agree.
func traceAll(t *testing.T, data string, limits source.Limits) []string {
	t.Helper()
	want := trace(NewReader([]byte(data), limits))
	streams := map[string]io.Reader{
		"whole":       strings.NewReader(data),
		"one byte":    iotest.OneByteReader(strings.NewReader(data)),
		"three bytes": &chunkReader{[]byte(data), 3},
		"data at EOF": iotest.DataErrReader(strings.NewReader(data)),
	}
	for name, stream := range streams {
		if diff := cmp.Diff(want, trace(NewStreamReader(stream, limits))); diff != "" {
			t.Errorf("%q as a stream (%s) reads differently (-bytes +stream):\n%s", data, name, diff)
		}
	}
	if diff := cmp.Diff(want, traceLent([]byte(data), limits)); diff != "" {
		t.Errorf("%q reads differently when it is lent (-bytes +lent):\n%s", data, diff)
	}
	return want
}

var readTests = []struct {
	name string
	doc  string
	want []string
}{
	{"empty element", `<a/>`, []string{"<a", ">a", "end"}},
	{"empty element, tags", "<a></a \t>", []string{"<a", ">a", "end"}},
	{"all around", "<?xml version='1.0'?>\n<!-- c -->\n<?p i?><a/><!-- c -->\n<?p?>\n", []string{"<a", ">a", "end"}},
	{"text", `<a>b</a>`, []string{"<a", `"b"`, ">a", "end"}},
	{"nesting", `<a> <b>x</b> y</a>`, []string{"<a", `" "`, "<b", `"x"`, ">b", `" y"`, ">a", "end"}},
	{"comment does not split text", `<a>x<!-- - -->y<?p <>&?>z</a>`, []string{"<a", `"xyz"`, ">a", "end"}},
	{"comment alone is no text", `<a><!--x--><b/><?p?></a>`, []string{"<a", "<b", ">b", ">a", "end"}},
	{"CDATA", `<a><![CDATA[<x>&amp;]]]]></a>`, []string{"<a", `"<x>&amp;]]"`, ">a", "end"}},
	{"empty CDATA is no text", `<a><![CDATA[]]></a>`, []string{"<a", ">a", "end"}},
	{"CDATA in text", `<a>1<![CDATA[ 2 ]]>3<![CDATA[4]]></a>`, []string{"<a", `"1 2 34"`, ">a", "end"}},
	{"predefined entities", `<a>&lt;&gt;&amp;&quot;&apos;</a>`, []string{"<a", `"<>&\"'"`, ">a", "end"}},
	{"character references", `<a>&#65;&#x42;&#x1F600;&#x00000043;</a>`, []string{"<a", `"AB😀C"`, ">a", "end"}},
	{"reference to a carriage return", `<a x="&#13;&#10;&#9;">&#xD;&#13;</a>`, []string{`<a x="\r\n\t"`, `"\r\r"`, ">a", "end"}},
	{"line ends", "<a>1\r\n2\r3\n4\r\r\n5</a>", []string{"<a", `"1\n2\n3\n4\n\n5"`, ">a", "end"}},
	{"line ends in CDATA", "<a><![CDATA[1\r\n2\r]]>\n</a>", []string{"<a", `"1\n2\n\n"`, ">a", "end"}},
	{"attribute normalisation", "<a x='1\t2\n3\r\n4\r5  6'/>", []string{`<a x="1 2 3 4 5  6"`, ">a", "end"}},
	{"attribute quotes", `<a x='"' y="'" z=""/>`, []string{`<a x="\"" y="'" z=""`, ">a", "end"}},
	{"attribute spacing", "<a\n x = '1'\ty= \"2\" />", []string{`<a x="1" y="2"`, ">a", "end"}},
	{"> in an attribute and in text", `<a x=">]]>">>]] ></a>`, []string{`<a x=">]]>"`, `">]] >"`, ">a", "end"}},
	{"default namespace", `<a xmlns="u" x="1"><b/></a>`, []string{`<{u}a x="1"`, "<{u}b", ">{u}b", ">{u}a", "end"}},
	{"default namespace off", `<a xmlns="u"><b xmlns=""/><c/></a>`, []string{"<{u}a", "<b", ">b", "<{u}c", ">{u}c", ">{u}a", "end"}},
	{"prefixes", `<p:a xmlns:p="u" p:x="1" x="2"/>`, []string{`<{u}a {u}x="1" x="2"`, ">{u}a", "end"}},
	{"declaration after use", `<p:a p:x="1" xmlns:p="u"/>`, []string{`<{u}a {u}x="1"`, ">{u}a", "end"}},
	{"shadowing", `<p:a xmlns:p="u"><p:b xmlns:p="v"/><p:c/></p:a>`, []string{"<{u}a", "<{v}b", ">{v}b", "<{u}c", ">{u}c", ">{u}a", "end"}},
	{"same local name", `<a xmlns:p="u" xmlns:q="v" p:x="1" q:x="2" x="3"/>`, []string{`<a {u}x="1" {v}x="2" x="3"`, ">a", "end"}},
	{"xml prefix", `<a xml:lang="no"/>`, []string{`<a {http://www.w3.org/XML/1998/namespace}lang="no"`, ">a", "end"}},
	{"xml prefix declared", `<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:id="i"/>`, []string{`<a {http://www.w3.org/XML/1998/namespace}id="i"`, ">a", "end"}},
	{"prefix that begins with xml", `<xmlx:a xmlns:xmlx="u"/>`, []string{"<{u}a", ">{u}a", "end"}},
	{"namespace with references", `<a xmlns="u&amp;v"/>`, []string{"<{u&v}a", ">{u&v}a", "end"}},
	{"names beyond ASCII", `<blåbær øl="æ"><日本/><_.-·/></blåbær>`, []string{`<blåbær øl="æ"`, "<日本", ">日本", "<_.-·", ">_.-·", ">blåbær", "end"}},
	{"processing instruction", `<a><?p ?><?q ??><?xml-stylesheet x?></a>`, []string{"<a", ">a", "end"}},
	{"declaration in full", "<?xml\tversion = \"1.0\" encoding='utf-8'\nstandalone='yes' ?><a/>", []string{"<a", ">a", "end"}},
	{"declaration of another minor version", `<?xml version="1.7"?><a/>`, []string{"<a", ">a", "end"}},
	{"allowed control characters", "<a>\u007F\u0085\u009F\uFFFD\U0010FFFF</a>", []string{"<a", `"\x7f\u0085\u009f` + "\uFFFD" + `\U0010ffff"`, ">a", "end"}},
	{"byte order mark", "\uFEFF<a>\uFEFF</a>", []string{"<a", `"\ufeff"`, ">a", "end"}},
}

func TestRead(t *testing.T) {
	for _, test := range readTests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, traceAll(t, test.doc, source.Limits{})); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.doc, diff)
			}
		})
	}
}

// A document that is cut anywhere is refused, by a syntax error, in every way of reading.
func TestReadTruncated(t *testing.T) {
	for _, test := range readTests {
		doc := strings.TrimRight(test.doc, "\n")
		end := strings.LastIndexByte(doc, '>')
		for cut := range end {
			if strings.HasSuffix(doc[:cut], "<a/><!-- c -->") || strings.HasSuffix(doc[:cut], "<a/>") ||
				strings.HasSuffix(doc[:cut], "<a/><!-- c -->\n") {
				continue // what is cut off may be there or not
			}
			r := NewReader([]byte(doc[:cut]), source.Limits{})
			last := trace(r)
			if _, err := r.Next(); !isSyntaxError(err) {
				t.Errorf("%q: read as %q, want a syntax error", doc[:cut], last)
			}
			traceAll(t, doc[:cut], source.Limits{})
		}
	}
}

func isSyntaxError(err error) bool {
	var syntax *source.SyntaxError
	return errors.As(err, &syntax)
}

func TestPositions(t *testing.T) {
	const doc = "<?xml version='1.0'?>\r\n<a>\n  <bæ\n  x='1' y='2'>\r t<!--\n--> </bæ><c/></a>\n"
	want := []string{
		`start of an element {2 1 23}`,
		`text {2 4 26}`,
		`start of an element {3 3 29} x{4 3 36} y{4 9 42}`,
		`text {4 15 48}`,
		`end of an element {6 5 60}`,
		`start of an element {6 11 66}`,
		`end of an element {6 11 66}`,
		`end of an element {6 15 70}`,
		`end of the document {7 1 75}`,
	}
	readers := map[string]*Reader{
		"bytes":  NewReader([]byte(doc), source.Limits{}),
		"stream": NewStreamReader(iotest.OneByteReader(strings.NewReader(doc)), source.Limits{}),
	}
	for name, r := range readers {
		if diff := cmp.Diff(want, tracePositions(t, r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func tracePositions(t *testing.T, r *Reader) []string {
	t.Helper()
	var lines []string
	for {
		kind, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprint(kind, " ", braced(r.Position()))
		for i, a := range r.Attrs() {
			line += " " + a.Name.Local + braced(r.AttrPosition(i))
		}
		lines = append(lines, line)
		if kind == End {
			return lines
		}
	}
}

func braced(p source.Position) string {
	return fmt.Sprintf("{%d %d %d}", p.Line, p.Column, p.Offset)
}

func TestScopeOfNamespaces(t *testing.T) {
	const doc = `<a xmlns="u" xmlns:p="v"><b xmlns="" xmlns:q="w" xmlns:p="v2"/></a>`
	r := NewReader([]byte(doc), source.Limits{})
	type seen struct {
		Bindings []Binding
		P, X     string
		Bound    bool
	}
	look := func() seen {
		p, _ := r.LookupPrefix("p")
		x, bound := r.LookupPrefix("q")
		return seen{r.Bindings(nil), p, x, bound}
	}
	outer := seen{[]Binding{{"", "u"}, {"p", "v"}}, "v", "", false}
	inner := seen{[]Binding{{"q", "w"}, {"p", "v2"}}, "v2", "w", true}
	for i, want := range []seen{outer, inner, inner, outer} {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, look()); diff != "" {
			t.Errorf("token %d (-want +got):\n%s", i, diff)
		}
	}
	if uri, ok := r.LookupPrefix("xml"); uri != XMLNamespace || !ok {
		t.Errorf("xml stands for %q, %t", uri, ok)
	}
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(seen{}, look()); diff != "" {
		t.Errorf("after the root (-want +got):\n%s", diff)
	}
}

// Many namespaces in scope are found as few are, and leave scope again.
func TestManyNamespaces(t *testing.T) {
	var b strings.Builder
	b.WriteString("<a")
	for i := range 100 {
		fmt.Fprintf(&b, " xmlns:p%d='u%d'", i, i)
	}
	b.WriteString("><p7:b xmlns:p7='v'><p7:c/></p7:b><p7:d p99:x=''/></a>")
	got := traceAll(t, b.String(), source.Limits{})
	want := []string{"<a", "<{v}b", "<{v}c", ">{v}c", ">{v}b", `<{u7}d {u99}x=""`, ">{u7}d", ">a", "end"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBlank(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{" ", true},
		{"\t\n", true},
		{"\r\n \r", true},
		{" <!--x--> ", true},
		{"<![CDATA[ ]]>&#32;", true},
		{"x", false},
		{" x", false},
		{"\r x", false},
		{"&#160;", false},
		{"\u00A0", false},
	}
	for _, test := range tests {
		r := NewReader([]byte("<a>"+test.text+"</a>"), source.Limits{})
		for range 2 {
			if _, err := r.Next(); err != nil {
				t.Fatal(err)
			}
		}
		if r.Kind() != Text || r.Blank() != test.want {
			t.Errorf("%q: %v, blank %t, want %t", test.text, r.Kind(), r.Blank(), test.want)
		}
	}
}

// What a token does not have is empty, whatever the token before had.
func TestAccessorsOfOtherTokens(t *testing.T) {
	r := NewReader([]byte(`<a x="1">t</a>`), source.Limits{})
	check := func(name, text, prefix string, attrs int) {
		t.Helper()
		got := fmt.Sprint(r.Name(), "|", r.Text(), "|", r.Prefix(), "|", len(r.Attrs()), "|", r.Blank())
		if want := fmt.Sprint(name, "|", text, "|", prefix, "|", attrs, "|", false); got != want {
			t.Errorf("%v: %s, want %s", r.Kind(), got, want)
		}
	}
	check("", "", "", 0)
	for _, want := range []struct {
		name, text string
		attrs      int
	}{{"a", "", 1}, {"a", "t", 0}, {"a", "", 0}, {"", "", 0}, {"", "", 0}} {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		check(want.name, want.text, "", want.attrs)
	}
}

// What the reader of bytes returns does not change with the caller's bytes.
func TestReaderOwnsItsText(t *testing.T) {
	data := []byte(`<a x="value">text</a>`)
	r := NewReader(data, source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	value := r.Attrs()[0].Value
	clear(data)
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"value", "text"}, []string{value, r.Text()}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A reader that is used again remembers nothing, even after an error in the middle.
func TestReset(t *testing.T) {
	var r Reader
	for _, test := range readTests {
		r.Reset([]byte("<q:x xmlns:q='urn:q' xmlns='d' a='b'>t<y>\x00"), source.Limits{})
		if got := trace(&r); !strings.HasPrefix(got[len(got)-1], "error") {
			t.Fatalf("read %q", got)
		}
		r.Reset([]byte(test.doc), source.Limits{})
		if diff := cmp.Diff(test.want, trace(&r)); diff != "" {
			t.Errorf("%s after Reset (-want +got):\n%s", test.name, diff)
		}
		r.ResetStream(strings.NewReader(test.doc), source.Limits{})
		if diff := cmp.Diff(test.want, trace(&r)); diff != "" {
			t.Errorf("%s after ResetStream (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestErrorIsFinal(t *testing.T) {
	r := NewReader([]byte("<a><b></a>"), source.Limits{})
	trace(r)
	_, first := r.Next()
	_, second := r.Next()
	if first == nil || first != second || r.Kind() != NoToken {
		t.Errorf("%v, then %v, kind %v", first, second, r.Kind())
	}
	if err := r.Skip(); err != first {
		t.Errorf("Skip returns %v, want %v", err, first)
	}
}

func TestStreamError(t *testing.T) {
	broken := errors.New("connection reset")
	r := NewStreamReader(io.MultiReader(strings.NewReader("<a><b/>"), iotest.ErrReader(broken)), source.Limits{})
	want := []string{"<a", "<b", ">b", "error connection reset"}
	if diff := cmp.Diff(want, trace(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := r.Next(); !errors.Is(err, broken) {
		t.Errorf("%v is not the stream's error", err)
	}
	r.ResetStream(stuckReader{}, source.Limits{})
	if _, err := r.Next(); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("a stream that delivers nothing: %v", err)
	}
}

type stuckReader struct{}

func (stuckReader) Read([]byte) (int, error) { return 0, nil }

// Nothing is allocated for a token of a document in memory that has no references.
func TestNoAllocationPerToken(t *testing.T) {
	data := statusDocument(100, true)
	var r Reader
	read := func() {
		r.Reset(data, source.Limits{})
		readAll(t, &r)
	}
	read()
	if allocs := testing.AllocsPerRun(10, read); allocs > 1 {
		t.Errorf("%v allocations, want 1: the copy of the document", allocs)
	}
}

// The window of a stream does not grow with the stream.
func TestStreamWindow(t *testing.T) {
	r := NewStreamReader(bytes.NewReader(statusDocument(10_000, true)), source.Limits{})
	most := 0
	for kind := NoToken; kind != End; {
		var err error
		if kind, err = r.Next(); err != nil {
			t.Fatal(err)
		}
		most = max(most, len(r.src))
	}
	if most > 256<<10 {
		t.Errorf("the window grew to %d bytes", most)
	}
}
