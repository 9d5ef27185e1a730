// Simple types, one pair for each kind of change: what is wider, what is narrower and the text that shows it. Expectations follow Part 2 of
// XSD 1.0.

package inclusion

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

var facetKinds = map[string]xsd.FacetKind{
	"len": xsd.FacetLength, "minLen": xsd.FacetMinLength, "maxLen": xsd.FacetMaxLength, "pat": xsd.FacetPattern, "enum": xsd.FacetEnumeration,
	"ws": xsd.FacetWhiteSpace, "<=": xsd.FacetMaxInclusive, "<": xsd.FacetMaxExclusive, ">": xsd.FacetMinExclusive,
	">=": xsd.FacetMinInclusive, "total": xsd.FacetTotalDigits, "fraction": xsd.FacetFractionDigits,
}

// typ reads a type: a built-in name, then steps of facets after slashes, as in "string maxLen=5 pat=a|b / pat=a".
func typ(t testing.TB, text string) *xsd.SimpleType {
	t.Helper()
	name, facets, _ := strings.Cut(text, " ")
	base := xsd.BuiltIn(name)
	if base == nil {
		t.Fatalf("%s is no built-in type", name)
	}
	return derive(t, base, facets)
}

// derive adds steps of facets to a type.
func derive(t testing.TB, base *xsd.SimpleType, text string) *xsd.SimpleType {
	t.Helper()
	if text == "" {
		return base
	}
	for step := range strings.SplitSeq(text, " / ") {
		var facets []xsd.Facet
		for field := range strings.FieldsSeq(step) {
			at := strings.LastIndexAny(field[:min(len(field), 9)], "=<>")
			if eq := strings.Index(field, "="); eq > 0 && field[0] != '<' && field[0] != '>' {
				at = eq
			}
			key, value := field[:at], field[at+1:]
			if key == "" || field[at] != '=' || field[0] == '<' || field[0] == '>' {
				key, value = field[:at+1], field[at+1:]
			}
			kind, known := facetKinds[key]
			if !known {
				t.Fatalf("%s in %s is no facet", key, text)
			}
			facets = append(facets, xsd.Facet{Kind: kind, Value: strings.ReplaceAll(value, "_", " ")})
		}
		base = xsd.Restrict(xsd.Name{}, base, facets...)
		if faults := base.Faults(); len(faults) > 0 {
			t.Fatalf("%s: %v", text, faults)
		}
	}
	return base
}

const (
	yes  = automaton.Yes
	no   = automaton.No
	open = automaton.Undecided
)

