// Proof: an example in a whole document, which the validator accepts under the first schema and rejects under the second.

package inclusion

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// maxFailed is how many roots may have no document with what is wanted before the others are not tried.
const maxFailed = 64

// maxContexts is how many roots are tried for the document around an example.
const maxContexts = 8

// proved is the answer that a finding amounts to: for a No the witness is built, or else the answer is that it could not be.
func (c *Comparer) proved(found finding, places func(yield func(context) bool)) (answer Answer) {
	defer func() { answer.assume(c.solver) }()
	if found.verdict == automaton.Undecided && c.solver.identity {
		return c.provedByIDs(found, places)
	}
	if found.verdict != automaton.No {
		return Answer{Verdict: found.verdict, Reason: found.reason}
	}
	answer = Answer{Reason: "there is a difference, but no document was found to show it in"}
	tried := 0
	for at := range places {
		witness, err := c.witness(at, found.example)
		if err == nil {
			return Answer{Verdict: automaton.No, Witness: witness}
		}
		if tried++; tried == 1 {
			answer = Answer{Verdict: automaton.Undecided, Reason: "there is a difference, but no document that shows it was found: " + err.Error()}
		}
		if tried == maxContexts {
			break
		}
	}
	return answer
}

// provedByIDs is the answer to what IDs left open: No where a document shows it.
func (c *Comparer) provedByIDs(found finding, places func(yield func(context) bool)) Answer {
	tried := 0
	for at := range places {
		if witness := c.identityWitness(at, found.example); witness != nil {
			return Answer{Verdict: automaton.No, Witness: witness}
		}
		if tried++; tried == maxContexts {
			break
		}
	}
	return Answer{Verdict: automaton.Undecided, Reason: found.reason}
}

// context is a document with an element that an example is to take the place of.
type context struct {
	tree, at *sample.Node // the tree is that element itself where it is the root
	governor governor
	typ      schema.Type // the type that the example is of, nil where it is of the declaration
	whole    bool        // whole documents are compared: any objection to one will do
}

// atRoot is the one place of a root.
func (c *Comparer) atRoot(root *schema.Element) func(yield func(context) bool) {
	return func(yield func(context) bool) {
		n := &sample.Node{Name: root.Name}
		yield(context{tree: n, at: n, governor: governor{declaration: root}, whole: true})
	}
}

// around finds documents with an element that want takes, one for each root, the one known to have it first. Where all global elements are roots, none needs a
// wildcard around it.
func (c *Comparer) around(first *schema.Element, t schema.Type, want func(*schema.Element, schema.Type) bool) func(yield func(context) bool) {
	return func(yield func(context) bool) {
		found, failed := false, 0
		for i, root := range append([]*schema.Element{first}, c.roots()...) {
			if i > 0 && root == first || root.Abstract {
				continue
			}
			tree, at, err := c.possible.around(root, want)
			if err != nil {
				if failed++; failed == maxFailed {
					break
				}
				continue
			}
			found = true
			if !yield(context{tree: tree, at: at, governor: governor{declaration: at.Declaration}, typ: t}) {
				return
			}
		}
		if !found && t != nil {
			c.retypedAround(first, t, yield)
		}
	}
}

// retypedAround finds a document with an element that can have a type by xsi:type alone.
func (c *Comparer) retypedAround(root *schema.Element, t schema.Type, yield func(context) bool) {
	can := func(e *schema.Element, _ schema.Type) bool {
		return !isFixed(e.Constraint) && slices.Contains(c.possible.derived(governor{declaration: e}), t)
	}
	if root == nil || root.Abstract {
		return
	}
	if tree, at, err := c.possible.around(root, can); err == nil {
		yield(context{tree: tree, at: at, governor: governor{declaration: at.Declaration}, typ: t})
	}
}

// witness puts an example into a document and proves it.
func (c *Comparer) witness(at context, e example) (*Witness, error) {
	document, spot, err := c.placed(at, e)
	if err != nil {
		return nil, err
	}
	violations, _, err := c.secondSays(document)
	if err != nil {
		return nil, err
	}
	goal := violations[aimed(violations, pathTo(at.tree, spot.node), spot.unknown)]
	return c.shrunk(document, goal, at.whole)
}

