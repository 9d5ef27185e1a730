package mirror

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestClean(t *testing.T) {
	for address, want := range map[string]string{
		"www.w3.org/2001/xml.xsd": "www.w3.org/2001/xml.xsd",
		"host:80/a?b=c&d":         "host_80/a_b_c_d",
		"host/../../etc/passwd":   "etc/passwd",
		"host/dir/":               "host/dir/index.xsd",
		"høst/ü":                  "h_st/_",
		"":                        "index.xsd",
	} {
		if got := clean(address); got != want {
			t.Errorf("clean(%q) is %q, want %q", address, got, want)
		}
	}
}

func TestLock(t *testing.T) {
	f := &Folder{Copies: []Copy{{Path: "a b/c.xsd", Name: "http://x/a  b", Sum: sumOf([]byte("c"))}}}
	lock, err := ParseLock("vendor.lock", f.Lock())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Lock{"a b/c.xsd": {Sum: sumOf([]byte("c")), Name: "http://x/a  b"}}, lock); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	faults, err := lock.Compare(fstest.MapFS{"a b/c.xsd": {Data: []byte("c")}})
	if len(faults) > 0 || err != nil {
		t.Errorf("%v, %v", faults, err)
	}
	_, err = ParseLock("vendor.lock", []byte("# head\nx  y\n"+sumOf(nil)+"  ../up  z\n"))
	want := "vendor.lock:2:1: not a line of a lock: sha256, path and name, with two spaces between them; run xsdgen vendor again\n" +
		"vendor.lock:3:1: not a line of a lock: sha256, path and name, with two spaces between them; run xsdgen vendor again"
	if got := fmt.Sprint(err); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
