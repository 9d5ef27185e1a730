// This file spells the paths of identity constraints as the runtime reads them: names with their namespaces in braces.

package emit

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func xpath(x *schema.XPath) string {
	paths := make([]string, len(x.Paths))
	for i, p := range x.Paths {
		steps := make([]string, len(p.Steps))
		for j, s := range p.Steps {
			steps[j] = step(s)
		}
		switch {
		case p.Descendants && len(steps) == 0:
			paths[i] = ".//."
		case p.Descendants:
			paths[i] = ".//" + strings.Join(steps, "/")
		case len(steps) == 0:
			paths[i] = "."
		default:
			paths[i] = strings.Join(steps, "/")
		}
	}
	return strings.Join(paths, "|")
}

func step(s schema.Step) string {
	name := s.Test.Name.String()
	switch {
	case s.Test.AnyName:
		name = "*"
	case s.Test.AnyLocal:
		name = "{" + s.Test.Name.Space + "}*"
	}
	if s.Attribute {
		return "@" + name
	}
	return name
}
