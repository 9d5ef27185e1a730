// Variants: one of the schemas with the changes of a round made or taken back.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// variant is a schema with, for the components that changes touch, what the other schema has.
type variant struct {
	at      Side
	set     *schema.Variant
	forward *inclusion.Comparer // of the schema against the variant
	back    *inclusion.Comparer // of the variant against the schema
}

// variants makes those of both schemas.
func (r *round) variants(j *judge) (variants [2]*variant, err error) {
	for _, at := range []Side{OldSide, NewSide} {
		replace := map[schema.Component]schema.Component{}
		for _, t := range r.tasks {
			for c, other := range t.edits[at].replace {
				replace[c] = other
			}
		}
		v := &variant{at: at}
		if v.set, err = j.with(at, replace, len(r.tasks) == 1); err != nil {
			return variants, err
		}
		variants[at] = v
		if len(r.tasks) == 1 {
			r.tasks[0].single[at] = validate.New(v.set.Set)
		}
	}
	return variants, nil
}

// with is the schema of a side in which components are replaced. What others may stand for than before must not be ambiguous then, nor, where all is asked for,
// any of what replaces contents.
func (j *judge) with(at Side, replace map[schema.Component]schema.Component, all bool) (*schema.Variant, error) {
	j.variants++
	set, err := j.made[at].With(replace, j.partners[at])
	if err != nil {
		return nil, err
	}
	for _, content := range set.Recompiled {
		if err := unambiguous(content); err != nil {
			return nil, err
		}
	}
	for c := range replace {
		t, ok := set.Of(c).(*schema.ComplexType)
		if !ok || !all {
			continue
		}
		if content, ok := t.Content.(*schema.ElementContent); ok {
			if err := unambiguous(content); err != nil {
				return nil, err
			}
		}
	}
	return set, nil
}

// without answers whether what the schema allows at the sites of a change is allowed without it.
func (v *variant) without(j *judge, t *task) inclusion.Answer {
	if v.forward == nil {
		v.forward = j.comparers[v.at].Against(v.set.Set, j.inclusion())
	}
	return v.ask(v.forward, t.edits[v.at], false)
}

// with answers whether what is allowed at the sites of a change with it is allowed by the schema.
func (v *variant) with(j *judge, t *task) inclusion.Answer {
	if v.back == nil {
		v.back = inclusion.New(v.set.Set, j.sets[v.at], j.inclusion())
	}
	return v.ask(v.back, t.edits[v.at], true)
}

// ask asks at each site, all else being taken for equal. The answer is No with the first witness, else the first that is not Yes.
func (v *variant) ask(c *inclusion.Comparer, r *replacement, back bool) inclusion.Answer {
	differs := map[schema.Component]bool{}
	for _, t := range r.types {
		differs[t] = true
	}
	for _, e := range r.elements {
		differs[e] = true
	}
	same := func(a, b schema.Component) bool {
		if back {
			a, b = b, a
		}
		return v.set.Of(a) == b && !differs[a]
	}
	c = c.Taking(func(a, b schema.Type) bool { return same(a, b) }, func(a, b *schema.Element) bool { return same(a, b) })
	result := inclusion.Answer{Verdict: automaton.Yes}
	for answer := range v.answers(c, r, back) {
		if answer.Verdict == automaton.No {
			return answer
		}
		if result.Verdict == automaton.Yes {
			result = answer
		}
	}
	return result
}

// answers asks at each site.
func (v *variant) answers(c *inclusion.Comparer, r *replacement, back bool) func(yield func(inclusion.Answer) bool) {
	return func(yield func(inclusion.Answer) bool) {
		for _, t := range r.types {
			a, b := t, v.set.Of(t).(schema.Type)
			if back {
				a, b = b, a
			}
			if !yield(c.Types(a, b)) {
				return
			}
		}
		for _, e := range r.elements {
			a, b := e, v.set.Of(e).(*schema.Element)
			if back {
				a, b = b, a
			}
			if !yield(c.Elements(a, b)) {
				return
			}
		}
	}
}
