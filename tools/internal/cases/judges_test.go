// This file asks Xerces-J and xmllint for their verdicts on the documents of every case. Where a judge differs from the folder a
// document is in, the standard's sentence decides, and stands in the table below.

package cases_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

// wrongJudges lists by judge and document, or by judge and case for all documents of one kind, where a judge is wrong, with
// the reason.
var wrongJudges = map[string]string{
	"xerces lengths/valid/plain.xml":                         "counts UTF-16 code units; Part 2, section 4.3.1.3: for xs:string length is measured in characters",
	"xmllint as_written/valid/root_known_by_type.xml":        "needs a declaration of the root; Part 1, section 5.2: where there is none, xsi:type says by what it is assessed",
	"xmllint element_default/valid/empty_and_not.xml":        "compares a fixed decimal's text; Part 1, section 3.3.4, cvc-elt.5.2.2.2.2: the actual values are compared, and 1.00 is 1.0",
	"xmllint mixed_fixed/invalid/any_element.xml":            "does not check xs:anyType, which is mixed; Part 1, section 3.3.4, cvc-elt.5.2.2.1: a fixed value allows no element",
	"xmllint wildcard_strict/valid/undeclared_but_typed.xml": "needs a declaration; Part 1, section 3.10.1: strict asks for a declaration or for xsi:type",
	"xmllint attribute_ref/invalid/unit.xml":                 "overlooks fixed at a reference; Part 1, section 3.5.4: the value must match the use's value constraint",
	"xmllint bounds/valid/plain.xml":                         "has decimals of at most 24 digits; Part 2, section 3.2.3: processors must support at least 18, and we support all",
	"xmllint builtins/valid/all.xml":                         "has integers of at most 24 digits; Part 2, section 3.3.13: integer is without bounds",
	"xmllint builtins/invalid/IDREF.xml":                     "does not check references; Part 1, section 3.15.4, cvc-id.1: each IDREF needs an ID",
	"xmllint id_idref/invalid/reference.xml":                 "does not check references; Part 1, section 3.15.4, cvc-id.1: each IDREF needs an ID",
	"xmllint names/valid/plain.xml":                          "keeps the spaces around a name; Part 2, section 3.3.7: white space of an NCName is collapsed",
	"xmllint notation/valid":                                 "refuses names of declared notations; Part 2, section 3.2.19: the values are the names of notations declared in the schema",

	"xerces choice_empty/invalid": "takes a choice without alternatives for nothing at all; Part 1, section 3.8.4, clause 2.2: there is a particle among them that the children satisfy",

	"xerces careful_within/invalid/supplied.xml":              "does not check defaults for references; Part 1, section 3.4.5: an absent attribute with a default is in the infoset, and 3.15.4 applies",
	"xmllint careful_within/invalid/supplied.xml":             "does not check references; Part 1, section 3.15.4, cvc-id.1: each IDREF needs an ID",
	"xerces id_attributes/invalid/supplied-reference.xml":     "does not check defaults for references; Part 1, section 3.4.5: an absent attribute with a default is in the infoset, and 3.15.4 applies",
	"xmllint id_attributes/invalid/supplied-reference.xml":    "does not check references; Part 1, section 3.15.4, cvc-id.1: each IDREF needs an ID",
	"xmllint id_attributes/invalid/beside-the-own.xml":        "does not check clause 5; Part 1, section 3.4.4, cvc-complex-type.5.2: no wild ID where an attribute use is of type ID",
	"xmllint id_attributes/invalid/two.xml":                   "does not check clause 5; Part 1, section 3.4.4, cvc-complex-type.5.1: there is at most one wild ID",
	"xerces identity_any_attribute/invalid/nil.xml":           "leaves xsi:nil out; Part 1, section 3.11.4, clause 3: a field evaluates to one node at most, and @* to every attribute (the W3C's suite, idL100, agrees)",
	"xerces identity_any_attribute/invalid/type-and-own.xml":  "takes one of two nodes; Part 1, section 3.11.4, clause 3: a field evaluates to one node at most, and @* to every attribute",
	"xmllint identity_any_attribute/invalid/type-and-own.xml": "leaves xsi:type out; Part 1, section 3.11.4, clause 3: a field evaluates to one node at most, and @* to every attribute",
	"xmllint identity_any_attribute/invalid/type-twice.xml":   "leaves xsi:type out; Part 1, section 3.11.4, clause 3: a field evaluates to one node at most, and @* to every attribute",
	"xmllint identity_any_attribute/invalid/nil-twice.xml":    "leaves xsi:nil out; Part 1, section 3.11.4, clause 3: a field evaluates to one node at most, and @* to every attribute",
	"xmllint identity_any_attribute/invalid/nil.xml":          "leaves xsi:nil out; Part 1, section 3.11.4, clause 3: a field evaluates to one node at most, and @* to every attribute (the W3C's suite, idL100, agrees)",

	"xerces qname_default/valid":                "resolves the default in the document; Part 1, section 3.3.1: the value constraint is a value, so the name is that of the schema",
	"xmllint qname_default/valid":               "resolves the default in the document; Part 1, section 3.3.1: the value constraint is a value, so the name is that of the schema",
	"xmllint qname_default/valid/given.xml":     "compares texts; Part 1, section 3.3.4, clause 5.2.2.2.2: the value is the fixed one, and Part 2, section 3.2.18: a QName is a namespace name and a local part",
	"xmllint qname_default/invalid/element.xml": "compares texts; Part 1, section 3.3.4, clause 5.2.2.2.2: the value is the fixed one, and Part 2, section 3.2.18: a QName is a namespace name and a local part",
}

func TestJudges(t *testing.T) {
	for name, j := range map[string]judge.Judge{"xerces": judge.Xerces(t), "xmllint": judge.Xmllint(t)} {
		used := map[string]bool{}
		for _, folder := range caseNames(t) {
			for _, kind := range []string{"valid", "invalid"} {
				files := documents(t, folder, kind)
				for i, verdict := range j.Validate([]string{filepath.Join(folder, "schema.xsd")}, files) {
					if verdict.Valid == (kind == "valid") {
						continue
					}
					if key, reason := wrong(name, files[i]); reason != "" {
						used[key] = true
						continue
					}
					t.Errorf("%s says valid=%v of %s: %s", name, verdict.Valid, files[i], verdict.Message)
				}
			}
		}
		for key := range wrongJudges {
			if strings.HasPrefix(key, name) && !used[key] {
				t.Errorf("%s agrees by now: remove the entry", key)
			}
		}
	}
}

// wrong returns the entry that says why a judge is wrong about a document.
func wrong(name, file string) (key, reason string) {
	for key := name + " " + filepath.ToSlash(file); ; key = key[:strings.LastIndexByte(key, '/')] {
		if reason := wrongJudges[key]; reason != "" {
			return key, reason
		}
		if !strings.Contains(key, "/") {
			return key, ""
		}
	}
}
