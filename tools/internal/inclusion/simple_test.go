// Simple types, one pair for each kind of change: what is wider, what is narrower and the text that shows it. Expectations follow Part 2 of
// XSD 1.0.

package inclusion

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
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
			kind, ok := facetKinds[key]
			if !ok {
				t.Fatalf("%s in %s is no facet", key, text)
			}
			facets = append(facets, xsd.Facet{Kind: kind, Value: strings.ReplaceAll(value, "_", " ")})
		}
		base = simple.Restrict(xsd.Name{}, base, facets...)
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
	{"decimal enum=1", "token enum=1", no, yes, "*", ""},
	{"hexBinary enum=aa", "token enum=aa", no, yes, "*", ""},
	{"float enum=0.1", "double >=0", yes, no, "", "*"},
	{"duration enum=P1Y", "duration >=P12M", yes, no, "", "*"},
	{"date enum=2020-01-01 pat=.*", "date enum=2020-01-01 enum=2020-01-02Z", yes, no, "", "*"},
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
	{"date >=2020-01-03+01:00", "date >=2020-01-01", yes, no, "", "*"},
	{"dateTime <=2020-01-01T00:00:00-05:00", "dateTime <=2020-01-03T00:00:00", yes, no, "", "*"},
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

// withinBuiltIns lists by hand what built-in type has all texts of which others, itself, xs:anySimpleType, xs:string, xs:normalizedString
// and xs:token aside, which have all.
var withinBuiltIns = map[string]string{
	"boolean": "anyURI NMTOKEN NMTOKENS", "decimal": "float double anyURI", "float": "double anyURI", "double": "float anyURI",
	"duration": "anyURI NMTOKEN NMTOKENS", "hexBinary": "anyURI", "base64Binary": "anyURI",
	"QName": "NOTATION Name NMTOKEN NMTOKENS", "NOTATION": "QName Name NMTOKEN NMTOKENS",
	"language": "NCName Name NMTOKEN NMTOKENS QName NOTATION anyURI", "NMTOKEN": "NMTOKENS", "Name": "NMTOKEN NMTOKENS",
	"NCName": "Name NMTOKEN NMTOKENS QName NOTATION anyURI", "ID": "NCName Name NMTOKEN NMTOKENS QName NOTATION anyURI",
	"IDREF":  "IDREFS NCName Name NMTOKEN NMTOKENS QName NOTATION anyURI",
	"ENTITY": "ENTITIES NCName Name NMTOKEN NMTOKENS QName NOTATION anyURI", "IDREFS": "NMTOKENS anyURI", "ENTITIES": "NMTOKENS anyURI",
	"integer": numbers, "nonPositiveInteger": "integer " + numbers, "negativeInteger": "NMTOKEN NMTOKENS nonPositiveInteger integer " + numbers,
	"long": "integer " + numbers, "int": "long integer " + numbers, "short": "int long integer " + numbers,
	"byte": "short int long integer " + numbers, "nonNegativeInteger": "integer " + numbers,
	"positiveInteger": "nonNegativeInteger integer " + numbers, "unsignedLong": "nonNegativeInteger integer " + numbers,
	"unsignedInt":   "unsignedLong long nonNegativeInteger integer " + numbers,
	"unsignedShort": "unsignedInt unsignedLong int long nonNegativeInteger integer " + numbers,
	"unsignedByte":  "unsignedShort unsignedInt unsignedLong short int long nonNegativeInteger integer " + numbers,
}

const numbers = "decimal float double anyURI"

// Each pair of built-in types: a derived one is within its base, and others are where their texts happen to be. A name becomes an ID with
// an open end, and a document with an entity cannot be made.
func TestBuiltIns(t *testing.T) {
	for _, a := range simple.BuiltIns() {
		inside := strings.Fields("anySimpleType string normalizedString token " + a.Name().Local + " " + withinBuiltIns[a.Name().Local])
		if a.Name().Local == "anySimpleType" {
			inside = inside[:4]
		}
		for _, b := range simple.BuiltIns() {
			want := no
			switch name := b.Name().Local; {
			case slices.Contains(inside, name):
				want = yes
			case name == "ID" && slices.Contains(inside, "NCName"), strings.HasPrefix(a.Name().Local, "ENTIT"):
				want = open
			}
			if a.DerivedFrom(b) && want != yes {
				t.Fatalf("the table forgets that %s is derived from %s", a, b)
			}
			check(t, a.String(), b.String(), a, b, want, "*")
		}
	}
}

