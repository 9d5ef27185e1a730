// Writing a document anew as its document type declaration demands: references to entities are replaced by what they stand for, tags
// get the attributes that are there by default, and values of attributes other than CDATA are normalised (XML 1.0, sections 3.3.2,
// 3.3.3, 4.4 and 4.5). What is malformed is left as it is, for the reader to say so.

package xmltext

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// expander is the source.Rewriter of a document.
type expander struct {
	doctype  *doctype
	limits   *source.Limits
	elements int  // how many elements of the document are open
	entities int  // how many entities are open inside each other
	read     int  // bytes of the document up to here
	added    int  // bytes that entities and defaults added
	left     bool // what comes next in the document comes after a reference
	broken   bool // something is malformed: all that comes is left as it is
	buffer   []byte
}

// Rewrite implements source.Rewriter.
func (e *expander) Rewrite(draft *source.Draft, final bool) error {
	if e.broken {
		draft.Keep(len(draft.Rest()))
		return nil
	}
	w := walk{expander: e, draft: draft, text: draft.Rest(), final: final, depth: e.elements}
	f := w.content()
	e.elements = w.depth
	if f.kind != noFault {
		return f.at(draft.Position(), e.limits)
	}
	if final || e.broken {
		draft.Keep(len(draft.Rest()))
	}
	return nil
}

// walk goes through the text of the document, or of an entity, and writes it to the draft.
type walk struct {
	*expander
	draft  *source.Draft
	text   string
	at     int
	depth  int
	entity string // its name; empty for the document
	final  bool
}

// keep writes the next n bytes as they are.
func (w *walk) keep(n int) {
	if w.entity == "" {
		w.draft.Keep(n)
		w.read += n
	} else {
		w.draft.Put(w.text[w.at : w.at+n])
	}
	w.at += n
}

// replace writes text in place of the next n bytes.
func (w *walk) replace(n int, text string) {
	w.draft.Put(text)
	w.drop(n)
}

// drop leaves the next n bytes out.
func (w *walk) drop(n int) {
	if w.entity == "" {
		w.draft.Drop(n)
		w.read += n
	}
	w.at += n
}

// content goes on as far as the text is complete: up to its end, in an entity.
func (w *walk) content() fault {
	for w.at < len(w.text) && !w.broken {
		before := w.at
		var f fault
		switch w.text[w.at] {
		case '<':
			f = w.markup()
		case '&':
			f = w.reference()
		default:
			w.chars()
		}
		if f.kind != noFault {
			return f
		}
		if w.at == before && !w.broken {
			return w.incomplete()
		}
	}
	return fault{}
}

// incomplete says that the text ends inside what comes next: the document's may go on, an entity's does not.
func (w *walk) incomplete() fault {
	if w.entity == "" {
		return fault{}
	}
	return fault{syntaxFault, "the text of the entity " + excerpt(w.entity) + " ends inside of a tag, reference, comment or other markup", "correct its declaration"}
}

// breaks leaves the rest of all text as it is.
func (w *walk) breaks() fault {
	w.keep(len(w.text) - w.at)
	w.broken = true
	return fault{}
}

// chars writes character data, up to what is none. In an entity it is written so that nothing around it can change what it means, nor the
// other way round: no ]]> comes about where texts meet, and a carriage return is no line end (section 2.11).
func (w *walk) chars() {
	rest := w.text[w.at:]
	if n := strings.IndexAny(rest, "<&"); n >= 0 {
		rest = rest[:n]
	}
	if w.entity != "" {
		if !strings.Contains(rest, "]]>") {
			w.replace(len(rest), textInEntity.Replace(rest))
			return
		}
	} else if w.left {
		run := len(rest) - len(strings.TrimLeft(rest, "]>"))
		if run == len(w.text)-w.at && !w.final {
			return
		}
		if !strings.Contains(rest[:run], "]]>") {
			w.replace(run, textInEntity.Replace(rest[:run]))
			rest = rest[run:]
		}
	}
	w.left = false
	w.keep(len(rest))
}

var textInEntity = strings.NewReplacer("]", "&#93;", ">", "&gt;", "\r", "&#13;")

// markup writes what begins with a <.
func (w *walk) markup() fault {
	rest := w.text[w.at:]
	w.left = false
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return w.delimited("<!--", "-->")
	case strings.HasPrefix(rest, "<?"):
		return w.delimited("<?", "?>")
	case strings.HasPrefix(rest, "<![CDATA["):
		if w.entity != "" {
			return w.cdata()
		}
		return w.delimited("<![CDATA[", "]]>")
	case strings.HasPrefix(rest, "</"):
		return w.endTag()
	case len(rest) < len("<![CDATA[") && (strings.HasPrefix("<!--", rest) || strings.HasPrefix("<![CDATA[", rest)):
		return fault{}
	default:
		return w.startTag()
	}
}

