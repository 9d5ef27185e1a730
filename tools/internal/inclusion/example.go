// Examples: what an element has to be like so that the second schema rejects it, as parts to be put together when a document is wanted.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// example is what makes an element a counterexample: [whole], [nilled], [retyped], [attributed], [texted] or [worded].
type example interface{ isExample() }

// whole is any element, the smallest there is; of the type, where one is given.
type whole struct{ typ schema.Type }

// nilled is an element with xsi:nil.
type nilled struct{ yes bool }

// retyped is an element with xsi:type, and a counterexample for that type.
type retyped struct {
	typ schema.Type
	of  example
}

// attributed is an element with an attribute.
type attributed struct {
	name schema.Name
	text valueText
}

// texted is an element with text, and no element where the content allows that.
type texted struct{ text valueText }

// worded is an element with children of these names. At is the index of the one that the second schema refuses, -1 where it wants more; child is what
// that one has to be like.
type worded struct {
	names []schema.Name
	at    int
	child example
}

// valueText is a text of a value, or any where none is given.
type valueText struct {
	of   value
	text *sample.Value
}

func (whole) isExample()      {}
func (nilled) isExample()     {}
func (retyped) isExample()    {}
func (attributed) isExample() {}
func (texted) isExample()     {}
func (worded) isExample()     {}
