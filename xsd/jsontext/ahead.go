// Looking ahead for what the caller expects. The members of an object mostly come in the order in which a schema lists them, and
// to compare bytes with an expected key costs less than to find out which key is there.

package jsontext

// NextMember moves to the member whose key the caller expects next, if it comes next and no character of its key is escaped. It
// returns the kind of the current token, which is then
//
//   - String: the member's value, if that is a string in which nothing is escaped, of characters that XML has, too; text is it;
//   - Key: its key, if that is another value, which is still to be read with Next;
//   - NoToken: if another member comes, or the end. That too is still to be read with Next; only the former token is no longer
//     there.
//
// The key given must be one that JSON has as it is: without quotation mark, backslash and control characters.
func (r *Reader) NextMember(key string) (kind Kind, text string) {
	if r.kind == ObjectEnd || r.kind == ArrayEnd {
		r.leave()
	}
	r.kind = NoToken
	i := r.keyAhead()
	src, end := r.src, i+len(`"`)+len(key)
	if i < 0 || end >= len(src) || src[end] != '"' || src[i] != '"' || src[i+1:end] != key {
		return NoToken, ""
	}
	colon := skipSpace(src, end+1)
	if colon == len(src) || src[colon] != ':' || !r.takeKey(key, i, end, colon+1) {
		return NoToken, ""
	}
	return r.plainString(skipSpace(src, colon+1))
}

// keyAhead returns where a key begins if one may come next, -1 if none may.
func (r *Reader) keyAhead() int {
	i := r.pos
	switch {
	case r.err != nil:
		return -1
	case r.expect == expectFirstKey:
	case r.expect != expectNext || r.inArray():
		return -1
	default:
		if i = skipSpace(r.src, i); i == len(r.src) || r.src[i] != ',' {
			return -1
		}
		i++
	}
	return skipSpace(r.src, i)
}

// takeKey makes the key between the quotation marks at i and end the current token; with its colon it ends at next.
func (r *Reader) takeKey(key string, i, end, next int) bool {
	object := &r.open[len(r.open)-1].members
	if next-r.pos > r.limits.MaxTextBytes || end+1-i > r.limits.MaxNameBytes || object.count == r.limits.MaxMembers || !r.keys.add(object, key) {
		return false
	}
	r.text.set(i+1, end)
	r.text.value = key
	r.kind, r.from, r.start, r.pos, r.expect = Key, i, i, next, expectValue
	return true
}

// plainString makes the string at i the current token, if it is plain: nothing in it is escaped, and all its characters are ones
// of XML. It returns the kind of the current token.
func (r *Reader) plainString(i int) (kind Kind, text string) {
	src := r.src
	if i == len(src) || src[i] != '"' {
		return Key, ""
	}
	end := i + 1
	for end < len(src) && !needsCare[src[end]] && src[end] != beyondXML {
		end++
	}
	if end == len(src) || src[end] != '"' || end+1-r.pos > r.limits.MaxTextBytes {
		return Key, ""
	}
	r.text.set(i+1, end)
	r.kind, r.from, r.start, r.pos, r.expect = String, i, i, end+1, expectNext
	return String, r.text.get(src, r.in.Streams())
}

// beyondXML is the first byte, in UTF-8, of the characters that JSON has and XML has not, U+FFFE and U+FFFF, and of others.
const beyondXML = 0xEF
