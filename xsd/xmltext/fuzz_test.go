// Fuzzing: bytes and streams agree, what is accepted encoding/xml accepts and reads alike,
// and what is written reads as what was meant.

package xmltext

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// fuzzLimits are low, so that fuzzing reaches them.
var fuzzLimits = source.Limits{MaxDepth: 20, MaxAttributes: 20, MaxNamespaces: 20, MaxNameBytes: 50, MaxTextBytes: 200, MaxBytes: 10_000}

func FuzzRead(f *testing.F) {
	for _, test := range readTests {
		f.Add([]byte(test.doc))
	}
	for _, test := range malformedTests {
		f.Add([]byte(test.doc))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 10_000 {
			return
		}
		got := trace(NewReader(data, fuzzLimits))
		stream := trace(NewStreamReader(iotest.OneByteReader(bytes.NewReader(data)), fuzzLimits))
		if diff := cmp.Diff(withoutLimits(got, stream)); diff != "" {
			t.Fatalf("bytes and stream differ (-bytes +stream):\n%s", diff)
		}
		if diff := cmp.Diff(got, traceLent(data, fuzzLimits)); diff != "" {
			t.Fatalf("bytes and lent ones differ (-bytes +lent):\n%s", diff)
		}
		if got[len(got)-1] != "end" {
			return
		}
		if peer, ok := tracePeer(data); ok {
			if diff := cmp.Diff(peer, foldSpace(got)); diff != "" {
				t.Errorf("encoding/xml differs (-encoding/xml +xmltext):\n%s", diff)
			}
		}
		again := rewrite(t, data)
		if diff := cmp.Diff(got, trace(NewReader(again, source.Limits{}))); diff != "" {
			t.Errorf("%s reads differently (-read +written):\n%s", again, diff)
		}
	})
}

// withoutLimits takes off a refusal where either reader met a limit: the stream's token may be too long for its window before the bytes' reader
// comes to what is wrong in it.
func withoutLimits(a, b []string) ([]string, []string) {
	lastA, lastB := a[len(a)-1], b[len(b)-1]
	if strings.HasPrefix(lastA, "error ") && strings.HasPrefix(lastB, "error ") && strings.Contains(lastA+lastB, "exceeds the limit") {
		return a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// foldSpace makes the white space in attributes that a trace shows spaces: encoding/xml
// does not.
func foldSpace(lines []string) []string {
	folded := make([]string, len(lines))
	for i, line := range lines {
		if strings.HasPrefix(line, "<") || strings.HasPrefix(line, ">") { // namespaces in names are not quoted
			line = strings.NewReplacer(`\t`, " ", `\n`, " ", `\r`, " ", "\t", " ", "\n", " ", "\r", " ").Replace(line)
		}
		folded[i] = line
	}
	return folded
}

// tracePeer is trace, by encoding/xml. It is not ok if that does not read such documents at
// all: other encodings, other versions, names of the fifth edition.
func tracePeer(data []byte) (lines []string, ok bool) {
	if bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")) || bytes.HasPrefix(data, []byte("<?xml")) {
		return nil, false
	}
	for _, c := range data {
		if c >= 0x80 {
			return nil, false
		}
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	var text strings.Builder
	flush := func(line string) {
		if text.Len() > 0 {
			lines = append(lines, fmt.Sprintf("%q", text.String()))
			text.Reset()
		}
		lines = append(lines, line)
	}
	for depth := 0; ; {
		token, err := d.Token()
		if err == io.EOF {
			return foldSpace(append(lines, "end")), true
		}
		if err != nil {
			return append(lines, "error "+err.Error()), true
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			flush("<" + source.Name(token.Name).String() + peerAttrs(token.Attr))
		case xml.EndElement:
			depth--
			flush(">" + source.Name(token.Name).String())
		case xml.CharData:
			if depth > 0 {
				text.Write(token)
			}
		}
	}
}

func peerAttrs(attrs []xml.Attr) string {
	var b strings.Builder
	for _, a := range attrs {
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
			fmt.Fprintf(&b, " %s=%q", source.Name(a.Name), a.Value)
		}
	}
	return b.String()
}

// rewrite reads a document and writes it.
func rewrite(t *testing.T, data []byte) []byte {
	t.Helper()
	r := NewReader(data, fuzzLimits)
	var w Writer
	for kind := NoToken; kind != End; {
		var err error
		if kind, err = r.Next(); err != nil {
			t.Fatal(err)
		}
		switch kind {
		case StartElement:
			w.Start(r.Name())
			for _, a := range r.Attrs() {
				w.Attr(a.Name, a.Value)
			}
		case EndElement:
			w.End()
		case Text:
			w.Text(r.Text())
		}
	}
	written, err := w.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return written
}

// What the writer takes is read as it was meant.
func FuzzWrite(f *testing.F) {
	f.Add("a", "u", "x", "v", "value \r\n\t\"", "text ]]> \r\n", "p", "  ")
	f.Add("blåbær", "", "b", "http://www.w3.org/XML/1998/namespace", "", "", "", "")
	f.Add("a", "u", "a", "u", "<", "&", "xml", "\t")
	f.Fuzz(func(t *testing.T, local, space, attr, attrSpace, value, text, prefix, indent string) {
		element, attribute := source.Name{Space: space, Local: local}, source.Name{Space: attrSpace, Local: attr}
		var w Writer
		w.SetIndent(indent)
		w.Prefer(prefix, space)
		w.Start(element, Binding{prefix, attrSpace})
		w.Attr(attribute, value)
		w.Start(attribute)
		w.Text(text)
		w.End()
		w.Start(element)
		w.Attr(attribute, value)
		w.Text(text)
		w.End()
		w.End()
		written, err := w.Bytes()
		if err != nil {
			return
		}
		start := fmt.Sprintf("<%s %s=%q", element, attribute, value)
		inner := []string{"<" + attribute.String(), fmt.Sprintf("%q", text), ">" + attribute.String(), start, fmt.Sprintf("%q", text), ">" + element.String()}
		var want []string
		for _, line := range append(append([]string{start}, inner...), ">"+element.String(), "end") {
			if line != `""` {
				want = append(want, line)
			}
		}
		got := trace(NewReader(written, source.Limits{MaxNameBytes: -1}))
		if indent != "" {
			got = withoutIndent(got, indent)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-meant +read):\n%s", written, diff)
		}
	})
}

// withoutIndent drops the texts that indenting two levels by indent adds.
func withoutIndent(lines []string, indent string) []string {
	var kept []string
	for i, line := range lines {
		between := i > 0 && (lines[i-1][0] != '<' || i+1 < len(lines) && lines[i+1][0] == '<')
		read := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace("\n" + indent)
		added := line == fmt.Sprintf("%q", read) || line == `"\n"`
		if !between || !added {
			kept = append(kept, line)
		}
	}
	return kept
}
