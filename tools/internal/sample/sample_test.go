package sample

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func build(t *testing.T, paths []string, options load.Options) *schema.Set {
	t.Helper()
	documents, err := load.Load(paths, options)
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// inline builds the schema with that body, in no namespace.
func inline(t *testing.T, body string) *schema.Set {
	t.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + body + `</xs:schema>`
	return build(t, []string{"s.xsd"}, load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}})
}

func sampler(t *testing.T, body string) *Sampler {
	t.Helper()
	s, err := New(inline(t, body), 1)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEveryConstructIsCovered draws thirty documents of a schema with one construct and wants each of the parts named to occur.
func TestEveryConstructIsCovered(t *testing.T) {
	for name, c := range map[string]struct {
		schema string
		parts  []string
	}{
		"choice":             {`<xs:element name="a"><xs:complexType><xs:choice><xs:element name="b"/><xs:element name="c"/></xs:choice></xs:complexType></xs:element>`, []string{"<b", "<c"}},
		"all":                {`<xs:element name="a"><xs:complexType><xs:all><xs:element name="b" fixed="1" type="xs:int" minOccurs="0"/><xs:element name="c" fixed="1" type="xs:int" minOccurs="0"/></xs:all></xs:complexType></xs:element>`, []string{"</b><c>", "</c><b>", "<a/>"}},
		"occurrence":         {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" fixed="1" type="xs:int" minOccurs="1" maxOccurs="4"/></xs:sequence></xs:complexType></xs:element>`, []string{"<a><b>1</b></a>", "<a><b>1</b><b>1</b><b>1</b><b>1</b></a>"}},
		"enumeration":        {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="x"/><xs:enumeration value="y"/></xs:restriction></xs:simpleType></xs:element>`, []string{">x<", ">y<"}},
		"bounds":             {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="7"/><xs:maxExclusive value="1000"/></xs:restriction></xs:simpleType></xs:element>`, []string{">7<", ">999<"}},
		"lengths":            {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="4"/><xs:enumeration value="ab"/><xs:enumeration value="abba"/></xs:restriction></xs:simpleType></xs:element>`, []string{">ab<", ">abba<"}},
		"list":               {`<xs:element name="a"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:boolean"/></xs:simpleType><xs:minLength value="2"/></xs:restriction></xs:simpleType></xs:element>`, []string{"true false"}},
		"union":              {`<xs:element name="a"><xs:simpleType><xs:union memberTypes="xs:boolean xs:gDay"/></xs:simpleType></xs:element>`, []string{">true<", ">---10<"}},
		"attribute":          {`<xs:element name="a"><xs:complexType><xs:attribute name="x" type="xs:boolean"/></xs:complexType></xs:element>`, []string{"<a/>", ` x="true"`}},
		"nillable":           {`<xs:element name="a" nillable="true" type="xs:boolean"/>`, []string{`nil="true"`, ">true<"}},
		"abstract":           {`<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element><xs:element name="h" abstract="true"/><xs:element name="b" substitutionGroup="h" type="xs:boolean"/>`, []string{"<r><b>"}},
		"derived":            {`<xs:complexType name="t" abstract="true"/><xs:complexType name="u"><xs:complexContent><xs:extension base="t"><xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType><xs:element name="a" type="t"/>`, []string{`type="u"`}},
		"wildcard":           {`<xs:element name="a"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence></xs:complexType></xs:element>`, []string{"stranger"}},
		"strict":             {`<xs:element name="a"><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element><xs:element name="b" type="xs:boolean"/>`, []string{"<a><b>"}},
		"undeclared":         {`<xs:element name="a"><xs:complexType><xs:sequence><xs:any namespace="urn:x"/></xs:sequence></xs:complexType></xs:element>`, []string{`<ns1:stranger xmlns:ns1="urn:x"`, `:type="ns2:string"`}},
		"any attribute":      {`<xs:element name="a"><xs:complexType><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element>`, []string{"<a/>", `stranger="any"`}},
		"declared attribute": {`<xs:element name="a"><xs:complexType><xs:anyAttribute namespace="##local"/></xs:complexType></xs:element><xs:attribute name="b" type="xs:boolean"/>`, []string{"<a/>", ` b="true"`}},
		"names":              {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:QName" xmlns:p="urn:p"><xs:enumeration value="p:x"/><xs:enumeration value="y"/></xs:restriction></xs:simpleType></xs:element>`, []string{`<a xmlns:ns1="urn:p">ns1:x</a>`, "<a>y</a>"}},
		"notation":           {`<xs:notation name="n" public="n"/><xs:element name="a"><xs:complexType><xs:attribute name="b"><xs:simpleType><xs:restriction base="xs:NOTATION"><xs:enumeration value="n"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>`, []string{`<a b="n"/>`}},
		"keys":               {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="k" maxOccurs="3"><xs:complexType><xs:attribute name="n" type="xs:int"/></xs:complexType></xs:element></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="k"/><xs:field xpath="@n"/></xs:key></xs:element>`, []string{`n="2147483647"`, "/><k n=", "/><k n="}},
		"key needs":          {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="k"><xs:complexType><xs:sequence><xs:element name="f" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="k"/><xs:field xpath="f"/></xs:key></xs:element>`, []string{"<a><k><f>"}},
		"fixed":              {`<xs:element name="a" type="xs:decimal" fixed="1.0"/>`, []string{"<a>1.0</a>"}},
		"list of names":      {`<xs:element name="a"><xs:complexType><xs:attribute name="b" type="xs:ID" use="required"/><xs:attribute name="c" type="xs:IDREFS" use="required"/></xs:complexType></xs:element>`, []string{`b="id1" c="id1`}},
		"mixed":              {`<xs:element name="a"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, []string{"some text", "<b"}},
		"recursion":          {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element ref="a" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, []string{"<a/>", "<a><a/></a>"}},
		"references":         {`<xs:element name="a"><xs:complexType><xs:attribute name="x" type="xs:ID" use="required"/><xs:attribute name="y" type="xs:IDREF"/></xs:complexType></xs:element>`, []string{`y="id1"`}},
	} {
		t.Run(name, func(t *testing.T) {
			s := sampler(t, c.schema)
			var all strings.Builder
			for range 30 {
				document, err := s.Valid()
				if err != nil {
					t.Fatal(err)
				}
				all.WriteString(document + "\n")
			}
			for _, part := range c.parts {
				if !strings.Contains(all.String(), part) {
					t.Errorf("%q does not occur in:\n%s", part, all.String())
				}
			}
		})
	}
}

func TestTheSameSeedDrawsTheSame(t *testing.T) {
	const body = `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:token" minOccurs="0" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>`
	draw := func() (out []string) {
		s := sampler(t, body)
		for range 20 {
			document, err := s.Valid()
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, document)
		}
		return out
	}
	if diff := cmp.Diff(draw(), draw()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatCannotBeDrawnIsSaid(t *testing.T) {
	for body, want := range map[string]string{
		`<xs:element name="a"><xs:complexType><xs:sequence><xs:element ref="a"/></xs:sequence></xs:complexType></xs:element>`:  "needs itself",
		`<xs:element name="a"><xs:complexType><xs:sequence><xs:any namespace=""/></xs:sequence></xs:complexType></xs:element>`: "wildcard",
		`<xs:element name="a" type="xs:IDREF"/>`:  "IDREF",
		`<xs:element name="a" type="xs:ENTITY"/>`: "entity",
	} {
		s, err := New(inline(t, body), 1)
		if err == nil {
			_, err = s.Valid()
		}
		if !errors.Is(err, ErrNoDocument) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want an error with %q", body, err, want)
		}
	}
}

// TestEveryFaultIsPlanted wants each of the rules named to be broken; the rules are those of the standard that say why such a document is not valid.
func TestEveryFaultIsPlanted(t *testing.T) {
	for name, c := range map[string]struct {
		schema string
		rules  []string
	}{
		"root":      {`<xs:element name="a" type="xs:anyType"/>`, []string{"cvc-elt.1", "cvc-elt.3.1", "cvc-elt.4.2"}},
		"simple":    {`<xs:element name="a" type="xs:boolean"/>`, []string{"cvc-type.3.1.1", "cvc-type.3.1.2", "cvc-datatype-valid.1.2.1", "cvc-elt.4.3"}},
		"nil":       {`<xs:element name="a" type="xs:boolean" nillable="true"/>`, []string{"cvc-elt.3.2.1"}},
		"fixed":     {`<xs:element name="a" type="xs:boolean" fixed="1"/>`, []string{"cvc-elt.5.2.2.2.2"}},
		"empty":     {`<xs:element name="a"><xs:complexType/></xs:element>`, []string{"cvc-complex-type.2.1", "cvc-complex-type.3.2.2"}},
		"text":      {`<xs:element name="a"><xs:complexType><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType></xs:element>`, []string{"cvc-complex-type.2.2", "cvc-maxInclusive-valid"}},
		"sequence":  {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b"/><xs:element name="c"/></xs:sequence></xs:complexType></xs:element>`, []string{"cvc-complex-type.2.3", "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.b", "cvc-complex-type.2.4.d"}},
		"strict":    {`<xs:element name="a"><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element><xs:element name="b" type="xs:int"/>`, []string{"cvc-complex-type.2.4.c"}},
		"attribute": {`<xs:element name="a"><xs:complexType><xs:attribute name="b" type="xs:int" use="required"/><xs:attribute name="c" type="xs:int" fixed="1"/></xs:complexType></xs:element>`, []string{"cvc-complex-type.4", "cvc-attribute.4"}},
		"abstract":  {`<xs:complexType name="t" abstract="true"/><xs:complexType name="u"><xs:complexContent><xs:extension base="t"/></xs:complexContent></xs:complexType><xs:element name="a" type="t"/>`, []string{"cvc-type.2"}},
		"head":      {`<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element><xs:element name="h" abstract="true"/><xs:element name="b" substitutionGroup="h"/>`, []string{"cvc-elt.2"}},
		"ids":       {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:ID" minOccurs="2" maxOccurs="2"/><xs:element name="c" type="xs:IDREF"/></xs:sequence></xs:complexType></xs:element>`, []string{"cvc-id.1", "cvc-id.2"}},
		"unique":    {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="k" type="xs:int" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType><xs:unique name="u"><xs:selector xpath="k"/><xs:field xpath="."/></xs:unique></xs:element>`, []string{"cvc-identity-constraint.4.1"}},
		"keys":      {`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="k" minOccurs="2" maxOccurs="2"><xs:complexType><xs:attribute name="n" type="xs:int"/></xs:complexType></xs:element><xs:element name="r" type="xs:int"/></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="k"/><xs:field xpath="@n"/></xs:key><xs:keyref name="r" refer="k"><xs:selector xpath="r"/><xs:field xpath="."/></xs:keyref></xs:element>`, []string{"cvc-identity-constraint.4.2.1", "cvc-identity-constraint.4.2.2", "cvc-identity-constraint.4.3"}},
		"facets":    {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:decimal"><xs:minInclusive value="1"/><xs:maxExclusive value="1000"/><xs:totalDigits value="4"/><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType></xs:element>`, []string{"cvc-minInclusive-valid", "cvc-maxExclusive-valid", "cvc-totalDigits-valid", "cvc-fractionDigits-valid"}},
		"lengths":   {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="4"/><xs:pattern value="[a-z]*"/></xs:restriction></xs:simpleType></xs:element>`, []string{"cvc-minLength-valid", "cvc-maxLength-valid", "cvc-pattern-valid"}},
		"values":    {`<xs:element name="a"><xs:simpleType><xs:restriction base="xs:int"><xs:enumeration value="7"/></xs:restriction></xs:simpleType></xs:element>`, []string{"cvc-enumeration-valid", "cvc-datatype-valid.1.2.1"}},
		"list":      {`<xs:element name="a"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType><xs:length value="2"/></xs:restriction></xs:simpleType></xs:element>`, []string{"cvc-datatype-valid.1.2.2", "cvc-length-valid"}},
		"union":     {`<xs:element name="a"><xs:simpleType><xs:union memberTypes="xs:int xs:gDay"/></xs:simpleType></xs:element>`, []string{"cvc-datatype-valid.1.2.3"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := sampler(t, c.schema)
			broken := map[string]bool{}
			for !s.FaultsDone() {
				fault, err := s.Invalid()
				if err != nil {
					t.Fatal(err)
				}
				broken[fault.Rule] = true
			}
			for _, rule := range c.rules {
				if !broken[rule] {
					t.Errorf("no document breaks %s, only %v", rule, slices.Sorted(maps.Keys(broken)))
				}
			}
		})
	}
}

// TestFaultsAreLookedForFurther: once all that the schema offers was shown, twice as many documents as patience says are drawn for a fault of a new
// kind, before there is no use in more.
func TestFaultsAreLookedForFurther(t *testing.T) {
	s := sampler(t, `<xs:element name="a" type="xs:boolean"/>`)
	for {
		ready, before := s.coverage.complete(), s.stalled
		if !s.FaultsDone() {
			if _, err := s.Invalid(); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if drawn := s.stalled - before; !ready || drawn != 2*patience {
			t.Errorf("%d further documents were drawn, after all was shown: %t; want %d", drawn, ready, 2*patience)
		}
		return
	}
}

// TestCoverageCountsWhatThereIs: the figures are counted by hand from the schema.
func TestCoverageCountsWhatThereIs(t *testing.T) {
	s := sampler(t, `<xs:element name="a"><xs:complexType><xs:choice>
			<xs:element name="b" type="e"/>
			<xs:element name="c" maxOccurs="1000"><xs:complexType><xs:attribute name="x" type="n"/></xs:complexType></xs:element>
			<xs:element ref="h"/>
		</xs:choice></xs:complexType></xs:element>
		<xs:element name="h" abstract="true" type="xs:boolean"/><xs:element name="i" substitutionGroup="h"/>
		<xs:simpleType name="e"><xs:restriction base="xs:string"><xs:enumeration value="x"/><xs:enumeration value="y"/></xs:restriction></xs:simpleType>
		<xs:simpleType name="n"><xs:restriction base="xs:string"><xs:maxLength value="3"/><xs:pattern value="[0-9]{2}"/></xs:restriction></xs:simpleType>`)
	for !s.Done() {
		if _, err := s.Valid(); err != nil {
			t.Fatal(err)
		}
	}
	want := Coverage{
		// the roots a and i; b, c, h; i for h; x there and not; c once, twice, three times and a thousand times; the length cannot be three
		Total:   map[Category]int{Particles: 5, Branches: 3, Substitutions: 1, OptionalParts: 2, Occurrences: 4, Enumerations: 2, Facets: 2},
		Covered: map[Category]int{Particles: 5, Branches: 3, Substitutions: 1, OptionalParts: 2, Occurrences: 3, Enumerations: 2, Facets: 1},
		Missing: []Missing{
			{Occurrences, "the element c at s.xsd:3:4, 1000 times", "only up to 12 occurrences more than the least are drawn"},
			{Facets, `maxLength "3" of n`, "no value of the type was found there"},
		},
	}
	if diff := cmp.Diff(want, s.Coverage()); diff != "" {
		t.Error(diff)
	}
}
