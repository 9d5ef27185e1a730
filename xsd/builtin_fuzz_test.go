// Any text against any type: no panic, and the laws that parsing keeps.

package xsd_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func FuzzDatatype(f *testing.F) {
	types := simple.BuiltIns()
	for i, typ := range types {
		for _, text := range append(lexicalSpaces[typ.Name().Local].valid, lexicalSpaces[typ.Name().Local].invalid...) {
			f.Add(uint8(i), text, text)
		}
	}
	f.Fuzz(func(t *testing.T, i uint8, a, b string) {
		typ := types[int(i)%len(types)]
		v, fault := typ.Parse(a, nil)
		if check := typ.Check(a, nil); (check == nil) != (fault == nil) {
			t.Fatalf("xs:%s %q: Check says %v, Parse %v", typ, a, check, fault)
		}
		if fault != nil {
			return
		}
		if typ.Normalize(v.String()) != v.String() || typ.Check(v.String(), nil) != nil {
			t.Errorf("%v %q: its normal form %q is not its own", typ, a, v)
		}
		one := restrict(typ, facet(xsd.FacetEnumeration, a))
		if typ.Applicable(xsd.FacetEnumeration) && (one.Faults() != nil || one.Check(a, nil) != nil) {
			t.Errorf("%v: %q is not among its own enumeration: %v", typ, a, one.Faults())
		}
		if w, fault := typ.Parse(b, nil); fault == nil {
			checkAntisymmetry(t, v, w)
			if equal := one.Check(b, nil) == nil; typ.Applicable(xsd.FacetEnumeration) && equal != v.Equal(w) {
				t.Errorf("%v: enumeration says %v of %q and %q", typ, equal, a, b)
			}
		}
	})
}

func FuzzDecimal(f *testing.F) {
	f.Add("1.10", "-.5")
	f.Add("007", "+7.000")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, errX := xsd.ParseDecimal(a)
		y, errY := xsd.ParseDecimal(b)
		if errX != nil || errY != nil {
			return
		}
		v, ok1 := new(big.Rat).SetString(strings.TrimSuffix(x.String(), "."))
		w, ok2 := new(big.Rat).SetString(strings.TrimSuffix(y.String(), "."))
		if order, _ := x.Compare(y); !ok1 || !ok2 || order != v.Cmp(w) || x.Rat().Cmp(v) != 0 {
			t.Errorf("%s and %s: %d", x, y, order)
		}
		var back xsd.Decimal
		data, err := x.MarshalJSON()
		if err != nil || back.UnmarshalJSON(data) != nil || relation(back.Compare(x)) != "=" {
			t.Errorf("%s became %s and %s", x, data, back)
		}
	})
}

func FuzzDateTime(f *testing.F) {
	f.Add("2000-01-01T24:00:00.5-13:59")
	f.Add("-0001-12-31T23:59:59Z")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := xsd.ParseDateTime(text)
		if err != nil {
			return
		}
		converted, err := d.Time(nil)
		if err != nil {
			return
		}
		if back := xsd.DateTimeOf(converted); !back.IsZero() && len(text) < 30 && relation(d.Compare(back)) != "=" {
			t.Errorf("%s became %s", d, back)
		}
	})
}

func FuzzDuration(f *testing.F) {
	f.Add("P1Y2M3DT4H5M6.7S")
	f.Add("-PT0.001S")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := xsd.ParseDuration(text)
		if err != nil || len(text) > 1000 {
			return
		}
		if relation(d.Compare(d)) != "=" {
			t.Errorf("%s is not itself", d)
		}
		if short, err := d.TimeDuration(); err == nil && len(text) < 25 && !strings.Contains(text, ".") &&
			relation(xsd.DurationOf(short).Compare(d)) != "=" {
			t.Errorf("%s became %v", d, short)
		}
	})
}

// A reference without brackets and fragment stays one with a fragment (RFC 2396, section 4).
func FuzzURI(f *testing.F) {
	for _, text := range append(lexicalSpaces["anyURI"].valid, lexicalSpaces["anyURI"].invalid...) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		typ := xsd.BuiltIn("anyURI")
		if typ.Check(text, nil) != nil || strings.ContainsAny(text, "#[]") {
			return
		}
		if err := typ.Check(text+"#x", nil); err != nil {
			t.Errorf("%q with a fragment: %v", text, err)
		}
	})
}
