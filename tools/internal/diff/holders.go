// Holders: which types have a content model, as their own or as part of it.

package diff

import "slices"

// heldTrees says of each tree of all models what it is part of.
type heldTrees struct {
	models map[*tree][]int   // whose tree it is, by index
	around map[*tree][]*tree // the trees that have it within, each as often as it has it
}

// holders are the models that are of a tree or have it within, in order. It is asked when all models are known.
func (c *comparer) holders(t *tree) []*modelPair {
	if c.held == nil {
		c.held = newHeldTrees(c.models)
	}
	var indices []int
	met := map[*tree]bool{t: true}
	for open := []*tree{t}; len(open) > 0; {
		last := open[len(open)-1]
		open = open[:len(open)-1]
		indices = append(indices, c.held.models[last]...)
		for _, outer := range c.held.around[last] {
			if !met[outer] {
				met[outer] = true
				open = append(open, outer)
			}
		}
	}
	slices.Sort(indices)
	holders := make([]*modelPair, len(indices))
	for i, index := range indices {
		holders[i] = c.models[index]
	}
	return holders
}

func newHeldTrees(models []*modelPair) *heldTrees {
	h := &heldTrees{models: map[*tree][]int{}, around: map[*tree][]*tree{}}
	met := map[*tree]bool{}
	for i, m := range models {
		if m.tree != nil {
			h.models[m.tree] = append(h.models[m.tree], i)
			h.add(m.tree, met)
		}
	}
	return h
}

// add notes what a tree has within, unless that was noted.
func (h *heldTrees) add(t *tree, met map[*tree]bool) {
	if met[t] {
		return
	}
	met[t] = true
	for _, inner := range t.within {
		h.around[inner] = append(h.around[inner], t)
		h.add(inner, met)
	}
}
