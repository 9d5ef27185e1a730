// This file reads in XML what no schema declares, and the namespaces that values in it use.

package codec

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

func (r xmlCursor) generic(parts anyParts, process content.ProcessContents, inside *element, nested bool) (said untold) {
	depth, uses := len(r.frames), len(r.uses)
	for i, a := range r.xml.Attrs() {
		r.holdAttribute(parts.attributes, a.Name, a.Value)
		r.noteAttributeUses(a)
		if process != content.Skip {
			r.cur = current{own: a.Name, attr: i, text: a.Value, element: inside}
			r.at = atAttribute
			r.checkAnyAttribute(a.Value, content.Lax)
			r.at = atNothing
		}
	}
	for r.err == nil {
		switch kind := r.nextToken(); {
		case r.err != nil || kind == xmltext.EndElement:
			*parts.namespaces = r.usedSince(uses, nested)
			return said
		case kind == xmltext.Text:
			text := r.xml.Text()
			r.noteUses(text)
			r.hold(parts.content, AnyText(text))
		default:
			child := new(AnyElement)
			name := r.xml.Name()
			r.frames[depth-1].cursor++
			r.cur = current{own: name, index: r.frames[depth-1].countOther(name), element: inside}
			r.at = atElement
			r.readAny(child, process, true)
			r.hold(parts.content, child)
		}
	}
	return said
}

// noteUses notes the prefixes of what may be names in a value.
func (r *Reader) noteUses(text string) {
	if r.drops {
		return
	}
	for {
		colon := strings.IndexByte(text, ':')
		if colon < 0 {
			return
		}
		start := colon
		for start > 0 && isNameByte(text[start-1]) {
			start--
		}
		if prefix := text[start:colon]; xmltext.IsNCName(prefix) {
			r.uses = append(r.uses, prefix)
		}
		text = text[colon+1:]
	}
}

// noteAttributeUses notes the prefixes of an attribute's value, and that a type without prefix is of the default namespace.
func (r xmlCursor) noteAttributeUses(a xmltext.Attr) {
	r.noteUses(a.Value)
	if a.Name == typeAttribute && strings.IndexByte(a.Value, ':') < 0 && !r.drops {
		r.uses = append(r.uses, "")
	}
}

// isNameByte reports whether a byte may be part of a name without colon, or of a character that may.
func isNameByte(c byte) bool {
	return c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.'
}

// usedSince returns what the prefixes stand for that were noted since, at the end of the element that they are in. Of an element inside another
// one, those that it declares itself count: the others are in scope around it. Each prefix is looked up where it is used: an element costs nothing
// for what else is in scope.
func (r xmlCursor) usedSince(start int, inside bool) simple.Prefixes {
	if inside && !r.xml.Declares() || r.err != nil || r.drops {
		return nil
	}
	slices.Sort(r.uses[start:])
	uses := slices.Compact(r.uses[start:])
	var used simple.Prefixes
	for _, prefix := range uses {
		space, ok := r.xml.LookupPrefix(prefix)
		if inside {
			space, ok = r.xml.LookupDeclared(prefix)
		}
		if !ok || space == "" || prefix == "xml" {
			continue
		}
		if used == nil {
			used = make(simple.Prefixes)
		}
		used[prefix] = space
	}
	r.uses = r.uses[:start]
	if inside {
		r.uses = r.uses[:start+len(uses)]
	}
	return used
}
