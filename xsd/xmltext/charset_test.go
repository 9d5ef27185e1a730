// Encodings that a function of the caller decodes.

package xmltext

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// latin9 decodes ISO-8859-15 where it differs from ISO-8859-1 by the euro sign.
func latin9(label string, input io.Reader) (io.Reader, error) {
	if !strings.EqualFold(label, "ISO-8859-15") {
		return nil, errors.New("only ISO-8859-15 is known")
	}
	data, err := io.ReadAll(input)
	var text []rune
	for _, c := range data {
		if c == 0xA4 {
			text = append(text, '€')
		} else {
			text = append(text, rune(c))
		}
	}
	decoded := io.Reader(strings.NewReader(string(text)))
	if err != nil {
		decoded = io.MultiReader(decoded, iotest.ErrReader(err))
	}
	return decoded, nil
}

func TestCharset(t *testing.T) {
	limits := source.Limits{Charset: latin9}
	long := strings.Repeat("\xA4", 5000)
	tests := []struct {
		name, doc string
		limits    source.Limits
		want      []string
	}{
		{"decoded", "<?xml version='1.0' encoding='ISO-8859-15'?><a>\xA4\xE6</a>", limits, []string{"<a", `"€æ"`, ">a", "end"}},
		{"the label as it stands", "<?xml version='1.0' encoding='iso-8859-15'?><a b='\xA4'/>", limits, []string{`<a b="€"`, ">a", "end"}},
		{"more than a chunk", "<?xml version='1.0' encoding='ISO-8859-15'?><a b='" + long + "'/>", limits, []string{`<a b="` + strings.Repeat("€", 5000) + `"`, ">a", "end"}},
		{"one that is known is not asked for", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xA4</a>", limits, []string{"<a", `"¤"`, ">a", "end"}},
		{"unknown to it", "<?xml version='1.0' encoding='ISO-8859-3'?><a/>", limits, []string{"error line 1, column 1: the encoding ISO-8859-3 is not read: only ISO-8859-15 is known; convert it to UTF-8, or to one of UTF-16, ISO-8859-1, windows-1252 and US-ASCII"}},
		{"without one", "<?xml version='1.0' encoding='ISO-8859-15'?><a/>", source.Limits{}, []string{"error line 1, column 31: the encoding ISO-8859-15 is not read; convert it to UTF-8, or to one of UTF-16, ISO-8859-1, windows-1252 and US-ASCII, or give Limits.Charset"}},
		{"malformed after it", "<?xml version='1.0' encoding='ISO-8859-15'?><a>\xA4</b>", limits, []string{"<a", `"€"`, "error line 1, column 53: </b> does not close <a>; write </a> before it"}},
		{"a character that XML does not allow", "<?xml version='1.0' encoding='ISO-8859-15'?><a>\x01</a>", limits, []string{"<a", "error line 1, column 48: the character U+0001 is not allowed in XML; remove it: XML has no way to write it"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := traceAll(t, test.doc, test.limits)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCharsetLimits checks that what is decoded is bounded, and that the error of a stream comes through.
func TestCharsetLimits(t *testing.T) {
	endless := source.Limits{MaxBytes: 1000, MaxStreamBytes: 1000, Charset: func(string, io.Reader) (io.Reader, error) {
		return io.MultiReader(strings.NewReader("<?xml version='1.0' encoding='x'?><a>"), endlessReader{}), nil
	}}
	doc := []byte("<?xml version='1.0' encoding='x'?><a/>")
	for _, r := range []*Reader{NewReader(doc, endless), NewStreamReader(bytes.NewReader(doc), endless)} {
		var limit *source.LimitError
		if got := trace(r); !strings.HasPrefix(got[len(got)-1], "error ") {
			t.Errorf("%v", got)
		} else if _, err := r.Next(); !errors.As(err, &limit) {
			t.Errorf("%v is no limit", err)
		}
	}
	failure := errors.New("the line is cut")
	r := NewStreamReader(io.MultiReader(strings.NewReader("<?xml version='1.0' encoding='ISO-8859-15'?><a>"), iotest.ErrReader(failure)), source.Limits{Charset: latin9})
	trace(r)
	if _, err := r.Next(); !errors.Is(err, failure) {
		t.Errorf("%v, want the error of the stream", err)
	}
	nothing := source.Limits{Charset: func(string, io.Reader) (io.Reader, error) { return nil, nil }}
	if got := trace(NewReader(doc, nothing)); !strings.Contains(got[0], "returned no reader") {
		t.Errorf("%v", got)
	}
}

// endlessReader delivers spaces without end.
type endlessReader struct{}

func (endlessReader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
