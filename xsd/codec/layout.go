// This file finds out where a Go struct keeps what the fields of its complex type hold.

package codec

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// layout is where a Go struct keeps the fields of a complex type.
type layout struct {
	pointer unsafe.Pointer // the word of an interface that holds a pointer to the struct
	slots   []slot         // by field
	parts   []part         // in the order of the Go fields
	items   *itemList      // of ordered content, nil where there is none
}

// slot is where one field is kept.
type slot struct {
	steps  []step  // the interfaces on the way
	offset uintptr // in the struct, or in the branch that the steps lead to
	occurs occurs
	holds  held
	memory memoryKind // of one value
	list   sliceKind  // where the field repeats
	text   *simple.SimpleType
	inner  *ComplexType
	plain  bool // nothing is special about the values but what is in them: they can be written directly
	silent bool // a list without values leaves no trace, in JSON either
	// declared is how an interface of typedValue holds a pointer to the struct of the declared type, inner.
	declared *pointed
	inside   *slot // of a Nillable: where its value is, from its beginning on
}

// occurs says how many values a Go field can have.
type occurs uint8

const (
	one      occurs = iota
	optional        // a pointer
	many            // a slice
)

// held says what Go has for one value.
type held uint8

const (
	ownValue      held = iota // a type that reads and writes itself
	textValue                 // a string, or a struct that keeps its text
	numeral                   // a struct that keeps the text of a decimal number, where no text is 0
	boolValue                 // bool
	intValue                  // int8 to int64, by size
	uintValue                 // uint8 to uint64, by size
	floatValue                // float32 or float64, by size
	structure                 // the struct of a complex type
	typedValue                // an interface that pointers to several structs implement
	nillableValue             // a Nillable
)

// step leads from a struct, or a branch, into one branch of an interface in it.
type step struct {
	offset uintptr
	items  *itemList // where the interface is that of an item; else nil
	branch boxed
}

// part is a Go field, as writing comes to it.
type part struct {
	field  int // of the descriptor; absent for a sum
	slot   *slot
	sum    *Sum
	offset uintptr
	holder reflect.Type // of a sum: the interface
	cases  []sumCase
}

// sumCase is one of the types behind an interface.
type sumCase struct {
	boxed
	parts []part // nil for a run of text
	text  bool
}

// memoryNumbers numbers the Go types for whose values readers allocate memory.
var memoryNumbers struct {
	sync.Mutex
	of    map[reflect.Type]int
	types []reflect.Type // by number
}

// newMemoryKind returns the kind of memory that values of a Go type need.
func newMemoryKind(t reflect.Type) memoryKind {
	alike := alikeInMemory(t)
	memoryNumbers.Lock()
	defer memoryNumbers.Unlock()
	number, known := memoryNumbers.of[alike]
	if !known {
		if memoryNumbers.of == nil {
			memoryNumbers.of = make(map[reflect.Type]int)
		}
		number = len(memoryNumbers.types)
		memoryNumbers.of[alike], memoryNumbers.types = number, append(memoryNumbers.types, alike)
	}
	return memoryKind{goType: t, size: t.Size(), number: number}
}

// alikeInMemory returns the type that serves for the memory of values of a Go type: string for all strings, and for structs that hold nothing but one.
func alikeInMemory(t reflect.Type) reflect.Type {
	only := t
	for only.Kind() == reflect.Struct && only.NumField() == 1 {
		only = only.Field(0).Type
	}
	if only.Kind() == reflect.String {
		return reflect.TypeFor[string]()
	}
	return t
}

// listOf returns the type of the lists that values of this kind of memory are in.
func (k *memoryKind) listOf() reflect.Type {
	memoryNumbers.Lock()
	defer memoryNumbers.Unlock()
	return reflect.SliceOf(memoryNumbers.types[k.number])
}

// texts are the types that keep their text and nothing else.
var texts = map[reflect.Type]bool{
	reflect.TypeFor[HexBinary](): true, reflect.TypeFor[Base64Binary](): true, reflect.TypeFor[Date](): true, reflect.TypeFor[DateTime](): true,
	reflect.TypeFor[Decimal](): true, reflect.TypeFor[Duration](): true, reflect.TypeFor[Integer](): true, reflect.TypeFor[GMonth](): true,
	reflect.TypeFor[GMonthDay](): true, reflect.TypeFor[GDay](): true, reflect.TypeFor[Time](): true, reflect.TypeFor[GYear](): true,
	reflect.TypeFor[GYearMonth](): true,
}

// keepsText reports whether a Go type keeps its text and nothing else: one of the runtime, or one that embeds such a type.
func keepsText(t reflect.Type) bool {
	return texts[embedded(t)]
}

// isNumeral reports whether a Go type keeps the text of a decimal number.
func isNumeral(t reflect.Type) bool {
	t = embedded(t)
	return t == reflect.TypeFor[Decimal]() || t == reflect.TypeFor[Integer]()
}

