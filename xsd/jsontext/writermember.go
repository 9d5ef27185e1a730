// The names of members made ready in advance, since most members of a text have one of a few names.

package jsontext

// A Member is the name of a member, made ready to be written often. It is immutable and safe for concurrent use.
type Member struct {
	key   string
	start string // `,"key":"`: from the comma before the member to the first quote of a string, empty where key is not UTF-8
}

// NewMember makes a key ready. If it is not UTF-8, writing it is the error.
func NewMember(key string) Member {
	var w Writer
	w.appendString(key)
	if w.err != nil {
		return Member{key: key}
	}
	return Member{key: key, start: "," + string(w.buf) + `:"`}
}

// isReady reports whether a member can be written as it was made ready.
func (w *Writer) isReady(m *Member) bool {
	return w.err == nil && len(w.open) > 0 && !w.open[len(w.open)-1].isArray && !w.keyed && w.indent == "" && m.start != ""
}

// separated returns what stands from the end of the member before to the value of this one, if it is a string.
func (w *Writer) separated(m *Member) string {
	innermost := &w.open[len(w.open)-1]
	if innermost.filled {
		return m.start
	}
	innermost.filled = true
	return m.start[len(","):]
}

// StartMember is Key for a key that was made ready.
func (w *Writer) StartMember(m *Member) {
	if !w.isReady(m) {
		w.Key(m.key)
		return
	}
	start := w.separated(m)
	w.buf.Add(start[:len(start)-len(`"`)])
	w.keyed = true
}

// EmptyArrayMember writes a member whose value is an array without items.
func (w *Writer) EmptyArrayMember(m *Member) {
	if !w.isReady(m) {
		w.Key(m.key)
		w.ArrayStart()
		w.ArrayEnd()
		return
	}
	start := w.separated(m)
	member := w.buf.Extend(len(start) + len("]"))
	n := copy(member, start)
	member[n-1], member[n] = '[', ']'
}

// PlainNumber writes a number whose spelling, without an exponent, is JSON's too; if it is not, it writes nothing and returns false.
func (w *Writer) PlainNumber(text string) bool {
	if !isPlainNumber(text) || !w.beginValue() {
		return false
	}
	w.buf.Add(text)
	w.endText()
	return true
}

// isPlainNumber reports whether text is a number as JSON spells it (RFC 8259, section 6), without an exponent.
func isPlainNumber(text string) bool {
	i := 0
	if i < len(text) && text[i] == '-' {
		i++
	}
	digits := countDigits(text[i:])
	if digits == 0 || digits > 1 && text[i] == '0' {
		return false
	}
	if i += digits; i == len(text) {
		return true
	}
	fraction := countDigits(text[i+1:])
	return text[i] == '.' && fraction > 0 && i+1+fraction == len(text)
}

func countDigits(text string) int {
	n := 0
	for n < len(text) && text[n]-'0' <= 9 {
		n++
	}
	return n
}

// StringMember writes a member whose value is a string: it is StartMember and String in one. It reports whether every character of
// the text is ASCII and is written as it is.
func (w *Writer) StringMember(m *Member, text string) (plain bool) {
	if !w.isReady(m) || mustEscape(text) < len(text) {
		w.Key(m.key)
		w.String(text)
		return false
	}
	start := w.separated(m)
	member := w.buf.Extend(len(start) + len(text) + len(`"`))
	n := copy(member, start)
	n += copy(member[n:], text)
	member[n] = '"'
	return true
}
