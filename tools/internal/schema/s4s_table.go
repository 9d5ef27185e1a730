// What a schema document may look like: for each element of XSD, in each place where it means something else, its attributes
// and its content (Part 1, appendix A, the schema for schemas, in a notation of our own).

package schema

// construct is an element of XSD in one of its places.
type construct struct {
	attributes string // "name:type", separated by spaces; a ! after the name means that it must be there
	content    string // a content model in the notation of a DTD; "name.place" refers to the construct of the child
}

// Attributes and contents that several constructs share.
const (
	attributesContent = "(attribute.local|attributeGroup.ref)*, anyAttribute?"
	groupsContent     = "(group.ref|all|choice|sequence)?"
	typeContent       = "annotation?, (simpleContent|complexContent|(" + groupsContent + ", " + attributesContent + "))"
	derivationContent = "annotation?, " + groupsContent + ", " + attributesContent
	nestedContent     = "annotation?, (element.local|group.ref|choice|sequence|any)*"
	definitions       = "simpleType.top|complexType.top|group.top|attributeGroup.top"
	facetsContent     = "(length|minLength|maxLength|pattern|enumeration|whiteSpace|maxInclusive|maxExclusive|minExclusive|minInclusive|totalDigits|fractionDigits)*"
	occurs            = " minOccurs:count maxOccurs:maxCount"
	valueAttributes   = " default:string fixed:string"
	textFacet         = "value!:string fixed:boolean id:ID"
	countFacet        = "value!:nonNegativeInteger fixed:boolean id:ID"
)

// constructs are all there are, by element name and place.
var constructs = map[string]construct{
	"schema": {
		"targetNamespace:anyURI version:token finalDefault:fullDerivationSet blockDefault:blockSet attributeFormDefault:form elementFormDefault:form id:ID xml:lang:language",
		"(include|import|redefine|annotation)*, ((" + definitions + "|element.top|attribute.top|notation), annotation*)*",
	},
	"include":  {"schemaLocation!:anyURI id:ID", "annotation?"},
	"import":   {"namespace:anyURI schemaLocation:anyURI id:ID", "annotation?"},
	"redefine": {"schemaLocation!:anyURI id:ID", "(annotation|" + definitions + ")*"},

	"annotation":    {"id:ID", "(appinfo|documentation)*"},
	"appinfo":       {"source:anyURI", "ANY"},
	"documentation": {"source:anyURI xml:lang:language", "ANY"},

	"element.top": {
		"name!:NCName type:QName substitutionGroup:QName nillable:boolean abstract:boolean final:derivationSet block:blockSet id:ID" + valueAttributes,
		"annotation?, (simpleType.local|complexType.local)?, (unique|key|keyref)*",
	},
	"element.local": {
		"name:NCName ref:QName type:QName nillable:boolean block:blockSet form:form id:ID" + valueAttributes + occurs,
		"annotation?, (simpleType.local|complexType.local)?, (unique|key|keyref)*",
	},
	"element.inAll": {
		"name:NCName ref:QName type:QName nillable:boolean block:blockSet form:form id:ID minOccurs:zeroOrOne maxOccurs:zeroOrOne" + valueAttributes,
		"annotation?, (simpleType.local|complexType.local)?, (unique|key|keyref)*",
	},

	"attribute.top":   {"name!:NCName type:QName id:ID" + valueAttributes, "annotation?, simpleType.local?"},
	"attribute.local": {"name:NCName ref:QName type:QName use:use form:form id:ID" + valueAttributes, "annotation?, simpleType.local?"},

	"complexType.top": {
		"name!:NCName mixed:boolean abstract:boolean final:derivationSet block:derivationSet id:ID", typeContent,
	},
	"complexType.local": {"mixed:boolean id:ID", typeContent},
	"simpleContent":     {"id:ID", "annotation?, (restriction.text|extension.text)"},
	"complexContent":    {"mixed:boolean id:ID", "annotation?, (restriction.elements|extension.elements)"},
	"restriction.text": {
		"base!:QName id:ID", "annotation?, simpleType.local?, " + facetsContent + ", " + attributesContent,
	},
	"extension.text":       {"base!:QName id:ID", "annotation?, " + attributesContent},
	"restriction.elements": {"base!:QName id:ID", derivationContent},
	"extension.elements":   {"base!:QName id:ID", derivationContent},

	"simpleType.top":   {"name!:NCName final:simpleDerivationSet id:ID", "annotation?, (restriction.simple|list|union)"},
	"simpleType.local": {"id:ID", "annotation?, (restriction.simple|list|union)"},
	"restriction.simple": {
		"base:QName id:ID", "annotation?, simpleType.local?, " + facetsContent,
	},
	"list":  {"itemType:QName id:ID", "annotation?, simpleType.local?"},
	"union": {"memberTypes:QNames id:ID", "annotation?, simpleType.local*"},

	"length":         {countFacet, "annotation?"},
	"minLength":      {countFacet, "annotation?"},
	"maxLength":      {countFacet, "annotation?"},
	"fractionDigits": {countFacet, "annotation?"},
	"totalDigits":    {"value!:positiveInteger fixed:boolean id:ID", "annotation?"},
	"whiteSpace":     {"value!:whiteSpace fixed:boolean id:ID", "annotation?"},
	"pattern":        {"value!:string id:ID", "annotation?"},
	"enumeration":    {"value!:string id:ID", "annotation?"},
	"maxInclusive":   {textFacet, "annotation?"},
	"maxExclusive":   {textFacet, "annotation?"},
	"minExclusive":   {textFacet, "annotation?"},
	"minInclusive":   {textFacet, "annotation?"},

	"group.top":      {"name!:NCName id:ID", "annotation?, (all.named|choice.named|sequence.named)"},
	"group.ref":      {"ref!:QName id:ID" + occurs, "annotation?"},
	"all":            {"id:ID minOccurs:zeroOrOne maxOccurs:one", "annotation?, element.inAll*"},
	"all.named":      {"id:ID", "annotation?, element.inAll*"},
	"choice":         {"id:ID" + occurs, nestedContent},
	"choice.named":   {"id:ID", nestedContent},
	"sequence":       {"id:ID" + occurs, nestedContent},
	"sequence.named": {"id:ID", nestedContent},
	"any":            {"namespace:namespaceList processContents:process id:ID" + occurs, "annotation?"},
	"anyAttribute":   {"namespace:namespaceList processContents:process id:ID", "annotation?"},

	"attributeGroup.top": {"name!:NCName id:ID", "annotation?, " + attributesContent},
	"attributeGroup.ref": {"ref!:QName id:ID", "annotation?"},

	"unique":   {"name!:NCName id:ID", "annotation?, selector, field+"},
	"key":      {"name!:NCName id:ID", "annotation?, selector, field+"},
	"keyref":   {"name!:NCName refer!:QName id:ID", "annotation?, selector, field+"},
	"selector": {"xpath!:string id:ID", "annotation?"},
	"field":    {"xpath!:string id:ID", "annotation?"},
	"notation": {"name!:NCName public:token system:anyURI id:ID", "annotation?"},
}