// pairs are two types and whether each is included in the other; the texts are the witnesses expected, where there is just one shortest.
var pairs = []struct {
	a, b         string
	ab, ba       automaton.Verdict
	textA, textB string // of a and not of b, of b and not of a; "*" for any
}{
	// Lengths.
	{"string maxLen=5", "string maxLen=10", yes, no, "", "aaaaaa"},
	{"string minLen=2", "string minLen=1", yes, no, "", "a"},
	{"string len=3", "string minLen=2 maxLen=4", yes, no, "", "aa"},
	{"string len=3", "string minLen=3 maxLen=3", yes, yes, "", ""},
	{"string maxLen=100000", "string maxLen=200000", yes, no, "", "*"},
	{"hexBinary maxLen=2", "hexBinary maxLen=3", yes, no, "", "aaaaaa"},
	{"base64Binary maxLen=2", "base64Binary maxLen=3", yes, no, "", "aaaa"},
	{"base64Binary len=1", "base64Binary len=2", no, no, "ag==", "aac="},
	{"QName", "QName maxLen=2", yes, yes, "", ""},
	{"anyURI maxLen=5", "anyURI maxLen=9", yes, no, "", "*"},
	// Patterns.
	{`string pat=\d{3}`, "string pat=[0-9]{3}", no, yes, "*", ""},
	{`string pat=\d`, "string pat=[0-9]", no, yes, "\u0660", ""},
	{"string pat=a|b", "string pat=b pat=a", yes, yes, "", ""},
	{"string pat=a+ / pat=.{2}", "string pat=aa", yes, yes, "", ""},
	{"string pat=a+", "string pat=a* minLen=1", yes, yes, "", ""},
	{"string pat=a*b", "string pat=ab*", no, no, "b", "a"},
	{"string pat=[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?", "string pat=[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?", yes, no, "", "*"},
	{"string", "string pat=.*", no, yes, "*", ""},
	// Enumerations.
	{"string enum=a enum=b", "string enum=a enum=b enum=c", yes, no, "", "c"},
	{"string enum=a enum=b", "string enum=b enum=a", yes, yes, "", ""},
	{"string enum=a", "string", yes, no, "", "*"},
	{"string enum=aa enum=b", "string maxLen=2", yes, no, "", "*"},
	{"string enum=ab enum=c", "string pat=ab|c", yes, yes, "", ""},
	{"decimal enum=1.0 enum=2", "decimal enum=1 enum=2.00", yes, yes, "", ""},
	{"decimal enum=1.0", "decimal enum=1 pat=1", no, yes, "*", ""},
	{"decimal enum=1", "decimal >=1 <=1", yes, yes, "", ""},
	{"integer enum=1 enum=2", "integer >=1 <=2", yes, yes, "", ""},
	{"date enum=2020-01-01", "date enum=2020-01-01 enum=2020-01-02", yes, no, "", "2020-01-02"},
	{"date enum=2020-01-01", "date >=2020-01-01", yes, no, "", "*"},
	{"dateTime enum=2020-01-01T12:00:00Z", "dateTime enum=2020-01-01T13:00:00+01:00", yes, yes, "", ""},
	{"double enum=1", "double enum=1.0", yes, yes, "", ""},
	{"hexBinary enum=0a", "hexBinary enum=0A", yes, yes, "", ""},
	{"base64Binary enum=YQ==", "base64Binary len=1", yes, no, "", "QQ=="},
	// White space.
	{"string", "token", yes, yes, "", ""},
	{"string maxLen=2", "token maxLen=2", yes, no, "", "*"},
	{"string minLen=1", "token minLen=1", no, yes, " ", ""},
	{"string pat=a", "token pat=a", yes, no, "", "*"},
	{"string enum=a", "token enum=a", yes, no, "", "*"},
	{"normalizedString enum=a", "string enum=a", yes, yes, "", ""},
	{"normalizedString enum=a_b", "string enum=a_b", no, yes, "*", ""},
	{"string pat=a_+b", "token pat=a_b", yes, no, "", "*"},
	{"string pat=.*", "normalizedString pat=.*", yes, no, "", "*"},
	// Bounds and digits.
	{"decimal >=0.01 fraction=2", "decimal >0 fraction=2", yes, yes, "", ""},
	{"decimal >=0.01", "decimal >0", yes, no, "", "*"},
	{"decimal >0", "decimal >=0", yes, no, "", "0"},
	{"decimal >=-5", "decimal >=-5.5", yes, no, "", "*"},
	{"decimal <10", "decimal <=9.99 fraction=2", no, yes, "*", ""},
	{"decimal <10 fraction=2", "decimal <=9.99", yes, no, "", "*"},
	{"decimal <0", "decimal <=0", yes, no, "", "0"},
	{"decimal total=3", "decimal total=4", yes, no, "", "1000"},
	{"decimal total=3 fraction=0", "decimal >-1000 <1000", yes, no, "", "*"},
	{"decimal total=3 fraction=0", "decimal >-1000 <1000 fraction=0", yes, yes, "", ""},
	{"decimal fraction=2", "decimal fraction=3", yes, no, "", ".001"},
	{"int", "long", yes, no, "", "*"},
	{"integer >=0", "nonNegativeInteger", yes, yes, "", ""},
	{"integer", "decimal fraction=0", yes, no, "", "*"},
	{"integer >=0 <=255", "unsignedByte", yes, yes, "", ""},
	{"integer total=9", "int", yes, no, "", "*"},
	{"date >=2020-01-01", "date >=2019-01-01", yes, no, "", "*"},
	{"date >=2020-01-01Z", "date >=2020-01-01", no, no, "*", "*"},
	{"date >2020-01-01", "date >=2020-01-01", yes, no, "", "*"},
	{"date >=2020-01-01 pat=.{10}", "date >2019-12-31 pat=.{10}", yes, open, "", ""},
	{"date >=2020-01-03Z", "date >=2020-01-01", yes, no, "", "*"},
	{"dateTime >=2020-01-01T00:00:00", "dateTime >2020-01-01T00:00:00", no, yes, "*", ""},
	{"gYear >=2000", "gYear >=1999 <=3000", no, no, "*", "*"},
	{"time <=12:00:00", "time <=13:00:00", yes, no, "", "*"},
	{"duration >=P1M", "duration >=P1D", yes, no, "", "*"},
	{"duration >=P1M", "duration >=P30D", no, no, "*", "*"},
	{"double >=1", "double >0", yes, no, "", "*"},
	{"double >=-INF", "double <=INF", yes, yes, "", ""},
	{"double", "double <=INF", no, yes, "NaN", ""},
	{"float >1", "float >=1.0000001", yes, yes, "", ""},
	// Bounds and patterns together.
	{`decimal pat=\d{1,3} >=10`, "decimal >=10 <=999", yes, no, "", "*"},
	{"decimal pat=[0-9]{1,3} >=10", "decimal >=10 <=999", yes, no, "", "*"},
	{"decimal pat=[0-9]+\\.[0-9]{2}", "decimal fraction=2", yes, no, "", "*"},
	{"integer >=10 <=99 pat=[0-9]*", "string pat=0*[1-9][0-9] ws=collapse", yes, yes, "", ""},
	// Other primitives.
	{"integer", "string", yes, no, "", "*"},
	{"boolean", "string", yes, no, "", "*"},
	{"boolean pat=[01]", "integer", yes, no, "", "*"},
	{"boolean", "decimal", no, no, "*", "*"},
	{"date", "dateTime", no, no, "*", "*"},
	{"decimal", "double", yes, no, "", "*"},
	{"float", "double", yes, yes, "", ""},
	{"anyURI", "string", yes, no, "", "*"},
	{"string pat=[a-z]+", "anyURI", yes, no, "", "*"},
	{"string maxLen=9", "anyURI", no, no, "*", "*"},
	{"gYear pat=[0-9]{4}", "integer", yes, no, "", "*"},
	{"NMTOKEN", "NMTOKENS", yes, no, "", "*"},
	{"string", "NMTOKENS", no, yes, "*", ""},
	{"NMTOKENS", "token", yes, no, "", ""},
	{"language", "NMTOKEN", yes, no, "", "*"},
	// Names that the document decides about.
	{"ID", "NCName", yes, open, "", ""},
	{"IDREF", "NCName", yes, no, "", "*"},
	{"IDREF", "IDREFS", yes, no, "", "*"},
	{"ID", "IDREF", no, open, "*", ""},
	{"ID", "integer", no, no, "*", "*"},
}

