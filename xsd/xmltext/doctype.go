// Document type declarations (XML 1.0, sections 2.8 and 5.1): the internal subset is checked and obeyed as a processor does that does
// not validate, nothing is fetched. What the declaration says of the document's content is written into the document's text before
// that is read (expand.go): the rest of the reader meets no references to entities but the predefined ones.

package xmltext

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Doctype is what is known of a document type declaration.
type Doctype struct {
	Name     string // of the root element, as written
	PublicID string // of the external subset; empty if there is none
	SystemID string // where the external subset is; empty if there is none
	// Unread lists what the declaration refers to and the reader did not read, in the order of the document. Declarations of entities and
	// attributes in it, and after the first parameter entity, are not known.
	Unread []Unread
}

// Unread is a part of a document type declaration that was not read.
type Unread struct {
	source.Position
	What string // such as "the external subset note.dtd"
}

// Doctype returns the document type declaration, nil if the document has none or it was not read yet. It stands before the root
// element: the first StartElement comes after it. The result must not be changed.
func (r *Reader) Doctype() *Doctype {
	if r.doctype == nil {
		return nil
	}
	return &r.doctype.Doctype
}

// Unparsed reports whether the document type declaration declares an unparsed entity of a name (XML 1.0, section 4.2.2). What was not read may declare it, too: unread is then
// the first such part.
func (r *Reader) Unparsed(name string) (declared bool, unread string) {
	d := r.doctype
	switch {
	case d == nil:
		return false, ""
	case d.entities[name] != nil:
		return d.entities[name].kind == unparsedEntity, ""
	case d.partial():
		return false, d.Unread[0].What
	}
	return false, ""
}

// doctype is a document type declaration with what it declares.
type doctype struct {
	Doctype
	standalone bool
	entities   map[string]*entity
	attlists   map[string]*attlist
}

// entity is a general entity.
type entity struct {
	text  string // what stands for a reference to it, if it is internal
	kind  entityKind
	opens bool // it is being read
}

// entityKind tells where the replacement of an entity is.
type entityKind uint8

const (
	internalEntity entityKind = iota
	externalEntity
	unparsedEntity // not XML at all
)

// attlist is what is declared of an element's attributes.
type attlist struct {
	byName   map[string]attributeDef
	defaults []attributeDef // those that are there without being written
}

// attributeDef declares an attribute.
type attributeDef struct {
	name      string
	tokenized bool // of another type than CDATA
	optional  bool // it is there without being written
	value     string
	unknown   fault // why the default value is not known
}

// partial reports whether there may be declarations that were not read and count (section 4.1, Entity Declared).
func (d *doctype) partial() bool { return len(d.Unread) > 0 && !d.standalone }

// undeclared says what is wrong with a reference to an entity that is not known to be declared; d may be nil.
func (d *doctype) undeclared(reference string) fault {
	switch {
	case d == nil:
		return fault{syntaxFault, "the entity " + excerpt(reference) + " is not declared", "write the character itself, or declare the entity in a document type declaration"}
	case d.partial():
		return fault{uncheckedFault, "the entity " + excerpt(reference) + " is declared, if at all, in what is not read: " + d.Unread[0].What, "write out what it stands for, or declare it in the document"}
	default:
		return fault{syntaxFault, "the entity " + excerpt(reference) + " is not declared", "declare it in the document type declaration, or write out what it stands for"}
	}
}

// fault says why a document can't be read further.
type fault struct {
	kind            faultKind
	message, remedy string
}

type faultKind uint8

const (
	noFault        faultKind = iota
	syntaxFault              // a rule is broken
	uncheckedFault           // what decides was not read
	expansionFault           // of Limits.MaxExpansion
	depthFault               // of Limits.MaxDepth
	malformedFault           // a rule is broken that the reader checks in what is written
)

// at returns the error of a fault at a position.
func (f fault) at(position source.Position, limits *source.Limits) error {
	switch f.kind {
	case syntaxFault, malformedFault:
		return &source.SyntaxError{Position: position, Message: f.message, Remedy: f.remedy}
	case expansionFault:
		return &source.LimitError{Position: position, Limit: "MaxExpansion", Max: int64(limits.MaxExpansion), Message: f.message}
	case depthFault:
		return &source.LimitError{Position: position, Limit: "MaxDepth", Max: int64(limits.MaxDepth), Message: f.message}
	default:
		return &source.LimitError{Position: position, Message: f.message, Remedy: f.remedy}
	}
}

const (
	doctypeStart = "<!DOCTYPE"
	wantDoctype  = "the document ends inside its document type declaration"
)

// scanDoctype scans the document type declaration at i, and has the rest of the document rewritten if that is needed. It returns where
// it ends, -1 if it is incomplete or wrong.
func (r *Reader) scanDoctype(i int) int {
	switch {
	case r.limits.RefuseDoctype && beginsFold(r.src[i:], htmlDoctype):
		r.fail(i, "this is an HTML page, not XML data", "look at it: it may say what went wrong")
		return -1
	case r.limits.RefuseDoctype:
		r.uncheckable(i, "the document has a document type declaration, which is refused here", "remove it and write out what it declares, or clear Limits.RefuseDoctype")
		return -1
	case r.doctype != nil:
		r.fail(i, "a second document type declaration begins", "remove it")
		return -1
	}
	r.in.Settle() // declarations are kept
	r.src = r.in.Text()
	d := &doctype{standalone: r.standalone, entities: map[string]*entity{}, attlists: map[string]*attlist{}}
	e := &expander{doctype: d, limits: &r.limits}
	p := subset{r: r, src: r.src, at: i, doctype: d, expander: e}
	if !p.declaration() {
		return -1
	}
	r.doctype = d
	if len(d.entities) > 0 || len(d.attlists) > 0 {
		e.read = p.at
		r.in.Rewrite(p.at, e)
		r.src = r.in.Text()
	}
	return p.at
}

