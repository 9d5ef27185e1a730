// Names made ready in advance against names as they are: what is written means the same, and is the same.

package xmltext

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// escaped is a namespace that is written with references.
const escaped = "v & <\"w\">"

// writtenBy writes a document of random steps, drawn from seed, with tags made ready or with plain names.
func writtenBy(seed uint64, ready bool) (string, error) {
	draw := rand.New(rand.NewPCG(seed, 1))
	pick := func(of ...string) string { return of[draw.IntN(len(of))] }
	var w Writer
	if draw.IntN(4) == 0 {
		w.SetIndent(pick(" ", "\t"))
	}
	for range draw.IntN(3) {
		w.Prefer(pick("", "p", "q", "xml"), pick("u", escaped))
	}
	if draw.IntN(2) == 0 {
		bindings := NewBindings([]Binding{{"p", "u"}, {"r", escaped}})
		w.RootBindings(&bindings)
	}
	for range 1 + draw.IntN(20) {
		n := name(pick("u", "u", escaped, ""), pick("a", "b", "blåbær", "a b", ""))
		if draw.IntN(8) > 0 {
			n = name(pick("u", "u", "u", escaped), pick("a", "b"))
		}
		tag := NewTag(n, pick("", "p", "r"))
		if draw.IntN(2) == 0 {
			tag = tag.AsRoot()
		}
		switch draw.IntN(8) {
		case 0, 1, 2:
			if ready {
				w.StartTag(&tag)
			} else {
				w.Start(n)
			}
		case 3, 4:
			text := pick("", "text", "a & b", "blåbær", "\r", "\x01", "\xff")
			if draw.IntN(8) > 0 {
				text = pick("text", "", "<")
			}
			if ready {
				if w.Element(&tag, text) && text != "" && text != "text" {
					return "called plain: " + text, nil
				}
			} else {
				w.Start(n)
				w.Text(text)
				w.End()
			}
		case 5:
			w.Attr(name(pick("", "u", escaped), pick("x", "y", "z")), "1")
		case 6:
			w.Declare(pick("", "p", "r"), pick("u", escaped, "w"))
		default:
			w.End()
		}
	}
	for w.Depth() > 0 && w.Err() == nil {
		w.End()
	}
	text, err := w.Bytes()
	return string(text), err
}

func TestTagsWriteWhatNamesWrite(t *testing.T) {
	documents := 0
	for seed := range uint64(20000) {
		want, wantErr := writtenBy(seed, false)
		got, err := writtenBy(seed, true)
		if diff := cmp.Diff(want, got); diff != "" || (wantErr == nil) != (err == nil) {
			t.Fatalf("seed %d: %v and %v (-names +tags):\n%s", seed, wantErr, err, diff)
		}
		if err != nil {
			continue
		}
		documents++
		if lines := trace(NewReader([]byte(got), source.Limits{})); lines[len(lines)-1] != "end" {
			t.Fatalf("seed %d: %s\n%s", seed, lines[len(lines)-1], got)
		}
	}
	if documents < 1000 {
		t.Errorf("only %d documents were written without an error", documents)
	}
}

// Looking at eight bytes at once finds what looking at each finds: every byte, at every place, among ordinary ones and its neighbours.
func TestEightBytesAtOnce(t *testing.T) {
	for c := range 256 {
		for next := range 256 {
			for at := range 8 {
				eight := []byte("abc z~ 1")
				eight[at], eight[(at+1)%8] = byte(c), byte(next)
				want := true
				for _, b := range eight {
					want = want && class[b]&(textEscape|valueEscape) == 0
				}
				if areOrdinary(eightBytes(string(eight))) != want {
					t.Fatalf("%q: %v", eight, !want)
				}
			}
		}
	}
}

// What must be escaped is found in texts of every length, wherever it is, by either class: as by looking at each byte.
func TestMustEscape(t *testing.T) {
	for n := range 20 {
		for at := range n {
			for c := range 256 {
				text := []byte("abcdefghijklmnopqrst"[:n])
				text[at] = byte(c)
				for _, escape := range []uint8{textEscape, valueEscape} {
					want := n
					if class[byte(c)]&escape != 0 {
						want = at
					}
					if got := mustEscape(string(text), escape); got != want {
						t.Fatalf("%q: %d, want %d", text, got, want)
					}
				}
			}
		}
	}
}
