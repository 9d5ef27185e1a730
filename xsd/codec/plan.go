// This file compiles the descriptor of a complex type into what reading and writing look up.

package codec

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// absent stands for a field that a type does not have.
const absent = -1

// plan is a compiled ComplexType. It is immutable, but for what is made when it is first asked for.
type plan struct {
	typ         *ComplexType
	generation  uint64
	attributes  []int // fields that are attributes
	elements    []int // fields that are elements or wildcards, in document order
	facts       []fieldFacts
	arrays      bool         // JSON has arrays among the members of the elements
	plain       bool         // the content is the sequence of the element fields, each at its place alone
	bare        bool         // an element without a namespace may come
	unqualified bool         // an element without a namespace is declared
	items       int          // the first field of the ordered content
	namesakes   bool         // see hasNamesakes
	particle    content.Node // the content model, unless it is plain
	model       *content.Model
	all         bool                   // the model is xs:all
	leaves      []int                  // fields by leaf of the model
	order       *sequence              // the content where it is a plain sequence in which no element can be what two fields stand for
	attributeOf symbolTable            // fields of attributes by their names
	text        int                    // field of simple content
	mixed       int                    // field of text among elements
	anyAttr     int                    // field of the attribute wildcard
	members     lazily[map[string]int] // see keys
	watched     []int                  // attributes that must be there, or have a value where they are not
	roots       lazily[[]*declaration] // see globals
	root        lazily[*element]       // see plainRoot
	err         error                  // what is wrong with the descriptor
	choices     []*Sum                 // those sums that are choices
	textOnly    *simple.SimpleType     // see findTextOnly
	found       atomic.Pointer[layout]
	element     atomic.Pointer[xmlShape]   // noXMLShape where elements are read with frames
	shape       atomic.Pointer[jsonShape]  // noJSONShape where objects are read with frames
	directly    atomic.Pointer[directType] // notDirect where its structs are written with care
}

// fieldFacts is what follows from a Field and its schema.
type fieldFacts struct {
	*element
	symbol      source.Symbol             // that of the element, kept where it is compared
	place       int                       // of an element, in plan.elements
	least, most int                       // how often it comes
	substitutes []*declaration            // elements that may stand for this one
	standInKeys []string                  // what JSON calls each of them
	key         string                    // name in JSON
	asMember    lazily[jsontext.Member]   // see member
	asAttribute lazily[xmltext.Attribute] // see attribute
	emptyArray  bool                      // in JSON an empty array says that there is none
	foreseen    bool                      // an element of which nothing has to be looked at but its name
	takes       *simple.SimpleType        // of an element or attribute: the type against which alone its text is checked; else nil
	watched     bool                      // an attribute that must be there, or has a value where it is not
	keyed       bool                      // in JSON a member has its key
	single      bool                      // in JSON its member has the value itself, and the order of members tells nothing about it
}

// compiled returns the plan of t, made at first use and again when another schema has been made since.
func (t *ComplexType) compiled() *plan {
	now := generation.Load()
	if p := t.plan.Load(); p != nil && p.generation == now {
		return p
	}
	t.resolved.Do(t.resolve)
	p := newPlan(t, now)
	t.plan.Store(p)
	return p
}

// structType returns the Go struct that the schema lists for the type, nil where it lists none.
func (t *ComplexType) structType() reflect.Type {
	t.resolved.Do(t.resolve)
	return t.goType
}

// resolve finds the Go struct, and the simple types that the fields name.
func (t *ComplexType) resolve() {
	if t.Fill != nil {
		t.Fill()
	}
	if v := t.Schema.goType(t.GoName).Value; v != nil {
		t.goType = reflect.TypeOf(v).Elem()
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		if f.Simple == nil && f.SimpleType.Local != "" {
			f.Simple = t.Schema.simpleType(f.SimpleType)
		}
	}
}

