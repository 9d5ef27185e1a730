// The components that every schema contains: the built-in type definitions (Part 1, section 3.4.7; Part 2, section 3) and
// the attributes for use in documents (Part 1, section 3.2.7).

package schema

import (
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Namespaces with a fixed meaning.
const (
	XSDNamespace = load.XSDNamespace
	XSINamespace = load.XSINamespace
	XMLNamespace = load.XMLNamespace
)

// AnyType returns xs:anyType, the root of all type definitions.
func AnyType() *ComplexType { return builtIns().anyType }

// AnySimpleType returns xs:anySimpleType, the root of all simple type definitions.
func AnySimpleType() *SimpleType { return builtIns().simple["anySimpleType"] }

// BuiltIn returns the built-in simple type definition called local, such as "date", or nil.
func BuiltIn(local string) *SimpleType { return builtIns().simple[local] }

// BuiltInType returns the built-in type definition called local, xs:anyType included, or nil.
func BuiltInType(local string) Type {
	if local == "anyType" {
		return AnyType()
	}
	if t := BuiltIn(local); t != nil {
		return t
	}
	return nil
}

// builtInTypes are the components that every schema contains. They are made once and shared by all sets.
type builtInTypes struct {
	anyType    *ComplexType
	simple     map[string]*SimpleType
	attributes map[string]*Attribute // of the namespace of instances
}

var builtIns = sync.OnceValue(func() builtInTypes {
	all := builtInTypes{anyType: newAnyType(), simple: map[string]*SimpleType{}}
	components := map[*xsd.SimpleType]*SimpleType{}
	for _, runtime := range simple.BuiltIns() {
		all.component(runtime, components)
	}
	all.attributes = all.instanceAttributes()
	return all
})

// instanceAttributes makes the declarations of xsi:type, xsi:nil and the two schema locations.
func (b *builtInTypes) instanceAttributes() map[string]*Attribute {
	uri := b.simple["anyURI"]
	locations := &SimpleType{
		Base: b.simple["anySimpleType"], Variety: &List{Item: uri}, Runtime: simple.ListOf(Name{}, uri.Runtime), BuiltIn: true,
	}
	types := map[string]*SimpleType{
		"type": b.simple["QName"], "nil": b.simple["boolean"], "schemaLocation": locations, "noNamespaceSchemaLocation": uri,
	}
	attributes := make(map[string]*Attribute, len(types))
	for local, t := range types {
		attributes[local] = &Attribute{Name: Name{Space: XSINamespace, Local: local}, Global: true, Type: t}
	}
	return attributes
}

// newAnyType makes the ur-type definition (Part 1, section 3.4.7): any attributes, mixed, any elements, laxly.
func newAnyType() *ComplexType {
	t := &ComplexType{Name: Name{Space: XSDNamespace, Local: "anyType"}, Derivation: Restriction, BuiltIn: true}
	t.AnyAttribute = &Wildcard{Process: content.Lax}
	wildcard := &Particle{Min: 0, Max: Unbounded, Term: &Wildcard{Process: content.Lax}}
	t.Content = &ElementContent{
		Mixed:    true,
		Particle: &Particle{Min: 1, Max: 1, Term: &ModelGroup{Compositor: Sequence, Particles: []*Particle{wildcard}}},
		Leaves:   []*Particle{wildcard},
		compiled: &compiled{model: anyTypeModel()},
	}
	return t
}

// anyTypeModel cannot fail: its tree is one wildcard.
func anyTypeModel() *content.Model {
	root := content.Node{Op: content.SequenceOp, Min: 1, Max: 1, Children: []content.Node{{Op: content.LeafOp, Min: 0, Max: Unbounded}}}
	model, err := content.Compile(root, []content.Leaf{{Any: &content.Wildcard{Process: content.Lax}}})
	if err != nil {
		return nil
	}
	return model
}

// component returns the component of a built-in simple type, made after that of its base.
func (b *builtInTypes) component(runtime *xsd.SimpleType, known map[*xsd.SimpleType]*SimpleType) *SimpleType {
	if t, ok := known[runtime]; ok {
		return t
	}
	t := &SimpleType{Name: runtime.Name(), Runtime: runtime, BuiltIn: true}
	known[runtime] = t
	if t.Name.Local != "" { // the lists that xs:NMTOKENS and its like restrict have none
		b.simple[t.Name.Local] = t
	}
	t.Base = b.anyType
	if base := runtime.Base(); base != nil {
		t.Base = b.component(base, known)
	}
	switch runtime.Variety() {
	case xsd.VarietyAtomic:
		t.Variety = &Atomic{Primitive: b.component(runtime.Primitive(), known)}
	case xsd.VarietyList:
		t.Variety = &List{Item: b.component(runtime.Item(), known)}
	}
	for _, f := range runtime.OwnFacets() {
		t.Facets = append(t.Facets, Facet{Kind: f.Kind, Value: f.Value, Fixed: f.Fixed})
	}
	return t
}
