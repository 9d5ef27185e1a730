// Passing over elements: skipped, kept as written, recorded and read again.

package xmltext

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// bothReaders returns a reader of bytes and one of a stream that trickles.
func bothReaders(doc string, limits source.Limits) map[string]*Reader {
	return map[string]*Reader{
		"bytes":  NewReader([]byte(doc), limits),
		"stream": NewStreamReader(iotest.OneByteReader(strings.NewReader(doc)), limits),
	}
}

// advance calls Next n times.
func advance(t *testing.T, r *Reader, n int) {
	t.Helper()
	for range n {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSkip(t *testing.T) {
	for name, r := range bothReaders("<a><b><a><b/></a></b>t<c/></a>", source.Limits{}) {
		advance(t, r, 2)
		if err := r.Skip(); err != nil {
			t.Fatal(err)
		}
		if r.Kind() != EndElement || r.Name().Local != "b" || r.Depth() != 2 {
			t.Errorf("%s: after Skip at %v of %v, depth %d", name, r.Kind(), r.Name(), r.Depth())
		}
		if err := r.Skip(); err != nil || r.Name().Local != "b" {
			t.Errorf("%s: Skip moves on from the end of an element to %v: %v", name, r.Name(), err)
		}
		if diff := cmp.Diff([]string{`"t"`, "<c", ">c", ">a", "end"}, trace(r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name, r := range bothReaders("<a><b><c></b></a>", source.Limits{}) {
		advance(t, r, 2)
		if err := r.Skip(); !isSyntaxError(err) {
			t.Errorf("%s: Skip over a broken element: %v", name, err)
		}
	}
}

func TestSkipRaw(t *testing.T) {
	const doc = "<a> <!-- no --><b x='&lt;'>\r\næ<!-- c --><c/><![CDATA[<]]></b >rest<d/></a>"
	const whole = "<b x='&lt;'>\r\næ<!-- c --><c/><![CDATA[<]]></b >"
	tests := []struct {
		max      int
		raw      string
		complete bool
	}{
		{1000, whole, true},
		{len(whole), whole, true},
		{len(whole) - 1, whole[:len(whole)-1], false},
		{16, "<b x='&lt;'>\r\næ", false},
		{15, "<b x='&lt;'>\r\n", false},
		{0, "", false},
	}
	for _, test := range tests {
		for name, r := range bothReaders(doc, source.Limits{}) {
			advance(t, r, 3)
			raw, complete, err := r.SkipRaw(test.max)
			if err != nil || complete != test.complete {
				t.Errorf("%s, %d bytes: complete %t, %v", name, test.max, complete, err)
			}
			if diff := cmp.Diff(test.raw, raw); diff != "" {
				t.Errorf("%s, %d bytes (-want +got):\n%s", name, test.max, diff)
			}
			if diff := cmp.Diff([]string{`"rest"`, "<d", ">d", ">a", "end"}, trace(r)); diff != "" {
				t.Errorf("%s, after it (-want +got):\n%s", name, diff)
			}
		}
	}
	for name, r := range bothReaders("<a/>", source.Limits{}) {
		advance(t, r, 1)
		if raw, complete, err := r.SkipRaw(10); raw != "<a/>" || !complete || err != nil {
			t.Errorf("%s, empty-element tag: %q, %t, %v", name, raw, complete, err)
		}
		if raw, complete, err := r.SkipRaw(10); raw != "" || !complete || err != nil {
			t.Errorf("%s, at the end: %q, %t, %v", name, raw, complete, err)
		}
	}
	for name, r := range bothReaders("<a><b></a>", source.Limits{}) {
		advance(t, r, 2)
		if _, _, err := r.SkipRaw(10); !isSyntaxError(err) {
			t.Errorf("%s, broken: %v", name, err)
		}
	}
}

func TestRecord(t *testing.T) {
	const doc = `<p:a xmlns:p="u" xmlns="d" xmlns:q="v"><x/>
  <p:b q:x="1" xmlns:q="w">t<c xmlns="">æ</c> </p:b>rest</p:a>`
	tokens := []string{`<{u}b {w}x="1"`, `"t"`, "<c", `"æ"`, ">c", `" "`, ">{u}b", "end"}
	for name, r := range bothReaders(doc, source.Limits{}) {
		advance(t, r, 5)
		at := r.Position()
		recording, err := r.Record()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{`"rest"`, ">{u}a", "end"}, trace(r)); diff != "" {
			t.Errorf("%s, after it (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(`<p:b q:x="1" xmlns:q="w">t<c xmlns="">æ</c> </p:b>`, recording.Raw()); diff != "" {
			t.Errorf("%s, raw (-want +got):\n%s", name, diff)
		}
		for range 2 {
			if diff := cmp.Diff(tokens, trace(NewReplay(recording))); diff != "" {
				t.Errorf("%s, replay (-want +got):\n%s", name, diff)
			}
		}
		replay := NewReplay(recording)
		advance(t, replay, 1)
		if diff := cmp.Diff(at, replay.Position()); diff != "" {
			t.Errorf("%s, position (-want +got):\n%s", name, diff)
		}
		advance(t, replay, 2)
		inner := source.Position{Line: 2, Column: 29, Offset: int64(strings.Index(doc, "<c"))}
		if diff := cmp.Diff(inner, replay.Position()); diff != "" {
			t.Errorf("%s, position inside (-want +got):\n%s", name, diff)
		}
		again, err := replay.Record()
		if err != nil || again.Raw() != `<c xmlns="">æ</c>` {
			t.Errorf("%s, recorded again: %v, %v", name, again, err)
		}
	}
}

func TestRecordFaults(t *testing.T) {
	for name, r := range bothReaders("<a>t<b></a>", source.Limits{}) {
		if _, err := r.Record(); err == nil {
			t.Errorf("%s: recorded nothing", name)
		}
		advance(t, r, 3)
		if _, err := r.Record(); !isSyntaxError(err) {
			t.Errorf("%s: recorded a broken element: %v", name, err)
		}
		if _, err := r.Record(); !isSyntaxError(err) {
			t.Errorf("%s: recorded after an error: %v", name, err)
		}
	}
	r := bothReaders("<a><b>12345</b></a>", source.Limits{MaxBytes: 10})["stream"]
	advance(t, r, 2)
	var limit *source.LimitError
	if _, err := r.Record(); !errors.As(err, &limit) || limit.Limit != "MaxBytes" {
		t.Errorf("recorded more than MaxBytes: %v", err)
	}
}

// A replay of each document's root reads as the document did.
func TestReplayReadsAlike(t *testing.T) {
	for _, test := range readTests {
		for name, r := range bothReaders(test.doc, source.Limits{}) {
			advance(t, r, 1)
			recording, err := r.Record()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, trace(NewReplay(recording))); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", test.name, name, diff)
			}
		}
	}
}
