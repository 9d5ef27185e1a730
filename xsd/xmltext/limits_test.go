// Input that is made to cost much: it ends at a limit, in bounded time and memory.

package xmltext

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func TestLimits(t *testing.T) {
	tests := []struct {
		name   string
		limits source.Limits
		within string
		beyond string
		want   source.LimitError // without the message
	}{
		{
			"depth",
			source.Limits{MaxDepth: 2},
			"<a><b/><c/></a>", "<a><b><c/></b></a>",
			source.LimitError{Position: source.Position{Line: 1, Column: 7, Offset: 6}, Limit: "MaxDepth", Max: 2},
		},
		{
			"attributes",
			source.Limits{MaxAttributes: 2},
			"<a x='' xmlns:p='u'/>", "<a x='' xmlns:p='u' z=''/>",
			source.LimitError{Position: source.Position{Line: 1, Column: 21, Offset: 20}, Limit: "MaxAttributes", Max: 2},
		},
		{
			"namespaces",
			source.Limits{MaxNamespaces: 2},
			"<a xmlns='u'><b xmlns='v'/><b xmlns='v'/></a>", "<a xmlns='u'><b xmlns='v'><c xmlns='w'/></b></a>",
			source.LimitError{Position: source.Position{Line: 1, Column: 30, Offset: 29}, Limit: "MaxNamespaces", Max: 2},
		},
		{
			"name",
			source.Limits{MaxNameBytes: 3},
			"<abc/>", "<abcd/>",
			source.LimitError{Position: source.Position{Line: 1, Column: 2, Offset: 1}, Limit: "MaxNameBytes", Max: 3},
		},
		{
			"attribute's name",
			source.Limits{MaxNameBytes: 3},
			"<a abc=''/>", "<a abcd=''/>",
			source.LimitError{Position: source.Position{Line: 1, Column: 4, Offset: 3}, Limit: "MaxNameBytes", Max: 3},
		},
		{
			"text",
			source.Limits{MaxTextBytes: 8},
			"<a>12345678</a>", "<a>123456789</a>",
			source.LimitError{Position: source.Position{Line: 1, Column: 4, Offset: 3}, Limit: "MaxTextBytes", Max: 8},
		},
		{
			"tag",
			source.Limits{MaxTextBytes: 9},
			"<a><b c=''/></a>", "<a><b c='1'/></a>",
			source.LimitError{Position: source.Position{Line: 1, Column: 4, Offset: 3}, Limit: "MaxTextBytes", Max: 9},
		},
		{
			"comment",
			source.Limits{MaxTextBytes: 8},
			"<a><!--x--></a>", "<a><!--xy--></a>",
			source.LimitError{Position: source.Position{Line: 1, Column: 4, Offset: 3}, Limit: "MaxTextBytes", Max: 8},
		},
		{
			"comment outside",
			source.Limits{MaxTextBytes: 8},
			"<!--x--><!--y--><a/>", "<!--x--><!--yy--><a/>",
			source.LimitError{Position: source.Position{Line: 1, Column: 9, Offset: 8}, Limit: "MaxTextBytes", Max: 8},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := traceAll(t, test.within, test.limits); got[len(got)-1] != "end" {
				t.Errorf("%s: %q", test.within, got)
			}
			traceAll(t, test.beyond, test.limits)
			checkNothingAfterFault(t, test.beyond, test.limits)
			r := NewReader([]byte(test.beyond), test.limits)
			trace(r)
			_, err := r.Next()
			var limit *source.LimitError
			if !errors.As(err, &limit) {
				t.Fatalf("%s: %v", test.beyond, err)
			}
			got := *limit
			got.Message = ""
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.beyond, diff)
			}
		})
	}
}

// repeated delivers a start, then a text again and again, n times, then an end.
func repeated(start, text string, n int, end string) io.Reader {
	return io.MultiReader(strings.NewReader(start), &repeater{text: text, left: n}, strings.NewReader(end))
}

type repeater struct {
	text string
	left int
	rest string
}

func (r *repeater) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if r.rest == "" {
			if r.left == 0 {
				break
			}
			r.left--
			r.rest = r.text
		}
		copied := copy(p[n:], r.rest)
		r.rest = r.rest[copied:]
		n += copied
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// lowLimit stops a document earlier than the default limits do, to save time.
var lowLimit = source.Limits{MaxTextBytes: 4 << 20}

