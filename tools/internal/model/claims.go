// This file lists the names that a package declares, and what each would be called if it were taken.

package model

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// methods are those of every generated type.
var methods = []string{"ReadXSD", "WriteXSD", "Validate"}

// structMethods are those of structs besides.
var structMethods = []string{"MarshalXML", "UnmarshalXML", "MarshalJSON", "UnmarshalJSON"}

// extraMethods are the methods of structs that the configuration asks for.
var extraMethods = map[config.Extra][]string{config.Clone: {"Clone", "CloneXSD"}, config.Equal: {"Equal", "EqualXSD"}}

// Descriptor names the variable that describes a type.
func Descriptor(goName string) string { return Unexported(goName) + "Type" }

// ownDescriptors are variables of generated code that look like the descriptor of a type.
var ownDescriptors = []string{"xsAnySimpleType"}

// scopes returns the scopes of all packages: of each package its exported names and its descriptors, and the fields of each struct.
func (b *builder) scopes() []*scope {
	var all []*scope
	for _, p := range b.packages {
		exported, hidden := &scope{namer: b.namer}, &scope{namer: b.namer}
		exported.own("Schema", "ReadXML")
		hidden.own(ownDescriptors...)
		for _, t := range p.Types {
			c := b.typeClaim(p, t)
			exported.claim(c)
			c.name = Descriptor(c.name)
			hidden.claim(c)
			b.claimInside(exported, t)
		}
		for _, e := range p.Elements {
			exported.claim(b.descriptorClaim(p, e))
		}
		for _, w := range p.Wrappers {
			exported.claim(wrapperClaim(w))
		}
		all = append(all, exported, hidden)
		for _, t := range p.Types {
			if st, ok := t.(*Struct); ok {
				all = append(all, b.fieldScopes(st)...)
			}
		}
	}
	return all
}

// spelt returns the names that tell a compound from others of its plain name.
func (n *namer) spelt(c compound, home string) others {
	local := c.name.Local
	if local == "" {
		return others{}
	}
	o := others{text: local, variants: c.variants(), foreign: c.name.Space != home}
	if space := n.spaceWord(c.name.Space); space != "" {
		for _, word := range append([]string{suffix(local)}, variants(local)...) {
			o.qualified = append(o.qualified, c.with(space+word))
		}
	}
	return o
}

// beside returns the names that tell a claim from another of its rank, whose text may be the same one.
func (o others) beside(text string) []string {
	if o.text == text {
		return o.qualified
	}
	if o.foreign {
		return slices.Concat(o.qualified, o.variants)
	}
	return slices.Concat(o.variants, o.qualified)
}

// variants returns the names with what the plain one leaves out.
func (c compound) variants() []string {
	names := variants(c.name.Local)
	for i, word := range names {
		names[i] = c.with(word)
	}
	return names
}

// markIn is the mark of a name of the schema where names of the namespace home are at home.
func markIn(name schema.Name, home string) mark {
	m := markOf(name.Local)
	if name.Space != home {
		m |= markForeign
	}
	return m
}

// typeClaim claims the name of a type.
func (b *builder) typeClaim(p *Package, t Type) claim {
	component, n := t.Component(), t.Base()
	word := b.namer.typeWord(component)
	home := p.Namespaces[0]
	c := claim{
		name: n.GoName, path: b.namer.typeKey(component), holder: n.Path, position: n.Position, rank: anonymousRank, mark: markIn(word.name, home),
	}
	kind := "Type"
	switch context := contextOf(component).(type) {
	case *schema.Element:
		if context.Global {
			c.rank, kind = rootRank, "ElementType"
		} else {
			word.name.Space = home
		}
	case *schema.Attribute:
		kind = "AttrType"
		if context.Global {
			c.rank = rootRank
		} else {
			word.name.Space = home
		}
	}
	if n.Name.Local != "" {
		c.rank, kind = typeRank, "Type"
	}
	if word.name.Local == "" {
		c.mark = 0
	}
	if _, ok := b.namer.configured[n.Path]; ok { // with the descriptor of its element
		c.rank = configuredRank
	}
	c.others = func() others {
		o := b.namer.spelt(word, home)
		o.apart = []string{word.plain() + kind}
		return o
	}
	return c
}

