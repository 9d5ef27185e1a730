// This file reads the parts of a huge document one by one.

package codec

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Range reads the document input delivers and yields each element at path, such as "GeneralLedgerEntries/Journal/Transaction",
// local names below the root. The path is checked against the schema before anything is read. Memory is bounded by one item
// (and by one element that a wildcard allows).
//
// What is not on the path is validated too. The violations of an item come with it, and the iteration continues; what remains to
// be said comes last, with a zero T. The strings of an item may share memory, those of two items do not. Identity constraints
// and ID references are not checked unless [CheckIdentity] asks.
func Range[T, R any](input io.Reader, root Element[R], path string, opts ...Option) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		steps := strings.Split(path, "/")
		d, err := rangeRoot("Range", root.Schema, root.Name, steps, isItem[T])
		if err != nil {
			yield(zero, err)
			return
		}
		r := emptyReader().begin(opts)
		r.ranges = true
		r.ident.off = r.identityLimit == 0
		r.readXML(xmltext.NewStreamReader(input, r.limits))
		w := walker{r: r, steps: steps, item: func() bool { return yieldItem(r, yield) }}
		err = r.readDocument(func() { w.root(d) })
		if err != nil && !errors.Is(err, errStopped) {
			yield(zero, err)
		}
	}
}

// errStopped ends reading when the caller has had enough.
var errStopped = errors.New("xsd: stopped")

// isItem reports whether elements of a type are read into a T: made is a value of the type as the schema has it.
func isItem[T any](made any) bool {
	if _, ok := made.(*T); ok {
		return true
	}
	_, ok := made.(T)
	return ok
}

// rangeRoot returns the root's declaration, if path leads from it to elements that fit.
func rangeRoot(caller string, s *Schema, name Name, steps []string, fits func(made any) bool) (*declaration, error) {
	d := s.element(name)
	if d == nil {
		return nil, fmt.Errorf("xsd: %s: the element %s is listed in no schema", caller, name)
	}
	t := d.complexType()
	for n, step := range steps {
		field, next := t.child(step)
		if field == nil {
			return nil, fmt.Errorf("xsd: %s: %s has no element %q, step %d of the path; it has %s", caller, d.Name, step, n+1, t.childNames())
		}
		last := n == len(steps)-1
		if last && next != nil && !field.Nillable && !field.Substitutable {
			if made := next.Schema.goType(next.GoName).newValue(); !fits(made) {
				return nil, fmt.Errorf("xsd: %s: the elements at the path are of type %T", caller, made)
			}
		}
		t = next
	}
	return d, nil
}

// child returns the element field with this local name, and its complex type.
func (t *ComplexType) child(local string) (*Field, *ComplexType) {
	if t == nil {
		return nil, nil
	}
	p := t.compiled()
	for _, i := range p.elements {
		if f := &t.Fields[i]; f.Kind == ElementField && f.Name.Local == local {
			return f, p.facts[i].complex
		}
	}
	return nil, nil
}

func (t *ComplexType) childNames() string {
	var names []string
	if t != nil {
		for _, i := range t.compiled().elements {
			names = append(names, t.Fields[i].Name.Local)
		}
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// yieldItem reads the current element into a T and yields it with its violations.
func yieldItem[T any](r *Reader, yield func(T, error) bool) bool {
	violations, refusals := r.violations, r.refusals
	r.violations, r.refusals = nil, nil
	var item T
	if v := valueOf(&item); v != nil {
		r.Value(v)
	} else {
		ReadTyped(r, &item)
	}
	var err error
	switch {
	case r.err != nil:
	case len(r.refusals) > 0:
		err = &RefusedError{Violations: r.refusals}
	default:
		err = r.violations.Err()
	}
	r.violations, r.refusals = violations, refusals
	r.memory.reset() // two items share no memory
	r.input.Apart()
	return r.err == nil && yield(item, err)
}

// walker validates a document by its descriptors, without Go values, except for the items of a path.
type walker struct {
	r     *Reader
	steps []string
	item  func() bool // reads the item and hands it on; false stops
}

// root reads the document's root.
func (w *walker) root(d *declaration) {
	w.r.enterRoot([]*declaration{d}, d.complexType(), nil)
	w.element(0, true)
}

// element reads the current element. depth counts the elements around it; onPath says that they are those of the path.
func (w *walker) element(depth int, onPath bool) {
	r := w.r
	if r.err != nil {
		return
	}
	c := &r.cur
	if c.field != nil && c.field.Kind == WildcardField {
		w.drop(new(AnyElement))
		return
	}
	r.cursor.lookForType()
	switch t := c.schema.instanceOf(c.typeName, c.complex); {
	case t != nil && t.Abstract:
		r.checkType(t)
		r.discard()
	case t != nil && !c.mayBe(t):
		r.refuse("cvc-elt.4.3", c.typeName.String(), "the type of the element cannot stand here")
		r.discard()
	case t != nil:
		w.complex(t, depth, onPath)
	case c.isSimple() && c.field.Simple == typeAnySimpleType:
		r.Value(new(AnySimple))
	case c.isSimple():
		r.Text(c.field.Simple)
	default:
		w.drop(new(AnyType))
	}
}

// drop judges what the schema may know nothing of, and keeps nothing of it.
func (w *walker) drop(v XMLValue) {
	dropped := w.r.drops
	w.r.drops = true
	w.r.Value(v)
	w.r.drops = dropped
}

// mayBe reports whether t is the declared type, or one derived from it; whether that is blocked is not asked.
func (c *current) mayBe(t *ComplexType) bool {
	if c.complex == nil || c.complex == t {
		return true
	}
	_, derived := t.Schema.derivation(t, c.complex)
	return derived
}

// instanceOf returns the type that an element says it is of where that can have values, else its declared type.
func (s *Schema) instanceOf(said Name, declared *ComplexType) *ComplexType {
	if entry, known := s.complexType(said); known && !entry.Descriptor.Abstract {
		return entry.Descriptor
	}
	return declared
}

func (w *walker) complex(t *ComplexType, depth int, onPath bool) {
	w.r.Open(t)
	w.contents(t, depth, onPath)
}

// contents reads the attributes and the content of the element opened last, which is of type t, and closes it.
func (w *walker) contents(t *ComplexType, depth int, onPath bool) {
	r := w.r
	for {
		if !onPath {
			r.cursor.judge(w, depth)
		}
		if !r.Next() {
			break
		}
		field := &t.Fields[r.Field()]
		switch field.Kind {
		case ElementField, WildcardField:
			w.child(depth, onPath && field.Kind == ElementField && depth < len(w.steps) && field.Name.Local == w.steps[depth])
		case AnyAttributeField:
			r.Value(new(AnyAttribute))
		case MixedField:
			r.Chars()
		default:
			r.Text(simpleOf(field))
		}
	}
	r.failOn(r.Close())
}

// child reads a child element: an item where the path ends here.
func (w *walker) child(depth int, onPath bool) {
	if !onPath || depth != len(w.steps)-1 {
		w.element(depth+1, onPath)
		return
	}
	if !w.item() {
		w.r.fail(errStopped)
	}
}

// simpleOf is the type of an attribute or of simple content.
func simpleOf(f *Field) *simple.SimpleType {
	if f.Simple == nil {
		return typeAnySimpleType
	}
	return f.Simple
}