func newPlan(t *ComplexType, generation uint64) *plan {
	p := &plan{
		typ: t, generation: generation, text: absent, mixed: absent, anyAttr: absent, items: absent,
		facts: make([]fieldFacts, len(t.Fields)),
	}
	elements := make([]element, len(t.Fields))
	for i := range t.Sums {
		p.addSum(&t.Sums[i])
	}
	for i := range t.Fields {
		p.facts[i].element = &elements[i]
		p.addField(i)
	}
	for n, i := range p.elements {
		p.facts[i].place = n
		p.facts[i].emptyArray = p.hasEmptyArray(i)
		p.arrays = p.arrays || t.Fields[i].Max != 1 || t.Fields[i].Item
		p.bare = p.bare || p.takesBare(i)
		p.unqualified = p.unqualified || t.Fields[i].Kind == ElementField && t.Fields[i].Name.Space == ""
	}
	p.compileContent()
	p.namesakes = p.items != absent && p.isAllItems() && p.hasNamesakes()
	p.addStandInKeys()
	for i := range p.facts {
		p.facts[i].single = p.plain && p.facts[i].foreseen && t.Fields[i].Max == 1
	}
	p.attributeOf = p.symbolsOf(p.attributes)
	if p.plain {
		p.order = newSequence(p)
	}
	p.settle()
	p.watch()
	p.textOnly = p.findTextOnly()
	return p
}

// globals returns the global elements of the type. They are looked for when a document first has the type at its root.
func (p *plan) globals() []*declaration {
	return *p.roots.get(func() []*declaration { return p.typ.Schema.rootsOf(p.typ) })
}

func (p *plan) addSum(s *Sum) {
	if s.Kind == ChoiceSum {
		p.choices = append(p.choices, s)
	}
	for i := range s.Branches {
		for _, field := range s.Branches[i].Fields {
			if field < 0 || field >= len(p.typ.Fields) {
				p.err = fmt.Errorf("xsd: type %s: a branch of %s has field %d, there are %d", p.typ.GoName, s.Go, field, len(p.typ.Fields))
			}
		}
	}
}

func (p *plan) addField(i int) {
	f := &p.typ.Fields[i]
	facts := &p.facts[i]
	facts.key = jsonKey(f)
	facts.least, facts.most = f.Min, f.Max
	if f.Max == Unbounded {
		facts.most = math.MaxInt
	}
	facts.symbol = facts.describe(f, p.typ.Schema).symbol
	switch f.Kind {
	case AttributeField:
		p.attributes = append(p.attributes, i)
	case ElementField:
		p.elements = append(p.elements, i)
		facts.complex = p.typ.Schema.goType(f.Type).Descriptor
		if f.Type != "" && facts.complex == nil {
			p.err = fmt.Errorf("xsd: type %s: element %s refers to unknown type %s", p.typ.GoName, f.Name, f.Type)
		}
		if f.Substitutable {
			facts.substitutes = p.typ.Schema.substitutes(f.Name)
		}
		facts.foreseen = !f.Abstract && len(facts.substitutes) == 0
	case WildcardField:
		p.elements = append(p.elements, i)
	case TextField:
		p.text = i
	case MixedField:
		p.mixed = i
	case AnyAttributeField:
		p.anyAttr = i
	}
	facts.takes = facts.textAlone()
	if p.items == absent && (f.Item || f.Kind == MixedField) {
		p.items = i
	}
	facts.keyed = f.Kind != AnyAttributeField && f.Kind != MixedField
}

// textAlone returns the type of an element, attribute or simple content of which nothing but the text has to be looked at, nil for others.
func (facts *fieldFacts) textAlone() *simple.SimpleType {
	f := facts.field
	switch {
	case f.Simple == nil || f.Simple.Variety() == simple.VarietyAbsent || f.Simple.Compiled().IDs:
		return nil
	case f.Constraint != nil || facts.identity != nil:
		return nil
	}
	return f.Simple
}

// attribute returns the name of the attribute, ready to be written.
func (facts *fieldFacts) attribute() *xmltext.Attribute {
	return facts.asAttribute.get(func() xmltext.Attribute { return xmltext.NewAttribute(facts.field.Name.Local) })
}