// uncheckable says that the document can't be checked beyond an offset. It returns NoToken.
func (r *Reader) uncheckable(offset int, message, remedy string) Kind {
	if r.err == nil {
		r.err = &source.LimitError{Position: r.in.Position(offset), Message: message, Remedy: remedy}
	}
	return NoToken
}

// declaration reads production 28.
func (p *subset) declaration() bool {
	p.at += len(doctypeStart)
	name, ok := p.spacedQName("the name of the root element")
	if !ok {
		return false
	}
	p.Name = name
	spaced := p.skip()
	if !p.next("[") && !p.next(">") {
		at := p.at
		id, ok := p.externalID(spaced)
		if !ok {
			return false
		}
		p.PublicID, p.SystemID = id.public, id.system
		p.unread(at, "the external subset "+id.system)
		p.skip()
	}
	if p.take("[") && !p.subset() {
		return false
	}
	p.skip()
	return p.expect(">", "the document type declaration is malformed")
}

// unread notes what is not read.
func (p *subset) unread(at int, what string) {
	p.Unread = append(p.Unread, Unread{p.r.in.Position(at), excerpt(what)})
}

// subset reads production 28b and the bracket that ends the internal subset.
func (p *subset) subset() bool {
	for {
		p.skip()
		switch {
		case p.take("]"):
			return true
		case p.next("%"):
			if !p.parameterReference() {
				return false
			}
		case !p.markup():
			return false
		}
	}
}

// parameterReference reads a reference to a parameter entity, of which the text is not read. What is declared after it might have been
// declared there already, so that it does not count (section 5.1).
func (p *subset) parameterReference() bool {
	at := p.at
	p.at++
	name, ok := p.ncName("the name of a parameter entity")
	if !ok || !p.expect(";", "a reference to a parameter entity is malformed") {
		return false
	}
	p.unread(at, "the parameter entity %"+name+";")
	p.ignoring = !p.standalone
	return true
}

// markup reads a declaration, comment or processing instruction (production 29).
func (p *subset) markup() bool {
	switch {
	case p.take("<!ELEMENT"):
		return p.elementDecl()
	case p.take("<!ATTLIST"):
		return p.attlistDecl()
	case p.take("<!ENTITY"):
		return p.entityDecl()
	case p.take("<!NOTATION"):
		return p.notationDecl()
	case p.next("<!--"):
		return p.passOver(p.r.scanComment)
	case p.next("<?"):
		return p.passOver(p.r.scanInstruction)
	default:
		return p.fail("a declaration in the document type declaration is malformed", "write <!ELEMENT, <!ATTLIST, <!ENTITY, <!NOTATION, a comment or an instruction")
	}
}

// passOver moves over what the reader can scan.
func (p *subset) passOver(scan func(int) int) bool {
	end := scan(p.at)
	if end < 0 {
		p.reported = true
		return false
	}
	p.at = end
	return true
}

// externalID is production 75.
type externalID struct{ public, system string }

// externalID reads an external identifier; spaced says that there was white space before it.
func (p *subset) externalID(spaced bool) (id externalID, ok bool) {
	const expected = "SYSTEM or PUBLIC with the quoted address of what is outside is expected"
	switch {
	case !spaced:
		return id, p.fail(expected, "write white space before it")
	case p.take("PUBLIC"):
		if id.public, ok = p.publicID(); !ok {
			return id, false
		}
	case !p.take("SYSTEM"):
		return id, p.fail(expected, `write SYSTEM "address"`)
	}
	if !p.space() {
		return id, false
	}
	id.system, ok = p.literal("an address")
	return id, ok
}

// publicID reads a public identifier (production 12) after white space.
func (p *subset) publicID() (id string, ok bool) {
	if !p.space() {
		return "", false
	}
	at := p.at
	id, ok = p.literal("a public identifier")
	if !ok {
		return "", false
	}
	for i := range len(id) {
		c := id[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !letter && strings.IndexByte(" \r\n-'()+,./:=?;!*#@$_%", c) < 0 {
			p.at = at + 1 + i
			return "", p.fail("a public identifier holds a character that it must not", "remove the character")
		}
	}
	return id, true
}

// notationDecl reads production 82 after <!NOTATION.
func (p *subset) notationDecl() bool {
	if !p.space() {
		return false
	}
	if _, ok := p.ncName("the name of a notation"); !ok {
		return false
	}
	spaced := p.skip()
	if p.next("PUBLIC") && spaced {
		p.at += len("PUBLIC")
		if _, ok := p.publicID(); !ok {
			return false
		}
		if spaced = p.skip(); spaced && (p.next(`"`) || p.next("'")) {
			if _, ok := p.literal("an address"); !ok {
				return false
			}
		}
	} else if _, ok := p.externalID(spaced); !ok {
		return false
	}
	p.skip()
	return p.expect(">", "the declaration of a notation is malformed")
}

// failReference says that a reference at an offset is to an entity that is not known.
func (r *Reader) failReference(i int, reference string) {
	if r.err == nil {
		r.err = r.doctype.undeclared(reference).at(r.in.Position(i), &r.limits)
	}
}
