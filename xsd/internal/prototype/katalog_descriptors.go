// This file holds the descriptors of the complex types and elements of katalog.xsd.

package prototype

import (
	"github.com/mvainnsyn/mvainnsyn/xsd"
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

var katalogType = xsd.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Katalog"},
	GoName: "Katalog",
	Fields: []xsd.Field{
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "versjon"}, Min: 1, Max: 1, Simple: xsInt},
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "valuta"}, Max: 1, Simple: xsString, Constraint: xsd.Fixed("NOK")},
		{Kind: xsd.AnyAttributeField, Max: xsd.Unbounded, Any: otherNamespaces},
		{Name: xsd.Name{Space: katalogNamespace, Local: "tittel"}, Min: 1, Max: 1, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "merknad"}, Max: 1, Simple: xsString, Nillable: true},
		{Name: xsd.Name{Space: katalogNamespace, Local: "kode"}, Min: 1, Max: 1, Simple: kodeType},
		{Name: xsd.Name{Space: katalogNamespace, Local: "fra"}, Min: 1, Max: 1, Simple: xsDate},
		{Name: xsd.Name{Space: katalogNamespace, Local: "til"}, Max: 1, Simple: xsDate},
		{Name: xsd.Name{Space: katalogNamespace, Local: "post"}, Max: 1, Item: true, Type: "Post"},
		{Name: xsd.Name{Space: katalogNamespace, Local: "avsnitt"}, Max: 1, Item: true, Type: "Avsnitt"},
		{Name: xsd.Name{Space: katalogNamespace, Local: "stoerrelse"}, Max: 1, Simple: stoerrelseType, Constraint: xsd.Default("liten")},
		{Name: xsd.Name{Space: katalogNamespace, Local: "figur"}, Max: xsd.Unbounded, Type: "Figur"},
		{Name: xsd.Name{Space: katalogNamespace, Local: "publikasjon"}, Max: xsd.Unbounded, Type: "Publikasjon", Abstract: true, Substitutable: true},
		{Name: xsd.Name{Space: katalogNamespace, Local: "ramme"}, Max: 1, Type: "Ramme", Nillable: true},
		{Kind: xsd.WildcardField, Max: 2, Any: otherNamespaces},
	},
	Content: xsd.Sequence(1, 1,
		xsd.Leaf(3, 1, 1),
		xsd.Leaf(4, 0, 1),
		xsd.Choice(1, 1,
			xsd.Leaf(5, 1, 1),
			xsd.Sequence(1, 1, xsd.Leaf(6, 1, 1), xsd.Leaf(7, 0, 1)),
		),
		xsd.Choice(0, xsd.Unbounded, xsd.Leaf(8, 1, 1), xsd.Leaf(9, 1, 1)),
		xsd.Leaf(10, 0, 1),
		xsd.Leaf(11, 0, xsd.Unbounded),
		xsd.Leaf(12, 0, xsd.Unbounded),
		xsd.Leaf(13, 0, 1),
		xsd.Leaf(14, 0, 2),
	),
	Choices: []xsd.ChoiceGroup{{Name: "Gyldighet", Required: true, Branches: [][]int{{5}, {6, 7}}}},
}

var postType = xsd.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Post"},
	GoName: "Post",
	Fields: []xsd.Field{
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "nr"}, Max: 1, Simple: xsInt},
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "erstatter"}, Max: 1, Simple: xsInt},
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "id"}, Max: 1, Simple: xsID},
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "se"}, Max: 1, Simple: xsIDREF},
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "koder"}, Max: 1, Simple: koderType},
		{Kind: xsd.TextField, Min: 1, Max: 1, Simple: beloepType},
	},
}

var avsnittType = xsd.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Avsnitt"},
	GoName: "Avsnitt",
	Mixed:  true,
	Fields: []xsd.Field{
		{Name: xsd.Name{Space: katalogNamespace, Local: "uthevet"}, Max: 1, Item: true, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "avsnitt"}, Max: 1, Item: true, Type: "Avsnitt"},
		{Kind: xsd.MixedField, Max: xsd.Unbounded, Item: true},
	},
	Content: xsd.Choice(0, xsd.Unbounded, xsd.Leaf(0, 1, 1), xsd.Leaf(1, 1, 1)),
}

var figurType = xsd.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Figur"},
	GoName: "Figur",
	Fields: []xsd.Field{{Name: xsd.Name{Space: katalogNamespace, Local: "navn"}, Min: 1, Max: 1, Simple: xsString}},
}

var sirkelType = xsd.ComplexType{
	Name:       xsd.Name{Space: katalogNamespace, Local: "Sirkel"},
	GoName:     "Sirkel",
	Base:       xsd.Name{Space: katalogNamespace, Local: "Figur"},
	Derivation: xsd.ByExtension,
	Fields: []xsd.Field{
		{Name: xsd.Name{Space: katalogNamespace, Local: "navn"}, Min: 1, Max: 1, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "radius"}, Min: 1, Max: 1, Simple: xsDouble},
	},
}

var publikasjonType = xsd.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Publikasjon"},
	GoName: "Publikasjon",
	Fields: []xsd.Field{{Name: xsd.Name{Space: katalogNamespace, Local: "navn"}, Min: 1, Max: 1, Simple: xsString}},
}

var rammeType = xsd.ComplexType{
	Name:   xsd.Name{Space: katalogNamespace, Local: "Ramme"},
	GoName: "Ramme",
	Fields: []xsd.Field{
		{Kind: xsd.AttributeField, Name: xsd.Name{Local: "type"}, Max: 1, Simple: xsString},
		{Name: xsd.Name{Space: katalogNamespace, Local: "bredde"}, Min: 1, Max: 1, Simple: xsInt},
		{Name: xsd.Name{Space: katalogNamespace, Local: "farge"}, Max: 1, Simple: xsQName},
	},
	Content: xsd.All(1, 1, xsd.Leaf(1, 1, 1), xsd.Leaf(2, 0, 1)),
}

// KatalogElement is the global element katalog.
var KatalogElement = xsd.Element[Katalog]{
	Name: xsd.Name{Space: katalogNamespace, Local: "katalog"},
	Type: "Katalog",
	Identity: []xsd.Identity{
		{Kind: xsd.Key, Name: xsd.Name{Space: katalogNamespace, Local: "postKey"}, Selector: "{urn:katalog}post", Fields: []string{"@nr"}},
		{
			Kind: xsd.KeyRef, Name: xsd.Name{Space: katalogNamespace, Local: "postRef"},
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
var KatalogSchema = xsd.NewSchema(xsd.SchemaParts{
	Package: "katalog",
	Types: []xsd.TypeEntry{
		xsd.TypeOf[Katalog](&katalogType),
		xsd.TypeOf[Post](&postType),
		xsd.TypeOf[Avsnitt](&avsnittType),
		xsd.TypeOf[Figur](&figurType),
		xsd.TypeOf[Sirkel](&sirkelType),
		xsd.TypeOf[Publikasjon](&publikasjonType),
		xsd.TypeOf[Ramme](&rammeType),
	},
	SimpleTypes: []*xsd.SimpleType{kodeType, koderType, beloepType, ordType, stoerrelseType},
	Elements:    []xsd.GlobalElement{&KatalogElement, &PublikasjonElement, &BokElement, &AvisElement},
	Imports:     []*xsd.Schema{StatusSchema},
})

// ReadXML reads a document whose root is any global element of the schema; the root is not known in advance.
func ReadXML(data []byte, opts ...xsd.Option) (xsd.Document, error) {
	return xsd.ReadDocument(KatalogSchema, data, opts...)
}
