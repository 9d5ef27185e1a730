// The keys of the objects that are open, so that none is there twice.

package jsontext

import (
	"math/bits"
	"slices"
	"strconv"
)

// members says which keys one object has: some of those that are expected of it, and some of a keySet.
type members struct {
	expected []string // of this object only where some came
	came     uint64   // a bit for each of the expected that came
	count    int      // how many there are in all
	others   int      // how many are in the keySet
	object   int      // tells them from the keys of other objects
}

// maxExpected is how many keys can be expected of an object. Further ones are looked up as others are.
const maxExpected = 64

// expects makes keys the expected ones, if no others are. They are stored only where they differ: mostly an object is like the one
// before it, and storing a pointer has its price while the garbage collector runs.
func (m *members) expects(keys []string) bool {
	same := len(m.expected) > 0 && &m.expected[0] == &keys[0]
	if !same && m.came == 0 {
		m.expected, same = keys, true
	}
	return same
}

// hasExpected reports whether a key is one of the expected that came.
func (m *members) hasExpected(key string) bool {
	for came := m.came; came != 0; came &= came - 1 {
		if m.expected[bits.TrailingZeros64(came)] == key {
			return true
		}
	}
	return false
}

// keySet holds the keys of the objects that are open, outermost first. The keys of an
// object are compared with each other while they are few, and hashed beyond.
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
const listedKeys = 12

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

// enter makes m the members of a new object.
func (s *keySet) enter(m *members) {
	s.objects++
	m.came, m.count, m.others, m.object = 0, 0, 0, s.objects
}

// addExpected adds the i-th of the keys that are expected of the innermost object and reports whether it is new.
func (s *keySet) addExpected(m *members, keys []string, i int) bool {
	if i >= maxExpected || !m.expects(keys) {
		return s.add(m, keys[i])
	}
	bit := uint64(1) << i
	if m.came&bit != 0 || m.others > 0 && s.has(m, keys[i]) {
		return false
	}
	m.came |= bit
	m.count++
	return true
}

// add adds a key of the innermost object and reports whether it is new.
func (s *keySet) add(m *members, key string) bool {
	if m.hasExpected(key) || s.has(m, key) {
		return false
	}
	s.stack = append(s.stack, key)
	m.others++
	m.count++
	switch {
	case m.others == listedKeys+1:
		s.hash(m, s.stack[len(s.stack)-m.others:])
	case m.others > listedKeys:
		s.table[memberKey{m.object, key}] = struct{}{}
	}
	return true
}

// has reports whether a key is among those of the innermost object.
func (s *keySet) has(m *members, key string) bool {
	if m.others > listedKeys {
		_, ok := s.table[memberKey{m.object, key}]
		return ok
	}
	return slices.Contains(s.stack[len(s.stack)-m.others:], key)
}

func (s *keySet) hash(m *members, keys []string) {
	if s.table == nil {
		s.table = make(map[memberKey]struct{})
	}
	for _, key := range keys {
		s.table[memberKey{m.object, key}] = struct{}{}
	}
}

// leave forgets the keys of the innermost object.
func (s *keySet) leave(m *members) {
	if m.others > 0 {
		s.forget(m)
	}
}

func (s *keySet) forget(m *members) {
	first := len(s.stack) - m.others
	if m.others > listedKeys {
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
