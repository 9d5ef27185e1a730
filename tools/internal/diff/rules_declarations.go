// Rules about element and attribute declarations.

package diff

var declarationRules = []*Rule{
	{
		ID: "nillable-added", What: "An element may be nil.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "nillable-removed",
	},
	{
		ID: "nillable-removed", What: "An element may no longer be nil.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "nillable-added",
	},
	{
		ID: "default-added", What: "A default value was added: a document that leaves the value out means something else.",
		Readers: Safe, Writers: Safe, Go: Differs, Mirror: "default-removed",
	},
	{
		ID: "default-removed", What: "The default value was removed: a document that leaves the value out means something else.",
		Readers: Safe, Writers: Safe, Go: Differs, Mirror: "default-added",
	},
	{
		ID: "default-changed", What: "The default value changed: a document that leaves the value out means something else.",
		Readers: Safe, Writers: Safe, Go: Differs, Mirror: "default-changed",
	},
	{
		ID: "fixed-added", What: "The value is fixed.",
		Readers: Safe, Writers: Breaks, Go: Differs, Mirror: "fixed-removed",
	},
	{
		ID: "fixed-changed", What: "The fixed value changed.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "fixed-changed",
	},
	{
		ID: "fixed-removed", What: "The value is no longer fixed.",
		Readers: Breaks, Writers: Safe, Go: Differs, Mirror: "fixed-added",
	},
	{
		ID: "form-changed", What: "A local element or attribute is in another namespace: qualified and unqualified changed places.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "form-changed",
	},
	{
		ID: "attribute-added-optional", What: "An attribute may appear that could not.",
		Readers: Depends, Writers: Safe, Go: Adds, Mirror: "attribute-removed-optional",
	},
	{
		ID: "attribute-added-required", What: "An attribute must appear that could not.",
		Readers: Depends, Writers: Breaks, Go: Differs, Mirror: "attribute-removed-required",
	},
	{
		ID: "attribute-removed-optional", What: "An attribute may no longer appear.",
		Readers: Safe, Writers: Depends, Go: Breaks, Mirror: "attribute-added-optional",
	},
	{
		ID: "attribute-removed-required", What: "An attribute that had to appear may no longer do so.",
		Readers: Breaks, Writers: Depends, Go: Breaks, Mirror: "attribute-added-required",
	},
	{
		ID: "attribute-renamed", What: "An attribute has another name.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "attribute-renamed",
	},
	{
		ID: "attribute-became-required", What: "An attribute must appear that was optional.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "attribute-became-optional",
	},
	{
		ID: "attribute-became-optional", What: "An attribute may be left out that had to appear.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "attribute-became-required",
	},
	{
		ID: "attribute-prohibited", What: "A restriction prohibits an attribute of its base.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "attribute-no-longer-prohibited",
	},
	{
		ID: "attribute-no-longer-prohibited", What: "A restriction no longer prohibits an attribute of its base.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "attribute-prohibited",
	},
	{
		ID: "attribute-type-changed", What: "An attribute is of another type.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "attribute-type-changed",
	},
	{
		ID: "any-attribute-added", What: "A wildcard lets in attributes of other schemas.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "any-attribute-removed",
	},
	{
		ID: "any-attribute-removed", What: "A wildcard is gone that let in attributes of other schemas.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "any-attribute-added",
	},
	{
		ID: "any-attribute-namespace-widened", What: "A wildcard lets in attributes of more namespaces.",
		Readers: Breaks, Writers: Safe, Go: Safe, Mirror: "any-attribute-namespace-narrowed",
	},
	{
		ID: "any-attribute-namespace-narrowed", What: "A wildcard lets in attributes of fewer namespaces.",
		Readers: Safe, Writers: Breaks, Go: Safe, Mirror: "any-attribute-namespace-widened",
	},
	{
		ID: "any-attribute-namespace-changed", What: "A wildcard lets in attributes of other namespaces.",
		Readers: Breaks, Writers: Breaks, Go: Safe, Mirror: "any-attribute-namespace-changed",
	},
	{
		ID: "any-attribute-process-contents-relaxed", What: "What attribute a wildcard lets in is checked less strictly.",
		Readers: Breaks, Writers: Safe, Go: Safe, Mirror: "any-attribute-process-contents-tightened",
	},
	{
		ID: "any-attribute-process-contents-tightened", What: "What attribute a wildcard lets in is checked more strictly.",
		Readers: Safe, Writers: Breaks, Go: Safe, Mirror: "any-attribute-process-contents-relaxed",
	},
	{
		ID: "attribute-group-refactored", What: "An attribute group is used where its attributes were written out, or the other way round.",
		Readers: Safe, Writers: Safe, Go: Depends, Mirror: "attribute-group-refactored",
	},
	{
		ID: "identity-constraint-added", What: "Values must be unique, or refer to others, that did not have to.",
		Readers: Safe, Writers: Depends, Go: Safe, Mirror: "identity-constraint-removed",
	},
	{
		ID: "identity-constraint-removed", What: "Values no longer have to be unique, or to refer to others.",
		Readers: Depends, Writers: Safe, Go: Safe, Mirror: "identity-constraint-added",
	},
	{
		ID: "identity-selector-changed", What: "An identity constraint selects other elements. Where it is not proved that documents keep both, one that does not is looked for.",
		Readers: Depends, Writers: Depends, Go: Safe, Mirror: "identity-selector-changed",
	},
	{
		ID: "identity-field-changed", What: "An identity constraint compares other values. Where it is not proved that documents keep both, one that does not is looked for.",
		Readers: Depends, Writers: Depends, Go: Safe, Mirror: "identity-field-changed",
	},
	{
		ID: "identity-refer-changed", What: "A keyref refers to another key. Where it is not proved that documents keep both, one that does not is looked for.",
		Readers: Depends, Writers: Depends, Go: Safe, Mirror: "identity-refer-changed",
	},
}