// Lists and unions of types, and restrictions of them.
func TestListsAndUnions(t *testing.T) {
	list := func(item, facets string) *xsd.SimpleType {
		return derive(t, simple.ListOf(xsd.Name{}, typ(t, item)), facets)
	}
	union := func(facets string, members ...string) *xsd.SimpleType {
		types := make([]*xsd.SimpleType, len(members))
		for i, member := range members {
			types[i] = typ(t, member)
		}
		return derive(t, simple.UnionOf(xsd.Name{}, types...), facets)
	}
	lists := simple.UnionOf(xsd.Name{}, list("int", ""), typ(t, "date"))
	tests := []struct {
		name         string
		a, b         *xsd.SimpleType
		ab, ba       automaton.Verdict
		textA, textB string
	}{
		{"item type", list("byte", ""), list("int", ""), yes, no, "", "*"},
		{"item pattern", list("string pat=[a-z]+", ""), list("string pat=[a-z0-9]+", ""), yes, no, "", "0"},
		{"items that have white space", list("string pat=.*", ""), list("token", ""), yes, yes, "", ""},
		{"item bounds", list("date >=2020-01-01", ""), list("date >=2019-01-01", ""), yes, no, "", "*"},
		{"item enumeration", list("string enum=a enum=b", ""), list("string enum=a enum=b enum=c", ""), yes, no, "", "c"},
		{"length", list("int", "maxLen=2"), list("int", "maxLen=3"), yes, no, "", "0 0 0"},
		{"least length", list("int", "minLen=2"), list("int", "minLen=1"), yes, no, "", "0"},
		{"list pattern", list("int", "pat=1.*"), list("int", ""), yes, no, "", ""},
		{"list enumeration", list("int", "enum=1_2"), list("int", "enum=01_2 enum=3"), yes, no, "", "3"},
		{"list of numbers", list("int", "enum=1_2"), list("byte", "minLen=2"), yes, no, "", "*"},
		{"atomic to list", typ(t, "int"), list("int", ""), yes, no, "", ""},
		{"atomic text to list", typ(t, "string"), list("string", ""), yes, yes, "", ""},
		{"atomic to list of two", typ(t, "int"), list("int", "minLen=2"), no, no, "0", "0 0"},
		{"list to text", list("int", "maxLen=2"), typ(t, "string maxLen=9"), no, no, "*", "*"},
		{"list to token", list("int", "maxLen=2"), typ(t, "token"), yes, no, "", "*"},
		{"list to pattern", list("string len=1", "len=2"), typ(t, "token pat=.{3}"), yes, no, "", "*"},
		{"member added", union("", "int", "date"), union("", "int", "date", "boolean"), yes, no, "", "*"},
		{"members reordered", union("", "int", "date"), union("", "date", "int"), yes, yes, "", ""},
		{"member within member", union("", "int", "byte"), typ(t, "long"), yes, no, "", "*"},
		{"enumerations joined", union("", "string enum=a enum=b", "string enum=c"), typ(t, "string enum=a enum=b enum=c"), yes, yes, "", ""},
		{"members together", typ(t, "token pat=[a-z0-9]"), union("", "token pat=[a-z]", "token pat=[0-9]"), yes, yes, "", ""},
		{"numbers and text", typ(t, "int"), union("", "string enum=x", "long"), yes, no, "", "x"},
		{"union pattern", union("pat=[0-9]+", "int", "boolean"), union("", "int", "boolean"), yes, no, "", "*"},
		{"union enumeration", union("enum=1 enum=true", "int", "boolean"), union("", "int", "boolean"), yes, no, "", "*"},
		{"union enumerations", union("enum=1 enum=a", "int", "token"), union("enum=1 enum=a enum=b", "int", "token"), yes, no, "", "b"},
		{"union of lists", lists, simple.UnionOf(xsd.Name{}, typ(t, "date"), list("long", "")), yes, no, "", "*"},
		{"union in list", simple.ListOf(xsd.Name{}, union("", "int", "date")), simple.ListOf(xsd.Name{}, union("", "date", "long")), yes, no, "", "*"},
		{"no text at all", typ(t, "string pat=a / pat=b"), typ(t, "int"), yes, no, "", "*"},
		{"nothing but nothing", typ(t, "string len=0"), typ(t, "string pat=[0-9]*"), yes, no, "", "0"},
	}
	for _, test := range tests {
		check(t, test.name, "the other", test.a, test.b, test.ab, test.textA)
		check(t, test.name+", back", "the other", test.b, test.a, test.ba, test.textB)
	}
}

