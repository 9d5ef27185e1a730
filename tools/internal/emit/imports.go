// This file groups imports, which jennifer sorts by their paths alone.

package emit

import (
	"bytes"
	"slices"
	"strings"
)

// GroupImports puts the packages of the standard library before all others in the import declaration of a Go file, with an empty line between.
func GroupImports(source []byte) []byte {
	const begin, end = "\nimport (\n", "\n)\n"
	before, rest, ok := bytes.Cut(source, []byte(begin))
	block, after, closed := bytes.Cut(rest, []byte(end))
	if !ok || !closed {
		return source
	}
	var groups [2][]string
	for line := range strings.SplitSeq(string(block), "\n") {
		group := 1
		switch {
		case line == "":
			continue
		case isStandard(line):
			group = 0
		}
		groups[group] = append(groups[group], line)
	}
	lines := groups[0]
	if len(groups[0]) > 0 && len(groups[1]) > 0 {
		lines = append(lines, "")
	}
	lines = append(lines, groups[1]...)
	return slices.Concat(before, []byte(begin+strings.Join(lines, "\n")+end), after)
}

// isStandard reports whether an import is of the standard library: the first element of its path has no dot.
func isStandard(line string) bool {
	_, path, _ := strings.Cut(line, `"`)
	host, _, _ := strings.Cut(path, "/")
	return !strings.Contains(host, ".")
}
