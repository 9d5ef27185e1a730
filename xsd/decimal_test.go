// Decimal and Integer as Go types: text kept, order as math/big has it, JSON with the digits as they are.

package xsd_test

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestDecimalKeepsItsText(t *testing.T) {
	for _, text := range []string{"1.10", "+1.1", "007", "-0", ".5", "5.", huge} {
		d, err := xsd.ParseDecimal(" " + text + "\n")
		if err != nil || d.String() != text {
			t.Errorf("%q became %q, %v", text, d, err)
		}
		written, err := d.MarshalText()
		if err != nil || string(written) != text {
			t.Errorf("%q written %q, %v", text, written, err)
		}
	}
	if _, err := xsd.ParseDecimal("1e3"); err == nil {
		t.Error("an exponent is accepted")
	}
	var zero, read xsd.Decimal
	if zero.String() != "0" || zero.Sign() != 0 || !zero.Equal(xsd.NewDecimal(0, 0)) || zero.Rat().Sign() != 0 {
		t.Errorf("the zero Decimal is %v", zero)
	}
	if err := read.UnmarshalText([]byte(" 1.10 ")); err != nil || read.Equal(xsd.NewDecimal(11, 1)) || !read.Equal(xsd.NewDecimal(110, 2)) {
		t.Errorf("1.10 read as %v, %v", read, err)
	}
	if err := read.UnmarshalText([]byte("x")); err == nil {
		t.Error("x is accepted")
	}
}

func TestNewDecimal(t *testing.T) {
	tests := []struct {
		unscaled int64
		scale    int
		want     string
	}{
		{110, 2, "1.10"},
		{-110, 2, "-1.10"},
		{5, 3, "0.005"},
		{-5, 1, "-0.5"},
		{0, 2, "0.00"},
		{7, 0, "7"},
		{7, -1, "7"},
		{math.MinInt64, 18, "-9.223372036854775808"},
	}
	for _, test := range tests {
		if got := xsd.NewDecimal(test.unscaled, test.scale).String(); got != test.want {
			t.Errorf("NewDecimal(%d, %d) = %s, want %s", test.unscaled, test.scale, got, test.want)
		}
	}
}

func randomDecimal(random *rand.Rand) string {
	digits := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteByte("0001239"[random.IntN(7)])
		}
		return b.String()
	}
	text := []string{"", "+", "-"}[random.IntN(3)] + digits(1+random.IntN(4))
	if random.IntN(2) == 0 {
		text += "." + digits(random.IntN(4))
	}
	return text
}

// math/big is the judge of order, of Rat and of the sign.
func TestDecimalAgreesWithBig(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		a, b := randomDecimal(random), randomDecimal(random)
		x, y := xsd.Must(xsd.ParseDecimal(a)), xsd.Must(xsd.ParseDecimal(b))
		v, _ := new(big.Rat).SetString(strings.TrimSuffix(a, "."))
		w, _ := new(big.Rat).SetString(strings.TrimSuffix(b, "."))
		if order, ok := x.Compare(y); !ok || order != v.Cmp(w) {
			t.Fatalf("%s and %s: %d, %v, want %d", a, b, order, ok, v.Cmp(w))
		}
		if x.Rat().Cmp(v) != 0 || x.Sign() != v.Sign() {
			t.Fatalf("%s is %v with sign %d", a, x.Rat(), x.Sign())
		}
	}
}

func TestDecimalFloat64(t *testing.T) {
	tests := []struct {
		text  string
		value float64
		exact bool
	}{
		{"0.5", 0.5, true},
		{"0.1", 0.1, false},
		{"-007.250", -7.25, true},
		{"9007199254740993", 9007199254740992, false},
		{strings.Repeat("9", 400), math.Inf(1), false},
		{"0", 0, true},
		{"0.1000000000000000055511151231257827021181583404541015625", 0.1, true},
	}
	for _, test := range tests {
		if value, exact := xsd.Must(xsd.ParseDecimal(test.text)).Float64(); value != test.value || exact != test.exact {
			t.Errorf("%s: %v, %v, want %v, %v", test.text, value, exact, test.value, test.exact)
		}
	}
}

