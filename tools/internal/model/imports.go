// This file decides which packages a package imports: those that its declarations name, those whose elements and attributes its strict wildcards
// let in, and, where Go can, those whose namespaces its schema documents import; the first package imports all that is left. What is imported is known
// when a document is read.

package model

import (
	"maps"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// findImports fills in what each package imports.
func (b *builder) findImports() {
	named, let, said := edges{}, edges{}, b.documentImports()
	for _, p := range b.packages {
		named[p.Path], let[p.Path] = map[string]bool{}, map[string]bool{}
		b.references(p, named[p.Path])
		b.letIn(p, let[p.Path])
	}
	b.joinLetIn(named, let, named.and(let).and(said))
	for _, p := range b.packages {
		for _, path := range slices.Sorted(maps.Keys(said[p.Path])) {
			if !named.reaches(path, p.Path) {
				named[p.Path][path] = true
			}
		}
	}
	named.addUnrelated(b.packages)
	for _, p := range b.packages {
		delete(named[p.Path], p.Path)
		p.Imports = slices.Sorted(maps.Keys(named[p.Path]))
	}
}

// addUnrelated makes the first package import those that it has nothing to do with otherwise: schemas that are given together are one schema, whose
// documents it reads whatever their root is, and its wildcards let in what any of them declares.
func (e edges) addUnrelated(packages []*Package) {
	first := packages[0].Path
	for _, p := range packages {
		if !e.reaches(first, p.Path) && !e.reaches(p.Path, first) {
			e.add(first, p.Path)
		}
	}
}

// above returns the namespaces of the packages that the first one does not import, itself or through others.
func above(packages []*Package) []string {
	imported := edges{}
	for _, p := range packages {
		for _, path := range p.Imports {
			imported.add(p.Path, path)
		}
	}
	var namespaces []string
	for _, p := range packages {
		if !imported.reaches(packages[0].Path, p.Path) {
			namespaces = append(namespaces, p.Namespaces...)
		}
	}
	return namespaces
}

// documentImports are the packages of the namespaces that the schema documents of each package import.
func (b *builder) documentImports() edges {
	said := edges{}
	for _, document := range b.set.Documents {
		for _, namespace := range document.Imports {
			if p := b.byNamespace[namespace]; p != nil {
				said.add(b.packageIn(document.TargetNamespace).Path, p.Path)
			}
		}
	}
	return said
}

// joinLetIn adds what strict wildcards let in. Packages that need each other then become one, unless the configuration wants them apart.
func (b *builder) joinLetIn(named, let, all edges) {
	for _, p := range b.packages {
		for _, other := range b.packages {
			switch {
			case p == other || !let[p.Path][other.Path]:
			case !all.reaches(other.Path, p.Path):
				named.add(p.Path, other.Path)
			case !b.layout.apart(p, other):
				named.add(p.Path, other.Path)
				named.add(other.Path, p.Path)
			}
		}
	}
}

// letIn notes the packages of what strict wildcards of p let in: it is only valid if it is declared.
func (b *builder) letIn(p *Package, set map[string]bool) {
	for _, t := range p.Types {
		s, ok := t.(*Struct)
		if !ok {
			continue
		}
		for _, m := range s.Members {
			switch {
			case m.Wildcard == nil || m.Wildcard.Process != content.Strict:
			case m.Kind == WildcardField:
				for _, e := range b.set.Elements {
					b.allowed(m.Wildcard, e.Name, set)
				}
			default:
				for _, a := range b.set.Attributes {
					b.allowed(m.Wildcard, a.Name, set)
				}
			}
		}
	}
}

// allowed notes the package of a global component that a wildcard lets in.
func (b *builder) allowed(w *schema.Wildcard, name schema.Name, set map[string]bool) {
	if w.Namespaces.Allows(name.Space) {
		set[b.packageIn(name.Space).Path] = true
	}
}

// apart reports whether the configuration wants two packages to be two.
func (l *layout) apart(p, q *Package) bool {
	says := func(p *Package) bool {
		return slices.ContainsFunc(p.Namespaces, func(namespace string) bool { return l.configured[namespace] })
	}
	return says(p) && says(q)
}

// edges lead from packages to those that they refer to, by import paths.
type edges map[string]map[string]bool

// reaches reports whether a path leads from one package to another.
func (e edges) reaches(from, to string) bool {
	seen := map[string]bool{from: true}
	for next := []string{from}; len(next) > 0; {
		at := next[0]
		if next = next[1:]; at == to {
			return true
		}
		for path := range e[at] {
			if !seen[path] {
				seen[path] = true
				next = append(next, path)
			}
		}
	}
	return false
}

// add adds an edge.
func (e edges) add(from, to string) {
	if e[from] == nil {
		e[from] = map[string]bool{}
	}
	e[from][to] = true
}

// and returns the edges of both.
func (e edges) and(others edges) edges {
	joined := edges{}
	for _, one := range []edges{e, others} {
		for from, all := range one {
			for to := range all {
				joined.add(from, to)
			}
		}
	}
	return joined
}