func TestPairs(t *testing.T) {
	for _, pair := range pairs {
		a, b := typ(t, pair.a), typ(t, pair.b)
		check(t, pair.a, pair.b, a, b, pair.ab, pair.textA)
		check(t, pair.b, pair.a, b, a, pair.ba, pair.textB)
	}
}

// check compares one answer, and a witness with both types.
func check(t *testing.T, nameA, nameB string, a, b *xsd.SimpleType, want automaton.Verdict, text string) {
	t.Helper()
	got := SimpleTypes(a, b)
	if got.Verdict != want {
		t.Errorf("%s in %s: %v %q %s, want %v", nameA, nameB, got.Verdict, got.Text, got.Reason, want)
		return
	}
	if got.Verdict == automaton.No {
		if a.Check(got.Text, got.Names) != nil || (b.Check(got.Text, got.Names) == nil) != got.Document {
			t.Errorf("%s in %s: %q is no witness", nameA, nameB, got.Text)
		}
		if text != "*" && text != got.Text {
			t.Errorf("%s in %s: the witness is %q, want %q", nameA, nameB, got.Text, text)
		}
	}
	if got.Verdict == automaton.Undecided && got.Reason == "" {
		t.Errorf("%s in %s: undecided without a reason", nameA, nameB)
	}
}

// Each built-in type is within its base and within all its ancestors.
func TestBuiltInsAreWithinTheirBases(t *testing.T) {
	for _, a := range xsd.BuiltIns() {
		for _, b := range xsd.BuiltIns() {
			got := SimpleTypes(a, b)
			if a.DerivedFrom(b) && got.Verdict != automaton.Yes {
				t.Errorf("%s in %s: %v %q %s", a, b, got.Verdict, got.Text, got.Reason)
			}
			t.Logf("%s in %s: %v %q %s", a, b, got.Verdict, got.Text, got.Reason)
		}
	}
}
