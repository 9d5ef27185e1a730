// What a comparison says: the terms in which everything that shows a report speaks.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Question is what is asked of every change, and of all together.
type Question uint8

// The questions.
const (
	Readers Question = iota // is every document of the new schema one that a reader built on the old one takes?
	Writers                 // is every document of the old schema valid under the new one?
	Go                      // does source written against the old generated package compile with the new one, and mean the same?
)

// Questions lists them in the order of reports.
var Questions = [...]Question{Readers, Writers, Go}

// String returns the word that flags and reports use.
func (q Question) String() string { return [...]string{"readers", "writers", "go"}[q] }

// Verdict is the answer to a question, the worst last.
type Verdict uint8

// The verdicts.
const (
	Compatible Verdict = iota
	Undecided          // a limit was met, or the question has no general answer; counts as breaking until accepted
	Breaking
)

// String returns the word that reports use.
func (v Verdict) String() string { return [...]string{"compatible", "undecided", "breaking"}[v] }

// Judgement answers one question. Readers and writers are never judged Breaking without a witness, nor Compatible without proof.
type Judgement struct {
	Verdict Verdict
	// Reason says why a verdict is Undecided, and for Go what breaks or means something else.
	Reason  string
	Witness *Witness
	// Remedies say, for Go, how source that meets a break is changed.
	Remedies []string
	// Details are, for Go, the sentences that Reason is made of.
	Details []string
	// Assumes says what documents are not considered, where a verdict that is not Breaking holds without them only.
	Assumes []string
}

// Side is one of the two schemas.
type Side uint8

// The sides.
const (
	OldSide Side = iota
	NewSide
)

// String returns the word that reports use.
func (s Side) String() string { return [...]string{"old", "new"}[s] }

// Witness is a document that one schema accepts and the other rejects, and from which nothing can be removed without ending that.
type Witness struct {
	// Accepted is the document in the namespaces of the schema that accepts it. Rejected is the same document in those of the other schema: it
	// differs only where the target namespace was changed, so that what is rejected is this change and not every document.
	Accepted, Rejected string
	AcceptedBy         Side
	// Violation is what the other schema says of the change in Rejected; where Masked, perhaps what it would say with none of the other changes made.
	Violation xsd.Violation
	// Masked says that the other schema would reject every such document for other changes too; the witness was then found with this change
	// alone applied to one schema.
	Masked bool
	own    bool // Violation is what the change alone does
	// Tolerant is what a tolerant reader of the rejecting schema makes of Rejected; for Readers only.
	Tolerant *Tolerance
}

// Tolerance is what a tolerant reader makes of a document.
type Tolerance struct {
	Refused    bool           // it returns an error
	Deviations xsd.Violations // what it tells
	Lost       []string       // the paths of elements and attributes that it does not know and does not keep
}

// Place is where a component stands in one of the schemas.
type Place struct {
	Position diag.Position
	Text     string // the component in a few words, such as "element merknad: Tekst, 0..1"

	of        schema.Component // nil where it is none
	low, high int              // the bounds of a particle
}

// IsZero reports whether the component is not in that schema.
func (p Place) IsZero() bool { return p == Place{} }

// Change is one difference between two schemas, judged alone.
type Change struct {
	Rule *Rule
	// Path is the component path as in names: of xsdgen.yaml; it has no line numbers and is the same from version to version.
	Path     string
	Old, New Place
	Message  string // one sentence that says what changed
	// Together are the changes that a change of the rule changes-together is made of; none for all others.
	Together []*Change
	// Cause is the change that this one follows from, for Go programs alone or not at all; nil for most. What it answers is no worse than what its cause does.
	Cause *Change
	// Effects are the changes of which this one is the cause.
	Effects []*Change
	// Affects counts the further types and elements that the change reaches through derivation and reference.
	Affects  int
	Answers  [len(Questions)]Judgement // by Question
	Accepted *Acceptance               // nil for a change that nobody has accepted

	details []string // what tells the change from others beside its places
}

// Worst is the worst verdict among the questions.
func (c *Change) Worst() Verdict {
	worst := Compatible
	for _, answer := range c.Answers {
		worst = max(worst, answer.Verdict)
	}
	return worst
}

// Acceptance is an entry of accept: in xsdgen.yaml.
type Acceptance = config.Accept

// Version describes one of the compared schemas.
type Version struct {
	Name            string // as given to the command
	Files           []string
	TargetNamespace string
	Version         string // the schema's version attribute
}

// Report is the result of a comparison. Changes are sorted: the worst first, then by path and rule.
type Report struct {
	Old, New Version
	Changes  []*Change
	// Totals are the answers for all changes together, found without the changes: by inclusion between the languages of both schemas, and by
	// comparing the generated packages.
	Totals [len(Questions)]Judgement
	// Expired are acceptances that no longer apply, or whose date has passed.
	Expired []Acceptance
	// Unjudged counts the changes that are undecided because [Options.Stop] ended the comparison before them.
	Unjudged int
	// Notes say what the verdicts do not consider.
	Notes []string
	// Root is the one root whose documents count, by its expanded name; empty where all do.
	Root string

	outside []*Change // what documents with the root cannot hold, not judged
}
