// Where documents come from: what is given, catalogs, folders, WSDLs, what is built in; and which parts of them count.

package load

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOrder(t *testing.T) {
	importing := func(location string) string {
		if location != "" {
			location = ` schemaLocation="` + location + `"`
		}
		return schemaOf("urn:a", `<xs:import namespace="urn:b"`+location+`/>`)
	}
	tests := []struct {
		name  string
		files map[string]string
		given []string
		opts  Options
		want  string // what the reference of a.xsd leads to
	}{
		{
			"given goes before the catalog",
			map[string]string{"a.xsd": importing("http://x/b.xsd"), "own/b.xsd": schemaOf("urn:b", ""), "c.xsd": schemaOf("urn:b", " ")},
			[]string{"a.xsd", "own/b.xsd"},
			Options{Catalog: mapped{"urn:b": "c.xsd"}},
			"own/b.xsd",
		},
		{
			"given, whatever its name, where the location is on the network",
			map[string]string{"a.xsd": importing("http://x/b.xsd"), "mine.xsd": schemaOf("urn:b", "")},
			[]string{"a.xsd", "mine.xsd"},
			Options{},
			"mine.xsd",
		},
		{"given, without a location", map[string]string{"a.xsd": importing(""), "mine.xsd": schemaOf("urn:b", "")}, []string{"a.xsd", "mine.xsd"}, Options{}, "mine.xsd"},
		{
			"another file at the location than the one given",
			map[string]string{"a.xsd": importing("b.xsd"), "mine.xsd": schemaOf("urn:b", ""), "b.xsd": schemaOf("urn:b", " ")},
			[]string{"a.xsd", "mine.xsd"},
			Options{},
			"b.xsd",
		},
		{
			"the catalog goes before the location",
			map[string]string{"a.xsd": importing("b.xsd"), "b.xsd": schemaOf("urn:b", ""), "c.xsd": schemaOf("urn:b", " ")},
			[]string{"a.xsd"},
			Options{Catalog: mapped{"urn:b": "c.xsd"}},
			"c.xsd",
		},
		{
			"a namespace without location in the catalog",
			map[string]string{"a.xsd": importing(""), "c.xsd": schemaOf("urn:b", " ")},
			[]string{"a.xsd"},
			Options{Catalog: mapped{"urn:b": "c.xsd"}},
			"c.xsd",
		},
		{
			"a redefinition of a given document, by address",
			map[string]string{
				"a.xsd": schemaOf("urn:a", `<xs:redefine schemaLocation="http://x/types.xsd"/>`), "d/types.xsd": schemaOf("urn:a", " "),
			},
			[]string{"a.xsd", "d/types.xsd"},
			Options{},
			"d/types.xsd",
		},
		{"backslashes", map[string]string{"a.xsd": importing(`types\b.xsd`), "types/b.xsd": schemaOf("urn:b", "")}, []string{"a.xsd"}, Options{}, "types/b.xsd"},
		{"a query", map[string]string{"a.xsd": importing(`b.xsd?version=2`), "b.xsd": schemaOf("urn:b", "")}, []string{"a.xsd"}, Options{}, "b.xsd"},
		{
			"letter case",
			map[string]string{"a.xsd": importing(`types/B.XSD`), "types/b.xsd": schemaOf("urn:b", "")},
			[]string{"a.xsd"},
			Options{},
			"types/B.XSD: there is no such file; did you mean types/b.xsd?",
		},
		{"data", map[string]string{"a.xsd": importing(`data:text/xml,x`)}, []string{"a.xsd"}, Options{}, "schemaLocation is a data: address, which is not read; save the document in a file"},
		{
			"the catalog is wrong",
			map[string]string{"a.xsd": importing(``)},
			[]string{"a.xsd"},
			Options{Catalog: mapped{"urn:b": "no.xsd"}},
			"the catalog gives no.xsd for urn:b: there is no such file; correct the catalog",
		},
		{
			"the catalog leads to the network",
			map[string]string{"a.xsd": importing(``)},
			[]string{"a.xsd"},
			Options{Catalog: mapped{"urn:b": "http://x/b.xsd"}},
			"the catalog gives http://x/b.xsd for urn:b, a network address, and nothing is fetched; let xsdgen vendor --fetch save it",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.opts.FS = files(test.files)
			docs, err := Load(test.given, test.opts)
			if err != nil {
				t.Fatal(err)
			}
			ref := docs[0].References[0]
			got := ref.Unresolved
			if ref.Target != nil {
				got = ref.Target.File
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestFetched: what is relative to a fetched document is relative to its address, and so is what is relative to one that a catalog has for an address.
func TestFetched(t *testing.T) {
	network := map[string]string{
		"http://x/s/b.xsd": schemaOf("urn:b", `<xs:include schemaLocation="../t/c.xsd"/>`),
		"http://x/t/c.xsd": schemaOf("urn:b", ` `),
		"http://x/t/e.xsd": schemaOf("urn:d", ` `),
	}
	docs, err := Load([]string{"a.xsd"}, Options{
		FS: files(map[string]string{
			"a.xsd":        schemaOf("urn:a", `<xs:import namespace="urn:b" schemaLocation="http://x/s/b.xsd"/><xs:import namespace="urn:d" schemaLocation="http://x/t/d.xsd"/>`),
			"cat/d.xsd":    schemaOf("urn:d", `<xs:include schemaLocation="near.xsd"/><xs:include schemaLocation="e.xsd"/>`),
			"cat/near.xsd": schemaOf("urn:d", ``),
		}),
		Catalog: mapped{"http://x/t/d.xsd": "cat/d.xsd"},
		Fetch: func(address string) ([]byte, error) {
			if text, ok := network[address]; ok {
				return []byte(text), nil
			}
			return nil, fmt.Errorf("404")
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, doc := range docs {
		got = append(got, doc.File+" for "+doc.Address)
		if doc.Elsewhere != (doc != docs[0]) {
			t.Errorf("%s: elsewhere is %t", doc.File, doc.Elsewhere)
		}
	}
	want := []string{
		"a.xsd for ", "http://x/s/b.xsd for http://x/s/b.xsd", "cat/d.xsd for http://x/t/d.xsd", "http://x/t/c.xsd for http://x/t/c.xsd",
		"cat/near.xsd for http://x/t/near.xsd", "http://x/t/e.xsd for http://x/t/e.xsd",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("documents differ (-want +got):\n%s", diff)
	}
}

func TestFolder(t *testing.T) {
	fsys := files(map[string]string{
		"s/a.xsd":       schemaOf("urn:a", `<xs:include schemaLocation="parts/p.xsd"/><xs:import namespace="urn:b" schemaLocation="http://x/b.xsd"/>`),
		"s/parts/p.xsd": schemaOf("", ``), "s/B.XSD": schemaOf("urn:b", ``), "s/readme.txt": "no", "s/.git/x.xsd": "no",
		"circle/1.xsd": schemaOf("urn:c", `<xs:include schemaLocation="2.xsd"/>`), "circle/2.xsd": schemaOf("urn:c", `<xs:include schemaLocation="1.xsd"/>`),
		"empty/x.txt": "",
	})
	docs, err := Load([]string{"s", "circle"}, Options{FS: fsys})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"s/B.XSD in urn:b", "s/a.xsd in urn:a", "circle/1.xsd in urn:c", "circle/2.xsd in urn:c", "s/parts/p.xsd in urn:a (adopted)"}
	if diff := cmp.Diff(want, listed(docs)); diff != "" {
		t.Errorf("documents differ (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"parts/p.xsd -> s/parts/p.xsd", "http://x/b.xsd -> s/B.XSD"}, references(docs[1])); diff != "" {
		t.Errorf("references differ (-want +got):\n%s", diff)
	}
	_, err = Load([]string{"empty"}, Options{FS: fsys})
	if got, want := fmt.Sprint(err), "empty: cannot read the schemas of the directory: it holds no file whose name ends in .xsd or .wsdl; check the path"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

const (
	wsdlStart = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b" targetNamespace="urn:w">`
	wsdlEnd   = `</wsdl:definitions>`
)

func TestWSDL(t *testing.T) {
	docs, err := Load([]string{"w.wsdl"}, Options{FS: files(map[string]string{
		"w.wsdl": wsdlStart + "\n<wsdl:import namespace='urn:w2' location='sub/two.wsdl'/><wsdl:types>" +
			`<xs:schema targetNamespace="urn:a"><xs:import namespace="urn:b"/><xs:element name="e" type="b:T"/></xs:schema><xs:schema targetNamespace="urn:b"/></wsdl:types>` + wsdlEnd,
		"sub/two.wsdl": wsdlStart + `<wsdl:types><xs:schema><xs:import namespace="urn:c" schemaLocation="c.xsd"/></xs:schema></wsdl:types>` + wsdlEnd,
		"sub/c.xsd":    schemaOf("urn:c", ""),
	})})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"sub/two.wsdl in ", "w.wsdl in urn:a", "w.wsdl in urn:b", "sub/c.xsd in urn:c"}
	if diff := cmp.Diff(want, listed(docs)); diff != "" {
		t.Errorf("documents differ (-want +got):\n%s", diff)
	}
	element := docs[1].Root.Children()[1]
	if space, _ := element.Scope.LookupPrefix("b"); space != "urn:b" || element.Position.Line != 2 {
		t.Errorf("the prefix b is %q at %v", space, element.Position)
	}
	if target := docs[1].References[0].Target; target != docs[2] {
		t.Errorf("the import leads to %v", target)
	}
}

func TestWSDLProblems(t *testing.T) {
	for text, want := range map[string]string{
		wsdlStart + wsdlEnd: "w.wsdl:1:1: the WSDL holds no schema and imports none; give the schema document that it speaks of",
		wsdlStart + "\n<wsdl:import location='no.wsdl'/>" + wsdlEnd: "w.wsdl:2:1: the WSDL imports a document that was not read: no.wsdl: there is no such file; correct schemaLocation, or give the file with --schema or in a catalog",
	} {
		_, err := Load([]string{"w.wsdl"}, Options{FS: files(map[string]string{"w.wsdl": text})})
		if got := fmt.Sprint(err); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestTexts: a document from standard input refers to files of the working directory.
func TestTexts(t *testing.T) {
	docs, err := Load([]string{"-"}, Options{
		FS:    files(map[string]string{"b.xsd": schemaOf("urn:a", "")}),
		Texts: map[string][]byte{"-": []byte(schemaOf("urn:a", `<xs:include schemaLocation="b.xsd"/>`))},
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"- in urn:a", "b.xsd in urn:a"}, listed(docs)); diff != "" {
		t.Errorf("documents differ (-want +got):\n%s", diff)
	}
}

func TestBuiltIns(t *testing.T) {
	docs, err := Load([]string{"a.xsd"}, Options{FS: files(map[string]string{
		"a.xsd": schemaOf("urn:a", `<xs:import namespace="http://www.w3.org/1999/xlink" schemaLocation="http://www.w3.org/1999/xlink.xsd"/>
			<xs:import namespace="http://www.w3.org/2000/09/xmldsig#"/>`),
	})})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a.xsd in urn:a", "xmldsig.xsd in " + SignatureNamespace, "xlink.xsd in " + XLinkNamespace, "xml.xsd in " + XMLNamespace}
	if diff := cmp.Diff(want, listed(docs)); diff != "" {
		t.Errorf("documents differ (-want +got):\n%s", diff)
	}
	for _, doc := range docs[1:] {
		if !doc.BuiltIn {
			t.Errorf("%s is not built in", doc.File)
		}
	}
}

// TestVersions: conditions hold as for XSD 1.0 (XSD 1.1, section 4.2.2).
func TestVersions(t *testing.T) {
	kept := map[string]bool{
		`vc:minVersion="1.0"`: true, `vc:minVersion="1.1"`: false, `vc:maxVersion="1.0"`: false, `vc:maxVersion="1.1"`: true,
		`vc:minVersion="1.0" vc:maxVersion="1.1"`: true, `vc:minVersion="1.0" vc:maxVersion="1.0"`: false, `vc:minVersion=" 1.1 "`: false,
		`vc:typeAvailable="xs:int xs:string"`: true, `vc:typeAvailable="xs:int xs:dateTimeStamp"`: false, `vc:typeAvailable="int"`: false,
		`vc:typeUnavailable="xs:dateTimeStamp"`: true, `vc:typeUnavailable="xs:int"`: false, `vc:typeUnavailable="xs:int xs:error"`: true,
		`vc:facetAvailable="xs:pattern"`: true, `vc:facetAvailable="xs:assertion"`: false, `vc:facetUnavailable="xs:explicitTimezone"`: true,
		`vc:facetUnavailable="xs:length"`: false, `vc:unheardOf="1"`: true, `minVersion="1.1"`: true,
	}
	for condition, want := range kept {
		text := strings.Replace(schemaOf("", `<xs:element `+condition+`><xs:annotation/></xs:element><xs:element/>`), "<xs:schema", `<xs:schema xmlns:vc="`+VersioningNamespace+`"`, 1)
		root, err := Tree("a.xsd", []byte(text), newLoader(Options{}).limits)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(root.Children()) == 2; got != want {
			t.Errorf("%s: kept is %t, want %t", condition, got, want)
		}
	}
	root, err := Tree("a.xsd", []byte(`<s xmlns:vc="`+VersioningNamespace+`" vc:minVersion="1.1"><a/></s>`), newLoader(Options{}).limits)
	if err != nil || !root.Excluded || len(root.Nodes) > 0 {
		t.Errorf("the root is not excluded: %v, %v", root, err)
	}
}
