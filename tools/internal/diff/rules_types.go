// Rules about types.

package diff

var typeRules = []*Rule{
	{
		ID: "type-added", What: "A type is defined.",
		Readers: Safe, Writers: Safe, Go: Adds, Mirror: "type-removed",
	},
	{
		ID: "type-removed", What: "A type is no longer defined; what used it is a change of its own.",
		Readers: Safe, Writers: Safe, Go: Breaks, Mirror: "type-added",
	},
	{
		ID: "type-removed-unreachable", What: "A type is no longer defined that no document could use.",
		Readers: Safe, Writers: Safe, Go: Breaks, Waiver: "the way back is type-added, whether or not a document can use the type",
	},
	{
		ID: "type-renamed", What: "A type has another name and the same users.",
		Readers: Safe, Writers: Safe, Go: Breaks, Mirror: "type-renamed",
	},
	{
		ID: "type-merged", What: "What was of two types is of one.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "type-split",
	},
	{
		ID: "type-split", What: "What was of one type is of two.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "type-merged",
	},
	{
		ID: "anonymous-to-named", What: "An anonymous type was given a name.",
		Readers: Safe, Writers: Safe, Go: Breaks, Mirror: "named-to-anonymous",
	},
	{
		ID: "named-to-anonymous", What: "A type lost its name and is written out where it is used.",
		Readers: Safe, Writers: Safe, Go: Breaks, Mirror: "anonymous-to-named",
	},
	{
		ID: "element-type-changed", What: "A local element is of another type.",
		Readers: Depends, Writers: Depends, Go: Breaks, Mirror: "element-type-changed",
	},
	{
		ID: "base-type-changed", What: "A type is derived from another base.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "base-type-changed",
	},
	{
		ID: "derivation-method-changed", What: "A type extends its base and restricted it, or the other way round.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "derivation-method-changed",
	},
	{
		ID: "derived-type-added", What: "A type may stand for its base, by xsi:type.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "derived-type-removed",
	},
	{
		ID: "derived-type-removed", What: "A type may no longer stand for its base, by xsi:type.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "derived-type-added",
	},
	{
		ID: "type-abstract-set", What: "A type became abstract: only types derived from it may be used.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "type-abstract-cleared",
	},
	{
		ID: "type-abstract-cleared", What: "A type is no longer abstract.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "type-abstract-set",
	},
	{
		ID: "type-block-widened", What: "A type forbids more kinds of derived types to stand for it.",
		Readers: Safe, Writers: Breaks, Go: Safe, Mirror: "type-block-narrowed",
	},
	{
		ID: "type-block-narrowed", What: "A type forbids fewer kinds of derived types to stand for it.",
		Readers: Breaks, Writers: Safe, Go: Safe, Mirror: "type-block-widened",
	},
	{
		ID: "type-final-changed", What: "A type says otherwise what may be derived from it; that concerns the authors of schemas only.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "type-final-changed",
	},
	{
		ID: "attributes-added-to-simple", What: "A simple type became text with attributes.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "attributes-removed-to-simple",
	},
	{
		ID: "attributes-removed-to-simple", What: "Text with attributes became a simple type.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "attributes-added-to-simple",
	},
	{
		ID: "variety-changed", What: "A simple type is a single value, a list or a union, and was another of these.",
		Readers: Depends, Writers: Depends, Go: Breaks, Mirror: "variety-changed",
	},
}
