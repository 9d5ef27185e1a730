// What authors say of components: documentation, information for applications, attributes of other namespaces.

package diff

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// compareAnnotations notes what is said otherwise of a pair of components; white space means nothing in it.
func (c *comparer) compareAnnotations(old, newer schema.Component, path string) {
	type said struct{ schema.Component }
	if !first(c, said{old}, said{newer}) {
		return
	}
	c.compareNotes(old.Source().Annotation, newer.Source().Annotation, path, Place{Position: old.Source().Position}, Place{Position: newer.Source().Position})
}

func (c *comparer) compareNotes(x, y schema.Annotation, path string, before, after Place) {
	before.Text, after.Text = "documentation", "documentation"
	if !sameWords(x.Documentation, y.Documentation) {
		c.report("documentation-changed", path, before, after, "the documentation changed", harmless{})
	}
	if !sameWords(x.AppInfo, y.AppInfo) {
		before.Text, after.Text = "appinfo", "appinfo"
		c.report("appinfo-changed", path, before, after, "the information for applications changed", harmless{})
	}
	if !slices.Equal(sortedForeign(x), sortedForeign(y)) {
		before.Text, after.Text = strings.Join(sortedForeign(x), ", "), strings.Join(sortedForeign(y), ", ")
		c.report("foreign-attribute-changed", path, before, after, "attributes of other namespaces are other ones", harmless{})
	}
}

func sameWords(x, y []string) bool {
	return load.Collapse(strings.Join(x, " ")) == load.Collapse(strings.Join(y, " "))
}

func sortedForeign(a schema.Annotation) []string {
	var texts []string
	for _, f := range a.Foreign {
		texts = append(texts, f.Name.String()+"="+f.Value)
	}
	slices.Sort(texts)
	return texts
}