// embedded returns the type of the only field of a struct that embeds it, else the type itself.
func embedded(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Struct && t.NumField() == 1 && t.Field(0).Anonymous {
		return t.Field(0).Type
	}
	return t
}

// newLayout finds the fields of a complex type in its Go type.
func newLayout(p *plan, goType reflect.Type) (*layout, error) {
	if goType == nil || goType.Kind() != reflect.Struct {
		return nil, fmt.Errorf("xsd: the type %s is listed in no schema, or not with a struct", p.typ.GoName)
	}
	l := &layout{pointer: pointerWord(goType), slots: make([]slot, len(p.facts))}
	b := layoutBuilder{
		plan: p, layout: l,
		around: make([]int, len(p.facts)), named: make(map[string][]int, len(p.facts)), placed: make([]bool, len(p.facts)),
	}
	for i := range p.typ.Fields {
		name := p.typ.Fields[i].Go
		b.named[name] = append(b.named[name], i)
		b.around[i] = b.innermost(i, len(p.typ.Sums))
	}
	l.parts = b.parts(goType, nil, -1)
	return l, b.unplaced(goType)
}

// unplaced reports a field of the descriptor that the Go type has no field for.
func (b *layoutBuilder) unplaced(goType reflect.Type) error {
	for i, placed := range b.placed {
		if !placed {
			return fmt.Errorf("xsd: %s has no field for %s, which its descriptor lists as %q; generate the code anew", goType, b.plan.typ.Fields[i].Name, b.plan.typ.Fields[i].Go)
		}
	}
	return nil
}

// layoutBuilder builds a layout.
type layoutBuilder struct {
	plan   *plan
	layout *layout
	around []int            // for each field, the innermost sum around it, -1 for none
	named  map[string][]int // fields by the names of their Go fields
	placed []bool           // the fields that have a slot
}

// parts returns the parts of a struct or branch, whose fields are those within it and not within a sum below. steps lead to it; around is the
// innermost sum around it, -1 for none.
func (b *layoutBuilder) parts(holder reflect.Type, within []int, around int, steps ...step) []part {
	parts := make([]part, 0, holder.NumField())
	for i := range holder.NumField() {
		f := holder.Field(i)
		if n := b.sumOf(f.Name, within, around); n >= 0 {
			parts = append(parts, b.sum(n, f, steps))
		} else if first := b.place(f, within, around, steps); first != absent {
			parts = append(parts, part{field: first, slot: &b.layout.slots[first], offset: f.Offset})
		}
	}
	return parts
}

// sumOf returns the sum of a Go field, -1 where it is none.
func (b *layoutBuilder) sumOf(goName string, within []int, around int) int {
	for n := around + 1; n < len(b.plan.typ.Sums); n++ {
		s := &b.plan.typ.Sums[n]
		if s.Go == goName && b.innermost(s.first(), n) == around && (within == nil || slices.Contains(within, s.first())) {
			return n
		}
	}
	return -1
}

// first returns a field of the sum, absent where it holds text alone.
func (s *Sum) first() int {
	for i := range s.Branches {
		for _, field := range s.Branches[i].Fields {
			return field
		}
	}
	return absent
}

// innermost returns the innermost sum around a field, of those before the end; -1 where there is none.
func (b *layoutBuilder) innermost(field, end int) int {
	for n := end - 1; n >= 0; n-- {
		if b.plan.typ.Sums[n].branchOf(field) != absent {
			return n
		}
	}
	return -1
}

// sum returns the part of a sum, and places what its branches hold.
func (b *layoutBuilder) sum(n int, f reflect.StructField, steps []step) part {
	s := &b.plan.typ.Sums[n]
	p := part{field: absent, sum: s, offset: f.Offset, holder: f.Type}
	st := step{offset: f.Offset}
	if s.Kind == ItemSum {
		p.holder, st.items = f.Type.Elem(), &itemList{offset: f.Offset}
		if len(steps) == 0 {
			b.layout.items = st.items
		}
	}
	for i := range s.Branches {
		branch := &s.Branches[i]
		st.branch = newBoxed(p.holder, branch.Zero)
		own := append(steps[:len(steps):len(steps)], st)
		p.cases = append(p.cases, sumCase{boxed: st.branch, parts: b.parts(reflect.TypeOf(branch.Zero), branch.Fields, n, own...)})
	}
	if s.Text != nil {
		st.branch = newBoxed(p.holder, s.Text)
		p.cases = append(p.cases, sumCase{boxed: st.branch, text: true})
		b.placeText(append(steps[:len(steps):len(steps)], st))
	}
	return p
}

// placeText places the runs of text of mixed content.
func (b *layoutBuilder) placeText(steps []step) {
	if i := b.plan.mixed; i != absent {
		b.layout.slots[i] = slot{steps: steps, holds: textValue, memory: newMemoryKind(reflect.TypeFor[string]())}
		b.placed[i] = true
	}
}