var hostileDocuments = []struct {
	name   string
	limits source.Limits
	start  string
	part   string
	times  int
	end    string
	want   string // how the last line of the trace begins
}{
	{"100,000 levels", source.Limits{}, "", "<a>", 100_000, "", "error line 1, column 3001: the number of elements inside each other exceeds the limit of 1000; raise Limits.MaxDepth"},
	{"100,000 attributes", source.Limits{}, "<a ", "x='' ", 100_000, "/>", "error line 1, column 5004: the number of attributes"},
	{"100,000 comments in a text", source.Limits{}, "<a>", "<!---->", 100_000, "</a>", "end"},
	{"a million references", source.Limits{}, "<a>", "&amp;", 1_000_000, "</a>", "end"},
	{"a million comments outside", source.Limits{}, "<a/>", "<!---->", 1_000_000, "", "end"},
	{"a text of 200 MB", source.Limits{}, "<a>", strings.Repeat("9", 1000), 200_000, "</a>", "error line 1, column 4: the size in bytes of this tag, text"},
	{"white space of 200 MB", lowLimit, "<a>", strings.Repeat(" \n", 500), 200_000, "</a>", "error line 1, column 4: the size in bytes of this tag, text"},
	{"an attribute of 200 MB", lowLimit, "<a x='", strings.Repeat("9", 1000), 200_000, "'/>", "error line 1, column 1: the size in bytes of this tag"},
	{"a comment of 200 MB", lowLimit, "<!--", strings.Repeat("9", 1000), 200_000, "--><a/>", "error line 1, column 1: the size in bytes of this tag"},
	{"a name of 200 MB", lowLimit, "<", strings.Repeat("a", 1000), 200_000, "/>", "error line 1, column 2: the size in bytes of a name"},
	{"white space of 20 MB outside", source.Limits{}, "", strings.Repeat(" ", 1000), 20_000, "<a/>", "end"},
	{"a declaration of 200 MB", lowLimit, "<?xml ", strings.Repeat(" ", 1000), 200_000, "?><a/>", "error line 1, column 1: the size in bytes of this tag"},
}

// Streams are stopped at the limits, with a few hundred megabytes of memory.
func TestHostileStreams(t *testing.T) {
	for _, test := range hostileDocuments {
		t.Run(test.name, func(t *testing.T) {
			var last string
			cost.AtMost(t, 1000, func() {
				last = lastLine(NewStreamReader(repeated(test.start, test.part, test.times, test.end), test.limits))
			})
			if !strings.HasPrefix(last, test.want) {
				t.Errorf("(-want +got):\n%s", cmp.Diff(test.want, last))
			}
		})
	}
}

// lastLine is trace without the lines before the last, and without looking at text.
func lastLine(r *Reader) string {
	for {
		kind, err := r.Next()
		if err != nil {
			return "error " + err.Error()
		}
		if kind == End {
			return "end"
		}
	}
}

// A document in memory that is larger than the limit is not even copied.
func TestDocumentTooLarge(t *testing.T) {
	data := make([]byte, 128<<20+1)
	var last string
	cost.AtMost(t, 1, func() { last = lastLine(NewReader(data, source.Limits{})) })
	if want := "error line 1, column 1: the size of the document exceeds the limit of 134217728; raise Limits.MaxBytes"; !strings.HasPrefix(last, want) {
		t.Errorf("(-want +got):\n%s", cmp.Diff(want, last))
	}
}

// With the limits raised, each of many attributes is compared with few others, and many levels cost memory in proportion.
func TestRaisedLimits(t *testing.T) {
	var attributes strings.Builder
	attributes.WriteString("<a")
	for i := range 100_000 {
		fmt.Fprintf(&attributes, " a%d=''", i)
	}
	limits := source.Limits{MaxAttributes: -1, MaxDepth: -1, MaxTextBytes: -1, MaxNamespaces: -1}
	r := NewReader([]byte(attributes.String()+"/>"), limits)
	if got := lastLine(r); got != "end" {
		t.Error(got)
	}
	if n := len(r.unique.list); n > listedNames {
		t.Errorf("an attribute is compared with %d others", n)
	}
	if got := lastLine(NewReader([]byte(attributes.String()+" a77777=''/>"), limits)); !strings.Contains(got, "the attribute a77777 is there twice") {
		t.Error(got)
	}
	levels := strings.Repeat("<a xmlns:p='u'>", 100_000) + strings.Repeat("</a>", 100_000)
	var got string
	allocated := cost.Of(func() { got = lastLine(NewReader([]byte(levels), limits)) })
	if got != "end" {
		t.Error(got)
	}
	if allocated > uint64(100*len(levels)) {
		t.Errorf("%d bytes were allocated for %d", allocated, len(levels))
	}
}
