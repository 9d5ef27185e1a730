// This file holds the stack of bindings to a list that is searched from its end.

package xmltext

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Whatever comes and goes, and however many there are, the innermost binding of a prefix and those of a namespace are found.
func TestBindingStack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var stack bindingStack
	var list []Binding
	most := 0
	for range 5000 {
		switch n := random.IntN(10); {
		case n < 7:
			kinds := 1 + random.IntN(60)
			b := Binding{"p" + strconv.Itoa(random.IntN(kinds)), "u" + strconv.Itoa(random.IntN(kinds))}
			list = append(list, b)
			stack.push(b, len(list))
		case n < 9 && len(list) > 0:
			n := max(0, len(list)-1-random.IntN(4))
			list = list[:n]
			stack.truncate(n)
		case random.IntN(200) == 0:
			list = nil
			stack.reset()
		}
		most = max(most, len(list))
		kind := strconv.Itoa(random.IntN(60))
		checkStack(t, &stack, list, "p"+kind, "u"+kind)
	}
	if most < 10*fewBindings {
		t.Errorf("there were %d bindings at most", most)
	}
	stack.truncate(0)
	if len(stack.prefix)+len(stack.uri)+len(stack.links) > 0 {
		t.Errorf("the tables of an empty stack hold %v and %v, its links %v", stack.prefix, stack.uri, stack.links)
	}
}

func checkStack(t *testing.T, stack *bindingStack, list []Binding, prefix, uri string) {
	t.Helper()
	want := none
	var of, chain []int
	for i, b := range list {
		if b.Prefix == prefix {
			want = i
		}
		if b.URI == uri {
			of = append(of, i)
		}
	}
	if got := stack.ofPrefix(prefix); got != want || len(stack.list) != len(list) {
		t.Fatalf("%s is at %d of %d, want %d of %d", prefix, got, len(stack.list), want, len(list))
	}
	for i := stack.ofURI(uri); i != none; i = stack.nextOfURI(i) {
		chain = append(chain, i)
	}
	slices.Reverse(chain)
	if !slices.Equal(chain, of) {
		t.Fatalf("%s is at %v, want %v", uri, chain, of)
	}
}

// An attribute takes the prefix that is left for its namespace where the innermost binding is the default namespace, or has its prefix hidden.
func TestOuterPrefixes(t *testing.T) {
	a := source.Name{Space: "urn:a", Local: "x"}
	for _, inner := range []Binding{{"", "urn:a"}, {"q", "urn:b"}} {
		var w Writer
		w.Start(source.Name{Local: "root"}, Binding{"p", "urn:a"})
		w.Start(source.Name{Local: "e"}, Binding{"q", "urn:a"})
		w.Start(source.Name{Space: inner.URI, Local: "e"}, inner)
		w.Attr(a, "1")
		want := map[string]string{"": ` q:x="1"`, "q": ` p:x="1"`}[inner.Prefix]
		if !strings.Contains(string(w.buf), want) {
			t.Errorf("%v: %s, want %s", inner, w.buf, want)
		}
	}
}

// Invented prefixes that are in scope are not tried again at each element (see the attack "children of as many namespaces under an element of many").
func TestInventedPrefixesOfScope(t *testing.T) {
	var w Writer
	w.Start(source.Name{Local: "root"})
	for i := range 100 {
		w.Attr(source.Name{Space: "urn:" + strconv.Itoa(i), Local: "x"}, "")
	}
	w.Start(source.Name{Space: "urn:new", Local: "e"})
	w.End()
	if w.inScope != 100 {
		t.Errorf("behind a child %d prefixes are in scope for sure, want 100", w.inScope)
	}
}
