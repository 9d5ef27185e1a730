// Schemas that are built in, in transcriptions of our own: those of the xml namespace, of XLink and of XML Signature. Published schemas import
// them by a network address or by no address at all. They are used where nothing else was found.

package load

import (
	"crypto/sha256"
	"embed"
)

// XLinkNamespace and SignatureNamespace are the namespaces of XLink 1.1 and of XML Signature.
const (
	XLinkNamespace     = "http://www.w3.org/1999/xlink"
	SignatureNamespace = "http://www.w3.org/2000/09/xmldsig#"
)

//go:embed builtin/*.xsd
var builtInFiles embed.FS

// builtIns are the files of the namespaces that are built in. XLink comes before that of the xml namespace, which it imports.
var builtIns = []struct{ namespace, file string }{
	{SignatureNamespace, "xmldsig.xsd"},
	{XLinkNamespace, "xlink.xsd"},
	{XMLNamespace, "xml.xsd"},
}

// supplyBuiltIns gives the built-in documents to imports that found nothing, where no document of the namespace was read.
func (l *loader) supplyBuiltIns() {
	for _, b := range builtIns {
		l.supply(b.namespace, b.file)
	}
}

func (l *loader) supply(namespace, name string) {
	var imports []*Reference
	for _, doc := range l.documents {
		if doc.TargetNamespace == namespace {
			return
		}
		for _, ref := range doc.References {
			if ref.Kind == Import && ref.Namespace == namespace && ref.Target == nil {
				imports = append(imports, ref)
			}
		}
	}
	if len(imports) == 0 {
		return
	}
	data, err := builtInFiles.ReadFile("builtin/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	builtIn := l.document(&file{path: name, data: data, hash: sha256.Sum256(data)}, "")
	builtIn.BuiltIn = true
	l.follow(builtIn)
	for _, ref := range imports {
		ref.Target, ref.Unresolved = builtIn, ""
	}
}
