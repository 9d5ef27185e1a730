// Declarations of elements, attributes and entities (XML 1.0, sections 3.2, 3.3 and 4.2).

package xmltext

import "unicode/utf8"

// elementDecl reads production 45 after <!ELEMENT. What elements may hold is of no consequence where nothing is validated: it is checked
// for its form.
func (p *subset) elementDecl() bool {
	if _, ok := p.spacedQName("the name of an element"); !ok || !p.space() {
		return false
	}
	if !p.take("EMPTY") && !p.take("ANY") && !p.contentModel() {
		return false
	}
	p.skip()
	return p.expect(">", "the declaration of an element is malformed")
}

// contentModel reads productions 47 to 51.
func (p *subset) contentModel() bool {
	const malformed = "what an element may hold is malformed"
	if !p.expect("(", malformed) {
		return false
	}
	p.skip()
	if p.take("#PCDATA") {
		return p.mixedModel()
	}
	separators := []byte{0} // of each open parenthesis, 0 before its first
	for len(separators) > 0 {
		p.skip()
		if p.take("(") {
			separators = append(separators, 0)
			continue
		}
		if _, ok := p.qName("the name of an element"); !ok {
			return false
		}
		p.occurrence()
		if separators = p.afterParticle(separators); separators == nil {
			return p.fail(malformed, "separate names by commas alone or by | alone, and close each parenthesis")
		}
	}
	return true
}

// afterParticle reads a separator, or the parentheses that close. It returns the separators of those that are still open, nil if
// something else comes.
func (p *subset) afterParticle(separators []byte) []byte {
	for len(separators) > 0 {
		p.skip()
		last := len(separators) - 1
		switch {
		case p.take(")"):
			separators = separators[:last]
			p.occurrence()
			continue
		case separators[last] != ',' && p.take("|"):
			separators[last] = '|'
		case separators[last] != '|' && p.take(","):
			separators[last] = ','
		default:
			return nil
		}
		break
	}
	return separators
}

// occurrence moves over a sign of repetition.
func (p *subset) occurrence() {
	_ = p.take("?") || p.take("*") || p.take("+")
}

// mixedModel reads production 51 after #PCDATA.
func (p *subset) mixedModel() bool {
	named := false
	for p.skip(); p.take("|"); p.skip() {
		p.skip()
		if _, ok := p.qName("the name of an element"); !ok {
			return false
		}
		named = true
	}
	if !p.expect(")", "what an element may hold is malformed") {
		return false
	}
	if named {
		return p.expect("*", "mixed content with elements is repeated")
	}
	p.take("*")
	return true
}

// attlistDecl reads productions 52 and 53 after <!ATTLIST.
func (p *subset) attlistDecl() bool {
	element, ok := p.spacedQName("the name of an element")
	if !ok {
		return false
	}
	for {
		spaced := p.skip()
		if p.take(">") {
			return true
		}
		if !spaced {
			return p.fail("the declaration of attributes is malformed", "write white space before each attribute, and > at the end")
		}
		def, ok := p.attributeDef()
		if !ok {
			return false
		}
		if !p.ignoring {
			p.declareAttribute(element, def)
		}
	}
}

// declareAttribute keeps the first declaration of an attribute.
func (d *doctype) declareAttribute(element string, def attributeDef) {
	list := d.attlists[element]
	if list == nil {
		list = &attlist{byName: map[string]attributeDef{}}
		d.attlists[element] = list
	}
	if _, known := list.byName[def.name]; known {
		return
	}
	list.byName[def.name] = def
	if def.optional {
		list.defaults = append(list.defaults, def)
	}
}

// attributeDef reads production 53 after white space.
func (p *subset) attributeDef() (def attributeDef, ok bool) {
	if def.name, ok = p.qName("the name of an attribute"); !ok || !p.space() {
		return def, false
	}
	if def.tokenized, ok = p.attributeType(); !ok || !p.space() {
		return def, false
	}
	switch {
	case p.take("#REQUIRED"), p.take("#IMPLIED"):
		return def, true
	case p.take("#FIXED"):
		if !p.space() {
			return def, false
		}
	}
	return def, p.defaultValue(&def)
}

// attributeTypes are the types that are a word. Of two where one begins the other the longer comes first.
var attributeTypes = [...]string{"IDREFS", "IDREF", "ID", "ENTITY", "ENTITIES", "NMTOKENS", "NMTOKEN"}

