// Notation declarations (Part 1, section 3.12).

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// defineNotation fills a notation declaration.
func (b *builder) defineNotation(n *Notation, el *load.Element) {
	n.Public, _ = el.Token("public")
	n.System, _ = el.Token("system")
}
