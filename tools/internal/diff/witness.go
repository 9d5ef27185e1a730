// Witnesses: documents that show what a change breaks, each judged by both real schemas.

package diff

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// better is the witness to show of those that inclusion found, one without other objections first, then one with the change's own; nil where the real schemas
// bear out none.
func (j *judge) better(t *task, q Question, found ...*inclusion.Witness) *Witness {
	var best *Witness
	for _, w := range found {
		if w == nil {
			continue
		}
		if proved := j.provedAlone(t, q, w); proved != nil && (best == nil || proved.rank() < best.rank()) {
			best = proved
		}
	}
	return best
}

// rank orders witnesses, the best first.
func (w *Witness) rank() int {
	switch {
	case !w.Masked:
		return 0
	case w.own:
		return 1
	}
	return 2
}

// provedAlone is a proved witness of one change. What else the rejecting schema says of the document masks the change, unless that schema takes
// the document with this change alone; if it does not, what it no longer says with this change is the change's own violation.
func (j *judge) provedAlone(t *task, q Question, found *inclusion.Witness) *Witness {
	w := j.proved(q, found)
	if w == nil || !w.Masked {
		return w
	}
	at := accepting(q).other()
	if t.single[at] == nil {
		set, err := j.made[at].With(t.edits[at].replace, j.partners[at])
		if err != nil {
			return w
		}
		t.single[at] = validate.New(set.Set)
	}
	err := t.single[at].Document(strings.NewReader(found.Accepted))
	var still xsd.Violations
	if w.Masked = err != nil; errors.As(err, &still) {
		w.showOwn(j.says(at, found.Accepted), still)
	}
	return w
}

// showOwn makes the first violation that is not among others the one to show.
func (w *Witness) showOwn(all, others xsd.Violations) {
	for _, v := range all {
		if !slices.ContainsFunc(others, func(o xsd.Violation) bool { return o.Rule == v.Rule && o.Offset == v.Offset }) {
			w.Violation, w.own = v, true
			return
		}
	}
}

// says is what a schema says of a document.
func (j *judge) says(s Side, document string) xsd.Violations {
	var violations xsd.Violations
	errors.As(j.validators[s].Document(strings.NewReader(document)), &violations)
	return violations
}

// proved is the witness of a document that the one real schema accepts and the other rejects; nil where they do not.
func (j *judge) proved(q Question, w *inclusion.Witness) *Witness {
	tag := tagAt(w.Accepted, w.Violation.Offset)
	is := func(v xsd.Violation) bool {
		return v.Rule == w.Violation.Rule && steps(v.Path) == steps(w.Violation.Path) && tagAt(w.Accepted, v.Offset) == tag
	}
	shown := j.shown(q, w.Accepted, is)
	if shown != nil && !is(shown.Violation) {
		shown.Violation = w.Violation // the real schema does not come so far as to say it
	}
	return shown
}

// tagAt is the name in the start tag at an offset of a document, empty where there is none.
func tagAt(document string, offset int64) string {
	if offset < 0 || offset >= int64(len(document)) || document[offset] != '<' {
		return ""
	}
	rest := document[offset+1:]
	return rest[:max(strings.IndexAny(rest, " \t\n\r/>"), 0)]
}

// shown is the witness that a document is; is tells the violation that the change meets from others.
func (j *judge) shown(q Question, document string, is func(xsd.Violation) bool) *Witness {
	from := accepting(q)
	var violations xsd.Violations
	err := j.validators[from.other()].Document(strings.NewReader(document))
	if !errors.As(err, &violations) || j.validators[from].Document(strings.NewReader(document)) != nil {
		return nil
	}
	w := &Witness{Accepted: j.spelling.on(from, document), Rejected: j.spelling.on(from.other(), document), AcceptedBy: from, Violation: violations[0]}
	if i := slices.IndexFunc(violations, is); i >= 0 {
		w.Violation = violations[i]
	}
	w.Masked = slices.ContainsFunc(violations, func(v xsd.Violation) bool { return !is(v) })
	if q == Readers {
		if w.Tolerant = refusedAtRoot(j.sets[OldSide], violations); w.Tolerant == nil {
			w.Tolerant = j.tolerance(j.sets[OldSide], document)
		}
	}
	return w
}

