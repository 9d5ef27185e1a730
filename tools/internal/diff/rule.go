// Package diff compares two schemas and says what changed, and what each change does to readers, to writers and to Go source. Two engines check each
// other: a matcher over components finds named changes, and inclusion between languages judges them; where inclusion finds a
// difference that no change explains, the report says so.
package diff

// Rule is a kind of change: a row of the rule table.
type Rule struct {
	ID   string
	Area Area
	What string // what changed, in one sentence
	// Readers, Writers and Go say what a change of this kind does.
	Readers, Writers, Go Effect
	// Mirror is the ID of the rule for the change back; its own ID where the change back is of the same kind.
	Mirror string
	// Waiver says why there is no mirror; empty where there is one.
	Waiver string
}

// Area groups rules by what they are about.
type Area uint8

// The areas, in the order of the table.
const (
	OfDocuments Area = iota
	OfRoots
	OfContent
	OfDeclarations
	OfTypes
	OfSimpleTypes
	OfGo
	OfPolicy
	Fallbacks
)

// Effect is what a kind of change does as the answer to one question.
type Effect uint8

// The effects.
const (
	Safe       Effect = iota // compatible
	Breaks                   // breaking wherever a document or some source can show it
	Depends                  // decided from case to case
	Adds                     // Go: compatible, and there is more in the package
	Differs                  // Go: compiles and means something else
	NoQuestion               // the question does not arise
)
