// Namespace constraints of wildcards (Part 1, section 3.10.2).

package schema

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// namespaceConstraint reads the namespace attribute of el.
func namespaceConstraint(el *load.Element) content.NamespaceConstraint {
	target := el.Document.TargetNamespace
	value, ok := el.Token("namespace")
	switch {
	case !ok || value == "##any":
		return content.Any()
	case value == "##other":
		return content.Not(target)
	}
	var names []string
	for _, word := range strings.Fields(value) {
		switch word {
		case "##targetNamespace":
			word = target
		case "##local":
			word = ""
		}
		names = append(names, word)
	}
	return content.List(names...)
}
