// This file applies accept: of xsdgen.yaml to a report.

package diff

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// DateLayout is how an acceptance writes the day it ends, in the terms of package time.
const DateLayout = time.DateOnly

// Accept marks the changes that entries name by rule and path, and by fingerprint where they have one: who accepted 90 for 100 has not accepted 1. An entry
// whose day has passed accepts nothing any more, and one that names no change has nothing to accept: both are kept in Expired. An entry holds on the day it
// names, and for the questions it names. What was accepted before is forgotten.
func (r *Report) Accept(entries []Acceptance, today time.Time) {
	r.Expired = nil
	for _, change := range r.Changes {
		change.Accepted = nil
	}
	for _, entry := range entries {
		found := slices.DeleteFunc(r.named(entry), func(c *Change) bool { return entry.Change != "" && !c.is(entry.Change) })
		if len(found) == 0 || passed(entry, today) {
			r.Expired = append(r.Expired, entry)
			continue
		}
		for _, change := range found {
			change.Accepted = &entry
		}
	}
}

// Overdue reports whether an expired acceptance still names a change: its day has passed, and the change has come back to be decided.
func (r *Report) Overdue(expired Acceptance) bool {
	return len(r.named(expired)) > 0 && !r.Changed(expired)
}

// Changed reports whether an expired acceptance names a change that differs from the one that was accepted.
func (r *Report) Changed(expired Acceptance) bool {
	found := r.named(expired)
	return expired.Change != "" && len(found) > 0 && !slices.ContainsFunc(found, func(c *Change) bool { return c.is(expired.Change) })
}

// Fingerprint tells a change from others of its rule at its path: by what was before and is after, however that is worded.
func (c *Change) Fingerprint() string {
	parts := append([]string{c.Rule.ID, c.Path, c.Old.facts(c.Rule.ID), c.New.facts(c.Rule.ID)}, c.details...)
	return factsPrefix + hashed(parts)
}

// factsPrefix begins a fingerprint. Those without it are of the message, as fingerprints were first.
const factsPrefix = "v2-"

// ofMessage is the fingerprint that a change had first: another one as soon as a message is worded otherwise.
func (c *Change) ofMessage() string {
	return hashed([]string{c.Rule.ID, c.Path, c.Old.Text, c.New.Text, c.Message})
}

func hashed(parts []string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// is reports whether a fingerprint is the change's, be it one of the message.
func (c *Change) is(fingerprint string) bool {
	return fingerprint == c.Fingerprint() || fingerprint == c.ofMessage()
}

// OfMessage reports whether an acceptance has a fingerprint of a message, which may differ though nothing changed.
func OfMessage(a Acceptance) bool { return a.Change != "" && !strings.HasPrefix(a.Change, factsPrefix) }

// fingerprints are those of changes.
func fingerprints(findings []*finding) (all []string) {
	for _, f := range findings {
		all = append(all, f.change.Fingerprint())
	}
	return all
}

// IsAccepted reports whether somebody has accepted what a change does as the answer to a question, be it by accepting its cause.
func (c *Change) IsAccepted(q Question) bool {
	if c.Cause != nil && c.Cause.IsAccepted(q) {
		return true
	}
	return c.Accepted != nil && (len(c.Accepted.Questions) == 0 || slices.Contains(c.Accepted.Questions, q.String()))
}

// Open lists the questions to which a change is no compatible answer, and nobody has accepted that.
func (c *Change) Open() (open []Question) {
	for _, q := range Questions {
		if c.Answers[q].Verdict != Compatible && !c.IsAccepted(q) {
			open = append(open, q)
		}
	}
	return open
}

// named returns the changes that an acceptance names.
func (r *Report) named(entry Acceptance) []*Change {
	var found []*Change
	for _, change := range slices.Concat(r.Changes, r.outside) {
		if change.Rule.ID == entry.Rule && change.Path == entry.Path {
			found = append(found, change)
		}
	}
	return found
}

// passed reports whether the day an acceptance ends is over. A day that cannot be read is over: nothing is accepted by mistake.
func passed(a Acceptance, today time.Time) bool {
	if a.Until == "" {
		return false
	}
	last, err := time.Parse(DateLayout, a.Until)
	return err != nil || today.Format(DateLayout) > last.Format(DateLayout)
}
