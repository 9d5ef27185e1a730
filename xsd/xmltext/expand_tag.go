// Start tags that are written anew: attributes that are there by default, and normalised values.

package xmltext

import (
	"strings"
	"unicode/utf8"
)

// startTag writes a start tag or an empty-element tag.
func (w *walk) startTag() fault {
	tag, ok := w.scanTag()
	switch {
	case !ok:
		return w.breaks()
	case tag.length == 0:
		return fault{}
	}
	list := w.doctype.attlists[tag.name]
	if list != nil || tag.refers || w.entity != "" {
		if f := w.rewriteTag(&tag, list); f.kind != noFault || w.broken {
			return f
		}
	} else {
		w.keep(tag.length)
	}
	if !tag.empty {
		w.depth++
	}
	return fault{}
}

// scannedTag is a tag as it is written. Its offsets count from where it begins.
type scannedTag struct {
	name       string
	attributes []scannedAttribute
	close      int // where > or /> begins
	length     int // of all of it, 0 if it is incomplete
	empty      bool
	refers     bool // a value holds a reference
}

// scannedAttribute is an attribute with where its value is between its quotes.
type scannedAttribute struct {
	name     string
	from, to int
}

// scanTag looks at the tag that comes next. It is not ok if the tag is malformed.
func (w *walk) scanTag() (tag scannedTag, ok bool) {
	text := w.text[w.at:]
	end := scanQualified(text, 1)
	if end == 1 && end < len(text) {
		return tag, false
	}
	tag.name = text[1:end]
	for {
		next := skipSpace(text, end)
		rest := text[next:]
		switch {
		case rest == "" || rest == "/":
			return tag, true
		case rest[0] == '>', strings.HasPrefix(rest, "/>"):
			tag.empty, tag.close = rest[0] == '/', next
			tag.length = next + strings.IndexByte(rest, '>') + 1
			return tag, true
		case next == end:
			return tag, false
		}
		a, after, ok := scanTagAttribute(text, next)
		if after == len(text) || !ok {
			return tag, ok
		}
		tag.attributes = append(tag.attributes, a)
		tag.refers = tag.refers || strings.IndexByte(text[a.from:a.to], '&') >= 0
		end = after
	}
}

// scanTagAttribute looks at the attribute at text[i] and returns where it ends: where text does, if that is inside it. It is not ok if the
// attribute is malformed.
func scanTagAttribute(text string, i int) (a scannedAttribute, end int, ok bool) {
	end = scanQualified(text, i)
	a.name = text[i:end]
	if end == i {
		return a, end, false
	}
	end = skipSpace(text, end)
	if end < len(text) && text[end] != '=' {
		return a, end, false
	}
	end = skipSpace(text, min(end+1, len(text)))
	if end == len(text) {
		return a, end, true
	}
	if text[end] != '"' && text[end] != '\'' {
		return a, end, false
	}
	a.from = end + 1
	length := strings.IndexByte(text[a.from:], text[end])
	if length < 0 {
		return a, len(text), true
	}
	a.to = a.from + length
	return a, a.to + 1, true
}

// rewriteTag writes a tag with its values normalised, and with the attributes that are there by default.
func (w *walk) rewriteTag(tag *scannedTag, list *attlist) fault {
	begin := w.at
	for _, a := range tag.attributes {
		from, to := begin+a.from, begin+a.to
		w.keep(from - w.at)
		value, f := w.value(w.text[from:to], list.tokenizes(a.name))
		switch {
		case f.kind == malformedFault:
			return w.breaks()
		case f.kind != noFault:
			return f
		}
		if escaped := escapeValue(value, w.text[from-1]); escaped != w.text[from:to] {
			w.replace(to-from, escaped)
		} else {
			w.keep(to - from)
		}
	}
	w.keep(begin + tag.close - w.at)
	if list != nil {
		if f := w.defaults(tag, list); f.kind != noFault {
			return f
		}
	}
	w.keep(begin + tag.length - w.at)
	return fault{}
}

