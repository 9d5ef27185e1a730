// Namespaces (Namespaces in XML 1.0): what is in scope, what may be declared, and that no
// attribute is there twice.

package xmltext

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Binding is a namespace in scope.
type Binding struct {
	Prefix string // empty for the default namespace
	URI    string
}

// declaration is a declaration of a namespace in the tag being scanned.
type declaration struct {
	Binding
	at int
}

// scope holds the declarations that are in scope, innermost last. It finds a prefix in time that does not grow with how many
// there are: by comparing with each while they are few, in a hash table beyond.
type scope struct {
	bindings []scoped
	latest   map[string]int // prefix to its innermost binding; empty while there are few
	// implied is the default namespace, which most names are in.
	implied string
	// epoch tells what is in scope: it is another wherever something else is, from one document to the next too.
	epoch  uint64
	latter uint64 // the epoch begun last
	// roots are what the root of a document declared, with the epochs of that, and same how many of the bindings in scope are the same as those.
	roots []rootBinding
	same  int
}

// scoped is a binding with the one of the same prefix outside of it, -1 if none, and the epoch outside of it.
type scoped struct {
	Binding
	shadows int
	outside uint64
}

// rootBinding is a binding, in memory of its own, with the epoch in which it and those before it are in scope.
type rootBinding struct {
	Binding
	epoch uint64
}

// Bounds of what is kept of a root's bindings.
const (
	keptBindings     = 32
	keptBindingBytes = 256
)

// fewBindings is up to where comparing with each prefix is faster than hashing.
const fewBindings = 8

func (s *scope) reset() {
	forget(&s.bindings)
	if len(s.latest) > 0 {
		clear(s.latest)
	}
	s.implied = ""
	s.epoch, s.same = 0, 0
}

// find returns the innermost binding of a prefix, -1 if there is none.
func (s *scope) find(prefix string) int {
	if len(s.bindings) > fewBindings {
		if i, found := s.latest[prefix]; found {
			return i
		}
		return -1
	}
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if s.bindings[i].Prefix == prefix {
			return i
		}
	}
	return -1
}

// declare brings a binding into scope. The bindings of the root are the same in most documents of a kind, and what names stand for with them.
func (s *scope) declare(b Binding, atRoot bool) {
	before, n := s.epoch, len(s.bindings)
	if likely, ok := s.likely(); ok && likely == b {
		s.epoch = s.roots[n].epoch
		s.same++
	} else {
		s.latter++
		s.epoch = s.latter
		if s.same == n && atRoot {
			s.keep(b)
		}
	}
	s.bindings = append(s.bindings, scoped{b, s.find(b.Prefix), before})
	switch n := len(s.bindings); {
	case n == fewBindings+1:
		s.hash()
	case n > fewBindings:
		s.latest[b.Prefix] = n - 1
	}
	if b.Prefix == "" {
		s.implied = b.URI
	}
}

// likely returns what the root of a document before declared next, where all that is in scope is the same. It has memory of its own.
func (s *scope) likely() (b Binding, ok bool) {
	if n := len(s.bindings); s.same == n && n < len(s.roots) {
		return s.roots[n].Binding, true
	}
	return Binding{}, false
}

// keep notes a binding of the root that is now in scope.
func (s *scope) keep(b Binding) {
	if s.same >= keptBindings || len(b.Prefix)+len(b.URI) > keptBindingBytes {
		return
	}
	s.roots = append(s.roots[:s.same], rootBinding{Binding{strings.Clone(b.Prefix), strings.Clone(b.URI)}, s.epoch})
	s.same++
}

// hash fills the hash table with what is in scope.
func (s *scope) hash() {
	if s.latest == nil {
		s.latest = make(map[string]int)
	}
	for i := range s.bindings {
		s.latest[s.bindings[i].Prefix] = i
	}
}

// truncate ends the scope of all bindings but the n outermost.
func (s *scope) truncate(n int) {
	s.same = min(s.same, n)
	for len(s.bindings) > n {
		last := len(s.bindings) - 1
		b := s.bindings[last]
		s.bindings, s.epoch = s.bindings[:last], b.outside
		if b.Prefix == "" {
			s.implied = s.outer(b)
		}
		switch {
		case last < fewBindings:
		case last == fewBindings:
			clear(s.latest)
		case b.shadows < 0:
			delete(s.latest, b.Prefix)
		default:
			s.latest[b.Prefix] = b.shadows
		}
	}
}

// outer returns the namespace that a binding which ends hid, "" if none.
func (s *scope) outer(b scoped) string {
	if b.shadows < 0 {
		return ""
	}
	return s.bindings[b.shadows].URI
}

func (s *scope) lookup(prefix string) (uri string, ok bool) {
	if prefix == "" {
		return s.implied, true
	}
	if i := s.find(prefix); i >= 0 {
		return s.bindings[i].URI, true
	}
	if prefix == "xml" {
		return XMLNamespace, true
	}
	return "", false
}

// has reports whether a prefix is declared, and stands for a namespace.
func (s *scope) has(prefix, uri string) bool {
	if prefix == "" {
		return s.implied == uri && uri != ""
	}
	i := s.find(prefix)
	return i >= 0 && s.bindings[i].URI == uri
}

func (s *scope) appendTo(dst []Binding) []Binding {
	for i, b := range s.bindings {
		if b.URI != "" && b.Prefix != "xml" && s.find(b.Prefix) == i {
			dst = append(dst, b.Binding)
		}
	}
	return dst
}

// Fault returns what is wrong with declaring a namespace, or "" (Namespaces in XML 1.0, section 3).
func (b Binding) Fault() string {
	switch {
	case b.Prefix != "" && !IsNCName(b.Prefix):
		return strconv.Quote(b.Prefix) + " is not a prefix"
	case b.Prefix == "xmlns":
		return "the prefix xmlns cannot be declared"
	case b.URI == xmlnsNamespace:
		return "no prefix can be declared for the namespace " + xmlnsNamespace
	case b.Prefix == "xml" && b.URI != XMLNamespace:
		return "the prefix xml cannot be declared for another namespace than " + XMLNamespace
	case b.Prefix != "xml" && b.URI == XMLNamespace:
		return "only the prefix xml stands for the namespace " + XMLNamespace
	case b.Prefix != "" && b.URI == "":
		return "the prefix " + b.Prefix + " is declared for no namespace"
	default:
		return ""
	}
}

// nameSet is a set of names: a list while there are few, a hash table beyond.
type nameSet struct {
	list  []source.Name
	table map[source.Name]struct{}
}

const (
	// listedNames is up to where comparing with each name is faster than hashing.
	listedNames = 12
	// keptNames is how large a hash table is kept, since emptying it costs its size.
	keptNames = 1024
)

func (s *nameSet) reset() {
	s.list = s.list[:0]
	if len(s.table) > keptNames {
		s.table = nil
	} else if len(s.table) > 0 {
		clear(s.table)
	}
}

// add adds a name and reports whether it was not in the set.
func (s *nameSet) add(name source.Name) bool {
	if len(s.list) < listedNames {
		for i := range s.list {
			if s.list[i].Local == name.Local && s.list[i].Space == name.Space {
				return false
			}
		}
		s.list = append(s.list, name)
		return true
	}
	if len(s.table) == 0 {
		if s.table == nil {
			s.table = make(map[source.Name]struct{})
		}
		for _, listed := range s.list {
			s.table[listed] = struct{}{}
		}
	}
	before := len(s.table)
	s.table[name] = struct{}{}
	return len(s.table) > before
}