// placed is the document that an example makes of its context, and where in it the schemas differ.
func (c *Comparer) placed(at context, e example) (string, spot, error) {
	b := &builder{Comparer: c}
	var built *sample.Node
	var err error
	if at.typ != nil {
		built, err = b.typed(at.governor.declaration, at.typ, e)
	} else {
		built, err = b.element(at.at.Name, at.governor, e)
	}
	if err != nil {
		return "", b.spot, err
	}
	if b.spot.node == built {
		b.spot.node = at.at
	}
	*at.at = *built
	document, err := c.accepted(at.tree)
	return document, b.spot, err
}

// accepted is the document of a tree, which is valid under the first schema, if need be with other IDs and keys.
func (c *Comparer) accepted(tree *sample.Node) (string, error) {
	document, err := tree.Document()
	if err == nil && c.first.Document(strings.NewReader(document)) == nil {
		return document, nil
	}
	if err := c.possible.smallest().Settle(tree); err != nil {
		return "", err
	}
	if document, err = tree.Document(); err != nil {
		return "", err
	}
	return document, c.first.Document(strings.NewReader(document))
}

var errAccepted = errors.New("the document is valid under both schemas")

// shrunk is the witness of a document made as small as can be: so that the second schema still has the objection it was made for, or any where
// whole documents are compared.
func (c *Comparer) shrunk(document string, goal xsd.Violation, whole bool) (*Witness, error) {
	aimed := func(v xsd.Violation) bool { return sameFault(v, goal) }
	document = Shrink(document, func(smaller string) bool {
		if c.stopped() || c.first.Document(strings.NewReader(smaller)) != nil {
			return false
		}
		found, _, err := c.secondSays(smaller)
		return err == nil && (whole || slices.ContainsFunc(found, aimed))
	})
	violations, rejected, err := c.secondSays(document)
	if err != nil {
		return nil, err
	}
	shown := max(slices.IndexFunc(violations, aimed), 0)
	masked := slices.ContainsFunc(violations, func(v xsd.Violation) bool { return !sameFault(v, violations[shown]) })
	return &Witness{Accepted: document, Rejected: rejected, Violation: violations[shown], Masked: masked}, nil
}

// secondSays is what the second schema says of a document, which is in the namespaces of the first.
func (c *Comparer) secondSays(document string) (xsd.Violations, string, error) {
	renamed, err := c.names.document(document)
	if err != nil {
		return nil, "", err
	}
	err = c.second.Document(strings.NewReader(renamed))
	var violations xsd.Violations
	switch {
	case err == nil:
		return nil, "", errAccepted
	case errors.As(err, &violations):
		return violations, renamed, nil
	default:
		return nil, "", err
	}
}

// aimed is the index of the violation at the element with that path; an element that should not be there at all is reported at its parent.
func aimed(violations xsd.Violations, path string, unknown bool) int {
	if i := slices.IndexFunc(violations, func(v xsd.Violation) bool { return v.Path == path || strings.HasPrefix(v.Path, path+"/") }); i >= 0 {
		return i
	}
	parent := path[:max(strings.LastIndexByte(path, '/'), 0)]
	if i := slices.IndexFunc(violations, func(v xsd.Violation) bool { return v.Path == parent }); unknown && i >= 0 {
		return i
	}
	return 0
}

// sameFault reports whether two violations break the same rule at the same place, positions among siblings aside.
func sameFault(v, w xsd.Violation) bool {
	return v.Rule == w.Rule && withoutPositions(v.Path) == withoutPositions(w.Path)
}

func withoutPositions(path string) string {
	steps := strings.Split(path, "/")
	for i, step := range steps {
		steps[i], _, _ = strings.Cut(step, "[")
	}
	return strings.Join(steps, "/")
}

// pathTo is the path of a node as violations have it.
func pathTo(tree, node *sample.Node) string {
	if tree == node {
		return "/" + tree.Name.Local
	}
	counts := map[schema.Name]int{}
	for _, child := range tree.Children() {
		counts[child.Name]++
		if below := pathTo(child, node); below != "" {
			if n := counts[child.Name]; n > 1 {
				below = strings.Replace(below, "/"+child.Name.Local, "/"+child.Name.Local+"["+strconv.Itoa(n)+"]", 1)
			}
			return "/" + tree.Name.Local + below
		}
	}
	return ""
}

// validators judge by the two schemas.
type validators struct{ first, second *validate.Validator }