func TestNumbersInJSON(t *testing.T) {
	type document struct {
		D xsd.Decimal `json:"d"`
		I xsd.Integer `json:"i"`
	}
	written := map[[2]string]string{
		{"1.10", "7"}:    `{"d":1.10,"i":7}`,
		{"+1.1", "+07"}:  `{"d":1.1,"i":7}`,
		{".5", "-000"}:   `{"d":0.5,"i":-0}`,
		{"-05.", "-012"}: `{"d":-5,"i":-12}`,
		{"00.00", huge}:  `{"d":0.00,"i":` + huge + `}`,
	}
	for texts, want := range written {
		doc := document{xsd.Must(xsd.ParseDecimal(texts[0])), xsd.Must(xsd.ParseInteger(texts[1]))}
		got, err := json.Marshal(doc)
		if err != nil || string(got) != want {
			t.Errorf("%v: %s, %v, want %s", texts, got, err, want)
		}
		var back document
		if err := json.Unmarshal(got, &back); err != nil {
			t.Errorf("%s: %v", got, err)
		}
	}
	read := map[string][2]string{
		`{"d":1.10,"i":7}`:        {"1.10", "7"},
		`{"d":1.5e3,"i":2E2}`:     {"1500", "200"},
		`{"d":-15e-1,"i":12.0e1}`: {"-1.5", "120"},
		`{"d":0.25E+1,"i":0e5}`:   {"2.5", "0"},
		`{"d":1e-3,"i":-1e0}`:     {"0.001", "-1"},
		`{"d":12.5e-4,"i":3}`:     {"0.00125", "3"},
	}
	for text, want := range read {
		var doc document
		err := json.Unmarshal([]byte(text), &doc)
		if diff := cmp.Diff(want, [2]string{doc.D.String(), doc.I.String()}); err != nil || diff != "" {
			t.Errorf("%s: %v %s", text, err, diff)
		}
	}
	for _, text := range []string{`"1"`, `1e1001`, `1e-99999999999999999999`, `true`, `1.2.3`, `-`, `e5`, ``} {
		var d xsd.Decimal
		var i xsd.Integer
		if d.UnmarshalJSON([]byte(text)) == nil || i.UnmarshalJSON([]byte(text)) == nil {
			t.Errorf("%s is accepted", text)
		}
	}
}

func TestInteger(t *testing.T) {
	var zero xsd.Integer
	if zero.String() != "0" || zero.Sign() != 0 || zero.Big().Sign() != 0 || !zero.Equal(xsd.NewInteger(0)) {
		t.Errorf("the zero Integer is %v", zero)
	}
	i := xsd.Must(xsd.ParseInteger(" -0" + huge))
	want, _ := new(big.Int).SetString("-"+huge, 10)
	if i.String() != "-0"+huge || i.Big().Cmp(want) != 0 || i.Sign() != -1 {
		t.Errorf("%v is %v", i, i.Big())
	}
	if _, ok := i.Int64(); ok {
		t.Error("60 digits fit an int64")
	}
	if v, ok := xsd.NewInteger(math.MinInt64).Int64(); !ok || v != math.MinInt64 {
		t.Errorf("least int64: %d, %v", v, ok)
	}
	if j := xsd.IntegerOf(want); j.Equal(i) || relation(j.Compare(i)) != "=" {
		t.Errorf("%v and %v: equal texts or other numbers", i, j)
	}
	if err := zero.UnmarshalJSON([]byte("100e-2")); err == nil {
		t.Error("1.00 is a whole number as it is written")
	}
	for _, text := range []string{"1.0", "", "x", "1e2"} {
		if err := zero.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
	if text, err := i.MarshalText(); err != nil || string(text) != i.String() {
		t.Errorf("%s, %v", text, err)
	}
}

func TestFloatText(t *testing.T) {
	tests := map[string]string{
		xsd.Float(0.1).String():                   "0.1",
		xsd.Double(0.1).String():                  "0.1",
		xsd.Double(1e300).String():                "1E+300",
		xsd.Double(math.Inf(1)).String():          "INF",
		xsd.Float(math.Inf(-1)).String():          "-INF",
		xsd.Double(math.NaN()).String():           "NaN",
		xsd.Double(-0.25).String():                "-0.25",
		xsd.Float(math.MaxFloat32).String():       "3.4028235E+38",
		xsd.Double(math.Copysign(0, -1)).String(): "-0",
	}
	for got, want := range tests {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if err := xsd.BuiltIn("double").Check(got, nil); err != nil {
			t.Error(err)
		}
	}
}
