// Judging: each change alone, on the old schema with it and on the new one without it, by inclusion between the languages.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// judge answers what changes do to readers and writers. Both schemas are in the namespaces of the old one.
type judge struct {
	c          *comparer
	sets       [2]*schema.Set      // by Side
	made       [2]*schema.Variants // of the sets
	real       [2]*schema.Set      // in their own namespaces
	comparers  [2]*inclusion.Comparer
	smallest   [2]*sample.Smallest
	validators [2]*validate.Validator
	readers    map[*schema.Set]*engine.Engine           // tolerant ones, made when they are first asked
	partners   [2]map[schema.Component]schema.Component // of components of the other side, here
	places     [2]places                                // by Side
	spelling   spelling
	options    Options
	root       *rootChoice                     // nil for all
	variants   int                             // schemas made so far
	kept       int                             // elements of the content models that wait for their round
	moved      [2]*Judgement                   // of all changed namespaces together, by question; nil until asked for
	strange    map[strangerKey]*schema.Element // roots of documents with what a wildcard lets in; nil for none
}

func newJudge(c *comparer, given [2]*schema.Set, moved map[string]string, root *rootChoice, options Options) *judge {
	j := &judge{c: c, real: given, options: options, root: root, strange: map[strangerKey]*schema.Element{}, readers: map[*schema.Set]*engine.Engine{}, sets: [2]*schema.Set{c.old.set, c.new.set}, spelling: newSpelling(moved)}
	for s, set := range j.sets {
		j.comparers[s] = inclusion.New(set, set, j.inclusion())
		j.smallest[s] = sample.NewSmallest(set)
		j.validators[s] = validate.New(set)
		j.made[s] = set.Variants()
	}
	j.places = [2]places{{side: c.old}, {side: c.new}}
	j.partners[OldSide], j.partners[NewSide] = c.pairs.partners()
	return j
}

// partners maps components of the new schema to those of the old one, and the other way round.
func (p *pairs) partners() (inOld, inNew map[schema.Component]schema.Component) {
	inOld, inNew = map[schema.Component]schema.Component{}, map[schema.Component]schema.Component{}
	for before, after := range p.types.toNew {
		if !sameKind(before, after) {
			continue
		}
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

// sameKind reports whether two types are both simple or both complex.
func sameKind(a, b schema.Type) bool {
	_, first := a.(*schema.SimpleType)
	_, second := b.(*schema.SimpleType)
	return first == second
}

// accepting is the side whose documents a question is about.
func accepting(q Question) Side {
	if q == Readers {
		return NewSide
	}
	return OldSide
}

// effect is what the rule says of a question.
func (r *Rule) effect(q Question) Effect { return [...]Effect{r.Readers, r.Writers, r.Go}[q] }

// judge answers for findings. Those that touch different components are judged on one variant of each schema.
func (j *judge) judge(findings []*finding) {
	var aspects []*finding
	for _, f := range findings {
		switch f.proof.(type) {
		case contentOf, facetsOf, ofComplex, ofStanding, ofElement, ofGroup:
			aspects = append(aspects, f)
			continue
		}
		for _, q := range []Question{Readers, Writers} {
			f.change.Answers[q] = j.simply(f, q)
		}
	}
	judged := len(findings) - len(aspects)
	rounds := j.rounds(aspects)
	for i, r := range rounds {
		j.progress(judged, len(findings))
		j.judgeRound(r)
		judged += len(r.tasks)
		rounds[i] = nil // with all that was made for it
	}
}

// progress tells how far the judging has come.
func (j *judge) progress(judged, all int) {
	if j.options.Progress != nil {
		j.options.Progress(judged, all)
	}
}

// inclusion are the options of all questions to inclusion.
func (j *judge) inclusion() inclusion.Options {
	options := inclusion.Options{Stop: j.options.Stop, Assume: !j.options.NoAssumptions}
	if j.root != nil {
		options.Root = j.root.is
	}
	return options
}

// simply answers for a change that needs no variants.
func (j *judge) simply(f *finding, q Question) Judgement {
	if _, isHarmless := f.proof.(harmless); !isHarmless && j.options.stopped() {
		return unjudged
	}
	switch p := f.proof.(type) {
	case undecidable:
		if f.change.Rule.effect(q) != Safe {
			return Judgement{Verdict: Undecided, Reason: p.reason}
		}
	case ofIdentity:
		return j.identity(p, q)
	case ofNamespace:
		return j.namespace(p, q)
	case ofRenamed:
		return j.documentWith(ofSet{component: p.on(accepting(q)), on: accepting(q)}, q)
	case ofSet:
		switch {
		case p.on == accepting(q) && !j.elsewhere(p):
			return j.documentWith(p, q)
		case p.on != accepting(q) && j.options.NoAssumptions && !p.below:
			return j.undeclared(p, q)
		}
	}
	return Judgement{}
}

// judgeRound answers for the findings of a round. A round that makes no schema, or one in which others may stand for elements where that was not expected, is
// halved until the changes that do it are alone.
func (j *judge) judgeRound(r *round) {
	if j.options.stopped() {
		for _, t := range r.tasks {
			t.change.Answers[Readers], t.change.Answers[Writers] = unjudged, unjudged
		}
		return
	}
	variants, err := r.variants(j)
	if half := len(r.tasks) / 2; half > 0 && (err != nil || !r.expects(j, variants)) {
		variants = [2]*variant{}
		j.judgeRound(&round{tasks: r.tasks[:half]})
		j.judgeRound(&round{tasks: r.tasks[half:]})
		return
	}
	if err != nil {
		r.tasks[0].block(err)
		return
	}
	r.addMoves(j, variants)
	for _, t := range r.tasks {
		for _, q := range []Question{Readers, Writers} {
			t.change.Answers[q] = j.alone(t, variants, q)
		}
		t.single = [2]*validate.Validator{}
	}
}

// alone judges a change by two schemas that differ in nothing else, twice: the accepting schema against itself without the change, and the rejecting one
// with it against itself.
func (j *judge) alone(t *task, variants [2]*variant, q Question) Judgement {
	from := accepting(q)
	first := variants[from].without(j, t)
	if first.Verdict == automaton.No {
		if w := j.provedAlone(t, q, first.Witness); w != nil && !w.Masked {
			return Judgement{Verdict: Breaking, Witness: w}
		}
	}
	second := variants[from.other()].with(j, t)
	assumes := assumptions(from, first.Assumed|second.Assumed)
	if first.Verdict == automaton.Yes && second.Verdict == automaton.Yes {
		return Judgement{Assumes: assumes}
	}
	if w := j.better(t, q, first.Witness, second.Witness); w != nil {
		return Judgement{Verdict: Breaking, Witness: w}
	}
	return Judgement{Verdict: Undecided, Reason: reasonOf(first, second), Assumes: assumes}
}

func reasonOf(answers ...inclusion.Answer) string {
	for _, a := range answers {
		if a.Verdict == automaton.Undecided {
			return a.Reason
		}
	}
	return dependentReason
}
