// Parts of an input that outlive it.

package source

// A Part is a stretch of an input that outlives it. It is immutable.
type Part struct {
	text     string
	at       Position
	format   Format
	encoding Encoding
	limits   Limits
	origins  []origin
}

// Part returns text of the input, which begins at a position, as a part. Where the input is rewritten, all of the part has that
// position: PartBetween knows better.
func (in *Input) Part(at Position, text string) Part {
	part := Part{text: text, at: at, format: in.format, encoding: in.encoding, limits: in.limits}
	if len(in.origins) > 0 {
		part.origins = []origin{{at: at, fixed: true}}
	}
	return part
}

// PartBetween returns the text between two offsets of the window as a part.
func (in *Input) PartBetween(from, to int) Part {
	part := in.Part(in.Position(from), in.text[from:to])
	if len(in.origins) > 0 {
		part.origins = in.originsBetween(from, to)
	}
	return part
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
	in.origins = part.origins
	in.seen = mark{at: part.at}
}
