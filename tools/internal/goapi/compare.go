// The comparison of two faces, one kind of declaration after the other.

package goapi

import (
	"fmt"
	"path"
)

// comparison collects differences between two versions of the package in dir.
type comparison struct {
	dir   string
	found []Difference
}

// pair is a declaration in both versions; one of them is nil where it is not there.
type pair struct{ old, new *declaration }

func removed(d declaration) pair        { return pair{old: &d} }
func added(d declaration) pair          { return pair{new: &d} }
func changed(old, new declaration) pair { return pair{&old, &new} }

// qualify names a declaration of this package; a package itself is named by its directory.
func (c *comparison) qualify(d declaration) string {
	if d.Spelled == packageKind && c.dir != "" {
		return c.dir
	}
	return path.Join(c.dir, d.Name)
}

func (c *comparison) add(rule string, effect Effect, p pair, format string, args ...any) {
	d := Difference{Rule: rule, Effect: effect, Message: fmt.Sprintf(format, args...)}
	if p.new != nil {
		d.Name, d.Path, d.New, d.NewPosition = c.qualify(*p.new), p.new.Path, p.new.Spelled, p.new.Position
	}
	if p.old != nil {
		d.Name, d.Path, d.Old, d.OldPosition = c.qualify(*p.old), p.old.Path, p.old.Spelled, p.old.Position
	}
	c.found = append(c.found, d)
}

func (c *comparison) types(old, new map[string]*goType) {
	for _, name := range names(old, new) {
		switch o, n := old[name], new[name]; {
		case n == nil:
			c.add(TypeRemoved, Breaks, removed(o.declaration), "type %s is gone", name)
		case o == nil:
			c.add(TypeAdded, Adds, added(n.declaration), "type %s is new", name)
		case o.Spelled != n.Spelled:
			c.add(KindChanged, Breaks, changed(o.declaration, n.declaration), "type %s was %s and is %s", name, o.Spelled, n.Spelled)
		default:
			c.members(o, n)
		}
	}
}

// members compares what two types of the same kind have.
func (c *comparison) members(old, new *goType) {
	if old.comparable && !new.comparable {
		c.add(ComparabilityLost, Breaks, changed(old.declaration, new.declaration), "values of %s can no longer be compared with ==", old.Name)
	}
	c.fields(old.fields, new.fields)
	c.methods(old.methods, new.methods)
	c.branches(old, new)
}

func (c *comparison) fields(old, new map[string]*field) {
	for _, name := range names(old, new) {
		switch o, n := old[name], new[name]; {
		case n == nil:
			c.add(FieldRemoved, Breaks, removed(o.declaration), "field %s is gone", o.Name)
		case o != nil:
			c.field(o, n)
		case n.required:
			c.add(RequiredFieldAdded, Differs, added(n.declaration), "field %s is new and required: code that does not set it compiles and writes invalid documents", n.Name)
		default:
			c.add(FieldAdded, Adds, added(n.declaration), "field %s is new", n.Name)
		}
	}
}

func (c *comparison) field(old, new *field) {
	both := changed(old.declaration, new.declaration)
	switch {
	case old.base != new.base:
		c.add(FieldTypeChanged, Breaks, both, "field %s was %s and is %s", old.Name, old.Spelled, new.Spelled)
	case old.Spelled != new.Spelled:
		c.add(FieldShapeChanged, Breaks, both, "field %s was %s and is %s", old.Name, old.Spelled, new.Spelled)
	case old.name != new.name:
		c.add(FieldNameChanged, Differs, both, "field %s stands for %s and no longer for %s", old.Name, new.name.Local, old.name.Local)
	}
	c.given(both, old.Name, old.given, new.given)
}

// given compares what documents leave unsaid: the program reads it all the same.
func (c *comparison) given(p pair, name string, old, new given) {
	switch {
	case !new.differs(old):
	case new.fix:
		c.add(DefaultChanged, Differs, p, "%s is always %q and no longer %q: the program reads another value", name, new.text, old.text)
	default:
		c.add(DefaultChanged, Differs, p, "%s without text is read as %s and no longer as %s: the program reads another value", name, new.words(), old.words())
	}
}

func (c *comparison) methods(old, new map[string]*method) {
	for _, name := range names(old, new) {
		switch o, n := old[name], new[name]; {
		case n == nil:
			c.add(MethodRemoved, Breaks, removed(o.declaration), "method %s is gone", o.Name)
		case o == nil:
			c.add(MethodAdded, Adds, added(n.declaration), "method %s is new", n.Name)
		case o.Spelled != n.Spelled:
			c.add(FieldTypeChanged, Breaks, changed(o.declaration, n.declaration), "method %s was %s and is %s", o.Name, o.Spelled, n.Spelled)
		case o.meaning != n.meaning:
			c.add(DefaultChanged, Differs, changed(o.declaration, n.declaration), "method %s answers %q for an absent value and no longer %q", o.Name, n.meaning, o.meaning)
		}
	}
}

// branches compares what two sealed interfaces stand for.
func (c *comparison) branches(old, new *goType) {
	for _, name := range names(old.branches, new.branches) {
		o, before := old.branches[name]
		n, after := new.branches[name]
		switch {
		case !after:
			c.add(BranchRemoved, Breaks, removed(o), "%s is no longer one of %s", name, old.Name)
		case !before:
			c.add(BranchAdded, Adds, added(n), "%s is new among %s: a type switch without default passes over it", name, old.Name)
		}
	}
}

func (c *comparison) values(old, new map[string]*value) {
	for _, name := range names(old, new) {
		switch o, n := old[name], new[name]; {
		case n == nil:
			c.add(ConstantRemoved, Breaks, removed(o.declaration), "%s is gone", name)
		case o == nil:
			c.add(ConstantAdded, Adds, added(n.declaration), "%s is new", name)
		case o.Spelled != n.Spelled:
			c.add(VariableTypeChange, Breaks, changed(o.declaration, n.declaration), "%s was %s and is %s", name, o.Spelled, n.Spelled)
		case o.text != n.text:
			c.add(ConstantChanged, Differs, changed(o.declaration, n.declaration), "%s is %q and no longer %q", name, n.text, o.text)
		default:
			c.given(changed(o.declaration, n.declaration), name, o.given, n.given)
		}
	}
}
