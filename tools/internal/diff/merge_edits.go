// The edits of a merged content model, by kind.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// compareBounds notes other bounds: those of an element or wildcard each by itself, those of a group together.
func (m *merger) compareBounds(n *merged) {
	old, newer := n.old, n.new
	if old.min == newer.min && old.max == newer.max {
		return
	}
	path := m.partPath(old)
	if n.isGroup() {
		message := nowAndBefore(newer.name()+" comes "+timesWords(newer.min, newer.max), "it came "+timesWords(old.min, old.max))
		n.low = m.note(groupOccursRule(old, newer), path, old, newer, message)
		n.high = n.low
		return
	}
	if old.min != newer.min {
		rule := "min-occurs-increased"
		if newer.min < old.min {
			rule = "min-occurs-decreased"
		}
		n.low = m.note(rule, path, old, newer, minMessage(newer.name(), old.min, newer.min))
	}
	if old.max != newer.max {
		rule := "max-occurs-increased"
		if exceeds(old.max, newer.max) {
			rule = "max-occurs-decreased"
		}
		n.high = m.note(rule, path, old, newer, maxMessage(newer.name(), old.max, newer.max))
	}
}

// name is what a message calls a part.
func (p *part) name() string {
	switch {
	case p.element() != nil:
		return "element " + p.element().Name.Local
	case p.wildcard() != nil:
		return "an element that only the wildcard lets in"
	case p.definition != nil:
		return "group " + p.definition.Name.Local
	}
	return "the " + termWords(p.flat())
}

// exceeds reports whether the bound a is greater than b.
func exceeds(a, b int) bool {
	return b != schema.Unbounded && (a == schema.Unbounded || a > b)
}

func groupOccursRule(old, newer *part) string {
	wider := newer.min <= old.min && !exceeds(old.max, newer.max)
	narrower := old.min <= newer.min && !exceeds(newer.max, old.max)
	switch {
	case wider:
		return "group-occurs-widened"
	case narrower:
		return "group-occurs-narrowed"
	}
	return "group-occurs-changed"
}

// compareCompositors notes another compositor, unless one of the groups has a single part, so that it means nothing there.
func (m *merger) compareCompositors(n *merged) {
	old, newer := n.old, n.new
	if old.compositor == newer.compositor || old.wrapped() || newer.wrapped() {
		return
	}
	n.kind = m.note("compositor-changed", m.partPath(old), old, newer, compositorMessage(old.compositor, newer.compositor))
}

// compareWildcards notes other namespaces and another strictness.
func (m *merger) compareWildcards(n *merged) {
	old, newer := n.old.wildcard(), n.new.wildcard()
	path := m.tree.path + "/any"
	if rule := namespaceRule(old.Namespaces, newer.Namespaces, "any"); rule != "" {
		n.kind = m.note(rule, path, n.old, n.new, namespaceMessage("elements", old.Namespaces, newer.Namespaces))
	}
	if rule := processRule(old.Process, newer.Process, "any"); rule != "" {
		n.process = m.note(rule, path, n.old, n.new, processMessage("elements", old.Process, newer.Process))
	}
}

// namespaceRule names the change of a namespace constraint; "" where there is none.
func namespaceRule(old, newer content.NamespaceConstraint, prefix string) string {
	wider, narrower := newer.Includes(old), old.Includes(newer)
	switch {
	case wider && narrower:
		return ""
	case wider:
		return prefix + "-namespace-widened"
	case narrower:
		return prefix + "-namespace-narrowed"
	}
	return prefix + "-namespace-changed"
}

// processRule names the change of processContents; "" where there is none.
func processRule(old, newer content.ProcessContents, prefix string) string {
	switch {
	case newer > old:
		return prefix + "-process-contents-relaxed"
	case newer < old:
		return prefix + "-process-contents-tightened"
	}
	return ""
}

// settle turns parts that are still loose into edits: elements of one name on both sides moved, the others were removed or added.
func (m *merger) settle() {
	for _, gone := range m.loose[OldSide] {
		for _, come := range m.loose[NewSide] {
			if m.moved(gone, come) {
				break
			}
		}
	}
	for _, s := range []Side{OldSide, NewSide} {
		for _, l := range m.loose[s] {
			if l.node.presence == nil {
				m.placed(s, l)
			}
		}
	}
}

// moved makes one edit of an element that went from one place to another.
func (m *merger) moved(gone, come *loose) bool {
	e, f := gone.node.old.element(), come.node.new.element()
	if e == nil || f == nil || e.Name != f.Name || come.node.presence != nil {
		return false
	}
	rule, where := "element-moved", "at another place than before"
	if gone.group != come.group {
		rule, where = "element-moved-between-models", "in another group than before"
	}
	edit := m.note(rule, m.elementPath(f), gone.node.old, come.node.new, "element "+e.Name.Local+" stands "+where)
	gone.node.presence, come.node.presence = edit, edit
	m.met(e, f)
	return true
}

// placed notes what was added or removed. The parts of a group come and go with it.
func (m *merger) placed(s Side, l *loose) {
	p := l.node.on(s)
	rule, message := m.presenceRule(s, l, p)
	var e *edit
	if s == OldSide {
		e = m.note(rule, m.partPath(p), p, nil, message)
	} else {
		e = m.note(rule, m.partPath(p), nil, p, message)
	}
	l.node.settle(e)
}

// settle gives the edit to a node and to what is in it and has none of its own.
func (n *merged) settle(e *edit) {
	n.presence = e
	for _, inner := range n.parts {
		if inner.presence == nil {
			inner.settle(e)
		}
	}
}

func (m *merger) presenceRule(s Side, l *loose, p *part) (rule, message string) {
	verb := [...]string{OldSide: "removed", NewSide: "added"}[s]
	around := l.group.on(s)
	message = p.name() + " was " + verb
	switch {
	case p.wildcard() != nil:
		return "any-" + verb, "a wildcard for " + namespaceWords("elements", p.wildcard().Namespaces) + " was " + verb
	case around.compositor == schema.Choice && len(l.group.on(s.other()).parts) > 0:
		return "choice-branch-" + verb, message + " as one of the parts to choose from"
	}
	kind, need := "group", "optional"
	if p.element() != nil {
		kind = "element"
		if m.admitted(s.other(), p.element().Name) {
			return "element-" + verb + "-where-wildcard", message + "; the " + s.other().String() + " schema lets it in by a wildcard"
		}
	}
	if p.requires() {
		need = "required"
	}
	return kind + "-" + verb + "-" + need, nowAndBefore(message, needWords(s, need == "required"))
}

// needWords says whether what stands on one side only may be left out there.
func needWords(s Side, required bool) string {
	switch {
	case s == NewSide && required:
		return "it is required"
	case s == NewSide:
		return "it may be left out"
	case required:
		return "it was required"
	}
	return "it could be left out"
}

// admitted reports whether a wildcard of the model of a side lets in elements of the name.
func (m *merger) admitted(s Side, name schema.Name) bool {
	return m.roots.on(s).admits(name)
}
