// Tags (XML 1.0, section 3.1): elements with their attributes, and what may stand outside
// of the root element.

package xmltext

import (
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// scan scans the next token, from pos on. It returns NoToken if the window ends before the
// token, or a rule is broken.
func (r *Reader) scan() Kind {
	if len(r.open) == 0 {
		return r.scanOutside()
	}
	for {
		i := r.pos
		if i+1 < len(r.src) && r.src[i] == '<' {
			switch r.src[i+1] {
			case '/':
				return r.scanEndTag(i)
			case '!', '?':
			default:
				return r.scanStartTag(i)
			}
		}
		if r.scanPlainText(i) {
			return Text
		}
		kind, ok := r.scanText(i)
		if kind == Text || !ok {
			return kind
		}
		if r.pos-r.start > r.limits.MaxTextBytes {
			r.tooLong()
			return NoToken
		}
	}
}

// scanOutside scans what stands before and after the root element, up to its start tag or
// the end.
func (r *Reader) scanOutside() Kind {
	if !r.begun && !r.scanDeclaration() {
		return NoToken
	}
	r.begun = true
	for {
		i := skipSpace(r.src, r.pos)
		r.from, r.start, r.pos = i, i, i
		if i == len(r.src) {
			return r.incomplete("")
		}
		if r.src[i] != '<' {
			return r.failOutside(i)
		}
		switch r.markupAt(i) {
		case commentMarkup:
			i = r.scanComment(i)
		case instructionMarkup:
			i = r.scanInstruction(i)
		case doctypeMarkup:
			i = r.scanDoctype(i)
		case tagMarkup:
			return r.scanRootTag(i)
		case cdataMarkup:
			return r.failOutside(i)
		default:
			return NoToken
		}
		if i < 0 {
			return NoToken
		}
		r.pos = i
		if i-r.start > r.limits.MaxTextBytes {
			r.tooLong()
			return NoToken
		}
	}
}

func (r *Reader) failOutside(i int) Kind {
	if r.rooted {
		return r.fail(i, "text stands after the end of the root element", "a document is one element: remove the rest")
	}
	return r.fail(i, "the document does not begin with an element", "this is not XML, or something was put before it")
}

func (r *Reader) scanRootTag(i int) Kind {
	switch {
	case r.src[i+1] == '/':
		return r.fail(i, "an end tag closes no element", "remove it")
	case r.rooted:
		return r.fail(i, "a second root element begins", "put the two into one element, or send two documents")
	}
	if r.enterKnownRoot(i) {
		r.rooted = true
		return StartElement
	}
	kind := r.scanStartTag(i)
	if r.rooted = kind == StartElement; r.rooted {
		r.learnRoot()
	}
	return kind
}

const wantTag = "the document ends inside a tag"

// scanStartTag scans the start tag or empty-element tag at i.
func (r *Reader) scanStartTag(i int) Kind {
	r.start = i
	tag, end, colon := r.scanQName(i + 1)
	switch {
	case end < 0:
		return NoToken
	case tag == "":
		return r.fail(i, "a < begins no tag", "write &lt; for the character itself")
	}
	r.attrs = r.attrs[:0]
	r.attrAt = r.attrAt[:0]
	r.declared = r.declared[:0]
	for src := r.src; ; {
		next := skipSpace(src, end)
		if next == len(src) {
			return r.incomplete(wantTag)
		}
		switch src[next] {
		case '>':
			return r.enterElement(tag, colon, next+1, false)
		case '/':
			if next+1 == len(src) {
				return r.incomplete(wantTag)
			}
			if src[next+1] == '>' {
				return r.enterElement(tag, colon, next+2, true)
			}
			return r.fail(next, "a / stands in a start tag", "write /> at the end of the tag")
		}
		if next == end {
			return r.fail(next, "a start tag is malformed", "put white space before each attribute, and > at the end")
		}
		if end = r.scanAttribute(next); end < 0 {
			return NoToken
		}
	}
}

// scanQName scans a qualified name at i. It returns the name, empty if there is none, where it
// ends, -1 if it is incomplete or wrong, and the length of its prefix.
func (r *Reader) scanQName(i int) (name string, end, prefix int) {
	end = scanNCName(r.src, i)
	if end < len(r.src) && r.src[end] == ':' && end > i {
		prefix = end - i
		local := end + 1
		end = scanNCName(r.src, local)
		if end == local && end < len(r.src) {
			r.fail(i, "a name ends with a colon", "write a name after the prefix")
			return "", -1, 0
		}
	}
	switch {
	case end-i > r.limits.MaxNameBytes:
		r.exceeds(i, "MaxNameBytes", r.limits.MaxNameBytes, "the size in bytes of a name")
		return "", -1, 0
	case end == len(r.src):
		r.incomplete(wantTag)
		return "", -1, 0
	default:
		return r.src[i:end], end, prefix
	}
}

// scanAttribute scans the attribute or declaration of a namespace at i and returns where it
// ends, -1 if it is incomplete or wrong.
func (r *Reader) scanAttribute(i int) int {
	name, end, prefix := r.scanQName(i)
	switch {
	case end < 0:
		return -1
	case name == "":
		r.fail(i, "a start tag is malformed: an attribute's name is expected", "write name=\"value\", and > at the end of the tag")
		return -1
	}
	end = skipSpace(r.src, end)
	if end < len(r.src) && r.src[end] != '=' {
		r.fail(end, "the attribute "+excerpt(name)+" has no value", "write "+excerpt(name)+"=\"value\"")
		return -1
	}
	quote := skipSpace(r.src, min(end+1, len(r.src)))
	if quote == len(r.src) {
		r.incomplete(wantTag)
		return -1
	}
	value, end := r.scanValue(quote)
	if end < 0 {
		return -1
	}
	if len(r.attrs)+len(r.declared) == r.limits.MaxAttributes {
		r.exceeds(i, "MaxAttributes", r.limits.MaxAttributes, "the number of attributes of an element")
		return -1
	}
	r.addAttribute(i, name, prefix, value)
	return end
}

// addAttribute notes an attribute or the declaration of a namespace at i; prefix is the
// length of the name's prefix.
func (r *Reader) addAttribute(i int, name string, prefix int, value string) {
	switch {
	case name == "xmlns":
		r.declared = append(r.declared, declaration{Binding{URI: value}, i})
	case prefix == 0:
		r.attrs = append(r.attrs, Attr{Name: source.Name{Local: name}, Value: value})
		r.attrAt = append(r.attrAt, i)
	case name[:prefix] == "xmlns":
		r.declared = append(r.declared, declaration{Binding{name[prefix+1:], value}, i})
	default:
		r.attrs = append(r.attrs, Attr{Name: source.Name{Local: name[prefix+1:]}, Prefix: name[:prefix], Value: value})
		r.attrAt = append(r.attrAt, i)
	}
}

// scanValue scans the quoted attribute value at i and returns it normalised (XML 1.0,
// section 3.3.3), and where it ends: -1 if it is incomplete or wrong.
func (r *Reader) scanValue(i int) (value string, end int) {
	src := r.src
	quote := src[i]
	if quote != '"' && quote != '\'' {
		r.fail(i, "an attribute's value is not quoted", "write name=\"value\"")
		return "", -1
	}
	end = plainValueEnd(src, i+1, quote)
	if end < len(src) && src[end] == quote {
		return src[i+1 : end], end + 1
	}
	return r.scanLongValue(i, end)
}

// scanLongValue scans on at an attribute value that begins with the quote at i and is
// plain up to end.
func (r *Reader) scanLongValue(i, end int) (string, int) {
	src := r.src
	built := append(r.text.built[:0], src[i+1:end]...)
	for end < len(src) {
		c := src[end]
		switch {
		case c == src[i]:
			r.text.built = built[:0]
			return string(built), end + 1
		case c == '<':
			r.fail(end, "a < stands in an attribute's value", "write &lt;, and check that the value's quote is closed")
			return "", -1
		case c == '&':
			var char rune
			if char, end = r.scanReference(end); end < 0 {
				return "", -1
			}
			built = utf8.AppendRune(built, char)
			continue
		case c == '\r' && end+1 < len(src) && src[end+1] == '\n':
			// The two are one line end, which becomes one space at the line feed.
		case class[c]&spaceByte != 0:
			built = append(built, ' ')
		default:
			built = append(built, c)
		}
		end++
	}
	r.incomplete(wantTag)
	return "", -1
}

// enterElement makes the tag that ends at end the current token.
func (r *Reader) enterElement(tag string, prefix, end int, empty bool) Kind {
	if len(r.open) == r.limits.MaxDepth {
		return r.exceeds(r.start, "MaxDepth", r.limits.MaxDepth, "the number of elements inside each other")
	}
	outside := len(r.scope.bindings)
	if len(r.declared) > 0 && !r.declare() {
		return NoToken
	}
	known := r.tags.find(tag)
	if known != nil {
		tag = known.written
	} else {
		tag = r.in.Own(tag)
	}
	e := element{tag: tag, space: r.scope.implied, prefix: prefix, bindings: outside}
	if prefix > 0 {
		space, ok := r.resolve(tag[:prefix], r.start)
		if !ok {
			return NoToken
		}
		e.space = space
	}
	e.symbol = r.symbolOf(&r.tags, known, tag, prefix, e.name())
	if len(r.attrs) > 0 && !r.resolveAttributes() {
		return NoToken
	}
	r.open = append(r.open, e)
	r.pos = end
	r.emptyTag = empty
	return StartElement
}

// declare brings the declarations of the tag into scope. One of what is in scope already changes nothing.
func (r *Reader) declare() bool {
	r.unique.reset()
	for _, d := range r.declared {
		if fault := d.Binding.Fault(); fault != "" {
			r.fail(d.at, fault, "correct the declaration")
			return false
		}
		if !r.unique.add(source.Name{Local: d.Prefix}) {
			r.fail(d.at, describePrefix(d.Prefix)+" is declared twice", "remove one of the declarations")
			return false
		}
		if r.scope.has(d.Prefix, d.URI) {
			continue
		}
		if len(r.scope.bindings) == r.limits.MaxNamespaces {
			r.exceeds(d.at, "MaxNamespaces", r.limits.MaxNamespaces, "the number of namespaces in scope")
			return false
		}
		r.scope.declare(r.ownBinding(d.Binding), len(r.open) == 0)
	}
	return true
}

// ownBinding returns a binding as one that may be kept.
func (r *Reader) ownBinding(b Binding) Binding {
	if likely, ok := r.scope.likely(); ok && likely == b {
		return likely
	}
	return Binding{r.in.Own(b.Prefix), r.in.Own(b.URI)}
}

// describePrefix names a prefix in a message.
func describePrefix(prefix string) string {
	if prefix == "" {
		return "the default namespace"
	}
	return "the prefix " + excerpt(prefix)
}

// resolve returns the namespace of a name with a prefix.
func (r *Reader) resolve(prefix string, at int) (space string, ok bool) {
	space, ok = r.scope.lookup(prefix)
	if !ok {
		r.fail(at, describePrefix(prefix)+" is not declared", "add xmlns:"+excerpt(prefix)+"=\"...\" to this element or one around it")
	}
	return space, ok
}

// resolveAttributes finds the attributes' namespaces and checks that no two have one name.
func (r *Reader) resolveAttributes() bool {
	few := len(r.attrs) <= listedNames
	if !few {
		r.unique.reset()
	}
	for i := range r.attrs {
		a := &r.attrs[i]
		if a.Prefix != "" {
			space, ok := r.resolve(a.Prefix, r.attrAt[i])
			if !ok {
				return false
			}
			a.Name.Space = space
		}
		a.Symbol = r.attributeSymbol(a, r.attrAt[i])
		a.Name, a.Prefix, a.Value = a.Symbol.Value(), r.in.Own(a.Prefix), r.in.Own(a.Value)
		if few && hasAttribute(r.attrs[:i], &a.Name) || !few && !r.unique.add(a.Name) {
			r.fail(r.attrAt[i], "the attribute "+excerpt(a.Name.String())+" is there twice", "remove one of the two")
			return false
		}
	}
	return true
}

func hasAttribute(attrs []Attr, name *source.Name) bool {
	for i := range attrs {
		if attrs[i].Name.Local == name.Local && attrs[i].Name.Space == name.Space {
			return true
		}
	}
	return false
}

// scanEndTag scans the end tag at i.
func (r *Reader) scanEndTag(i int) Kind {
	r.start = i
	tag := r.open[len(r.open)-1].tag
	begin := i + len("</")
	if !strings.HasPrefix(r.src[begin:], tag) {
		return r.failEndTag(begin, tag)
	}
	end := skipSpace(r.src, begin+len(tag))
	if end == len(r.src) {
		return r.incomplete(wantTag)
	}
	if r.src[end] != '>' {
		return r.failEndTag(begin, tag)
	}
	r.pos = end + 1
	return EndElement
}

// failEndTag says what is wrong with an end tag that should close the element tag.
func (r *Reader) failEndTag(begin int, tag string) Kind {
	name, end, _ := r.scanQName(begin)
	switch {
	case end < 0:
		return NoToken
	case name == "":
		return r.fail(begin, "an end tag has no name", "write </"+excerpt(tag)+">")
	case name != tag:
		return r.fail(begin, "</"+excerpt(name)+"> does not close <"+excerpt(tag)+">", "write </"+excerpt(tag)+"> before it")
	default:
		return r.fail(end, "an end tag is malformed", "write </"+excerpt(tag)+">")
	}
}
