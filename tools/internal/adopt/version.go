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
	// inNamespace is any number that a namespace ends in, with or without what separates it from the rest.
	inNamespace = regexp.MustCompile(`[:/_.-]?[vV]?[0-9]+([._][0-9]+)*/?$`)
	// numbered is a namespace that says its version.
	numbered = regexp.MustCompile(`[vV]([0-9]{1,9}([._][0-9]{1,9})*)([:/]|$)`)
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

// saying is by what a schema says its version.
type saying int

const (
	byNumber    saying = iota // a number in its namespace that is marked as one: v1.0
	byAttribute               // its version attribute
	byForm                    // a form of namespaces that is known: a message of ISO 20022, a date, a number at the end
)

// saidVersion is the version that a schema says it is.
func saidVersion(namespace, attribute string) (v version, by saying, ok bool) {
	if m := numbered.FindStringSubmatch(namespace); m != nil {
		return numbers(m[1]), byNumber, true
	}
	if m := digits.FindStringSubmatch(attribute); m != nil {
		return numbers(m[1]), byAttribute, true
	}
	for _, form := range forms {
		if m := form.pattern.FindStringSubmatch(namespace); m != nil {
			return form.read(m[2]), byForm, true
		}
	}
	return nil, 0, false
}

// forms are the forms of namespaces whose versions are known by where they stand. The first group of a pattern is what the versions of a schema differ in, and
// the second the version in it.
var forms = []struct {
	pattern *regexp.Regexp
	read    func(string) version
}{
	// A message of ISO 20022 has its area, its number, its variant and its version: pain.001.001.09.
	{regexp.MustCompile(`:[a-z]{4}\.[0-9]{3}\.[0-9]{3}(\.([0-9]{2}))$`), numbers},
	// A year, a month or a day, as the W3C has them: 2009/01, 2023-01-31.
	{regexp.MustCompile(`([:/_.-]((?:19|20)[0-9]{2}(?:[/._-]?(?:0[1-9]|1[0-2])(?:[/._-]?(?:0[1-9]|[12][0-9]|3[01]))?)?))(?:[:/#]|$)`), date},
	// Invoice-2. A number of three digits and more is that of a form more often than a version.
	{regexp.MustCompile(`([:/_.-]([1-9][0-9]?(?:[._][0-9]{1,3})*)/?)$`), numbers},
}

// date reads 20230102 and 2023/01/02.
func date(text string) version {
	only := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	parts := []string{only[:4]}
	for rest := only[4:]; rest != ""; rest = rest[2:] {
		parts = append(parts, rest[:2])
	}
	return numbers(strings.Join(parts, "_"))
}

// stem is a namespace without its version: what the versions of a schema have in common.
func stem(namespace string) string {
	if at := numbered.FindStringIndex(namespace); at != nil && at[1] < len(namespace) {
		return namespace[:at[0]] + namespace[at[1]:]
	} else if at != nil {
		return inNamespace.ReplaceAllString(namespace, "")
	}
	for _, form := range forms {
		if at := form.pattern.FindStringSubmatchIndex(namespace); at != nil {
			return namespace[:at[2]] + namespace[at[3]:]
		}
	}
	return inNamespace.ReplaceAllString(namespace, "")
}
