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

func (e *ClashError) add(clashes []clash) {
	if e.Names == nil {
		e.Names = map[string]string{}
	}
	for _, c := range clashes {
		e.Problems.Addf(c.later.position, "", "%s and %s would both be called %s in Go",
			c.later.what(), c.earlier.whatAt(), c.later.name)
		e.Names[c.later.path] = c.proposal
	}
}

// with returns the configured names and those proposed.
func (e *ClashError) with(configured map[string]string) map[string]string {
	all := maps.Clone(configured)
	if all == nil {
		all = map[string]string{}
	}
	maps.Copy(all, e.Names)
	return all
}

// clash is two claims on one name in one scope.
type clash struct {
	earlier, later claim
	proposal       string
}

// claim is a name in a scope with the component that wants it. A claim without a path is generated code's own.
type claim struct {
	name     string
	path     string
	position diag.Position
}

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
	claims []claim
}

func (s *scope) claim(name, path string, position diag.Position) {
	s.claims = append(s.claims, claim{name, path, position})
}

// own claims names that generated code declares whatever the schema says.
func (s *scope) own(names ...string) {
	for _, name := range names {
		s.claim(name, "", diag.Position{})
	}
}

// clashes returns a clash for each name claimed again, with a free name for the later claim: the name and the first number
// from 2 that nobody else claims.
func (s *scope) clashes() []clash {
	taken := map[string]claim{}
	for _, c := range s.claims {
		if _, ok := taken[c.name]; !ok {
			taken[c.name] = c
		}
	}
	var out []clash
	seen := map[string]bool{}
	for _, c := range s.claims {
		if !seen[c.name] {
			seen[c.name] = true
			continue
		}
		earlier, later := taken[c.name], c
		if later.path == "" || strings.HasPrefix(earlier.path, later.path+"/") { // renaming what it stands in would rename both
			earlier, later = later, earlier
		}
		if later.path == "" || earlier.path == later.path {
			continue
		}
		proposal := freeName(base(later), taken)
		taken[proposal] = later
		out = append(out, clash{earlier: earlier, later: later, proposal: proposal})
	}
	return out
}

// freeName returns a name with the first number from 2 that nobody claims.
func freeName(name string, taken map[string]claim) string {
	for i := 2; ; i++ {
		proposal := name + strconv.Itoa(i)
		if _, ok := taken[proposal]; !ok {
			return proposal
		}
	}
}

// base is the name a proposal builds on: that of an element's descriptor is configured without its last word.
func base(c claim) string {
	if strings.HasPrefix(c.path, "element/") && !strings.Contains(c.path[len("element/"):], "/element/") {
		return cmp.Or(strings.TrimSuffix(c.name, "Element"), c.name)
	}
	return c.name
}

// methods are those of every generated type.
var methods = []string{"ReadXSD", "WriteXSD", "Validate"}

// structMethods are those of structs besides.
var structMethods = []string{"MarshalXML", "UnmarshalXML", "MarshalJSON", "UnmarshalJSON"}

// findClashes checks every scope of every package.
func findClashes(packages []*Package) []clash {
	var out []clash
	for _, p := range packages {
		s := &scope{}
		s.own("Schema", "ReadXML")
		for _, t := range p.Types {
			claimType(s, t)
			if st, ok := t.(*Struct); ok {
				out = append(out, fieldClashes(st)...)
			}
		}
		for _, e := range p.Elements {
			s.claim(e.GoName, e.Path, e.Position)
		}
		out = append(out, s.clashes()...)
	}
	return out
}

// claimType claims the names that a type's declaration puts into the package.
func claimType(s *scope, t Type) {
	n := t.Base()
	s.claim(n.GoName, n.Path, n.Position)
	switch t := t.(type) {
	case *Struct:
		if t.Any != "" {
			s.claim(t.Any, n.Path+"/any", n.Position)
		}
		for _, sum := range t.Sums {
			s.claim(sum.GoName, sum.Path, sum.Position)
			if sum.Text != "" {
				s.claim(sum.Text, sum.Field.Path+"/text", sum.Position)
			}
			for _, br := range sum.Branches {
				s.claim(br.GoName, br.Path, br.Position)
			}
		}
	case *Simple:
		for _, v := range t.Values {
			s.claim(v.GoName, v.Path, v.Position)
		}
	}
}

// fieldClashes checks the fields and methods of a struct, and those of its branches.
func fieldClashes(st *Struct) []clash {
	s := &scope{}
	s.own(methods...)
	s.own(structMethods...)
	s.own(st.Markers...)
	claimFields(s, st.Fields)
	out := s.clashes()
	for _, sum := range st.Sums {
		for _, br := range sum.Branches {
			inner := &scope{}
			claimFields(inner, br.Fields)
			out = append(out, inner.clashes()...)
		}
	}
	return out
}

func claimFields(s *scope, fields []*Field) {
	for _, f := range fields {
		s.claim(f.GoName, f.Path, f.Position)
	}
	for _, f := range fields {
		if f.Default != nil {
			s.claim(f.GoName+"OrDefault", f.Path+"/default", f.Position)
		}
	}
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
