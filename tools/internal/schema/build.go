// Build: from schema documents to components. The work is done in passes over all documents, each of which notes every
// problem it finds: representation (package-level tables), symbols, definitions, then the constraints on components.

package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// Build makes the components of all documents and checks them against the constraints of XSD 1.0. The error is
// [diag.Problems] with every problem found, sorted; the set is nil then.
func Build(docs []*load.Document) (*Set, error) {
	if problem, ok := needsVersion11(docs); ok {
		return nil, diag.Problems{problem}
	}
	b := newBuilder(docs)
	b.checkRepresentation()
	b.collect()
	b.define()
	b.checkComponents()
	b.countShared()
	if err := formFirst(b.problems).Err(); err != nil {
		return nil, err
	}
	b.finish()
	return b.set, nil
}

// formFirst leaves out what follows from an element's having the wrong form: other problems at the same position.
func formFirst(problems diag.Problems) diag.Problems {
	malformed := map[diag.Position]bool{}
	for _, p := range problems {
		if strings.HasPrefix(p.Rule, "s4s-") {
			malformed[p.Position] = true
		}
	}
	return slices.DeleteFunc(problems, func(p diag.Problem) bool {
		return malformed[p.Position] && !strings.HasPrefix(p.Rule, "s4s-")
	})
}

// builder is the state of one Build.
type builder struct {
	set      *Set
	docs     []*load.Document
	problems diag.Problems
	globals  [symbolSpaces]map[Name]*global
	order    []*global
	visible  map[*load.Document]map[string]bool // namespaces that a document may refer to
	rejected map[*load.Element]bool             // what the schema for schemas does not allow, and is passed over

	// Definitions on the way, and those put off until the names they need are known, or until all definitions are complete.
	simple    map[*SimpleType]*work
	complex   map[*ComplexType]*complexWork
	attrGroup map[*AttributeGroup]*work
	queue     []func()
	last      []func()
	heads     map[*Element]headReference
	groups    map[*Element][]*Element // the members of each substitution group, abstract ones among them, the head not

	// All components, local and anonymous ones too, in order of appearance.
	elements   []*Element
	attributes []*Attribute
	uses       []*AttributeUse
	simples    []*SimpleType
	complexes  []*ComplexType
	identities map[Name]*IdentityConstraint
	elementOf  map[Component]*load.Element // where they were written
	broken     map[Component]bool          // those with a problem that would only cause others

	// What has been worked out about components, so that it is worked out once.
	sizes       map[*ModelGroup]int
	ranges      map[*ModelGroup]totalRange
	members     map[*Union]int
	substitutes map[*Element][]Name
	simplified  map[*Particle]*Particle
	ambiguous   map[[2]*Particle]bool // pairs that have been reported

	// Problems that many references have in common: told of the first, and counted.
	shared     map[string]*sharedProblem
	unreadRefs map[string]*load.Reference // by namespace, the first of each

	// What hostile schemas would make grow without bounds.
	comparisons int // of particles
	suggestions int // of names
	totalLeaves int
}

// work is a definition that is completed when it is first needed.
type work struct {
	state  workState
	define func()
}

// workState tells where a definition is on the way.
type workState uint8

const (
	waiting workState = iota
	underWay
	done
)

func newBuilder(docs []*load.Document) *builder {
	b := &builder{
		set: &Set{index: newIndex()}, docs: docs,
		shared: map[string]*sharedProblem{}, visible: map[*load.Document]map[string]bool{}, rejected: map[*load.Element]bool{},
		simple: map[*SimpleType]*work{}, complex: map[*ComplexType]*complexWork{}, attrGroup: map[*AttributeGroup]*work{},
		heads: map[*Element]headReference{}, groups: map[*Element][]*Element{}, identities: map[Name]*IdentityConstraint{},
		elementOf: map[Component]*load.Element{}, broken: map[Component]bool{},
		sizes: map[*ModelGroup]int{}, ranges: map[*ModelGroup]totalRange{}, members: map[*Union]int{},
		substitutes: map[*Element][]Name{}, simplified: map[*Particle]*Particle{}, ambiguous: map[[2]*Particle]bool{},
	}
	for space := range b.globals {
		b.globals[space] = map[Name]*global{}
	}
	return b
}

// define completes all definitions.
func (b *builder) define() {
	for _, g := range b.order {
		g.define(b)
	}
	for len(b.queue) > 0 {
		next := b.queue
		b.queue = nil
		for _, f := range next {
			f()
		}
	}
	b.checkGroupCircles()
	b.joinSubstitutionGroups()
	for _, f := range b.last {
		f()
	}
}

// later puts f off until all global definitions have been started.
func (b *builder) later(f func()) { b.queue = append(b.queue, f) }

// afterwards puts f off until all definitions are complete.
func (b *builder) afterwards(f func()) { b.last = append(b.last, f) }

// problem notes a violation at el.
func (b *builder) problem(el *load.Element, rule, format string, args ...any) {
	b.problems.Addf(el.Position, rule, format, args...)
}

// sharedProblem is a problem with one cause that shows in many places.
type sharedProblem struct {
	index int // among the problems
	more  int // places after the first
}

// once notes a violation at el whose cause is named by key, or counts it where it was noted before.
func (b *builder) once(key string, el *load.Element, rule, format string, args ...any) {
	if p, ok := b.shared[key]; ok {
		p.more++
		return
	}
	b.shared[key] = &sharedProblem{index: len(b.problems)}
	b.problem(el, rule, format, args...)
}

// countShared adds to messages how often their cause shows.
func (b *builder) countShared() {
	for _, p := range b.shared {
		switch {
		case p.more == 1:
			b.problems[p.index].Message += "; 1 more reference fails for this reason"
		case p.more > 1:
			b.problems[p.index].Message += fmt.Sprintf("; %d more references fail for this reason", p.more)
		}
	}
}

// markBroken notes that constraints on c are not worth checking.
func (b *builder) markBroken(c Component) { b.broken[c] = true }

// importsOf lists the namespaces that a document imports.
func importsOf(doc *load.Document) []string {
	var namespaces []string
	for _, ref := range doc.References {
		if ref.Kind == load.Import && !slices.Contains(namespaces, ref.Namespace) {
			namespaces = append(namespaces, ref.Namespace)
		}
	}
	return namespaces
}

// finish fills what only a correct schema has.
func (b *builder) finish() {
	b.forgetNamespaces()
	for _, doc := range b.docs {
		version, _ := doc.Root.Token("version")
		b.set.Documents = append(b.set.Documents, DocumentInfo{
			File: doc.File, TargetNamespace: doc.TargetNamespace, Version: version, Annotation: annotation(doc.Root), Prefixes: doc.Root.Scope.Bindings(),
			Imports: importsOf(doc),
		})
	}
	b.set.Warnings = b.warnings()
}
