package inclusion_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

const header = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// shop has a type that is used in two places, one that nothing uses, and one that no document completes.
func shop(count string) string {
	return sequence(`<xs:element name="first" type="t:Item" minOccurs="0"/><xs:element name="second" type="t:Item" minOccurs="0"/>`) +
		`<xs:complexType name="Item"><xs:sequence><xs:element name="count" type="` + count + `"/></xs:sequence></xs:complexType>
		<xs:complexType name="Unused"><xs:sequence><xs:element name="count" type="` + count + `"/></xs:sequence></xs:complexType>`
}

func typeOf(t *testing.T, set *schema.Set, local string) schema.Type {
	t.Helper()
	found := set.Type(schema.Name{Space: "urn:t", Local: local})
	if found == nil {
		t.Fatalf("no type %s", local)
	}
	return found
}

// TestTypes asks about a type alone: the witness is a whole document around it.
func TestTypes(t *testing.T) {
	a, b := inline(t, shop("xs:int")), inline(t, shop("xs:short"))
	c := inclusion.New(a, b, inclusion.Options{})
	answer := c.Types(typeOf(t, a, "Item"), typeOf(t, b, "Item"))
	if answer.Verdict != automaton.No {
		t.Fatalf("%s %s", answer.Verdict, answer.Reason)
	}
	want := header + `<a xmlns="urn:t"><first><count>-2147483648</count></first></a>`
	if got := answer.Witness.Accepted; !strings.HasPrefix(got, header+`<a xmlns="urn:t"><first><count>`) {
		t.Errorf("witness %s, want one like %s", got, want)
	}
	if got := answer.Witness.Violation.Path; got != "/a/first/count" || answer.Witness.Masked {
		t.Errorf("violation at %s, masked %t", got, answer.Witness.Masked)
	}
	if back := inclusion.New(b, a, inclusion.Options{}).Types(typeOf(t, b, "Item"), typeOf(t, a, "Item")); back.Verdict != automaton.Yes {
		t.Errorf("back: %s %s", back.Verdict, back.Reason)
	}
	unused := c.Types(typeOf(t, a, "Unused"), typeOf(t, b, "Unused"))
	if unused.Verdict != automaton.Yes || unused.Reason == "" || c.HasType(typeOf(t, a, "Unused")) || !c.HasType(typeOf(t, a, "Item")) {
		t.Errorf("a type that no document has: %s %q", unused.Verdict, unused.Reason)
	}
}

// TestElements asks about a declaration alone.
func TestElements(t *testing.T) {
	a := inline(t, sequence(`<xs:element name="x" type="xs:int" nillable="true"/>`))
	b := inline(t, sequence(x+`<xs:element name="more"/>`))
	local := func(set *schema.Set) *schema.Element {
		return set.Elements[0].Type.(*schema.ComplexType).Content.(*schema.ElementContent).Leaves[0].Term.(*schema.Element)
	}
	answer := inclusion.New(a, b, inclusion.Options{}).Elements(local(a), local(b))
	if answer.Verdict != automaton.No {
		t.Fatalf("%s %s", answer.Verdict, answer.Reason)
	}
	want := header + `<a xmlns="urn:t"><x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></a>`
	if diff := cmp.Diff(want, answer.Witness.Accepted); diff != "" {
		t.Errorf("witness (-want +got):\n%s", diff)
	}
	if answer.Witness.Violation.Rule != "cvc-elt.3.1" || !answer.Witness.Masked {
		t.Errorf("violation %s, masked %t, want cvc-elt.3.1, masked by the element that is missing", answer.Witness.Violation, answer.Witness.Masked)
	}
}

// endless is a type that no finite document completes.
const endless = `<xs:complexType name="R"><xs:sequence><xs:element name="r" type="t:R"/></xs:sequence></xs:complexType>`

