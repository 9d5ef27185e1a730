// The input of a reader: the bytes of a document or a stream, decoded, checked and handed
// out as a string through which a window moves.

package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unsafe"
)

// An Input hands out a document as text. All of Text is well encoded and holds only
// characters that the format allows: where the input has something else, Text ends for good
// and Err says why. The zero Input is empty. It is not safe for concurrent use.
type Input struct {
	text     string
	base     Position // of text[0]
	seen     mark     // the place that Position was asked for last
	counted  int      // bytes over which lines were counted
	format   Format
	encoding Encoding
	marked   bool // the input began with a byte order mark
	ended    bool // nothing comes after text
	fault    fault
	limits   Limits
	lent     bool   // text is the caller's memory
	fleeting bool   // text goes before what was read of it does
	copies   copies // of such text

	stream  io.Reader
	started bool   // the stream's encoding is known
	drained bool   // the stream has nothing more
	raw     []byte // read from the stream and not decoded yet
	read    int64  // bytes read from the stream
	decoded []byte // memory for decoding

	charset string // the name of the encoding that Limits.Charset decodes
	rewriting
}

// fault says why an input ends before its end: one of a broken rule, a limit, and what the
// stream returned.
type fault struct {
	message, remedy string
	limit           string
	max             int64
	unread          bool // nothing is known to be wrong: what message says is not read here
	err             error
}

func (f *fault) isThere() bool { return f.message != "" || f.limit != "" || f.err != nil }

const (
	// headBytes is how much of a document is looked at to find its encoding.
	headBytes = 1024
	// firstChunk is how much is read from a stream at first, lastChunk how much once it has
	// proved to be long.
	firstChunk = 4 << 10
	lastChunk  = 64 << 10
	// keptBytes is how much memory for decoding an input keeps for the next document.
	keptBytes = 1 << 20
)

// ResetBytes makes data the input. It copies data. The limits must be effective ones.
func (in *Input) ResetBytes(format Format, data []byte, limits Limits) {
	in.ResetLent(format, data, limits)
	in.Settle()
}

// ResetLent makes data the input, as ResetBytes does, without copying it: nobody may change data while text of the input is in use. What is to outlive that is copied,
// see Own.
func (in *Input) ResetLent(format Format, data []byte, limits Limits) {
	in.reset(format, limits)
	in.ended = true
	if int64(len(data)) > limits.MaxBytes {
		in.fault = fault{message: "the size of the document", limit: "MaxBytes", max: limits.MaxBytes}
		return
	}
	if !isUsual(format, data) {
		mark, ok := in.detect(data[:min(len(data), headBytes)])
		if ok && in.charset != "" {
			data, ok = in.convert(data)
		}
		if !ok {
			return
		}
		data = data[mark:]
	}
	if in.encoding != UTF8 || in.format.valid(data) < len(data) {
		data, _ = in.decode(data, true)
		in.text = string(data)
		return
	}
	in.text = unsafe.String(unsafe.SliceData(data), len(data))
	in.lent, in.fleeting = true, true
}

// Settle makes text that is the caller's memory a copy of it. Text of the window that was not copied before is still the caller's.
func (in *Input) Settle() {
	if in.lent {
		in.text = strings.Clone(in.text)
		in.lent, in.fleeting = false, false
	}
}

// Own returns a text of the window as one that may be kept: a copy where the window is that of a stream or the caller's memory. Copies share memory with each other, see
// Apart.
func (in *Input) Own(text string) string {
	if in.fleeting {
		return in.copies.of(text)
	}
	return text
}

// Apart lets the texts that Own copies from now on share no memory with those before.
func (in *Input) Apart() { in.copies.forget() }

// ResetStream makes what stream delivers the input. Nothing is read before More is called.
// The limits must be effective ones.
func (in *Input) ResetStream(format Format, stream io.Reader, limits Limits) {
	in.reset(format, limits)
	in.stream, in.fleeting = stream, true
}