// findTextOnly finds the type of the text of a type with simple content, where elements without attributes have nothing else to be looked at.
func (p *plan) findTextOnly() *simple.SimpleType {
	if p.text == absent || len(p.watched) > 0 || p.typ.Abstract || p.err != nil {
		return nil
	}
	return p.facts[p.text].takes
}

// hasEmptyArray reports whether JSON shows that a repeated element did not come at all. In a choice it would seem to be chosen.
func (p *plan) hasEmptyArray(i int) bool {
	f := &p.typ.Fields[i]
	if f.Kind != ElementField || f.Item || f.Max == 1 {
		return false
	}
	for _, c := range p.choices {
		if c.branchOf(i) != absent {
			return false
		}
	}
	return true
}

// keys returns the fields by the names of their members in JSON.
func (p *plan) keys() map[string]int {
	return *p.members.get(func() map[string]int {
		made := make(map[string]int, len(p.facts))
		for i := range p.facts {
			if _, taken := made[p.facts[i].key]; !taken && p.facts[i].keyed {
				made[p.facts[i].key] = i
			}
		}
		return made
	})
}

// member returns the name of the field's member, ready to be written.
func (facts *fieldFacts) member() *jsontext.Member {
	return facts.asMember.get(func() jsontext.Member { return jsontext.NewMember(facts.key) })
}

// addStandInKeys finds what JSON calls the elements that may stand for others: their local names, with the namespace where something beside them has
// that name.
func (p *plan) addStandInKeys() {
	if !slices.ContainsFunc(p.elements, func(i int) bool { return p.facts[i].varies() }) {
		return
	}
	items := map[string]int{}
	for i := range p.facts {
		if p.typ.Fields[i].Item {
			items[p.facts[i].key] = i
		}
	}
	for i := range p.facts {
		facts, beside := &p.facts[i], p.keys()
		switch {
		case facts.field.Item:
			beside = items
		case facts.field.Max != 1:
			beside = map[string]int{facts.key: i} // in an array of objects that name the element
		}
		for _, d := range facts.substitutes {
			key := d.Name.Local
			if _, taken := beside[key]; taken {
				key = expandedKey(d.Name)
			}
			beside[key] = i
			facts.standInKeys = append(facts.standInKeys, key)
		}
	}
}

// keyOf is what JSON calls an element of the field: itself, or one that stands for it.
func (facts *fieldFacts) keyOf(name Name) string {
	if name == facts.field.Name {
		return facts.key
	}
	for n, d := range facts.substitutes {
		if d.Name == name {
			return facts.standInKeys[n]
		}
	}
	return name.Local
}

// jsonKey is the name of a field's member in JSON.
func jsonKey(f *Field) string {
	switch {
	case f.JSON != "":
		return f.JSON
	case f.Kind == AttributeField:
		return "@" + f.Name.Local
	case f.Kind == TextField:
		return keyText
	case f.Kind == WildcardField:
		return keyAny
	default:
		return f.Name.Local
	}
}

// compileContent makes the matcher of the content model, unless it is a plain sequence.
func (p *plan) compileContent() {
	root := p.typ.Content
	if root.Max == 0 {
		p.plain = !slices.ContainsFunc(p.elements, func(i int) bool {
			return p.typ.Fields[i].Kind == WildcardField || p.typ.Fields[i].Item
		})
		if p.plain {
			return
		}
		root = p.sequence()
	}
	p.particle = root
	leaves := make([]content.Leaf, 0, len(p.elements))
	numbers := make(map[int]int, len(p.elements))
	for n, i := range p.elements {
		numbers[i] = n
		leaves = append(leaves, p.leaf(i))
	}
	p.leaves = p.elements
	model, err := compileModel(root, leaves, numbers)
	if err != nil {
		p.err = fmt.Errorf("xsd: content model of type %s: %w", p.typ.GoName, err)
		return
	}
	p.model, p.all = model, model.IsAll()
}

// isEmpty reports whether elements of the type have neither elements nor text in them.
func (p *plan) isEmpty() bool {
	return len(p.elements) == 0 && p.model == nil && !p.typ.Mixed && p.text == absent
}

