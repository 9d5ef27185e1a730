// Comparing strings that are mostly one constant.

package source

import "unsafe"

// Same reports whether two strings are equal. Where both are the same memory, as those are that stem from one constant, that costs the comparison of two words and no call.
func Same(a, b string) bool {
	return len(a) == len(b) && (unsafe.StringData(a) == unsafe.StringData(b) || a == b)
}
