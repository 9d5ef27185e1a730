// Rules that make the table complete: what is reported where no other rule says it.

package diff

var fallbackRules = []*Rule{
	{
		ID: "language-widened", What: "Documents are valid that were not, and no change above explains it.",
		Readers: Breaks, Writers: Safe, Go: NoQuestion, Mirror: "language-narrowed",
	},
	{
		ID: "language-narrowed", What: "Documents are no longer valid, and no change above explains it.",
		Readers: Safe, Writers: Breaks, Go: NoQuestion, Mirror: "language-widened",
	},
	{
		ID: "changes-together", What: "Several changes do together what none of them does alone.",
		Readers: Depends, Writers: Depends, Go: NoQuestion, Mirror: "changes-together",
	},
	{
		ID: "undecided", What: "Whether the schemas allow the same was not decided, and no change above says why.",
		Readers: Depends, Writers: Depends, Go: NoQuestion, Mirror: "undecided",
	},
}
