// One root: a comparison of the documents that begin with one element, and of what these can hold.

package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// RootError says that a name is not that of one root.
type RootError struct {
	Root    string
	Missing bool     // neither schema has it; else it is the name of several
	Among   []string // the roots there are, or those of the name
}

// mostRoots is how many roots an error lists.
const mostRoots = 12

func (e *RootError) Error() string {
	listed := strings.Join(e.Among[:min(len(e.Among), mostRoots)], ", ")
	if rest := len(e.Among) - mostRoots; rest > 0 {
		listed += fmt.Sprintf(" and %d more", rest)
	}
	switch {
	case !e.Missing:
		return fmt.Sprintf("root %s is the name of several elements: say which, %s", e.Root, listed)
	case len(e.Among) == 0:
		return fmt.Sprintf("neither schema declares an element %s that a document can begin with, nor any other", e.Root)
	}
	return fmt.Sprintf("neither schema declares an element %s that a document can begin with; there are %s", e.Root, listed)
}

// rootChoice is the root that a comparison is restricted to.
type rootChoice struct {
	wildcards             bool                 // what they let in counts
	pair[*schema.Element]                      // nil where a schema does not have it
	names                 map[schema.Name]bool // in the namespaces of both schemas
}

// is reports whether a global element of either schema is the root. A comparison that is not restricted takes all.
func (r *rootChoice) is(e *schema.Element) bool { return r == nil || r.names[e.Name] }

// name is the root's expanded name, in the schema that has it; empty where a comparison is not restricted.
func (r *rootChoice) name() string {
	switch {
	case r == nil:
		return ""
	case r.old == nil:
		return r.new.Name.String()
	}
	return r.old.Name.String()
}

// rootFor is the root that the options name, nil for all.
func (c *comparer) rootFor(options Options, given [2]*schema.Set, moved map[string]string) (*rootChoice, error) {
	if options.Root == "" {
		return nil, nil
	}
	return c.chooseRoot(options.Root, options.NoAssumptions, given, moved)
}

