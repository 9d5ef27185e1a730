// This file reads version names: v1, v1_1, v1_20230102.

package adopt

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// version is the name of a version as numbers: v1_20230102 is 1, 20230102. Versions are ordered by them.
type version []int

var (
	versionForm = regexp.MustCompile(`^v[0-9]{1,9}(_[0-9]{1,9})*$`)
	// inNamespace is a number that a namespace ends in, with or without what separates it from the rest.
	inNamespace = regexp.MustCompile(`[:/_.-]?[vV]?[0-9]+([._][0-9]+)*/?$`)
	// numbered is a namespace that says its version.
	numbered = regexp.MustCompile(`[vV]([0-9]{1,9}([._][0-9]{1,9})*)(/|$)`)
	digits   = regexp.MustCompile(`^[vV]?([0-9]{1,9}([._][0-9]{1,9})*)$`)
)

func parseVersion(text string) (version, error) {
	if !versionForm.MatchString(text) {
		return nil, fmt.Errorf("%q is no version; write v2, v1_1, or for a schema edited in place v1_20230102 with the day it was published", text)
	}
	return numbers(text[1:]), nil
}

// numbers reads 1.0 or 1_20230102; zeros at the end say nothing.
func numbers(text string) version {
	var v version
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '.' || r == '_' }) {
		n, err := strconv.Atoi(part)
		if err != nil {
			panic(err) // the pattern lets nothing else through
		}
		v = append(v, n)
	}
	for len(v) > 1 && v[len(v)-1] == 0 {
		v = v[:len(v)-1]
	}
	return v
}

// String spells the version as its directory is called.
func (v version) String() string {
	parts := make([]string, len(v))
	for i, n := range v {
		parts[i] = strconv.Itoa(n)
	}
	return "v" + strings.Join(parts, "_")
}

func (v version) compare(w version) int { return slices.Compare(v, w) }

// saidVersion is the version that a schema says it is: by the number its namespace ends in (v1.0), or by its version attribute.
func saidVersion(namespace, attribute string) (v version, byNamespace, ok bool) {
	if m := numbered.FindStringSubmatch(namespace); m != nil {
		return numbers(m[1]), true, true
	}
	if m := digits.FindStringSubmatch(attribute); m != nil {
		return numbers(m[1]), false, true
	}
	return nil, false, false
}

// stem is a namespace without the number it ends in: what the versions of a schema have in common.
func stem(namespace string) string { return inNamespace.ReplaceAllString(namespace, "") }
