// Circles of a variant: components that would be made of each other, as no schema has them.

package schema

import "slices"

// CircleError says that components of a variant would be made of each other.
type CircleError struct {
	// Through are the components in the circle, as they are in the schemas that the variant was to be made of.
	Through []Component
}

// Error names one of the components.
func (e *CircleError) Error() string {
	at := e.Through[0]
	if _, ok := at.(*Element); ok {
		return nameOf(at) + " would stand for itself"
	}
	return nameOf(at) + " would be derived from itself or be a part of itself"
}

// circle says which components of the variant are made of themselves. Whatever follows bases, members or heads would never come to an end there.
func (v *variant) circle() error {
	way := &way{open: map[Component]int{}, done: make(map[Component]bool, len(v.types)+len(v.elements))}
	for _, t := range v.types {
		if through := way.circular(t); through != nil {
			return v.circleOf(through)
		}
	}
	for _, e := range v.elements {
		if through := way.circular(e); through != nil {
			return v.circleOf(through)
		}
	}
	return nil
}

func (v *variant) circleOf(copies []Component) *CircleError {
	from := v.originals()
	through := make([]Component, len(copies))
	for i, c := range copies {
		through[i] = from[c]
	}
	return &CircleError{through}
}

// way is a search for circles.
type way struct {
	to   []Component       // from where it began to where it is
	open map[Component]int // where those are in it
	done map[Component]bool
}

// circular are the components of a circle that c leads into, nil where there is none.
func (w *way) circular(c Component) []Component {
	if i, ok := w.open[c]; ok {
		return slices.Clone(w.to[i:])
	}
	if w.done[c] {
		return nil
	}
	w.open[c] = len(w.to)
	w.to = append(w.to, c)
	for _, part := range madeOf(c) {
		if through := w.circular(part); through != nil {
			return through
		}
	}
	w.to = w.to[:len(w.to)-1]
	delete(w.open, c)
	w.done[c] = true
	return nil
}

// madeOf are the components that a type is derived from or made of, and the head that an element may stand for.
func madeOf(c Component) (parts []Component) {
	switch c := c.(type) {
	case *Element:
		if c.Head != nil {
			parts = append(parts, c.Head)
		}
	case Type:
		if base := c.BaseType(); base != nil {
			parts = append(parts, base)
		}
		simple, _ := c.(*SimpleType)
		if simple == nil {
			break
		}
		switch variety := simple.Variety.(type) {
		case *List:
			parts = append(parts, variety.Item)
		case *Union:
			for _, member := range variety.Members {
				parts = append(parts, member)
			}
		}
	}
	return parts
}

// nameOf is the name of a type or element, for messages.
func nameOf(c Component) string {
	switch c := c.(type) {
	case *Element:
		return "element " + c.Name.String()
	case Type:
		if name := c.TypeName(); name.Local != "" {
			return "type " + name.String()
		}
	}
	return "an anonymous type"
}
