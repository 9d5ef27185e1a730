// Schema documents: what their root elements say, and which documents there are. What that does to components is found at the components.

package diff

import (
	"path"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// compareDocuments notes what changed about the documents of the two schemas, namespace by namespace.
func (c *comparer) compareDocuments() {
	for _, space := range spacesOf(c.old.set) {
		before, after := documentsOf(c.old.set, space), documentsOf(c.new.set, space)
		if len(after) == 0 {
			continue
		}
		c.compareCounts(before, after)
		if len(before) == 1 && len(after) == 1 {
			c.compareDocument(before[0], after[0])
		}
	}
	c.compareSources()
}

func spacesOf(set *schema.Set) []string {
	var spaces []string
	for _, d := range set.Documents {
		if !slices.Contains(spaces, d.TargetNamespace) {
			spaces = append(spaces, d.TargetNamespace)
		}
	}
	return spaces
}

func documentsOf(set *schema.Set, space string) []schema.DocumentInfo {
	var all []schema.DocumentInfo
	for _, d := range set.Documents {
		if d.TargetNamespace == space {
			all = append(all, d)
		}
	}
	return all
}

// schemaPath is the path of what concerns a whole schema document.
const schemaPath = "schema"

func documentPlace(d schema.DocumentInfo, text string) Place {
	p := Place{Text: text}
	p.Position.File = d.File
	return p
}

// compareCounts notes that the components of a namespace are in more or fewer documents.
func (c *comparer) compareCounts(before, after []schema.DocumentInfo) {
	rule, message := "include-split", "the components are in more documents"
	switch {
	case len(before) == len(after):
		return
	case len(before) > len(after):
		rule, message = "include-merged", "the components are in fewer documents"
	}
	c.report(rule, schemaPath, documentPlace(before[0], files(before)), documentPlace(after[0], files(after)), message, harmless{})
}

func files(documents []schema.DocumentInfo) string {
	var names []string
	for _, d := range documents {
		names = append(names, path.Base(d.File))
	}
	return strings.Join(names, ", ")
}

// compareDocument compares what two documents say of themselves.
func (c *comparer) compareDocument(old, newer schema.DocumentInfo) {
	if old.Version != newer.Version {
		c.report("schema-version-changed", schemaPath, documentPlace(old, "version "+old.Version), documentPlace(newer, "version "+newer.Version),
			"the version of the schema is "+newer.Version+"; it was "+old.Version, harmless{})
	}
	if path.Base(old.File) != path.Base(newer.File) {
		c.report("file-renamed", schemaPath, documentPlace(old, path.Base(old.File)), documentPlace(newer, path.Base(newer.File)),
			"the file is called "+path.Base(newer.File)+"; it was called "+path.Base(old.File), harmless{})
	}
	c.compareNotes(old.Annotation, newer.Annotation, schemaPath, documentPlace(old, ""), documentPlace(newer, ""))
}

// compareSources notes what the documents say that components do not keep.
func (c *comparer) compareSources() {
	before, after := c.sources.old, c.sources.new
	if len(before) == 0 || len(after) == 0 {
		return
	}
	c.compareImports(before, after)
	c.compareDefaults(before[0], after[0])
	c.compareKindsOfInclusion(before, after)
}

// compareDefaults compares the defaults that the first documents give.
func (c *comparer) compareDefaults(old, newer *load.Document) {
	for _, d := range []struct{ attribute, rule string }{{"blockDefault", "block-default-changed"}, {"finalDefault", "final-default-changed"}} {
		x, _ := old.Root.Token(d.attribute)
		y, _ := newer.Root.Token(d.attribute)
		if x != y {
			c.report(d.rule, schemaPath, sourcePlace(old.Root, d.attribute+" "+x), sourcePlace(newer.Root, d.attribute+" "+y), d.attribute+" is \""+y+"\" and was \""+x+"\"", harmless{})
		}
	}
}

func sourcePlace(e *load.Element, text string) Place { return Place{Position: e.Position, Text: text} }

// imports are the references to other namespaces, by namespace.
func imports(documents []*load.Document) map[string]*load.Reference {
	all := map[string]*load.Reference{}
	for _, d := range documents {
		for _, r := range d.References {
			if r.Kind == load.Import && all[r.Namespace] == nil {
				all[r.Namespace] = r
			}
		}
	}
	return all
}

func importWords(space string) string { return "import " + space }

func (c *comparer) compareImports(before, after []*load.Document) {
	x, y := imports(before), imports(after)
	for _, space := range sortedKeys(x) {
		if y[space] == nil {
			c.report("import-removed", schemaPath, sourcePlace(x[space].Element, importWords(space)), Place{}, "namespace "+space+" is no longer imported", harmless{})
		}
	}
	for _, space := range sortedKeys(y) {
		r := y[space]
		switch {
		case x[space] == nil:
			c.report("import-added", schemaPath, Place{}, sourcePlace(r.Element, importWords(space)), "namespace "+space+" is imported", harmless{})
		case (r.Target == nil) != (x[space].Target == nil):
			c.report("import-unresolvable", schemaPath, sourcePlace(x[space].Element, importWords(space)), sourcePlace(r.Element, importWords(space)),
				"the import of namespace "+space+" was found on one side only: "+r.Unresolved+x[space].Unresolved, undecidable{"what the import would bring is not known; give the document with --catalog"})
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// compareKindsOfInclusion notes documents that take on a namespace, or are redefined, on one side only.
func (c *comparer) compareKindsOfInclusion(before, after []*load.Document) {
	old, newer := sourcePlace(before[0].Root, "schema"), sourcePlace(after[0].Root, "schema")
	chameleon := func(d *load.Document) bool { return d.Chameleon }
	if slices.ContainsFunc(before, chameleon) != slices.ContainsFunc(after, chameleon) {
		c.report("chameleon-include-changed", schemaPath, old, newer, "a document takes on a namespace on one side only", harmless{})
	}
	redefines := func(d *load.Document) bool {
		return slices.ContainsFunc(d.References, func(r *load.Reference) bool { return r.Kind == load.Redefine })
	}
	if slices.ContainsFunc(before, redefines) != slices.ContainsFunc(after, redefines) {
		c.report("redefine-changed", schemaPath, old, newer, "a document is redefined on one side only", harmless{})
	}
}
