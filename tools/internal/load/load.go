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
	// Catalog gives a file for a namespace, or for a schemaLocation as written. It is asked before schemaLocation is followed,
	// and is the only way to documents that are named by a network address: nothing is ever fetched.
	Catalog map[string]string
	// Prefix is put before file names in positions and messages. It says where the files of an FS are from, such as "HEAD:" for a revision of git.
	Prefix string
	// Limits bounds each document; the zero value is source.DefaultLimits with schema documents in mind.
	Limits *source.Limits
}

// maxDocuments bounds the number of schema documents reached, so that no chain of files is followed for ever.
const maxDocuments = 10_000

// Load reads the documents at paths and all that they include, import or redefine: first the given ones in their order,
// then the others as they are reached. A document that is reached under several names, or several times, is in the result
// once. The error is [diag.Problems]; the documents that could be read are returned all the same.
func Load(paths []string, opts Options) ([]*Document, error) {
	l := newLoader(opts)
	for _, path := range paths {
		l.given(path)
	}
	for i := 0; i < len(l.documents); i++ {
		l.follow(l.documents[i])
	}
	l.supplyXMLNamespace()
	return l.documents, l.problems.Err()
}

// loader is the state of one Load.
type loader struct {
	opts      Options
	limits    source.Limits
	problems  diag.Problems
	documents []*Document
	files     map[string]*file // by resolved path
	known     map[key]*Document
	firsts    map[[sha256.Size]byte]*Document // the first reading of each content; nil for what is no schema document
}

// file is what was read at a path.
type file struct {
	path string
	data []byte
	hash [sha256.Size]byte
	err  error
}

// key identifies a document: its content, and the target namespace it was read for.
type key struct {
	hash      [sha256.Size]byte
	namespace string
}

func newLoader(opts Options) *loader {
	l := &loader{opts: opts, limits: source.DefaultLimits(), files: map[string]*file{}, known: map[key]*Document{}, firsts: map[[sha256.Size]byte]*Document{}}
	if opts.Limits != nil {
		l.limits = *opts.Limits
	}
	return l
}

// given reads a document named by the caller.
func (l *loader) given(path string) {
	f := l.read(path)
	if f.err != nil {
		l.problems.Addf(diag.Position{File: l.opts.Prefix + path}, "", "cannot read the schema: %s; check the path", Reason(f.err))
		return
	}
	l.document(f, "")
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
	namespace := doc.namespaceFor(adopt)
	doc.Chameleon = namespace != doc.TargetNamespace
	doc.TargetNamespace = namespace
	l.known[key{f.hash, namespace}] = doc
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
