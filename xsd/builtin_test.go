// The lexical spaces of the built-in types, by hand from Part 2, section 3.

package xsd_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// lexical lists texts of a type and texts that are none.
type lexical struct {
	valid, invalid []string
}

// huge is longer than any number a machine word holds.
var huge = strings.Repeat("9", 60)

var lexicalSpaces = map[string]lexical{
	"anySimpleType": {valid: []string{"", " a\tb ", "<"}},
	"string":        {valid: []string{"", "a", " a\tb\n"}},
	"boolean":       {[]string{"true", "false", "1", "0", " true\n"}, []string{"", "TRUE", "yes", "2", "01", "t"}},
	"decimal": {
		[]string{"0", "-0", "+1", "1.10", ".5", "5.", "-.5", "007", huge + "." + huge},
		[]string{"", ".", "+", "-.", "1e3", "1E", "1,5", "--1", "1 0", "INF", "0x1", "1.2.3", "١"},
	},
	"float":  {[]string{"1E4", "1267.43233E12", "12.78e-2", "12", "-0", "0", "INF", "-INF", "NaN", "1e99999999", ".5", "5.", "1E+5"}, []string{"", "+INF", "inf", "nan", "1E", "E1", "1e1.5", "0x1p2", "1_0", "Infinity"}},
	"double": {[]string{"-1E4", "1267.43233E12", "12.78e-2", "12", "-0", "0", "INF"}, []string{"", "+INF", "1e", "1 E4"}},
	"duration": {
		[]string{"P1Y", "P1M", "P1D", "PT1H", "PT1M", "PT1S", "PT1.5S", "-P120D", "P1Y2M3DT10H30M", "P0Y", "P" + huge + "Y", "P1347M", "P0Y1347M0D", "PT0.0S", "PT.5S"},
		[]string{"", "P", "PT", "-P", "P1", "1Y", "P1YT", "P-1347M", "P1Y2M3DT", "PT1.S", "PT.S", "P1M1Y", "PT1S1M", "P1H", "PT1D", "P1.5Y", "P1W", "+P1Y", "P1Y2M3DT1H2M3", "p1y", "P1Y 2M"},
	},
	"dateTime": {
		[]string{"2002-10-10T12:00:00", "2002-10-10T12:00:00-05:00", "2002-10-10T17:00:00Z", "1999-12-31T24:00:00", "1999-12-31T24:00:00.00Z", "-0044-03-15T00:00:00", "12004-04-12T13:20:00+14:00", "2004-02-29T23:59:59.999999999999", " 2002-10-10T12:00:00 "},
		[]string{"", "2002-10-10", "2002-10-10t12:00:00", "2002-10-10T12:00", "2002-10-10 12:00:00", "2002-10-10T24:00:01", "2002-10-10T24:01:00", "2002-10-10T24:00:00.1", "2002-10-10T12:60:00", "2002-10-10T12:00:60", "2002-10-10T25:00:00", "2002-13-10T12:00:00", "2002-02-29T12:00:00", "1900-02-29T12:00:00", "0000-01-01T00:00:00", "2002-10-10T12:00:00.", "2002-10-10T12:00:00+14:01", "2002-10-10T12:00:00-15:00", "2002-10-10T12:00:00+1:00", "2002-10-10T12:00:00z", "02002-10-10T12:00:00", "+2002-10-10T12:00:00", "202-10-10T12:00:00", "2002-10-10T1:00:00"},
	},
	"time": {
		[]string{"13:20:00", "13:20:00-05:00", "00:00:00Z", "24:00:00", "23:59:59.5"},
		[]string{"", "13:20", "24:00:01", "13:20:60", "1:20:00", "13:20:00.", "13:20:00 Z", "-13:20:00"},
	},
	"date": {
		[]string{"2022-04-11", "2022-04-11Z", "2022-04-11+02:00", "2000-02-29", "-0004-02-29", "123456-01-01", "2022-04-11-00:00"},
		[]string{"", "20220411", "2022-4-11", "2022-04-31", "2022-00-10", "2022-01-00", "2022-01-32", "2100-02-29", "0000-01-01", "22-04-11", "2022-04-11T00:00:00", "2022/04/11", "2022-04-11+02", "1234567890123456-01-01"},
	},
	"gYearMonth": {[]string{"1999-05", "1999-05Z", "-1999-05-14:00"}, []string{"", "1999", "1999-13", "1999-5", "1999-05-01"}},
	"gYear":      {[]string{"1999", "-0001", "12345", "1999Z", "1999+13:30"}, []string{"", "99", "0000", "-0000", "01999", "+1999", "1999.0", "1999-"}},
	"gMonthDay":  {[]string{"--05-31", "--02-29", "--12-25Z"}, []string{"", "05-31", "--02-30", "--04-31", "--13-01", "--1-1", "-05-31"}},
	"gDay":       {[]string{"---31", "---01", "---15+01:00"}, []string{"", "---32", "---00", "--31", "---1", "31"}},
	"gMonth":     {[]string{"--05", "--12Z", "--01-14:00"}, []string{"", "--13", "--00", "--5", "--05--", "05"}},
	"hexBinary":  {[]string{"", "0FB7", "0fb7", "\n00\n"}, []string{"0", "0g", "0F B7", "0x0F", "é0"}},
	"base64Binary": {
		[]string{"", "YQ==", "YWI=", "YWJj", "Y Q = =", "YW Jj", "YWJj\nYWJj", "+/+/"},
		[]string{"Y", "YQ", "YQ=", "YQ===", "YR==", "YWJ=", "YW=J", "=", "====", "YWJj-", "YQ==YQ=="},
	},
	"anyURI": {
		[]string{"", "a", "http://www.example.org/?q#f", "../a b", "no:skatteetaten:fastsetting:v1", "urn:x", "æ/ø", "a{b}", "%41", "http://[::1]:80/", "//u@[::ffff:1.2.3.4]", "#f", "?q", "///", "http:///x", "b:?q", "a?[b]", "./a:b", "http://a:99999999", `\\a\b`, "//#f", "a+b-c.d1:x"},
		[]string{":a", "b:", "1http://foo", "#a#b", "%", "%zz", "%4", "http://", "//", "æ:b", "[a]", "/a[b]", "http://[::1", "http://[zz]", "http://[::1]x", "http://[1.2.3.4]", "http://[::1]:x", "[@", "//a[b]", "b:#f", "a_b:x", "+a:x", "http://[fe80::1%25eth0]/"},
	},
	"QName":              {[]string{"a", "p:a", "_:b", "xml:lang", " p:a "}, []string{"", ":a", "a:", "p:a:b", "q:a", "1a", "p:1", "a b"}},
	"NOTATION":           {[]string{"a", "p:a"}, []string{"", "q:a", "a b"}},
	"normalizedString":   {valid: []string{"", " a\tb\n"}},
	"token":              {valid: []string{"", " a\t\tb\n"}},
	"language":           {[]string{"nb", "en-GB", "i-klingon", "x-a-b-c", "a-1b2c3d4e"}, []string{"", "e_n", "abcdefghi", "en-", "-en", "1n", "en--GB", "en-abcdefghi", "nø"}},
	"NMTOKEN":            {[]string{"a", "-1", ".x", "a:b", "ærlig", " a "}, []string{"", "a b", "a,b", "a/b", "a\u00d7"}},
	"NMTOKENS":           {[]string{"a", "a b", " a\n-b "}, []string{"", " ", "a ,b"}},
	"Name":               {[]string{"a", ":a", "_a-b.c1", "ærlig", "a:b:c", "名"}, []string{"", "1a", "-a", ".a", "a b", "a\u00d7", "\U00010000"}},
	"NCName":             {[]string{"a", "_a", "æ"}, []string{"", "a:b", ":a", "1a", "-"}},
	"ID":                 {[]string{"a"}, []string{"", "a:b", "1"}},
	"IDREF":              {[]string{"a"}, []string{"", "a:b", "1"}},
	"IDREFS":             {[]string{"a b"}, []string{"", "a 1"}},
	"ENTITY":             {[]string{"a"}, []string{"", "a:b"}},
	"ENTITIES":           {[]string{"a b"}, []string{"", "a:b c"}},
	"integer":            {[]string{"0", "-0", "+7", "007", huge, "-" + huge}, []string{"", "1.0", "1.", "1e3", "+", "- 1"}},
	"nonPositiveInteger": {[]string{"0", "+0", "-" + huge}, []string{"1", huge, "-1.0"}},
	"negativeInteger":    {[]string{"-1", "-" + huge}, []string{"0", "-0", "1"}},
	"nonNegativeInteger": {[]string{"0", "-0", huge}, []string{"-1", "-" + huge}},
	"positiveInteger":    {[]string{"1", "+1", "0001", huge}, []string{"0", "-1"}},
	"long":               {[]string{"9223372036854775807", "-9223372036854775808"}, []string{"9223372036854775808", "-9223372036854775809"}},
	"int":                {[]string{"2147483647", "-2147483648", "+0000000000001"}, []string{"2147483648", "-2147483649", "1.0"}},
	"short":              {[]string{"32767", "-32768"}, []string{"32768", "-32769"}},
	"byte":               {[]string{"127", "-128"}, []string{"128", "-129"}},
	"unsignedLong":       {[]string{"18446744073709551615", "0"}, []string{"18446744073709551616", "-1"}},
	"unsignedInt":        {[]string{"4294967295", "-0"}, []string{"4294967296", "-1"}},
	"unsignedShort":      {[]string{"65535"}, []string{"65536", "-1"}},
	"unsignedByte":       {[]string{"255"}, []string{"256", "-1"}},
}

