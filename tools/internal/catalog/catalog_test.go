// What a catalog says, expected by hand from OASIS XML Catalogs 1.1.

package catalog

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func files(contents map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, content := range contents {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fsys
}

// of is a catalog file with entries.
func of(entries string) string {
	return `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">` + entries + `</catalog>`
}

func TestURI(t *testing.T) {
	tests := []struct {
		name, entries, asked, want string // no want: nothing is found
	}{
		{"exact", `<uri name="http://x/a.xsd" uri="a.xsd"/>`, "http://x/a.xsd", "cat/a.xsd"},
		{"another", `<uri name="http://x/a.xsd" uri="a.xsd"/>`, "http://x/A.xsd", ""},
		{"the first of two (7.2.2)", `<uri name="http://x/a" uri="1.xsd"/><uri name="http://x/a" uri="2.xsd"/>`, "http://x/a", "cat/1.xsd"},
		{"up a directory", `<uri name="u:a" uri="../b/a.xsd"/>`, "u:a", "b/a.xsd"},
		{"exact before rewriting", `<rewriteURI uriStartString="http://x/" rewritePrefix="r/"/><uri name="http://x/a" uri="1.xsd"/>`, "http://x/a", "cat/1.xsd"},
		{"the longest start", `<rewriteURI uriStartString="http://x/" rewritePrefix="r/"/><rewriteURI uriStartString="http://x/y/" rewritePrefix="s/"/>`, "http://x/y/z/a.xsd", "cat/s/z/a.xsd"},
		{"rewriting unescapes", `<rewriteURI uriStartString="http://x/" rewritePrefix="r/"/>`, "http://x/a%20b.xsd", "cat/r/a b.xsd"},
		{"rewriting before suffix", `<uriSuffix uriSuffix="a.xsd" uri="s.xsd"/><rewriteURI uriStartString="http://x/" rewritePrefix="r/"/>`, "http://x/a.xsd", "cat/r/a.xsd"},
		{"the longest suffix", `<uriSuffix uriSuffix="a.xsd" uri="1.xsd"/><uriSuffix uriSuffix="/y/a.xsd" uri="2.xsd"/>`, "http://x/y/a.xsd", "cat/2.xsd"},
		{"xml:base on the entry", `<uri xml:base="deep/er/" name="u:a" uri="a.xsd"/>`, "u:a", "cat/deep/er/a.xsd"},
		{"xml:base on a group, and on an entry in it", `<group xml:base="g/"><uri xml:base="e/" name="u:a" uri="a.xsd"/><uri name="u:b" uri="b.xsd"/></group>`, "u:a", "cat/g/e/a.xsd"},
		{"xml:base on the network", `<uri xml:base="http://y/z/" name="u:a" uri="../a.xsd"/>`, "u:a", "http://y/a.xsd"},
		{"a file address", `<uri name="u:a" uri="file:///tmp/a%20b.xsd"/>`, "u:a", "/tmp/a b.xsd"},
		{"system entries are for other questions", `<system systemId="http://x/a" uri="a.xsd"/>`, "http://x/a", ""},
		{"other namespaces", `<x:uri xmlns:x="urn:x" name="u:a" uri="no.xsd"/><x:group xmlns:x="urn:x"><uri name="u:a" uri="no.xsd"/></x:group>`, "u:a", ""},
		{"characters that are escaped (6.3)", `<uri name="http://x/a b&#xE9;" uri="a.xsd"/>`, "http://x/a%20b%C3%A9", "cat/a.xsd"},
		{"urn:publicid (6.4)", `<public publicId="-//X//DTD a+b//EN" uri="a.xsd"/>`, "urn:publicid:-:X:DTD+a%2Bb:EN", "cat/a.xsd"},
		{"next catalog", `<nextCatalog catalog="sub/next.xml"/>`, "u:next", "cat/sub/n.xsd"},
		{"own entries before the next catalog", `<nextCatalog catalog="sub/next.xml"/><uri name="u:next" uri="own.xsd"/>`, "u:next", "cat/own.xsd"},
		{"delegation has the last word", `<delegateURI uriStartString="u:" catalog="sub/next.xml"/><nextCatalog catalog="sub/other.xml"/>`, "u:other", ""},
		{"delegation", `<delegateURI uriStartString="u:" catalog="sub/next.xml"/>`, "u:next", "cat/sub/n.xsd"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, err := Read(files(map[string]string{
				"cat/catalog.xml":   of(test.entries),
				"cat/sub/next.xml":  of(`<uri name="u:next" uri="n.xsd"/>`),
				"cat/sub/other.xml": of(`<uri name="u:other" uri="o.xsd"/>`),
			}), "cat/catalog.xml")
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := c.URI(test.asked); got != test.want || ok != (test.want != "") {
				t.Errorf("got %q, %t, want %q", got, ok, test.want)
			}
		})
	}
}

