// The constraints on finished components, one file for each family.

package schema

// checkComponents checks all constraints that need complete components.
func (b *builder) checkComponents() {
	b.checkSimpleTypes()
	b.checkAttributes()
	b.checkAttributeGroups()
	b.checkElements()
	b.checkModels()
	b.checkComplexTypes()
	b.checkRedefinitions()
}
