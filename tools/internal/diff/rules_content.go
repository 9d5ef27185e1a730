// Rules about content models.

package diff

var contentRules = []*Rule{
	{
		ID: "element-added-optional", What: "An element may appear that could not.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "element-removed-optional",
	},
	{
		ID: "element-added-required", What: "An element must appear that could not.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "element-removed-required",
	},
	{
		ID: "element-removed-optional", What: "An element may no longer appear.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "element-added-optional",
	},
	{
		ID: "element-removed-required", What: "An element that had to appear may no longer do so.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "element-added-required",
	},
	{
		ID: "element-added-where-wildcard", What: "An element is declared that a wildcard let in before.",
		Readers: Depends, Writers: Depends, Go: Differs, Mirror: "element-removed-where-wildcard",
	},
	{
		ID: "element-removed-where-wildcard", What: "An element is no longer declared where a wildcard lets it in.",
		Readers: Depends, Writers: Depends, Go: Breaks, Mirror: "element-added-where-wildcard",
	},
	{
		ID: "group-added-optional", What: "A group of elements may appear that could not.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "group-removed-optional",
	},
	{
		ID: "group-added-required", What: "A group of elements must appear that could not.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "group-removed-required",
	},
	{
		ID: "group-removed-optional", What: "A group of elements may no longer appear.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "group-added-optional",
	},
	{
		ID: "group-removed-required", What: "A group of elements that had to appear may no longer do so.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "group-added-required",
	},
	{
		ID: "choice-branch-added", What: "A choice has another branch.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "choice-branch-removed",
	},
	{
		ID: "choice-branch-removed", What: "A choice has lost a branch.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "choice-branch-added",
	},
	{
		ID: "element-renamed", What: "An element has another name at the same place.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "element-renamed",
	},
	{
		ID: "element-moved", What: "An element appears at another place of the sequence.",
		Readers: Breaks, Writers: Breaks, Go: Safe, Mirror: "element-moved",
	},
	{
		ID: "element-moved-between-models", What: "An element moved into a group, out of one, or from one to another.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "element-moved-between-models",
	},
	{
		ID: "min-occurs-decreased", What: "Fewer are required.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "min-occurs-increased",
	},
	{
		ID: "min-occurs-increased", What: "More are required.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "min-occurs-decreased",
	},
	{
		ID: "max-occurs-increased", What: "More are allowed.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "max-occurs-decreased",
	},
	{
		ID: "max-occurs-decreased", What: "Fewer are allowed.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "max-occurs-increased",
	},
	{
		ID: "group-occurs-widened", What: "A group of elements may appear fewer or more times.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "group-occurs-narrowed",
	},
	{
		ID: "group-occurs-narrowed", What: "A group of elements may not appear as few or as many times as before.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "group-occurs-widened",
	},
	{
		ID: "group-occurs-changed", What: "A group of elements must appear another number of times.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "group-occurs-changed",
	},
	{
		ID: "compositor-changed", What: "A group is a sequence, choice or all group and was another of these.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "compositor-changed",
	},
	{
		ID: "content-model-equivalent", What: "A content model is written otherwise and allows the same.",
		Readers: Safe, Writers: Safe, Go: Depends, Mirror: "content-model-equivalent",
	},
	{
		ID: "content-model-widened", What: "A content model allows more; its changes make no sense one by one.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "content-model-narrowed",
	},
	{
		ID: "content-model-narrowed", What: "A content model allows less; its changes make no sense one by one.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "content-model-widened",
	},
	{
		ID: "content-model-incomparable", What: "The content model changed as a whole: its changes have no meaning one by one.",
		Readers: Breaks, Writers: Breaks, Go: Depends, Mirror: "content-model-incomparable",
	},
	{
		ID: "group-refactored", What: "A named group is used where its content was written out, or the other way round.",
		Readers: Safe, Writers: Safe, Go: Depends, Mirror: "group-refactored",
	},
	{
		ID: "any-added", What: "A wildcard lets in elements of other schemas.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "any-removed",
	},
	{
		ID: "any-removed", What: "A wildcard is gone that let in elements of other schemas.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "any-added",
	},
	{
		ID: "any-namespace-widened", What: "A wildcard lets in elements of more namespaces.",
		Readers: Breaks, Writers: Safe, Go: Safe, Mirror: "any-namespace-narrowed",
	},
	{
		ID: "any-namespace-narrowed", What: "A wildcard lets in elements of fewer namespaces.",
		Readers: Safe, Writers: Breaks, Go: Safe, Mirror: "any-namespace-widened",
	},
	{
		ID: "any-namespace-changed", What: "A wildcard lets in elements of other namespaces.",
		Readers: Breaks, Writers: Breaks, Go: Safe, Mirror: "any-namespace-changed",
	},
	{
		ID: "any-process-contents-relaxed", What: "What a wildcard lets in is checked less strictly.",
		Readers: Breaks, Writers: Safe, Go: Safe, Mirror: "any-process-contents-tightened",
	},
	{
		ID: "any-process-contents-tightened", What: "What a wildcard lets in is checked more strictly.",
		Readers: Safe, Writers: Breaks, Go: Safe, Mirror: "any-process-contents-relaxed",
	},
	{
		ID: "mixed-added", What: "Text may stand between the elements.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "mixed-removed",
	},
	{
		ID: "mixed-removed", What: "Text may no longer stand between the elements.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "mixed-added",
	},
	{
		ID: "content-kind-changed", What: "The content is of another kind: empty, text, or elements.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "content-kind-changed",
	},
}
