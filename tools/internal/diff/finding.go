// What the matcher finds: changes, each with what is needed to judge it alone.

package diff

import "github.com/mvainnsyn/mvainnsyn/tools/internal/schema"

// finding is a change and how it is judged.
type finding struct {
	change *Change
	proof  proof
	cause  *finding // of a difference in Go that follows from another one; else nil

	blocked error // why no schema can be made with the change alone; nil where one can
}

// block leaves a change open with which alone no schema can be made.
func (f *finding) block(err error) {
	f.blocked = err
	for _, q := range []Question{Readers, Writers} {
		f.change.Answers[q] = Judgement{Verdict: Undecided, Reason: "the change cannot be made alone: " + err.Error()}
	}
}

// proof says how a change can be judged alone. The sum is: harmless, undecidable, and the aspects of components.
type proof interface{ proof() }

// harmless is the proof of a change that leaves all components as they are for documents.
type harmless struct{}

// undecidable is the proof of a change whose effect has no general answer for the questions that the rule leaves open.
type undecidable struct{ reason string }

// aspect is a change of one aspect of components of one kind. Carriers are the components that have it, in both schemas: the one it was found at, and
// those that inherit it. Apply gives a copy of the carrier on a side the aspect that it has on the other.
type aspect[T any] struct {
	carriers func() []pair[T]
	apply    func(p pair[T], at Side) T
}

type (
	ofComplex = aspect[*schema.ComplexType]
	ofElement = aspect[*schema.Element]
)

// ofSet is a change of what is in one of the schemas and not in the other: a global component. On is the side that has it.
type ofSet struct {
	component schema.Component
	on        Side
	below     bool // an element that stands for another one, below other roots than itself
}

// ofRenamed is a change of the name of a global element.
type ofRenamed struct{ pair[*schema.Element] }

// contentOf is a change of content models: edits of one tree, taken together.
type contentOf struct {
	tree  *tree
	edits []*edit
}

// ofStanding is a change of where a complex type may stand: for itself, and by xsi:type for the types that it is derived from.
type ofStanding struct{ ofComplex }

// ofNamespace is a change of a target namespace: every document that names something of it shows it. Without is the new schema with the old one's namespace in
// this one's place; space is that of the old one.
type ofNamespace struct {
	space   string
	without func() (*schema.Set, error)
}

// ofGroup is several changes made together, where each alone shows nothing.
type ofGroup struct{ parts []*finding }

func (ofGroup) proof()     {}
func (ofNamespace) proof() {}
func (ofRenamed) proof()   {}

// facetsOf is a change of what simple types allow: changes of one pair of types, taken together. Carriers are the pair and those derived from it that have
// the changes too.
type facetsOf struct {
	of       *facetDiff // nil for what does not join with others
	carriers func() []pair[*schema.SimpleType]
	changes  []facetChange
}

// applied is the carrier on a side with what it allows on the other, by changes.
func applied(changes []facetChange, p pair[*schema.SimpleType], at Side) *schema.SimpleType {
	t := *p.on(at)
	to, from := effectiveOf(p.on(at)).clone(), effectiveOf(p.on(at.other()))
	for _, change := range changes {
		if change.whole != nil {
			return change.whole(p, at)
		}
		change.apply(to, from)
	}
	t.Runtime = to.runtime(t.Name)
	return &t
}

func (facetsOf) proof()    {}
func (harmless) proof()    {}
func (undecidable) proof() {}
func (aspect[T]) proof()   {}
func (ofSet) proof()       {}
func (contentOf) proof()   {}

// withHeirs are a pair of complex types and the pairs derived from them that inherit the same.
func (c *comparer) withHeirs(old, newer *schema.ComplexType, inherits func(*schema.ComplexType) bool) func() []pair[*schema.ComplexType] {
	return func() []pair[*schema.ComplexType] {
		all := []pair[*schema.ComplexType]{{old, newer}}
		for i := 0; i < len(all); i++ {
			for _, t := range c.old.derived[all[i].old] {
				heir, ok := t.(*schema.ComplexType)
				partner, also := c.pairs.types.toNew[t].(*schema.ComplexType)
				if ok && also && inherits(heir) && inherits(partner) && partner.Base == schema.Type(all[i].new) {
					all = append(all, pair[*schema.ComplexType]{heir, partner})
				}
			}
		}
		return all
	}
}

// one is the carrier that stands for itself alone.
func one[T any](old, newer T) func() []pair[T] {
	return func() []pair[T] { return []pair[T]{{old, newer}} }
}
