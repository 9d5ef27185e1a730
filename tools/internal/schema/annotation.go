// Annotations (Part 1, section 3.13).

package schema

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// origin returns position and annotation of the component written as el.
func origin(el *load.Element) Origin {
	return Origin{Position: el.Position, Annotation: annotation(el)}
}

// annotation collects what el's author wrote for readers.
func annotation(el *load.Element) Annotation {
	var a Annotation
	for i := range el.Attrs {
		if at := &el.Attrs[i]; at.Name.Space != "" && at.Name.Space != XSDNamespace {
			a.Foreign = append(a.Foreign, ForeignAttribute{Name: at.Name, Value: at.Value})
		}
	}
	for _, n := range el.Nodes {
		if n.Element == nil || !n.Element.IsXSD("annotation") {
			continue
		}
		for _, part := range n.Element.Children() {
			switch {
			case part.IsXSD("documentation"):
				a.Documentation = append(a.Documentation, documentationText(part))
			case part.IsXSD("appinfo"):
				a.AppInfo = append(a.AppInfo, rawContent(part))
			}
		}
	}
	return a
}

// rawContent writes the content of el as markup, with prefixes as in the document.
func rawContent(el *load.Element) string {
	var b strings.Builder
	writeRaw(&b, el.Nodes)
	return b.String()
}

var (
	escapeText  = strings.NewReplacer("&", "&amp;", "<", "&lt;")
	escapeValue = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;")
)

func writeRaw(b *strings.Builder, nodes []load.Node) {
	for _, n := range nodes {
		if n.Element == nil {
			b.WriteString(escapeText.Replace(n.Text))
			continue
		}
		name := rawName(n.Element.Prefix, n.Element.Name.Local)
		b.WriteString("<" + name)
		for i := range n.Element.Attrs {
			a := &n.Element.Attrs[i]
			b.WriteString(" " + rawName(a.Prefix, a.Name.Local) + `="` + escapeValue.Replace(a.Value) + `"`)
		}
		b.WriteString(">")
		writeRaw(b, n.Element.Nodes)
		b.WriteString("</" + name + ">")
	}
}

func rawName(prefix, local string) string {
	if prefix == "" {
		return local
	}
	return prefix + ":" + local
}
