// This file tests the names of Go things, by the rules of the design.

package model

import (
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func TestIdentifier(t *testing.T) {
	for text, want := range map[string]string{
		"mvaMeldingInnsendingStatus": "MvaMeldingInnsendingStatus",
		"for-each.item":              "ForEachItem",
		"ID":                         "ID",
		"xmlLinjenummer":             "XmlLinjenummer",
		"uke 1":                      "Uke1",
		"januar-juni":                "JanuarJuni",
		"æøå":                        "Æøå",
		"_1st":                       "X1st",
		"-1":                         "Minus1",
		" -1":                        "Minus1",
		"-a":                         "A",
		"1":                          "X1",
		"":                           "Empty",
		"...":                        "DotDotDot",
		"%":                          "Percent",
		"<":                          "LessThan",
		"<=":                         "LessThanEquals",
		"-":                          "Minus",
		" ":                          "Space",
		"_":                          "Underscore",
		"\u0301":                     "CombiningAcuteAccent",
		"\ue000":                     "UE000",
		"😀":                          "GrinningFace",
		"15%":                        "X15",
		"\u0061\u030a":               "\u00c5", // a and a ring are one letter in NFC
		"日本":                         "X日本",
		"ß":                          "Xß",
		"a_b":                        "AB",
	} {
		if diff := cmp.Diff(want, Identifier(text)); diff != "" {
			t.Errorf("Identifier(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func TestSuffix(t *testing.T) {
	for text, want := range map[string]string{"1": "1", "x": "X", "X1": "X1", "-1": "Minus1", "日本": "日本", "": "Empty"} {
		if diff := cmp.Diff(want, suffix(text)); diff != "" {
			t.Errorf("suffix(%q) (-want +got):\n%s", text, diff)
		}
	}
}

// FuzzIdentifier: whatever the text, the name is an exported identifier.
func FuzzIdentifier(f *testing.F) {
	for _, seed := range []string{"a", "-1", "æ", "\u0301", "1a", "ǆ", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name := Identifier(text)
		if !isExported(name) || !unicode.IsUpper(firstRune(name)) {
			t.Errorf("Identifier(%q) = %q is not exported", text, name)
		}
	})
}

func TestVariants(t *testing.T) {
	for text, want := range map[string][]string{
		"15%": {"15Percent"}, "a-b": {"AHyphenB", "LowerALowerB", "LowerAHyphenLowerB"}, "a b": {"ASpaceB", "LowerALowerB", "LowerASpaceLowerB"},
		"m": {"LowerM"}, "M": nil, "": nil, "1.10": {"1Dot10"}, "-1": nil, "_foo": {"UnderscoreFoo", "LowerFoo", "UnderscoreLowerFoo"}, "%": nil,
	} {
		if diff := cmp.Diff(want, variants(text)); diff != "" {
			t.Errorf("variants(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func TestUnexportedAndInitial(t *testing.T) {
	got := []string{Unexported("Æøå"), Unexported("Type"), Initial("Åre"), Initial("日本"), Initial("Zed")}
	if diff := cmp.Diff([]string{"æøå", "type", "a", "x", "z"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDocumentation(t *testing.T) {
	long := "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
	got := documentation([]string{"\n   first\n   line \n\n\n second */ \ufeff paragraph\u2028third\r\n", long, " "})
	want := []string{
		"first line", "", "second */ paragraph third", "",
		"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
		"nineteen twenty",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDocumentationLists: items of lists stay apart, from one another and from what is around them.
func TestDocumentationLists(t *testing.T) {
	got := documentation([]string{"One.\n- a\n\n- b\n  goes on\n\nTwo - not an item.\n * c", "- "})
	want := []string{"One.", "", "  - a", "  - b goes on", "", "Two - not an item.", "", "  - c"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNumberedLists: numbers that follow one another begin items, and other numbers at the start of a line do not.
func TestNumberedLists(t *testing.T) {
	got := documentation([]string{"Steps:\n1. one\n  goes on\n2) two\nin the year\n2026. Or 3.\n3.\n\n1) first\n7. no item"})
	want := []string{"Steps:", "", " 1. one goes on", " 2. two in the year 2026. Or 3. 3.", "", " 1. first 7. no item"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestYAMLKey(t *testing.T) {
	got := []string{YAMLKey("type/A/element/b"), YAMLKey("type/A/enum/x y"), YAMLKey(`type/{urn:a}"b`)}
	want := []string{"type/A/element/b", `"type/A/enum/x y"`, `"type/{urn:a}\"b"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
