// Identity constraints that came, went or changed. Where it is not proved that all documents keep them, whether that breaks anything has no general answer, so a document that shows it is looked for.

package diff

import (
	"errors"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// ofIdentity is an identity constraint in the declarations of both sides, nil on one where it came or went.
type ofIdentity struct {
	elements    pair[*schema.Element]
	constraints pair[*schema.IdentityConstraint]
}

func (ofIdentity) proof() {}

// identity judges an identity constraint: what only the accepting side takes is a witness, if one is found, unless the constraint of the other side is proved to hold
// in all its documents.
func (j *judge) identity(p ofIdentity, q Question) Judgement {
	from := accepting(q)
	k := p.constraints.on(from.other())
	if k == nil || j.c.on(from).holds(k, p.elements.on(from)) {
		return Judgement{}
	}
	for document := range j.candidates(from, p.elements.on(from)) {
		if !j.breaksIdentity(from, document) {
			continue
		}
		document = inclusion.Shrink(document, func(smaller string) bool { return j.breaksIdentity(from, smaller) })
		if w := j.shown(q, document, isOfIdentity); w != nil {
			return Judgement{Verdict: Breaking, Witness: w}
		}
	}
	return Judgement{Verdict: Undecided, Reason: identityReason + ", and no document that shows it was found"}
}

func isOfIdentity(v xsd.Violation) bool { return strings.HasPrefix(v.Rule, "cvc-identity-constraint") }

// breaksIdentity reports whether a document is valid for one schema and breaks nothing but identity constraints of the other.
func (j *judge) breaksIdentity(from Side, document string) bool {
	if j.validators[from].Document(strings.NewReader(document)) != nil {
		return false
	}
	var violations xsd.Violations
	if err := j.validators[from.other()].Document(strings.NewReader(document)); !errors.As(err, &violations) {
		return false
	}
	for _, v := range violations {
		if !isOfIdentity(v) {
			return false
		}
	}
	return true
}

// What bounds the search for a document: how many are drawn, and how many elements of each are written twice.
const (
	maxDrawn    = 8
	maxRepeated = 60
)

// candidates are documents drawn below a root with the declaration, and each of them with one of its elements twice, which makes values that are not
// unique; references that lead nowhere come of drawing without the constraint.
func (j *judge) candidates(s Side, e *schema.Element) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		root := j.comparers[s].RootOfElement(e)
		if root == nil {
			return
		}
		sampler, err := sample.New(j.sets[s], 1, root)
		if err != nil {
			return
		}
		for range maxDrawn {
			drawn, err := sampler.Valid()
			if err != nil || !yield(drawn) {
				return
			}
			for twice := range inclusion.Repeated(drawn, maxRepeated) {
				if !yield(twice) {
					return
				}
			}
		}
	}
}
