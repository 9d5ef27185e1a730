// What begins with a < and is no tag: comments and processing instructions (XML 1.0, sections 2.5 and 2.6), and telling the rest apart.

package xmltext

import "strings"

// markup is what begins with a <.
type markup uint8

const (
	noMarkup markup = iota // incomplete, or broken
	tagMarkup
	commentMarkup
	instructionMarkup
	cdataMarkup
	doctypeMarkup
)

// markupAt says what begins with the < at i.
func (r *Reader) markupAt(i int) markup {
	rest := r.src[i:]
	switch {
	case len(rest) < 2:
		r.incomplete(wantTag)
	case rest[1] == '?':
		return instructionMarkup
	case rest[1] != '!':
		return tagMarkup
	case strings.HasPrefix(rest, "<!--"):
		return commentMarkup
	case strings.HasPrefix(rest, "<![CDATA["):
		return cdataMarkup
	case strings.HasPrefix(rest, doctypeStart) && !r.rooted && len(r.open) == 0:
		return doctypeMarkup
	case strings.HasPrefix("<!--", rest), strings.HasPrefix("<![CDATA[", rest), beginsFold(htmlDoctype, rest):
		r.incomplete("the document ends inside markup that begins with <!")
	default:
		r.failDeclaration(i)
	}
	return noMarkup
}

const htmlDoctype = "<!DOCTYPE html"

// beginsFold reports whether text begins with start, in any case.
func beginsFold(text, start string) bool {
	return len(start) <= len(text) && strings.EqualFold(text[:len(start)], start)
}

// failDeclaration says why what begins with <! at i is not read.
func (r *Reader) failDeclaration(i int) {
	rest := r.src[i:]
	switch {
	case beginsFold(rest, htmlDoctype) && !r.rooted:
		r.fail(i, "this is an HTML page, not XML data", "look at it: it may say what went wrong")
	case beginsFold(rest, doctypeStart) && !r.rooted:
		r.fail(i, "a document type declaration is not written in capital letters", "write <!DOCTYPE")
	case strings.HasPrefix(rest, doctypeStart):
		r.fail(i, "a document type declaration stands after the root element has begun", "put it before the root element, or write &lt; for the character itself")
	default:
		r.fail(i, "a <! begins neither a comment nor a CDATA section", "write &lt; for the character itself")
	}
}

// scanComment returns where the comment at i ends, -1 if it is incomplete or wrong.
func (r *Reader) scanComment(i int) int {
	begin := i + len("<!--")
	length := strings.Index(r.src[begin:], "--")
	end := begin + length + len("--")
	switch {
	case length < 0 || end == len(r.src):
		r.incomplete("the document ends inside a comment")
	case r.src[end] != '>':
		r.fail(end-len("--"), "-- stands in a comment", "write a space between the two")
	default:
		return end + 1
	}
	return -1
}

const wantInstruction = "the document ends inside a processing instruction"

// scanInstruction returns where the processing instruction at i ends, -1 if it is incomplete
// or wrong.
func (r *Reader) scanInstruction(i int) int {
	begin := i + len("<?")
	target := scanNCName(r.src, begin)
	if target == len(r.src) {
		r.incomplete(wantInstruction)
		return -1
	}
	name := r.src[begin:target]
	switch {
	case strings.EqualFold(name, "xml"):
		r.fail(i, "a processing instruction is called "+name, "an XML declaration must come first of all: remove what stands before it")
		return -1
	case name == "":
		r.fail(begin, "a processing instruction has no name", "write a name after <?")
		return -1
	case strings.HasPrefix(r.src[target:], "?>"):
		return target + len("?>")
	case r.src[target] == '?' && target+1 == len(r.src):
		r.incomplete(wantInstruction)
		return -1
	case class[r.src[target]]&spaceByte == 0:
		r.fail(target, "the name of a processing instruction is malformed", "write white space or ?> after it; a colon cannot be in it")
		return -1
	}
	length := strings.Index(r.src[target:], "?>")
	if length < 0 {
		r.incomplete(wantInstruction)
		return -1
	}
	return target + length + len("?>")
}
