// This file holds identity constraints (XSD 1.0 Part 1, section 3.11) as generated code declares them, and their paths.

package codec

import (
	"strings"
	"sync"
)

// Identity is a unique, key or keyref constraint of an element. Selector and Fields are in the XPath subset of the standard
// (sections 3.11.6.2 and 3.11.6.3) with each prefixed name written as {namespace}local or {namespace}*: names without braces
// are in no namespace.
type Identity struct {
	Kind     IdentityKind
	Name     Name
	Refer    Name // of a keyref: the key or unique constraint it refers to
	Selector string
	Fields   []string
}

// IdentityKind is unique, key or keyref.
type IdentityKind uint8

// The kinds of identity constraint.
const (
	Unique IdentityKind = iota
	Key
	KeyRef
)

// constraintSet are the constraints of one element, compiled.
type constraintSet struct {
	constraints []*constraint
	selectors   *pathMachine // its owners are the constraints
	mu          sync.Mutex
}

// constraint is an Identity with its paths parsed.
type constraint struct {
	kind   IdentityKind
	name   Name
	refer  Name
	fields [][]identityPath
}

// chosen are the constraints that select an element, by their numbers, and the fields of all of them: those of the first come first.
type chosen struct {
	constraints []int
	fields      *pathMachine
	count       int // fields
}

// identityPath is one alternative of a selector or field: child steps, perhaps at any depth, perhaps an attribute last.
type identityPath struct {
	anywhere  bool
	steps     []nameTest
	attribute *nameTest
}

// nameTest is a name, any name of a namespace, or any name at all.
type nameTest struct {
	name     Name
	anyLocal bool
	anySpace bool
}

func (t nameTest) matches(name Name) bool {
	return (t.anySpace || t.name.Space == name.Space) && (t.anyLocal || t.name.Local == name.Local)
}

// compileIdentity compiles the constraints of an element, nil where it has none.
func compileIdentity(identities []Identity) *constraintSet {
	if len(identities) == 0 {
		return nil
	}
	set := new(constraintSet)
	selectors := make([][]identityPath, len(identities))
	for i, id := range identities {
		c := &constraint{kind: id.Kind, name: id.Name, refer: id.Refer}
		for _, field := range id.Fields {
			c.fields = append(c.fields, parsePaths(field))
		}
		set.constraints = append(set.constraints, c)
		selectors[i] = parsePaths(id.Selector)
	}
	set.selectors = newPathMachine(selectors)
	return set
}

// chosenAt returns which constraints select the element that leads to a state, nil where none does.
func (set *constraintSet) chosenAt(s *pathState) *chosen {
	if len(s.ends) == 0 {
		return nil
	}
	set.mu.Lock()
	defer set.mu.Unlock()
	if s.chosen == nil {
		var fields [][]identityPath
		for _, i := range s.ends {
			fields = append(fields, set.constraints[i].fields...)
		}
		s.chosen = &chosen{constraints: s.ends, fields: newPathMachine(fields), count: len(fields)}
	}
	return s.chosen
}

// parsePaths parses the alternatives of a selector or field. The compiler of schemas has checked the syntax.
func parsePaths(expr string) []identityPath {
	var paths []identityPath
	for _, alternative := range splitOutsideBraces(expr, '|') {
		paths = append(paths, parsePath(alternative))
	}
	return paths
}

func parsePath(expr string) identityPath {
	var path identityPath
	expr = strings.TrimSpace(expr)
	if rest, ok := strings.CutPrefix(expr, "."); ok {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(rest), "//"); ok {
			path.anywhere, expr = true, rest
		}
	}
	for _, step := range splitOutsideBraces(expr, '/') {
		step = strings.TrimSpace(step)
		attribute, isAttribute := cutAxis(step, "@", "attribute")
		child, _ := cutAxis(step, "", "child")
		switch {
		case isAttribute:
			test := parseNameTest(attribute)
			path.attribute = &test
		case child != ".":
			path.steps = append(path.steps, parseNameTest(child))
		}
	}
	return path
}

// cutAxis removes an axis in its short or long form from a step.
func cutAxis(step, short, long string) (test string, ok bool) {
	if rest, found := strings.CutPrefix(step, long); found {
		if rest, found := strings.CutPrefix(strings.TrimSpace(rest), "::"); found {
			return strings.TrimSpace(rest), true
		}
	}
	if rest, found := strings.CutPrefix(step, short); found && short != "" {
		return strings.TrimSpace(rest), true
	}
	return step, false
}

func parseNameTest(text string) nameTest {
	if text == "*" {
		return nameTest{anyLocal: true, anySpace: true}
	}
	name := parseName(text)
	return nameTest{name: name, anyLocal: name.Local == "*"}
}

// parseName reads "{space}local" or "local".
func parseName(text string) Name {
	if rest, ok := strings.CutPrefix(text, "{"); ok {
		if space, local, ok := strings.Cut(rest, "}"); ok {
			return Name{Space: space, Local: local}
		}
	}
	return Name{Local: text}
}

// splitOutsideBraces splits at sep where it is not part of a namespace.
func splitOutsideBraces(text string, sep byte) []string {
	var parts []string
	start, inside := 0, false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '{':
			inside = true
		case text[i] == '}':
			inside = false
		case text[i] == sep && !inside:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}
