// Facets one by one: what they accept and refuse, the rule they name, and what applies to what (Part 2, section 4.3).

package xsd_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func restrict(base *xsd.SimpleType, facets ...xsd.Facet) *xsd.SimpleType {
	return simple.Restrict(xsd.Name{}, base, facets...)
}

// verdict is "" for a valid text, else the rule that is broken.
func verdict(typ *xsd.SimpleType, text string) string {
	if err := typ.Check(text, xsd.Prefixes{"p": "urn:p", "q": "urn:p"}); err != nil {
		return err.Rule
	}
	return ""
}

func TestFacets(t *testing.T) {
	var (
		str     = xsd.BuiltIn("string")
		decimal = xsd.BuiltIn("decimal")
		date    = xsd.BuiltIn("date")
		tokens  = xsd.BuiltIn("NMTOKENS")
		either  = simple.UnionOf(xsd.Name{}, xsd.BuiltIn("integer"), xsd.BuiltIn("token"))
	)
	names := restrict(xsd.BuiltIn("QName"), xsd.Facet{Kind: xsd.FacetEnumeration, Value: "x:a", Namespaces: xsd.Prefixes{"x": "urn:p"}})
	tests := []struct {
		name string
		typ  *xsd.SimpleType
		want map[string]string
	}{
		{"length in characters", restrict(str, facet(xsd.FacetLength, "3")), map[string]string{
			"æøå": "", "ab": "cvc-length-valid", "abcd": "cvc-length-valid", " a ": "",
		}},
		{"lengths in characters", restrict(str, facet(xsd.FacetMinLength, "2"), facet(xsd.FacetMaxLength, " 3 ")), map[string]string{
			"æø": "", "a": "cvc-minLength-valid", "abcd": "cvc-maxLength-valid", "😀😀😀": "",
		}},
		{"length beyond all numbers", restrict(str, facet(xsd.FacetMaxLength, huge), facet(xsd.FacetMinLength, "0")), map[string]string{"": "", "a": ""}},
		{"length after white space", restrict(xsd.BuiltIn("token"), facet(xsd.FacetLength, "3")), map[string]string{
			" a  b\n": "", "   ": "cvc-length-valid",
		}},
		{"length in octets", restrict(xsd.BuiltIn("hexBinary"), facet(xsd.FacetLength, "2")), map[string]string{
			"0FB7": "", "0F": "cvc-length-valid", "0FB": "cvc-datatype-valid.1.2.1",
		}},
		{"length in octets of base64", restrict(xsd.BuiltIn("base64Binary"), facet(xsd.FacetMaxLength, "2")), map[string]string{
			"YQ==": "", "Y W I =": "", "YWJj": "cvc-maxLength-valid",
		}},
		{"length in items", restrict(tokens, facet(xsd.FacetMaxLength, "2")), map[string]string{
			"a b": "", "a b c": "cvc-maxLength-valid", "": "cvc-minLength-valid", "a ,": "cvc-datatype-valid.1.2.2",
		}},
		{"length of a QName always holds", restrict(xsd.BuiltIn("QName"), facet(xsd.FacetLength, "1")), map[string]string{"p:abc": ""}},
		{"patterns of one step are alternatives", restrict(str, facet(xsd.FacetPattern, "a+"), facet(xsd.FacetPattern, "b+")), map[string]string{
			"aa": "", "b": "", "ab": "cvc-pattern-valid", "": "cvc-pattern-valid",
		}},
		{"patterns of steps all match", restrict(restrict(str, facet(xsd.FacetPattern, "a.*")), facet(xsd.FacetPattern, ".*b")), map[string]string{
			"ab": "", "a": "cvc-pattern-valid", "b": "cvc-pattern-valid",
		}},
		{"pattern on the text of a number", restrict(decimal, facet(xsd.FacetPattern, `\d\.\d`)), map[string]string{
			"1.0": "", " 1.0 ": "", "1.00": "cvc-pattern-valid",
		}},
		{"pattern on a list", restrict(tokens, facet(xsd.FacetPattern, "a b")), map[string]string{
			" a  b ": "", "b a": "cvc-pattern-valid",
		}},
		{"pattern on a union sees the member's text", restrict(either, facet(xsd.FacetPattern, "7|a b")), map[string]string{
			" 7 ": "", " a  b": "", "8": "cvc-pattern-valid",
		}},
		{"enumeration of texts", restrict(str, facet(xsd.FacetEnumeration, "a"), facet(xsd.FacetEnumeration, " b")), map[string]string{
			"a": "", " b": "", "b": "cvc-enumeration-valid",
		}},
		{"enumeration of numbers", restrict(decimal, facet(xsd.FacetEnumeration, " 1.0 ")), map[string]string{
			"+1": "", "1.01": "cvc-enumeration-valid",
		}},
		{"enumeration of dates", restrict(date, facet(xsd.FacetEnumeration, "2000-01-01+13:00")), map[string]string{
			"1999-12-31-11:00": "", "2000-01-01": "cvc-enumeration-valid",
		}},
		{"enumeration of NaN", restrict(xsd.BuiltIn("float"), facet(xsd.FacetEnumeration, "NaN")), map[string]string{
			"NaN": "", "INF": "cvc-enumeration-valid",
		}},
		{"enumeration of names", names, map[string]string{
			"p:a": "", "q:a": "", "a": "cvc-enumeration-valid", "z:a": "cvc-datatype-valid.1.2.1",
		}},
		{"enumeration of lists", restrict(simple.ListOf(xsd.Name{}, decimal), facet(xsd.FacetEnumeration, "1 2.0")), map[string]string{
			"1.0 2": "", "2 1": "cvc-enumeration-valid", "1 2 3": "cvc-enumeration-valid",
		}},
		{"enumeration of a union", restrict(either, facet(xsd.FacetEnumeration, "7"), facet(xsd.FacetEnumeration, "a")), map[string]string{
			"007": "", " a": "", "7.0": "cvc-enumeration-valid",
		}},
		{"the nearest enumeration holds", restrict(restrict(str, facet(xsd.FacetEnumeration, "a"), facet(xsd.FacetEnumeration, "b")),
			facet(xsd.FacetEnumeration, "b")), map[string]string{"b": "", "a": "cvc-enumeration-valid"}},
		{"bounds that are allowed", restrict(decimal, facet(xsd.FacetMinInclusive, "-1"), facet(xsd.FacetMaxInclusive, "1.50")), map[string]string{
			"-1.0": "", "1.5": "", "-1.01": "cvc-minInclusive-valid", "1.51": "cvc-maxInclusive-valid",
		}},
		{"bounds that are not", restrict(decimal, facet(xsd.FacetMinExclusive, "-1"), facet(xsd.FacetMaxExclusive, "1")), map[string]string{
			"0": "", "-1.0": "cvc-minExclusive-valid", "1": "cvc-maxExclusive-valid",
		}},
		{"bounds of several steps", restrict(restrict(decimal, facet(xsd.FacetMinInclusive, "0"), facet(xsd.FacetMaxInclusive, "9")),
			facet(xsd.FacetMaxInclusive, "5")), map[string]string{"5": "", "6": "cvc-maxInclusive-valid", "-1": "cvc-minInclusive-valid"}},
		{"a bound without order refuses", restrict(date, facet(xsd.FacetMinInclusive, "2000-01-01")), map[string]string{
			"2000-01-01": "", "2000-01-02Z": "", "2000-01-01Z": "cvc-minInclusive-valid",
		}},
		{"a bound excludes NaN", restrict(xsd.BuiltIn("double"), facet(xsd.FacetMinInclusive, "-INF")), map[string]string{
			"-INF": "", "INF": "", "NaN": "cvc-minInclusive-valid",
		}},
		{"NaN as a bound leaves NaN", restrict(xsd.BuiltIn("double"), facet(xsd.FacetMinInclusive, "NaN")), map[string]string{
			"NaN": "", "0": "cvc-minInclusive-valid",
		}},
		{"bounds of durations", restrict(xsd.BuiltIn("duration"), facet(xsd.FacetMaxInclusive, "P1M")), map[string]string{
			"P27D": "", "P1M": "", "P30D": "cvc-maxInclusive-valid", "P32D": "cvc-maxInclusive-valid",
		}},
		{"total digits", restrict(decimal, facet(xsd.FacetTotalDigits, "3")), map[string]string{
			"123": "", "00123.000": "", "-1.23": "", "0.123": "", "12.34": "cvc-totalDigits-valid", "0.0001": "cvc-totalDigits-valid", "1000": "cvc-totalDigits-valid",
		}},
		{"fraction digits", restrict(decimal, facet(xsd.FacetFractionDigits, "2")), map[string]string{
			"1.23": "", "1.2300": "", "1": "", "1.234": "cvc-fractionDigits-valid",
		}},
		{"no fraction digits", restrict(decimal, facet(xsd.FacetFractionDigits, "0")), map[string]string{
			"12.0": "", "12.1": "cvc-fractionDigits-valid",
		}},
		{"no length", restrict(str, facet(xsd.FacetLength, "0")), map[string]string{"": "", "a": "cvc-length-valid"}},
		{"digits of an integer", restrict(xsd.BuiltIn("integer"), facet(xsd.FacetTotalDigits, "2")), map[string]string{
			"-099": "", "100": "cvc-totalDigits-valid",
		}},
		{"white space made stricter", restrict(str, facet(xsd.FacetWhiteSpace, "collapse"), facet(xsd.FacetEnumeration, "a b")), map[string]string{
			"a b": "", " a\n b ": "", "ab": "cvc-enumeration-valid",
		}},
		{"item and list", restrict(simple.ListOf(xsd.Name{}, restrict(decimal, facet(xsd.FacetMaxInclusive, "5"))), facet(xsd.FacetLength, "2")), map[string]string{
			"1 5": "", "1 6": "cvc-datatype-valid.1.2.2", "1": "cvc-length-valid",
		}},
		{"union", simple.UnionOf(xsd.Name{}, xsd.BuiltIn("byte"), xsd.BuiltIn("gYear")), map[string]string{
			"127": "", "2022": "", "128": "cvc-datatype-valid.1.2.3",
		}},
		{"union of unions", restrict(simple.UnionOf(xsd.Name{}, xsd.BuiltIn("byte"), either), facet(xsd.FacetPattern, "1|x y")), map[string]string{
			" 1": "", " x   y ": "", "z": "cvc-pattern-valid",
		}},
		{"union of nothing", simple.UnionOf(xsd.Name{}), map[string]string{"": "cvc-datatype-valid.1.2.3"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if faults := test.typ.Faults(); faults != nil {
				t.Fatal(faults)
			}
			got := map[string]string{}
			for text := range test.want {
				got[text] = verdict(test.typ, text)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Section 4.1.5, the table of constraining facets.
func TestApplicable(t *testing.T) {
	const (
		lengths = "length minLength maxLength pattern enumeration whiteSpace"
		bounds  = "pattern enumeration whiteSpace maxInclusive maxExclusive minExclusive minInclusive"
	)
	want := map[string]string{
		"anySimpleType": "", "string": lengths, "NCName": lengths, "anyURI": lengths, "QName": lengths, "NOTATION": lengths,
		"hexBinary": lengths, "base64Binary": lengths, "NMTOKENS": lengths, "boolean": "pattern whiteSpace",
		"float": bounds, "double": bounds, "duration": bounds, "dateTime": bounds, "date": bounds, "time": bounds,
		"gYear": bounds, "gYearMonth": bounds, "gMonth": bounds, "gMonthDay": bounds, "gDay": bounds,
		"decimal": bounds + " totalDigits fractionDigits", "unsignedByte": bounds + " totalDigits fractionDigits",
	}
	got := map[string]string{}
	for local := range want {
		got[local] = applicable(xsd.BuiltIn(local))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := applicable(simple.UnionOf(xsd.Name{}, xsd.BuiltIn("string"))); got != "pattern enumeration" {
		t.Errorf("union: %q", got)
	}
}

func applicable(typ *xsd.SimpleType) string {
	var names []string
	for kind := xsd.FacetLength; kind <= xsd.FacetFractionDigits; kind++ {
		if typ.Applicable(kind) {
			names = append(names, kind.String())
		}
	}
	return strings.Join(names, " ")
}

func TestFacetKindNames(t *testing.T) {
	for kind := xsd.FacetLength; kind <= xsd.FacetFractionDigits; kind++ {
		if got, ok := simple.FacetKindOf(kind.String()); !ok || got != kind {
			t.Errorf("FacetKindOf(%q) = %v, %v", kind, got, ok)
		}
	}
	if kind, ok := simple.FacetKindOf("annotation"); ok {
		t.Errorf("annotation is %v", kind)
	}
	if got := xsd.FacetKind(77).String(); got != "FacetKind(77)" {
		t.Error(got)
	}
}

func TestCompareFacets(t *testing.T) {
	tests := []struct {
		typ      string
		a        xsd.Facet
		relation string
		b        xsd.Facet
	}{
		{"string", facet(xsd.FacetMinLength, "3"), "<", facet(xsd.FacetMaxLength, " 0010 ")},
		{"string", facet(xsd.FacetLength, huge), ">", facet(xsd.FacetMaxLength, "1")},
		{"decimal", facet(xsd.FacetFractionDigits, "2"), "=", facet(xsd.FacetTotalDigits, "+2")},
		{"string", facet(xsd.FacetWhiteSpace, "preserve"), "<", facet(xsd.FacetWhiteSpace, " collapse ")},
		{"string", facet(xsd.FacetWhiteSpace, "preserve"), "<>", facet(xsd.FacetWhiteSpace, "keep")},
		{"string", facet(xsd.FacetWhiteSpace, "collapse"), "<>", facet(xsd.FacetPattern, "collapse")},
		{"byte", facet(xsd.FacetMinInclusive, "-1000"), "<", facet(xsd.FacetMaxExclusive, "1.5")},
		{"date", facet(xsd.FacetMinInclusive, "2000-01-01"), "<>", facet(xsd.FacetMaxInclusive, "2000-01-01Z")},
		{"date", facet(xsd.FacetMinInclusive, "2000-01-01"), "<>", facet(xsd.FacetMaxInclusive, "yesterday")},
		{"date", facet(xsd.FacetMinInclusive, "tomorrow"), "<>", facet(xsd.FacetMaxInclusive, "2000-01-01")},
		{"duration", facet(xsd.FacetMinInclusive, "P1Y"), "=", facet(xsd.FacetMinInclusive, "P12M")},
		{"decimal", facet(xsd.FacetMinInclusive, "1"), "<>", facet(xsd.FacetTotalDigits, "1")},
		{"NMTOKENS", facet(xsd.FacetMinInclusive, "1"), "<>", facet(xsd.FacetMaxInclusive, "2")},
	}
	for _, c := range tests {
		if got := relation(xsd.BuiltIn(c.typ).CompareFacets(c.a, c.b)); got != c.relation {
			t.Errorf("%s: %v %s %v, want %s", c.typ, c.a, got, c.b, c.relation)
		}
	}
}

func TestFaults(t *testing.T) {
	tests := []struct {
		name string
		typ  *xsd.SimpleType
		want []simple.FacetFault
	}{
		{
			"pattern", restrict(xsd.BuiltIn("string"), facet(xsd.FacetPattern, "a"), facet(xsd.FacetPattern, "(")),
			[]simple.FacetFault{{Index: 1, Message: "pattern"}},
		},
		{
			"length", restrict(xsd.BuiltIn("string"), facet(xsd.FacetLength, "-1")),
			[]simple.FacetFault{{Message: `the facet length needs a whole number from 0, not "-1"`}},
		},
		{
			"total digits", restrict(xsd.BuiltIn("decimal"), facet(xsd.FacetTotalDigits, "0")),
			[]simple.FacetFault{{Message: `the facet totalDigits needs a whole number from 1, not "0"`}},
		},
		{
			"fraction digits", restrict(xsd.BuiltIn("decimal"), facet(xsd.FacetFractionDigits, "two")),
			[]simple.FacetFault{{Message: `the facet fractionDigits needs a whole number from 0, not "two"`}},
		},
		{
			"bound", restrict(xsd.BuiltIn("int"), facet(xsd.FacetMaxInclusive, "1.5")),
			[]simple.FacetFault{{Message: `the facet maxInclusive: "1.5" is no value of xs:int: digits, perhaps with a sign before them`}},
		},
		{
			"enumeration", restrict(restrict(xsd.BuiltIn("int"), facet(xsd.FacetMaxInclusive, "5")), facet(xsd.FacetEnumeration, "6")),
			[]simple.FacetFault{{Message: `the enumeration value "6" is no value of the base type a type derived from xs:int: "6" is above the greatest value allowed, 5`}},
		},
		{
			"enumeration of a list", restrict(xsd.BuiltIn("NMTOKENS"), facet(xsd.FacetEnumeration, "")),
			[]simple.FacetFault{{Message: `the enumeration value "" is no value of the base type xs:NMTOKENS: "" has 0 items, at least 1 allowed`}},
		},
		{
			"white space", restrict(xsd.BuiltIn("string"), facet(xsd.FacetWhiteSpace, "trim")),
			[]simple.FacetFault{{Message: `white space is preserve, replace or collapse, not "trim"`}},
		},
		{
			"not applicable", restrict(xsd.BuiltIn("boolean"), facet(xsd.FacetEnumeration, "true"), facet(xsd.FacetMinInclusive, "0")),
			[]simple.FacetFault{
				{Message: "the facet enumeration does not apply to xs:boolean; remove it"},
				{Index: 1, Message: "the facet minInclusive does not apply to xs:boolean; remove it"},
			},
		},
		{
			"base without facets", restrict(xsd.BuiltIn("anySimpleType"), facet(xsd.FacetLength, "1")),
			[]simple.FacetFault{{Message: "the facet length does not apply to xs:anySimpleType; remove it"}},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := test.typ.Faults()
			if test.name == "pattern" { // the words are package pattern's
				got[0].Message = strings.Fields(got[0].Message)[0]
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A facet without meaning must not refuse what the base accepts.
func TestFaultsAreWithoutEffect(t *testing.T) {
	tests := []struct {
		typ   *xsd.SimpleType
		texts []string
	}{
		{restrict(xsd.BuiltIn("boolean"), facet(xsd.FacetEnumeration, "true"), facet(xsd.FacetLength, "9")), []string{"true", "false"}},
		{restrict(xsd.BuiltIn("string"), facet(xsd.FacetMinInclusive, "m"), facet(xsd.FacetTotalDigits, "1")), []string{"a", "z"}},
		{restrict(xsd.BuiltIn("date"), facet(xsd.FacetLength, "1")), []string{"2022-04-11"}},
		{restrict(xsd.BuiltIn("string"), facet(xsd.FacetPattern, "(")), []string{"a"}},
		{restrict(xsd.BuiltIn("anySimpleType"), facet(xsd.FacetPattern, "b")), []string{"a"}},
	}
	for _, test := range tests {
		if test.typ.Faults() == nil {
			t.Errorf("%v has no fault", test.typ.OwnFacets())
		}
		for _, text := range test.texts {
			if got := verdict(test.typ, text); got != "" {
				t.Errorf("%v: %q breaks %s", test.typ.OwnFacets(), text, got)
			}
		}
	}
}

func TestFacetMessages(t *testing.T) {
	long := strings.Repeat("å", 5000)
	str := xsd.BuiltIn("string")
	tests := []struct {
		typ        *xsd.SimpleType
		text, want string
	}{
		{
			restrict(str, facet(xsd.FacetLength, "9")), "12345678",
			`cvc-length-valid: "12345678" has 8 characters, exactly 9 allowed`,
		},
		{
			restrict(str, facet(xsd.FacetMaxLength, "4000")), long,
			`cvc-maxLength-valid: "` + long[:2*60] + `"... (5000 characters) has 5000 characters, at most 4000 allowed`,
		},
		{
			restrict(str, facet(xsd.FacetPattern, "[0-9]+")), "x",
			`cvc-pattern-valid: "x" does not match the pattern "[0-9]+"`,
		},
		{
			restrict(restrict(str, facet(xsd.FacetPattern, "a.*"), facet(xsd.FacetPattern, "b.*")), facet(xsd.FacetPattern, ".*")), "x",
			`cvc-pattern-valid: "x" does not match the pattern "a.*" or "b.*"`,
		},
		{
			restrict(simple.UnionOf(xsd.Name{}, xsd.BuiltIn("token")), facet(xsd.FacetPattern, " a ")), " a ",
			`cvc-pattern-valid: " a " does not match the pattern " a "`,
		},
		{
			restrict(str, facet(xsd.FacetEnumeration, "a"), facet(xsd.FacetEnumeration, "b")), "c",
			`cvc-enumeration-valid: "c" is none of the values allowed: "a", "b"`,
		},
		{
			restrict(xsd.BuiltIn("date"), facet(xsd.FacetMinInclusive, "2000-01-01")), "1999-12-31",
			`cvc-minInclusive-valid: "1999-12-31" is below the least value allowed, 2000-01-01`,
		},
		{
			restrict(xsd.BuiltIn("int"), facet(xsd.FacetMaxExclusive, "10")), "10",
			`cvc-maxExclusive-valid: "10" is not below 10`,
		},
		{
			restrict(xsd.BuiltIn("int"), facet(xsd.FacetMinExclusive, "10")), "10",
			`cvc-minExclusive-valid: "10" is not above 10`,
		},
		{
			restrict(xsd.BuiltIn("decimal"), facet(xsd.FacetTotalDigits, "3")), "1234",
			`cvc-totalDigits-valid: "1234" has more digits than the 3 allowed`,
		},
		{
			restrict(xsd.BuiltIn("decimal"), facet(xsd.FacetFractionDigits, "2")), "1.234",
			`cvc-fractionDigits-valid: "1.234" has more digits after the decimal point than the 2 allowed`,
		},
		{
			restrict(xsd.BuiltIn("hexBinary"), facet(xsd.FacetMinLength, "2")), "00",
			`cvc-minLength-valid: "00" has 1 octet, at least 2 allowed`,
		},
		{
			restrict(xsd.BuiltIn("base64Binary"), facet(xsd.FacetMinLength, "2")), "YQ==",
			`cvc-minLength-valid: "YQ==" has 1 octet, at least 2 allowed`,
		},
		{
			xsd.BuiltIn("NMTOKENS"), "a ,",
			`cvc-datatype-valid.1.2.2: item 2 of the list: "," is no value of xs:NMTOKEN: letters, digits and . - _ : only`,
		},
		{
			simple.UnionOf(xsd.Name{}, xsd.BuiltIn("byte"), xsd.BuiltIn("gDay")), "x",
			`cvc-datatype-valid.1.2.3: "x" is of no member type of the union (xs:byte, xs:gDay); the first one says: "x" is no value of xs:byte: digits, perhaps with a sign before them`,
		},
		{
			simple.UnionOf(xsd.Name{}, simple.UnionOf(xsd.Name{Local: "inner"}, xsd.BuiltIn("byte")), xsd.BuiltIn("gDay")), "x",
			`cvc-datatype-valid.1.2.3: "x" is of no member type of the union (inner, xs:gDay)`,
		},
		{
			xsd.BuiltIn("QName"), "p:a",
			`cvc-datatype-valid.1.2.1: "p:a" has the prefix "p", which is bound to no namespace here; declare it`,
		},
		{
			xsd.BuiltIn("QName"), ":a",
			`cvc-datatype-valid.1.2.1: ":a" is no value of xs:QName: a name like local or prefix:local, the prefix bound to a namespace`,
		},
		{
			xsd.BuiltIn("date"), "20220411",
			`cvc-datatype-valid.1.2.1: "20220411" is no value of xs:date: an existing date like 2022-04-11, perhaps with a zone (Z, +02:00)`,
		},
	}
	for _, test := range tests {
		err := test.typ.Check(test.text, nil)
		if err == nil {
			t.Errorf("%.20q accepted", test.text)
			continue
		}
		if diff := cmp.Diff(test.want, err.Error()); diff != "" {
			t.Error(diff)
		}
	}
}

// A message shows some of many choices, and says how many more there are.
func TestMessageOfManyChoices(t *testing.T) {
	var codes []xsd.Facet
	for _, letter := range "ABCDEFGHIJKLMN" {
		codes = append(codes, facet(xsd.FacetEnumeration, string(letter)))
	}
	got := restrict(xsd.BuiltIn("string"), codes...).Check("a", nil).Message
	want := `"a" is none of the values allowed: "A", "B", "C", "D", "E", "F", "G", "H", "I", "J" and 4 more`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
