// Shapes: what is looked for in a text that is expected to hold nothing special.

package source

// A Shape is what an element or a JSON object looks like in the commonest case: children or members in this order, none of them with
// anything about it but its content. A reader matches a text against a shape as a whole, which costs far less than to read it
// token by token. Shapes may be circular. One without parts is that of an element with nothing in it, not even white space.
type Shape struct {
	Parts []ShapePart
	// Longest is the length in bytes of the longest name among the parts.
	Longest int
}

// A ShapePart is one of the children of an element, or one of the members of an object.
type ShapePart struct {
	Name Name   // of the child, in XML
	Key  string // of the member, in JSON: with its quotation marks, as texts spell it
	// Array says that the values of the member are in an array.
	Array bool
	// Least and Most are how often it comes.
	Least, Most int
	// Inner is the shape of its content; nil where that is a text.
	Inner *Shape
	// Form is how the text looks in JSON.
	Form Form
	// Takes reports whether the text is a value as it stands.
	Takes func(text string) bool
}

// A Form is how JSON spells a text.
type Form uint8

// The forms.
const (
	StringForm Form = iota
	NumberForm
	BooleanForm
)

// MaxMatches bounds how many matches there may be of one shape, and so the memory and time that matching takes.
const MaxMatches = 1 << 14

// MaxTries bounds, in multiples of the text, how much of it readers look at for shapes that it does not have. What has none as a whole can have
// one in its parts, and so can theirs.
const MaxTries = 4

// A Match is one child or member of a text that matches a shape.
type Match struct {
	Part int32 // its number in the shape around it
	Next int32 // the number of the match that comes after it and all that is in it
	// From and To are where its text is in the window; of one that has a shape, where it begins and ends as a whole.
	From, To int32
}
