// This file decides which namespace goes to which package.

package model

import (
	"path"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// layout gives each namespace an import path.
type layout struct {
	namespaces []string          // in the order of the documents
	paths      map[string]string // import paths
	configured map[string]bool   // namespaces whose path the configuration says
}

// plainLayout gives each namespace what the configuration says; without a word from it the first document's goes to the output
// itself, and each other one to a directory below that is named after it.
func plainLayout(set *schema.Set, config Config) *layout {
	l := &layout{paths: map[string]string{}, configured: map[string]bool{}}
	taken := map[string]bool{}
	for _, dir := range config.Beside {
		taken[dir] = true
	}
	var unnamed []string
	for i, document := range set.Documents {
		namespace := document.TargetNamespace
		if slices.Contains(l.namespaces, namespace) {
			continue
		}
		l.namespaces = append(l.namespaces, namespace)
		importPath, ok := config.Namespaces[namespace]
		if !ok {
			importPath, ok = config.Namespaces["*"]
		}
		switch {
		case ok:
			l.configured[namespace] = true
			l.paths[namespace] = importPath
			taken[strings.TrimPrefix(importPath, config.ImportPath+"/")] = true
		case i == 0:
			l.paths[namespace] = config.ImportPath
		default:
			unnamed = append(unnamed, namespace)
		}
	}
	for namespace, name := range packageNames(unnamed, taken) {
		l.paths[namespace] = path.Join(config.ImportPath, name)
	}
	return l
}

// joined returns a layout in which the packages of each circle are one: Go's packages cannot import each other. It goes where the
// configuration puts one of its namespaces, else where the first of them is. What the configuration takes apart is a problem.
func (l *layout) joined(found [][]*Package, config Config, problems *diag.Problems) *layout {
	next := &layout{namespaces: l.namespaces, paths: map[string]string{}, configured: l.configured}
	for _, circle := range found {
		var namespaces, said []string
		for _, p := range circle {
			namespaces = append(namespaces, p.Namespaces...)
		}
		for _, namespace := range namespaces {
			if l.configured[namespace] && !slices.Contains(said, l.paths[namespace]) {
				said = append(said, l.paths[namespace])
			}
		}
		target := l.paths[namespaces[0]]
		if len(said) > 0 {
			target = said[0]
		}
		if len(said) > 1 {
			reportCircle(namespaces, target, config, problems)
		}
		for _, namespace := range namespaces {
			next.paths[namespace] = target
		}
	}
	for _, namespace := range l.namespaces {
		if next.paths[namespace] == "" {
			next.paths[namespace] = l.paths[namespace]
		}
	}
	return next
}

// reportCircle says that the configuration takes namespaces apart which Go can only have together.
func reportCircle(namespaces []string, target string, config Config, problems *diag.Problems) {
	lines := make([]string, len(namespaces))
	for i, ns := range namespaces {
		lines[i] = "  " + YAMLKey(ns) + ": " + target
	}
	problems.Addf(diag.Position{File: config.File}, "",
		"these namespaces refer to each other in a circle, which Go packages cannot; put them into one package:\nnamespaces:\n%s",
		strings.Join(lines, "\n"))
}

// hasPrefix reports whether a namespace of the package has a prefix already.
func (p *Package) hasPrefix(prefix string) bool {
	for _, taken := range p.Prefixes {
		if taken == prefix {
			return true
		}
	}
	return false
}

// layOut makes the packages.
func (b *builder) layOut() {
	prefixes := authorPrefixes(b.set)
	for _, document := range b.set.Documents {
		namespace := document.TargetNamespace
		p := b.byNamespace[namespace]
		if p == nil {
			p = b.packageAt(b.layout.paths[namespace], namespace)
			b.byNamespace[namespace] = p
			p.Namespaces = append(p.Namespaces, namespace)
			if prefix := prefixes[namespace]; prefix != "" && !p.hasPrefix(prefix) {
				p.Prefixes[namespace] = prefix
			}
		}
		if file := path.Base(strings.ReplaceAll(document.File, `\`, "/")); !slices.Contains(p.Sources, file) {
			p.Sources = append(p.Sources, file)
		}
		p.Doc = append(p.Doc, documentation(document.Annotation.Documentation)...)
	}
}

// packageAt returns the package with an import path; it is made where there is none yet.
func (b *builder) packageAt(importPath, namespace string) *Package {
	for _, p := range b.packages {
		if p.Path == importPath {
			return p
		}
	}
	return b.addPackage(namespace, importPath)
}

func (b *builder) addPackage(namespace, importPath string) *Package {
	dir, below := strings.CutPrefix(importPath, b.config.ImportPath)
	if !below || (dir != "" && dir[0] != '/') {
		b.problems.Addf(diag.Position{File: b.config.File}, "",
			"namespace %q: import path %s is not below the output's, which is %s; choose one that is",
			namespace, importPath, b.config.ImportPath)
	}
	p := &Package{
		Name: path.Base(importPath), Path: importPath, Prefixes: map[string]string{}, Dir: strings.TrimPrefix(dir, "/"), Extras: b.config.Extras,
	}
	if p.Dir == "" && b.config.Package != "" {
		p.Name = b.config.Package
	}
	if !isPackageName(p.Name) {
		b.problems.Addf(diag.Position{File: b.config.File}, "",
			"%q is no name for a Go package; use lower-case letters and digits, and no word of Go's own", p.Name)
	}
	p.Alias = importAlias(p.Name)
	b.packages = append(b.packages, p)
	return p
}
