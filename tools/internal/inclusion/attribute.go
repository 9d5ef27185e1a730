// Attributes: whether each that the first type allows is allowed by the second, and each that the second requires is required by the first.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// attributes are what a type says of attributes; a simple type allows none.
type attributes struct {
	set      *schema.Set
	uses     []*schema.AttributeUse
	wildcard *schema.Wildcard
}

func attributesOf(set *schema.Set, t schema.Type) attributes {
	c, ok := t.(*schema.ComplexType)
	if !ok {
		return attributes{set: set}
	}
	return attributes{set, c.AttributeUses, c.AnyAttribute}
}

// use is the attribute use of that name, or nil.
func (a attributes) use(name schema.Name) *schema.AttributeUse {
	for _, use := range a.uses {
		if use.Declaration.Name == name {
			return use
		}
	}
	return nil
}

// govern says what texts an attribute of that name can have; false where there can be no such attribute.
func (a attributes) govern(name schema.Name) (value, bool) {
	if use := a.use(name); use != nil {
		return value{use.Declaration.Type, use.EffectiveConstraint()}, true
	}
	return a.wild(name)
}

// wild is govern for an attribute that only the wildcard can allow.
func (a attributes) wild(name schema.Name) (value, bool) {
	if a.wildcard == nil || !a.wildcard.Namespaces.Allows(name.Space) {
		return value{}, false
	}
	if a.wildcard.Process != content.Skip {
		if declared := a.set.Attribute(name); declared != nil {
			return value{declared.Type, declared.Constraint}, true
		}
	}
	return anyValue(), a.wildcard.Process != content.Strict
}

// attributePair compares the attributes of two types.
type attributePair struct {
	*examination
	a, b attributes
}

func (p attributePair) examine() finding {
	return all(p.required, p.used, p.wild)
}

// required looks for attributes that the second type requires and the first does not.
func (p attributePair) required() finding {
	for _, use := range p.b.uses {
		name := p.names.name(use.Declaration.Name)
		if own := p.a.use(name); use.Required && (own == nil || !own.Required) {
			return not(whole{})
		}
	}
	return included
}

// used compares the attributes that the first type names.
func (p attributePair) used() finding {
	return each(p.a.uses, func(use *schema.AttributeUse) finding {
		return p.one(use.Declaration.Name, value{use.Declaration.Type, use.EffectiveConstraint()})
	})
}

// one compares what an attribute can be.
func (p attributePair) one(name schema.Name, a value) finding {
	if !p.possible.simple(a.typ) {
		return included
	}
	b, allowed := p.b.govern(p.names.name(name))
	if !allowed {
		return not(attributed{name, valueText{of: a}})
	}
	found := p.attributeTexts(a, b)
	if found.text != nil {
		return not(attributed{name, valueText{a, found.text}})
	}
	return found.open(attributed{name, valueText{of: a}})
}

// wild compares the attributes that the first type's wildcard lets in: those somebody declares, and one that nobody does for each
// namespace that makes a difference.
func (p attributePair) wild() finding {
	if p.a.wildcard == nil {
		return included
	}
	return each(p.candidates(), func(name schema.Name) finding {
		own, allowed := p.a.wild(name)
		if !allowed || p.a.use(name) != nil || name.Space == schema.XSINamespace || p.ignored(name) {
			return included
		}
		return p.one(name, own)
	})
}

// ignored reports whether a lax wildcard lets an attribute in that only the second schema declares, and that is not considered.
func (p attributePair) ignored(name schema.Name) bool {
	return p.opts.IgnoreUndeclared && p.a.wildcard.Process == content.Lax &&
		p.a.set.Attribute(name) == nil && p.b.set.Attribute(p.names.name(name)) != nil
}

// candidates are the names to try, in the first schema's terms; those nobody declares come first, as the simplest examples.
func (p attributePair) candidates() []schema.Name {
	known := newNameList()
	known.addSpace("")
	for _, use := range p.a.uses {
		known.add(use.Declaration.Name)
	}
	for _, declared := range p.a.set.Attributes {
		known.add(declared.Name)
	}
	for _, use := range p.b.uses {
		known.add(p.names.name(use.Declaration.Name))
	}
	for _, declared := range p.b.set.Attributes {
		known.add(p.names.name(declared.Name))
	}
	for _, space := range p.a.wildcard.Namespaces.Names {
		known.addSpace(space)
	}
	if p.b.wildcard != nil {
		for _, space := range p.b.wildcard.Namespaces.Names {
			known.addSpace(p.names.space(space))
		}
	}
	return append(known.strangers(), known.names...)
}

// nameList is a list of names and namespaces without repetitions.
type nameList struct {
	names  []schema.Name
	spaces []string
	known  map[schema.Name]bool
	used   map[string]bool
}

func newNameList() *nameList {
	return &nameList{known: map[schema.Name]bool{}, used: map[string]bool{}}
}

func (l *nameList) addSpace(space string) {
	if !l.used[space] {
		l.used[space] = true
		l.spaces = append(l.spaces, space)
	}
}

func (l *nameList) add(name schema.Name) {
	l.addSpace(name.Space)
	if !l.known[name] {
		l.known[name] = true
		l.names = append(l.names, name)
	}
}

// strangers are names that are not in the list: one in each namespace, and one in another namespace.
func (l *nameList) strangers() []schema.Name {
	var out []schema.Name
	other := automaton.Fresh("urn:other", func(s string) bool { return l.used[s] })
	for _, space := range append([]string{other}, l.spaces...) {
		local := automaton.Fresh("any", func(s string) bool { return l.known[schema.Name{Space: space, Local: s}] })
		out = append(out, schema.Name{Space: space, Local: local})
	}
	return out
}

// anyText is the type of texts that nothing is said of.
func anyText() *schema.SimpleType { return schema.BuiltIn("string") }

func anyValue() value { return value{typ: anyText()} }
