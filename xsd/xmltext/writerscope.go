// What a writer has declared, and what a tag relies on.

package xmltext

// bindingStack holds bindings, innermost last. It finds one in time that does not grow with how many there are: by comparing with each while they are few, in hash
// tables beyond.
type bindingStack struct {
	list   []Binding
	links  []link         // one for each binding; empty while there are few, as are the tables
	prefix map[string]int // the innermost binding
	uri    map[string]int
}

// link leads from a binding to those outside of it.
type link struct {
	samePrefix, sameURI int // the next one, or none
	invented            int // how many invented prefixes are in scope there for sure
}

// reset empties the stack, and keeps no more memory than most documents need.
func (s *bindingStack) reset() {
	if cap(s.list) > keptNames {
		*s = bindingStack{}
		return
	}
	s.truncate(0)
	forget(&s.list)
}

// ofPrefix returns the innermost binding of a prefix, or none.
func (s *bindingStack) ofPrefix(prefix string) int {
	if len(s.links) > 0 {
		return placeIn(s.prefix, prefix)
	}
	for i := len(s.list) - 1; i >= 0; i-- {
		if s.list[i].Prefix == prefix {
			return i
		}
	}
	return none
}

// ofURI returns the innermost binding of a namespace, or none.
func (s *bindingStack) ofURI(uri string) int {
	if len(s.links) > 0 {
		return placeIn(s.uri, uri)
	}
	return s.uriWithin(len(s.list), uri)
}

// nextOfURI returns the next binding outside of one that has the same namespace, or none.
func (s *bindingStack) nextOfURI(i int) int {
	if len(s.links) > 0 {
		return s.links[i].sameURI
	}
	return s.uriWithin(i, s.list[i].URI)
}

// uriWithin looks for a namespace in the n outermost bindings.
func (s *bindingStack) uriWithin(n int, uri string) int {
	for i := n - 1; i >= 0; i-- {
		if s.list[i].URI == uri {
			return i
		}
	}
	return none
}

func placeIn(table map[string]int, key string) int {
	if i, ok := table[key]; ok {
		return i
	}
	return none
}

// push adds a binding, where so many invented prefixes are in scope for sure.
func (s *bindingStack) push(b Binding, invented int) {
	s.list = append(s.list, b)
	if len(s.list) > fewBindings {
		s.hash(invented)
	}
}

// hash puts the bindings that are new into the hash tables.
func (s *bindingStack) hash(invented int) {
	if s.prefix == nil {
		s.prefix, s.uri = make(map[string]int), make(map[string]int)
	}
	for i := len(s.links); i < len(s.list); i++ {
		b := &s.list[i]
		s.links = append(s.links, link{samePrefix: placeIn(s.prefix, b.Prefix), sameURI: placeIn(s.uri, b.URI)})
		s.prefix[b.Prefix], s.uri[b.URI] = i, i
	}
	s.links[len(s.links)-1].invented = invented
}

// inventedAt returns how many invented prefixes are in scope for sure outside of a binding.
func (s *bindingStack) inventedAt(i int) int {
	if len(s.links) > 0 {
		return s.links[i].invented
	}
	return 0
}

// truncate removes all bindings but the n outermost.
func (s *bindingStack) truncate(n int) {
	if len(s.links) > 0 {
		s.unhash(n)
	}
	s.list = s.list[:n]
}

// unhash takes all bindings but the n outermost out of the hash tables, and all of them where few are left. It goes one by one, since clear costs what the
// tables once held.
func (s *bindingStack) unhash(n int) {
	if n <= fewBindings {
		n = 0
	}
	for i := len(s.links) - 1; i >= n; i-- {
		putBack(s.prefix, s.list[i].Prefix, s.links[i].samePrefix)
		putBack(s.uri, s.list[i].URI, s.links[i].sameURI)
	}
	s.links = s.links[:n]
}

func putBack(table map[string]int, key string, place int) {
	if place == none {
		delete(table, key)
	} else {
		table[key] = place
	}
}