// refusedAtRoot is what a tolerant reader makes of a document whose root the schema does not declare: it refuses it, unless another root is meant. Nil where that
// may be. Schemas declare hundreds of roots, and a reader that looks for what is meant looks at them all.
func refusedAtRoot(set *schema.Set, violations xsd.Violations) *Tolerance {
	root := violations[0].Text
	if violations[0].Rule != "cvc-elt.1" || !strings.HasPrefix(root, "{") {
		return nil
	}
	if slices.ContainsFunc(set.Elements, func(e *schema.Element) bool { return e.Name.String() == root }) {
		return nil
	}
	return &Tolerance{Refused: true}
}

var position = regexp.MustCompile(`\[\d+\]`)

// steps is a path without positions among siblings.
func steps(path string) string { return position.ReplaceAllString(path, "") }

// tolerance is what a tolerant reader of a schema makes of a document.
func (j *judge) tolerance(set *schema.Set, document string) *Tolerance {
	if j.readers[set] == nil {
		j.readers[set] = engine.New(set)
	}
	t := &Tolerance{}
	t.Refused = j.readers[set].XML(strings.NewReader(document), xsd.Tolerant(&t.Deviations), codec.Lost(&t.Lost)) != nil
	return t
}

// namespace judges a changed namespace by the new schema with and without the change. Where it has types alone, no document names it but by xsi:type.
func (j *judge) namespace(p ofNamespace, q Question) Judgement {
	without, err := p.without()
	if err != nil {
		return Judgement{Verdict: Undecided, Reason: err.Error()}
	}
	accepts, rejects := j.real[NewSide], without
	if q == Writers {
		accepts, rejects = without, j.real[NewSide]
	}
	answer := inclusion.New(accepts, rejects, j.inclusion()).Documents()
	if answer.Verdict == automaton.Yes {
		return Judgement{Assumes: assumptions(accepting(q), answer.Assumed)}
	}
	return j.anyDocument(q)
}

// anyDocument judges all changed namespaces together: any document of the one schema that names something of them is a witness.
func (j *judge) anyDocument(q Question) Judgement {
	if j.moved[q] == nil {
		answer := j.judgeMoved(q)
		j.moved[q] = &answer
	}
	return *j.moved[q]
}

func (j *judge) judgeMoved(q Question) Judgement {
	from := accepting(q)
	answer := inclusion.New(j.real[from], j.real[from.other()], j.inclusion()).Documents()
	if answer.Verdict != automaton.No {
		return Judgement{Verdict: Undecided, Reason: "no document that shows it was found: " + answer.Reason}
	}
	document := answer.Witness.Accepted
	w := &Witness{Accepted: document, Rejected: document, AcceptedBy: from, Violation: answer.Witness.Violation}
	if q == Readers {
		w.Tolerant = j.tolerance(j.real[OldSide], document)
	}
	return Judgement{Verdict: Breaking, Witness: w}
}

// documentWith judges a component that the other schema does not have: a document that uses it is a witness, and where there is none nothing breaks.
func (j *judge) documentWith(p ofSet, q Question) Judgement {
	document, err := j.smallestWith(p)
	switch {
	case errors.Is(err, sample.ErrNoDocument):
		return Judgement{}
	case err != nil:
		return Judgement{Verdict: Undecided, Reason: err.Error()}
	}
	from := accepting(q)
	document = inclusion.Shrink(document, func(smaller string) bool {
		return p.usedIn(smaller) && j.validators[from].Document(strings.NewReader(smaller)) == nil && j.validators[from.other()].Document(strings.NewReader(smaller)) != nil
	})
	anything := func(xsd.Violation) bool { return true }
	if w := j.shown(q, document, anything); w != nil {
		return Judgement{Verdict: Breaking, Witness: w}
	}
	return Judgement{Verdict: Undecided, Reason: "the document that was found to use it shows no difference"}
}

