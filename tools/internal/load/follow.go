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
	if given := l.amongGiven(doc, ref); given != nil {
		l.takeGiven(doc, ref, given)
		return
	}
	if len(l.documents) >= maxDocuments {
		ref.Unresolved = fmt.Sprintf("more than %d schema documents: the rest is not read", maxDocuments)
		return
	}
	f, why := l.find(doc, ref)
	if why != "" {
		ref.Unresolved = why
		return
	}
	l.settle(doc, ref, f)
}

// takeGiven makes a document that was given the target of ref. One without a namespace is read again for the including document's.
func (l *loader) takeGiven(doc *Document, ref *Reference, given *Document) {
	if given.TargetNamespace == ref.Namespace {
		ref.Target = given
		return
	}
	l.settle(doc, ref, &file{path: given.File, address: given.Address, data: given.Data, hash: given.Hash})
}

// settle makes the document in f the target of ref.
func (l *loader) settle(doc *Document, ref *Reference, f *file) {
	if ref.Kind == Import {
		l.imported(ref, f)
	} else {
		l.included(doc, ref, f)
	}
	if ref.Target != nil && f.far {
		ref.Target.Elsewhere = true
	}
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
