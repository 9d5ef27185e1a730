// What is written at once in JSON, and what is left to the part.

package codec

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func TestStepsOfParts(t *testing.T) {
	facts := &fieldFacts{key: "a"}
	takesAll := func(string) bool { return true }
	text := directPart{kind: simpleElement, holds: textValue, form: simple.StringForm, quick: takesAll, facts: facts, key: readyOrNil(facts.member().Start())}
	with := func(change func(q *directPart)) directPart {
		q := text
		change(&q)
		return q
	}
	for name, c := range map[string]struct {
		part  directPart
		want  jsonAction
		start string
	}{
		"a text":                      {text, textStep, `,"a":"`},
		"an attribute":                {with(func(q *directPart) { q.kind = attribute }), textStep, `,"a":"`},
		"a number":                    {with(func(q *directPart) { q.form = simple.NumberForm }), numberStep, `,"a":`},
		"a decimal":                   {with(func(q *directPart) { q.form, q.holds = simple.NumberForm, numeral }), numberStep, `,"a":`},
		"an int":                      {with(func(q *directPart) { q.form, q.holds = simple.NumberForm, intValue }), partStep, ""},
		"a boolean":                   {with(func(q *directPart) { q.form, q.holds = simple.BooleanForm, boolValue }), partStep, ""},
		"what only its type knows":    {with(func(q *directPart) { q.quick = nil }), partStep, ""},
		"what the model must allow":   {with(func(q *directPart) { q.followed = true }), partStep, ""},
		"an item":                     {with(func(q *directPart) { q.item = true }), partStep, ""},
		"what may be nil":             {with(func(q *directPart) { q.holds = nillableValue }), partStep, ""},
		"what has no key":             {with(func(q *directPart) { q.facts = &fieldFacts{key: "\xff"} }), partStep, ""},
		"texts":                       {with(func(q *directPart) { q.occurs = many }), listStep, ""},
		"a struct":                    {directPart{kind: structElement, holds: structure, facts: facts, key: readyOrNil(facts.member().Start())}, structStep, `,"a":`},
		"one of several structs":      {directPart{kind: structElement, holds: typedValue, facts: facts}, partStep, ""},
		"a struct the model allows":   {directPart{kind: structElement, holds: structure, followed: true, facts: facts}, partStep, ""},
		"what is written with care":   {directPart{kind: withCare, facts: facts}, partStep, ""},
		"a choice":                    {directPart{kind: choice}, branchStep, ""},
		"a choice the model goes on":  {directPart{kind: choice, followed: true}, branchStep, ""},
		"ordered content in any form": {directPart{kind: items, occurs: many}, itemsStep, ""},
	} {
		var s jsonStep
		s.prepare(&c.part)
		start := ""
		if s.start != nil {
			start = s.start.String()
		}
		if s.action != c.want || s.action != partStep && start != c.start {
			t.Errorf("%s: action %d from %q, want %d from %q", name, s.action, start, c.want, c.start)
		}
	}
}

// A number that has no exponent is added as JSON spells it.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"1": "1", "-1.50": "-1.50", "007": "7", "-00.10": "-0.10", "+1": "1", ".5": "0.5", "5.": "5", "000": "0",
		"1E5": "", "INF": "", "NaN": "", "": "", "-": "", "1,5": "",
	} {
		var d directJSON
		if ok := d.number(text); ok != (want != "") || string(d.text.Buffer) != want {
			t.Errorf("%s is added as %s, %v; want %s", text, d.text.Buffer, ok, want)
		}
	}
}

func TestOneElement(t *testing.T) {
	for _, kind := range []directKind{withCare, attribute, simpleText, simpleElement, structElement, choice, wildcard, items} {
		for _, often := range []occurs{one, optional, many} {
			q := directPart{kind: kind, occurs: often}
			if want := often == one && (kind == simpleElement || kind == structElement); q.isOneElement() != want {
				t.Errorf("kind %d, occurs %d: not %v", kind, often, want)
			}
		}
	}
}
