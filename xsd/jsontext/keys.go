// The keys of the objects that are open, so that none is there twice.

package jsontext

import "strconv"

// members says which of the keys in a keySet are those of one object.
type members struct {
	count  int
	object int    // tells them from the keys of other objects
	traits uint64 // a bit for what each key looks like: a key whose bit is not there is new
}

// keySet holds the keys of the objects that are open, outermost first. The keys of an
// object that look alike are compared with each other while they are few, and hashed beyond.
type keySet struct {
	stack   []string
	table   map[memberKey]struct{}
	objects int
}

type memberKey struct {
	object int
	key    string
}

// listedKeys is up to where comparing with each key is faster than hashing.
const listedKeys = 64

func (s *keySet) reset() {
	const kept = 1024
	clear(s.stack[:cap(s.stack)])
	s.stack = s.stack[:0]
	if len(s.table) > kept {
		s.table = nil
	} else if len(s.table) > 0 {
		clear(s.table)
	}
}

// enter returns the members of a new object.
func (s *keySet) enter() members {
	s.objects++
	return members{object: s.objects}
}

// add adds a key of the innermost object and reports whether it is new.
func (s *keySet) add(m *members, key string) bool {
	own := s.stack[len(s.stack)-m.count:]
	if m.count < listedKeys {
		trait := traitOf(key)
		if m.traits&trait != 0 {
			for _, other := range own {
				if other == key {
					return false
				}
			}
		}
		m.traits |= trait
	} else {
		if m.count == listedKeys {
			s.hash(*m, own)
		}
		before := len(s.table)
		s.table[memberKey{m.object, key}] = struct{}{}
		if len(s.table) == before {
			return false
		}
	}
	s.stack = append(s.stack, key)
	m.count++
	return true
}

// traitOf returns the bit for what a key looks like.
func traitOf(key string) uint64 {
	n := len(key)
	if n == 0 {
		return 1
	}
	return 1 << ((uint(n) + 5*uint(key[0]) + 11*uint(key[n/2]) + 23*uint(key[n-1])) % 64)
}

func (s *keySet) hash(m members, keys []string) {
	if s.table == nil {
		s.table = make(map[memberKey]struct{})
	}
	for _, key := range keys {
		s.table[memberKey{m.object, key}] = struct{}{}
	}
}

// leave forgets the keys of the innermost object.
func (s *keySet) leave(m members) {
	first := len(s.stack) - m.count
	if m.count > listedKeys {
		for _, key := range s.stack[first:] {
			delete(s.table, memberKey{m.object, key})
		}
	}
	s.stack = s.stack[:first]
}

// quote returns text, shortened, for a message.
func quote(text string) string {
	const most = 60
	if len(text) > most {
		text = text[:most] + "…"
	}
	return strconv.Quote(text)
}
