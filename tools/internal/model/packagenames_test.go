// This file tests the package names of namespaces.

package model

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPackageName(t *testing.T) {
	for namespace, want := range map[string]string{
		"": "nonamespace",
		"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2": "commonbasiccomponents2",
		"http://www.w3.org/2000/09/xmldsig#":                                   "xmldsig",
		"http://uri.etsi.org/01903/v1.3.2#":                                    "urietsiorg01903v132",
		"no:skatteetaten:fastsetting:avgift:mva:valideringsresultat:v1":        "valideringsresultatv1",
		"urn:blåbær":                           "blaabaer",
		"urn:import":                           "importns",
		"urn:2020":                             "urn2020",
		"2020":                                 "x2020",
		"urn:日本":                               "urn",
		"http://www.w3.org/XML/1998/namespace": "xmlnamespace",
		"urn:x:namespace":                      "namespace",
		"urn:init":                             "initns",
		"urn:string":                           "string",
		"http://x.org/con":                     "conns",
		"urn:x:LPT1":                           "lpt1ns",
		"urn:x:com0":                           "com0",
		"日本":                                   "nonamespace",
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

// TestPackageNames: namespaces that end alike take more of their URIs.
func TestPackageNames(t *testing.T) {
	for _, test := range []struct {
		namespaces, want []string
		taken            string
	}{
		{namespaces: []string{"urn:a:types", "urn:b:common"}, want: []string{"types", "common"}},
		{
			namespaces: []string{"http://www.omg.org/spec/BPMN/20100524/DI", "http://www.omg.org/spec/DD/20100524/DI"},
			want:       []string{"bpmndi", "dddi"},
		},
		{
			namespaces: []string{"http://www.xbrl.org/2003/XLink", "http://www.w3.org/1999/xlink"},
			want:       []string{"xbrlxlink", "w3xlink"},
		},
		{
			namespaces: []string{"http://x.org/a/c/t", "http://x.org/b/c/t", "http://x.org/b/d/t"},
			want:       []string{"act", "bct", "dt"},
		},
		{namespaces: []string{"http://a.com/2020/t", "http://a.com/2021/t"}, want: []string{"httpacom2020t", "httpacom2021t"}},
		{namespaces: []string{"urn:a:t", "urn:a:T", "urn:a:t#"}, want: []string{"urnat", "urnat2", "urnat3"}},
		{namespaces: []string{"urn:a:t1", "urn:a:T1"}, want: []string{"urnat1", "urnat1_2"}},
		{namespaces: []string{"urn:a:client"}, taken: "client", want: []string{"aclient"}},
		{namespaces: []string{"日本", ""}, want: []string{"nonamespace", "nonamespace2"}},
	} {
		names := packageNames(test.namespaces, map[string]bool{test.taken: true})
		reversed := slices.Clone(test.namespaces)
		slices.Reverse(reversed)
		var got []string
		for _, namespace := range test.namespaces {
			got = append(got, names[namespace])
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.namespaces, diff)
		}
	}
}

func TestImportAlias(t *testing.T) {
	for name, want := range map[string]string{"namespace": "namespacepkg", "string": "stringpkg", "v": "vpkg", "xlink": "xlink", "branch2": "branch2pkg", "xml": "xmlpkg"} {
		if got := importAlias(name); got != want {
			t.Errorf("importAlias(%q) = %q, want %q", name, got, want)
		}
	}
}
