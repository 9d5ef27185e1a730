// Package edits makes random changes for tests: to schemas, of every kind that a next version might bring, and to documents, as
// careless programs and people make them. Whatever was edited in a schema, the verdict on the step must agree with what documents
// show. It works on text and knows nothing of components, so that it shares no mistake with what it tests.
package edits

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Edit is a kind of change.
type Edit struct {
	Name string
	// apply changes the document at a random place and reports whether there was one.
	apply func(e *editor) bool
}

// All lists every kind of edit.
func All() []Edit {
	return slices.Concat(documentEdits, contentEdits, declarationEdits, typeEdits, facetEdits, identityEdits)
}

// Apply makes one random edit of the kind. It returns the new text, or false where the document has no place for such an edit.
func (e Edit) Apply(schema string, random *rand.Rand) (edited string, ok bool, err error) {
	root, err := parse(schema)
	if err != nil {
		return "", false, fmt.Errorf("schema to edit: %w", err)
	}
	ed := &editor{root: root, random: random}
	if !e.apply(ed) {
		return "", false, nil
	}
	return root.text(), true, nil
}

// Plain returns a schema in the form in which Apply leaves it, so that the two differ in nothing but the edit.
func Plain(schema string) (string, error) {
	root, err := parse(schema)
	if err != nil {
		return "", fmt.Errorf("schema to edit: %w", err)
	}
	return root.text(), nil
}

// editor is a document while it is edited.
type editor struct {
	root   *node
	random *rand.Rand
}

// pick returns a random element of the document that satisfies all conditions, nil where none does.
func (e *editor) pick(conditions ...func(*node) bool) *node {
	var candidates []*node
	e.root.each(func(n *node) {
		for _, condition := range conditions {
			if !condition(n) {
				return
			}
		}
		candidates = append(candidates, n)
	})
	if len(candidates) == 0 {
		return nil
	}
	return candidates[e.random.IntN(len(candidates))]
}

// one returns one of the texts at random.
func (e *editor) one(texts ...string) string { return texts[e.random.IntN(len(texts))] }

// fresh is a name that the schemas edited here hardly have.
func (e *editor) fresh(prefix string) string {
	return fmt.Sprintf("%s%d", prefix, e.random.IntN(1_000_000))
}

// make makes an element of the schema language with the document's own prefix.
func (e *editor) make(local string, attributes ...string) *node {
	n := &node{prefix: e.root.prefix, local: local}
	for i := 0; i+1 < len(attributes); i += 2 {
		n.set(attributes[i], attributes[i+1])
	}
	return n
}

// builtIn is the name of a built-in type as the document writes it.
func (e *editor) builtIn() string {
	name := e.one("string", "int", "decimal", "date", "boolean", "token")
	if e.root.prefix == "" {
		return name
	}
	return e.root.prefix + ":" + name
}
