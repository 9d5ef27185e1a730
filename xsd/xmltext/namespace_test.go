// This file holds the scope of namespaces against the plainest way to keep one.

package xmltext

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Whatever is declared and ends, in few bindings or many, a prefix stands for its innermost binding.
func TestScopeFindsTheInnermostBinding(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var s scope
		var plain []Binding
		for range 60 {
			if random.IntN(3) > 0 {
				b := Binding{Prefix: "pqrstuvwxyzab"[:random.IntN(13)], URI: strconv.Itoa(random.IntN(100))}
				plain = append(plain, b)
				s.declare(b, len(s.bindings) < 3)
			} else {
				n := random.IntN(len(plain) + 1)
				plain = plain[:n]
				s.truncate(n)
			}
			compareScope(t, &s, plain)
		}
	}
}

// What is in scope is the same wherever the epoch is, over many documents.
func TestEpochTellsWhatIsInScope(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var s scope
	inScope := make(map[uint64]string)
	epochs := make(map[string]uint64)
	again := 0
	for range 3000 {
		s.reset()
		for roots, step := random.IntN(4), 0; step < 12; step++ {
			if atRoot := step < roots; atRoot || random.IntN(2) > 0 {
				s.declare(Binding{Prefix: "pq"[:random.IntN(3)], URI: "uv"[:1+random.IntN(2)]}, atRoot)
			} else {
				s.truncate(random.IntN(len(s.bindings) + 1))
			}
			var plain strings.Builder
			for _, b := range s.bindings {
				plain.WriteString(b.Prefix + "=" + b.URI + " ")
			}
			if before, ok := inScope[s.epoch]; ok && before != plain.String() {
				t.Fatalf("epoch %d is of %q and of %q", s.epoch, before, plain.String())
			}
			if epochs[plain.String()] == s.epoch {
				again++
			}
			inScope[s.epoch], epochs[plain.String()] = plain.String(), s.epoch
		}
	}
	if again < 3000 {
		t.Errorf("an epoch came again %d times", again)
	}
}

func compareScope(t *testing.T, s *scope, plain []Binding) {
	t.Helper()
	var want []Binding
	for i, b := range plain {
		if innermost(plain, b.Prefix) == i {
			want = append(want, b)
		}
		uri, ok := s.lookup(b.Prefix)
		if w := plain[innermost(plain, b.Prefix)].URI; uri != w || !ok {
			t.Fatalf("%v: %q is %q, want %q", plain, b.Prefix, uri, w)
		}
	}
	if diff := cmp.Diff(want, s.appendTo(nil)); diff != "" {
		t.Fatalf("%v in scope (-want +got):\n%s", plain, diff)
	}
	if uri, ok := s.lookup("never"); ok {
		t.Fatalf("%v: an undeclared prefix is %q", plain, uri)
	}
	if i := innermost(plain, ""); i < 0 && s.implied != "" {
		t.Fatalf("%v: the default namespace is %q", plain, s.implied)
	}
}

// innermost returns the last binding of a prefix, -1 if there is none.
func innermost(plain []Binding, prefix string) int {
	for i := len(plain) - 1; i >= 0; i-- {
		if plain[i].Prefix == prefix {
			return i
		}
	}
	return -1
}