// delimited writes what reaches up to an end, if that is there.
func (w *walk) delimited(start, end string) fault {
	if length := strings.Index(w.text[w.at+len(start):], end); length >= 0 {
		w.keep(len(start) + length + len(end))
	}
	return fault{}
}

// cdata writes a CDATA section of an entity as character data.
func (w *walk) cdata() fault {
	begin := w.at + len("<![CDATA[")
	if length := strings.Index(w.text[begin:], "]]>"); length >= 0 {
		w.replace(len("<![CDATA[")+length+len("]]>"), cdataInEntity.Replace(w.text[begin:begin+length]))
	}
	return fault{}
}

var cdataInEntity = strings.NewReplacer("<", "&lt;", "&", "&amp;", "]", "&#93;", ">", "&gt;", "\r", "&#13;")

// endTag writes an end tag. An entity ends only elements that it has begun (section 4.3.2).
func (w *walk) endTag() fault {
	length := strings.IndexByte(w.text[w.at:], '>')
	switch {
	case length < 0:
		return fault{}
	case w.depth == 0 && w.entity != "":
		return fault{syntaxFault, "the entity " + excerpt(w.entity) + " ends an element that it does not begin", "correct its declaration"}
	case w.depth == 0:
		return w.breaks()
	}
	w.depth--
	w.keep(length + 1)
	return fault{}
}

// reference writes what a reference in content stands for.
func (w *walk) reference() fault {
	name, length := w.referenceAhead()
	switch {
	case length == 0:
		return fault{}
	case length < 0 || w.depth == 0 && w.entity == "":
		return w.breaks()
	case name == "":
		w.keep(length)
		return fault{}
	}
	e, f := w.include(name)
	if f.kind != noFault {
		return f
	}
	inner := walk{expander: w.expander, draft: w.draft, text: e.text, entity: name, final: true}
	if f = inner.content(); f.kind == noFault && inner.depth > 0 && !w.broken {
		f = fault{syntaxFault, "the entity " + excerpt(name) + " begins an element that it does not end", "correct its declaration"}
	}
	w.leave(e)
	if f.kind == noFault {
		w.drop(length)
		w.left = w.entity == ""
	}
	return f
}

// referenceAhead returns the name of the entity to which there is a reference here, empty for a character and for a predefined entity. length
// is that of the reference, 0 if it is incomplete, -1 if it is malformed.
func (w *walk) referenceAhead() (name string, length int) {
	rest := w.text[w.at:]
	length = referenceLength(rest)
	if length <= 0 || rest[1] == '#' || isPredefined(rest[:length]) {
		return "", length
	}
	return rest[1 : length-1], length
}

// referenceLength returns the length of the reference that text begins with, 0 if it is incomplete, -1 if it is none.
func referenceLength(text string) int {
	end := 1
	if strings.HasPrefix(text, "&#") {
		for end = 2; end < len(text) && class[text[end]]&nameByte != 0; end++ {
		}
	} else {
		end = scanNCName(text, 1)
	}
	switch {
	case end == len(text):
		return 0
	case text[end] != ';' || end == 1:
		return -1
	default:
		return end + 1
	}
}

func isPredefined(reference string) bool {
	for _, p := range predefined {
		if p.reference == reference {
			return true
		}
	}
	return false
}

// deepestEntity is how deep entities may be inside each other where Limits.MaxDepth is switched off.
const deepestEntity = 10_000

// include opens an internal entity for a reference to it.
func (e *expander) include(name string) (*entity, fault) {
	found := e.doctype.entities[name]
	reference := excerpt("&" + name + ";")
	switch {
	case found == nil:
		return nil, e.doctype.undeclared(reference)
	case found.kind == unparsedEntity:
		return nil, fault{syntaxFault, "the entity " + reference + " is not XML, and cannot be referred to", "remove the reference"}
	case found.kind == externalEntity:
		return nil, fault{uncheckedFault, "the entity " + reference + " is in another file, which is not read", "write out what it stands for"}
	case found.opens:
		return nil, fault{syntaxFault, "the entity " + reference + " refers to itself", "correct its declaration"}
	case e.entities == min(e.limits.MaxDepth, deepestEntity):
		return nil, fault{kind: depthFault, message: "the number of entities inside each other"}
	}
	if f := e.charge(len(found.text) + len(reference)); f.kind != noFault {
		return nil, f
	}
	found.opens = true
	e.entities++
	return found, fault{}
}

// leave closes an entity.
func (e *expander) leave(open *entity) {
	open.opens = false
	e.entities--
}

// charge counts what is added to the document.
func (e *expander) charge(bytes int) fault {
	const free = 1 << 20
	e.added += bytes
	if e.added > free && e.added/e.limits.MaxExpansion > e.read {
		return fault{kind: expansionFault, message: "the text that entities and defaults of attributes add, as a multiple of the document's own,"}
	}
	return fault{}
}
