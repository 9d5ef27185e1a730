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

func removed(d declaration) pair             { return pair{old: &d} }
func added(d declaration) pair               { return pair{new: &d} }
func changed(before, after declaration) pair { return pair{&before, &after} }

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
		d.uses = p.old.uses
	}
	c.found = append(c.found, d)
}

// from notes which values the last difference is of.
func (c *comparison) from(before, after string) {
	c.found[len(c.found)-1].Values = []string{before, after}
}

// findGone notes which differences follow from that of a type or package which is gone.
func (c *comparison) findGone() {
	gone := map[string]bool{}
	for _, d := range c.found {
		if d.Rule == TypeRemoved || d.Rule == PackageRemoved {
			gone[d.Name] = true
		}
	}
	for i := range c.found {
		d := &c.found[i]
		for _, used := range d.uses {
			switch {
			case gone[used]:
				d.Gone = used
			case gone[path.Dir(used)]:
				d.Gone = path.Dir(used)
			}
		}
	}
}

func (c *comparison) types(before, after map[string]*goType) {
	for _, name := range names(before, after) {
		switch o, n := before[name], after[name]; {
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
func (c *comparison) members(before, after *goType) {
	if before.comparable && !after.comparable {
		c.add(ComparabilityLost, Breaks, changed(before.declaration, after.declaration), "values of %s can no longer be compared with ==", before.Name)
	}
	c.fields(before.fields, after.fields)
	c.methods(before.methods, after.methods)
	c.branches(before, after)
}

func (c *comparison) fields(before, after map[string]*field) {
	for _, name := range names(before, after) {
		switch o, n := before[name], after[name]; {
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

func (c *comparison) field(before, after *field) {
	both := changed(before.declaration, after.declaration)
	switch {
	case before.base != after.base:
		c.add(FieldTypeChanged, Breaks, both, "field %s was %s and is %s", before.Name, before.Spelled, after.Spelled)
	case before.Spelled != after.Spelled:
		c.add(FieldShapeChanged, Breaks, both, "field %s was %s and is %s", before.Name, before.Spelled, after.Spelled)
	case before.name != after.name:
		c.add(FieldNameChanged, Differs, both, "field %s stands for %s and no longer for %s", before.Name, after.name.Local, before.name.Local)
		c.from(before.name.Local, after.name.Local)
	}
	c.given(both, before.Name, before.given, after.given)
}

// given compares what documents leave unsaid: the program reads it all the same.
func (c *comparison) given(p pair, name string, before, after given) {
	switch {
	case !after.differs(before):
	case after.fix:
		c.add(DefaultChanged, Differs, p, "%s is always %q and no longer %q: the program reads another value", name, after.text, before.text)
		c.from(before.text, after.text)
	default:
		c.add(DefaultChanged, Differs, p, "%s without text is read as %s and no longer as %s: the program reads another value", name, after.words(), before.words())
		c.from(before.text, after.text)
	}
}

func (c *comparison) methods(before, after map[string]*method) {
	for _, name := range names(before, after) {
		switch o, n := before[name], after[name]; {
		case n == nil:
			c.add(MethodRemoved, Breaks, removed(o.declaration), "method %s is gone", o.Name)
		case o == nil:
			c.add(MethodAdded, Adds, added(n.declaration), "method %s is new", n.Name)
		case o.Spelled != n.Spelled:
			c.add(FieldTypeChanged, Breaks, changed(o.declaration, n.declaration), "method %s was %s and is %s", o.Name, o.Spelled, n.Spelled)
		case o.meaning != n.meaning:
			c.add(DefaultChanged, Differs, changed(o.declaration, n.declaration), "method %s answers %q for an absent value and no longer %q", o.Name, n.meaning, o.meaning)
			c.from(o.meaning, n.meaning)
		}
	}
}

// branches compares what two sealed interfaces stand for.
func (c *comparison) branches(before, after *goType) {
	for _, name := range names(before.branches, after.branches) {
		o, had := before.branches[name]
		n, ok := after.branches[name]
		switch {
		case !ok:
			c.add(BranchRemoved, Breaks, removed(o), "%s is no longer one of %s", name, before.Name)
		case !had:
			c.add(BranchAdded, Adds, added(n), "%s is new among %s: a type switch without default passes over it", name, before.Name)
		}
	}
}

func (c *comparison) values(before, after map[string]*value) {
	for _, name := range names(before, after) {
		switch o, n := before[name], after[name]; {
		case n == nil:
			c.add(ConstantRemoved, Breaks, removed(o.declaration), "%s is gone", name)
		case o == nil:
			c.add(ConstantAdded, Adds, added(n.declaration), "%s is new", name)
		case o.Spelled != n.Spelled:
			c.add(VariableTypeChange, Breaks, changed(o.declaration, n.declaration), "%s was %s and is %s", name, o.Spelled, n.Spelled)
		case o.text != n.text:
			c.add(ConstantChanged, Differs, changed(o.declaration, n.declaration), "%s is %q and no longer %q", name, n.text, o.text)
			c.from(o.text, n.text)
		default:
			c.given(changed(o.declaration, n.declaration), name, o.given, n.given)
		}
	}
}

// constructors compares what functions take that make values of all that is required.
func (c *comparison) constructors(before, after map[string]*constructor) {
	for _, name := range names(before, after) {
		switch o, n := before[name], after[name]; {
		case n == nil:
			c.add(ConstructorRemoved, Breaks, removed(o.declaration), "function %s is gone", name)
		case o == nil:
			c.add(ConstructorAdded, Adds, added(n.declaration), "function %s is new", name)
		default:
			c.parameters(o, n)
		}
	}
}

// parameters compares what a constructor takes, one difference for each parameter, at its field.
func (c *comparison) parameters(before, after *constructor) {
	note := func(at declaration, effect Effect, format string, args ...any) {
		o, n := before.declaration, after.declaration
		o.Path, n.Path, o.uses = at.Path, at.Path, at.uses
		c.add(ConstructorChanged, effect, changed(o, n), "function %s "+format, append([]any{before.Name}, args...)...)
	}
	var kept, left []declaration // what both take, in the orders of both
	for _, o := range before.parameters {
		switch n := named(after.parameters, o.Name); {
		case n == nil:
			note(o, Breaks, "no longer takes %s", o.Name)
		case n.Spelled != o.Spelled:
			note(o, Breaks, "took %s as %s and takes %s", o.Name, o.Spelled, n.Spelled)
		default:
			kept = append(kept, o)
		}
	}
	for _, n := range after.parameters {
		switch o := named(before.parameters, n.Name); {
		case o == nil:
			note(n, Breaks, "takes %s, too", n.Name)
		case n.Spelled == o.Spelled:
			left = append(left, n)
		}
	}
	effect := Differs
	for i := range kept {
		if kept[i].Spelled != left[i].Spelled {
			effect = Breaks
		}
	}
	for i := range kept {
		if kept[i].Name != left[i].Name {
			note(before.declaration, effect, "takes what it took in another order: %s before %s", left[i].Name, kept[i].Name)
			return
		}
	}
}

// named is the declaration with a name, nil where there is none.
func named(all []declaration, name string) *declaration {
	for i := range all {
		if all[i].Name == name {
			return &all[i]
		}
	}
	return nil
}
