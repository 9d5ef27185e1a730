// Namespaces (Namespaces in XML 1.0): what is in scope, what may be declared, and that no
// attribute is there twice.

package xmltext

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

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

// scope holds the declarations that are in scope, innermost last. It finds a prefix in
// constant time however many there are.
type scope struct {
	bindings []scoped
	latest   map[string]int // prefix to its innermost binding
	// implied is the default namespace, which most names are in.
	implied string
}

// scoped is a binding with the one of the same prefix outside of it, -1 if none.
type scoped struct {
	Binding
	shadows int
}

func (s *scope) reset() {
	clear(s.bindings[:cap(s.bindings)])
	s.bindings = s.bindings[:0]
	clear(s.latest)
	s.implied = ""
}

func (s *scope) declare(b Binding) {
	if s.latest == nil {
		s.latest = make(map[string]int)
	}
	shadows, ok := s.latest[b.Prefix]
	if !ok {
		shadows = -1
	}
	s.latest[b.Prefix] = len(s.bindings)
	s.bindings = append(s.bindings, scoped{b, shadows})
	if b.Prefix == "" {
		s.implied = b.URI
	}
}

// truncate ends the scope of all bindings but the n outermost.
func (s *scope) truncate(n int) {
	for len(s.bindings) > n {
		last := len(s.bindings) - 1
		b := s.bindings[last]
		s.bindings = s.bindings[:last]
		outer := ""
		if b.shadows < 0 {
			delete(s.latest, b.Prefix)
		} else {
			s.latest[b.Prefix] = b.shadows
			outer = s.bindings[b.shadows].URI
		}
		if b.Prefix == "" {
			s.implied = outer
		}
	}
}

func (s *scope) lookup(prefix string) (uri string, ok bool) {
	if prefix == "" {
		return s.implied, true
	}
	const few = 8
	if n := len(s.bindings); n <= few {
		for i := n - 1; i >= 0; i-- {
			if s.bindings[i].Prefix == prefix {
				return s.bindings[i].URI, true
			}
		}
	} else if i, found := s.latest[prefix]; found {
		return s.bindings[i].URI, true
	}
	if prefix == "xml" {
		return XMLNamespace, true
	}
	return "", false
}

func (s *scope) appendTo(dst []Binding) []Binding {
	for i, b := range s.bindings {
		if s.latest[b.Prefix] == i && b.URI != "" && b.Prefix != "xml" {
			dst = append(dst, b.Binding)
		}
	}
	return dst
}

// checkBinding returns what is wrong with declaring a namespace, or "" (Namespaces in XML
// 1.0, section 3).
func checkBinding(b Binding) string {
	switch {
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