// reset forgets the input before. What that can have left of a stream or a fault is written over only where it did: most
// inputs are bytes without one.
func (in *Input) reset(format Format, limits Limits) {
	if in.stream != nil || in.fault.isThere() || in.rewriter != nil || in.origins != nil || in.charset != "" {
		*in = Input{raw: in.raw[:0], decoded: in.decoded[:0], copies: in.copies}
	}
	in.copies.forget()
	in.text = ""
	in.lent, in.fleeting = false, false
	in.base = Position{Line: 1, Column: 1}
	in.seen = mark{at: in.base}
	in.format, in.limits = format, limits
	in.encoding, in.marked, in.ended = UTF8, false, false
}

// Text returns the window: the part of the input that is at hand.
func (in *Input) Text() string { return in.text }

// Streams reports whether the input is a stream: then the window moves.
func (in *Input) Streams() bool { return in.stream != nil }

// Limits returns the limits that the input was given.
func (in *Input) Limits() Limits { return in.limits }

// Encoding returns the encoding of the input; marked says that the input began with a byte
// order mark.
func (in *Input) Encoding() (encoding Encoding, marked bool) { return in.encoding, in.marked }

// Ended reports whether nothing comes after Text: More would return false.
func (in *Input) Ended() bool { return in.ended }

// Err says why the input ends where Text ends, once More has returned false: nil if that is
// its proper end, else a *SyntaxError, a *LimitError, or the error of the stream.
func (in *Input) Err() error {
	switch f := &in.fault; {
	case !in.ended:
		return nil
	case f.limit != "":
		return in.LimitError(len(in.text), f.limit, f.max, f.message)
	case f.unread:
		return &LimitError{Position: in.Position(len(in.text)), Message: f.message, Remedy: f.remedy}
	case f.message != "":
		return in.SyntaxError(len(in.text), f.message, f.remedy)
	default:
		return f.err
	}
}

// SyntaxError returns the error of breaking a rule at an offset of the window.
func (in *Input) SyntaxError(offset int, message, remedy string) error {
	return &SyntaxError{Position: in.Position(offset), Message: message, Remedy: remedy}
}

// LimitError returns the error of exceeding a limit at an offset of the window.
func (in *Input) LimitError(offset int, limit string, maximum int64, message string) error {
	return &LimitError{Position: in.Position(offset), Limit: limit, Max: maximum, Message: message}
}

// More drops the text before the offset keep and appends text from the stream. It returns
// false, and changes nothing, if there is none. Otherwise the caller lowers its offsets into Text by
// keep.
func (in *Input) More(keep int) bool {
	if in.ended || !in.started && !in.begin() {
		return false
	}
	// Who asks for more reads again from keep on: as the kept text grows by at least half
	// each time, all that reading stays proportional to the text.
	kept := in.text[keep:]
	want := len(kept) + 1 + len(kept)/2
	var text string
	if in.rewriter != nil {
		text = in.fetchRewritten(keep, want)
	} else {
		text = in.fetch(kept, want)
	}
	if len(text) == len(kept) {
		return false
	}
	in.base = in.Position(keep)
	in.dropOrigins(keep)
	in.seen = mark{at: in.base}
	in.text = text
	return true
}

// begin reads the start of the stream and finds its encoding.
func (in *Input) begin() bool {
	in.started = true
	for !in.drained && len(in.raw) < headBytes && !bytes.Contains(in.raw, []byte("?>")) {
		in.readChunk()
	}
	mark, ok := in.detect(in.raw[:min(len(in.raw), headBytes)])
	in.raw = in.raw[:copy(in.raw, in.raw[mark:])]
	if ok && in.charset != "" {
		return in.convertStream()
	}
	return ok
}

