// Parts of an input that outlive it.

package source

// A Part is a stretch of an input that outlives it. It is immutable.
type Part struct {
	text     string
	at       Position
	format   Format
	encoding Encoding
	limits   Limits
}

// Part returns text of the input, which is not rewritten and begins at a position, as a part.
func (in *Input) Part(at Position, text string) Part {
	return Part{text: text, at: at, format: in.format, encoding: in.encoding, limits: in.limits}
}

// Text returns the text of the part.
func (p Part) Text() string { return p.text }

// ResetPart makes a part of another input the input, with the positions it has there.
func (in *Input) ResetPart(part Part) {
	in.reset(part.format, part.limits)
	in.ended = true
	in.encoding = part.encoding
	in.text = part.text
	in.base = part.at
	in.seen = mark{at: part.at}
}
