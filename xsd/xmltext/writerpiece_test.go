// This file holds text that a caller puts together to what the writer makes of it.

package xmltext

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func TestPieces(t *testing.T) {
	tag, id := NewTag(source.Name{Space: "u", Local: "b"}, "p"), NewAttribute("id")
	for _, text := range []string{"", "x", "a < b & c > d", "\"'\t\n\r", "blåbær €", "0123456789<", "]]>"} {
		var straight, pieces Writer
		for _, w := range []*Writer{&straight, &pieces} {
			bindings := NewBindings([]Binding{{"p", "u"}})
			w.RootBindings(&bindings)
			w.Start(source.Name{Local: "a"})
		}
		straight.Attr(source.Name{Local: "id"}, text)
		straight.StartTag(&tag)
		straight.Text(text + "x")
		straight.End()

		piece, ok := pieces.Piece()
		if !ok {
			t.Fatal("nothing can be appended to a start tag")
		}
		piece = append(piece, id.Start()...)
		piece, okValue := AppendValue(piece, text)
		start, end, okTag := pieces.Spell(&tag)
		piece = append(append(piece, `">`...), start...)
		piece, okText := AppendText(piece, text+"x")
		if !okValue || !okTag || !okText {
			t.Fatalf("%q: value %t, tag %t, text %t", text, okValue, okTag, okText)
		}
		pieces.PutPiece(append(piece, end...), false)
		straight.End()
		pieces.End()
		want, err := straight.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := pieces.Bytes(); err != nil || string(got) != string(want) {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
}

// What XML cannot hold is not appended, and a piece that is dropped leaves nothing behind.
func TestPiecesOfNothing(t *testing.T) {
	for _, text := range []string{"\x01", "\xff", "\ufffe", "abcdefgh\x00"} {
		if _, ok := AppendText(nil, text); ok {
			t.Errorf("%q passes as text", text)
		}
		if _, ok := AppendValue(nil, text); ok {
			t.Errorf("%q passes as a value", text)
		}
	}
	var w Writer
	w.Start(source.Name{Local: "a"})
	piece, _ := w.Piece()
	_ = append(piece, " x"...)
	w.DropPiece()
	w.End()
	if got, err := w.Bytes(); err != nil || string(got) != "<a/>" {
		t.Errorf("%s, %v", got, err)
	}
	other := NewTag(source.Name{Space: "u", Local: "b"}, "p")
	if _, _, ok := w.Spell(&other); ok {
		t.Error("a tag is spelt whose namespace nothing declares")
	}
	if _, ok := w.Piece(); ok {
		t.Error("something can be appended behind the root")
	}
}
