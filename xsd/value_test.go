// Equality and order of the value spaces, by hand from Part 2, sections 3.2.3 to 3.2.17, and their laws.

package xsd_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func sorted(values []string) []string {
	slices.Sort(values)
	return values
}

func mustParse(t testing.TB, typ *xsd.SimpleType, text string) xsd.Value {
	t.Helper()
	v, err := typ.Parse(text, xsd.Prefixes{"p": "urn:p", "q": "urn:p", "": "urn:default"})
	if err != nil {
		t.Fatalf("%v: %v", typ, err)
	}
	return v
}

// relation writes an order as the standard's tables do: "<>" where there is none.
func relation(order int, ok bool) string {
	switch {
	case !ok:
		return "<>"
	case order < 0:
		return "<"
	case order > 0:
		return ">"
	default:
		return "="
	}
}

var valueOrders = []struct{ typ, a, relation, b string }{
	{"decimal", "1.10", "=", "+001.1"},
	{"decimal", "-0", "=", "0.0"},
	{"decimal", "-1", "<", "0"},
	{"decimal", "-10", "<", "-9"},
	{"decimal", "9", "<", "10"},
	{"decimal", "1.09", "<", "1.1"},
	{"decimal", "-1.09", ">", "-1.1"},
	{"decimal", "123456789012345678901234567890.1", ">", "123456789012345678901234567890"},
	{"integer", "007", "=", "7"},
	{"float", "-0", "=", "0"},
	{"float", "NaN", "=", "NaN"},
	{"float", "NaN", "<>", "1"},
	{"float", "INF", ">", "3.4E38"},
	{"float", "1e39", "=", "INF"},
	{"float", "16777217", "=", "16777216"},
	{"double", "16777217", ">", "16777216"},
	{"double", "-INF", "<", "-1e308"},
	{"double", "NaN", "<>", "INF"},
	{"boolean", "1", "=", "true"},
	{"boolean", "1", "<>", "0"},
	{"string", "a", "<>", "b"},
	{"string", "a ", "<>", "a"},
	{"token", "a ", "=", "a"},
	{"anyURI", "http://a/", "<>", "http://A/"},
	{"hexBinary", "ab", "=", "AB"},
	{"hexBinary", "ab", "<>", "ac"},
	{"base64Binary", "Y Q==", "=", "YQ=="},
	{"QName", "p:a", "=", "q:a"},
	{"QName", "p:a", "<>", "a"},
	// Section 3.2.7.4.
	{"dateTime", "2000-01-15T00:00:00", "<", "2000-02-15T00:00:00"},
	{"dateTime", "2000-01-15T12:00:00", "<", "2000-01-16T12:00:00Z"},
	{"dateTime", "2000-01-01T12:00:00", "<>", "1999-12-31T23:00:00Z"},
	{"dateTime", "2000-01-16T12:00:00", "<>", "2000-01-16T12:00:00Z"},
	{"dateTime", "2000-01-16T00:00:00", "<>", "2000-01-16T12:00:00Z"},
	{"dateTime", "2000-01-17T12:00:00Z", ">", "2000-01-16T12:00:00"},
	{"dateTime", "2000-01-01T14:00:00Z", "<>", "2000-01-01T00:00:00"},
	{"dateTime", "2000-01-01T14:00:00.1Z", ">", "2000-01-01T00:00:00"},
	{"dateTime", "2002-10-10T12:00:00-05:00", "=", "2002-10-10T17:00:00Z"},
	{"dateTime", "2002-10-10T12:00:00.10", "=", "2002-10-10T12:00:00.1"},
	{"dateTime", "2002-10-10T12:00:00.09", "<", "2002-10-10T12:00:00.1"},
	{"dateTime", "1999-12-31T24:00:00", "=", "2000-01-01T00:00:00"},
	{"dateTime", "-0001-12-31T24:00:00", "=", "0001-01-01T00:00:00"},
	{"dateTime", "-0002-01-01T00:00:00", "<", "-0001-01-01T00:00:00"},
	{"dateTime", "-0004-02-29T24:00:00", "=", "-0004-03-01T00:00:00"},
	{"date", "2000-01-01+13:00", "=", "1999-12-31-11:00"},
	{"date", "2000-01-01", "<>", "2000-01-01Z"},
	{"date", "2000-01-01", "<", "2000-01-02"},
	{"date", "100000-01-01", ">", "99999-12-31"},
	{"time", "00:00:00+14:00", "<", "00:00:00Z"},
	{"time", "13:00:00+01:00", "=", "12:00:00Z"},
	{"time", "12:00:00", "<>", "12:00:00Z"},
	{"gYear", "1999", "<", "2000"},
	{"gYear", "1999", "<>", "1999Z"},
	{"gYearMonth", "1999-12", "<", "2000-01"},
	{"gMonthDay", "--02-29", "<", "--03-01"},
	{"gDay", "---09", "<", "---10"},
	{"gMonth", "--12", ">", "--01"},
	// Section 3.2.6.2.
	{"duration", "P1Y", ">", "P364D"},
	{"duration", "P1Y", "<>", "P365D"},
	{"duration", "P1Y", "<>", "P366D"},
	{"duration", "P1Y", "<", "P367D"},
	{"duration", "P1M", ">", "P27D"},
	{"duration", "P1M", "<>", "P28D"},
	{"duration", "P1M", "<>", "P31D"},
	{"duration", "P1M", "<", "P32D"},
	{"duration", "P5M", ">", "P149D"},
	{"duration", "P5M", "<>", "P150D"},
	{"duration", "P5M", "<>", "P153D"},
	{"duration", "P5M", "<", "P154D"},
	{"duration", "P1Y", "=", "P12M"},
	{"duration", "P400Y", "=", "P146097D"},
	{"duration", "PT1.50S", "=", "PT1.5S"},
	{"duration", "PT.5S", "=", "PT0.50S"},
	{"duration", "-PT0.5S", ">", "-PT0.6S"},
	{"duration", "-PT0.5S", "<", "PT0S"},
	{"duration", "-P1M", "<", "P0D"},
	{"duration", "P" + huge + "Y", ">", "P1Y"},
	{"duration", "PT36H", "=", "P1DT12H"},
}

