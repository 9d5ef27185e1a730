// Causes: which change of the schema a difference between the generated packages comes from. There may be thousands of both, so changes are looked up by path.

package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// causes are the changes that can be the cause of a difference in Go, by the paths at which the generated code shows them.
type causes struct {
	c        *comparer
	findings []*finding
	at       []cause // sorted by path, each path once
	elements *elementsByPath
}

// cause is a path at which a change shows, and which change: the first of several.
type cause struct {
	path  string
	order int
}

// elementsByPath are the elements of both schemas by path, those of the old one where both have one.
type elementsByPath struct {
	at     map[string]*schema.Element
	sorted []string
}

func (c *comparer) newCauses(findings []*finding) *causes {
	x := &causes{c: c, elements: c.newElementsByPath()}
	for _, f := range findings {
		if !f.bearsOnGo() {
			continue
		}
		for _, path := range c.pathsAlike(f) {
			x.at = append(x.at, cause{path, len(x.findings)})
		}
		x.findings = append(x.findings, f)
	}
	slices.SortFunc(x.at, func(a, b cause) int { return cmp.Or(strings.Compare(a.path, b.path), cmp.Compare(a.order, b.order)) })
	x.at = slices.CompactFunc(x.at, func(a, b cause) bool { return a.path == b.path })
	return x
}

func (c *comparer) newElementsByPath() *elementsByPath {
	all := &elementsByPath{at: map[string]*schema.Element{}}
	for _, s := range []*side{c.new, c.old} {
		for _, e := range s.elements {
			all.at[s.paths.Element(e)] = e
		}
	}
	for path := range all.at {
		all.sorted = append(all.sorted, path)
	}
	slices.Sort(all.sorted)
	return all
}

// bearsOnGo reports whether a change can be the cause of a difference in Go; of several together, whether one of them can.
func (f *finding) bearsOnGo() bool {
	if group, ok := f.proof.(ofGroup); ok {
		return slices.ContainsFunc(group.parts, (*finding).bearsOnGo)
	}
	return f.change.Rule.Go != Safe && f.change.Rule.Go != NoQuestion
}

// of finds the change that a difference comes from: at its component path, or the nearest around it, or below it; else of the type or global element that the
// component there refers to; else of the same type, group or element. Of several as near it is the first.
func (x *causes) of(d goapi.Difference) *finding {
	if len(d.Namespaces) > 0 {
		if i := slices.IndexFunc(x.findings, func(f *finding) bool { return f.takesAway(d.Namespaces) }); i >= 0 {
			return x.findings[i]
		}
	}
	for _, near := range []func(string) nearest{x.exact, x.around, x.below, x.referred, x.akin} {
		if n := near(d.Path); n.found {
			return x.findings[n.order]
		}
	}
	return nil
}

// takesAway reports whether a change is why no package stands for one of the namespaces any more.
func (f *finding) takesAway(spaces []string) bool {
	for _, space := range spaces {
		moved, is := f.proof.(ofNamespace)
		if is && moved.space == space || f.change.Rule.ID == "import-removed" && f.change.Old.Text == importWords(space) {
			return true
		}
	}
	return false
}

// nearest is the change that is nearest to a path so far, among those that are near it in one way.
type nearest struct {
	found       bool
	near, order int
}

// consider takes a change that is nearer, or as near and before the other.
func (n *nearest) consider(near int, c cause) {
	if !n.found || near > n.near || near == n.near && c.order < n.order {
		*n = nearest{true, near, c.order}
	}
}

// exact is the change at a path; a package is that of the schema.
func (x *causes) exact(path string) (n nearest) {
	for _, c := range x.on(path) {
		n.consider(0, c)
	}
	if strings.HasPrefix(path, "package/") {
		for _, c := range x.on(schemaPath) {
			n.consider(0, c)
		}
	}
	return n
}

// around is the change of the nearest component around that at a path.
func (x *causes) around(path string) (n nearest) {
	for outer := range ancestors(path) {
		for _, c := range x.on(outer) {
			n.consider(len(outer), c)
		}
	}
	return n
}

// below is the change with the shortest path below another.
func (x *causes) below(path string) (n nearest) {
	for _, c := range x.under(path) {
		n.consider(-len(c.path), c)
	}
	return n
}

// referred is the change of the type, or of the global element, that the element at a path refers to.
func (x *causes) referred(path string) (n nearest) {
	if e := x.elements.at[path]; e != nil {
		for _, c := range x.within(x.c.typePath(e)) {
			n.consider(0, c)
		}
		return n
	}
	for i := range path {
		if path[i] == '/' && strings.HasPrefix(path[i+1:], "element/") {
			for _, c := range x.on(path[i+1:]) {
				n.consider(0, c)
			}
		}
	}
	return n
}

// akin is the change of the same global component whose path has the most in common with another, else that of a type which elements below the path have.
func (x *causes) akin(path string) (n nearest) {
	const ofPart = 1
	types := map[string]bool{}
	for _, inner := range under(x.elements.sorted, path, func(s string) string { return s }) {
		types[x.c.typePath(x.elements.at[inner])] = true
	}
	for t := range types {
		for _, c := range x.within(t) {
			n.consider(ofPart, c)
		}
	}
	for _, c := range x.within(owner(path)) {
		if owner(c.path) == owner(path) && !isWithin(c.path, types) {
			n.consider(commonLength(c.path, path), c)
		}
	}
	return n
}

// typePath is the path of the type of an element.
func (c *comparer) typePath(e *schema.Element) string { return c.pathsOf(e.Type).Type(e.Type) }

// on are the changes at a path, under those below it, and within both.
func (x *causes) on(path string) []cause {
	i, ok := slices.BinarySearchFunc(x.at, path, func(c cause, path string) int { return strings.Compare(c.path, path) })
	if !ok {
		return nil
	}
	return x.at[i : i+1]
}

func (x *causes) under(path string) []cause {
	return under(x.at, path, func(c cause) string { return c.path })
}

func (x *causes) within(path string) []cause { return slices.Concat(x.on(path), x.under(path)) }

// under are those, of what is sorted by path, whose paths lead to something within the component at another.
func under[T any](sorted []T, path string, pathOf func(T) string) []T {
	compare := func(t T, path string) int { return strings.Compare(pathOf(t), path) }
	first, _ := slices.BinarySearchFunc(sorted, path+"/", compare)
	end, _ := slices.BinarySearchFunc(sorted, path+string(rune('/'+1)), compare)
	return sorted[first:end]
}

// ancestors are the paths of what a component stands in, the nearest first.
func ancestors(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := len(path) - 1; i >= 0; i-- {
			if path[i] == '/' && !yield(path[:i]) {
				return
			}
		}
	}
}

// isWithin reports whether a path is one of the others, or leads to something within one.
func isWithin(path string, others map[string]bool) bool {
	if others[path] {
		return true
	}
	for outer := range ancestors(path) {
		if others[outer] {
			return true
		}
	}
	return false
}

// owner is the part of a path that names the global component.
func owner(path string) string {
	parts := strings.SplitN(path, "/", 3)
	return strings.Join(parts[:min(len(parts), 2)], "/")
}

func commonLength(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
