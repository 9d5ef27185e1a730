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
// escapes and hold what XML can hold, and the value is not null. The key remains the next token until TakeMember.
func (r *Reader) MemberAhead() (key string, kind Kind, ok bool) {
	if r.kind == ObjectEnd || r.kind == ArrayEnd {
		r.leave()
		r.kind = NoToken
	}
	if r.err != nil || len(r.open) == 0 || r.inArray() || r.in.Streams() {
		return "", NoToken, false
	}
	src := r.src
	i := skipSpace(src, r.pos)
	if r.expect == expectNext {
		if i == len(src) || src[i] != ',' {
			return "", NoToken, false
		}
		i = skipSpace(src, i+1)
	} else if r.expect != expectFirstKey {
		return "", NoToken, false
	}
	if i == len(src) || src[i] != '"' {
		return "", NoToken, false
	}
	m := &r.member
	m.key = i + 1
	m.keyEnd = plainEnd(src, m.key)
	if m.keyEnd+1 >= len(src) || src[m.keyEnd] != '"' || m.keyEnd-i >= r.limits.MaxNameBytes {
		return "", NoToken, false
	}
	i = m.keyEnd + 1
	if src[i] != ':' {
		if i = skipSpace(src, i); i == len(src) || src[i] != ':' {
			return "", NoToken, false
		}
	}
	if m.value = skipSpace(src, i+1); m.value == len(src) || !m.find(r) || m.end-r.pos > r.limits.MaxTextBytes {
		return "", NoToken, false
	}
	return src[m.key:m.keyEnd], m.kind, true
}

// find finds out what the value is, and reports whether it needs no closer look.
func (m *member) find(r *Reader) bool {
	src, i := r.src, m.value
	m.text = i
	switch c := src[i]; {
	case c == '"':
		m.kind, m.text, m.textEnd = String, i+1, plainEnd(src, i+1)
		m.end = m.textEnd + 1
		return m.end < len(src) && src[m.textEnd] == '"'
	case c == '{':
		m.kind, m.end = ObjectStart, i+1
		return true
	case c == '[':
		m.kind, m.end = ArrayStart, i+1
		return true
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
	r.text.set(m.key, m.keyEnd)
	r.from = r.pos
	if !r.addKey(m.key - 1) {
		r.kind = NoToken
		return false
	}
	r.start = m.value
	switch m.kind {
	case ObjectStart:
		r.kind = r.enter(m.kind, m.value, expectFirstKey)
	case ArrayStart:
		r.kind = r.enter(m.kind, m.value, expectFirstItem)
	default:
		r.text.set(m.text, m.textEnd)
		r.text.plain = m.kind == String
		r.kind = r.accept(m.kind, m.end, expectNext)
	}
	return r.kind != NoToken
}
