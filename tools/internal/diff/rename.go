// Elements that have another name and are the same all the same.

package diff

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// renamed joins, within each run of parts without partners, an element that went and one that came where enough else is the same.
func (m *merger) renamed(parts []aligned) []aligned {
	var result []aligned
	for i := 0; i < len(parts); {
		end := i
		for end < len(parts) && (parts[end].old == nil || parts[end].new == nil) {
			end++
		}
		result = append(result, m.joined(parts[i:end])...)
		if end < len(parts) {
			result = append(result, parts[end])
			end++
		}
		i = end
	}
	return result
}

// joined is a run with its renamed elements joined.
func (m *merger) joined(run []aligned) []aligned {
	taken := make([]bool, len(run))
	partner := func(old *part) *part {
		for j, b := range run {
			if b.old == nil && !taken[j] && m.isRenaming(old, b.new, len(run) == 2) {
				taken[j] = true
				return b.new
			}
		}
		return nil
	}
	for i := range run {
		if run[i].old != nil {
			run[i].new = partner(run[i].old)
		}
	}
	var result []aligned
	for i, a := range run {
		if !taken[i] {
			result = append(result, a)
		}
	}
	return result
}

// isRenaming reports whether old and new are one element: the same but for transliteration, or with the same documentation or foreign attributes; or
// alone in their place, with the same type and bounds.
func (m *merger) isRenaming(old, newer *part, alone bool) bool {
	e, f := old.element(), newer.element()
	if e == nil || f == nil {
		return false
	}
	sameType := m.c.pairs.sameType(e.Type, f.Type)
	switch {
	case transliterated(e.Name.Local) == transliterated(f.Name.Local):
		return true
	case sameNotes(old.particle, newer.particle) || sameNotes(e, f):
		return sameType
	}
	return alone && sameType && old.min == newer.min && old.max == newer.max
}

// sameNotes reports whether the authors say the same of two components, and say something.
func sameNotes(a, b schema.Component) bool {
	x, y := a.Source().Annotation, b.Source().Annotation
	documented := len(x.Documentation) > 0 && strings.TrimSpace(x.Documentation[0]) != "" && slices.Equal(x.Documentation, y.Documentation)
	return documented || len(x.Foreign) > 0 && slices.Equal(x.Foreign, y.Foreign)
}

var plainLetters = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa")

// transliterated spells Norwegian letters as they are spelt where there are none, and all in lower case.
func transliterated(name string) string { return strings.ToLower(plainLetters.Replace(name)) }

// renamedHow says what two names have in common, for a message.
func renamedHow(e, f *schema.Element) string {
	if transliterated(e.Name.Local) == transliterated(f.Name.Local) {
		return ": the same word, spelt otherwise"
	}
	return ""
}
