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
		by                               saying
	}{
		{"no:skatteetaten:fastsetting:avgift:mva:mvameldinginnsending:v1.0", "", "v1", "no:skatteetaten:fastsetting:avgift:mva:mvameldinginnsending", byNumber},
		{"no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1", "7.7", "v1", "no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus", byNumber},
		{"http://example.com/order/V2.1/", "", "v2_1", "http://example.com/order", byNumber},
		{"http://example.com/order/v2.1/types", "9", "v2_1", "http://example.com/order/types", byNumber},
		{"urn:example:v1:order", "draft", "v1", "urn:example:order", byNumber},
		{"urn:StandardAuditFile-Taxation-Financial:NO", "1.30", "v1_30", "urn:StandardAuditFile-Taxation-Financial:NO", byAttribute},
		{"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "2.3", "v2_3", "urn:oasis:names:specification:ubl:schema:xsd:Invoice", byAttribute},
		{"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "", "v2", "urn:oasis:names:specification:ubl:schema:xsd:Invoice", byForm},
		{"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "", "v9", "urn:iso:std:iso:20022:tech:xsd:pain.001.001", byForm},
		{"urn:iso:std:iso:20022:tech:xsd:pain.001.001.12", "", "v12", "urn:iso:std:iso:20022:tech:xsd:pain.001.001", byForm},
		{"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10", "", "v10", "urn:iso:std:iso:20022:tech:xsd:pain.002.001", byForm},
		{"http://www.w3.org/2000/09/xmldsig#", "", "v2000_9", "http://www.w3.org/xmldsig#", byForm},
		{"urn:example:order:2023-01-31", "", "v2023_1_31", "urn:example:order", byForm},
		{"urn:example:order:20230131", "", "v2023_1_31", "urn:example:order", byForm},
		{"http://example.com/2023/order", "", "v2023", "http://example.com/order", byForm},
		{"http://example.com/order/3.1/", "", "v3_1", "http://example.com/order", byForm},
		{"urn:example:RF-1086", "", "", "urn:example:RF", 0},
		{"urn:example:order2", "", "", "urn:example:order", 0},
		{"http://example.com/order", "draft", "", "http://example.com/order", 0},
		{"", "v3", "v3", "", byAttribute},
	} {
		said, by, ok := saidVersion(test.namespace, test.attribute)
		got := ""
		if ok {
			got = said.String()
		}
		if got != test.want || by != test.by || stem(test.namespace) != test.stem {
			t.Errorf("%s, %s: got %q, %v, %s; want %q, %v, %s", test.namespace, test.attribute, got, by, stem(test.namespace), test.want, test.by, test.stem)
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
