// Looking ahead for what the caller expects. The members of an object mostly come in the order in which a schema lists them, and
// to compare bytes with an expected key costs less than to find out which key is there.

package jsontext

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// NextMember moves to the member with the key keys[i], if it comes next and no character of its key is escaped. It returns the
// kind of the current token, which is then
//
//   - ObjectStart, ArrayStart, True or False: the member's value, if it is one of these;
//   - String: its value, if that is a string in which nothing is escaped, of characters that XML has, too;
//   - Key: its key, if that is another value, which is still to be read with Next;
//   - NoToken: if another member comes, or the end. That too is still to be read with Next; only the former token is no longer
//     there.
//
// The keys must be ones that JSON has as they are, without quotation mark, backslash and control characters, and no two alike.
// They are to be the same slice for all members of an object.
func (r *Reader) NextMember(keys []string, i int) Kind {
	r.leaveEnded()
	key, src, at := keys[i], r.src, r.keyAhead()
	end := at + len(`"`) + len(key)
	if at < 0 || end >= len(src) || src[end] != '"' || src[at] != '"' || src[at+1:end] != key {
		return NoToken
	}
	colon := skipSpace(src, end+1)
	if colon == len(src) || src[colon] != ':' || colon+1-r.pos > r.limits.MaxTextBytes || end+1-at > r.limits.MaxNameBytes {
		return NoToken
	}
	object := &r.open[len(r.open)-1].members
	if object.count == r.limits.MaxMembers || !r.keys.addExpected(object, keys, i) {
		return NoToken
	}
	r.from, r.start, r.pos, r.expect = at, at, colon+1, expectValue
	if r.kind = r.valueAhead(colon + 1); r.kind == NoToken {
		r.text.set(at+1, end)
		r.text.value = key
		r.kind = Key
	}
	return r.kind
}

// NextItem moves to the next item of the innermost array, or to the end of the array. It returns the kind of the current token, which is
// one of those that NextMember moves to as values, ArrayEnd, or NoToken: if something else comes, which is still to be read with Next.
func (r *Reader) NextItem() Kind {
	r.leaveEnded()
	if r.err != nil || len(r.open) == 0 || !r.inArray() {
		return NoToken
	}
	src, at := r.src, skipSpace(r.src, r.pos)
	switch {
	case at == len(src):
		return NoToken
	case r.expect == expectNext && src[at] == ',':
		r.kind = r.valueAhead(at + 1)
	case src[at] == ']' && r.expect != expectValue && at+1-r.pos <= r.limits.MaxTextBytes:
		r.from, r.start = at, at
		r.kind = r.accept(ArrayEnd, at+1, r.afterValue(len(r.open)-1))
	case r.expect == expectFirstItem:
		r.kind = r.valueAhead(at)
	}
	return r.kind
}

// NextEnd moves to the end of the innermost object, if that comes next. Otherwise it returns false, as NextMember returns NoToken.
func (r *Reader) NextEnd() bool {
	r.leaveEnded()
	at := skipSpace(r.src, r.pos)
	if r.err != nil || at == len(r.src) || r.src[at] != '}' || r.expect != expectNext && r.expect != expectFirstKey || r.inArray() {
		return false
	}
	if at+1-r.pos > r.limits.MaxTextBytes {
		return false
	}
	r.from, r.start = at, at
	r.kind = r.accept(ObjectEnd, at+1, r.afterValue(len(r.open)-1))
	return true
}

// leaveEnded closes what the current token ends, and leaves no token.
func (r *Reader) leaveEnded() {
	if r.kind == ObjectEnd || r.kind == ArrayEnd {
		r.leave()
	}
	r.kind = NoToken
}

// valueAhead makes the value at an offset, perhaps behind white space, the current token and returns its kind, if it is one that
// NextMember moves to; else NoToken.
func (r *Reader) valueAhead(at int) Kind {
	src := r.src
	if at = skipSpace(src, at); at == len(src) {
		return NoToken
	}
	switch src[at] {
	case '"':
		end := plainEnd(src, at+1)
		if end == len(src) || src[end] != '"' || end+1-r.pos > r.limits.MaxTextBytes {
			return NoToken
		}
		r.text.set(at+1, end)
		r.from, r.start = at, at
		return r.accept(String, end+1, expectNext)
	case '{':
		return r.enterAhead(ObjectStart, at, expectFirstKey)
	case '[':
		return r.enterAhead(ArrayStart, at, expectFirstItem)
	case 't':
		return r.literalAhead(True, at, "true")
	case 'f':
		return r.literalAhead(False, at, "false")
	}
	return NoToken
}

// enterAhead makes the start of an object or array at an offset the current token, unless it is beyond a limit.
func (r *Reader) enterAhead(kind Kind, at int, expect expectation) Kind {
	if at+1-r.pos > r.limits.MaxTextBytes || len(r.open) == r.limits.MaxDepth {
		return NoToken
	}
	r.from, r.start = at, at
	return r.enter(kind, at, expect)
}

// literalAhead makes a literal the current token, if it is at an offset.
func (r *Reader) literalAhead(kind Kind, at int, literal string) Kind {
	end := at + len(literal)
	if !strings.HasPrefix(r.src[at:], literal) || end-r.pos > r.limits.MaxTextBytes {
		return NoToken
	}
	r.text.set(at, end)
	r.from, r.start = at, at
	return r.accept(kind, end, expectNext)
}

// keyAhead returns where a key begins if one may come next, -1 if none may.
func (r *Reader) keyAhead() int {
	at := r.pos
	switch {
	case r.err != nil:
		return -1
	case r.expect == expectFirstKey:
	case r.expect != expectNext || r.inArray():
		return -1
	default:
		if at = skipSpace(r.src, at); at == len(r.src) || r.src[at] != ',' {
			return -1
		}
		at++
	}
	return skipSpace(r.src, at)
}

// beyondXML is the first byte, in UTF-8, of the characters that JSON has and XML has not, U+FFFE and U+FFFF, and of others.
const beyondXML = 0xEF

// plainEnd returns where the plain part of a string that begins at src[i] ends.
func plainEnd(src string, i int) int {
	for ; i+8 <= len(src); i += 8 {
		w := source.Word(src, i)
		stops := source.Below(w, ' ') | source.Equal(w, '"') | source.Equal(w, '\\') | source.Equal(w, beyondXML)
		if stops != 0 {
			return i + source.First(stops)
		}
	}
	for i < len(src) && !needsCare[src[i]] && src[i] != beyondXML {
		i++
	}
	return i
}
