// Rules about the generated Go code alone: what no change of the schema explains.

package diff

var goRules = []*Rule{
	{
		ID: "go-identifier-collision", What: "A new name takes the identifier that another component had.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Waiver: "the way back frees the identifier, and shows as a changed name",
	},
	{
		ID: "go-kind-changed", What: "A type is of another Go kind.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-kind-changed",
	},
	{
		ID: "go-field-shape-changed", What: "A field is a value, pointer or slice and was another of these.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-field-shape-changed",
	},
	{
		ID: "go-constant-removed", What: "A constant or function is gone.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-declaration-added",
	},
	{
		ID: "go-declaration-added", What: "There is another declaration.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-constant-removed",
	},
	{
		ID: "go-tag-only-changed", What: "Only the struct tag of a field is another one.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Differs, Mirror: "go-tag-only-changed",
	},
	{
		ID: "go-required-field-new", What: "There is a new field that must be set: source compiles and writes invalid documents.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Differs, Waiver: "a required field that goes breaks the source that sets it",
	},
	{
		ID: "go-comparability-lost", What: "Values of a type can no longer be compared with ==.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Waiver: "comparable values break no source",
	},
	{
		ID: "go-package-path-changed", What: "The package has another import path.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-package-path-changed",
	},
}