func TestValueOrder(t *testing.T) {
	for _, c := range valueOrders {
		typ := xsd.BuiltIn(c.typ)
		a, b := mustParse(t, typ, c.a), mustParse(t, typ, c.b)
		if got := relation(a.Compare(b)); got != c.relation {
			t.Errorf("xs:%s: %s %s %s, want %s", c.typ, c.a, got, c.b, c.relation)
		}
		if equal := c.relation == "="; a.Equal(b) != equal || (a.Key() == b.Key()) != equal {
			t.Errorf("xs:%s: %s and %s: Equal is %v, keys %q and %q", c.typ, c.a, c.b, a.Equal(b), a.Key(), b.Key())
		}
	}
}

// The laws of a partial order, over all pairs and triples of the texts above.
func TestValueOrderLaws(t *testing.T) {
	values := map[string][]xsd.Value{}
	for _, c := range valueOrders {
		typ := xsd.BuiltIn(c.typ)
		values[c.typ] = append(values[c.typ], mustParse(t, typ, c.a), mustParse(t, typ, c.b))
	}
	for _, vs := range values {
		for _, a := range vs {
			for _, b := range vs {
				checkAntisymmetry(t, a, b)
				for _, c := range vs {
					checkTransitivity(t, a, b, c)
				}
			}
		}
	}
}

func checkAntisymmetry(t *testing.T, a, b xsd.Value) {
	t.Helper()
	order, ok := a.Compare(b)
	if got, want := relation(b.Compare(a)), relation(-order, ok); got != want {
		t.Errorf("%s %s %s, but backwards %s", a, relation(order, ok), b, got)
	}
	if equal := ok && order == 0; equal != a.Equal(b) || equal != (a.Key() == b.Key()) {
		t.Errorf("%s %s %s, but Equal is %v", a, relation(order, ok), b, a.Equal(b))
	}
}