// chooseRoot finds the root with a name: a local one, or {namespace}local with the namespace it has in either schema.
func (c *comparer) chooseRoot(root string, wildcards bool, given [2]*schema.Set, moved map[string]string) (*rootChoice, error) {
	var found []schema.Name
	for _, e := range slices.Concat(given[OldSide].Elements, given[NewSide].Elements) {
		name := e.Name
		if before, ok := moved[name.Space]; ok && !slices.Contains(given[OldSide].Elements, e) {
			name.Space = before
		}
		asked := root == e.Name.Local || root == e.Name.String() || root == name.String()
		if asked && !e.Abstract && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	if exact := (schema.Name{Local: root}); slices.Contains(found, exact) {
		found = []schema.Name{exact} // in no namespace: it has no other name to be asked for by
	}
	if len(found) != 1 {
		return nil, &RootError{root, len(found) == 0, rootNames(found, given)}
	}
	r := &rootChoice{names: map[schema.Name]bool{}, wildcards: wildcards}
	r.old, r.new = c.old.set.Element(found[0]), c.new.set.Element(found[0])
	switch {
	case r.new == nil:
		r.new = c.pairs.elements.toNew[r.old]
	case r.old == nil:
		r.old = c.pairs.elements.toOld[r.new]
	}
	r.own(moved)
	return r, nil
}

// own notes the names that the root has. A partner that is no global element is none.
func (r *rootChoice) own(moved map[string]string) {
	if r.old != nil && !r.old.Global {
		r.old = nil
	}
	if r.new != nil && !r.new.Global {
		r.new = nil
	}
	for _, e := range []*schema.Element{r.old, r.new} {
		if e == nil {
			continue
		}
		r.names[e.Name] = true
		for after, before := range moved {
			if before == e.Name.Space {
				r.names[schema.Name{Space: after, Local: e.Name.Local}] = true
			}
		}
	}
}

// rootNames are the names that a name can stand for, or of all roots where it stands for none.
func rootNames(found []schema.Name, given [2]*schema.Set) (all []string) {
	for _, name := range found {
		all = append(all, name.String())
	}
	if len(found) > 0 {
		return all
	}
	for _, set := range given {
		for _, e := range set.Elements {
			if name := e.Name.Local; !e.Abstract && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// within parts findings in those of what documents with the root can hold, in either schema, and others. What concerns a schema as a whole is of the former.
func (c *comparer) within(root *rootChoice, findings []*finding) (inside, outside []*finding) {
	if root == nil {
		return findings, nil
	}
	owners := c.ownersWithin(root)
	for _, f := range findings {
		if c.isWithin(owners, f) {
			inside = append(inside, f)
		} else {
			outside = append(outside, f)
		}
	}
	return inside, outside
}

// isWithin reports whether a finding is of one of the global components, or of a schema as a whole.
func (c *comparer) isWithin(owners map[string]bool, f *finding) bool {
	if space, ok := f.proof.(ofNamespace); ok {
		return owners[inSpace(space.space)]
	}
	path := owner(f.change.Path)
	return !strings.Contains(path, "/") || strings.HasPrefix(path, "package/") || owners[path]
}

// inSpace is the mark of a namespace among owners.
func inSpace(space string) string { return "namespace " + space }

// ownersWithin are the paths of the global components that documents with the root are governed by, and their namespaces.
func (c *comparer) ownersWithin(root *rootChoice) map[string]bool {
	owners := map[string]bool{}
	for _, at := range []Side{OldSide, NewSide} {
		if e := root.on(at); e != nil {
			w := &holding{side: c.on(at), wildcards: root.wildcards, owners: owners, met: map[schema.Component]bool{}}
			w.element(e)
			w.attributeGroups()
		}
	}
	return owners
}

// holding goes through what an element can hold: what is declared in it, what may stand in its place, and perhaps what wildcards let in.
type holding struct {
	*side
	wildcards bool // those for elements let in what is declared
	owners    map[string]bool
	met       map[schema.Component]bool
}

func (w *holding) first(c schema.Component, path string, name schema.Name) bool {
	if w.met[c] {
		return false
	}
	w.met[c] = true
	w.owners[owner(path)] = true
	w.owners[inSpace(name.Space)] = true
	return true
}

func (w *holding) element(e *schema.Element) {
	if !w.first(e, w.paths.Element(e), e.Name) {
		return
	}
	w.typ(e.Type)
	w.derivedFrom(e.Type)
	for _, substitute := range e.Substitutes {
		w.element(substitute)
	}
}

// derivedFrom goes through the types that xsi:type may name in place of one.
func (w *holding) derivedFrom(t schema.Type) {
	if t == schema.Type(schema.AnyType()) {
		for _, each := range w.set.Types {
			w.typ(each)
		}
	}
	for _, derived := range w.derived[t] {
		w.typ(derived)
		w.derivedFrom(derived)
	}
}

func (w *holding) typ(t schema.Type) {
	if t == nil || isBuiltIn(t) && t != schema.Type(schema.AnyType()) {
		return
	}
	if isBuiltIn(t) {
		if w.met[t] {
			return
		}
		w.met[t] = true
	} else if !w.first(t, w.paths.Type(t), t.TypeName()) {
		return
	}
	w.typ(t.BaseType())
	switch t := t.(type) {
	case *schema.SimpleType:
		w.simple(t)
	case *schema.ComplexType:
		for _, use := range t.AttributeUses {
			w.attribute(use.Declaration)
		}
		w.anyAttribute(t.AnyAttribute)
		w.content(t.Content)
	}
}

func (w *holding) simple(t *schema.SimpleType) {
	switch v := t.Variety.(type) {
	case *schema.List:
		w.typ(v.Item)
	case *schema.Union:
		for _, m := range v.Members {
			w.typ(m)
		}
	}
}

func (w *holding) attribute(a *schema.Attribute) {
	if w.first(a, w.paths.Attribute(a), a.Name) {
		w.typ(a.Type)
	}
}

func (w *holding) anyAttribute(wildcard *schema.Wildcard) {
	if wildcard == nil || wildcard.Process == content.Skip {
		return
	}
	for _, a := range w.set.Attributes {
		if wildcard.Namespaces.Allows(a.Name.Space) {
			w.attribute(a)
		}
	}
}

func (w *holding) content(c schema.Content) {
	switch c := c.(type) {
	case *schema.SimpleContent:
		w.typ(c.Type)
	case *schema.ElementContent:
		w.particle(c.Particle)
	}
}

func (w *holding) particle(p *schema.Particle) {
	switch term := p.Term.(type) {
	case *schema.Element:
		w.element(term)
	case *schema.Wildcard:
		if !w.wildcards || term.Process == content.Skip {
			return
		}
		for _, e := range w.set.Elements {
			if term.Namespaces.Allows(e.Name.Space) {
				w.element(e)
			}
		}
	case *schema.ModelGroup:
		if term.Definition != nil {
			w.owners["group/"+w.paths.Global(term.Definition.Name)] = true
		}
		for _, inner := range term.Particles {
			w.particle(inner)
		}
	}
}

// attributeGroups adds those whose attributes were met: who refers to a group, components do not say.
func (w *holding) attributeGroups() {
	for _, g := range w.set.AttributeGroups {
		if slices.ContainsFunc(g.Uses, func(u *schema.AttributeUse) bool { return w.met[u.Declaration] }) {
			w.owners["attributeGroup/"+w.paths.Global(g.Name)] = true
		}
	}
}

// elsewhere reports whether a global element is no root that counts, so that only what refers to it makes a difference.
func (j *judge) elsewhere(p ofSet) bool {
	e, isElement := p.component.(*schema.Element)
	return isElement && !p.below && !j.root.is(e) && !j.root.wildcards
}

// rootNotes say what was left out for the root.
func (r *Report) rootNotes() []string {
	if r.Root == "" {
		return nil
	}
	note := "Only documents with the root " + r.Root + " count, and only changes of what these can hold are shown"
	switch len(r.outside) {
	case 0:
		return []string{note + "."}
	case 1:
		return []string{note + "; one change of something else is not."}
	}
	return []string{note + fmt.Sprintf("; %d changes of something else are not.", len(r.outside))}
}
