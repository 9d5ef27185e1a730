// What the caller names: schema documents, folders of them, and WSDLs with schemas among their types.

package load

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// The namespaces of WSDL 1.1 and 2.0.
const (
	wsdl11 = "http://schemas.xmlsoap.org/wsdl/"
	wsdl20 = "http://www.w3.org/ns/wsdl"
)

// given reads what the caller named.
func (l *loader) given(name string) {
	if info, err := l.stat(name); err == nil && info.IsDir() {
		l.folder(name)
		return
	}
	f := l.read(name)
	if f.err != nil {
		text := "cannot read the schema: " + Reason(f.err) + "; check the path"
		if near := l.nearName(name); near != "" {
			text = "cannot read the schema: " + Reason(f.err) + "; did you mean " + near + "?"
		}
		l.problems.Addf(diag.Position{File: l.opts.Prefix + name}, "", "%s", text)
		return
	}
	if root := l.wsdl(f); root != nil {
		l.givenWSDL(f, root)
		return
	}
	l.document(f, "")
}

// givenWSDL takes the schemas of a WSDL. All that it imports may hold none, in a circle too, if only one of them holds one.
func (l *loader) givenWSDL(f *file, root *Element) {
	if l.wsdls[f.hash] {
		return // with one that was given before
	}
	schemas, problems := l.inWSDLs, len(l.problems)
	l.schemasOf(f, root)
	if l.inWSDLs == schemas && len(l.problems) == problems {
		l.problems.Addf(root.Position, "", "the WSDL holds no schema and imports none; give the schema document that it speaks of")
	}
}

// folder reads the schemas in a directory and below it. Those that others of them include or redefine are read as parts of these.
func (l *loader) folder(directory string) {
	names, err := l.schemasIn(directory)
	if err != nil || len(names) == 0 {
		reason := "it holds no file whose name ends in .xsd or .wsdl"
		if err != nil {
			reason = Reason(err)
		}
		l.problems.Addf(diag.Position{File: l.opts.Prefix + directory}, "", "cannot read the schemas of the directory: %s; check the path", reason)
		return
	}
	parts := map[string]bool{}
	for _, name := range names {
		for _, part := range l.partsOf(name) {
			parts[part] = true
		}
	}
	whole := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return parts[l.resolvePath(name)] })
	if len(whole) == 0 {
		whole = names // all in circles
	}
	for _, name := range whole {
		l.given(name)
	}
}

// schemasIn lists the schema documents and WSDLs in a directory and below it, sorted; hidden directories are left out.
func (l *loader) schemasIn(directory string) ([]string, error) {
	var names []string
	visit := func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != directory && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case !entry.IsDir() && slices.Contains([]string{".xsd", ".wsdl"}, strings.ToLower(path.Ext(entry.Name()))):
			names = append(names, name)
		}
		return nil
	}
	if l.opts.FS != nil {
		return names, fs.WalkDir(l.opts.FS, directory, visit)
	}
	err := filepath.WalkDir(directory, visit)
	return names, err
}

// partsOf returns the resolved paths of what a document includes and redefines.
func (l *loader) partsOf(name string) []string {
	f := l.read(name)
	if f.err != nil {
		return nil
	}
	root, err := l.tree(f)
	if err != nil {
		return nil // told when the document is read
	}
	var parts []string
	for _, child := range root.Children() {
		if !child.IsXSD("include") && !child.IsXSD("redefine") {
			continue
		}
		location, _ := child.Token("schemaLocation")
		if place, ok := join(l.opts.FS != nil, f.path, location); ok && place != f.path {
			parts = append(parts, l.resolvePath(place))
		}
	}
	return parts
}

// wsdl returns the root element of a WSDL; nil for anything else.
func (l *loader) wsdl(f *file) *Element {
	if !strings.Contains(string(f.data[:min(len(f.data), 64<<10)]), "wsdl") {
		return nil
	}
	root, err := l.tree(f)
	if err != nil || !isWSDL(root) {
		return nil
	}
	return root
}

func isWSDL(root *Element) bool {
	return root.Name.Space == wsdl11 && root.Name.Local == "definitions" || root.Name.Space == wsdl20 && root.Name.Local == "description"
}

// schemasOf takes the schemas among the types of a WSDL and of those that it imports.
func (l *loader) schemasOf(f *file, root *Element) {
	if l.wsdls[f.hash] {
		return
	}
	l.wsdls[f.hash] = true
	for _, part := range root.Children() {
		switch {
		case part.Name.Space != root.Name.Space:
		case part.Name.Local == "types":
			l.typesOf(f, part)
		case part.Name.Local == "import" || part.Name.Local == "include":
			l.wsdlImport(f, part)
		}
	}
}

// typesOf takes the schemas in an element types.
func (l *loader) typesOf(f *file, types *Element) {
	count := 0
	for _, child := range types.Children() {
		if !child.IsXSD("schema") {
			continue
		}
		count++
		l.inWSDLs++
		doc := &Document{File: f.path, Address: f.address, Root: child, Data: f.data, Embedded: true}
		doc.Hash = sha256.Sum256([]byte(child.Position.String() + string(f.hash[:]) + strconv.Itoa(count)))
		doc.TargetNamespace, _ = child.Token("targetNamespace")
		child.adoptedBy(doc)
		l.add(doc, "")
	}
}

// adoptedBy makes e the root of a document of its own.
func (e *Element) adoptedBy(doc *Document) {
	if doc.Root == e {
		e.Parent = nil
	}
	e.Document = doc
	for _, child := range e.Children() {
		child.adoptedBy(doc)
	}
}

// wsdlImport follows an import of another WSDL or of a schema.
func (l *loader) wsdlImport(f *file, element *Element) {
	location, _ := element.Token("location")
	if location == "" {
		return
	}
	at := &Document{File: f.path, Address: f.address}
	imported, why := l.find(at, &Reference{Kind: Import, Element: element, Location: location})
	if why != "" {
		l.problems.Addf(element.Position, "", "the WSDL imports a document that was not read: %s", why)
		return
	}
	if root := l.wsdl(imported); root != nil {
		l.schemasOf(imported, root)
	} else {
		l.inWSDLs++
		l.document(imported, "")
	}
}

func (l *loader) stat(name string) (fs.FileInfo, error) {
	if _, ok := l.opts.Texts[name]; ok {
		return nil, fs.ErrInvalid
	}
	if l.inFS(name) {
		return fs.Stat(l.opts.FS, name)
	}
	return os.Stat(name)
}
