// This file holds what readers and writers say about a document: violations, and the errors that are none.

package codec

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// SyntaxError says that a text is not well-formed XML or JSON, where, and what to do about it.
type SyntaxError = source.SyntaxError

// LimitError says that a document exceeds a limit: whether it is valid could not be checked. [WithLimits] changes limits.
type LimitError = source.LimitError

// Limits bound what reading may cost; source.DefaultLimits is the table of defaults.
type Limits = source.Limits

// MaxViolations is how many violations a [Violations] lists before it is truncated.
const MaxViolations = 100

// truncatedRule marks the entry that stands for all violations that were not listed.
const truncatedRule = "truncated"

// maxViolationText bounds Violation.Text, in bytes.
const maxViolationText = 200

// Violation is one way in which a document, or a Go value to be written, is not valid. In tolerant reading it is a deviation.
type Violation struct {
	// Path leads to the element or attribute by local names: /a/b[2]/@c. The position among siblings of the same name
	// counts from 1 and is left out for the first.
	Path string
	// Line and Column count from 1, columns in bytes of the input; zero where a Go value was checked.
	Line, Column int
	// Offset counts bytes of the input.
	Offset int64
	// Rule is the W3C's name of the clause (XSD 1.0 Part 1, appendix C), such as "cvc-complex-type.2.4".
	Rule string
	// Text is what stands in the document, cut to 200 bytes.
	Text string
	// Message says what is wrong and what would be right.
	Message string
}

// String returns "line 3, column 7: /a/b: message [rule]"; the position is left out where there is none.
func (v Violation) String() string {
	var b strings.Builder
	if v.Line > 0 {
		b.WriteString("line " + strconv.Itoa(v.Line) + ", column " + strconv.Itoa(v.Column) + ": ")
	}
	if v.Path != "" {
		b.WriteString(v.Path + ": ")
	}
	b.WriteString(v.Message)
	if v.Rule != "" {
		b.WriteString(" [" + v.Rule + "]")
	}
	return b.String()
}

// Violations is a list of violations in document order, as an error or as the deviations of tolerant reading. It holds at
// most [MaxViolations]; where there are more, one last entry says so and Truncated returns true. The reader then stops, except in
// tolerant reading, where deviations do not stop it, and at the items of [Range].
type Violations []Violation

// Error lists the violations, one a line.
func (v Violations) Error() string {
	switch len(v) {
	case 0:
		return "no violations"
	case 1:
		return v[0].String()
	}
	var b strings.Builder
	if v.Truncated() {
		fmt.Fprintf(&b, "more than %d violations", MaxViolations)
	} else {
		fmt.Fprintf(&b, "%d violations", len(v))
	}
	for i := range v {
		b.WriteString("\n\t" + v[i].String())
	}
	return b.String()
}

// Truncated reports whether there were more violations than are listed.
func (v Violations) Truncated() bool {
	return len(v) > MaxViolations
}

// Add appends a violation, shortens its text, and keeps the list within [MaxViolations].
func (v *Violations) Add(violation Violation) {
	switch {
	case len(*v) < MaxViolations:
		violation.Text = shorten(violation.Text, maxViolationText)
		*v = append(*v, violation)
	case len(*v) == MaxViolations:
		*v = append(*v, Violation{Rule: truncatedRule, Message: "further violations are not listed"})
	}
}

// Err returns the list as an error, and nil (no typed nil) for an empty list.
func (v Violations) Err() error {
	if len(v) == 0 {
		return nil
	}
	return v
}

// RefusedError says that tolerant reading recognised too little to return a value that is no false statement: nothing at
// all, or not a part that every value has. Violations names what was missed.
type RefusedError struct {
	Violations Violations
}

// Error names the reasons for refusing.
func (e *RefusedError) Error() string {
	return "refused even in tolerant reading: " + e.Violations.Error()
}

// shorten cuts text to at most so many bytes, at a character's boundary, and marks the cut.
func shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return strings.Clone(text[:cut]) + "…"
}
