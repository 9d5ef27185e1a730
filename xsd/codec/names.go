// Names shared with the leaf packages, so that users import package xsd alone.

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// Name is an expanded name: a namespace name, empty for none, and a local part.
type Name = source.Name
