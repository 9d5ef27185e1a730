// Reading single attributes of schema documents: booleans, occurrence, sets of derivations, form.

package schema

import (
	"math"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// isTrue reads an xs:boolean attribute that is false by default.
func isTrue(el *load.Element, attribute string) bool {
	value, _ := el.Token(attribute)
	return value == "true" || value == "1"
}

// maxCount is where occurrence bounds are cut off: no document has that many elements, and sums do not overflow.
const maxCount = math.MaxInt32

// occurrence returns minOccurs and maxOccurs of a particle.
func occurrence(el *load.Element) (low, high int) {
	return count(el, "minOccurs"), count(el, "maxOccurs")
}

// count reads a number of occurrences, 1 by default.
func count(el *load.Element, attribute string) int {
	value, ok := el.Token(attribute)
	switch {
	case !ok:
		return 1
	case value == "unbounded":
		return Unbounded
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(value, "+"), 10, 64)
	if err != nil && strings.Trim(value, "0123456789") != "" {
		return 1
	}
	return int(min(n, maxCount))
}

// derivationSet reads final or block of el, the schema's default where el does not have it. Only what is in all is kept:
// defaults may speak of more than concerns the component.
func (b *builder) derivationSet(el *load.Element, attribute, fallback string, all Derivation) DerivationSet {
	value, ok := el.Token(attribute)
	if !ok {
		value, _ = el.Document.Root.Token(fallback)
	}
	var set Derivation
	for _, word := range strings.Fields(value) {
		if word == "#all" {
			set = all
		}
		set |= derivationWords[word]
	}
	return DerivationSet(set & all)
}

var derivationWords = map[string]Derivation{
	"extension": Extension, "restriction": Restriction, "substitution": Substitution, "list": ByList, "union": ByUnion,
}

// qualified reports whether a local declaration is in the target namespace.
func qualified(el *load.Element, fallback string) bool {
	form, ok := el.Token("form")
	if !ok {
		form, _ = el.Document.Root.Token(fallback)
	}
	return form == "qualified"
}

// localName returns the expanded name of a local declaration.
func localName(el *load.Element, fallback string) Name {
	local, _ := el.Token("name")
	if qualified(el, fallback) {
		return Name{Space: el.Document.TargetNamespace, Local: local}
	}
	return Name{Local: local}
}

// valueConstraint reads default or fixed.
func valueConstraint(el *load.Element) ValueConstraint {
	if text, ok := el.Attr("fixed"); ok {
		return &Fixed{Text: text, Namespaces: el.Scope.Bindings()}
	}
	if text, ok := el.Attr("default"); ok {
		return &Default{Text: text, Namespaces: el.Scope.Bindings()}
	}
	return nil
}
