// Package mirror copies the documents that a schema refers to into a folder, so that it can be compiled without a network: from where catalogs and
// schemaLocation say they are, with a catalog that leads to the copies and a lock that holds the sha256 of each.
package mirror

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"path"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// The files of a folder beside the copies.
const (
	CatalogName = "catalog.xml"
	LockName    = "vendor.lock"
)

// Copy is a document in the folder.
type Copy struct {
	Path string // below the folder, slash-separated
	Name string // what it was found for: an address, else a namespace, else a location as written
	Data []byte
	Sum  string // sha256 in hexadecimal
}

// Folder is what a folder is to hold.
type Folder struct {
	Copies []Copy // sorted by path
	names  map[string]string
}

// Of plans a folder with copies of all documents that a catalog or the network was needed for, and of those that they lead to.
func Of(documents []*load.Document) *Folder {
	p := planner{paths: map[string]string{}, sums: map[string]string{}, folder: &Folder{names: map[string]string{}}}
	for _, doc := range documents {
		for _, ref := range doc.References {
			if ref.Target != nil && ref.Target.Elsewhere {
				p.reference(doc, ref)
			}
		}
	}
	slices.SortFunc(p.folder.Copies, func(a, b Copy) int { return strings.Compare(a.Path, b.Path) })
	return p.folder
}

// planner is the state of one plan.
type planner struct {
	folder *Folder
	paths  map[string]string // of the copy, by the path that the document was read from
	sums   map[string]string // sha256, by the path of the copy
}

// reference gives a referred document a place, and the catalog an entry that leads there unless the files themselves do.
func (p *planner) reference(doc *load.Document, ref *load.Reference) {
	from := p.paths[doc.File]
	copied, ok := p.paths[ref.Target.File]
	if !ok {
		copied = p.place(from, ref)
		p.paths[ref.Target.File] = copied
		sum := sumOf(ref.Target.Data)
		if p.sums[copied] == "" {
			p.sums[copied] = sum
			p.folder.Copies = append(p.folder.Copies, Copy{Path: copied, Name: nameOf(ref), Data: ref.Target.Data, Sum: sum})
		}
	}
	if from != "" && path.Join(path.Dir(from), ref.Location) == copied {
		return
	}
	p.folder.names[nameOf(ref)] = copied
}

// nameOf is what the catalog has an entry for.
func nameOf(ref *load.Reference) string {
	switch {
	case ref.Address != "":
		return ref.Address
	case ref.Kind == load.Import && ref.Namespace != "":
		return ref.Namespace
	default:
		return ref.Location
	}
}

// place chooses the path of a copy: that of its address, else the same as seen from the copy that refers to it, else its name. Another document at
// that path moves it aside.
func (p *planner) place(from string, ref *load.Reference) string {
	target := ref.Target
	place := path.Join("local", clean(path.Base(strings.ReplaceAll(target.File, `\`, "/"))))
	address := target.Address
	if address == "" {
		address = ref.Address
	}
	if _, rest, found := strings.Cut(address, "://"); found {
		place = clean(rest)
	} else if from != "" {
		if near := path.Join(path.Dir(from), ref.Location); !strings.HasPrefix(near, "..") && !path.IsAbs(near) {
			place = clean(near)
		}
	}
	if reserved := place == CatalogName || place == LockName; reserved || p.sums[place] != "" && p.sums[place] != sumOf(target.Data) {
		extension := path.Ext(place)
		place = strings.TrimSuffix(place, extension) + "-" + sumOf(target.Data)[:8] + extension
	}
	return place
}

// clean makes a path of an address: with characters that every file system takes, without steps up, and with a name at its end.
func clean(address string) string {
	var b strings.Builder
	for _, r := range address {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("./-_", r) {
			b.WriteRune(r)
		} else {
			b.WriteByte('_')
		}
	}
	place := strings.TrimPrefix(path.Join("/", b.String()), "/")
	if strings.HasSuffix(address, "/") || place == "" {
		place = path.Join(place, "index.xsd")
	}
	return place
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Catalog is the text of the folder's catalog.
func (f *Folder) Catalog() []byte {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Written by xsdgen vendor. -->\n<catalog xmlns=\"" + catalog.Namespace + "\">\n")
	for _, name := range sortedKeys(f.names) {
		b.WriteString("  <uri name=\"")
		_ = xml.EscapeText(&b, []byte(name))
		b.WriteString("\" uri=\"")
		_ = xml.EscapeText(&b, []byte(f.names[name]))
		b.WriteString("\"/>\n")
	}
	b.WriteString("</catalog>\n")
	return []byte(b.String())
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
