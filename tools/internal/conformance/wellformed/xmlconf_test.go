// The W3C's XML conformance suite: which documents are refused, and what is read of the others.

package wellformed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// suiteTest is a line of the suite's manifest.
type suiteTest struct {
	ID, Type, Entities, Recommendation, Version, Edition, Namespace, Path string
}

// applies reports whether a test is about XML 1.0, fifth edition, with namespaces.
func (s suiteTest) applies() bool {
	return s.Version == "1.0" && !strings.HasSuffix(s.Recommendation, "1.1") && s.Namespace == "yes" &&
		(s.Edition == "" || strings.Contains(s.Edition, "5"))
}

// verdict is what reading a document came to.
type verdict string

const (
	asRead      verdict = "read"
	asMalformed verdict = "refused"
	asUnchecked verdict = "could not be checked"
)

// argued are the tests that end otherwise than the suite says, with the argument.
var argued = map[string]string{}

// TestXMLConf holds the reader to the suite. Documents that need what is not read, parameter entities and external ones, are counted and
// named apart.
func TestXMLConf(t *testing.T) {
	directory := filepath.Join(inputs.Unpacked(t, "xmlconf", inputs.Shared(t, "suites", "xmlconf.tar.xz")), "xmlconf")
	tests := suiteTests(t, directory)
	figures := map[string]int{}
	var right, wrong, compared int
	var unread []string
	for _, s := range tests {
		if !s.applies() {
			figures["not of XML 1.0, fifth edition, with namespaces"]++
			continue
		}
		result := s.read(t, directory)
		figures[s.Type+": "+string(result.verdict)]++
		output := s.output(t, directory)
		if output != nil && result.verdict == asRead && !result.partial {
			compared++
		}
		fault := s.fault(result, output)
		switch {
		case fault == "":
			right++
		case result.partial && !(s.Type != "not-wf" && result.verdict == asMalformed):
			unread = append(unread, s.ID)
		default:
			wrong++
			if argued[s.ID] == "" {
				t.Errorf("%s (%s, entities %q): %s: %s", s.ID, s.Type, s.Entities, s.Path, fault)
			}
		}
	}
	if compared < 130 {
		t.Errorf("the content of %d documents was compared", compared)
	}
	if right < 995*(right+wrong)/1000 {
		t.Errorf("%d of %d tests end as the suite says, want 99.5 %%", right, right+wrong)
	}
	t.Logf("%d tests: %d end as the suite says, %d do not; the content of %d was compared; %d need what is not read: %s", len(tests), right, wrong, compared, len(unread), strings.Join(unread, " "))
	for _, name := range slices.Sorted(maps.Keys(figures)) {
		t.Logf("%s: %d", name, figures[name])
	}
	record.Section(t, "xmlconf", xmlconfPage(len(tests), figures, right, wrong, compared, unread))
}

// xmlconfPage is what the page says of the suite.
func xmlconfPage(tests int, figures map[string]int, right, wrong, compared int, unread []string) string {
	var rows [][]string
	for _, kind := range []string{"valid", "invalid", "not-wf", "error"} {
		row := []string{kind}
		for _, v := range []verdict{asRead, asMalformed, asUnchecked} {
			row = append(row, strconv.Itoa(figures[kind+": "+string(v)]))
		}
		rows = append(rows, row)
	}
	text := fmt.Sprintf("%d tests, %d of them not about XML 1.0, fifth edition, with namespaces. Of the others %d of %d (%.2f %%) end as the suite says, and %d need what is not read and are counted apart. "+
		"Where the suite shows what is read, %d times, it is that. Each document is read whole and in single bytes.\n\n%s\n", tests, figures["not of XML 1.0, fifth edition, with namespaces"],
		right, right+wrong, 100*float64(right)/float64(max(right+wrong, 1)), len(unread), compared, record.Table([]string{"type", "read", "refused", "could not be checked"}, rows))
	text += "A processor may report errors of the type error or not. What is not read are external entities, external subsets and parameter entities; these tests need them: " +
		strings.Join(unread, ", ") + ".\n"
	for _, id := range slices.Sorted(maps.Keys(argued)) {
		text += "\n- " + id + ": " + argued[id]
	}
	return text
}

