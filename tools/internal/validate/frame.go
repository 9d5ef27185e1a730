// An open element: what it is assessed as, and how far its content has come.

package validate

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// frame is an open element. typ is nil where the element is not assessed: below a wildcard that skips, and after a violation that leaves
// nothing to assess it by.
type frame struct {
	name        schema.Name
	position    int // among siblings of the same name, from 1
	declaration *schema.Element
	typ         schema.Type
	nilled      bool
	matcher     content.Matcher
	broken      bool // a violation of the content was reported: what follows from it is not
	hasElements bool
	hasText     bool
	hasWords    bool // text other than white space
	buffer      []byte
	siblings    siblings
	scopes      int    // open scopes of identity constraints before this element's own
	tables      tables // of the identity constraints of this element and those below
}

// assessed reports whether anything is known to judge the element by.
func (f *frame) assessed() bool { return f.typ != nil }

// elementContent is the content of a complex type with element content, else nil.
func (f *frame) elementContent() *schema.ElementContent {
	t, _ := f.typ.(*schema.ComplexType)
	if t == nil {
		return nil
	}
	c, _ := t.Content.(*schema.ElementContent)
	return c
}

// simple is the type of the element's text, nil where it has none.
func (f *frame) simple() *xsd.SimpleType {
	switch t := f.typ.(type) {
	case *schema.SimpleType:
		return t.Runtime
	case *schema.ComplexType:
		if c, is := t.Content.(*schema.SimpleContent); is {
			return c.Type.Runtime
		}
	}
	return nil
}

// keepsText reports whether the text is needed at the end: for a value, or for a fixed value of mixed content.
func (f *frame) keepsText() bool {
	if f.simple() != nil {
		return true
	}
	c := f.elementContent()
	return c != nil && c.Mixed && f.declaration != nil && f.declaration.Constraint != nil
}

// siblings counts the children of each name. A few names are kept in a list, which costs nothing to make; many in a map.
type siblings struct {
	few  []sibling
	many map[schema.Name]int
}

type sibling struct {
	name  schema.Name
	count int
}

// mostListed is how many names are searched one by one.
const mostListed = 16

// next counts a child and returns its position among those of its name.
func (s *siblings) next(name schema.Name) int {
	if s.many != nil {
		s.many[name]++
		return s.many[name]
	}
	for i := range s.few {
		if s.few[i].name == name {
			s.few[i].count++
			return s.few[i].count
		}
	}
	if len(s.few) == mostListed {
		s.many = map[schema.Name]int{}
		for _, known := range s.few {
			s.many[known.name] = known.count
		}
		return s.next(name)
	}
	s.few = append(s.few, sibling{name, 1})
	return 1
}

// path leads to the innermost open element by local names.
func (r *run) path() string {
	var b strings.Builder
	for i := range r.stack {
		b.WriteString("/" + r.stack[i].name.Local)
		if n := r.stack[i].position; n > 1 {
			b.WriteString("[" + strconv.Itoa(n) + "]")
		}
	}
	return b.String()
}
