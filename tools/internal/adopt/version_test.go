// This file tests how versions are read and ordered.

package adopt

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSaidVersion(t *testing.T) {
	for _, test := range []struct {
		namespace, attribute, want, stem string
		byNamespace                      bool
	}{
		{"no:skatteetaten:fastsetting:avgift:mva:mvameldinginnsending:v1.0", "", "v1", "no:skatteetaten:fastsetting:avgift:mva:mvameldinginnsending", true},
		{"no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1", "7.7", "v1", "no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus", true},
		{"http://example.com/order/V2.1/", "", "v2_1", "http://example.com/order", true},
		{"urn:StandardAuditFile-Taxation-Financial:NO", "1.30", "v1_30", "urn:StandardAuditFile-Taxation-Financial:NO", false},
		{"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "2.3", "v2_3", "urn:oasis:names:specification:ubl:schema:xsd:Invoice", false},
		{"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "", "", "urn:iso:std:iso:20022:tech:xsd:pain", false},
		{"urn:example:v1:order", "draft", "", "urn:example:v1:order", false},
		{"", "v3", "v3", "", false},
	} {
		said, byNamespace, ok := saidVersion(test.namespace, test.attribute)
		got := ""
		if ok {
			got = said.String()
		}
		if got != test.want || byNamespace != test.byNamespace || stem(test.namespace) != test.stem {
			t.Errorf("%s, %s: got %q, %v, %s; want %q, %v, %s", test.namespace, test.attribute, got, byNamespace, stem(test.namespace), test.want, test.byNamespace, test.stem)
		}
	}
}

func TestVersionsAreOrdered(t *testing.T) {
	want := []string{"v1", "v1_1", "v1_20230102", "v2", "v10"}
	var versions []version
	for _, name := range slices.Backward(want) {
		v, err := parseVersion(name)
		if err != nil {
			t.Fatal(err)
		}
		versions = append(versions, v)
	}
	slices.SortFunc(versions, version.compare)
	var got []string
	for _, v := range versions {
		got = append(got, v.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, name := range []string{"", "1", "v", "V1", "v1.0", "v1_", "v1/..", "v9999999999999999999"} {
		if _, err := parseVersion(name); err == nil {
			t.Errorf("%q is read as a version", name)
		}
	}
}
