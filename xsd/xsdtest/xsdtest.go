// Package xsdtest holds the quick steps of reading to the careful ones, for tests. Each document is read as it is, and spelled so that
// nothing in it looks as expected, though it says the same. What was read must not change when the bytes that it was read from do.
package xsdtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Readings reads documents of both spellings, and some that it edits, and counts them.
type Readings struct {
	edits          int
	diff           func(want, got any) string
	random         *rand.Rand
	valid, invalid int
}

// New makes readings that read so many edited documents beside each document. The edits are the same in every run. diff compares two values and
// says how they differ, nothing where they do not.
func New(edits int, diff func(want, got any) string) *Readings {
	return &Readings{edits: edits, diff: diff, random: rand.New(rand.NewPCG(1, 2))}
}

// XML demands that both spellings of an XML document come to the same, read strictly and tolerantly into new values.
func (r *Readings) XML(t testing.TB, document []byte, newValue func() xsd.XMLValue) {
	t.Helper()
	lines := strings.ReplaceAll(string(document), "><", ">\n<")
	for _, text := range r.editions(document, lines) {
		r.same(t, text, spaced(text), xsd.UnmarshalXML, newValue)
	}
}

// XMLLimits demands that both spellings of an XML document go beyond the same limits, each of which grows from 1 on.
func (r *Readings) XMLLimits(t testing.TB, document []byte, newValue func() xsd.XMLValue) {
	t.Helper()
	r.sameLimits(t, document, spaced(document), xsd.UnmarshalXML, newValue)
}

// JSONLimits demands the same of a JSON text.
func (r *Readings) JSONLimits(t testing.TB, document []byte, newValue func() xsd.XMLValue) {
	t.Helper()
	r.sameLimits(t, document, escaped(document), xsd.UnmarshalJSON, newValue)
}

// JSON demands the same of a JSON text.
func (r *Readings) JSON(t testing.TB, document []byte, newValue func() xsd.XMLValue) {
	t.Helper()
	var lines bytes.Buffer
	if json.Indent(&lines, document, "", " ") != nil {
		lines.Write(document) // what is no JSON has the lines that it has
	}
	for _, text := range r.editions(document, lines.String()) {
		r.same(t, text, escaped(text), xsd.UnmarshalJSON, newValue)
	}
}

// Enough demands that so many documents at least were valid, and so many were not.
func (r *Readings) Enough(t testing.TB, least int) {
	t.Helper()
	t.Logf("%d documents were valid and %d were not", r.valid, r.invalid)
	if r.valid < least || r.invalid < least {
		t.Errorf("want %d of each kind", least)
	}
}

// editions are a document and, from its lines, edited ones.
func (r *Readings) editions(document []byte, lines string) [][]byte {
	all := [][]byte{document, []byte(lines)}
	for range r.edits {
		all = append(all, []byte(r.edited(lines)))
	}
	return all
}

func (r *Readings) same(t testing.TB, quick, careful []byte, read func([]byte, xsd.XMLValue, ...xsd.Option) error, newValue func() xsd.XMLValue) {
	t.Helper()
	for _, tolerant := range []bool{true, false} {
		got, gotValue := readOne(bytes.Clone(quick), gone, tolerant, read, newValue)
		want, wantValue := readOne(careful, kept, tolerant, read, newValue)
		if diff := r.diff(want, got); diff != "" {
			t.Fatalf("tolerant %t (-careful +quick):\n%s\n%s", tolerant, diff, quick)
		}
		if diff := r.diff(wantValue, gotValue); diff != "" {
			t.Fatalf("tolerant %t, the value (-careful +quick):\n%s\n%s", tolerant, diff, quick)
		}
		left, leftValue := readOne(bytes.Clone(careful), gone, tolerant, read, newValue)
		if diff := r.diff(want, left) + r.diff(wantValue, leftValue); diff != "" {
			t.Fatalf("tolerant %t: what was read is not kept (-read +left):\n%s\n%s", tolerant, diff, careful)
		}
		switch {
		case tolerant:
		case len(want) == 0:
			r.valid++
		default:
			r.invalid++
		}
	}
}

// after says what becomes of the bytes of a document when it has been read.
type after bool

const (
	kept after = false
	gone after = true
)

func readOne(document []byte, then after, tolerant bool, read func([]byte, xsd.XMLValue, ...xsd.Option) error, newValue func() xsd.XMLValue) ([]string, xsd.XMLValue) {
	var deviations xsd.Violations
	var opts []xsd.Option
	if tolerant {
		opts = append(opts, xsd.Tolerant(&deviations))
	}
	v := newValue()
	err := read(document, v, opts...)
	if then == gone {
		for i := range document {
			document[i] = '!'
		}
	}
	if malformed := (*xsd.SyntaxError)(nil); errors.As(err, &malformed) {
		v = nil // how far reading came is not specified
	}
	return Outcome(err, deviations), v
}

