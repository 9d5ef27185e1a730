// What can be made wrong about values that depend on each other across a document: IDs, references to them, identity constraints.

package sample

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func (s *Sampler) treePlants(tree *Node) []plant {
	plants := idPlants(tree)
	for _, t := range tables(tree) {
		if t.constraint.Kind == schema.KeyRef {
			plants = append(plants, s.danglingPlants(t)...)
			continue
		}
		plants = append(plants, repeatedPlants(t)...)
		if t.constraint.Kind == schema.Key {
			for _, r := range t.rows {
				plants = append(plants, plant{rule: "cvc-identity-constraint.4.2.1", what: "a key without one of its fields", apply: func() { detachField(r) }})
			}
		}
	}
	return plants
}

func idPlants(tree *Node) []plant {
	var plants []plant
	var first *slot
	for _, into := range slots(tree) {
		switch {
		case into.fixed:
		case into.is("ID") && first == nil:
			first = &into
		case into.is("ID"):
			plants = append(plants, plant{rule: "cvc-id.2", what: "an ID that occurs twice", apply: func() { into.set(first.value()) }})
		case into.is("IDREF"):
			if nowhere := (Value{Text: "nowhere"}); admits(into.typ.Runtime, nowhere) {
				plants = append(plants, plant{rule: "cvc-id.1", what: "a reference to an ID that is not there", apply: func() { into.set(nowhere) }})
			}
		}
	}
	return plants
}

// repeatedPlants give a row of a key or unique the values of another.
func repeatedPlants(t table) []plant {
	rule, what := "cvc-identity-constraint.4.1", "values of a unique that stand twice"
	if t.constraint.Kind == schema.Key {
		rule, what = "cvc-identity-constraint.4.2.2", "values of a key that stand twice"
	}
	var plants []plant
	var first *row
	for _, r := range t.rows {
		switch {
		case !r.complete:
		case first == nil:
			first = &r
		default:
			plants = append(plants, plant{rule: rule, what: what, apply: func() { copyKey(r, []row{*first}, 0) }})
		}
	}
	return plants
}

// danglingPlants give a row of a keyref a value that its key does not have.
func (s *Sampler) danglingPlants(t table) []plant {
	taken := map[string]bool{}
	for _, target := range targetsOf(t) {
		taken[target.key()] = true
	}
	var plants []plant
	for _, r := range t.rows {
		if r.complete {
			plants = append(plants, plant{rule: "cvc-identity-constraint.4.3", what: "a reference to a key that is not there", apply: func() { s.differ(r, taken) }})
		}
	}
	return plants
}
