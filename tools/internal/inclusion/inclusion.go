// Package inclusion decides whether every document that is valid under one schema is valid under another, and shows a document where it
// is not. Content models are deterministic and an element's type follows from its name and its parent's type, so it is enough to compare
// pairs of declarations and types that the same element can have in both schemas (Martens, Neven, Schwentick and Bex, "Expressiveness and
// Complexity of XML Schema", 2006).
//
// Nothing is called included without proof, and nothing is called not included without a document that the validator accepts under the
// one schema and rejects under the other; what is left is undecided, with a reason.
//
// Left out of account is what [Notes] lists.
package inclusion

import (
	"slices"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Notes says what verdicts leave out of account, one sentence each, for reports.
func Notes() []string {
	return []string{
		"Identity constraints (unique, key and keyref) that did not change are not considered, even where another change affects the values that they select.",
		"Where a value became an ID, or is an ID no longer, documents were drawn to show a difference. Where none shows it, and it was not proved that none can, " +
			"the answer is undecided.",
		"An xsi:type that names the declared type itself is not considered, and so is any xsi:type on an element of simple type.",
		"A document counts only if the schema declares its root element. Of elements that no schema declares and a wildcard lets in, xsi:type and xsi:nil " +
			"are not considered.",
	}
}

// Answer is whether one schema's documents are all documents of another. Where Verdict is No there is a Witness; where it is Undecided,
// Reason says why; a Yes has a Reason where no document has what was asked about.
type Answer struct {
	Verdict automaton.Verdict
	Witness *Witness
	Reason  string
	// Assumed are the assumptions of the answer, unless it is No: without them the answer may be different.
	Assumed Assumption
}

// Assumption is a set of assumptions about documents.
type Assumption uint8

// The assumptions that [Options.Assume] allows.
const (
	// NoUndeclared: no element that the first schema does not declare, and a strict wildcard lets in for its xsi:type. Each declaration that is new in the
	// second schema breaks some of those.
	NoUndeclared Assumption = 1 << iota
	// NoUnknownSpace: no element of xs:anyType with an xsi:type of a namespace that the second schema does not have. A namespace that holds types alone, and was
	// renamed, breaks some of those.
	NoUnknownSpace
	// NoneLetIn: no element that is declared where it is let in by a wildcard alone. Where one root is asked about, what only wildcards put below it is something else.
	NoneLetIn
)

// Witness is a document that was proved to be valid under the first schema and invalid under the second.
type Witness struct {
	// Accepted is the document as the first schema accepts it. Rejected is the same document in the namespaces of the second, as
	// [Options.Namespaces] pairs them; without pairs both are the same text. No element, attribute or text can be removed without ending
	// the disagreement; where a type or declaration was asked about, without ending the Violation.
	Accepted, Rejected string
	// Violation is what the second schema says of the difference in Rejected.
	Violation xsd.Violation
	// Masked says that the second schema has other objections too.
	Masked bool
}

// RootAnswer is the answer for the documents with one root.
type RootAnswer struct {
	Root *schema.Element
	Answer
}

// Options of a comparison. The zero value compares whole schemas within the default limits.
type Options struct {
	// Namespaces pairs namespaces of the first schema with those the second has in their place. A document counts as the same in both when
	// its namespaces are exchanged so.
	Namespaces map[string]string
	// EqualTypes and EqualElements report pairs that are taken for equal although they differ, so that a change can be judged alone; a is of
	// the first schema. Nil stands for none.
	EqualTypes    func(a, b schema.Type) bool
	EqualElements func(a, b *schema.Element) bool
	// IgnoreUndeclared leaves documents out of account in which a lax wildcard lets in elements or attributes that only the second schema
	// declares: strictly, each new global declaration breaks some of those.
	IgnoreUndeclared bool
	// Assume leaves documents out of account in which xsi:type makes a difference that nobody means, as [Assumption] lists. Where that mattered, the answer
	// says so in [Answer.Assumed].
	Assume bool
	// Root reports whether documents with such a root count. It is asked of global elements of the first schema. Nil stands for all. With it, Assume also leaves
	// out of account what is let in by wildcards and declared.
	Root func(*schema.Element) bool
	// Stop reports whether to give up: what is not answered yet is undecided with the reason [automaton.Stopped]. It is asked often. Nil stands for never.
	Stop func() bool
	// MaxStates bounds the comparison of two content models; 0 stands for 20,000.
	MaxStates int
}

// Comparer answers questions about the documents of schema a under schema b. What it has found it keeps for further questions. It is for
// one goroutine.
type Comparer struct {
	a, b     *schema.Set
	opts     Options
	names    renaming
	possible *possibilities
	texts    *texts
	solver   *solver
	validators

	otherRefers func() bool          // whether types of b have references to IDs
	declared    func() []schema.Name // the names of all global elements
}

// New prepares a comparison.
func New(a, b *schema.Set, opts Options) *Comparer {
	c := &Comparer{
		a: a, b: b, opts: opts, names: newRenaming(opts.Namespaces), possible: newPossibilities(a, opts), texts: newTexts(),
		validators: validators{validate.New(a), validate.New(b)}, otherRefers: sync.OnceValue(func() bool { return hasReferences(b) }),
	}
	c.declared = sync.OnceValue(func() []schema.Name { return declaredIn(a, b, c.names) })
	c.solver = newSolver(c)
	return c
}

// Taking is a comparison of the same schemas that takes other pairs for equal. It shares what was prepared, and none of what was found.
func (c *Comparer) Taking(equalTypes func(a, b schema.Type) bool, equalElements func(a, b *schema.Element) bool) *Comparer {
	other := *c
	other.opts.EqualTypes, other.opts.EqualElements = equalTypes, equalElements
	other.solver = newSolver(&other)
	return &other
}

// Against is a comparison of the same first schema, and documents with the same roots, with another one. It shares what was prepared of the first, and none
// of what was found.
func (c *Comparer) Against(b *schema.Set, opts Options) *Comparer {
	other := *c
	other.b, other.second, other.opts, other.names = b, validate.New(b), opts, newRenaming(opts.Namespaces)
	other.otherRefers = sync.OnceValue(func() bool { return hasReferences(b) })
	other.declared = sync.OnceValue(func() []schema.Name { return declaredIn(c.a, b, other.names) })
	other.solver = newSolver(&other)
	return &other
}

// assume notes what the answer assumes.
func (a *Answer) assume(s *solver) {
	if a.Verdict != automaton.No {
		a.Assumed = s.assumed
	}
}

// stopped reports whether to give up.
func (c *Comparer) stopped() bool { return c.opts.Stop != nil && c.opts.Stop() }

// Documents answers whether every valid document of a is valid under b.
func (c *Comparer) Documents() (answer Answer) {
	answer = Answer{Verdict: automaton.Yes, Reason: "no document is valid under the first schema"}
	defer func() { answer.assume(c.solver) }()
	for _, root := range c.roots() {
		switch found := c.root(root); {
		case found.verdict != automaton.Yes:
			if proved := c.Root(root); proved.Verdict == automaton.No || answer.Verdict == automaton.Yes {
				answer = proved
			}
		case answer.Verdict == automaton.Yes && c.possible.element(governor{declaration: root}):
			answer.Reason = ""
		}
		if answer.Verdict == automaton.No {
			break
		}
	}
	return answer
}

// Roots answers for each global element of a that is not abstract, in the order of the schema.
func (c *Comparer) Roots() []RootAnswer {
	var answers []RootAnswer
	for _, root := range c.roots() {
		answers = append(answers, RootAnswer{root, c.Root(root)})
	}
	return answers
}

func (c *Comparer) roots() []*schema.Element {
	return slices.DeleteFunc(c.possible.roots(), func(e *schema.Element) bool { return e.Abstract })
}

// root is what is found of the documents with a root.
func (c *Comparer) root(root *schema.Element) finding {
	a := governor{declaration: root}
	if !c.possible.element(a) {
		return finding{verdict: automaton.Yes, reason: "no valid document has the root " + root.Name.String()}
	}
	return c.solver.solve(elementPair{a, governor{declaration: c.b.Element(c.names.name(root.Name))}})
}

// Root answers for the documents with a root, a global element of a.
func (c *Comparer) Root(root *schema.Element) Answer {
	return c.proved(c.root(root), c.atRoot(root))
}

// Types answers whether whatever a type of schema a allows in an element is allowed by a type of schema b. The witness is a whole document
// with such an element; where no valid document has one, the answer is Yes with a reason.
func (c *Comparer) Types(a, b schema.Type) Answer {
	if !c.HasType(a) {
		return Answer{Verdict: automaton.Yes, Reason: "no valid document has an element of the type"}
	}
	found := c.solver.solve(typePair{typed{typ: a}, typed{typ: b}})
	return c.proved(found, c.around(c.RootOfType(a), a, func(e *schema.Element, t schema.Type) bool { return t == a && !isFixed(e.Constraint) }))
}

// Elements answers whether whatever a declaration of schema a allows is allowed by a declaration of schema b: its types, xsi:type, xsi:nil,
// default and fixed values. The witness is a whole document with such an element; where no valid document has one, the answer is Yes with a
// reason.
func (c *Comparer) Elements(a, b *schema.Element) Answer {
	if !c.HasElement(a) {
		return Answer{Verdict: automaton.Yes, Reason: "no valid document has such an element"}
	}
	found := c.solver.solve(elementPair{governor{declaration: a}, governor{declaration: b}})
	return c.proved(found, c.around(c.RootOfElement(a), nil, func(e *schema.Element, _ schema.Type) bool { return e == a }))
}
