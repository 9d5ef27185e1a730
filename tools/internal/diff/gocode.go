// The question of Go: differences between the generated packages, each as the answer of the change of the schema that it comes from.

package diff

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// answerGo gives each difference that source meets to the change at its component, else to the nearest one around it. Those without such a change
// become changes of their own.
func (c *comparer) answerGo(findings []*finding, old, newer []*model.Package) (left []*finding) {
	if old == nil || newer == nil {
		return nil
	}
	gone := map[string]*finding{} // who answers for types and packages that are gone
	var following []followed
	for _, d := range goapi.Compare(old, newer) {
		if d.Effect == goapi.Adds {
			continue
		}
		f := c.causeOf(findings, d)
		if f == nil {
			f = goFinding(d)
			left = append(left, f)
			following = append(following, followed{f, d.Gone})
		}
		if d.Rule == goapi.TypeRemoved || d.Rule == goapi.PackageRemoved {
			gone[d.Name] = f
		}
		f.addGo(d)
	}
	for _, f := range following {
		f.cause = gone[f.gone]
	}
	return left
}

// followed is a change of Go code alone that follows from the difference of a type or package which is gone.
type followed struct {
	*finding
	gone string // empty for one that follows from none
}

// addGo makes a difference part of the answer.
func (f *finding) addGo(d goapi.Difference) {
	answer := &f.change.Answers[Go]
	answer.Verdict = Breaking
	if remedy := d.Remedy(); remedy != "" && !slices.Contains(answer.Remedies, remedy) {
		answer.Remedies = append(answer.Remedies, remedy)
	}
	switch {
	case answer.Reason == "":
		answer.Reason = d.Message
	case strings.Contains(answer.Reason, d.Message):
		return
	default:
		answer.Reason += "; " + d.Message
	}
	answer.Details = append(answer.Details, d.Message)
}

func goFinding(d goapi.Difference) *finding {
	change := &Change{Rule: byID[d.Rule], Path: d.Path, Message: d.Message, details: append([]string{d.Name}, d.Values...)}
	if d.Old != "" {
		change.Old = Place{Position: d.OldPosition, Text: d.Old}
	}
	if d.New != "" {
		change.New = Place{Position: d.NewPosition, Text: d.New}
	}
	return &finding{change: change, proof: harmless{}}
}

// causeOf finds the change that a difference comes from: at its component path, or the nearest around it, or below it; else of the type or global element
// that the component there refers to; else of the same type, group or element.
func (c *comparer) causeOf(findings []*finding, d goapi.Difference) *finding {
	var cause *finding
	best := 0
	within := c.elementsWithin(d.Path)
	for _, f := range findings {
		if !f.bearsOnGo() {
			continue
		}
		if f.takesAway(d.Namespaces) {
			return f
		}
		for _, at := range c.pathsAlike(f) {
			if near := c.nearness(at, d.Path, within); near > best {
				cause, best = f, near
			}
		}
	}
	return cause
}

// bearsOnGo reports whether a change can be the cause of a difference in Go; of several together, whether one of them can.
func (f *finding) bearsOnGo() bool {
	if group, ok := f.proof.(ofGroup); ok {
		return slices.ContainsFunc(group.parts, (*finding).bearsOnGo)
	}
	return f.change.Rule.Go != Safe && f.change.Rule.Go != NoQuestion
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

// nearness says how likely a change at one path is the cause of a difference at another, within whose component those elements stand; 0: not at all.
func (c *comparer) nearness(change, path string, within []*schema.Element) int {
	const exact, around, below, referred = 4_000_000, 3_000_000, 2_000_000, 1_000_000
	switch {
	case change == path:
		return exact
	case isBelow(path, change):
		return around + len(change)
	case isBelow(change, path):
		return below - len(change)
	case c.refersTo(path, change):
		return referred
	case change == schemaPath && strings.HasPrefix(path, "package/"):
		return exact
	case c.anyOfType(within, change):
		return 1
	case owner(change) == owner(path):
		return commonLength(change, path)
	}
	return 0
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

// isBelow reports whether a path leads to something within the component at another.
func isBelow(path, other string) bool {
	return len(path) > len(other) && path[len(other)] == '/' && strings.HasPrefix(path, other)
}

// elementAt finds the element at a path, in the old schema where it is there.
func (c *comparer) elementAt(path string) *schema.Element {
	if c.elementsAt == nil {
		c.elementsAt = map[string]*schema.Element{}
		for _, s := range []*side{c.new, c.old} {
			for _, e := range s.elements {
				c.elementsAt[s.paths.Element(e)] = e
			}
		}
	}
	return c.elementsAt[path]
}

// refersTo reports whether the element at a path is of the type, or is the global element, with the other path.
func (c *comparer) refersTo(path, other string) bool {
	if e := c.elementAt(path); e != nil {
		return c.isOfType(e, other)
	}
	return strings.HasPrefix(other, "element/") && strings.HasSuffix(path, "/"+other)
}

// isOfType reports whether an element is of the type at a path, or of one that the path leads into.
func (c *comparer) isOfType(e *schema.Element, path string) bool {
	t := c.pathsOf(e.Type).Type(e.Type)
	return t == path || isBelow(path, t)
}

// elementsWithin are the elements that stand within the component at a path.
func (c *comparer) elementsWithin(path string) (within []*schema.Element) {
	c.elementAt(path) // makes the map
	for at, e := range c.elementsAt {
		if isBelow(at, path) {
			within = append(within, e)
		}
	}
	return within
}

// anyOfType reports whether one of the elements is of the type with that path.
func (c *comparer) anyOfType(elements []*schema.Element, path string) bool {
	return slices.ContainsFunc(elements, func(e *schema.Element) bool { return c.isOfType(e, path) })
}

// pathsAlike are the paths at which the generated code shows a change: of what stands in a named group or a base type, those in the types that have it;
// of what was renamed, that of the new name.
func (c *comparer) pathsAlike(f *finding) []string {
	paths := []string{f.change.Path}
	if group, ok := f.proof.(ofGroup); ok {
		for _, part := range group.parts {
			paths = append(paths, c.pathsAlike(part)...)
		}
	}
	p, ok := f.proof.(contentOf)
	if !ok {
		return paths
	}
	for _, e := range p.edits {
		if e.also != "" {
			paths = append(paths, e.also)
		}
	}
	below := strings.TrimPrefix(f.change.Path, p.tree.path)
	for _, m := range c.models {
		if m.tree != nil && m.tree.contains(p.tree) {
			paths = append(paths, c.old.paths.Type(m.old)+below)
		}
	}
	return paths
}

// totalGo is the answer for all packages together.
func totalGo(changes []*Change, old, newer Input) Judgement {
	for _, in := range []Input{old, newer} {
		if in.NoPackages != nil {
			return Judgement{Verdict: Undecided, Reason: "no package can be generated from " + in.Name + ": " + strings.Join(strings.Fields(in.NoPackages.Error()), " ")}
		}
	}
	for _, change := range changes {
		if answer := change.Answers[Go]; answer.Verdict == Breaking {
			return Judgement{Verdict: Breaking, Reason: change.Path + ": " + answer.Reason}
		}
	}
	return Judgement{}
}
