// Witnesses: documents that show what a change breaks, each judged by both real schemas.

package diff

import (
	"errors"
	"regexp"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// witness makes a witness of what inclusion found: of the rejecting schema with the change against itself if the accepting one takes it, else of
// the accepting schema against itself without the change. It is nil where the real schemas do not bear either out.
func (j *judge) witness(q Question, first, second *inclusion.Witness, with *variant) *Witness {
	from := accepting(q)
	if second != nil && j.accepts(from, second.Accepted) {
		return j.proved(q, second, false)
	}
	if first == nil {
		return nil
	}
	masked := with != nil && validate.New(with.set.Set).Document(strings.NewReader(first.Accepted)) != nil
	return j.proved(q, first, masked)
}

func (j *judge) accepts(s Side, document string) bool {
	return j.validators[s].Document(strings.NewReader(document)) == nil
}

// proved is the witness of a document that the accepting schema takes, nil where the other one takes it too.
func (j *judge) proved(q Question, w *inclusion.Witness, masked bool) *Witness {
	from := accepting(q)
	var violations xsd.Violations
	err := j.validators[from.other()].Document(strings.NewReader(w.Accepted))
	if !errors.As(err, &violations) || !j.accepts(from, w.Accepted) {
		return nil
	}
	result := &Witness{
		Accepted: j.spelling.on(from, w.Accepted), Rejected: j.spelling.on(from.other(), w.Accepted), AcceptedBy: from,
		Violation: matching(violations, w.Violation), Masked: masked,
	}
	if q == Readers {
		result.Tolerant = tolerance(j.validators[OldSide], w.Accepted)
	}
	return result
}

// matching is the violation that a variant found, as the real schema says it.
func matching(violations xsd.Violations, of xsd.Violation) xsd.Violation {
	for _, v := range violations {
		if v.Rule == of.Rule && v.Path == of.Path {
			return v
		}
	}
	for _, v := range violations {
		if v.Path == of.Path {
			return v
		}
	}
	return violations[0]
}

// tolerance is what a tolerant reader makes of a document.
func tolerance(reader *validate.Validator, document string) *Tolerance {
	t := &Tolerance{}
	t.Refused = reader.Document(strings.NewReader(document), validate.Tolerant(&t.Deviations)) != nil
	return t
}

// anyDocument judges a changed namespace: any document of the one schema is a witness.
func (j *judge) anyDocument(q Question) Judgement {
	from := accepting(q)
	answer := inclusion.New(j.real[from], j.real[from.other()], inclusion.Options{}).Documents()
	if answer.Verdict != automaton.No {
		return Judgement{Verdict: Undecided, Reason: "no document that shows it was found: " + answer.Reason}
	}
	document := answer.Witness.Accepted
	w := &Witness{Accepted: document, Rejected: document, AcceptedBy: from, Violation: answer.Witness.Violation}
	if q == Readers {
		w.Tolerant = tolerance(validate.New(j.real[OldSide]), document)
	}
	return Judgement{Verdict: Breaking, Witness: w}
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
