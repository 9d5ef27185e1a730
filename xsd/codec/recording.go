// This file reads values of JSON from recordings, since what says how an object is to be read may stand anywhere in it. A recording is one more text, pushed before the
// one that it is a part of.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// maxReplay bounds, in multiples of MaxBytes, how much is read again because types vary inside types that vary.
const maxReplay = 8

// record passes over the object at the reader's position, which is to be read from the recording. It is not ok where reading has failed.
func (r jsonCursor) record() (recording *jsontext.Recording, ok bool) {
	recording, err := r.json.Record()
	if err != nil {
		r.fail(err)
		return nil, false
	}
	limit := r.limits.Effective().MaxBytes
	if r.replayed += len(recording.Raw()); int64(r.replayed)/maxReplay > limit {
		r.fail(&source.LimitError{Position: r.json.Position(), Limit: "MaxBytes", Max: limit, Message: "what has to be read again of objects whose type varies inside each other"})
		return nil, false
	}
	return recording, true
}

// pushRecording makes the reader stand at the value that a recording has, and go on behind the one that was recorded.
func (r jsonCursor) pushRecording(replay *jsontext.Reader) {
	r.around = append(r.around, r.json)
	r.json = replay
	r.nextToken()
}

// popRecordings goes back from recordings that were read to their ends.
func (r jsonCursor) popRecordings() {
	for n := len(r.around); n > 0 && r.json.AtEnd(); n-- {
		r.json, r.around = r.around[n-1], r.around[:n-1]
	}
}
