// Following include, import and redefine (XSD 1.0 Part 1, section 4.2).

package load

import "fmt"

// follow reads the documents that doc refers to.
func (l *loader) follow(doc *Document) {
	for _, child := range doc.Root.Children() {
		var ref *Reference
		switch {
		case child.IsXSD("include"):
			ref = &Reference{Kind: Include, Element: child, Namespace: doc.TargetNamespace}
		case child.IsXSD("redefine"):
			ref = &Reference{Kind: Redefine, Element: child, Namespace: doc.TargetNamespace}
		case child.IsXSD("import"):
			ref = &Reference{Kind: Import, Element: child}
			ref.Namespace, _ = child.Token("namespace")
		default:
			continue
		}
		ref.Location, _ = child.Token("schemaLocation")
		doc.References = append(doc.References, ref)
		l.resolve(doc, ref)
	}
}

// resolve finds the document that ref refers to.
func (l *loader) resolve(doc *Document, ref *Reference) {
	path, why := l.locate(doc, ref)
	if why != "" {
		ref.Unresolved = why
		return
	}
	if len(l.documents) >= maxDocuments {
		ref.Unresolved = fmt.Sprintf("more than %d schema documents: the rest is not read", maxDocuments)
		return
	}
	f := l.read(path)
	if f.err != nil {
		ref.Unresolved = fmt.Sprintf("%s: %s; correct schemaLocation or give the file in the catalog", l.opts.Prefix+path, Reason(f.err))
		return
	}
	if ref.Kind == Import {
		l.imported(ref, f)
		return
	}
	l.included(doc, ref, f)
}

// imported settles an import: the document must have the namespace that the import names (src-import 3).
func (l *loader) imported(ref *Reference, f *file) {
	target := l.document(f, "")
	if target == nil {
		ref.Unresolved = l.opts.Prefix + f.path + " is not a schema document"
		return
	}
	if target.TargetNamespace != ref.Namespace {
		l.problems.Addf(ref.Element.Position, "src-import.3", "%s is imported for %s, but its target namespace is %s; correct namespace or schemaLocation",
			ref.Location, namespaceWords(ref.Namespace), namespaceWords(target.TargetNamespace))
		return
	}
	ref.Target = target
}

// included settles an include or redefine: the document must have the same target namespace, or none (src-include 2).
func (l *loader) included(doc *Document, ref *Reference, f *file) {
	target := l.document(f, doc.TargetNamespace)
	if target == nil {
		ref.Unresolved = l.opts.Prefix + f.path + " is not a schema document"
		return
	}
	if target.TargetNamespace != doc.TargetNamespace {
		rule, verb := "src-include.2", "included"
		if ref.Kind == Redefine {
			rule, verb = "src-redefine.3", "redefined"
		}
		l.problems.Addf(ref.Element.Position, rule, "%s is %s in a schema for %s, but its target namespace is %s; use xs:import for another namespace",
			ref.Location, verb, namespaceWords(doc.TargetNamespace), namespaceWords(target.TargetNamespace))
		return
	}
	ref.Target = target
}

// namespaceWords names a namespace in a message.
func namespaceWords(uri string) string {
	if uri == "" {
		return "no namespace"
	}
	return "namespace " + uri
}
