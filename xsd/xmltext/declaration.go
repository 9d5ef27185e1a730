// The XML declaration (XML 1.0, sections 2.8 and 4.3.3).

package xmltext

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

const declarationStart = "<?xml"

// scanDeclaration scans the XML declaration, if the document begins with one. It returns
// false if that is incomplete or wrong.
func (r *Reader) scanDeclaration() bool {
	encoding, _ := r.in.Encoding()
	switch {
	case strings.HasPrefix(r.src, source.UsualDeclaration) && encoding == source.UTF8:
		r.pos = len(source.UsualDeclaration)
		return true
	case r.src == "":
		r.incomplete("the document is empty")
		return false
	case len(r.src) <= len(declarationStart) && strings.HasPrefix(declarationStart, r.src):
		r.incomplete("the document ends inside the XML declaration")
		return false
	case !strings.HasPrefix(r.src, declarationStart), scanNameChars(r.src, len(declarationStart)) > len(declarationStart):
		return r.checkUndeclared()
	}
	end := strings.Index(r.src, "?>")
	if end < 0 {
		r.incomplete("the document ends inside the XML declaration")
		return false
	}
	d := xmlDeclaration{r: r, text: r.src[:end], at: len(declarationStart)}
	if !d.check() {
		return false
	}
	r.pos = end + len("?>")
	return true
}

// checkUndeclared checks that the encoding of a document without a declaration can be known.
func (r *Reader) checkUndeclared() bool {
	encoding, marked := r.in.Encoding()
	if encoding == source.UTF8 || marked {
		return true
	}
	r.fail(0, "the encoding is "+encoding.String()+", but nothing says so", "begin the document with a byte order mark")
	return false
}

// xmlDeclaration is a declaration being checked: its text up to ?>, and up to where it is
// checked.
type xmlDeclaration struct {
	r    *Reader
	text string
	at   int
}

const declarationRemedy = `write <?xml version="1.0" encoding="UTF-8"?>`

// check checks productions 23 to 26, 32, 80 and 81: version, then perhaps encoding, then
// perhaps standalone.
func (d *xmlDeclaration) check() bool {
	version, at, ok := d.part("version")
	switch {
	case at < 0:
		return d.fail(d.at, "the XML declaration has no version")
	case !ok:
		return false
	case !isVersion(version):
		return d.fail(at, "the XML version "+excerpt(version)+" is not read")
	}
	encoding, at, ok := d.part("encoding")
	if at >= 0 && (!ok || !d.checkEncoding(encoding, at)) {
		return false
	}
	if at < 0 && !d.r.checkUndeclared() {
		return false
	}
	standalone, at, ok := d.part("standalone")
	switch {
	case at >= 0 && !ok:
		return false
	case at >= 0 && standalone != "yes" && standalone != "no":
		return d.fail(at, "standalone is neither yes nor no")
	case skipSpace(d.text, d.at) < len(d.text):
		return d.fail(d.at, "the XML declaration is malformed")
	}
	d.r.standalone = standalone == "yes"
	return true
}

func (d *xmlDeclaration) fail(at int, message string) bool {
	d.r.fail(at, message, declarationRemedy)
	return false
}

// part scans name="value" after white space. at is where the value begins, -1 if something
// else follows; it is not ok if the value is malformed.
func (d *xmlDeclaration) part(name string) (value string, at int, ok bool) {
	begin := skipSpace(d.text, d.at)
	if begin == d.at || !strings.HasPrefix(d.text[begin:], name) {
		return "", -1, false
	}
	i := skipSpace(d.text, begin+len(name))
	if i == len(d.text) || d.text[i] != '=' {
		return "", i, d.fail(i, "an = is expected in the XML declaration")
	}
	i = skipSpace(d.text, i+1)
	if i == len(d.text) || d.text[i] != '"' && d.text[i] != '\'' {
		return "", i, d.fail(i, "a quoted value is expected in the XML declaration")
	}
	length := strings.IndexByte(d.text[i+1:], d.text[i])
	if length < 0 {
		return "", i, d.fail(i, "a quote in the XML declaration is not closed")
	}
	d.at = i + 1 + length + 1
	return d.text[i+1 : d.at-1], i + 1, true
}

// checkEncoding checks the name of an encoding, and that it is the one of the document.
func (d *xmlDeclaration) checkEncoding(name string, at int) bool {
	encoding, _ := d.r.in.Encoding()
	switch {
	case !isEncodingName(name):
		return d.fail(at, "the name of the encoding is malformed")
	case name == d.r.in.Charset():
		return true
	case !encoding.Is(name):
		d.r.fail(at, "the XML declaration says encoding "+excerpt(name)+", but the document is in "+encoding.String(), "declare the encoding that the document is written in")
		return false
	default:
		return true
	}
}

// isVersion checks production 26; documents of another 1.x are read as 1.0 (section 2.8).
func isVersion(text string) bool {
	minor, ok := strings.CutPrefix(text, "1.")
	for i := range len(minor) {
		ok = ok && minor[i] >= '0' && minor[i] <= '9'
	}
	return ok && minor != ""
}

// isEncodingName checks production 81.
func isEncodingName(text string) bool {
	for i := range len(text) {
		c := text[i]
		if class[c]&nameByte == 0 || i == 0 && (class[c]&nameStartByte == 0 || c == '_') {
			return false
		}
	}
	return text != ""
}
