// Target namespaces that changed: which took the place of which, so that everything else is compared across the change.

package diff

import (
	"fmt"
	"slices"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// MovedSpaces finds, for namespaces that only the new schema has, the one of the old schema whose place they took: that of the first documents, and for
// others the one that shares at least half of its global names.
func MovedSpaces(old, newer *schema.Set) map[string]string {
	gone, came := only(old, newer), only(newer, old)
	moved := map[string]string{}
	for i, space := range came {
		if j := predecessor(old, newer, space, gone, i == 0 && isMain(newer, space)); j >= 0 {
			moved[space] = gone[j]
			gone = slices.Delete(gone, j, j+1)
		}
	}
	return moved
}

// only lists the target namespaces that one schema has and the other has not.
func only(set, other *schema.Set) []string {
	theirs := spacesOf(other)
	return slices.DeleteFunc(spacesOf(set), func(space string) bool { return slices.Contains(theirs, space) || space == load.XMLNamespace })
}

func isMain(set *schema.Set, space string) bool { return set.Documents[0].TargetNamespace == space }

// predecessor is the index in gone of the namespace whose place space took, or -1.
func predecessor(old, newer *schema.Set, space string, gone []string, main bool) int {
	if main {
		if i := slices.Index(gone, old.Documents[0].TargetNamespace); i >= 0 {
			return i
		}
	}
	best, most := -1, 0
	names := globalNames(newer, space)
	for i, g := range gone {
		common := 0
		for name := range globalNames(old, g) {
			if names[name] {
				common++
			}
		}
		if 2*common >= len(names) && common > most {
			best, most = i, common
		}
	}
	return best
}

// globalNames are the local names of elements and types in a namespace.
func globalNames(set *schema.Set, space string) map[string]bool {
	names := map[string]bool{}
	for _, e := range set.Elements {
		if e.Name.Space == space {
			names["element "+e.Name.Local] = true
		}
	}
	for _, t := range set.Types {
		if t.TypeName().Space == space {
			names["type "+t.TypeName().Local] = true
		}
	}
	return names
}

// mapped is the new schema with the namespaces of the old one.
func mapped(in Input, moved map[string]string) (Input, error) {
	in.Documents = load.Rename(in.Documents, moved)
	set, err := schema.Build(in.Documents)
	if err != nil {
		return in, fmt.Errorf("the schema %s does not build with the namespaces of the old one: %w", in.Name, err)
	}
	in.Set = set
	return in, nil
}

// reportSpaces reports each changed namespace of the new schema once.
func (c *comparer) reportSpaces(in Input, moved map[string]string) {
	for _, space := range sortedKeys(moved) {
		before, after := moved[space], space
		rule, message := "target-namespace-changed", "the target namespace is "+after+"; it was "+before
		switch {
		case before == "":
			rule, message = "target-namespace-added", "the target namespace is "+after+"; there was none"
		case after == "":
			rule, message = "target-namespace-removed", "there is no target namespace; it was "+before
		}
		c.report(rule, schemaPath, documentPlace(documentsOf(c.old.set, before)[0], "namespace "+before), documentPlace(documentsOf(c.new.set, before)[0], "namespace "+after), message,
			ofNamespace{before, sync.OnceValues(func() (*schema.Set, error) {
				one, err := mapped(in, map[string]string{after: before})
				return one.Set, err
			})})
	}
}
