// This file holds the descriptors of the complex types and elements of katalog.xsd.

package prototype

import (
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

const katalogNamespace = "urn:katalog"

var (
	xsInt    = xsd.BuiltIn("int")
	xsString = xsd.BuiltIn("string")
	xsDate   = xsd.BuiltIn("date")
	xsDouble = xsd.BuiltIn("double")
	xsID     = xsd.BuiltIn("ID")
	xsIDREF  = xsd.BuiltIn("IDREF")
	xsQName  = xsd.BuiltIn("QName")
)

var otherNamespaces = &content.Wildcard{Namespaces: content.Not(katalogNamespace), Process: content.Lax}

var katalogType = codec.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Katalog"},
	GoName: "Katalog",
	Fields: []codec.Field{
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "versjon"}, Min: 1, Max: 1, Simple: xsInt},
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "valuta"}, Max: 1, Simple: xsString, Constraint: codec.Fixed("NOK")},
		{Kind: codec.AnyAttributeField, Max: codec.Unbounded, Any: otherNamespaces},
		{Name: xsd.Name{Space: katalogNamespace, Local: "tittel"}, Min: 1, Max: 1, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "merknad"}, Max: 1, Simple: xsString, Nillable: true},
		{Name: xsd.Name{Space: katalogNamespace, Local: "kode"}, Min: 1, Max: 1, Simple: kodeType},
		{Name: xsd.Name{Space: katalogNamespace, Local: "fra"}, Min: 1, Max: 1, Simple: xsDate},
		{Name: xsd.Name{Space: katalogNamespace, Local: "til"}, Max: 1, Simple: xsDate},
		{Name: xsd.Name{Space: katalogNamespace, Local: "post"}, Max: 1, Item: true, Type: "Post"},
		{Name: xsd.Name{Space: katalogNamespace, Local: "avsnitt"}, Max: 1, Item: true, Type: "Avsnitt"},
		{Name: xsd.Name{Space: katalogNamespace, Local: "stoerrelse"}, Max: 1, Simple: stoerrelseType, Constraint: codec.Default("liten")},
		{Name: xsd.Name{Space: katalogNamespace, Local: "figur"}, Max: codec.Unbounded, Type: "Figur"},
		{Name: xsd.Name{Space: katalogNamespace, Local: "publikasjon"}, Max: codec.Unbounded, Type: "Publikasjon", Abstract: true, Substitutable: true},
		{Name: xsd.Name{Space: katalogNamespace, Local: "ramme"}, Max: 1, Type: "Ramme", Nillable: true},
		{Kind: codec.WildcardField, Max: 2, Any: otherNamespaces},
	},
	Content: codec.Sequence(1, 1,
		codec.Leaf(3, 1, 1),
		codec.Leaf(4, 0, 1),
		codec.Choice(1, 1,
			codec.Leaf(5, 1, 1),
			codec.Sequence(1, 1, codec.Leaf(6, 1, 1), codec.Leaf(7, 0, 1)),
		),
		codec.Choice(0, codec.Unbounded, codec.Leaf(8, 1, 1), codec.Leaf(9, 1, 1)),
		codec.Leaf(10, 0, 1),
		codec.Leaf(11, 0, codec.Unbounded),
		codec.Leaf(12, 0, codec.Unbounded),
		codec.Leaf(13, 0, 1),
		codec.Leaf(14, 0, 2),
	),
	Choices: []codec.ChoiceGroup{{Name: "Gyldighet", Required: true, Branches: [][]int{{5}, {6, 7}}}},
}

var postType = codec.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Post"},
	GoName: "Post",
	Fields: []codec.Field{
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "nr"}, Max: 1, Simple: xsInt},
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "erstatter"}, Max: 1, Simple: xsInt},
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "id"}, Max: 1, Simple: xsID},
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "se"}, Max: 1, Simple: xsIDREF},
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "koder"}, Max: 1, Simple: koderType},
		{Kind: codec.TextField, Min: 1, Max: 1, Simple: beloepType},
	},
}

var avsnittType = codec.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Avsnitt"},
	GoName: "Avsnitt",
	Mixed:  true,
	Fields: []codec.Field{
		{Name: xsd.Name{Space: katalogNamespace, Local: "uthevet"}, Max: 1, Item: true, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "avsnitt"}, Max: 1, Item: true, Type: "Avsnitt"},
		{Kind: codec.MixedField, Max: codec.Unbounded, Item: true},
	},
	Content: codec.Choice(0, codec.Unbounded, codec.Leaf(0, 1, 1), codec.Leaf(1, 1, 1)),
}

