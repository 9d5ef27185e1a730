// Settling: where all changes together are proved to break nothing, no change breaks anything for whom that was proved.

package diff

// dependentReason is that of a change whose effect alone no document shows between the two schemas as they are.
const dependentReason = "alone, the change makes a difference between schemas that differ in nothing else; between the two as they are, no document was found that shows it"

// settledReason is said of a change that was judged otherwise alone.
const settledReason = "Alone, the change would make a difference; with all other changes, nothing breaks."

// settle makes the answers to changes of components compatible where that of all changes together is: those that were not decided, and those whose document is
// left out of account.
func settle(findings []*finding, across [2]Judgement) {
	for _, q := range []Question{Readers, Writers} {
		if across[q].Verdict != Compatible {
			continue
		}
		for _, f := range findings {
			answer := &f.change.Answers[q]
			open := answer.Verdict == Undecided && f.isOfComponents()
			assumed := answer.Verdict == Breaking && f.isOfComponents() && len(across[q].Assumes) > 0
			if open || assumed {
				*answer = Judgement{Reason: settledReason, Assumes: across[q].Assumes}
			}
		}
	}
}

// isOfComponents reports whether inclusion takes what changed into account.
func (f *finding) isOfComponents() bool {
	switch f.proof.(type) {
	case undecidable, ofIdentity, ofNamespace:
		return false
	}
	return true
}
