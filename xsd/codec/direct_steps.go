// This file prepares how structs are written as JSON: a list of steps for each type, in which what the writer looks at for each value lies together, apart from all else
// that is known of a part.

package codec

import (
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// jsonList is what is written of a struct or branch in JSON.
type jsonList struct {
	empty emptyWords
	steps []jsonStep
}

// jsonStep is what is written of a part in JSON.
type jsonStep struct {
	action  jsonAction
	pointed bool // the Go field is a pointer
	safe    bool // what quick takes is written as it is
	free    bool // quick takes what is written as it is
	offset  uintptr
	start   *jsontext.Ready // what stands before the value, or before the characters of a string
	none    *jsontext.Ready // of a list, what is written where there is no value, if anything
	quick   func(string) bool
	part    *directPart
	inner   atomic.Pointer[directType] // of a structStep: what innerType keeps of the part
	_       [8]byte                    // a step is as long as what a processor loads at once
}

// jsonAction says how a step is done. What it does not do is done for the part.
type jsonAction uint8

const (
	partStep   jsonAction = iota
	textStep              // a string of which Go has the text
	numberStep            // a number of which Go has the text
	structStep            // the struct of a complex type
	branchStep            // a choice
	listStep              // a slice
	itemsStep             // ordered content
)

// itemStep is what is written in JSON of an item that is an element: an object that names it.
type itemStep struct {
	start *jsontext.Ready // what stands before the value, a comma first; nil where the key is not UTF-8
	text  *jsontext.Ready // what stands before the characters of a string of which Go has the text, if it is one
}

func newItemStep(q *directPart) itemStep {
	if q.key == nil {
		return itemStep{}
	}
	start := ",{" + q.key.String()[len(","):]
	s := itemStep{start: jsontext.NewReady(start)}
	if q.kind == simpleElement && q.quick != nil && q.form == simple.StringForm && q.holds == textValue {
		s.text = jsontext.NewReady(start + `"`)
	}
	return s
}

func newJSONList(parts ...[]directPart) jsonList {
	var l jsonList
	for _, some := range parts {
		l.steps = append(l.steps, make([]jsonStep, len(some))...)
	}
	for _, some := range parts {
		for i := range some {
			l.steps[len(l.empty)].prepare(&some[i])
			l.empty = append(l.empty, some[i].emptyInJSON())
		}
	}
	return l
}

func (s *jsonStep) prepare(q *directPart) {
	s.action, s.pointed, s.safe, s.free = q.jsonAction(), q.occurs == optional, q.safe, q.free
	s.offset, s.quick, s.part = q.offset, q.quick, q
	switch s.action {
	case textStep:
		s.start = readyOrNil(q.facts.member().StringStart())
	case numberStep, structStep:
		s.start = q.key
	case listStep:
		if q.optional && q.facts != nil && q.facts.emptyArray && q.key != nil {
			s.none = jsontext.NewReady(q.key.String() + "[]")
		}
		return
	default:
		return
	}
	if s.start == nil {
		s.action = partStep // the key is not UTF-8
	}
}

// jsonAction leaves to the part what the content model must allow.
func (q *directPart) jsonAction() jsonAction {
	switch {
	case q.kind == choice:
		return branchStep
	case q.kind == items:
		return itemsStep
	case q.occurs == many:
		return listStep
	case q.item || q.followed:
	case q.kind == structElement && q.holds == structure:
		return structStep
	default:
		return q.textAction()
	}
	return partStep
}

// textAction returns textStep or numberStep for a simple value of which Go has the text, and whose check is quick; else partStep.
func (q *directPart) textAction() jsonAction {
	isSimple := q.kind == simpleElement || q.kind == attribute || q.kind == simpleText
	switch {
	case !isSimple || q.quick == nil:
	case q.form == simple.StringForm && q.holds == textValue:
		return textStep
	case q.form == simple.NumberForm && (q.holds == textValue || q.holds == numeral):
		return numberStep
	}
	return partStep
}
