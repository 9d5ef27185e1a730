// Load: from the paths given to all schema documents they reach.

package load

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Options says where schema documents are found.
type Options struct {
	// FS holds the documents; nil is the disk. Paths in an FS are slash-separated, as io/fs demands.
	FS fs.FS
	// Texts are documents that are no files, by the path they are given as, such as "-".
	Texts map[string][]byte
	// Catalog is asked for documents before schemaLocation is followed; nil knows none.
	Catalog Catalog
	// CatalogOnDisk says that absolute paths are files on the disk, though there is an FS: a catalog there may serve any FS.
	CatalogOnDisk bool
	// Fetch reads the document at a network address; nil, the default, fetches nothing.
	Fetch func(address string) ([]byte, error)
	// Within is a directory that schemaLocation may not lead out of, but for documents that a catalog led to. Empty sets no bound; in an FS the FS does.
	Within string
	// Prefix is put before file names in positions and messages. It says where the files of an FS are from, such as "HEAD:" for a revision of git.
	Prefix string
	// Limits bounds each document; the zero value is source.DefaultLimits with schema documents in mind.
	Limits *source.Limits
}

// Catalog knows where documents are.
type Catalog interface {
	// Find returns the place, a path or a network address, of the document that a schema refers to: by schemaLocation as written, by the same made
	// absolute in one or more ways, or by namespace. An empty location or namespace asks for nothing.
	Find(location string, absolute []string, namespace string) (place string, ok bool)
}

// maxDocuments bounds the number of schema documents reached, so that no chain of files is followed for ever.
const maxDocuments = 10_000

// Load reads the documents at paths and all that they include, import or redefine: first the given ones in their order,
// then the others as they are reached. A path of a directory stands for the schemas in it, and a WSDL for those among its types.
// A document that is reached under several names, or several times, is in the result
// once. The error is [diag.Problems]; the documents that could be read are returned all the same.
//
// A reference leads to the first of these: a document that was given, what the catalog says, what schemaLocation says, what is built in.
func Load(paths []string, opts Options) ([]*Document, error) {
	l := newLoader(opts)
	for _, path := range paths {
		l.given(path)
	}
	l.givens = len(l.documents)
	for _, doc := range l.documents {
		l.givenAt[l.resolvePath(doc.File)] = true
	}
	for i := 0; i < len(l.documents); i++ {
		l.follow(l.documents[i])
	}
	l.supplyBuiltIns()
	return l.documents, l.problems.Err()
}

// loader is the state of one Load.
type loader struct {
	opts      Options
	limits    source.Limits
	problems  diag.Problems
	documents []*Document
	givens    int              // how many of the documents were given
	givenAt   map[string]bool  // resolved paths of these
	files     map[string]*file // by resolved path
	known     map[key]*Document
	firsts    map[[sha256.Size]byte]*Document // the first reading of each content; nil for what is no schema document
	wsdls     map[[sha256.Size]byte]bool      // those whose schemas are among the documents
	inWSDLs   int                             // how many schemas WSDLs held or imported
}

// file is what was read at a place.
type file struct {
	path    string // or network address
	address string // the network address it stands for; empty where there is none
	data    []byte
	hash    [sha256.Size]byte
	far     bool // a catalog or the network was needed to find it, or the document that led to it
	err     error
}

// key identifies a document: its content, and the target namespace it was read for.
type key struct {
	hash      [sha256.Size]byte
	namespace string
}

func newLoader(opts Options) *loader {
	l := &loader{
		opts: opts, limits: source.DefaultLimits(), files: map[string]*file{}, givenAt: map[string]bool{}, known: map[key]*Document{},
		firsts: map[[sha256.Size]byte]*Document{}, wsdls: map[[sha256.Size]byte]bool{},
	}
	if opts.Limits != nil {
		l.limits = *opts.Limits
	}
	return l
}

// document returns the document in f; adopt is the namespace of the including document, which a document without target
// namespace takes on. It returns nil, with the problem noted once, for what is no schema document.
func (l *loader) document(f *file, adopt string) *Document {
	first, known := l.firsts[f.hash]
	if known && first == nil {
		return nil
	}
	if known {
		if doc, ok := l.known[key{f.hash, first.namespaceFor(adopt)}]; ok {
			return doc
		}
	}
	doc := l.parse(f)
	if !known {
		l.firsts[f.hash] = doc
	}
	if doc == nil {
		return nil
	}
	return l.add(doc, adopt)
}

// add takes a document that was read for the first time in this namespace.
func (l *loader) add(doc *Document, adopt string) *Document {
	namespace := doc.namespaceFor(adopt)
	doc.Chameleon = namespace != doc.TargetNamespace
	doc.TargetNamespace = namespace
	l.known[key{doc.Hash, namespace}] = doc
	l.documents = append(l.documents, doc)
	return doc
}

// namespaceFor returns the target namespace the document has when it is included from namespace adopt.
func (d *Document) namespaceFor(adopt string) string {
	if own, ok := d.Root.Token("targetNamespace"); ok {
		return own
	}
	return adopt
}

// Reason is the part of a file error that says what happened, without the path that the message names anyway.
func Reason(err error) string {
	var e *fs.PathError
	if errors.As(err, &e) {
		if os.IsNotExist(e) {
			return "there is no such file"
		}
		return e.Err.Error()
	}
	return err.Error()
}
