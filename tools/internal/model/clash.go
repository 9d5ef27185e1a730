// This file finds names that would be declared twice and chooses others, for the user to accept.

package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// ClashError says that components would have the same Go name, and proposes names: lines with which they do not.
type ClashError struct {
	Problems diag.Problems
	// Names are the complete lines for names: of xsdgen.yaml, by component path.
	Names map[string]string
}

// Error lists the clashes, and the lines to put into xsdgen.yaml in the order of their keys.
func (e *ClashError) Error() string {
	var b strings.Builder
	b.WriteString(e.Problems.Err().Error())
	b.WriteString("\nchoose names in xsdgen.yaml, or let xsdgen generate --write-names store these:\nnames:\n")
	for _, key := range slices.Sorted(maps.Keys(e.Names)) {
		fmt.Fprintf(&b, "  %s: %s\n", YAMLKey(key), e.Names[key])
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// YAMLKey spells a component path as a key of YAML, quoted where YAML would read something else.
func YAMLKey(path string) string {
	plain := strings.IndexFunc(path, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/_-.", r)
	}) < 0
	if plain {
		return path
	}
	return strconv.Quote(path)
}

// claim is a name in a scope with the component that wants it. A claim without a path is generated code's own.
type claim struct {
	name     string
	path     string // by which it is named
	holder   string // path of what names inside it begin with, where that is another one
	position diag.Position
	rank     rank
	mark     mark
	after    string // what the name has behind the part that is chosen
	others   func() others
}

// others are the names that a claim has instead of one that is taken.
type others struct {
	text      string   // the schema's word
	variants  []string // beside another of its rank: that word, spelt out
	qualified []string // beside the same word of another namespace
	foreign   bool     // of another namespace than what it stands in
	apart     []string // beside what has another rank: the word with what it is
	common    bool     // that apart are names by one of the rules that everybody knows
}

// rank orders what may have a name: a lower one keeps it.
type rank uint8

// The ranks.
const (
	ownRank rank = iota // generated code's own
	configuredRank
	typeRank
	descriptorRank
	rootRank // anonymous types of global elements and attributes
	interfaceRank
	sumRank
	textRank
	branchRank
	anonymousRank
	valueRank
	wrapperRank // of types that stand for built-in ones
	methodRank
	elementRank
	contentRank // fields that the schema has no name for
	attributeRank
	wildcardRank
)

func (c claim) what() string {
	if c.path == "" {
		return "the generated " + c.name
	}
	return c.path
}

func (c claim) whatAt() string {
	if c.path == "" {
		return c.what()
	}
	return fmt.Sprintf("%s (%s)", c.path, c.position)
}

// scope is a set of names that must differ, in order of claiming.
type scope struct {
	namer  *namer
	claims []claim
}

// claim adds a claim; what the configuration names keeps its name.
func (s *scope) claim(c claim) {
	if _, ok := s.namer.configured[c.path]; ok {
		c.rank = configuredRank
	}
	s.claims = append(s.claims, c)
}

// own claims names that generated code declares whatever the schema says.
func (s *scope) own(names ...string) {
	for _, name := range names {
		s.claims = append(s.claims, claim{name: name})
	}
}

// clash is a claim on a name that another claim keeps.
type clash struct {
	keeper, loser claim
	alike         bool // they have one rank, and nobody keeps the name if the keeper is marked as well
}

// clashes returns the claims that cannot have their names, each with the one that keeps it. A name that only marked texts would have
// is left to none of them where signs or namespaces are what tells them apart: it would say of each that it is the other.
func (s *scope) clashes() []clash {
	groups := map[string][]claim{}
	var order []string
	for _, c := range s.claims {
		if len(groups[c.name]) == 0 {
			order = append(order, c.name)
		}
		groups[c.name] = append(groups[c.name], c)
	}
	var out []clash
	for _, name := range order {
		group := groups[name]
		if len(group) == 1 {
			continue
		}
		slices.SortStableFunc(group, func(a, b claim) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.mark, b.mark)) })
		keeper := group[0]
		for _, c := range group[1:] {
			out = append(out, clash{keeper: keeper, loser: c, alike: c.rank == keeper.rank})
		}
		if second := group[1]; keeper.mark >= markForeign && second.rank == keeper.rank && keeper.rank > configuredRank {
			out = append(out, clash{keeper: second, loser: keeper, alike: true})
		}
	}
	return out
}

// isExported reports whether name is an identifier that other packages can use.
func isExported(name string) bool {
	for i, r := range name {
		if (i == 0 && !unicode.IsUpper(r)) || (!unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_') {
			return false
		}
	}
	return name != ""
}
