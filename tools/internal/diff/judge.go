// Judging: each change alone, on the old schema with it and on the new one without it, by inclusion between the languages.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// judge answers what changes do to readers and writers. Both schemas are in the namespaces of the old one.
type judge struct {
	c          *comparer
	sets       [2]*schema.Set // by Side
	real       [2]*schema.Set // in their own namespaces
	comparers  [2]*inclusion.Comparer
	validators [2]*validate.Validator
	partners   [2]map[schema.Component]schema.Component // of components of the other side, here
	spelling   spelling
}

func newJudge(c *comparer, real [2]*schema.Set, moved map[string]string) *judge {
	j := &judge{c: c, real: real, sets: [2]*schema.Set{c.old.set, c.new.set}, spelling: newSpelling(moved)}
	for s, set := range j.sets {
		j.comparers[s] = inclusion.New(set, set, inclusion.Options{})
		j.validators[s] = validate.New(set)
	}
	j.partners[OldSide], j.partners[NewSide] = c.pairs.partners()
	return j
}

// partners maps components of the new schema to those of the old one, and the other way round.
func (p *pairs) partners() (inOld, inNew map[schema.Component]schema.Component) {
	inOld, inNew = map[schema.Component]schema.Component{}, map[schema.Component]schema.Component{}
	for before, after := range p.types.toNew {
		inOld[after], inNew[before] = before, after
	}
	for before, after := range p.elements.toNew {
		inOld[after], inNew[before] = before, after
	}
	for before, after := range p.attributes.toNew {
		inOld[after], inNew[before] = before, after
	}
	return inOld, inNew
}

// accepting is the side whose documents a question is about.
func accepting(q Question) Side {
	if q == Readers {
		return NewSide
	}
	return OldSide
}

// judge answers for one finding.
func (j *judge) judge(f *finding) {
	for _, q := range []Question{Readers, Writers} {
		f.change.Answers[q] = j.answer(f, q)
	}
}

func (j *judge) answer(f *finding, q Question) Judgement {
	switch p := f.proof.(type) {
	case undecidable:
		if f.change.Rule.effect(q) != Safe {
			return Judgement{Verdict: Undecided, Reason: p.reason}
		}
	case ofNamespace:
		return j.anyDocument(q)
	case ofSet, contentOf, ofComplex, ofElement, ofSimple:
		return j.alone(p, q)
	}
	return Judgement{}
}

// effect is what the rule says of a question.
func (r *Rule) effect(q Question) Effect { return [...]Effect{r.Readers, r.Writers, r.Go}[q] }

// alone judges a change by two schemas that differ in nothing else, twice: the accepting schema against itself without the change, and
// the rejecting one with it against itself.
func (j *judge) alone(p proof, q Question) Judgement {
	from := accepting(q)
	without, err := j.variant(p, from)
	if err != nil {
		return Judgement{Verdict: Undecided, Reason: "the change cannot be taken back alone: " + err.Error()}
	}
	with, err := j.variant(p, from.other())
	if err != nil {
		return Judgement{Verdict: Undecided, Reason: "the change cannot be made alone: " + err.Error()}
	}
	yes := inclusion.Answer{Verdict: automaton.Yes}
	first, second := yes, yes
	if without != nil {
		first = j.included(j.comparers[from].Against(without.set.Set), without, forwards)
	}
	if with != nil {
		second = j.included(inclusion.New(with.set.Set, j.sets[from.other()], inclusion.Options{}), with, backwards)
	}
	return j.conclude(q, first, second, with)
}

// conclude makes a judgement of both answers.
func (j *judge) conclude(q Question, first, second inclusion.Answer, with *variant) Judgement {
	if first.Verdict == automaton.Yes && second.Verdict == automaton.Yes {
		return Judgement{}
	}
	if witness := j.witness(q, first.Witness, second.Witness, with); witness != nil {
		return Judgement{Verdict: Breaking, Witness: witness}
	}
	return Judgement{Verdict: Undecided, Reason: reasonOf(first, second)}
}

func reasonOf(answers ...inclusion.Answer) string {
	for _, a := range answers {
		if a.Verdict == automaton.Undecided {
			return a.Reason
		}
	}
	return "the change alone makes a difference, which all changes together take away"
}
