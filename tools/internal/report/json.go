// This file writes a report as JSON; report.schema.json describes the form. All changes are in it, whether other formats show them or not.

package report

import (
	"encoding/json"
	"io"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

type jsonReport struct {
	Old     jsonVersion              `json:"old"`
	New     jsonVersion              `json:"new"`
	Totals  map[string]jsonJudgement `json:"totals"`
	Changes []jsonChange             `json:"changes"`
	Expired []jsonExpired            `json:"expired"`
	Notes   []string                 `json:"notes"`

	Root     string      `json:"root,omitempty"` // the one root whose documents count
	Unjudged int         `json:"unjudged,omitempty"`
	Summary  jsonSummary `json:"summary"`
}

// jsonSummary says what to do.
type jsonSummary struct {
	SuggestedVersion string         `json:"suggestedVersion"`
	Advice           []string       `json:"advice"`
	Rules            map[string]int `json:"rules"` // how many changes of each rule break something or are undecided
}

type jsonVersion struct {
	Name            string   `json:"name"`
	Files           []string `json:"files"`
	TargetNamespace string   `json:"targetNamespace"`
	Version         string   `json:"version,omitempty"`
}

type jsonChange struct {
	Rule    string     `json:"rule"`
	Path    string     `json:"path"`
	Message string     `json:"message"`
	Group   string     `json:"group"`
	Old     *jsonPlace `json:"old,omitempty"`
	New     *jsonPlace `json:"new,omitempty"`
	Affects int        `json:"affects"`
	// Fingerprint is what change: of an acceptance names.
	Fingerprint string `json:"fingerprint"`
	// Cause is the change that this one follows from, and Effects are those that follow from this one: each is a change of the report, too.
	Cause   *jsonPart  `json:"cause,omitempty"`
	Effects []jsonPart `json:"effects,omitempty"`
	// Together are the changes that do something only together.
	Together []jsonPart `json:"together,omitempty"`

	Answers  map[string]jsonJudgement `json:"answers"`
	Accepted *jsonAcceptance          `json:"accepted,omitempty"`
}

type jsonPlace struct {
	Position jsonPosition `json:"position"`
	Text     string       `json:"text"`
}

type jsonPosition struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

type jsonJudgement struct {
	Verdict string       `json:"verdict"`
	Reason  string       `json:"reason,omitempty"`
	Witness *jsonWitness `json:"witness,omitempty"`
	Assumes []string     `json:"assumes,omitempty"`

	Remedies []string `json:"remedies,omitempty"`
}

type jsonWitness struct {
	AcceptedBy string         `json:"acceptedBy"`
	Accepted   string         `json:"accepted"`
	Rejected   string         `json:"rejected"`
	Violation  jsonViolation  `json:"violation"`
	Masked     bool           `json:"masked"`
	Tolerant   *jsonTolerance `json:"tolerant,omitempty"`
}

type jsonTolerance struct {
	Refused    bool            `json:"refused"`
	Deviations []jsonViolation `json:"deviations"`
	Lost       []string        `json:"lost"`
}

type jsonViolation struct {
	Path    string `json:"path"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Rule    string `json:"rule"`
	Text    string `json:"text,omitempty"`
	Message string `json:"message"`
}

type jsonAcceptance struct {
	Rule     string       `json:"rule"`
	Path     string       `json:"path"`
	Reason   string       `json:"reason"`
	Until    string       `json:"until,omitempty"`
	Change   string       `json:"change,omitempty"`
	For      []string     `json:"for,omitempty"`
	Position jsonPosition `json:"position"`
}

// jsonExpired is an acceptance that does not hold.
type jsonExpired struct {
	jsonAcceptance
	Overdue bool `json:"overdue"` // its day has passed and the change is still there; else there is no such change
}

func writeJSON(w io.Writer, r *diff.Report, _ Options) error {
	report := jsonReport{
		Old: versionJSON(r.Old), New: versionJSON(r.New), Totals: judgementsJSON(r.Totals),
		Changes: []jsonChange{}, Expired: []jsonExpired{}, Notes: append([]string{}, r.Notes...), Root: r.Root, Unjudged: r.Unjudged, Summary: summaryOf(r).json(),
	}
	for _, c := range r.Changes {
		report.Changes = append(report.Changes, changeJSON(c))
	}
	for _, a := range r.Expired {
		report.Expired = append(report.Expired, jsonExpired{*acceptanceJSON(&a), r.Overdue(a)})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(report)
}

func versionJSON(v diff.Version) jsonVersion {
	return jsonVersion{v.Name, append([]string{}, v.Files...), v.TargetNamespace, v.Version}
}

// groupNames are the groups as machines read them.
var groupNames = [...]string{
	breaking: "breaking", undecided: "undecided", policy: "policy", compatible: "compatible", accepted: "accepted", withoutEffect: "without-effect",
}

func changeJSON(c *diff.Change) jsonChange {
	return jsonChange{
		Rule: c.Rule.ID, Path: c.Path, Message: c.Message, Group: groupNames[groupOf(c)], Old: placeJSON(c.Old), New: placeJSON(c.New),
		Affects: c.Affects, Fingerprint: c.Fingerprint(), Cause: causeJSON(c), Effects: partsJSON(c.Effects), Together: partsJSON(c.Together), Answers: judgementsJSON(c.Answers), Accepted: acceptanceJSON(c.Accepted),
	}
}

// jsonPart names a change.
type jsonPart struct {
	Rule    string `json:"rule"`
	Path    string `json:"path"`
	Message string `json:"message"`
}

func partsJSON(changes []*diff.Change) (parts []jsonPart) {
	for _, c := range changes {
		parts = append(parts, jsonPart{c.Rule.ID, c.Path, c.Message})
	}
	return parts
}

func causeJSON(c *diff.Change) *jsonPart {
	if c.Cause == nil {
		return nil
	}
	return &partsJSON([]*diff.Change{c.Cause})[0]
}

func placeJSON(p diff.Place) *jsonPlace {
	if p.IsZero() {
		return nil
	}
	return &jsonPlace{positionJSON(p.Position), p.Text}
}

func judgementsJSON(judgements [len(diff.Questions)]diff.Judgement) map[string]jsonJudgement {
	out := map[string]jsonJudgement{}
	for _, q := range diff.Questions {
		j := judgements[q]
		out[q.String()] = jsonJudgement{j.Verdict.String(), j.Reason, witnessJSON(j.Witness), j.Assumes, j.Remedies}
	}
	return out
}

func witnessJSON(w *diff.Witness) *jsonWitness {
	if w == nil {
		return nil
	}
	return &jsonWitness{
		AcceptedBy: w.AcceptedBy.String(), Accepted: w.Accepted, Rejected: w.Rejected, Violation: violationJSON(w.Violation), Masked: w.Masked,
		Tolerant: toleranceJSON(w.Tolerant),
	}
}

func toleranceJSON(t *diff.Tolerance) *jsonTolerance {
	if t == nil {
		return nil
	}
	deviations := []jsonViolation{}
	for _, v := range t.Deviations {
		deviations = append(deviations, violationJSON(v))
	}
	return &jsonTolerance{t.Refused, deviations, append([]string{}, t.Lost...)}
}

func violationJSON(v xsd.Violation) jsonViolation {
	return jsonViolation{v.Path, v.Line, v.Column, v.Rule, v.Text, v.Message}
}

func acceptanceJSON(a *diff.Acceptance) *jsonAcceptance {
	if a == nil {
		return nil
	}
	return &jsonAcceptance{a.Rule, a.Path, a.Reason, a.Until, a.Change, a.Questions, positionJSON(a.Position)}
}

func positionJSON(p diag.Position) jsonPosition { return jsonPosition(p) }
