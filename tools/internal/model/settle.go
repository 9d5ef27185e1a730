// This file holds Build, and how names that clash are settled.

package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// View is the Go view of a schema set.
type View struct {
	// Packages come in the order in which their namespaces appear.
	Packages []*Package
	// Names are those that rules chose for what would have had the name of something else, by component path: lines for names: of the
	// configuration, with which the next version of the schema has them too.
	Names map[string]string
	// Notes tell of those among Names that no common rule determines: what clashed, where, and what it is called.
	Notes diag.Problems
	// Namespaces are the import paths of all namespaces that the configuration says nothing of, where there are several packages.
	Namespaces map[string]string
	// Above are the namespaces of those packages that the first one does not import, in the order of Packages: they import it.
	Above []string
}

// maxRounds bounds how often names are chosen anew; each round settles all clashes of the one before, and few make others.
const maxRounds = 100

// Build returns the Go view of a schema set. Names that clash are settled by rule. In strict mode those that no common rule settles
// are a [*ClashError]; all else that is wrong is a [diag.Problems].
func Build(set *schema.Set, config Config) (*View, error) {
	b := attempt(set, config, plainLayout(set, config), nil)
	if found := circles(b.packages); len(found) > 0 {
		l := b.layout.joined(found, config, &b.problems)
		if err := b.problems.Err(); err != nil {
			return nil, err
		}
		b = attempt(set, config, l, nil)
	}
	b.checkNames()
	if err := b.problems.Err(); err != nil {
		return nil, err
	}
	s := &settler{chosen: map[string]string{}, tried: map[string][]string{}, notes: map[string]note{}}
	for range maxRounds {
		if !s.settle(b) {
			return s.view(b, config)
		}
		b = attempt(set, config, b.layout, maps.Clone(s.chosen))
	}
	return nil, diag.Problems{{Position: diag.Position{File: config.File}, Message: "names: no set of names was found in which none clash; give names to some of what clashes"}}
}

// settler collects names by rule over the rounds.
type settler struct {
	chosen   map[string]string
	tried    map[string][]string // names that clashed, by path
	notes    map[string]note
	problems diag.Problems
}

// note is why a name was chosen.
type note struct {
	position diag.Position
	message  string
	common   bool
}

// settle chooses names for all that clash, and reports whether anything did.
func (s *settler) settle(b *builder) bool {
	scopes := b.scopes()
	found := make([][]clash, len(scopes))
	renamed := map[string]bool{} // paths of what names inside begin with
	for i, scope := range scopes {
		found[i] = scope.clashes()
		for _, c := range found[i] {
			renamed[cmp.Or(c.loser.holder, c.loser.path)] = true
		}
	}
	settled := s.renameAll(scopes, found, func(c clash) bool { return !standsInside(c.loser, renamed) && !standsInside(c.keeper, renamed) })
	if settled == 0 { // each waits for what another stands in
		settled = s.renameAll(scopes, found, func(clash) bool { return true })
	}
	return settled > 0 && len(s.problems) == 0
}

// renameAll chooses names for the clashes that are ready for it, and returns how many those are. The others come in another round, when it is known
// what their names begin with.
func (s *settler) renameAll(scopes []*scope, found [][]clash, ready func(clash) bool) int {
	settled := map[string]bool{}
	for i, scope := range scopes {
		taken := map[string]bool{}
		for _, c := range scope.claims {
			taken[c.name] = true
		}
		for _, c := range found[i] {
			if !settled[c.loser.path] && ready(c) {
				settled[c.loser.path] = true
				s.rename(c, taken)
			}
		}
	}
	return len(settled)
}

// standsInside reports whether the path of a claim leads through one of the paths given: its name begins with theirs, and is chosen
// when theirs is.
func standsInside(c claim, holders map[string]bool) bool {
	for i, r := range c.path {
		if r == '/' && holders[c.path[:i]] && c.path[:i] != c.holder {
			return true
		}
	}
	return false
}

// rename chooses another name for a claim.
func (s *settler) rename(c clash, taken map[string]bool) {
	loser := c.loser
	if loser.rank <= configuredRank {
		s.problems.Addf(loser.position, "", "names: %s and %s are both called %s; give one of them another name", loser.what(), c.keeper.whatAt(), loser.name)
		return
	}
	unusable := func(name string) bool {
		return taken[name+loser.after] || slices.Contains(s.tried[loser.path], name) || !isExported(name)
	}
	name, common := loser.otherName(c, unusable)
	taken[name+loser.after] = true
	s.tried[loser.path] = append(s.tried[loser.path], name)
	s.chosen[loser.path] = name
	s.notes[loser.path] = note{position: loser.position, common: common, message: loser.what() + " and " + c.keeper.whatAt() +
		" would both be called " + loser.name + " in Go"}
}

// otherName returns the first usable name of a claim that lost its own, and whether a common rule made it.
func (c claim) otherName(lost clash, unusable func(string) bool) (name string, common bool) {
	o := c.others()
	beside := o.beside(lost.keeper.text())
	if lost.alike {
		if name, ok := free(beside, unusable); ok {
			return name, true
		}
	}
	if name, ok := free(o.apart, unusable); ok {
		return name, o.common
	}
	if name, ok := free(beside, unusable); ok {
		return name, o.common
	}
	base := strings.TrimSuffix(c.name, c.after)
	return counted(base, func(name string) bool { return name == base || unusable(name) }), false
}

// text is the schema's word of a claim, empty where there is none.
func (c claim) text() string {
	if c.others == nil {
		return ""
	}
	return c.others().text
}

// view returns what was settled, or the error that says what could not be.
func (s *settler) view(b *builder, config Config) (*View, error) {
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	v := &View{Packages: b.packages, Names: s.chosen, Namespaces: map[string]string{}, Above: above(b.packages)}
	strict := &ClashError{Names: map[string]string{}}
	for path, n := range s.notes {
		if n.common {
			continue
		}
		v.Notes.Addf(n.position, "", "%s; %s is called %s", n.message, path, s.chosen[path])
		strict.Problems.Addf(n.position, "", "%s", n.message)
		strict.Names[path] = s.chosen[path]
	}
	if config.Strict && len(v.Notes) > 0 {
		return nil, strict
	}
	if len(b.layout.namespaces) > 1 {
		for namespace, importPath := range b.layout.paths {
			if !b.layout.configured[namespace] {
				v.Namespaces[namespace] = importPath
			}
		}
	}
	v.Notes, _ = v.Notes.Err().(diag.Problems) // sorted
	return v, nil
}
