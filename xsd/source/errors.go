// The two ways in which input cannot be read: it breaks the rules of its format, or it
// exceeds a limit.

package source

import "strconv"

// A SyntaxError says that the input is not well-formed: no schema is needed to refuse it.
type SyntaxError struct {
	Position
	Message string // what is wrong
	Remedy  string // what to do about it, may be empty
}

// Error returns "line 3, column 7: message; remedy".
func (e *SyntaxError) Error() string {
	return describe(e.Position, e.Message, e.Remedy)
}

// A LimitError says that reading stopped at a limit: the input may be valid or not, it was
// not checked further.
type LimitError struct {
	Position
	Limit   string // the field of Limits, such as "MaxDepth"; may be empty
	Max     int64  // its value
	Message string // what exceeds it; without Limit, what could not be checked
	Remedy  string // what to do about it where that is not to raise a field of Limits
}

// Error returns the position, what exceeds the limit, and which limit to raise.
func (e *LimitError) Error() string {
	message, remedy := e.Message, e.Remedy
	if e.Limit != "" {
		message += " exceeds the limit of " + strconv.FormatInt(e.Max, 10)
		if remedy == "" {
			remedy = "raise Limits." + e.Limit + " if you trust the sender"
		}
	}
	return describe(e.Position, message, remedy)
}

func describe(p Position, message, remedy string) string {
	text := p.String() + ": " + message
	if remedy != "" {
		text += "; " + remedy
	}
	return text
}
