// Looking ahead for what the caller expects. The members of an object mostly come in the order in which a schema lists them, and
// to compare bytes with an expected key costs less than to find out which key is there.

package jsontext

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// NextMember moves to the member with the key keys[i], if it comes next and no character of its key is escaped. It returns the kind of the current token, which is then
//
//   - String: the member's value, if that is a string in which nothing is escaped, of characters that XML has, too; text is it;
//   - Key: its key, if that is another value, which is still to be read with Next;
//   - NoToken: if another member comes, or the end. That too is still to be read with Next; only the former token is no longer
//     there.
//
// The keys must be ones that JSON has as they are, without quotation mark, backslash and control characters, and no two alike.
// They are to be the same slice for all members of an object.
func (r *Reader) NextMember(keys []string, i int) (kind Kind, text string) {
	if r.kind == ObjectEnd || r.kind == ArrayEnd {
		r.leave()
	}
	r.kind = NoToken
	key, src, at := keys[i], r.src, r.keyAhead()
	end := at + len(`"`) + len(key)
	if at < 0 || end >= len(src) || src[end] != '"' || src[at] != '"' || src[at+1:end] != key {
		return NoToken, ""
	}
	colon := skipSpace(src, end+1)
	if colon == len(src) || src[colon] != ':' || colon+1-r.pos > r.limits.MaxTextBytes || end+1-at > r.limits.MaxNameBytes {
		return NoToken, ""
	}
	object := &r.open[len(r.open)-1].members
	if object.count() == r.limits.MaxMembers || !r.keys.addExpected(object, keys, i) {
		return NoToken, ""
	}
	r.from, r.start, r.pos, r.expect = at, at, colon+1, expectValue
	if text, ok := r.plainString(skipSpace(src, colon+1)); ok {
		return String, text
	}
	r.text.set(at+1, end)
	r.text.value = key
	r.kind = Key
	return Key, ""
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

// plainString makes the string at an offset the current token, if it is plain: nothing in it is escaped, and all its characters
// are ones of XML.
func (r *Reader) plainString(at int) (text string, ok bool) {
	src := r.src
	if at == len(src) || src[at] != '"' {
		return "", false
	}
	end := plainEnd(src, at+1)
	if end == len(src) || src[end] != '"' || end+1-r.pos > r.limits.MaxTextBytes {
		return "", false
	}
	r.text.set(at+1, end)
	r.kind, r.from, r.start, r.pos, r.expect = String, at, at, end+1, expectNext
	return r.text.get(src, r.in.Streams()), true
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
