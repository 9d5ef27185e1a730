// This file tests xsdgen vendor against a server of its own.

package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site is a server with documents by path, which counts what is asked of it.
type site struct {
	*httptest.Server
	pages map[string]string
	asked int
}

func newSite(t *testing.T, pages map[string]string) *site {
	t.Helper()
	s := &site{pages: pages}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.asked++
		page, ok := s.pages[r.URL.RequestURI()]
		target, redirects := strings.CutPrefix(page, "-> ")
		switch {
		case !ok:
			http.NotFound(w, r)
		case redirects:
			http.Redirect(w, r, target, http.StatusFound)
		case page == "endless":
			for block := bytes.Repeat([]byte(" "), 1<<16); ; {
				if _, err := w.Write(block); err != nil {
					return
				}
			}
		default:
			fmt.Fprint(w, page)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// vendored runs xsdgen vendor on a schema that imports urn:b from an address, and returns what it says.
type vendored struct {
	t   *testing.T
	dir string
}

func newVendored(t *testing.T, address string) vendored {
	t.Helper()
	v := vendored{t, t.TempDir()}
	v.put("s.xsd", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b">
<xs:import namespace="urn:b" schemaLocation="`+address+`"/><xs:element name="e" type="b:T"/></xs:schema>`)
	return v
}

func (v vendored) path(name string) string { return filepath.Join(v.dir, filepath.FromSlash(name)) }

func (v vendored) put(name, text string) {
	v.t.Helper()
	if err := os.WriteFile(v.path(name), []byte(text), 0o600); err != nil {
		v.t.Fatal(err)
	}
}

func (v vendored) run(code int, flags ...string) (out, errs string) {
	v.t.Helper()
	var o, e strings.Builder
	args := append([]string{"vendor", "--schema", v.path("s.xsd"), "--out", v.path("out")}, flags...)
	if got := run(args, strings.NewReader(""), &o, &e); got != code {
		v.t.Fatalf("exit code %d, want %d\n%s%s", got, code, o.String(), e.String())
	}
	return o.String(), strings.ReplaceAll(e.String(), v.dir+string(filepath.Separator), "")
}

// valid judges a document by the schema with the folder's catalog.
func (v vendored) valid() {
	v.t.Helper()
	var o, e strings.Builder
	args := []string{"validate", "--schema", v.path("s.xsd"), "--catalog", v.path("out/catalog.xml"), "-"}
	if code := run(args, strings.NewReader("<e>1</e>"), &o, &e); code != exitDone {
		v.t.Errorf("exit code %d\n%s%s", code, o.String(), e.String())
	}
}

const (
	typesOfB = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"><xs:include schemaLocation="../common/n.xsd"/><xs:include schemaLocation="/q?part=2"/></xs:schema>`
	numberOf = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`
	emptyOfB = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"/>`
)

func TestVendorFetches(t *testing.T) {
	s := newSite(t, map[string]string{"/b": "-> /s/b.xsd", "/s/b.xsd": typesOfB, "/common/n.xsd": numberOf, "/q?part=2": emptyOfB})
	// The document stands for the address that was asked, so that what is relative to it is too.
	s.pages["/common/n.xsd"] = numberOf
	v := newVendored(t, s.URL+"/x/b")
	s.pages["/x/b"] = "-> /s/b.xsd"
	host := strings.TrimPrefix(s.URL, "http://")
	folder := strings.ReplaceAll(host, ":", "_")
	_, errs := v.run(exitFailure)
	if want := s.URL + "/x/b is a network address, and nothing is fetched"; !strings.Contains(errs, want) || s.asked > 0 {
		t.Errorf("without --fetch it says %q and asks %d times", errs, s.asked)
	}
	out, errs := v.run(exitDone, "--fetch")
	want := fmt.Sprintf("%[1]s/common/n.xsd: %[2]s/common/n.xsd\n%[1]s/q_part_2: %[2]s/q?part=2\n%[1]s/x/b: %[2]s/x/b\n", folder, s.URL)
	if diff := cmp.Diff(want, out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := s.URL + "/x/b redirects to " + s.URL + "/s/b.xsd\n"; !strings.Contains(errs, want) {
		t.Errorf("it does not show the redirect: %s", errs)
	}
	asked := s.asked
	v.valid()
	v.run(exitDone, "--check")
	s.Close() // offline from here
	again, _ := v.run(exitDone, "--fetch")
	if again != out || s.asked != asked {
		t.Errorf("the second run says %q and asked %d times", again, s.asked-asked)
	}
	v.valid()
}

func TestVendorChecks(t *testing.T) {
	s := newSite(t, map[string]string{"/b.xsd": strings.Replace(numberOf, "<xs:schema", `<xs:schema targetNamespace="urn:b"`, 1)})
	v := newVendored(t, s.URL+"/b.xsd")
	if _, errs := v.run(exitFailure, "--check"); !strings.Contains(errs, "out has no vendor.lock; run xsdgen vendor first") {
		t.Errorf("it says %q", errs)
	}
	v.run(exitDone, "--fetch")
	folder := strings.ReplaceAll(strings.TrimPrefix(s.URL, "http://"), ":", "_")
	v.put("out/"+folder+"/b.xsd", "changed")
	v.put("out/more.xsd", "more")
	out, _ := v.run(exitFailure, "--check") // the changed file is no schema
	_ = out
	v.put("out/"+folder+"/b.xsd", emptyOfB)
	out, _ = v.run(exitFound, "--check")
	for _, want := range []string{folder + "/b.xsd: changed: its sha256 is ", "more.xsd: not in the lock\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q: %s", want, out)
		}
	}
	// A damaged copy is fetched again; another document than the locked one is refused unless --update is given.
	v.run(exitDone, "--fetch")
	s.pages["/b.xsd"] += " "
	if err := os.Remove(v.path("out/" + folder + "/b.xsd")); err != nil {
		t.Fatal(err)
	}
	if out, _ := v.run(exitFound, "--check"); !strings.Contains(out, folder+"/b.xsd: missing\n") {
		t.Errorf("it says %q", out)
	}
	if _, errs := v.run(exitFailure, "--fetch"); !strings.Contains(errs, "but vendor.lock says") {
		t.Errorf("it says %q", errs)
	}
	v.run(exitDone, "--fetch", "--update")
	v.valid()
	s.pages["/c.xsd"] = s.pages["/b.xsd"]
	v.put("s.xsd", strings.Replace(mustRead(t, v.path("s.xsd")), "/b.xsd", "/c.xsd", 1))
	if out, _ := v.run(exitFound, "--check"); !strings.Contains(out, "/c.xsd is not in the folder") {
		t.Errorf("it says %q", out)
	}
	v.run(exitDone, "--fetch")
	if _, err := os.Stat(v.path("out/" + folder + "/b.xsd")); !os.IsNotExist(err) {
		t.Errorf("what is no longer needed is still there: %v", err)
	}
	v.run(exitFound, "--check") // more.xsd is the user's
}

func mustRead(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestVendorFails(t *testing.T) {
	other := newSite(t, map[string]string{"/b.xsd": emptyOfB})
	s := newSite(t, map[string]string{
		"/endless": "endless", "/circle": "-> /circle", "/elsewhere": "-> " + other.URL + "/b.xsd", "/html": "<html/>", "/file": "-> file:///etc/passwd",
	})
	tests := []struct {
		address string
		flags   []string
		want    string
	}{
		{"/missing", nil, "the server answered 404 Not Found"},
		{"/endless", []string{"--max-bytes", "100000"}, "it is larger than 100000 bytes; raise --max-bytes if that is right"},
		{"/circle", nil, "more than 10 redirects"},
		{"/elsewhere", nil, "is not on the list of hosts that may be asked; add --host " + strings.TrimPrefix(other.URL, "http://")},
		{"/html", nil, "the root element is html, not schema of namespace"},
		{"/file", nil, "only http and https addresses are fetched, and this is file"},
	}
	for _, test := range tests {
		v := newVendored(t, s.URL+test.address)
		if _, errs := v.run(exitFailure, append(test.flags, "--fetch")...); !strings.Contains(errs, test.want) {
			t.Errorf("%s: it says %q, want %q", test.address, errs, test.want)
		}
		if _, err := os.Stat(v.path("out")); !os.IsNotExist(err) {
			t.Errorf("%s: the folder was made all the same", test.address)
		}
	}
	if other.asked > 0 {
		t.Error("a host that is not allowed was asked")
	}
}

// TestVendorCopiesOfCatalogs: what a catalog has is copied with what lies beside it, and found by namespace where there is no address.
func TestVendorCopiesOfCatalogs(t *testing.T) {
	v := newVendored(t, "")
	for _, dir := range []string{"cat/deep", "cat/common"} {
		if err := os.MkdirAll(v.path(dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	v.put("s.xsd", strings.Replace(mustRead(t, v.path("s.xsd")), ` schemaLocation=""`, "", 1))
	v.put("cat/catalog.xml", `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="urn:b" uri="deep/b.xsd"/></catalog>`)
	v.put("cat/deep/b.xsd", strings.Replace(typesOfB, "/q?part=2", "near.xsd", 1))
	v.put("cat/deep/near.xsd", emptyOfB)
	v.put("cat/common/n.xsd", numberOf)
	out, _ := v.run(exitDone, "--catalog", v.path("cat/catalog.xml"))
	if diff := cmp.Diff("common/n.xsd: ../common/n.xsd\nlocal/b.xsd: urn:b\nlocal/near.xsd: near.xsd\n", out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := os.RemoveAll(v.path("cat")); err != nil {
		t.Fatal(err)
	}
	v.valid()
	v.run(exitDone, "--check")
	v.put("circle.xml", `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><nextCatalog catalog="circle.xml"/></catalog>`)
	if _, errs := v.run(exitFailure, "--catalog", v.path("circle.xml")); !strings.Contains(errs, "catalogs refer to each other in a circle") {
		t.Errorf("it says %q", errs)
	}
}

func TestVendorUsage(t *testing.T) {
	v := newVendored(t, "b.xsd")
	for _, flags := range [][]string{{"--check", "--fetch"}, {"--update"}, {"--schema", "-", "--out", ""}} {
		if _, errs := v.run(exitFailure, flags...); errs == "" {
			t.Errorf("%v: nothing is said", flags)
		}
	}
}