func checkTransitivity(t *testing.T, a, b, c xsd.Value) {
	t.Helper()
	ab, ok1 := a.Compare(b)
	bc, ok2 := b.Compare(c)
	if !ok1 || !ok2 || ab > 0 || bc > 0 {
		return
	}
	if ac, ok := a.Compare(c); !ok || ac > 0 {
		t.Errorf("%s <= %s <= %s, but the outer two are %s", a, b, c, relation(ac, ok))
	}
}

func TestValuesOfDifferentTypes(t *testing.T) {
	values := []xsd.Value{
		{},
		mustParse(t, xsd.BuiltIn("string"), "1"),
		mustParse(t, xsd.BuiltIn("anySimpleType"), "1"),
		mustParse(t, xsd.BuiltIn("anyURI"), "1"),
		mustParse(t, xsd.BuiltIn("decimal"), "1"),
		mustParse(t, xsd.BuiltIn("float"), "1"),
		mustParse(t, xsd.BuiltIn("double"), "1"),
		mustParse(t, xsd.BuiltIn("boolean"), "1"),
		mustParse(t, xsd.BuiltIn("NMTOKENS"), "1"),
		mustParse(t, xsd.BuiltIn("NMTOKENS"), "1 1"),
		mustParse(t, xsd.BuiltIn("NMTOKENS"), "11"),
		mustParse(t, xsd.BuiltIn("gDay"), "---01"),
		mustParse(t, xsd.BuiltIn("date"), "2000-01-01"),
		mustParse(t, xsd.BuiltIn("dateTime"), "2000-01-01T00:00:00"),
		mustParse(t, simple.ListOf(xsd.Name{}, xsd.BuiltIn("string")), ""),
	}
	for i, a := range values {
		for j, b := range values {
			if a.Equal(b) != (i == j) {
				t.Errorf("values %d and %d: Equal is %v", i, j, a.Equal(b))
			}
			if got := relation(a.Compare(b)); (got == "=") != (i == j) || got == "<" || got == ">" {
				t.Errorf("values %d and %d: %s", i, j, got)
			}
		}
	}
	if a, b := mustParse(t, xsd.BuiltIn("byte"), "1"), mustParse(t, xsd.BuiltIn("decimal"), "1.0"); !a.Equal(b) {
		t.Error("one primitive type, one value, yet not equal")
	}
}

func TestListAndUnionValues(t *testing.T) {
	sizes := simple.UnionOf(xsd.Name{Local: "size"}, xsd.BuiltIn("int"), xsd.BuiltIn("date"), xsd.BuiltIn("token"))
	list := mustParse(t, simple.ListOf(xsd.Name{}, sizes), " 07\n2022-04-11 large ")
	var got []string
	for _, item := range list.Items() {
		got = append(got, item.Type().Name().Local+" "+item.String())
	}
	if diff := cmp.Diff([]string{"int 07", "date 2022-04-11", "token large"}, got); diff != "" {
		t.Error(diff)
	}
	if got, want := list.String(), "07 2022-04-11 large"; got != want {
		t.Errorf("list is %q, want %q", got, want)
	}
	if other := mustParse(t, simple.ListOf(xsd.Name{}, sizes), "7 2022-04-11 large"); !list.Equal(other) || list.Key() != other.Key() {
		t.Error("lists of equal items are not equal")
	}
	if other := mustParse(t, simple.ListOf(xsd.Name{}, sizes), "7 2022-04-11 small"); list.Equal(other) || list.Key() == other.Key() {
		t.Error("lists of other items are equal")
	}
}

// What the value space cannot see stays in the text: parsing keeps the normalised text of every valid one.
func TestStringIsIdentity(t *testing.T) {
	ns := xsd.Prefixes{"p": "urn:p", "_": "urn:_"}
	for local, space := range lexicalSpaces {
		typ := xsd.BuiltIn(local)
		for _, text := range space.valid {
			v, err := typ.Parse(text, ns)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := v.String(), typ.Normalize(text); got != want {
				t.Errorf("xs:%s: %s became %s", local, strconv.Quote(want), strconv.Quote(got))
			}
			again, err := typ.Parse(v.String(), ns)
			if err != nil || !again.Equal(v) {
				t.Errorf("xs:%s: %q read again: %v, %v", local, text, again, err)
			}
		}
	}
}
