// This file words violations: where they are, and whether they end as violations, deviations or refusals.

package codec

import (
	"errors"
	"fmt"
	"strconv"
)

func (r *Reader) tolerant() bool { return r.deviations != nil }

// violate reports what is not valid: a violation, or in tolerant reading a deviation.
func (r *Reader) violate(rule, text, format string, args ...any) {
	if r.listsMore() {
		r.add(r.violation(rule, text, fmt.Sprintf(format, args...)))
	}
}

// listsMore reports whether one violation or deviation more would be listed. Where it would not, nothing has to be worded, which takes longer than reading does.
func (r *Reader) listsMore() bool {
	if r.tolerant() {
		return r.lost != nil || !r.deviations.Truncated()
	}
	return !r.violations.Truncated()
}

// Refuse reports what is not valid and would leave a false statement in the Go value: a violation, or in tolerant reading
// a reason to refuse the document.
func (r *Reader) refuse(rule, text, format string, args ...any) {
	r.decline(r.violation(rule, text, fmt.Sprintf(format, args...)))
}

// decline is refuse for what is worded already.
func (r *Reader) decline(v Violation) {
	if !r.tolerant() {
		r.add(v)
		return
	}
	r.refusals.Add(v)
	if r.refusals.Truncated() && !r.ranges {
		r.fail(errRefused)
	}
}

// add takes a violation for what it is in this reading. The reader stops when it would list no further one: a small document may say that
// there is very much of what is not valid.
func (r *Reader) add(v Violation) {
	if r.tolerant() {
		r.deviations.Add(v)
		return
	}
	r.violations.Add(v)
	if r.violations.Truncated() && !r.ranges {
		r.fail(errInvalid)
	}
}

// violation returns a violation at what is at the reader's position, else in the innermost element.
func (r *Reader) violation(rule, text, message string) Violation {
	p := r.cursor.position()
	return Violation{
		Path: r.path(), Line: p.Line, Column: p.Column, Offset: p.Offset, Rule: rule, Text: text, Message: message,
	}
}

// path returns the path to what is at the reader's position, else to the innermost element.
func (r *Reader) path() string {
	path := r.pathText[:0]
	for i := range r.frames {
		f := &r.frames[i]
		path = appendStep(path, f.name(), r.place(i, f.declared, f.name(), f.index))
	}
	switch r.at {
	case atRoot, atElement:
		path = appendStep(path, r.cur.name(), r.place(len(r.frames), r.cur.element, r.cur.name(), r.cur.index))
	case atAttribute:
		path = append(append(path, "/@"...), r.cur.name().Local...)
	}
	r.pathText = path
	return string(path)
}

// place counts only here, where a path is asked for: other fields may have the name, too.
func (r *Reader) place(depth int, e *element, name Name, counted int) int {
	if depth == 0 || e == undeclared {
		return counted
	}
	around := &r.frames[depth-1]
	if around.plan == nil || around.plan.order != nil || around.field >= len(around.plan.facts) {
		return counted
	}
	if facts := &around.plan.facts[around.field]; facts.field.Kind != WildcardField && facts.element != e {
		return counted
	}
	return around.countNamed(name, &around.others)
}

// appendStep appends "/name", and "[n]" for the second of its name and the following.
func appendStep(path []byte, name Name, index int) []byte {
	path = append(append(path, '/'), name.Local...)
	if index > 1 {
		path = strconv.AppendInt(append(path, '['), int64(index), 10)
		path = append(path, ']')
	}
	return path
}

// verdict is the outcome of reading: nil, the error that ended it, violations, or the refusal of tolerant reading.
func (r *Reader) verdict() error {
	switch {
	case r.err == nil && len(r.refusals) == 0:
	case errors.Is(r.err, errRefused):
		return &RefusedError{Violations: r.refusals}
	case errors.Is(r.err, errInvalid):
		return r.violations.Err()
	case r.err != nil:
		return r.err
	case len(r.refusals) > 0:
		return &RefusedError{Violations: r.refusals}
	}
	return r.violations.Err()
}
