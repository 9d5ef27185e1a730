// This file runs the paths of identity constraints as automata over the open elements, so that what an element costs does not grow with
// how many paths there are. States are made when a document first leads to them.

package codec

import (
	"encoding/binary"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// pathMachine runs alternatives of several owners: constraints, where they are selectors, or fields. It is safe for concurrent use.
type pathMachine struct {
	paths  []ownedPath
	start  *pathState
	mu     sync.Mutex
	states map[string]*pathState // by their items
}

// ownedPath is an alternative of the owner with this number.
type ownedPath struct {
	identityPath
	owner int
}

// pathState is what is left of the paths after some steps. It does not change but for what it remembers.
type pathState struct {
	machine    *pathMachine
	items      []pathItem
	ends       []int           // owners of which a path ends at this element, each once
	attributes []attributeTest // what paths look for in the attributes of this element
	next       atomic.Pointer[map[source.Symbol]*pathState]

	chosen *chosen // of selectors: the constraints that select the element; nil where there are none
}

// pathItem says how many steps of a path are done.
type pathItem struct{ path, done int }

type attributeTest struct {
	nameTest
	owner int
}

// Memory is bounded whatever names documents bring.
const (
	maxPathStates = 4096
	maxPathSteps  = 512
)

// newPathMachine makes a machine; paths[i] are the alternatives of owner i.
func newPathMachine(paths [][]identityPath) *pathMachine {
	m := &pathMachine{states: make(map[string]*pathState)}
	var items []pathItem
	for owner, alternatives := range paths {
		for _, p := range alternatives {
			items = append(items, pathItem{path: len(m.paths)})
			m.paths = append(m.paths, ownedPath{p, owner})
		}
	}
	m.start = m.state(items)
	return m
}

// state returns the state with these items, nil where there are none.
func (m *pathMachine) state(items []pathItem) *pathState {
	if len(items) == 0 {
		return nil
	}
	key := make([]byte, 0, 4*len(items))
	for _, item := range items {
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(item.path)), uint64(item.done))
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if s, known := m.states[string(key)]; known {
		return s
	}
	s := &pathState{machine: m, items: items}
	s.arrive()
	if len(m.states) < maxPathStates {
		m.states[string(key)] = s
	}
	return s
}

// arrive finds what ends at the state.
func (s *pathState) arrive() {
	for _, item := range s.items {
		switch p := &s.machine.paths[item.path]; {
		case item.done < len(p.steps):
		case p.attribute != nil:
			s.attributes = append(s.attributes, attributeTest{*p.attribute, p.owner})
		case !slices.Contains(s.ends, p.owner):
			s.ends = append(s.ends, p.owner)
		}
	}
	slices.Sort(s.ends)
}

// step returns the state at a child element, nil where no path leads to the child.
func (s *pathState) step(name source.Symbol) *pathState {
	known := s.next.Load()
	if known != nil {
		if next, ok := (*known)[name]; ok {
			return next
		}
	}
	next := s.machine.state(s.after(name.Value()))
	s.remember(known, name, next)
	return next
}

func (s *pathState) after(name Name) []pathItem {
	var items []pathItem
	add := func(item pathItem) {
		if !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	for _, item := range s.items {
		p := &s.machine.paths[item.path]
		if p.anywhere && item.done == 0 {
			add(item)
		}
		if item.done < len(p.steps) && p.steps[item.done].matches(name) {
			add(pathItem{item.path, item.done + 1})
		}
	}
	return items
}

// remember notes a step for the next time. Where two do so at once, one of them may be forgotten.
func (s *pathState) remember(known *map[source.Symbol]*pathState, name source.Symbol, next *pathState) {
	if known == nil {
		s.next.CompareAndSwap(nil, &map[source.Symbol]*pathState{name: next})
		return
	}
	if len(*known) >= maxPathSteps {
		return
	}
	more := maps.Clone(*known)
	more[name] = next
	s.next.CompareAndSwap(known, &more)
}
