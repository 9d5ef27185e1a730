// Package catalog reads OASIS XML Catalogs 1.1: which file stands for an address, a public identifier or a namespace. Nothing is fetched. A
// catalog whose nextCatalog entries lead in a circle is refused.
package catalog

import (
	"io/fs"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// Catalog is a catalog file with those that it refers to, or several one after the other. Nothing changes it after it was read.
type Catalog struct {
	files []*entries
}

// kind is the kind of an entry: the local name of its element.
type kind string

// The kinds of entries (sections 6.5.3 to 6.5.13).
const (
	public         kind = "public"
	system         kind = "system"
	rewriteSystem  kind = "rewriteSystem"
	systemSuffix   kind = "systemSuffix"
	delegatePublic kind = "delegatePublic"
	delegateSystem kind = "delegateSystem"
	uri            kind = "uri"
	rewriteURI     kind = "rewriteURI"
	uriSuffix      kind = "uriSuffix"
	delegateURI    kind = "delegateURI"
	nextCatalog    kind = "nextCatalog"
)

// entry maps what it matches, a whole name or the start or end of one, to a place: a path or a network address.
type entry struct {
	kind         kind
	match        string // normalised
	place        string // for rewriting, what takes the place of match; for delegation and nextCatalog, that of a catalog
	preferPublic bool
	catalog      *entries // of delegation and nextCatalog
	position     diag.Position
}

// entries is one catalog file.
type entries struct {
	file    string
	entries []*entry
}

// Find returns the place of a schema document: by schemaLocation as written or made absolute, as a URI reference (section 7.2) and as a system
// identifier (section 7.1), else by its namespace, as a URI and as a public identifier.
func (c *Catalog) Find(location string, absolute []string, namespace string) (place string, ok bool) {
	if c == nil {
		return "", false
	}
	for _, name := range append([]string{location}, absolute...) {
		if name == "" {
			continue
		}
		if place, ok = c.URI(name); ok {
			return place, true
		}
		if place, ok = c.External("", name); ok {
			return place, true
		}
	}
	if namespace == "" {
		return "", false
	}
	if place, ok = c.URI(namespace); ok {
		return place, true
	}
	return c.External(namespace, "")
}

// URI resolves a URI reference (section 7.2.2).
func (c *Catalog) URI(name string) (place string, ok bool) {
	if id, isPublic := publicURN(name); isPublic {
		return c.External(id, "")
	}
	return resolve(c.files, query{uri: normalizeURI(name)})
}

// External resolves an external identifier (section 7.1.2); either part may be empty.
func (c *Catalog) External(publicID, systemID string) (place string, ok bool) {
	if id, isPublic := publicURN(publicID); isPublic {
		publicID = id
	}
	if id, isPublic := publicURN(systemID); isPublic {
		if publicID == "" {
			publicID = id
		}
		systemID = ""
	}
	return resolve(c.files, query{public: normalizePublic(publicID), system: normalizeURI(systemID)})
}

// query is what is asked for: a URI, or an external identifier.
type query struct{ uri, public, system string }

// resolve asks catalogs one after the other. One that delegates has the last word.
func resolve(files []*entries, q query) (place string, ok bool) {
	for _, file := range files {
		if place, ok, final := file.resolve(q); ok || final {
			return place, ok
		}
	}
	return "", false
}

// resolve asks a catalog file; final says that no other catalog may be asked.
func (f *entries) resolve(q query) (place string, ok, final bool) {
	steps := []struct {
		asked                    string
		exact, start, end, given kind
	}{
		{q.uri, uri, rewriteURI, uriSuffix, delegateURI},
		{q.system, system, rewriteSystem, systemSuffix, delegateSystem},
		{q.public, public, "", "", delegatePublic},
	}
	for _, step := range steps {
		if step.asked == "" {
			continue
		}
		usable := f.usable(q)
		if e := longest(usable, step.exact, step.asked, equals); e != nil {
			return e.place, true, true
		}
		if e := longest(usable, step.start, step.asked, strings.HasPrefix); e != nil {
			return e.rewrite(step.asked), true, true
		}
		if e := longest(usable, step.end, step.asked, strings.HasSuffix); e != nil {
			return e.place, true, true
		}
		if delegates := delegated(usable, step.given, step.asked); len(delegates) > 0 {
			place, ok = resolve(delegates, q)
			return place, ok, true
		}
	}
	place, ok = resolve(f.next(), q)
	return place, ok, ok
}

// rewrite puts the entry's place before what follows the match. In a path nothing is escaped.
func (e *entry) rewrite(asked string) string {
	rest := asked[len(e.match):]
	if strings.Contains(e.place, "://") {
		return e.place + rest
	}
	if plain, err := url.PathUnescape(rest); err == nil {
		rest = plain
	}
	return e.place + rest
}

// usable are the entries that count for a query: those for public identifiers not where a system identifier is given and preferred (section 4.1.1).
func (f *entries) usable(q query) []*entry {
	if q.system == "" {
		return f.entries
	}
	return slices.DeleteFunc(slices.Clone(f.entries), func(e *entry) bool {
		return (e.kind == public || e.kind == delegatePublic) && !e.preferPublic
	})
}

func equals(a, b string) bool { return a == b }

// longest returns the entry of a kind that matches with the longest text, the first of several.
func longest(all []*entry, wanted kind, asked string, matches func(asked, match string) bool) *entry {
	var best *entry
	for _, e := range all {
		if wanted != "" && e.kind == wanted && matches(asked, e.match) && (best == nil || len(e.match) > len(best.match)) {
			best = e
		}
	}
	return best
}

// delegated returns the catalogs of the delegating entries that match, the longest match first.
func delegated(all []*entry, wanted kind, asked string) []*entries {
	var matching []*entry
	for _, e := range all {
		if e.kind == wanted && strings.HasPrefix(asked, e.match) {
			matching = append(matching, e)
		}
	}
	slices.SortStableFunc(matching, func(a, b *entry) int { return len(b.match) - len(a.match) })
	var catalogs []*entries
	for _, e := range matching {
		catalogs = append(catalogs, e.catalog)
	}
	return catalogs
}

// next returns the catalogs of the nextCatalog entries.
func (f *entries) next() []*entries {
	var catalogs []*entries
	for _, e := range f.entries {
		if e.kind == nextCatalog {
			catalogs = append(catalogs, e.catalog)
		}
	}
	return catalogs
}

// join returns a URI reference as seen from base, both paths (slash-separated in an FS) or network addresses. Base ends in a slash or is a file's.
func join(fsys fs.FS, base, reference string) (string, error) {
	parsed, err := url.Parse(reference)
	if err != nil {
		return "", err
	}
	switch {
	case parsed.Scheme == "file":
		return parsed.Path, nil
	case len(parsed.Scheme) > 1 || parsed.Host != "":
		return reference, nil
	case len(parsed.Scheme) == 1: // a disk of Windows
		return reference, nil
	case strings.Contains(base, "://"):
		from, err := url.Parse(base)
		if err != nil {
			return "", err
		}
		return from.ResolveReference(parsed).String(), nil
	case parsed.Path == "":
		return base, nil
	case strings.HasPrefix(parsed.Path, "/"):
		return filepath.FromSlash(parsed.Path), nil
	}
	directory := base[:strings.LastIndex(filepath.ToSlash(base), "/")+1]
	joined := path.Join(filepath.ToSlash(directory), parsed.Path)
	if strings.HasSuffix(parsed.Path, "/") {
		joined += "/"
	}
	if fsys != nil {
		return joined, nil
	}
	return filepath.FromSlash(joined), nil
}