// descriptorClaim claims the name of a global element's descriptor, which is configured without its last word.
func (b *builder) descriptorClaim(p *Package, e *Element) claim {
	word := compound{name: e.Component.Name}
	return claim{
		name: e.GoName, path: e.Path, position: e.Position, rank: descriptorRank, mark: markIn(word.name, p.Namespaces[0]), after: "Element",
		others: func() others {
			o := b.namer.spelt(word, p.Namespaces[0])
			o.apart = []string{word.plain() + "Global"}
			return o
		},
	}
}

// wrapperClaim claims the name of a type that stands for a built-in one.
func wrapperClaim(w *Wrapper) claim {
	plain := Identifier(w.Own.Local)
	return claim{
		name: w.GoName, path: w.Path, position: w.Own.Position, rank: wrapperRank,
		others: func() others { return others{apart: []string{"XS" + plain, "XS" + plain + "Type"}, common: true} },
	}
}

// claimInside claims the names that a type's declaration puts into the package besides its own.
func (b *builder) claimInside(s *scope, t Type) {
	n := t.Base()
	switch t := t.(type) {
	case *Struct:
		if t.Any != "" {
			s.claim(claim{
				name: t.Any, path: n.Path + "/interface", position: n.Position, rank: interfaceRank,
				others: func() others { return others{apart: []string{t.Any + "Type"}} },
			})
		}
		for _, sum := range t.Sums {
			b.claimSum(s, sum)
		}
		if t.New != nil {
			s.claim(claim{
				name: t.New.GoName, path: t.New.Path, position: n.Position, rank: methodRank,
				others: func() others {
					return others{apart: []string{"Make" + t.GoName, "New" + t.GoName + "Value"}, common: true}
				},
			})
		}
	case *Simple:
		for _, v := range t.Values {
			s.claim(valueClaim(t, v))
		}
	}
}

// valueClaim claims the name of a value of an enumeration.
func valueClaim(t *Simple, v *Value) claim {
	c := claim{name: v.GoName, path: v.Path, position: v.Position, rank: valueRank, mark: markOf(v.Text)}
	if v.Text != "" && v.GoName == valueWord(t, "").plain() { // Empty is the empty value's
		c.mark |= markSpaces
	}
	c.others = func() others {
		return others{text: v.Text, variants: valueWord(t, v.Text).variants(), apart: []string{t.GoName + "Value" + suffix(v.Text)}}
	}
	return c
}

// claimSum claims the names of an interface and its branches.
func (b *builder) claimSum(s *scope, sum *Sum) {
	kind, other := "Choice", "Branch"
	if sum.Field.Kind == ContentField {
		kind, other = "Item", "ContentItem"
	}
	s.claim(claim{
		name: sum.GoName, path: sum.Path, position: sum.Position, rank: sumRank,
		others: func() others { return others{apart: []string{sum.Place + other}} },
	})
	if sum.Text != "" {
		s.claim(claim{
			name: sum.Text, path: sum.Field.Path + "/text", position: sum.Position, rank: textRank,
			others: func() others { return others{apart: []string{sum.Place + "MixedText"}} },
		})
	}
	home := namespaceOf(sum.Owner.Definition)
	for _, br := range sum.Branches {
		word := compound{before: sum.Place, name: br.Name}
		c := claim{name: br.GoName, path: br.Path, position: br.Position, rank: branchRank, mark: markIn(br.Name, home)}
		if br.Wildcard || br.Name.Space == "" {
			c.mark &^= markForeign
			word.name.Space = home
		}
		c.others = func() others {
			o := b.namer.spelt(word, home)
			switch {
			case br.Wildcard:
				o = others{variants: []string{sum.Place + "AnyElement"}}
			case br.Apart != "":
				o = others{variants: []string{sum.Place + br.Apart + suffix(br.Name.Local)}}
			}
			o.apart = []string{sum.Place + kind + suffix(br.Name.Local)}
			return o
		}
		if br.Wildcard || br.Apart != "" {
			c.mark |= markSpaces
		}
		s.claim(c)
	}
}