// defaults writes the attributes that the tag lacks.
func (w *walk) defaults(tag *scannedTag, list *attlist) fault {
	var written map[string]bool
	for i := range list.defaults {
		def := &list.defaults[i]
		if written == nil {
			written = make(map[string]bool, len(tag.attributes))
			for _, a := range tag.attributes {
				written[a.name] = true
			}
		}
		if written[def.name] {
			continue
		}
		if def.unknown.kind != noFault {
			return def.unknown
		}
		text := " " + def.name + `="` + escapeValue(def.value, '"') + `"`
		if f := w.charge(len(text)); f.kind != noFault {
			return f
		}
		w.draft.Put(text)
	}
	return fault{}
}

// tokenizes reports whether the values of an attribute are normalised further than those of CDATA.
func (l *attlist) tokenizes(name string) bool {
	if l == nil {
		return false
	}
	return l.byName[name].tokenized
}

// value returns an attribute's value that is written as raw (section 3.3.3).
func (e *expander) value(raw string, tokenized bool) (value string, f fault) {
	e.buffer = e.buffer[:0]
	if f = e.appendValue(raw, true); f.kind != noFault {
		return "", f
	}
	if tokenized {
		return strings.Join(strings.FieldsFunc(string(e.buffer), func(r rune) bool { return r == ' ' }), " "), fault{}
	}
	return string(e.buffer), fault{}
}

// appendValue appends a value, or what an entity adds to it, to the buffer. Two characters are one line end where they are written.
func (e *expander) appendValue(raw string, written bool) fault {
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '<' && !written:
			return fault{syntaxFault, "an entity in an attribute's value holds a <", "write &#38;lt; in its declaration"}
		case c == '<':
			return fault{kind: malformedFault, message: "a < stands in an attribute's value", remedy: "write &lt;"}
		case c == '&':
			length := referenceLength(raw[i:])
			if length <= 0 {
				return fault{kind: malformedFault, message: "an & begins no reference", remedy: "write &amp; for the character itself"}
			}
			if f := e.appendReference(raw[i : i+length]); f.kind != noFault {
				return f
			}
			i += length
			continue
		case written && c == '\r' && strings.HasPrefix(raw[i+1:], "\n"):
		case class[c]&spaceByte != 0:
			e.buffer = append(e.buffer, ' ')
		default:
			e.buffer = append(e.buffer, c)
		}
		i++
	}
	return fault{}
}

// appendReference appends what a reference stands for.
func (e *expander) appendReference(reference string) fault {
	for _, p := range predefined {
		if p.reference == reference {
			e.buffer = utf8.AppendRune(e.buffer, p.char)
			return fault{}
		}
	}
	name := reference[1 : len(reference)-1]
	if name[0] == '#' {
		char, ok := charReferred(reference)
		if !ok {
			return fault{kind: malformedFault, message: "the reference " + excerpt(reference) + " is to a character that XML does not allow", remedy: "remove it"}
		}
		e.buffer = utf8.AppendRune(e.buffer, char)
		return fault{}
	}
	if found := e.doctype.entities[name]; found != nil && found.kind == externalEntity {
		return fault{syntaxFault, "the entity " + excerpt(reference) + " is in another file: an attribute's value must not refer to it", "write out what it stands for"}
	}
	found, f := e.include(name)
	if f.kind != noFault {
		return f
	}
	f = e.appendValue(found.text, false)
	e.leave(found)
	if f.kind == malformedFault {
		f.kind = syntaxFault
	}
	return f
}

// charReferred returns the character that a reference such as &#65; stands for.
func charReferred(reference string) (char rune, ok bool) {
	var r Reader
	r.src = reference
	char, end := r.scanCharReference(0)
	return char, end == len(reference) && r.err == nil
}

// escapeValue returns a value as it is written between quotes so that reading it changes nothing.
func escapeValue(value string, quote byte) string {
	if quote == '"' {
		return valueInDouble.Replace(value)
	}
	return valueInSingle.Replace(value)
}

var (
	valueInDouble = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
	valueInSingle = strings.NewReplacer("&", "&amp;", "<", "&lt;", "'", "&apos;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
)
