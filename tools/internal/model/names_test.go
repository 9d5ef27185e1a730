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
		"...":                        "Empty",
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

func TestPackageName(t *testing.T) {
	for namespace, want := range map[string]string{
		"": "nonamespace",
		"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2": "commonbasiccomponents2",
		"http://www.w3.org/2000/09/xmldsig#":                                   "xmldsig",
		"http://uri.etsi.org/01903/v1.3.2#":                                    "urietsiorg01903v132",
		"no:skatteetaten:fastsetting:avgift:mva:valideringsresultat:v1":        "valideringsresultatv1",
		"urn:blåbær": "blaabaer",
		"urn:import": "importns",
		"urn:2020":   "urn2020",
		"2020":       "x2020",
		"urn:日本":     "urn",
		"日本":         "nonamespace",
	} {
		got := packageName(namespace)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("packageName(%q) (-want +got):\n%s", namespace, diff)
		}
		if !isPackageName(got) {
			t.Errorf("packageName(%q) = %q is no package name", namespace, got)
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

func TestYAMLKey(t *testing.T) {
	got := []string{YAMLKey("type/A/element/b"), YAMLKey("type/A/enum/x y"), YAMLKey(`type/{urn:a}"b`)}
	want := []string{"type/A/element/b", `"type/A/enum/x y"`, `"type/{urn:a}\"b"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