func TestLexicalSpaces(t *testing.T) {
	ns := xsd.Prefixes{"p": "urn:p", "_": "urn:_"}
	for _, typ := range simple.BuiltIns() {
		t.Run(typ.Name().Local, func(t *testing.T) {
			space, ok := lexicalSpaces[typ.Name().Local]
			if !ok {
				t.Fatal("no texts listed")
			}
			for _, text := range space.valid {
				if err := typ.Check(text, ns); err != nil {
					t.Errorf("%q refused: %v", text, err)
				}
			}
			for _, text := range space.invalid {
				if err := typ.Check(text, ns); err == nil {
					t.Errorf("%q accepted", text)
				}
			}
		})
	}
}

// The hierarchy of section 3: name, base, variety, item and primitive type.
func TestBuiltInHierarchy(t *testing.T) {
	want := []string{
		"ENTITIES list of ENTITY, white space collapse", "ENTITY: NCName, primitive string, white space collapse",
		"ID: NCName, primitive string, white space collapse", "IDREF: NCName, primitive string, white space collapse",
		"IDREFS list of IDREF, white space collapse", "NCName: Name, primitive string, white space collapse",
		"NMTOKEN: token, primitive string, white space collapse", "NMTOKENS list of NMTOKEN, white space collapse",
		"NOTATION: anySimpleType, primitive NOTATION, white space collapse",
		"Name: token, primitive string, white space collapse", "QName: anySimpleType, primitive QName, white space collapse",
		"anySimpleType, white space preserve", "anyURI: anySimpleType, primitive anyURI, white space collapse",
		"base64Binary: anySimpleType, primitive base64Binary, white space collapse",
		"boolean: anySimpleType, primitive boolean, white space collapse",
		"byte: short, primitive decimal, white space collapse", "date: anySimpleType, primitive date, white space collapse",
		"dateTime: anySimpleType, primitive dateTime, white space collapse",
		"decimal: anySimpleType, primitive decimal, white space collapse",
		"double: anySimpleType, primitive double, white space collapse",
		"duration: anySimpleType, primitive duration, white space collapse",
		"float: anySimpleType, primitive float, white space collapse", "gDay: anySimpleType, primitive gDay, white space collapse",
		"gMonth: anySimpleType, primitive gMonth, white space collapse",
		"gMonthDay: anySimpleType, primitive gMonthDay, white space collapse",
		"gYear: anySimpleType, primitive gYear, white space collapse",
		"gYearMonth: anySimpleType, primitive gYearMonth, white space collapse",
		"hexBinary: anySimpleType, primitive hexBinary, white space collapse",
		"int: long, primitive decimal, white space collapse", "integer: decimal, primitive decimal, white space collapse",
		"language: token, primitive string, white space collapse", "long: integer, primitive decimal, white space collapse",
		"negativeInteger: nonPositiveInteger, primitive decimal, white space collapse",
		"nonNegativeInteger: integer, primitive decimal, white space collapse",
		"nonPositiveInteger: integer, primitive decimal, white space collapse",
		"normalizedString: string, primitive string, white space replace",
		"positiveInteger: nonNegativeInteger, primitive decimal, white space collapse",
		"short: int, primitive decimal, white space collapse", "string: anySimpleType, primitive string, white space preserve",
		"time: anySimpleType, primitive time, white space collapse",
		"token: normalizedString, primitive string, white space collapse",
		"unsignedByte: unsignedShort, primitive decimal, white space collapse",
		"unsignedInt: unsignedLong, primitive decimal, white space collapse",
		"unsignedLong: nonNegativeInteger, primitive decimal, white space collapse",
		"unsignedShort: unsignedInt, primitive decimal, white space collapse",
	}
	var got []string
	for _, typ := range simple.BuiltIns() {
		got = append(got, describe(typ))
	}
	if diff := cmp.Diff(want, sorted(got)); diff != "" {
		t.Error(diff)
	}
}

func describe(typ *xsd.SimpleType) string {
	text := typ.Name().Local
	switch typ.Variety() {
	case xsd.VarietyAtomic:
		text += ": " + typ.Base().Name().Local + ", primitive " + typ.Primitive().Name().Local
	case xsd.VarietyList:
		text += " list of " + typ.Item().Name().Local
	}
	return text + ", white space " + typ.WhiteSpace().String()
}

func TestBuiltIn(t *testing.T) {
	for _, typ := range simple.BuiltIns() {
		if xsd.BuiltIn(typ.Name().Local) != typ {
			t.Errorf("BuiltIn(%q) is another type", typ.Name().Local)
		}
		if faults := typ.Faults(); faults != nil {
			t.Errorf("%v: %v", typ, faults)
		}
	}
	if typ := xsd.BuiltIn("anyType"); typ != nil {
		t.Errorf("anyType is %v, not complex", typ)
	}
}
