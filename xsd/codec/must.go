// Values that are constants of a program.

package codec

// Must returns v and panics if err is not nil. It is for values written in source code, such as
// xsd.Must(xsd.ParseDate("2022-04-11")), never for input.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
