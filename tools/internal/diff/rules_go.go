// Rules about the generated Go code alone: what no change of the schema explains. Two kinds of the catalogue have no row: an identifier that a
// new name takes shows as the changed name of the other component, and import paths differ from version to version by design.

package diff

var goRules = []*Rule{
	{
		ID: "go-package-added", What: "There is another package.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-package-removed",
	},
	{
		ID: "go-package-removed", What: "A package is gone.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-package-added",
	},
	{
		ID: "go-type-added", What: "There is another type.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-type-removed",
	},
	{
		ID: "go-type-removed", What: "A type is gone, or has another name.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-type-added",
	},
	{
		ID: "go-kind-changed", What: "A type is of another Go kind.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-kind-changed",
	},
	{
		ID: "go-branch-added", What: "A choice has another branch type.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-branch-removed",
	},
	{
		ID: "go-branch-removed", What: "A type is no branch of a choice any more.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-branch-added",
	},
	{
		ID: "go-comparability-lost", What: "Values of a type can no longer be compared with ==.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Waiver: "values that can be compared break no source",
	},
	{
		ID: "go-field-added", What: "There is another field.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-field-removed",
	},
	{
		ID: "go-required-field-new", What: "There is another field that must be set: source compiles and writes invalid documents.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Differs, Waiver: "a required field that goes is a field that goes: go-field-removed",
	},
	{
		ID: "go-field-removed", What: "A field is gone, or has another name.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-field-added",
	},
	{
		ID: "go-field-type-changed", What: "A field is of another type.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-field-type-changed",
	},
	{
		ID: "go-field-shape-changed", What: "A field is a value, pointer or slice and was another of these.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-field-shape-changed",
	},
	{
		ID: "go-tag-only-changed", What: "Only the XML name of a field changed.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Differs, Mirror: "go-tag-only-changed",
	},
	{
		ID: "go-method-added", What: "There is another method.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-method-removed",
	},
	{
		ID: "go-method-removed", What: "A method is gone.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-method-added",
	},
	{
		ID: "go-default-changed", What: "A program reads another value where documents leave it unsaid, or where it is fixed.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Differs, Mirror: "go-default-changed",
	},
	{
		ID: "go-constant-added", What: "There is another constant or variable.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-constant-removed",
	},
	{
		ID: "go-constant-removed", What: "A constant or variable is gone, or has another name.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-constant-added",
	},
	{
		ID: "go-constant-text-changed", What: "A constant stands for another text.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Differs, Mirror: "go-constant-text-changed",
	},
	{
		ID: "go-variable-type-changed", What: "A variable is of another type.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-variable-type-changed",
	},
	{
		ID: "go-constructor-added", What: "There is another function that makes a value.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Adds, Mirror: "go-constructor-removed",
	},
	{
		ID: "go-constructor-removed", What: "A function that makes a value is gone.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-constructor-added",
	},
	{
		ID: "go-constructor-changed", What: "A function that makes a value takes something else, or in another order.",
		Readers: NoQuestion, Writers: NoQuestion, Go: Breaks, Mirror: "go-constructor-changed",
	},
}