// place finds the slot of the descriptor's fields that a Go field holds, and returns the first of them, absent where there is none.
func (b *layoutBuilder) place(f reflect.StructField, within []int, around int, steps []step) int {
	first := absent
	for _, i := range b.named[f.Name] {
		if b.placed[i] || within != nil && !slices.Contains(within, i) || b.around[i] != around {
			continue
		}
		b.placed[i] = true
		b.layout.slots[i] = b.slot(i, f, steps)
		if first == absent {
			first = i
		}
	}
	return first
}

// slot describes how a Go field holds a field of the descriptor.
func (b *layoutBuilder) slot(i int, f reflect.StructField, steps []step) slot {
	s := slot{steps: steps, offset: f.Offset}
	t := f.Type
	switch {
	case t.Kind() == reflect.Pointer:
		s.occurs, t = optional, t.Elem()
	case t.Kind() == reflect.Slice && b.repeats(i):
		s.occurs, s.list.typ, t = many, t, t.Elem()
	}
	s.memory = memoryKind{goType: t, size: t.Size()}
	s.holds = b.valueOf(i, t, &s)
	if s.occurs != one {
		s.memory = newMemoryKind(t)
	}
	facts := &b.plan.facts[i]
	s.plain = s.isPlain(facts)
	s.silent = s.occurs == many && facts.least == 0 && !facts.emptyArray
	return s
}

// isPlain reports whether nothing is special about the values of a field but what is in them.
func (s *slot) isPlain(facts *fieldFacts) bool {
	switch s.holds {
	case ownValue:
		return false
	case structure, typedValue:
		return s.inner != nil && facts.plainComplex == s.inner
	case nillableValue:
		return s.inside.isPlain(facts)
	}
	return facts.plainType == s.text && !s.text.Compiled().IDs
}

// repeats reports whether a slice holds several values of a field, rather than one value that is a list. An item of ordered content is one value,
// however often there may be another.
func (b *layoutBuilder) repeats(i int) bool {
	f := &b.plan.typ.Fields[i]
	return f.Max != 1 && !f.Item || f.Kind == AnyAttributeField
}

// valueOf returns what a Go type has for one value of a field.
func (b *layoutBuilder) valueOf(i int, t reflect.Type, s *slot) held {
	if b.plan.typ.Fields[i].Nillable {
		return b.valueOfNillable(i, t, s)
	}
	return b.valueAlone(i, t, s)
}

// valueOfNillable is valueOf for an element that may be nil.
func (b *layoutBuilder) valueOfNillable(i int, t reflect.Type, s *slot) held {
	value, ok := reflect.StructField{}, false
	if reflect.PointerTo(t).Implements(reflect.TypeFor[canBeNil]()) {
		value, ok = t.FieldByName("Value")
	}
	if !ok {
		return ownValue
	}
	inside := slot{offset: value.Offset, memory: memoryKind{goType: value.Type, size: value.Type.Size()}}
	switch inside.holds = b.valueAlone(i, value.Type, &inside); inside.holds {
	case ownValue, typedValue:
		return ownValue
	}
	s.inside, s.text, s.inner = &inside, inside.text, inside.inner
	return nillableValue
}

// valueAlone is valueOf for a value that is not nil.
func (b *layoutBuilder) valueAlone(i int, t reflect.Type, s *slot) held {
	f, facts := &b.plan.typ.Fields[i], &b.plan.facts[i]
	switch {
	case t.Kind() == reflect.Interface:
		if c := facts.complex; c != nil && !c.Abstract && c.structType() != nil && reflect.PointerTo(c.structType()).Implements(t) {
			s.inner, s.declared = c, newPointed(t, c.structType())
		}
		return typedValue
	case f.Type != "" && facts.complex != nil && facts.complex.structType() == t:
		s.inner = facts.complex
		return structure
	case f.Simple == nil:
		return ownValue
	}
	s.text = f.Simple
	switch t.Kind() {
	case reflect.String:
		return textValue
	case reflect.Bool:
		return boolValue
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return intValue
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return uintValue
	case reflect.Float32, reflect.Float64:
		return floatValue
	}
	switch {
	case isNumeral(t):
		return numeral
	case keepsText(t):
		return textValue
	}
	return ownValue
}

// memory returns the layout of the type, and the address of v, which is a pointer to its struct.
func (p *plan) memory(v any) (*layout, unsafe.Pointer, error) {
	l, err := p.layout()
	if err != nil {
		return nil, nil, err
	}
	words := wordsOf(&v)
	switch {
	case words.kind != l.pointer:
		return nil, nil, fmt.Errorf("xsd: the descriptor of %s is given a %T", p.typ.GoName, v)
	case words.data == nil:
		return nil, nil, errNoValue
	}
	return l, words.data, nil
}

// layout returns where the Go type keeps the fields; it is found at first use.
func (p *plan) layout() (*layout, error) {
	if found := p.found.Load(); found != nil {
		return found, nil
	}
	l, err := newLayout(p, p.typ.structType())
	if err == nil {
		p.found.Store(l)
	}
	return l, err
}