// detect finds the encoding by the first bytes and returns the length of the byte order mark.
func (in *Input) detect(head []byte) (markBytes int, ok bool) {
	found := detect(in.format, head)
	if found.charset != "" && in.limits.Charset != nil {
		in.charset = found.charset
		return 0, true
	}
	in.encoding = found.encoding
	in.marked = found.mark > 0
	in.base.Column += found.mark + found.at
	in.base.Offset += int64(found.mark + found.at)
	in.seen = mark{at: in.base}
	if found.fault != "" {
		in.fail(fault{message: found.fault, remedy: found.remedy, unread: found.unread})
		return 0, false
	}
	return found.mark, true
}

// fetch returns kept with the stream's next text after it: want bytes or more in all, unless
// the stream ends.
func (in *Input) fetch(kept string, want int) string {
	var text strings.Builder
	for {
		added, used := in.decode(in.raw, in.drained)
		in.ended = in.ended || in.drained
		switch size := len(kept) + len(added); {
		case len(added) == 0:
		case text.Len() > 0:
		case size >= want || in.ended:
			text.Grow(size)
			text.WriteString(kept)
		default:
			text.Grow(want)
			text.WriteString(kept)
		}
		text.Write(added)
		in.raw = in.raw[:copy(in.raw, in.raw[used:])]
		if in.ended || text.Len() >= want {
			break
		}
		in.readChunk()
	}
	if text.Len() == 0 {
		return kept
	}
	return text.String()
}

// readChunk reads once from the stream.
func (in *Input) readChunk() {
	size := firstChunk // doubled, not grown by what each read delivers: that may be one byte
	for size < lastChunk && int64(size) < in.read {
		size *= 2
	}
	if room := in.limits.MaxStreamBytes - in.read; room < int64(size) {
		size = int(room) + 1
	}
	n, err := 0, error(nil)
	if cap(in.raw)-len(in.raw) < size {
		in.raw = append(make([]byte, 0, len(in.raw)+size), in.raw...)
	}
	space := in.raw[len(in.raw) : len(in.raw)+size]
	for idle := 0; n == 0 && err == nil; idle++ {
		if idle == 100 {
			err = io.ErrNoProgress
			break
		}
		n, err = in.stream.Read(space)
	}
	in.raw = in.raw[:len(in.raw)+n]
	in.read += int64(n)
	in.noteEnd(err)
}

// noteEnd notes that the stream ends, at its end, at an error or at the limit.
func (in *Input) noteEnd(err error) {
	limit := in.limits.MaxStreamBytes
	switch {
	case in.read > limit:
		in.raw = in.raw[:len(in.raw)-int(in.read-limit)]
		in.fault = fault{message: "the size of the stream", limit: "MaxStreamBytes", max: limit}
	case err == nil:
		return
	case !errors.Is(err, io.EOF):
		in.fault = fault{err: err}
	}
	in.drained = true
}

// decode returns the text that raw begins with and how many bytes of raw it took. It ends
// the input at the first fault.
func (in *Input) decode(raw []byte, final bool) (text []byte, used int) {
	text, used, message := in.encoding.decode(in.decoded[:0], raw)
	if in.encoding != UTF8 && cap(text) <= keptBytes {
		in.decoded = text[:0]
	}
	if last := len(text) - 1; !final && message == "" && last >= 0 && text[last] == '\r' {
		// A line feed may follow: the two are handed out together, or lines are miscounted.
		text = text[:last]
		used -= in.encoding.width("\r")
	}
	remedy := readableEncodings
	if message == "" && final && used < len(raw) && !in.fault.isThere() {
		message = "the input ends inside a character"
		remedy = "send all of it"
	}
	if n := in.format.valid(text); n < len(text) {
		message, remedy = in.format.describeFault(text[n:])
		text = text[:n]
	}
	if message != "" {
		in.fail(fault{message: message, remedy: remedy})
	}
	return text, used
}

// fail ends the input after the text it has.
func (in *Input) fail(f fault) {
	in.fault = f
	in.ended = true
	in.drained = true
}
