// Rules about simple types. Facets are compared as effective over the chain of derivation.

package diff

var simpleTypeRules = []*Rule{
	{
		ID: "enum-value-added", What: "An enumeration has another value.",
		Readers: Breaks, Writers: Safe, Go: Adds, Mirror: "enum-value-removed",
	},
	{
		ID: "enum-value-removed", What: "An enumeration has lost a value.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "enum-value-added",
	},
	{
		ID: "enum-value-renamed", What: "A value of an enumeration is spelt otherwise.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "enum-value-renamed",
	},
	{
		ID: "enum-opened", What: "There is no enumeration any more: every value is allowed.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "enum-introduced",
	},
	{
		ID: "enum-introduced", What: "Only the values of an enumeration are allowed.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "enum-opened",
	},
	{
		ID: "enum-order-changed", What: "The values of an enumeration are in another order.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "enum-order-changed",
	},
	{
		ID: "enum-value-equal-in-value-space", What: "A value of an enumeration is written otherwise and is the same value.",
		Readers: Safe, Writers: Safe, Go: Breaks, Mirror: "enum-value-equal-in-value-space",
	},
	{
		ID: "length-tightened", What: "The length allows less.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "length-loosened",
	},
	{
		ID: "length-loosened", What: "The length allows more.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "length-tightened",
	},
	{
		ID: "min-length-tightened", What: "The minimum length allows less.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "min-length-loosened",
	},
	{
		ID: "min-length-loosened", What: "The minimum length allows more.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "min-length-tightened",
	},
	{
		ID: "max-length-tightened", What: "The maximum length allows less.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "max-length-loosened",
	},
	{
		ID: "max-length-loosened", What: "The maximum length allows more.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "max-length-tightened",
	},
	{
		ID: "min-bound-tightened", What: "The lower bound allows less.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "min-bound-loosened",
	},
	{
		ID: "min-bound-loosened", What: "The lower bound allows more.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "min-bound-tightened",
	},
	{
		ID: "max-bound-tightened", What: "The upper bound allows less.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "max-bound-loosened",
	},
	{
		ID: "max-bound-loosened", What: "The upper bound allows more.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "max-bound-tightened",
	},
	{
		ID: "total-digits-tightened", What: "The number of digits allows less.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "total-digits-loosened",
	},
	{
		ID: "total-digits-loosened", What: "The number of digits allows more.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "total-digits-tightened",
	},
	{
		ID: "fraction-digits-tightened", What: "The number of fraction digits allows less.",
		Readers: Safe, Writers: Breaks, Go: Depends, Mirror: "fraction-digits-loosened",
	},
	{
		ID: "fraction-digits-loosened", What: "The number of fraction digits allows more.",
		Readers: Breaks, Writers: Safe, Go: Depends, Mirror: "fraction-digits-tightened",
	},
	{
		ID: "length-changed", What: "The length changed.",
		Readers: Breaks, Writers: Breaks, Go: Safe, Mirror: "length-changed",
	},
	{
		ID: "pattern-added", What: "There is a pattern.",
		Readers: Safe, Writers: Breaks, Go: Safe, Mirror: "pattern-removed",
	},
	{
		ID: "pattern-removed", What: "There is no pattern any more.",
		Readers: Breaks, Writers: Safe, Go: Safe, Mirror: "pattern-added",
	},
	{
		ID: "pattern-widened", What: "The pattern allows more.",
		Readers: Breaks, Writers: Safe, Go: Safe, Mirror: "pattern-narrowed",
	},
	{
		ID: "pattern-narrowed", What: "The pattern allows less.",
		Readers: Safe, Writers: Breaks, Go: Safe, Mirror: "pattern-widened",
	},
	{
		ID: "pattern-incomparable", What: "The pattern changed: each of the two allows values that the other forbids.",
		Readers: Breaks, Writers: Breaks, Go: Safe, Mirror: "pattern-incomparable",
	},
	{
		ID: "pattern-equivalent", What: "The pattern is written otherwise and allows the same.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "pattern-equivalent",
	},
	{
		ID: "pattern-changed", What: "The pattern changed; whether it allows more or less was not decided.",
		Readers: Depends, Writers: Depends, Go: Safe, Mirror: "pattern-changed",
	},
	{
		ID: "white-space-tightened", What: "More white space is taken away before a value is looked at.",
		Readers: Depends, Writers: Depends, Go: Differs, Mirror: "white-space-loosened",
	},
	{
		ID: "white-space-loosened", What: "Less white space is taken away before a value is looked at.",
		Readers: Depends, Writers: Depends, Go: Differs, Mirror: "white-space-tightened",
	},
	{
		ID: "primitive-widened", What: "Values are of a built-in type that includes the former one.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "primitive-narrowed",
	},
	{
		ID: "primitive-narrowed", What: "Values are of a built-in type that the former one includes.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "primitive-widened",
	},
	{
		ID: "primitive-incomparable", What: "Values are of a built-in type that does not compare with the former one.",
		Readers: Breaks, Writers: Breaks, Go: Breaks, Mirror: "primitive-incomparable",
	},
	{
		ID: "list-item-type-changed", What: "The items of a list are of another type.",
		Readers: Depends, Writers: Depends, Go: Breaks, Mirror: "list-item-type-changed",
	},
	{
		ID: "union-member-added", What: "A union has another member type.",
		Readers: Breaks, Writers: Safe, Go: Breaks, Mirror: "union-member-removed",
	},
	{
		ID: "union-member-removed", What: "A union has lost a member type.",
		Readers: Safe, Writers: Breaks, Go: Breaks, Mirror: "union-member-added",
	},
	{
		ID: "union-members-reordered", What: "The member types of a union are in another order: the same text may be another value.",
		Readers: Safe, Writers: Safe, Go: Differs, Mirror: "union-members-reordered",
	},
	{
		ID: "min-bound-changed", What: "The lower bound changed, and the two bounds have no order, such as a time without zone and one with a zone.",
		Readers: Depends, Writers: Depends, Go: Safe, Mirror: "min-bound-changed",
	},
	{
		ID: "max-bound-changed", What: "The upper bound changed, and the two bounds have no order, such as a month and thirty days.",
		Readers: Depends, Writers: Depends, Go: Safe, Mirror: "max-bound-changed",
	},
	{
		ID: "facet-respelt", What: "A facet is written otherwise and means the same.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "facet-respelt",
	},
	{
		ID: "facet-moved-in-chain", What: "A facet is given at another step of the derivation; the type allows the same.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "facet-moved-in-chain",
	},
	{
		ID: "facet-fixed-changed", What: "A facet became fixed, or is fixed no longer: this concerns the authors of schemas only.",
		Readers: Safe, Writers: Safe, Go: Safe, Mirror: "facet-fixed-changed",
	},
}