func TestExternal(t *testing.T) {
	const both = `<public publicId="-//A" uri="p.xsd"/><system systemId="http://x/s" uri="s.xsd"/>`
	tests := []struct{ name, entries, public, system, want string }{
		{"system", both, "-//A", "http://x/s", "c/s.xsd"},
		{"public, since the system identifier is not known", both, "-//A", "http://x/t", "c/p.xsd"},
		{"public, where system is preferred", `<group prefer="system">` + both + `</group>`, "-//A", "http://x/t", ""},
		{"public alone, where system is preferred", `<group prefer="system">` + both + `</group>`, "-//A", "", "c/p.xsd"},
		{"white space in public identifiers (6.2)", both, " -//A ", "", "c/p.xsd"},
		{"rewrite", `<rewriteSystem systemIdStartString="http://x/" rewritePrefix="/usr/share/"/>`, "", "http://x/a/b.xsd", "/usr/share/a/b.xsd"},
		{"suffix", `<systemSuffix systemIdSuffix="b.xsd" uri="1.xsd"/>`, "", "http://x/a/b.xsd", "c/1.xsd"},
		{"delegate public", `<delegatePublic publicIdStartString="-//N" catalog="next.xml"/>`, "-//Next", "", "c/n.xsd"},
		{"delegate system", `<delegateSystem systemIdStartString="http://n/" catalog="next.xml"/>`, "", "http://n/s", "c/ns.xsd"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, err := Read(files(map[string]string{
				"c/catalog.xml": of(test.entries),
				"c/next.xml":    of(`<public publicId="-//Next" uri="n.xsd"/><system systemId="http://n/s" uri="ns.xsd"/>`),
			}), "c/catalog.xml")
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := c.External(test.public, test.system); got != test.want || ok != (test.want != "") {
				t.Errorf("got %q, %t, want %q", got, ok, test.want)
			}
		})
	}
}

// TestFind: a location as written has precedence over the same made absolute, and both over the namespace.
func TestFind(t *testing.T) {
	fsys := files(map[string]string{
		"1.xml": of(`<uri name="urn:n" uri="namespace.xsd"/><system systemId="http://x/a/b.xsd" uri="absolute.xsd"/><uri name="c.xsd" uri="written.xsd"/>`),
		"2.xml": of(`<uri name="urn:n" uri="late.xsd"/><public publicId="urn:m" uri="public.xsd"/>`),
	})
	c, err := Read(fsys, "1.xml", "2.xml")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ location, absolute, namespace, want string }{
		{"b.xsd", "http://x/a/b.xsd", "urn:n", "absolute.xsd"},
		{"c.xsd", "http://x/a/c.xsd", "urn:n", "written.xsd"},
		{"d.xsd", "d.xsd", "urn:n", "namespace.xsd"},
		{"", "", "urn:m", "public.xsd"},
		{"d.xsd", "d.xsd", "", ""},
	} {
		if got, _ := c.Find(test.location, []string{test.absolute}, test.namespace); got != test.want {
			t.Errorf("Find(%q, %q, %q) is %q, want %q", test.location, test.absolute, test.namespace, got, test.want)
		}
	}
	if _, ok := (*Catalog)(nil).Find("a", nil, "b"); ok {
		t.Error("no catalog finds something")
	}
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"no file", nil, []string{"a.xml: cannot read the catalog a.xml: there is no such file; check the path"}},
		{"no catalog", map[string]string{"a.xml": `<a/>`}, []string{"a.xml:1:1: the root element is a, not catalog of namespace urn:oasis:names:tc:entity:xmlns:xml:catalog; give an OASIS XML catalog"}},
		{
			"circle",
			map[string]string{"a.xml": of("\n<nextCatalog catalog='b.xml'/>"), "b.xml": of("\n<group><nextCatalog catalog='./a.xml'/></group>")},
			[]string{"b.xml:2:8: catalogs refer to each other in a circle: a.xml -> b.xml -> a.xml; remove one nextCatalog or delegate entry"},
		},
		{
			"circle of one",
			map[string]string{"a.xml": of("<delegateURI uriStartString='u' catalog='a.xml'/>")},
			[]string{"a.xml:1:62: catalogs refer to each other in a circle: a.xml -> a.xml; remove one nextCatalog or delegate entry"},
		},
		{"twice is no circle", map[string]string{"a.xml": of("<nextCatalog catalog='b.xml'/><nextCatalog catalog='b.xml'/>"), "b.xml": of("")}, []string{"<nil>"}},
		{"missing next", map[string]string{"a.xml": of("\n<nextCatalog catalog='b.xml'/>")}, []string{"a.xml:2:1: cannot read the catalog b.xml: there is no such file; check the path"}},
		{
			"next on the network",
			map[string]string{"a.xml": of("\n<nextCatalog catalog='http://x/b.xml'/>")},
			[]string{"a.xml:2:1: cannot read the catalog http://x/b.xml: it is a network address, and nothing is fetched; check the path"},
		},
		{"entries", map[string]string{"a.xml": of("\n<uri name='u'/>\n<url/>\n<uri name='u' uri=':%'/>\n<group prefer='x'/>")}, []string{
			"a.xml:2:1: the entry uri needs the attribute uri",
			"a.xml:3:1: a catalog has no entry url; use uri, system, public, their rewrite, suffix and delegate forms, nextCatalog or group",
			`a.xml:4:1: uri ":%" is not a URI reference; correct it`,
			`a.xml:5:1: prefer is "x"; it can be public or system`,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(files(test.files), "a.xml")
			if diff := cmp.Diff(test.want, strings.Split(fmt.Sprint(err), "\n")); diff != "" {
				t.Errorf("problems differ (-want +got):\n%s", diff)
			}
		})
	}
}

// TestDisk reads a catalog with a document type declaration, as most have one, from the disk.
func TestDisk(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "catalog.xml")
	text := `<?xml version="1.0"?><!DOCTYPE catalog PUBLIC "-//OASIS//DTD XML Catalogs V1.1//EN" "http://www.oasis-open.org/committees/entity/release/1.1/catalog.dtd">` + of(`<uri name="u" uri="sub/a.xsd"/>`)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := Read(nil, file)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := c.URI("u"); got != filepath.Join(dir, "sub", "a.xsd") {
		t.Errorf("got %q", got)
	}
}