// fieldScopes are those of the fields and methods of a struct, and of its branches.
func (b *builder) fieldScopes(st *Struct) []*scope {
	home := namespaceOf(st.Definition)
	s := &scope{namer: b.namer}
	s.own(methods...)
	s.own(structMethods...)
	for _, extra := range b.config.Extras {
		s.own(extraMethods[extra]...)
	}
	for _, m := range st.Markers {
		s.own(m.Method)
	}
	for _, g := range st.Getters {
		s.own(g.GoName)
	}
	b.claimFields(s, st.Fields, home)
	all := []*scope{s}
	for _, sum := range st.Sums {
		for _, br := range sum.Branches {
			inner := &scope{namer: b.namer}
			b.claimFields(inner, br.Fields, home)
			all = append(all, inner)
		}
	}
	return all
}

func (b *builder) claimFields(s *scope, fields []*Field, home string) {
	for _, f := range fields {
		s.claim(b.fieldClaim(f, home))
	}
	for _, f := range fields {
		if f.DefaultMethod != "" {
			s.claim(claim{
				name: f.DefaultMethod, path: f.Path + "/default", position: f.Position, rank: methodRank,
				others: func() others { return others{apart: []string{f.GoName + "OrSchemaDefault"}} },
			})
		}
	}
}

// fieldClaim claims the name of a field.
func (b *builder) fieldClaim(f *Field, home string) claim {
	c := claim{name: f.GoName, path: f.Path, position: f.Position}
	word := compound{name: f.Name}
	named := func(kind string, common bool) {
		c.mark = markIn(f.Name, home)
		if e := f.Members[0].Element; f.Name.Space == "" && (e == nil || !e.Global) { // unqualified: at home in any namespace
			c.mark &^= markForeign
			word.name.Space = home
		}
		plain := word.plain() + kind
		c.others = func() others {
			o := b.namer.spelt(word, home)
			o.apart, o.common = []string{plain}, common
			return o
		}
	}
	apart := func(r rank, names ...string) {
		c.rank = r
		c.others = func() others { return others{apart: names} }
	}
	switch f.Kind {
	case ElementField:
		c.rank = elementRank
		named("Element", false)
	case AttributeField:
		c.rank = attributeRank
		named("Attr", true)
	case TextField:
		apart(contentRank, "TextValue")
	case ChoiceField:
		first := f.Sum.Branches[0].Name
		apart(contentRank, choiceName(compound{name: first}.plain()), "Alternative")
	case ContentField:
		apart(contentRank, "MixedContent")
	case WildcardField:
		apart(wildcardRank, "AnyElement")
	case AnyAttributeField:
		apart(wildcardRank, "OtherAttributes")
	}
	return c
}

// spaceWord is the word of a namespace in Go names: the prefix that the schema's authors give it.
func (n *namer) spaceWord(namespace string) string {
	switch namespace {
	case "":
		return "NoNamespace"
	case xmlNamespace:
		return "XML"
	}
	if prefix := n.prefixes[namespace]; prefix != "" {
		return suffix(prefix)
	}
	return suffix(packageName(namespace))
}

// authorPrefixes returns the prefix that the schema documents give each namespace, the first document that has one before others.
func authorPrefixes(set *schema.Set) map[string]string {
	prefixes := map[string]string{}
	for _, document := range set.Documents {
		own := map[string]string{}
		for prefix, namespace := range document.Prefixes {
			if first := own[namespace]; prefix != "" && (first == "" || prefix < first) {
				own[namespace] = prefix
			}
		}
		for namespace, prefix := range own {
			if prefixes[namespace] == "" {
				prefixes[namespace] = prefix
			}
		}
	}
	return prefixes
}

// free returns the first of names that is not among those taken or tried.
func free(names []string, taken func(string) bool) (string, bool) {
	i := slices.IndexFunc(names, func(name string) bool { return !taken(name) })
	if i < 0 {
		return "", false
	}
	return names[i], true
}
