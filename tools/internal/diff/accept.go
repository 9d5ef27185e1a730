// This file applies accept: of xsdgen.yaml to a report.

package diff

import "time"

// DateLayout is how an acceptance writes the day it ends, in the terms of package time.
const DateLayout = time.DateOnly

// Accept marks the changes that entries name by rule and path. An entry whose day has passed accepts nothing any more, and one that names no
// change has nothing to accept: both are kept in Expired. An entry holds on the day it names. What was accepted before is forgotten.
func (r *Report) Accept(entries []Acceptance, today time.Time) {
	r.Expired = nil
	for _, change := range r.Changes {
		change.Accepted = nil
	}
	for _, entry := range entries {
		found := r.named(entry)
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
func (r *Report) Overdue(expired Acceptance) bool { return len(r.named(expired)) > 0 }

// named returns the changes that an acceptance names.
func (r *Report) named(entry Acceptance) []*Change {
	var found []*Change
	for _, change := range r.Changes {
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