// edited changes up to three lines at random.
func (r *Readings) edited(text string) string {
	lines := strings.Split(text, "\n")
	for range r.random.IntN(4) {
		i, j := r.random.IntN(len(lines)), r.random.IntN(len(lines))
		switch r.random.IntN(6) {
		case 0:
			lines[i] = ""
		case 1:
			lines[i], lines[j] = lines[j], lines[i]
		case 2:
			lines[i] += "\n" + lines[j]
		case 3:
			lines[i] = words.ReplaceAllString(lines[i], r.oneOf("", "x", " 7 ", "2022-04-31", "true"))
		case 4:
			lines[i] = strings.Replace(lines[i], ">", r.oneOf(` a="1">`, "> ", "><!-- -->", ` xmlns="">`), 1)
		default:
			lines[i] = quoted.ReplaceAllString(lines[i], r.oneOf("null", "1", "{}", `""`, `" \u0041"`, "false")+"$1")
		}
	}
	return strings.Join(lines, "\n")
}

var (
	words  = regexp.MustCompile(`[0-9a-z]+`)
	quoted = regexp.MustCompile(`"[^"]*"(,?)$`)
)

func (r *Readings) oneOf(texts ...string) string { return texts[r.random.IntN(len(texts))] }

// tags are start and end tags, and before them what may hold things that look like tags.
var tags = regexp.MustCompile(`<!--(?s:.*?)-->|<!\[CDATA\[(?s:.*?)\]\]>|<[!?][^>]*>|</?[^<>"'!?/\s](?:[^<>"']|"[^"]*"|'[^']*')*>`)

// spaced puts a space into each tag. No line becomes another.
func spaced(document []byte) []byte {
	return tags.ReplaceAllFunc(document, func(tag []byte) []byte {
		if tag[1] == '!' || tag[1] == '?' {
			return tag
		}
		name := bytes.TrimRight(tag, "/>")
		return fmt.Appendf(nil, "%s %s", name, tag[len(name):])
	})
}

var texts = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// escaped puts an escape into each string that does not begin with one or with a character beyond ASCII. No line becomes another.
func escaped(text []byte) []byte {
	return texts.ReplaceAllFunc(text, func(text []byte) []byte {
		if c := text[1]; c == '"' || c == '\\' || c < ' ' || c > '~' {
			return text
		}
		return fmt.Appendf(nil, `"\u%04x%s`, text[1], text[2:])
	})
}

// highestLimit is up to where limits grow.
const highestLimit = 12

func (r *Readings) sameLimits(t testing.TB, quick, careful []byte, read func([]byte, xsd.XMLValue, ...xsd.Option) error, newValue func() xsd.XMLValue) {
	t.Helper()
	for n := 1; n <= highestLimit; n++ {
		for _, limits := range []xsd.Limits{{MaxDepth: n}, {MaxMembers: n}, {MaxAttributes: n}} {
			want := exceeded(read(careful, newValue(), xsd.WithLimits(limits)))
			got := exceeded(read(quick, newValue(), xsd.WithLimits(limits)))
			if want != got {
				t.Fatalf("%+v: beyond %q with care, and %q without:\n%s", limits, want, got, quick)
			}
		}
	}
}

// exceeded returns the limit that reading went beyond, if it did.
func exceeded(err error) string {
	var limit *xsd.LimitError
	if errors.As(err, &limit) {
		return limit.Limit
	}
	return ""
}

// Outcome says what came of reading, but for columns and offsets, in which spellings differ.
func Outcome(err error, deviations xsd.Violations) []string {
	var violations xsd.Violations
	var refused *xsd.RefusedError
	var syntax *xsd.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return []string{fmt.Sprint(syntax.Line, " ", syntax.Message)}
	case errors.As(err, &refused):
		violations = refused.Violations
	case err != nil && !errors.As(err, &violations):
		return []string{err.Error()}
	}
	return append(described("violation", violations), described("deviation", deviations)...)
}

// plain takes out what spellings differ in, but for escapes.
var plain = strings.NewReplacer(" />", "/>", " >", ">")

var escapes = regexp.MustCompile(`\\u00[2-7][0-9a-f]`)

// described words violations, with the start of the text they quote.
func described(kind string, violations xsd.Violations) []string {
	var words []string
	for _, v := range violations {
		text := escapes.ReplaceAllStringFunc(plain.Replace(v.Text), func(escape string) string {
			c, _ := strconv.Unquote(`"` + escape + `"`)
			return c
		})
		words = append(words, fmt.Sprint(kind, " ", v.Line, " ", v.Path, " ", v.Rule, " ", text[:min(len(text), 40)], " ", v.Message))
	}
	return words
}
