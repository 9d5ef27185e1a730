// This file writes documents that are too large for memory: the elements at one place come one by one, as Range reads them.

package codec

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"strings"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// WriteRange writes an XML document to output: value as the element root, with the items as the elements at path, such as
// "GeneralLedgerEntries/Journal/Transaction", local names below the root. It is the counterpart of [Range], and takes what that yields; neither knows JSON.
//
// The value is the rest of the document. It has the elements on the way, and the list at the path is empty; where the path leads to several lists the items
// become the first. Before anything is written, the path is checked against the schema and the value. What stands in front of the items is written from the
// value before the first of them is asked for, and what stands behind them after the last: a sequence may still set it.
//
// The document is validated on the way as by [MarshalXML], each item as it comes, and how many there may be; identity constraints and ID references are checked
// only if [CheckIdentity] asks. At what is not valid writing ends with [Violations], and at an error of the sequence or of output with that; the error says in
// which item, if in one, and wraps what came. The count is that of the items before it, and of all items where the error is nil or comes later.
//
// Output gets the text in pieces of 64 KiB or more, each of whole items, and memory is bounded by the rest, one item and such a piece. After an error it has
// nothing where none was full, and else a document that breaks off: write to a file that gets its name in the end.
//
// The bytes are those that [MarshalXML] returns of the whole, with the same options. Only a namespace that neither the rest nor an item of the first piece
// uses is declared by each element that uses it then, and not once, on the root. A QName in no namespace, for which MarshalXML gives the root a prefix, is an
// error in an item unless [WithPrefixes] does. Of [Noting], the order of the members of an xs:all on the path is put back in a document of one piece alone.
func WriteRange[T, R any](output io.Writer, root Element[R], value *R, path string, items iter.Seq2[T, error], opts ...Option) (int, error) {
	steps := strings.Split(path, "/")
	if _, err := rangeRoot("WriteRange", root.Schema, root.Name, steps, isItem[T]); err != nil {
		return 0, err
	}
	v := rootValue(value)
	if v == nil {
		return 0, errNothingToWrite
	}
	g := gap{steps: steps, item: reflect.TypeFor[T](), level: 1}
	o := outflow{to: output}
	var err error
	if o.rest, opts, err = probe(v, g, append(slices.Clip(opts), As(root.Name))); err != nil {
		return 0, err
	}
	g.fill = func(w *Writer, field int, s *slot) {
		if w.fail(w.fault()); w.err != nil {
			return // what stands in front of the items is not valid
		}
		var item T
		for next, err := range items {
			item = next
			if !o.put(w, field, s, addressOf(&item), err) {
				return
			}
		}
	}
	err = o.write(v, g, opts)
	return o.items, err
}

var errNothingToWrite = errors.New("xsd: WriteRange: there is no value to write: pass a pointer to one")

// rootValue returns the value behind a pointer to what a global element is read into, nil where there is none.
func rootValue[R any](value *R) XMLValue {
	if value == nil {
		return nil
	}
	if v := valueOf(value); v != nil {
		return v
	}
	v, _ := any(*value).(XMLValue)
	return v
}

// probe writes what is around the gap, for nobody. It finds out whether the gap is there, which bindings of the root the rest uses, and with which options
// it can be written. What is not valid is found when it is written for output.
func probe(v XMLValue, g gap, opts []Option) (uses []xmltext.Binding, used []Option, err error) {
	g.fill = func(*Writer, int, *slot) {}
	uses, err = writeOut(func(opts ...Option) ([]xmltext.Binding, error) {
		used = opts
		w := newXMLWriter(opts)
		defer w.release()
		tried := g
		w.gap, w.unchecked, w.ident.off = &tried, true, true
		w.beginXML()
		if err := w.writeRoot(v); err != nil {
			return nil, err
		}
		if err := w.xml.Err(); errors.Is(err, xmltext.ErrDefaultNamespace) {
			return nil, err
		}
		if !tried.reached {
			return nil, tried.missing()
		}
		return w.xml.RootUses(), nil
	}, opts)
	return uses, used, err
}

// outflow hands the text of a document to an io.Writer in pieces.
type outflow struct {
	to    io.Writer
	rest  []xmltext.Binding // what the rest uses of the root's bindings
	items int               // so many were written
	begun bool
}

// pieceBytes is how long a text is before it is handed on.
const pieceBytes = 64 << 10

// write writes the document that v and the items are.
func (o *outflow) write(v XMLValue, g gap, opts []Option) error {
	w := newXMLWriter(opts)
	defer w.release()
	w.gap = &g
	w.ident.off, w.ident.limit = w.identityLimit == 0, w.identityLimit
	w.beginXML()
	text, err := w.writeDocument(v)
	if err != nil {
		return err
	}
	return writeAll(o.to, text)
}

// put writes one item, which is at an address, unless the sequence ends with an error. It reports whether there may be another.
func (o *outflow) put(w *Writer, field int, s *slot, item unsafe.Pointer, err error) bool {
	if err == nil {
		w.writeOne(field, s, item)
		err = w.fault()
	}
	if err != nil {
		w.err = fmt.Errorf("xsd: WriteRange: item %d: %w", o.items+1, err)
		return false
	}
	o.items++
	if len(w.xml.Pending()) >= pieceBytes {
		w.fail(o.flush(w))
	}
	return w.err == nil
}

// fault returns the first error, or what was found not to be valid.
func (w *Writer) fault() error {
	switch err := w.xml.Err(); {
	case errors.Is(err, xmltext.ErrDefaultNamespace):
		return remedied(err)
	case w.err != nil:
		return w.err
	case len(w.violations) > 0:
		return w.violations
	default:
		return err
	}
}

// flush hands on what was written so far.
func (o *outflow) flush(w *Writer) error {
	if !o.begun {
		o.begun = true
		w.xml.Settle(o.rest)
	}
	if err := writeAll(o.to, w.xml.Pending()); err != nil {
		return err
	}
	w.xml.Take()
	for i := range w.frames {
		w.frames[i].children = nil // where they begin is not known any more
	}
	return nil
}
