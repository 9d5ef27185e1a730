// The schema for the attributes of the XML namespace. Schemas import that namespace by a network address or by no address
// at all, and every processor is expected to know it.

package load

import "crypto/sha256"

// xmlSchema declares what XML 1.0, XML Base and xml:id say of the namespace.
const xmlSchema = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="` + XMLNamespace + `">
 <attribute name="lang"><annotation><documentation>The language of the content; empty says that there is none to tell.</documentation></annotation>
  <simpleType><union memberTypes="language"><simpleType><restriction base="string"><enumeration value=""/></restriction></simpleType></union></simpleType>
 </attribute>
 <attribute name="space"><annotation><documentation>Whether white space is to be kept.</documentation></annotation>
  <simpleType><restriction base="NCName"><enumeration value="default"/><enumeration value="preserve"/></restriction></simpleType>
 </attribute>
 <attribute name="base" type="anyURI"><annotation><documentation>What relative references are relative to.</documentation></annotation></attribute>
 <attribute name="id" type="ID"><annotation><documentation>An identifier, unique in the document.</documentation></annotation></attribute>
 <attributeGroup name="specialAttrs" xmlns:xml="` + XMLNamespace + `">
  <attribute ref="xml:base"/><attribute ref="xml:lang"/><attribute ref="xml:space"/><attribute ref="xml:id"/>
 </attributeGroup>
</schema>`

// supplyXMLNamespace gives the built-in document to all imports of the XML namespace, unless a document for it was found.
func (l *loader) supplyXMLNamespace() {
	var imports []*Reference
	for _, doc := range l.documents {
		if doc.TargetNamespace == XMLNamespace {
			return
		}
		for _, ref := range doc.References {
			if ref.Kind == Import && ref.Namespace == XMLNamespace {
				imports = append(imports, ref)
			}
		}
	}
	if len(imports) == 0 {
		return
	}
	builtIn := l.document(&file{path: "xml.xsd", data: []byte(xmlSchema), hash: sha256.Sum256([]byte(xmlSchema))}, "")
	for _, ref := range imports {
		ref.Target, ref.Unresolved = builtIn, ""
	}
}