// TestElementsOfNoDocument asks about declarations that no document has an element of: whatever becomes of them, nothing that was valid is invalid.
func TestElementsOfNoDocument(t *testing.T) {
	const abstract = `<xs:element name="h" type="xs:int" abstract="true"/>`
	root := sequence(`<xs:element ref="t:h"/>`)
	a := inline(t, root+abstract+member+`<xs:element name="root" type="t:R"/>`+endless)
	b := inline(t, root+abstract+member+`<xs:element name="root" type="xs:int"/>`)
	c := inclusion.New(a, b, inclusion.Options{})
	for local, want := range map[string]bool{"a": true, "m": true, "h": false, "root": false} {
		own, other := a.Element(schema.Name{Space: "urn:t", Local: local}), b.Element(schema.Name{Space: "urn:t", Local: local})
		if got := c.HasElement(own); got != want {
			t.Errorf("%s: some document has it %t, want %t", local, got, want)
		}
		answer := c.Elements(own, other)
		if answer.Verdict != automaton.Yes || (answer.Reason == "") != want {
			t.Errorf("%s: %s %q", local, answer.Verdict, answer.Reason)
		}
	}
}

// TestNoDocument: where no document is valid under the first schema, the answer says so, since nothing was compared.
func TestNoDocument(t *testing.T) {
	const root, another, number = `<xs:element name="a" type="t:R"/>`, `<xs:element name="b" type="t:R"/>`, `<xs:element name="c" type="xs:int"/>`
	for name, test := range map[string]struct {
		schema string
		none   bool
	}{
		"no root":              {endless, true},
		"an abstract one":      {`<xs:element name="a" abstract="true"/>`, true},
		"one without an end":   {root + endless, true},
		"two without an end":   {root + another + endless, true},
		"the last has values":  {root + number + endless, false},
		"the first has values": {number + root + endless, false},
	} {
		answer := inclusion.New(inline(t, test.schema), inline(t, test.schema), inclusion.Options{}).Documents()
		if answer.Verdict != automaton.Yes || (answer.Reason != "") != test.none {
			t.Errorf("%s: %s %q, want yes, with a reason %t", name, answer.Verdict, answer.Reason, test.none)
		}
	}
}

// TestTaking judges one of two changes alone, by taking the other for none.
func TestTaking(t *testing.T) {
	a := inline(t, sequence(x+`<xs:element name="b" type="t:B"/>`)+base)
	b := inline(t, sequence(x+`<xs:element name="b" type="t:B"/>`)+strings.Replace(base, "xs:int", "xs:short", 1))
	c := inclusion.New(a, b, inclusion.Options{})
	if answer := c.Documents(); answer.Verdict != automaton.No {
		t.Errorf("with the change: %s %s", answer.Verdict, answer.Reason)
	}
	equal := func(own, other schema.Type) bool { return own == typeOf(t, a, "B") && other == typeOf(t, b, "B") }
	if answer := c.Taking(equal, nil).Documents(); answer.Verdict != automaton.Yes {
		t.Errorf("without the change: %s %s", answer.Verdict, answer.Reason)
	}
	byElement := func(own, other *schema.Element) bool { return own.Name.Local == "b" && other.Name.Local == "b" }
	if answer := c.Taking(nil, byElement).Documents(); answer.Verdict != automaton.Yes {
		t.Errorf("without the element: %s %s", answer.Verdict, answer.Reason)
	}
}

