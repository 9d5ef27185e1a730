// Rules about schema documents, and about how a schema is kept (policy).

package diff

var documentRules = []*Rule{
	{
		ID: "target-namespace-changed", What: "The target namespace changed; everything else is compared across the change.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "target-namespace-changed",
	},
	{
		ID: "target-namespace-added", What: "The schema has a target namespace and had none; everything else is compared across the change.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "target-namespace-removed",
	},
	{
		ID: "target-namespace-removed", What: "The schema has no target namespace and had one; everything else is compared across the change.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "target-namespace-added",
	},
	{
		ID: "element-form-default-changed", What: "elementFormDefault changed: local elements without form= are in another namespace.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "element-form-default-changed",
	},
	{
		ID: "attribute-form-default-changed", What: "attributeFormDefault changed: local attributes without form= are in another namespace.",
		Readers: Breaks, Writers: Breaks, Go: Differs, Mirror: "attribute-form-default-changed",
	},
	{
		ID: "block-default-changed", What: "blockDefault changed. A component to which this makes a difference has a change of its own.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "block-default-changed",
	},
	{
		ID: "final-default-changed", What: "finalDefault changed; this concerns the authors of schemas only.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "final-default-changed",
	},
	{
		ID: "import-added", What: "Another namespace is imported.",
		Readers: Safe, Writers: Safe, Go: Adds, Mirror: "import-removed",
	},
	{
		ID: "import-removed", What: "A namespace is no longer imported.",
		Readers: Safe, Writers: Safe, Go: Depends, Mirror: "import-added",
	},
	{
		ID: "import-unresolvable", What: "An import names no document that was found in one of the schemas; what it would bring is not known.",
		Readers: Depends, Writers: Depends, Go: Depends, Mirror: "import-unresolvable",
	},
	{
		ID: "include-split", What: "The components of a namespace are spread over more files.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "include-merged",
	},
	{
		ID: "include-merged", What: "The components of a namespace are gathered in fewer files.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "include-split",
	},
	{
		ID: "chameleon-include-changed", What: "A document without target namespace is included in another namespace, or no longer takes one on.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "chameleon-include-changed",
	},
	{
		ID: "redefine-changed", What: "A document is redefined that was not, or the other way round; what comes of it is compared.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "redefine-changed",
	},
	{
		ID: "notation-added", What: "A notation is declared.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "notation-removed",
	},
	{
		ID: "notation-removed", What: "A notation is no longer declared.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "notation-added",
	},
	{
		ID: "notation-changed", What: "A notation has other identifiers.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "notation-changed",
	},
	{
		ID: "schema-version-changed", What: "The version attribute of the schema changed.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "schema-version-changed",
	},
	{
		ID: "file-renamed", What: "A schema document has another file name.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "file-renamed",
	},
	{
		ID: "documentation-changed", What: "Documentation changed.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "documentation-changed",
	},
	{
		ID: "appinfo-changed", What: "Information for applications (xs:appinfo) changed.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "appinfo-changed",
	},
	{
		ID: "foreign-attribute-changed", What: "An attribute of another namespace in the schema changed.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "foreign-attribute-changed",
	},
}

var policyRules = []*Rule{
	{
		ID: "same-namespace-edited", What: "The schema was edited in place: documents of both versions have the same namespace, and not all are valid under both.",
		Readers: NoQuestion, Writers: NoQuestion, Go: NoQuestion, Mirror: "namespace-bumped-without-change",
	},
	{
		ID: "namespace-bumped-without-change", What: "The target namespace changed, and nothing else makes a difference to documents.",
		Readers: NoQuestion, Writers: NoQuestion, Go: NoQuestion, Mirror: "same-namespace-edited",
	},
}
