// Simple type definitions (Part 1, section 3.14).

package schema

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// newSimpleType makes a simple type that completeSimple fills from el.
func (b *builder) newSimpleType(el *load.Element, name Name, context Component) *SimpleType {
	t := &SimpleType{Origin: origin(el), Name: name, Context: context}
	t.Final = b.derivationSet(el, "final", "finalDefault", Extension|ByList|ByUnion|Restriction)
	b.simple[t] = &work{define: func() { b.defineSimple(t, el) }}
	b.simples = append(b.simples, t)
	b.elementOf[t] = el
	return t
}

// anonymousSimple makes the simple type of an xs:simpleType inside another component.
func (b *builder) anonymousSimple(el *load.Element, context Component) *SimpleType {
	t := b.newSimpleType(el, Name{}, context)
	b.later(func() { b.completeSimple(t) })
	return t
}

// completeSimple fills t if that has not been done. False means that t depends on itself.
func (b *builder) completeSimple(t *SimpleType) bool {
	w, ok := b.simple[t]
	if !ok || w.state == done {
		return true
	}
	if w.state == underWay {
		return false
	}
	w.state = underWay
	w.define()
	w.state = done
	return true
}

// needSimple completes t for the definition at el, which depends on it; xs:anySimpleType takes its place, with the problem
// noted, where the dependence is circular.
func (b *builder) needSimple(t *SimpleType, el *load.Element, rule string) (needed *SimpleType, ok bool) {
	if t == nil {
		return AnySimpleType(), false
	}
	if !b.completeSimple(t) {
		b.problem(el, rule, "the definition of %s is circular: it depends on itself here; break the circle", typeWords(t))
		return AnySimpleType(), false
	}
	return t, !b.broken[t]
}

// defineSimple fills t from its element.
func (b *builder) defineSimple(t *SimpleType, el *load.Element) {
	variety := b.child(el, "restriction", "list", "union")
	if variety == nil {
		t.fallBack()
		b.markBroken(t)
		return
	}
	switch variety.Name.Local {
	case "restriction":
		b.defineRestriction(t, variety)
	case "list":
		b.defineList(t, variety)
	case "union":
		b.defineUnion(t, variety)
	}
}

// fallBack makes t a type without constraints, so that what depends on it can be looked at.
func (t *SimpleType) fallBack() {
	t.Base, t.Variety = AnySimpleType(), nil
	t.Runtime = simple.Restrict(t.Name, AnySimpleType().Runtime)
}

// defineRestriction fills t, a restriction of another simple type. It serves restrictions of simple content, too.
func (b *builder) defineRestriction(t *SimpleType, el *load.Element) {
	base, ok := b.needSimple(b.simpleReference(el, "base", t), el, "st-props-correct.2")
	if !ok {
		b.markBroken(t)
	}
	b.restrict(t, base, el)
}

// restrict makes t the restriction of base by the facets written in el.
func (b *builder) restrict(t *SimpleType, base *SimpleType, el *load.Element) {
	t.Base, t.Variety = base, base.Variety
	t.Facets = b.facets(el, base)
	t.Runtime = simple.Restrict(t.Name, base.Runtime, runtimeFacets(t.Facets)...)
}

// simpleReference returns the simple type that el names in an attribute or contains.
func (b *builder) simpleReference(el *load.Element, attribute string, context Component) *SimpleType {
	if qname, ok := el.Token(attribute); ok {
		return b.resolveSimple(el, qname, "src-resolve")
	}
	if inline := b.child(el, "simpleType"); inline != nil {
		return b.newSimpleType(inline, Name{}, context)
	}
	return nil
}

func (b *builder) defineList(t *SimpleType, el *load.Element) {
	item, ok := b.needSimple(b.simpleReference(el, "itemType", t), el, "st-props-correct.2")
	if !ok {
		b.markBroken(t)
	}
	t.Base, t.Variety = AnySimpleType(), &List{Item: item}
	t.Runtime = simple.ListOf(t.Name, item.Runtime)
}

func (b *builder) defineUnion(t *SimpleType, el *load.Element) {
	union := &Union{}
	named, _ := el.Token("memberTypes")
	var members []*SimpleType
	for _, qname := range strings.Fields(named) {
		members = append(members, b.resolveSimple(el, qname, "src-resolve"))
	}
	for _, inline := range b.children(el) {
		if inline.IsXSD("simpleType") {
			members = append(members, b.newSimpleType(inline, Name{}, t))
		}
	}
	var runtime []*xsd.SimpleType
	for _, m := range members {
		member, ok := b.needSimple(m, el, "cos-st-restricts.3.3") // a union must not contain itself, at any depth
		if !ok {
			b.markBroken(t)
			continue
		}
		union.Members = append(union.Members, member)
		runtime = append(runtime, member.Runtime)
	}
	t.Base, t.Variety = AnySimpleType(), union
	if b.memberCount(t) > maxMembers {
		b.problem(el, "", "the union has more than %d member types once all unions in it are written out; simplify it", maxMembers)
		b.markBroken(t)
		runtime = nil
	}
	t.Runtime = simple.UnionOf(t.Name, runtime...)
}

// facets reads the facets written in el, a restriction of base.
func (b *builder) facets(el *load.Element, base *SimpleType) []Facet {
	var all []Facet
	for _, c := range b.children(el) {
		kind, ok := simple.FacetKindOf(c.Name.Local)
		if !ok {
			continue
		}
		f := Facet{Origin: origin(c), Kind: kind}
		if f.Value, ok = c.Attr("value"); !ok {
			continue
		}
		if kind != xsd.FacetPattern && kind != xsd.FacetEnumeration {
			f.Value = load.Collapse(f.Value)
		}
		f.Fixed = isTrue(c, "fixed")
		if kind == xsd.FacetEnumeration && namesThings(base) {
			f.Namespaces = c.Scope.Bindings()
		}
		all = append(all, f)
	}
	return all
}

// namesThings reports whether values of t are, or hold, qualified names, whose meaning depends on namespaces in scope.
func namesThings(t *SimpleType) bool {
	switch v := t.Variety.(type) {
	case *Atomic:
		return v.Primitive == BuiltIn("QName") || v.Primitive == BuiltIn("NOTATION")
	case *List:
		return namesThings(v.Item)
	case *Union:
		for _, m := range v.Members {
			if namesThings(m) {
				return true
			}
		}
	}
	return false
}

// runtimeFacets is facets as the runtime takes them.
func runtimeFacets(facets []Facet) []xsd.Facet {
	all := make([]xsd.Facet, len(facets))
	for i, f := range facets {
		all[i] = xsd.Facet{Kind: f.Kind, Value: f.Value, Fixed: f.Fixed, Namespaces: f.Namespaces}
	}
	return all
}

// typeWords names a type in a message.
func typeWords(t Type) string {
	if name := t.TypeName(); name != (Name{}) {
		if name.Space == XSDNamespace {
			return "xs:" + name.Local
		}
		return "type " + name.Local
	}
	return "the type defined at " + t.Source().Position.String()
}