// TestNamespaces compares across a changed target namespace: everything in it moves, what is in other namespaces stays.
func TestNamespaces(t *testing.T) {
	body := sequence(x+`<xs:element name="b" type="t:B"/><xs:any namespace="##targetNamespace urn:o" processContents="lax" minOccurs="0"/>`) + base + extended
	wider := strings.Replace(body, `type="xs:int"`, `type="xs:integer"`, 1)
	in := func(namespace, body string) *schema.Set {
		return inlineText(t, strings.ReplaceAll(document(body), "urn:t", namespace))
	}
	a, moved := in("urn:t", body), in("urn:n", body)
	pairs := inclusion.Options{Namespaces: map[string]string{"urn:t": "urn:n"}}
	if answer := inclusion.New(a, moved, inclusion.Options{}).Documents(); answer.Verdict != automaton.No {
		t.Errorf("as two namespaces: %s", answer.Verdict)
	}
	if answer := inclusion.New(a, moved, pairs).Documents(); answer.Verdict != automaton.Yes {
		t.Errorf("as one namespace: %s %s %v", answer.Verdict, answer.Reason, answer.Witness)
	}
	answer := inclusion.New(in("urn:n", wider), a, inclusion.Options{Namespaces: map[string]string{"urn:n": "urn:t"}}).Documents()
	if answer.Verdict != automaton.No {
		t.Fatalf("wider: %s %s", answer.Verdict, answer.Reason)
	}
	if w := answer.Witness; !strings.Contains(w.Accepted, `xmlns="urn:n"`) || w.Rejected != strings.ReplaceAll(w.Accepted, "urn:n", "urn:t") {
		t.Errorf("accepted %s\nrejected %s", w.Accepted, w.Rejected)
	}
}

// TestIgnoreUndeclared: with it, what only the second schema declares does not break what a lax wildcard lets in.
func TestIgnoreUndeclared(t *testing.T) {
	for _, wildcard := range []string{sequence(`<xs:any processContents="lax"/>`), complexRoot(`<xs:anyAttribute processContents="lax"/>`)} {
		a, b := inline(t, wildcard), inline(t, wildcard+head+`<xs:attribute name="g" type="xs:int"/>`)
		if answer := inclusion.New(a, b, inclusion.Options{}).Documents(); answer.Verdict != automaton.No {
			t.Errorf("strictly: %s %s", answer.Verdict, answer.Reason)
		}
		if answer := inclusion.New(a, b, inclusion.Options{IgnoreUndeclared: true}).Documents(); answer.Verdict != automaton.Yes {
			t.Errorf("ignored: %s %s %v", answer.Verdict, answer.Reason, answer.Witness)
		}
	}
}

// TestNotes: what the notes say is not considered makes no difference, though the validator tells documents apart by it; what they say of IDs
// is so.
func TestNotes(t *testing.T) {
	typed := func(name string) string {
		return `<xs:element name="r" type="t:` + name + `"/><xs:complexType name="` + name + `"><xs:sequence/></xs:complexType>`
	}
	simple := func(name string) string { return `<xs:element name="r" type="xs:` + name + `"/>` }
	named := func(name string) string {
		return `<xs:element name="r" type="xs:int"/><xs:simpleType name="` + name + `"><xs:restriction base="xs:int"/></xs:simpleType>`
	}
	unique := `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="xs:int" maxOccurs="9"/></xs:sequence></xs:complexType>%s</xs:element>`
	for name, test := range map[string]struct {
		old, new, document string
		want               automaton.Verdict
	}{
		"declared type": {typed("A"), typed("B"), `<t:r xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:A"/>`, automaton.Yes},
		"simple type":   {named("A"), named("B"), `<t:r xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:A">1</t:r>`, automaton.Yes},
		"identity": {
			fmt.Sprintf(unique, ""), fmt.Sprintf(unique, `<xs:unique name="u"><xs:selector xpath="t:e"/><xs:field xpath="."/></xs:unique>`),
			`<r xmlns="urn:t"><e>1</e><e>1</e></r>`, automaton.Yes,
		},
		"became an ID":     {simple("NCName"), simple("ID"), "", automaton.Undecided},
		"became an IDREF":  {simple("NCName"), simple("IDREF"), `<r xmlns="urn:t">a</r>`, automaton.No},
		"is no ID anymore": {simple("ID"), simple("NCName"), "", automaton.Yes},
	} {
		a, b := inline(t, test.old), inline(t, test.new)
		if answer := inclusion.New(a, b, inclusion.Options{}).Documents(); answer.Verdict != test.want {
			t.Errorf("%s: %s %s, want %s", name, answer.Verdict, answer.Reason, test.want)
		}
		if test.document == "" {
			continue
		}
		if err := validate.New(a).Document(strings.NewReader(test.document)); err != nil {
			t.Errorf("%s: the first schema: %v", name, err)
		}
		if validate.New(b).Document(strings.NewReader(test.document)) == nil {
			t.Errorf("%s: the second schema takes it too", name)
		}
	}
}

