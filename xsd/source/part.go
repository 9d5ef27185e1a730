// Parts of an input that are read again.

package source

// A Part is a stretch of an input that can be read again. It is immutable, and outlives its input unless that was lent.
type Part struct {
	text     string
	at       Position
	format   Format
	encoding Encoding
	limits   Limits
	fleeting bool // it is the caller's memory
}

// Part returns text of the input, which is not rewritten and begins at a position, as a part. Of a stream the text must be a copy.
func (in *Input) Part(at Position, text string) Part {
	return Part{text: text, at: at, format: in.format, encoding: in.encoding, limits: in.limits, fleeting: in.fleeting && in.stream == nil}
}

// Text returns the text of the part.
func (p Part) Text() string { return p.text }

// ResetPart makes a part of another input the input, with the positions it has there.
func (in *Input) ResetPart(part Part) {
	in.reset(part.format, part.limits)
	in.ended = true
	in.encoding = part.encoding
	in.text, in.fleeting = part.text, part.fleeting
	in.base = part.at
	in.seen = mark{at: part.at}
}
