// Reading catalog files (section 6).

package catalog

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Namespace is that of catalogs.
const Namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"

// What bounds the reading of catalogs.
const (
	maxCatalogs = 1_000
	maxBytes    = 64 << 20
)

// Read reads catalog files, asked in their order, and those that they refer to. Fsys holds the files; nil is the disk. The error is
// [diag.Problems].
func Read(fsys fs.FS, files ...string) (*Catalog, error) {
	r := reader{fsys: fsys, read: map[string]*entries{}}
	c := &Catalog{}
	for _, file := range files {
		file = filepath.Clean(file)
		if f := r.file(file, diag.Position{File: file}); f != nil {
			c.files = append(c.files, f)
		}
	}
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return c, nil
}

// reader is the state of one Read.
type reader struct {
	fsys     fs.FS
	problems diag.Problems
	read     map[string]*entries
	open     []string // files that are being read, outermost first
}

// file reads a catalog file once; at is where it is referred to.
func (r *reader) file(name string, at diag.Position) *entries {
	if i := slices.Index(r.open, name); i >= 0 {
		r.problems.Addf(at, "", "catalogs refer to each other in a circle: %s -> %s; remove one nextCatalog or delegate entry", strings.Join(r.open[i:], " -> "), name)
		return nil
	}
	if f, ok := r.read[name]; ok {
		return f
	}
	if len(r.read) >= maxCatalogs {
		r.problems.Addf(at, "", "more than %d catalogs refer to each other: the rest is not read", maxCatalogs)
		return nil
	}
	r.read[name] = nil
	root := r.tree(name, at)
	if root == nil {
		return nil
	}
	f := &entries{file: name}
	r.read[name] = f
	r.open = append(r.open, name)
	r.entries(f, root, name, true)
	r.open = r.open[:len(r.open)-1]
	return f
}

// tree reads a file as XML with the root element of a catalog.
func (r *reader) tree(name string, at diag.Position) *load.Element {
	data, err := r.bytes(name)
	if err != nil {
		r.problems.Addf(at, "", "cannot read the catalog %s: %s; check the path", name, load.Reason(err))
		return nil
	}
	root, err := load.Tree(name, data, source.DefaultLimits())
	if err != nil {
		r.problems = append(r.problems, load.Problem(name, err))
		return nil
	}
	if root.Name.Space != Namespace || root.Name.Local != "catalog" {
		r.problems.Addf(root.Position, "", "the root element is %s, not catalog of namespace %s; give an OASIS XML catalog", root.Name, Namespace)
		return nil
	}
	return root
}

func (r *reader) bytes(name string) ([]byte, error) {
	if strings.Contains(name, "://") {
		return nil, errNetwork
	}
	var info fs.FileInfo
	var err error
	if r.fsys != nil {
		info, err = fs.Stat(r.fsys, name)
	} else {
		info, err = os.Stat(name)
	}
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errNotAFile
	case info.Size() > maxBytes:
		return nil, errTooLarge
	case r.fsys != nil:
		return fs.ReadFile(r.fsys, name)
	}
	return os.ReadFile(name)
}

type fileError string

func (e fileError) Error() string { return string(e) }

const (
	errNetwork  fileError = "it is a network address, and nothing is fetched"
	errNotAFile fileError = "it is not a file"
	errTooLarge fileError = "it is larger than 64 MB"
)

// entries reads the entries below an element catalog or group; base is what relative references are relative to. Elements of other
// namespaces count for nothing (section 6.1).
func (r *reader) entries(f *entries, parent *load.Element, base string, preferPublic bool) {
	base = r.base(parent, base)
	if prefer, ok := parent.Token("prefer"); ok {
		if prefer != "public" && prefer != "system" {
			r.problems.Addf(parent.Position, "", "prefer is %q; it can be public or system", prefer)
		}
		preferPublic = prefer == "public"
	}
	for _, child := range parent.Children() {
		switch {
		case child.Name.Space != Namespace:
		case child.Name.Local == "group" && parent.Name.Local == "catalog":
			r.entries(f, child, base, preferPublic)
		default:
			r.entry(f, child, r.base(child, base), preferPublic)
		}
	}
}

// base is base as xml:base of an element changes it (XML Base).
func (r *reader) base(element *load.Element, base string) string {
	for _, a := range element.Attrs {
		if a.Name.Space == load.XMLNamespace && a.Name.Local == "base" {
			joined, err := join(r.fsys, base, load.Collapse(a.Value))
			if err != nil {
				r.problems.Addf(element.Position, "", "xml:base %q is not a URI reference; correct it", a.Value)
				return base
			}
			return joined
		}
	}
	return base
}

// shapes say for each kind of entry which attribute it matches by and which holds the place.
var shapes = map[kind]struct{ match, place string }{
	public:         {"publicId", "uri"},
	system:         {"systemId", "uri"},
	rewriteSystem:  {"systemIdStartString", "rewritePrefix"},
	systemSuffix:   {"systemIdSuffix", "uri"},
	delegatePublic: {"publicIdStartString", "catalog"},
	delegateSystem: {"systemIdStartString", "catalog"},
	uri:            {"name", "uri"},
	rewriteURI:     {"uriStartString", "rewritePrefix"},
	uriSuffix:      {"uriSuffix", "uri"},
	delegateURI:    {"uriStartString", "catalog"},
	nextCatalog:    {"", "catalog"},
}

// entry reads one entry.
func (r *reader) entry(f *entries, element *load.Element, base string, preferPublic bool) {
	e := &entry{kind: kind(element.Name.Local), preferPublic: preferPublic, position: element.Position}
	shape, known := shapes[e.kind]
	if !known {
		r.problems.Addf(element.Position, "", "a catalog has no entry %s; use uri, system, public, their rewrite, suffix and delegate forms, nextCatalog or group", element.Name.Local)
		return
	}
	if shape.match != "" {
		text, ok := r.attribute(element, shape.match)
		if !ok {
			return
		}
		if e.match = normalizeURI(text); e.kind == public || e.kind == delegatePublic {
			e.match = normalizePublic(text)
		}
	}
	reference, ok := r.attribute(element, shape.place)
	if !ok {
		return
	}
	place, err := join(r.fsys, base, reference)
	if err != nil {
		r.problems.Addf(element.Position, "", "%s %q is not a URI reference; correct it", shape.place, reference)
		return
	}
	e.place = place
	if shape.place == "catalog" {
		if e.catalog = r.file(place, element.Position); e.catalog == nil {
			return
		}
	}
	f.entries = append(f.entries, e)
}

func (r *reader) attribute(element *load.Element, name string) (text string, ok bool) {
	text, ok = element.Token(name)
	if !ok {
		r.problems.Addf(element.Position, "", "%s", fmt.Sprintf("the entry %s needs the attribute %s", element.Name.Local, name))
	}
	return text, ok
}

// Options are those of [load.Load] with the catalogs in files; no files are no catalog.
func Options(fsys fs.FS, files ...string) (load.Options, error) {
	options := load.Options{FS: fsys}
	if len(files) == 0 {
		return options, nil
	}
	c, err := Read(fsys, files...)
	if err != nil {
		return options, err
	}
	options.Catalog = c
	return options, nil
}