var figurType = codec.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Figur"},
	GoName: "Figur",
	Fields: []codec.Field{{Name: xsd.Name{Space: katalogNamespace, Local: "navn"}, Min: 1, Max: 1, Simple: xsString}},
}

var sirkelType = codec.ComplexType{
	Name:       xsd.Name{Space: katalogNamespace, Local: "Sirkel"},
	GoName:     "Sirkel",
	Base:       xsd.Name{Space: katalogNamespace, Local: "Figur"},
	Derivation: codec.ByExtension,
	Fields: []codec.Field{
		{Name: xsd.Name{Space: katalogNamespace, Local: "navn"}, Min: 1, Max: 1, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "radius"}, Min: 1, Max: 1, Simple: xsDouble},
	},
}

var publikasjonType = codec.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Publikasjon"},
	GoName: "Publikasjon",
	Fields: []codec.Field{{Name: xsd.Name{Space: katalogNamespace, Local: "navn"}, Min: 1, Max: 1, Simple: xsString}},
}

var rammeType = codec.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Ramme"},
	GoName: "Ramme",
	Fields: []codec.Field{
		{Kind: codec.AttributeField, Name: xsd.Name{Local: "type"}, Max: 1, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "bredde"}, Min: 1, Max: 1, Simple: xsInt},
		{Name: xsd.Name{Space: katalogNamespace, Local: "farge"}, Max: 1, Simple: xsQName},
	},
	Content: codec.All(1, 1, codec.Leaf(1, 1, 1), codec.Leaf(2, 0, 1)),
}

// KatalogElement is the global element katalog.
var KatalogElement = xsd.Element[Katalog]{
	Name: xsd.Name{Space: katalogNamespace, Local: "katalog"},
	Type: "Katalog",
	Identity: []codec.Identity{
		{Kind: codec.Key, Name: xsd.Name{Space: katalogNamespace, Local: "postKey"}, Selector: "{urn:katalog}post", Fields: []string{"@nr"}},
		{
			Kind: codec.KeyRef, Name: xsd.Name{Space: katalogNamespace, Local: "postRef"},
			Refer: xsd.Name{Space: katalogNamespace, Local: "postKey"}, Selector: "{urn:katalog}post", Fields: []string{"@erstatter"},
		},
	},
}

// PublikasjonElement is the global element publikasjon.
var PublikasjonElement = xsd.Element[Publikasjon]{
	Name: xsd.Name{Space: katalogNamespace, Local: "publikasjon"}, Type: "Publikasjon", Abstract: true,
}

// BokElement is the global element bok.
var BokElement = xsd.Element[Publikasjon]{
	Name: xsd.Name{Space: katalogNamespace, Local: "bok"}, Type: "Publikasjon",
	Substitutes: []xsd.Name{{Space: katalogNamespace, Local: "publikasjon"}},
}

// AvisElement is the global element avis.
var AvisElement = xsd.Element[Publikasjon]{
	Name: xsd.Name{Space: katalogNamespace, Local: "avis"}, Type: "Publikasjon",
	Substitutes: []xsd.Name{{Space: katalogNamespace, Local: "publikasjon"}},
}

// KatalogSchema ties the descriptors of katalog.xsd together.
var KatalogSchema = codec.NewSchema(codec.SchemaParts{
	Package: "katalog",
	Types: []codec.TypeEntry{
		codec.TypeOf[Katalog](&katalogType),
		codec.TypeOf[Post](&postType),
		codec.TypeOf[Avsnitt](&avsnittType),
		codec.TypeOf[Figur](&figurType),
		codec.TypeOf[Sirkel](&sirkelType),
		codec.TypeOf[Publikasjon](&publikasjonType),
		codec.TypeOf[Ramme](&rammeType),
	},
	SimpleTypes: []*xsd.SimpleType{kodeType, koderType, beloepType, ordType, stoerrelseType},
	Elements:    []codec.GlobalElement{&KatalogElement, &PublikasjonElement, &BokElement, &AvisElement},
	Imports:     []*xsd.Schema{StatusSchema},
})

// ReadXML reads a document whose root is any global element of the schema; the root is not known in advance.
func ReadXML(data []byte, opts ...xsd.Option) (xsd.Document, error) {
	return xsd.ReadDocument(KatalogSchema, data, opts...)
}