// Names are compared by what they name, with the prefixes of their schemas.
func TestQualifiedNames(t *testing.T) {
	one := func(text, prefix, space string) *xsd.SimpleType {
		return simple.Restrict(xsd.Name{}, xsd.BuiltIn("QName"), xsd.Facet{Kind: xsd.FacetEnumeration, Value: text, Namespaces: xsd.Prefixes{prefix: space}})
	}
	check(t, "a:x", "b:x", one("a:x", "a", "urn:1"), one("b:x", "b", "urn:1"), yes, "")
	check(t, "a:x", "a:x of another", one("a:x", "a", "urn:1"), one("a:x", "a", "urn:2"), no, "a:x")
	check(t, "a:x", "QName", one("a:x", "a", "urn:1"), xsd.BuiltIn("QName"), yes, "")
	check(t, "QName", "a:x", xsd.BuiltIn("QName"), one("a:x", "a", "urn:1"), no, "*")
}

// classes is a pattern that tells many characters apart, of a language too large to search.
func classes(first int) string {
	var out strings.Builder
	for i := range 150 {
		start := 0x400 + 7*i
		out.WriteString("([" + string(rune(start)) + "-" + string(rune(start+40)) + "]{" + strconv.Itoa(first) + ",40}" + string(rune(start)) + ")?")
	}
	return out.String()
}

// steps is a type with patterns in many steps, all of which a text must meet.
func steps(t *testing.T, first int) *xsd.SimpleType {
	var out strings.Builder
	out.WriteString("string pat=(a|b)*")
	for i := range 30 {
		out.WriteString(" / pat=(a|b)*a(a|b){" + strconv.Itoa(first+i) + "}")
	}
	return typ(t, out.String())
}

// What is too large is refused within bounds of time, with a reason.
func TestLargeTypes(t *testing.T) {
	many := make([]xsd.Facet, 100_000)
	for i := range many {
		many[i] = xsd.Facet{Kind: xsd.FacetEnumeration, Value: "value" + strconv.Itoa(i)}
	}
	all, fewer := simple.Restrict(xsd.Name{}, xsd.BuiltIn("token"), many...), simple.Restrict(xsd.Name{}, xsd.BuiltIn("token"), many[:len(many)-1]...)
	again := simple.Restrict(xsd.Name{}, xsd.BuiltIn("token"), many...)
	hostile := "(a|aa)+b|(x{0,1000}y{0,1000}){0,1000}z"
	tests := []struct {
		name string
		a, b *xsd.SimpleType
		want automaton.Verdict
		text string
	}{
		{"many values fewer", fewer, all, yes, ""},
		{"many values", all, fewer, no, "value99999"},
		{"the same many values", all, again, yes, ""},
		{"many values in a pattern", all, typ(t, "token pat=value[0-9]{1,5}"), yes, ""},
		{"a pattern in many values", typ(t, "token pat=value[0-9]{1,6}"), all, no, "*"},
		{"long texts", typ(t, "string maxLen=1000000 pat=[a-z]*"), typ(t, "string maxLen=1000001 pat=[a-y]*|z*"), no, "*"},
		{"hostile patterns", typ(t, "string pat="+hostile), typ(t, "string pat="+hostile+"|q"), open, ""},
		{"many classes of characters", typ(t, "string pat="+classes(0)), typ(t, "string pat="+classes(1)), no, "\u0400"},
		{"many steps of patterns", typ(t, "string pat=.*"+strings.Repeat(" / pat=(a|b)*a(a|b){9}", 300)), typ(t, "string pat=(a|b)*"), yes, ""},
		{"many unlike steps", steps(t, 0), steps(t, 1), open, ""},
		{"a number of many digits", typ(t, "decimal <="+strings.Repeat("9", 5000)), typ(t, "decimal <"+strings.Repeat("9", 5001)), yes, ""},
		{"many digits", typ(t, "decimal total=100"), typ(t, "decimal total=200"), yes, ""},
	}
	for _, test := range tests {
		check(t, test.name, "the other", test.a, test.b, test.want, test.text)
	}
	nested := xsd.BuiltIn("int")
	for range 40 {
		nested = simple.UnionOf(xsd.Name{}, nested, nested, xsd.BuiltIn("date"))
	}
	if got := SimpleTypes(nested, typ(t, "string pat=[0-9]*")); got.Verdict != no {
		t.Errorf("unions of unions: %v %s", got.Verdict, got.Reason)
	}
}
