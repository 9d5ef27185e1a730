// This file puts what is gone into the diagram of a new version.

package diagram

import "slices"

// Merge adds to the diagram of a new version those parts of the old one that are gone, where gone says so of their component paths. Only data types for
// which listed answers true stay. The new diagram is changed.
func Merge(old, now *Diagram, gone, listed func(path string) bool) {
	m := merger{old: old, now: now, gone: gone, classes: map[string]*Class{}}
	for _, c := range now.Classes {
		m.classes[c.Path] = c
	}
	for _, c := range old.Classes {
		if m.classes[c.Path] == nil && gone(c.Path) {
			copied := *c
			copied.Rows, copied.Constraints = slices.Clone(c.Rows), nil
			m.classes[c.Path] = &copied
			now.Classes = append(now.Classes, &copied)
		}
	}
	for _, c := range old.Classes {
		m.rows(c)
	}
	for _, l := range old.Links {
		m.link(l)
	}
	for _, t := range old.DataTypes {
		m.dataType(t)
	}
	now.DataTypes = slices.DeleteFunc(now.DataTypes, func(t *DataType) bool { return !listed(t.Path) })
}

type merger struct {
	old, now *Diagram
	gone     func(path string) bool
	classes  map[string]*Class
}

// has reports whether the new version shows a part.
func (m *merger) has(c *Class, path string) bool {
	return slices.ContainsFunc(c.Rows, func(r Row) bool { return r.Path == path }) ||
		slices.ContainsFunc(m.now.Links, func(l Link) bool { a, ok := l.(*Association); return ok && a.Path == path })
}

func (m *merger) rows(old *Class) {
	c := m.classes[old.Path]
	if c == nil {
		return
	}
	for _, r := range old.Rows {
		if m.gone(r.Path) && !m.has(c, r.Path) {
			c.Rows = append(c.Rows, r)
		}
	}
}

// link adds an association that is gone, as a row where its class is not drawn, and the bases of classes that are gone.
func (m *merger) link(l Link) {
	from, to := l.Ends()
	newFrom, newTo := m.classes[from.Path], m.classes[to.Path]
	switch l := l.(type) {
	case *Association:
		switch {
		case newFrom == nil || !m.gone(l.Path) && !m.gone(from.Path) || m.has(newFrom, l.Path):
		case newTo == nil:
			newFrom.Rows = append(newFrom.Rows, Row{Path: l.Path, Name: l.Role, Type: to.Name, Occurs: l.Occurs, Doc: l.Doc})
		default:
			copied := *l
			copied.From, copied.To, copied.Mark = newFrom, newTo, ""
			m.now.Links = append(m.now.Links, &copied)
		}
	case *Generalisation:
		if newFrom != nil && newTo != nil && (m.gone(from.Path) || m.gone(to.Path)) {
			copied := *l
			copied.Special, copied.General = newFrom, newTo
			m.now.Links = append(m.now.Links, &copied)
		}
	}
}

// dataType adds one that is gone, or the values that one has lost.
func (m *merger) dataType(old *DataType) {
	i := slices.IndexFunc(m.now.DataTypes, func(t *DataType) bool { return t.Path == old.Path })
	if i < 0 {
		if m.gone(old.Path) {
			m.now.DataTypes = append(m.now.DataTypes, old)
		}
		return
	}
	now := m.now.DataTypes[i]
	for _, r := range old.Rows {
		if r.Path != "" && m.gone(r.Path) && !slices.Contains(now.Rows, r) {
			now.Rows = append(now.Rows, r)
		}
	}
}
