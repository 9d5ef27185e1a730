// Rules about global elements and attributes.

package diff

var rootRules = []*Rule{
	{
		ID: "root-element-added", What: "A global element is declared: a new kind of document.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "root-element-removed",
	},
	{
		ID: "root-element-removed", What: "A global element is no longer declared.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "root-element-added",
	},
	{
		ID: "root-element-renamed", What: "A global element has another name.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "root-element-renamed",
	},
	{
		ID: "root-type-changed", What: "A global element is of another type.",
		Readers: Depends, Writers: Depends, Go: Breaks, Mirror: "root-type-changed",
	},
	{
		ID: "element-abstract-set", What: "An element became abstract: only elements of its substitution group may appear.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "element-abstract-cleared",
	},
	{
		ID: "element-abstract-cleared", What: "An element is no longer abstract.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "element-abstract-set",
	},
	{
		ID: "substitution-member-added", What: "An element joined a substitution group: it may stand wherever the head of the group may.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "substitution-member-removed",
	},
	{
		ID: "substitution-member-removed", What: "An element left a substitution group: it may no longer stand for the head of the group.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "substitution-member-added",
	},
	{
		ID: "substitution-head-changed", What: "An element may stand for another element than before.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "substitution-head-changed",
	},
	{
		ID: "block-widened", What: "An element forbids more ways of being replaced, by xsi:type or by other elements.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "block-narrowed",
	},
	{
		ID: "block-narrowed", What: "An element forbids fewer ways of being replaced, by xsi:type or by other elements.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "block-widened",
	},
	{
		ID: "final-changed", What: "An element says otherwise what may be derived from it; that concerns the authors of schemas only.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "final-changed",
	},
	{
		ID: "global-attribute-added", What: "A global attribute is declared.",
		Readers: Depends, Writers: Depends, Go: Differs, Mirror: "global-attribute-removed",
	},
	{
		ID: "global-attribute-removed", What: "A global attribute is no longer declared.",
		Readers: Depends, Writers: Depends, Go: Differs, Mirror: "global-attribute-added",
	},
}