// smallestWith is a small document that uses a component.
func (j *judge) smallestWith(p ofSet) (string, error) {
	smallest := j.smallest[p.on]
	var tree *sample.Node
	err := sample.ErrNoDocument
	switch c := p.component.(type) {
	case *schema.Element:
		if !p.below && !c.Abstract && j.root.is(c) {
			tree, err = smallest.Element(c)
		} else if p.below || j.root != nil {
			tree, err = j.around(p.on, c, func(e *schema.Element, _ schema.Type) bool { return e == c })
		}
	case schema.Type:
		tree, err = j.standing(p.on, c)
	}
	if err != nil {
		return "", err
	}
	if err := smallest.Settle(tree); err != nil {
		return "", err
	}
	return tree.Document()
}

// standing is a small document in which a type stands, by xsi:type, for the one that an element has.
func (j *judge) standing(s Side, t schema.Type) (*sample.Node, error) {
	for e := range j.c.on(s).stoodFor(t) {
		root := j.comparers[s].RootOfElement(e)
		if root == nil || schema.IsAbstract(t) || !e.Allows(t) {
			continue
		}
		tree, at, err := j.smallestAround(s, root, func(found *schema.Element, _ schema.Type) bool { return found == e })
		if err != nil {
			continue
		}
		if retyped, err := j.smallest[s].OfType(e, t); err == nil {
			*at = *retyped
			return tree, nil
		}
	}
	return nil, sample.ErrNoDocument
}

// around is a small document, with another root than the one given, that has an element which want takes.
func (j *judge) around(s Side, not *schema.Element, want func(*schema.Element, schema.Type) bool) (*sample.Node, error) {
	for _, root := range j.sets[s].Elements {
		if root == not || root.Abstract || !j.root.is(root) {
			continue
		}
		if tree, _, err := j.smallestAround(s, root, want); err == nil {
			return tree, nil
		}
	}
	return nil, sample.ErrNoDocument
}

// smallestAround is the smallest document with the root that has an element which want takes. With one root alone, wildcards may be the only way to it.
func (j *judge) smallestAround(s Side, root *schema.Element, want func(*schema.Element, schema.Type) bool) (tree, at *sample.Node, err error) {
	tree, at, err = j.smallest[s].Around(root, want)
	if err != nil && j.root != nil && j.root.wildcards {
		return j.smallest[s].AroundThroughWildcards(root, want)
	}
	return tree, at, err
}

// usedIn reports whether a document still names the component.
func (p ofSet) usedIn(document string) bool {
	switch c := p.component.(type) {
	case *schema.Element:
		return strings.Contains(document, c.Name.Local)
	case schema.Type:
		return strings.Contains(document, c.TypeName().Local)
	}
	return false
}

// spelling writes documents in the namespaces of either schema.
type spelling struct{ toNew map[string]string }

func newSpelling(moved map[string]string) spelling {
	s := spelling{toNew: map[string]string{}}
	for after, before := range moved {
		s.toNew[before] = after
	}
	return s
}

var binding = regexp.MustCompile(`(\sxmlns(?::[^\s=]+)?=)("[^"]*"|'[^']*')`)

// on is a document, which is in the namespaces of the old schema, as the schema of a side has it.
func (s spelling) on(side Side, document string) string {
	if side == OldSide || len(s.toNew) == 0 {
		return document
	}
	return binding.ReplaceAllStringFunc(document, func(declaration string) string {
		parts := binding.FindStringSubmatch(declaration)
		uri := parts[2][1 : len(parts[2])-1]
		if after, ok := s.toNew[uri]; ok {
			return parts[1] + parts[2][:1] + after + parts[2][:1]
		}
		return declaration
	})
}
