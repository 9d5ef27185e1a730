// The matcher: it walks the components of both schemas in pairs and notes what differs.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// comparer is the state of one comparison.
type comparer struct {
	old, new *side
	sources  pair[[]*load.Document]
	pairs    *pairs
	findings []*finding

	queue    []func()
	compared map[any]bool // pairs that were taken up
	models   []*modelPair
	byType   map[*schema.ComplexType]*modelPair // by the old type
	groups   map[*schema.GroupDefinition]*tree  // by the old group
	held     *heldTrees                         // made when it is first asked who has a tree
	shared   map[sharedUse]*useChange           // changes of attribute uses that several types share
	simple   map[*schema.SimpleType]*facetDiff  // what was found at a pair of simple types, by the old one
}

func newComparer(old, newer Input) *comparer {
	return &comparer{
		old: newSide(old.Set), new: newSide(newer.Set), sources: pair[[]*load.Document]{old.Documents, newer.Documents}, pairs: newPairs(), compared: map[any]bool{}, byType: map[*schema.ComplexType]*modelPair{},
		groups: map[*schema.GroupDefinition]*tree{}, shared: map[sharedUse]*useChange{}, simple: map[*schema.SimpleType]*facetDiff{},
	}
}

// run finds all changes.
func (c *comparer) run() {
	c.pairGlobals()
	c.pairTypes()
	c.compareDocuments()
	c.compareGlobals()
	for len(c.queue) > 0 {
		next := c.queue
		c.queue = nil
		for _, f := range next {
			f()
		}
	}
	c.reportTypes()
}

// later puts a comparison off until those under way are done.
func (c *comparer) later(f func()) { c.queue = append(c.queue, f) }

// first reports whether a pair has not been taken up yet.
func first[T comparable](c *comparer, old, newer T) bool {
	key := pair[T]{old, newer}
	met := c.compared[key]
	c.compared[key] = true
	return !met
}

// report notes a change.
func (c *comparer) report(rule, path string, old, newer Place, message string, p proof) *Change {
	change := &Change{Rule: byID[rule], Path: path, Old: old, New: newer, Message: message}
	c.findings = append(c.findings, &finding{change: change, proof: p})
	return change
}

// on is one of the schemas.
func (c *comparer) on(s Side) *side {
	if s == OldSide {
		return c.old
	}
	return c.new
}

// particlePath is the path of an element where it stands in the content of the type or group with the path owner.
func (c *comparer) particlePath(owner string, e *schema.Element) string {
	paths := c.new.paths
	if c.old.seen[e] {
		paths = c.old.paths
	}
	return paths.Particle(owner, e)
}

// pathsOf is the paths of the schema that a component is of.
func (c *comparer) pathsOf(component schema.Component) *model.Paths {
	if c.old.seen[component] {
		return c.old.paths
	}
	return c.new.paths
}