// varies reports whether elements of other names may stand for the field's: it does not count those of one name.
func (facts *fieldFacts) varies() bool { return len(facts.substitutes) > 0 }

// settle notes the fields about which nothing is special: what comes as one of them is of its type and nothing else.
func (p *plan) settle() {
	for i := range p.facts {
		f, facts := &p.typ.Fields[i], &p.facts[i]
		if f.Constraint != nil || len(f.Identity) > 0 || f.Substitutable || f.Abstract {
			continue
		}
		switch f.Kind {
		case ElementField:
			facts.plainType = f.Simple
			if t := facts.complex; t != nil && !t.Abstract {
				facts.plainComplex = t
			}
		case TextField:
			facts.plainType = f.Simple
		case AttributeField:
			if f.Name.Space == "" && p.anyAttr == absent {
				facts.plainType = f.Simple
			}
		}
	}
}

// watch notes which attributes are not to be forgotten.
func (p *plan) watch() {
	for _, i := range p.attributes {
		if f := &p.typ.Fields[i]; f.Min > 0 || f.Constraint != nil {
			p.watched = append(p.watched, i)
			p.facts[i].watched = true
		}
	}
}

// sequence is the content model that a zero Content stands for.
func (p *plan) sequence() content.Node {
	var parts []content.Node
	for _, i := range p.elements {
		parts = append(parts, Leaf(i, p.typ.Fields[i].Min, p.typ.Fields[i].Max))
	}
	return Sequence(1, 1, parts...)
}

func (p *plan) leaf(i int) content.Leaf {
	f := &p.typ.Fields[i]
	if f.Kind == WildcardField {
		return content.Leaf{Any: f.Any}
	}
	leaf := content.Leaf{Element: f.Name}
	for _, d := range p.facts[i].substitutes {
		leaf.Substitutes = append(leaf.Substitutes, d.Name)
	}
	return leaf
}

// compileModel compiles a particle tree whose leaves are fields, which numbers says the numbers of.
func compileModel(root content.Node, leaves []content.Leaf, numbers map[int]int) (*content.Model, error) {
	root, err := renumber(root, numbers)
	if err != nil {
		return nil, err
	}
	return content.Compile(root, leaves)
}

// renumber copies a particle tree whose leaves are fields into one whose leaves count from 0. It fails where a leaf is none of the fields in numbers.
func renumber(n content.Node, numbers map[int]int) (content.Node, error) {
	if n.Op == content.LeafOp {
		number, ok := numbers[n.Leaf]
		if !ok {
			return n, fmt.Errorf("field %d is no element or wildcard", n.Leaf)
		}
		n.Leaf = number
		return n, nil
	}
	children := make([]content.Node, len(n.Children))
	for i, c := range n.Children {
		var err error
		if children[i], err = renumber(c, numbers); err != nil {
			return n, err
		}
	}
	n.Children = children
	return n, nil
}

// allows reports whether an element of this name can be what field i stands for.
func (p *plan) allows(i int, name Name) bool {
	f := &p.typ.Fields[i]
	switch {
	case f.Name == name:
		return true
	case f.Kind == WildcardField:
		return f.Any.Namespaces.Allows(name.Space)
	case len(p.facts[i].substitutes) == 0:
		return false
	}
	return slices.ContainsFunc(p.facts[i].substitutes, func(d *declaration) bool { return d.Name == name })
}

// takesBare reports whether an element without a namespace may come as field i.
func (p *plan) takesBare(i int) bool {
	f := &p.typ.Fields[i]
	return f.Kind == WildcardField || f.Name.Space == "" || slices.ContainsFunc(p.facts[i].substitutes, func(d *declaration) bool { return d.Name.Space == "" })
}

// elementOf returns the declaration of the element that came as field i.
func (p *plan) elementOf(i int, name Name) *element {
	facts := &p.facts[i]
	if len(facts.substitutes) > 0 && facts.field.Name != name {
		for _, d := range facts.substitutes {
			if d.Name == name {
				return d.element()
			}
		}
	}
	return facts.element
}
