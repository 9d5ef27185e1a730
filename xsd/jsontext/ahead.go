// Looking ahead for a member about which nothing is special, as most are. Whatever else is there is left to Next, which alone knows all of
// JSON.

package jsontext

// member is a member that MemberAhead found: its kind, and offsets.
type member struct {
	kind               Kind
	key, keyEnd        int // of what is between the quotes
	value              int // where the value begins
	text, textEnd, end int // what Text returns of the value, and where it ends
}

// MemberAhead returns the key of the next member of the innermost object, and the kind of its value, if the key and a string are without
// escapes and hold what XML can hold, and the value is not null. At the end of the object the kind is ObjectEnd. What is ahead remains the
// next token until TakeMember.
func (r *Reader) MemberAhead() (key string, kind Kind, ok bool) {
	i, ok := r.partAhead(false, expectFirstKey)
	if !ok {
		return "", NoToken, false
	}
	src, m := r.src, &r.member
	switch src[i] {
	case '}':
		return "", m.ends(ObjectEnd, i), true
	case '"':
	default:
		return "", NoToken, false
	}
	m.key = i + 1
	m.keyEnd = plainEnd(src, m.key)
	if m.keyEnd+1 >= len(src) || src[m.keyEnd] != '"' || m.keyEnd-m.key > r.limits.MaxNameBytes {
		return "", NoToken, false
	}
	i = m.keyEnd + 1
	if src[i] != ':' {
		if i = skipSpace(src, i); i == len(src) || src[i] != ':' {
			return "", NoToken, false
		}
	}
	m.value = skipSpace(src, i+1)
	ok = m.find(r)
	return src[m.key:m.keyEnd], m.kind, ok
}

// ItemAhead is MemberAhead for an item of the innermost array. At its end the kind is ArrayEnd.
func (r *Reader) ItemAhead() (kind Kind, ok bool) {
	i, ok := r.partAhead(true, expectFirstItem)
	if !ok {
		return NoToken, false
	}
	m := &r.member
	if r.src[i] == ']' {
		return m.ends(ArrayEnd, i), true
	}
	m.value = i
	ok = m.find(r)
	return m.kind, ok
}

// partAhead returns where the next member or item begins, or where the innermost object or array ends. first is what is expected where
// nothing of it has come.
func (r *Reader) partAhead(inArray bool, first expectation) (i int, ok bool) {
	if r.kind == ObjectEnd || r.kind == ArrayEnd {
		r.leave()
		r.kind = NoToken
	}
	if r.err != nil || len(r.open) == 0 || r.inArray() != inArray || r.in.Streams() {
		return 0, false
	}
	src := r.src
	i = skipSpace(src, r.pos)
	switch {
	case i+1 >= len(src):
		return 0, false
	case r.expect == first:
		return i, true
	case r.expect != expectNext:
		return 0, false
	case src[i] == ',':
		i = skipSpace(src, i+1)
		return i, i+1 < len(src) && src[i] != '}' && src[i] != ']'
	}
	return i, src[i] == '}' || src[i] == ']'
}

// ends notes that the object or array ends.
func (m *member) ends(kind Kind, i int) Kind {
	m.kind, m.value, m.end = kind, i, i+1
	return kind
}

// find finds out what the value is, and reports whether it needs no closer look.
func (m *member) find(r *Reader) bool {
	if m.value == len(r.src) || !m.scan(r) {
		return false
	}
	return m.end-r.pos <= r.limits.MaxTextBytes
}

// scan scans the value.
func (m *member) scan(r *Reader) bool {
	src, i := r.src, m.value
	m.text = i
	switch c := src[i]; {
	case c == '"':
		m.kind, m.text, m.textEnd = String, i+1, plainEnd(src, i+1)
		m.end = m.textEnd + 1
		return m.end < len(src) && src[m.textEnd] == '"'
	case c == '{':
		m.kind, m.end = ObjectStart, i+1
		return len(r.open) < r.limits.MaxDepth
	case c == '[':
		m.kind, m.end = ArrayStart, i+1
		return len(r.open) < r.limits.MaxDepth
	case c == 't':
		m.kind = True
		return m.literal(src, "true")
	case c == 'f':
		m.kind = False
		return m.literal(src, "false")
	case c == '-' || isDigit(c):
		m.kind = Number
		end, ok := numberEnd(src, i)
		m.textEnd, m.end = end, end
		return ok && end < len(src) && end-i <= r.limits.MaxNumberBytes
	}
	return false
}

// literal reports whether the value is true, or false, as it begins.
func (m *member) literal(src, literal string) bool {
	m.textEnd = m.value + len(literal)
	m.end = m.textEnd
	return m.end < len(src) && src[m.value:m.end] == literal
}

// MemberText returns the text of the value that MemberAhead found: of a string, a number, true or false.
func (r *Reader) MemberText() string { return r.src[r.member.text:r.member.textEnd] }

// TakeMember moves over the key that MemberAhead found, to its value: it does what Next does twice. It returns false where that fails.
func (r *Reader) TakeMember() bool {
	m := &r.member
	if m.kind == ObjectEnd {
		return r.TakeItem()
	}
	r.text.set(m.key, m.keyEnd)
	if !r.addKey(m.key - 1) {
		r.kind = NoToken
		return false
	}
	return r.TakeItem()
}

// TakeItem moves to the item that ItemAhead found, or to the end: it does what Next does.
func (r *Reader) TakeItem() bool {
	m := &r.member
	r.from, r.start = r.pos, m.value
	switch m.kind {
	case ObjectStart:
		r.kind = r.enter(m.kind, m.value, expectFirstKey)
	case ArrayStart:
		r.kind = r.enter(m.kind, m.value, expectFirstItem)
	case ObjectEnd, ArrayEnd:
		r.kind = r.accept(m.kind, m.end, r.afterValue(len(r.open)-1))
	default:
		r.text.set(m.text, m.textEnd)
		r.text.plain = m.kind == String
		r.kind = r.accept(m.kind, m.end, expectNext)
	}
	return r.kind != NoToken
}
