// Texts that show that a type is not included in another: found among candidates, made as short as can be, and checked with both types.

package inclusion

import (
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// candidate is a text that may be of a and not of b.
type candidate struct {
	text  string
	names xsd.Prefixes
}

// find looks for a text that a takes and b refuses, first among those that the search for a proof came upon.
func (q *enquiry) find() (witness SimpleAnswer, found bool) {
	for _, c := range q.suggested {
		if q.shows(&c) {
			return q.no(c), true
		}
	}
	for _, c := range q.candidates() {
		for _, text := range []string{c.text, c.text + " ", " " + c.text, c.text + "\t"} {
			if c := (candidate{text, c.names}); q.shows(&c) {
				return q.no(c), true
			}
		}
	}
	return SimpleAnswer{}, false
}

// shows reports whether a takes the text and b does not. A prefix that nothing binds is bound to a name of ours.
func (q *enquiry) shows(c *candidate) bool {
	if q.words && (c.text == "" || strings.ContainsAny(c.text, " \t\r\n")) {
		return false
	}
	if c.names == nil {
		c.names = namesFor(q.a, c.text)
	}
	return q.a.Check(c.text, c.names) == nil && q.b.Check(c.text, c.names) != nil
}

// namesFor binds the prefix of a text that a qualified name may be.
func namesFor(t *xsd.SimpleType, text string) xsd.Prefixes {
	prefix, _, found := strings.Cut(strings.TrimSpace(text), ":")
	if !found || t.Check(text, nil) == nil || xsd.BuiltIn("NCName").Check(prefix, nil) != nil {
		return nil
	}
	return xsd.Prefixes{prefix: "urn:example:" + prefix}
}

// no is the answer that a text shows, made shorter first.
func (q *enquiry) no(c candidate) SimpleAnswer {
	c.text = q.shorter(c)
	return SimpleAnswer{Verdict: automaton.No, Text: c.text, Names: c.names}
}

// maxShortenings bounds the checks that making a text shorter may take, in characters checked.
const maxShortenings = 1 << 22

// shorter leaves out parts of a text, large ones first, as long as it shows the same.
func (q *enquiry) shorter(c candidate) string {
	text := []rune(c.text)
	if !utf8.ValidString(c.text) {
		return c.text
	}
	spent := 0
	for size := len(text) / 2; size > 0; size /= 2 {
		for at := 0; at+size <= len(text) && spent < maxShortenings; {
			without := append(append([]rune(nil), text[:at]...), text[at+size:]...)
			spent += len(without) + 1
			if try := (candidate{string(without), c.names}); q.shows(&try) {
				text = without
				continue
			}
			at += size
		}
	}
	return string(text)
}
