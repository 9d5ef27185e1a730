// The text of xs:documentation, which may hold markup of any vocabulary (Part 1, section 3.13).

package schema

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// blocks are the elements of XHTML and DocBook that stand apart from what is around them, whatever their namespace.
var blocks = set(`address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table
	tr ul para simpara formalpara title itemizedlist orderedlist variablelist varlistentry programlisting note example informaltable row`)

// inline are the elements that stand in a line of text. Any other is parted from its neighbours by white space.
var inline = set(`a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var emphasis literal link
	ulink xref quote phrase citetitle`)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// documentationText is the text of a documentation element. A blank line parts blocks of markup, and an item of a list begins a line with a hyphen.
func documentationText(el *load.Element) string {
	var b strings.Builder
	writeDocumentation(&b, el.Nodes)
	return b.String()
}

func writeDocumentation(b *strings.Builder, nodes []load.Node) {
	for _, n := range nodes {
		if n.Element == nil {
			b.WriteString(n.Text)
			continue
		}
		switch name := strings.ToLower(n.Element.Name.Local); {
		case name == "li" || name == "listitem":
			b.WriteString("\n- ")
			writeDocumentation(b, n.Element.Nodes)
			b.WriteString("\n")
		case blocks[name]:
			b.WriteString("\n\n")
			writeDocumentation(b, n.Element.Nodes)
			b.WriteString("\n\n")
		case inline[name]:
			writeDocumentation(b, n.Element.Nodes)
		default:
			b.WriteString(" ")
			writeDocumentation(b, n.Element.Nodes)
			b.WriteString(" ")
		}
	}
}
