// The constraints on finished components, one file for each family.
package schema

import "github.com/mvainnsyn/mvainnsyn/tools/internal/load"

// checkComponents checks all constraints that need complete components.
func (b *builder) checkComponents() {
	b.checkSimpleTypes()
	b.compileContents()
}

func (b *builder) checkContentRestriction(own, from *SimpleType, el *load.Element) {}
