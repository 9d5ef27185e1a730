// This file chooses values that look like values.

package example

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/facets"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// candidates are values by built-in type, the first that a type takes is its example; the empty key is for all others.
var candidates = map[string][]string{
	"boolean":    {"true"},
	"decimal":    {"1250.50", "12.5", "0.25", "25", "1", "0"},
	"float":      {"12.5", "1"},
	"double":     {"12.5", "1"},
	"date":       {"2026-04-13"},
	"dateTime":   {"2026-04-13T08:30:00", "2026-04-13T08:30:00Z"},
	"time":       {"08:30:00"},
	"gYear":      {"2026"},
	"gYearMonth": {"2026-04"},
	"gMonth":     {"--04"},
	"gDay":       {"---13"},
	"gMonthDay":  {"--04-13"},
	"duration":   {"P1M", "PT1H"},
	"anyURI":     {"https://example.com/", "urn:example"},
	"language":   {"nb"},
	"":           {"text", "Example text", "NO", "NOK", "A1", "1", "12", "123", "1234", "12345", "123456", "312409852", "10027000123", "0042", "A", "a", "AB12", "2026"},
}

// integers are the candidates of all types of whole numbers.
var integers = []string{"12", "1", "0", "-1", "2026", "100"}

// value is an example of a simple type, the shortest value there is where no usual one will do.
func (g *grower) value(t *schema.SimpleType) string {
	if text, ok := g.values[t]; ok {
		return text
	}
	text, ok := usual(t)
	if !ok {
		found, some := g.smallest.Value(t, func(v sample.Value) bool { return strings.TrimSpace(v.Text) != "" })
		if !some {
			found, some = g.smallest.Value(t, nil)
		}
		text = found.Text
		g.failed = g.failed || !some || found.Names != nil
	}
	g.values[t] = text
	return text
}

func usual(t *schema.SimpleType) (string, bool) {
	if values := facets.Values(t); len(values) > 0 && t.Runtime.Accepts(values[0].Text, nil) {
		return values[0].Text, true
	}
	local := t.Runtime.BuiltInAncestor().Name().Local
	list, ok := candidates[local]
	switch {
	case ok:
	case t.Runtime.Primitive() != nil && t.Runtime.Primitive().Name().Local == "decimal":
		list = integers
	default:
		list = candidates[""]
	}
	for _, text := range list {
		if t.Runtime.Accepts(text, nil) {
			return text, true
		}
	}
	return "", false
}
