// This file says what Go values are made of, for code that copies and compares them.

package model

// Made is what values of a Go type are made of: [Plain], [Real], [Kept], [Worded], [Listed], [Composite], [Dynamic], [Alternatives], [Wild] or
// [Enclosed].
type Made interface{ made() }

// Plain values are copied by assignment and compared with ==.
type Plain struct{}

// Real values are floating-point numbers, of which one is not equal to itself for Go.
type Real struct{}

// Kept values keep their text and compare it by a method Equal: their own, or that of the type they embed.
type Kept struct {
	Embedded string // the name of the field that has the method; empty where the value itself has it
}

// Worded values are of a type of the user's, and are compared by the texts that a method Text returns. They are copied by assignment.
type Worded struct{}

// Listed values are slices of values that consist of one piece.
type Listed struct {
	Item Made
	Ref  Ref // of an item
}

// Composite values are structs of a complex type.
type Composite struct {
	Struct *Struct
	Ref    Ref
}

// Dynamic values are pointers behind an interface, to types that need not be known here.
type Dynamic struct{}

// Alternatives are values of a sealed interface.
type Alternatives struct{ Sum *Sum }

// Wild values are what wildcards and xs:anyType let in.
type Wild struct {
	Name string // in package xsd
}

// Enclosed values stand in a struct that says something of them: that it is nil, or which element it is of.
type Enclosed struct {
	Field string // of the wrapper, beside Value
	Value Made
	Ref   Ref // of Value
}

func (Plain) made()        {}
func (Real) made()         {}
func (Kept) made()         {}
func (Worded) made()       {}
func (Listed) made()       {}
func (Composite) made()    {}
func (Dynamic) made()      {}
func (Alternatives) made() {}
func (Wild) made()         {}
func (Enclosed) made()     {}

// Makings know what the values of all packages are made of. They are read only once they are made.
type Makings struct {
	types    map[Ref]Type // by package and name
	wrappers map[Ref]bool
	shared   map[*Struct]bool
}

// NewMakings looks at all packages.
func NewMakings(packages []*Package) *Makings {
	m := &Makings{types: map[Ref]Type{}, wrappers: map[Ref]bool{}, shared: map[*Struct]bool{}}
	var structs []*Struct
	for _, p := range packages {
		for _, w := range p.Wrappers {
			m.wrappers[Ref{Package: p.Path, Name: w.GoName}] = true
		}
		for _, t := range p.Types {
			m.types[Ref{Package: p.Path, Name: t.Base().GoName}] = t
			if s, ok := t.(*Struct); ok {
				structs = append(structs, s)
			}
		}
	}
	m.findShared(structs)
	return m
}

// findShared finds the structs of which an assignment copies not all, until there are no more: what holds such a struct is one.
func (m *Makings) findShared(structs []*Struct) {
	for more := true; more; {
		more = false
		for _, s := range structs {
			if !m.shared[s] && m.anyShares(s.Fields) {
				m.shared[s], more = true, true
			}
		}
	}
}

func (m *Makings) anyShares(fields []*Field) bool {
	for _, f := range fields {
		if m.FieldShares(f) {
			return true
		}
	}
	return false
}

// FieldShares reports whether two structs share something after one was assigned to the other, by a field.
func (m *Makings) FieldShares(f *Field) bool {
	pointer := f.Pointer || f.Occurs == Optional && !f.Type.Interface
	return f.Occurs == Many || pointer || m.Shares(m.Of(f))
}

// Shares reports whether two values share something after one was assigned to the other.
func (m *Makings) Shares(v Made) bool {
	switch v := v.(type) {
	case Listed, Dynamic, Wild:
		return true
	case Composite:
		return m.shared[v.Struct]
	case Alternatives:
		for _, b := range v.Sum.Branches {
			if m.anyShares(b.Fields) {
				return true
			}
		}
	case Enclosed:
		return m.Shares(v.Value)
	}
	return false
}

// Of returns what one value of a field is made of.
func (m *Makings) Of(f *Field) Made {
	if f.Sum != nil {
		return Alternatives{f.Sum}
	}
	return m.of(f.Type)
}

func (m *Makings) of(r Ref) Made {
	switch {
	case r.Interface:
		return Dynamic{}
	case r.Arg != nil:
		return Enclosed{Field: map[string]string{"Nillable": "Nil", "Substitutable": "Name"}[r.Name], Value: m.of(*r.Arg), Ref: *r.Arg}
	case r.Package == "":
		return basic(r.Name)
	case r.Package == Runtime:
		return ofRuntime(r.Name)
	}
	if m.wrappers[r] {
		return Worded{}
	}
	switch t := m.types[Ref{Package: r.Package, Name: r.Name}].(type) {
	case *Struct:
		return Composite{Struct: t, Ref: r}
	case *List:
		return Listed{Item: m.of(t.Item), Ref: t.Item}
	case *Simple:
		switch t.BuiltIn.Kind {
		case StructKind:
			return embedding(t.BuiltIn.Runtime)
		case OwnKind:
			return Worded{}
		}
		return basic(t.BuiltIn.Basic)
	}
	return Plain{}
}

func basic(goName string) Made {
	if goName == "float32" || goName == "float64" {
		return Real{}
	}
	return Plain{}
}

// ofRuntime says what values of a type of package xsd are made of.
func ofRuntime(name string) Made {
	switch name {
	case "NMTOKENS", "IDREFS", "ENTITIES":
		return Listed{Item: Plain{}, Ref: Ref{Package: Runtime, Name: name[:len(name)-1]}}
	case "AnyElement", "AnyType":
		return Wild{name}
	case "Decimal", "Integer", "Duration": // no text is 0
		return Kept{}
	}
	return Plain{}
}

// embedding says what values of a type that embeds one of package xsd are made of.
func embedding(name string) Made {
	if _, kept := ofRuntime(name).(Kept); kept {
		return Kept{Embedded: name}
	}
	return Plain{}
}