// attributeType reads productions 54 to 59.
func (p *subset) attributeType() (tokenized, ok bool) {
	if p.take("CDATA") {
		return false, true
	}
	for _, word := range attributeTypes {
		if p.take(word) {
			return true, true
		}
	}
	read := p.nmtoken
	if p.take("NOTATION") {
		if !p.space() {
			return true, false
		}
		read = func() (string, bool) { return p.ncName("the name of a notation") }
	}
	if !p.take("(") {
		return true, p.fail("the type of an attribute is malformed", "write CDATA, ID, NMTOKEN or another type, or a list in parentheses")
	}
	for {
		p.skip()
		if _, ok := read(); !ok {
			return true, false
		}
		p.skip()
		if !p.take("|") {
			return true, p.expect(")", "the values of an attribute are malformed")
		}
	}
}

// defaultValue reads the value of an attribute that is not written. Where it depends on declarations that were not read, elements that
// need it can't be checked.
func (p *subset) defaultValue(def *attributeDef) bool {
	at := p.at
	raw, ok := p.literal("the default value of an attribute")
	if !ok {
		return false
	}
	if p.ignoring {
		return true
	}
	end := p.at
	p.at = at + 1
	def.optional = true
	value, fault := p.expander.value(raw, def.tokenized)
	switch fault.kind {
	case noFault, uncheckedFault:
		def.value, def.unknown = value, fault
	default:
		p.r.err = fault.at(p.r.in.Position(p.at), p.expander.limits)
		p.reported = true
		return false
	}
	p.at = end
	return true
}

// entityDecl reads productions 70 to 76 after <!ENTITY.
func (p *subset) entityDecl() bool {
	if !p.space() {
		return false
	}
	general := !p.take("%")
	if !general && !p.space() {
		return false
	}
	name, ok := p.ncName("the name of an entity")
	if !ok || !p.space() {
		return false
	}
	e, ok := p.entityDef(general)
	if !ok {
		return false
	}
	p.skip()
	if !p.expect(">", "the declaration of an entity is malformed") {
		return false
	}
	if _, known := p.entities[name]; general && !known && !p.ignoring {
		p.entities[name] = e
	}
	return true
}

// entityDef reads productions 73 and 74.
func (p *subset) entityDef(general bool) (e *entity, ok bool) {
	if p.next(`"`) || p.next("'") {
		text, ok := p.entityValue()
		return &entity{text: text}, ok
	}
	if _, ok := p.externalID(true); !ok {
		return nil, false
	}
	spaced := p.skip()
	if !general || !p.take("NDATA") {
		return &entity{kind: externalEntity}, true
	}
	if !spaced {
		p.at -= len("NDATA")
		return nil, p.fail("white space is missing in a declaration", "write a space here")
	}
	if !p.space() {
		return nil, false
	}
	_, ok = p.ncName("the name of a notation")
	return &entity{kind: unparsedEntity}, ok
}

// entityValue reads production 9 and returns the replacement text: references to characters are replaced, those to entities are not
// (section 4.5).
func (p *subset) entityValue() (text string, ok bool) {
	at := p.at
	raw, ok := p.literal("the text of an entity")
	if !ok {
		return "", false
	}
	end, from := p.at, at+1
	var built []byte
	for i := from; i < end-1; {
		switch c := p.src[i]; {
		case c == '%':
			p.at = i
			return "", p.fail("a % stands in the text of an entity", "write &#37;: parameter entities stand between declarations only")
		case c == '&' && p.src[i+1] != '#':
			name := scanNCName(p.src, i+1)
			if name == i+1 || p.src[name] != ';' {
				p.at = i
				return "", p.fail("an & begins no reference", "write &#38; for the character itself")
			}
			i = name + 1
			continue
		case c == '&':
			char, next := p.r.scanCharReference(i)
			if next < 0 {
				p.reported = true
				return "", false
			}
			built = utf8.AppendRune(append(built, p.src[from:i]...), char)
			i, from = next, next
			continue
		case c == '\r':
			built = append(append(built, p.src[from:i]...), '\n')
			if from = i + 1; p.src[from] == '\n' {
				from++
			}
			i = from
			continue
		}
		i++
	}
	if built == nil {
		return raw, true
	}
	return string(append(built, p.src[from:end-1]...)), true
}
