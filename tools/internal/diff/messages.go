// Messages: what a change says in one sentence, what is now and what was. They are for people who know documents and not schemas.

package diff

import (
	"fmt"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// nowAndBefore joins the two halves of a message.
func nowAndBefore(now, before string) string { return now + "; " + before }

// minMessage says how often something must appear.
func minMessage(name string, old, newer int) string {
	now := fmt.Sprintf("must appear at least %d times", newer)
	switch {
	case newer == 0:
		now = "may be left out"
	case newer == 1 && old == 0:
		now = "is required"
	case newer == 1:
		now = "must appear once at least"
	}
	before := fmt.Sprintf("at least %d were required", old)
	switch {
	case old == 0:
		before = "it could be left out"
	case old == 1 && newer == 0:
		before = "it was required"
	case old == 1:
		before = "one was enough"
	}
	return nowAndBefore(name+" "+now, before)
}

// maxMessage says how often something may appear.
func maxMessage(name string, old, newer int) string {
	now := fmt.Sprintf("may appear at most %d times", newer)
	switch newer {
	case schema.Unbounded:
		now = "may appear any number of times"
	case 0:
		now = "may not appear"
	case 1:
		now = "may appear once only"
	}
	before := fmt.Sprintf("at most %d were allowed", old)
	switch old {
	case schema.Unbounded:
		before = "there was no limit"
	case 0:
		before = "it could not appear"
	case 1:
		before = "at most one was allowed"
	}
	return nowAndBefore(name+" "+now, before)
}

// timesWords says how often a group comes.
func timesWords(low, high int) string {
	switch {
	case low == 0 && high == schema.Unbounded:
		return "any number of times"
	case high == schema.Unbounded:
		return "at least " + count(low)
	case low == high:
		return "exactly " + count(low)
	case low == 0:
		return "at most " + count(high)
	}
	return strconv.Itoa(low) + " to " + count(high)
}

func count(n int) string {
	if n == 1 {
		return "once"
	}
	return strconv.Itoa(n) + " times"
}

// compositorMessage says how the parts of a group stand together.
func compositorMessage(old, newer schema.Compositor) string {
	now := [...]string{
		schema.Sequence: "the parts appear in a fixed order", schema.Choice: "one of the parts is chosen", schema.All: "the parts appear in any order",
	}
	before := [...]string{
		schema.Sequence: "they appeared in a fixed order", schema.Choice: "one of them was chosen", schema.All: "they appeared in any order",
	}
	return nowAndBefore(now[newer], before[old])
}

// namespaceWords says what a wildcard lets in.
func namespaceWords(what string, c content.NamespaceConstraint) string {
	switch {
	case c.Kind == content.NotNamespace:
		return what + " of every namespace but " + spaceWords(c.Names[:1])
	case c.Kind == content.ListNamespace:
		return what + " of " + spaceWords(c.Names)
	}
	return what + " of every namespace"
}

func spaceWords(names []string) string {
	words := ""
	for i, name := range names {
		if i > 0 {
			words += " and "
		}
		if name == "" {
			name = "no namespace"
		}
		words += name
	}
	if words == "" {
		return "no namespace at all"
	}
	return words
}

// namespaceMessage says what a wildcard lets in.
func namespaceMessage(what string, old, newer content.NamespaceConstraint) string {
	return nowAndBefore(namespaceWords(what, newer)+" may stand here", "before, "+namespaceWords("those", old))
}

// processMessage says how strictly that is checked which a wildcard lets in.
func processMessage(what string, old, newer content.ProcessContents) string {
	now := [...]string{
		content.Strict: "must be declared and valid", content.Lax: "must be valid where they are declared", content.Skip: "are not checked",
	}
	before := [...]string{
		content.Strict: "they had to be declared and valid", content.Lax: "they had to be valid where they were declared", content.Skip: "they were not checked",
	}
	return nowAndBefore(what+" that only a wildcard lets in "+now[newer], before[old])
}

// blockMessage says which derived types, or elements of such, may not stand for something.
func blockMessage(old, newer schema.DerivationSet) string {
	now, before := "everything derived from it may stand for it", "everything could"
	if newer != 0 {
		now = "what is derived by " + setWords(newer) + " may not stand for it"
	}
	if old != 0 {
		before = "what was derived by " + setWords(old) + " could not"
	}
	return nowAndBefore(now, before)
}

// finalMessage says what authors may not derive.
func finalMessage(old, newer schema.DerivationSet) string {
	now, before := "authors of schemas may derive from it in every way", "they could in every way"
	if newer != 0 {
		now = "authors of schemas may not derive from it by " + setWords(newer)
	}
	if old != 0 {
		before = "they could not by " + setWords(old)
	}
	return nowAndBefore(now, before)
}

// facetWords says what a facet that is a number or a bound demands of values of a type.
func facetWords(t *xsd.SimpleType, f xsd.Facet) string {
	switch f.Kind {
	case xsd.FacetLength:
		return "exactly " + f.Value + " " + unitOf(t, f.Value)
	case xsd.FacetMinLength:
		return "at least " + f.Value + " " + unitOf(t, f.Value)
	case xsd.FacetMaxLength:
		return "at most " + f.Value + " " + unitOf(t, f.Value)
	case xsd.FacetTotalDigits:
		return "at most " + f.Value + " digits"
	case xsd.FacetFractionDigits:
		return "at most " + f.Value + " digits after the decimal point"
	case xsd.FacetMinInclusive:
		return "at least " + f.Value
	case xsd.FacetMinExclusive:
		return "more than " + f.Value
	case xsd.FacetMaxInclusive:
		return "at most " + f.Value
	case xsd.FacetMaxExclusive:
		return "less than " + f.Value
	}
	return f.Kind.String() + " " + f.Value
}

// unitOf is what a length counts.
func unitOf(t *xsd.SimpleType, number string) string {
	unit := "character"
	if t.Variety() == xsd.VarietyList {
		unit = "item"
	} else if name := t.BuiltInAncestor().Name().Local; name == "hexBinary" || name == "base64Binary" {
		unit = "byte"
	}
	if number == "1" {
		return unit
	}
	return unit + "s"
}

// whiteSpaceWords says what becomes of white space before a value is looked at.
func whiteSpaceWords(w xsd.WhiteSpace) string {
	switch w {
	case xsd.WhiteSpacePreserve:
		return "kept"
	case xsd.WhiteSpaceReplace:
		return "kept as so many spaces"
	}
	return "trimmed, and kept within as single spaces"
}

// derivationMessage says how a type comes from its base, where that is the other way round than it was.
func derivationMessage(newer schema.Derivation) string {
	if newer == schema.Extension {
		return "the type extends its base; it restricted it"
	}
	return "the type restricts its base; it extended it"
}