// TestLimits: what was not decided within the limit is said.
func TestLimits(t *testing.T) {
	var row string
	for i := range 60 {
		row += fmt.Sprintf(`<xs:element name="e%d" minOccurs="0"/>`, i)
	}
	inside := func(particles string) *schema.Set {
		return inline(t, sequence(`<xs:element name="b"><xs:complexType><xs:sequence>`+particles+`</xs:sequence></xs:complexType></xs:element>`))
	}
	a, b := inside(row), inside(`<xs:choice minOccurs="0" maxOccurs="unbounded">`+row+`</xs:choice>`)
	answer := inclusion.New(a, b, inclusion.Options{MaxStates: 20}).Documents()
	if answer.Verdict != automaton.Undecided || !strings.Contains(answer.Reason, "20 states") {
		t.Errorf("%s %q", answer.Verdict, answer.Reason)
	}
	if answer := inclusion.New(a, b, inclusion.Options{}).Documents(); answer.Verdict != automaton.Yes {
		t.Errorf("%s %s", answer.Verdict, answer.Reason)
	}
}

// TestHostile: schemas that are made to take long end soon.
func TestHostile(t *testing.T) {
	counted := func(name, inner, group, more string, low int) string {
		return fmt.Sprintf(`<xs:%s minOccurs="%d" maxOccurs="999"><xs:sequence><xs:element name="%s" maxOccurs="999"/>%s<xs:element name="%s2" maxOccurs="998"/></xs:sequence>%s</xs:%[1]s>`,
			group, low, name, inner, name, more)
	}
	schemas := func(group, more string, low int) *schema.Set {
		body := sequence(`<xs:element name="t0" type="t:T0" minOccurs="0"/>`)
		for i := range 60 {
			model := counted("v", counted("w", `<xs:element name="x" maxOccurs="997"/>`, group, more, low), group, more, low)
			body += fmt.Sprintf(`<xs:complexType name="T%d"><xs:sequence>%s<xs:element name="next" type="t:T%d" minOccurs="0"/></xs:sequence></xs:complexType>`, i, model, (i+1)%60)
		}
		return inline(t, body)
	}
	answer := inclusion.New(schemas("sequence", "", 3), schemas("choice", `<xs:element name="y"/>`, 2), inclusion.Options{}).Documents()
	if answer.Verdict != automaton.Undecided {
		t.Errorf("%s %v: the models were meant to be too large", answer.Verdict, answer.Witness)
	}
	back := inclusion.New(schemas("choice", `<xs:element name="y"/>`, 2), schemas("sequence", "", 3), inclusion.Options{}).Documents()
	if back.Verdict != automaton.No {
		t.Errorf("back: %s %s", back.Verdict, back.Reason)
	}
}

// TestShrink takes away whatever does not matter.
func TestShrink(t *testing.T) {
	document := `<?xml version="1.0"?><!-- c --><r xmlns:p="urn:p" k="1" l="2"><a/>text<b><c n="3">needed</c><c>not</c></b>` +
		strings.Repeat("<d/>", 100) + `<e p:f="4"/></r>`
	tries := 0
	got := inclusion.Shrink(document, func(smaller string) bool {
		tries++
		return strings.Contains(smaller, "needed") && strings.Contains(smaller, `p:f="4"`) && strings.Count(smaller, "<d/>") >= 3
	})
	want := header + `<r><b><c>needed</c></b><d/><d/><d/><e p:f="4"/></r>`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if tries > 300 {
		t.Errorf("%d tries", tries)
	}
	if got := inclusion.Shrink("<r>", func(string) bool { return true }); got != "<r>" {
		t.Errorf("what is no document became %s", got)
	}
	if got := inclusion.Shrink(document, func(string) bool { return false }); got != document {
		t.Errorf("a document that does not do became %s", got)
	}
}