// suiteTests reads the manifest.
func suiteTests(t *testing.T, directory string) []suiteTest {
	data, err := os.ReadFile(filepath.Join(directory, "manifest.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var tests []suiteTest
	for line := range bytes.Lines(data) {
		var s suiteTest
		if err := json.Unmarshal(line, &s); err != nil {
			t.Fatal(err)
		}
		tests = append(tests, s)
	}
	if len(tests) < 1000 {
		t.Fatalf("the manifest lists %d tests", len(tests))
	}
	return tests
}

// suiteResult is what reading a document came to.
type suiteResult struct {
	verdict verdict
	err     error
	content []string
	partial bool // something was not read
}

// read reads a document, whole and as a stream of single bytes.
func (s suiteTest) read(t *testing.T, directory string) suiteResult {
	data, err := os.ReadFile(filepath.Join(directory, filepath.FromSlash(s.Path)))
	if err != nil {
		t.Fatal(err)
	}
	result := resultOf(xmltext.NewReader(data, source.Limits{}))
	stream := resultOf(xmltext.NewStreamReader(iotest.OneByteReader(bytes.NewReader(data)), source.Limits{}))
	if diff := cmp.Diff(result.lines(), stream.lines()); diff != "" {
		t.Errorf("%s: a stream reads differently (-bytes +stream):\n%s", s.ID, diff)
	}
	return result
}

func (r suiteResult) lines() []string {
	return append([]string{string(r.verdict), fmt.Sprint(r.err, r.partial)}, r.content...)
}

func resultOf(r *xmltext.Reader) suiteResult {
	content, err := contentOf(r)
	result := suiteResult{err: err, content: content, verdict: asRead}
	var limit *source.LimitError
	switch {
	case errors.As(err, &limit):
		result.verdict, result.partial = asUnchecked, true
	case err != nil:
		result.verdict = asMalformed
	}
	if d := r.Doctype(); d != nil && len(d.Unread) > 0 {
		result.partial = true
	}
	return result
}

// output returns what the suite says is read of a document, nil if it does not say.
func (s suiteTest) output(t *testing.T, directory string) []byte {
	path := filepath.Join(directory, filepath.FromSlash(s.Path))
	data, err := os.ReadFile(filepath.Join(filepath.Dir(path), "out", filepath.Base(path)))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return data
}

// fault says what is wrong with a result, "" for nothing.
func (s suiteTest) fault(result suiteResult, output []byte) string {
	switch {
	case s.Type == "error":
		return "" // a processor may report these or not
	case s.Type == "not-wf" && result.verdict != asMalformed:
		return "it is " + string(result.verdict)
	case s.Type == "not-wf":
		return ""
	case result.verdict != asRead:
		return result.err.Error()
	}
	if output == nil {
		return ""
	}
	want, err := canonicalContent(output)
	if err != nil {
		return "the suite's output: " + err.Error()
	}
	return cmp.Diff(want, result.content)
}

// contentOf reads to the end and returns the content in the terms of the suite's canonical form, without instructions and declarations of
// namespaces, which the reader does not show as they were written.
func contentOf(r *xmltext.Reader) (content []string, err error) {
	for {
		kind, err := r.Next()
		if err != nil {
			return nil, err
		}
		switch kind {
		case xmltext.StartElement:
			var attrs []string
			for _, a := range r.Attrs() {
				attrs = append(attrs, fmt.Sprintf("%s=%q", qualified(a.Prefix, a.Name.Local), a.Value))
			}
			slices.Sort(attrs)
			content = append(content, "<"+qualified(r.Prefix(), r.Name().Local)+" "+strings.Join(attrs, " "))
		case xmltext.EndElement:
			content = append(content, ">"+qualified(r.Prefix(), r.Name().Local))
		case xmltext.Text:
			content = append(content, fmt.Sprintf("%q", r.Text()))
		case xmltext.End:
			return content, nil
		}
	}
}

func qualified(prefix, local string) string {
	if prefix == "" {
		return local
	}
	return prefix + ":" + local
}

// canonicalContent reads the suite's output with the standard library's parser.
func canonicalContent(data []byte) ([]string, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	var content []string
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			content = append(content, fmt.Sprintf("%q", text.String()))
			text.Reset()
		}
	}
	depth := 0
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return content, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			flush()
			depth++
			var attrs []string
			for _, a := range token.Attr {
				if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
					attrs = append(attrs, fmt.Sprintf("%s=%q", qualified(a.Name.Space, a.Name.Local), a.Value))
				}
			}
			slices.Sort(attrs)
			content = append(content, "<"+qualified(token.Name.Space, token.Name.Local)+" "+strings.Join(attrs, " "))
		case xml.EndElement:
			flush()
			depth--
			content = append(content, ">"+qualified(token.Name.Space, token.Name.Local))
		case xml.CharData:
			if depth > 0 {
				text.Write(token)
			}
		}
	}
}
