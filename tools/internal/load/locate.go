// From a schemaLocation to a file: catalog first, then relative to the referring document, never the network.

package load

import (
	"crypto/sha256"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
)

// locate returns the path of the document that ref means, or the reason why there is none.
func (l *loader) locate(doc *Document, ref *Reference) (file, why string) {
	if file, ok := l.opts.Catalog[ref.Location]; ok && ref.Location != "" {
		return file, ""
	}
	if ref.Kind == Import {
		if file, ok := l.opts.Catalog[ref.Namespace]; ok {
			return file, ""
		}
	}
	if ref.Location == "" {
		return "", "no schemaLocation is given; name the file there or in the catalog"
	}
	location, err := url.Parse(ref.Location)
	if err != nil {
		return "", "schemaLocation " + ref.Location + " is not a URI reference; correct it"
	}
	switch {
	case isDriveLetter(location.Scheme):
		return ref.Location, ""
	case location.Scheme == "file" && location.Host == "":
		return location.Path, ""
	case location.Scheme != "" || location.Host != "":
		return "", ref.Location + " is a network address, and nothing is fetched; save the document and give its file in the catalog"
	case location.Path == "":
		return doc.File, "" // a bare fragment: the document itself
	}
	return l.join(doc.File, location.Path), ""
}

// isDriveLetter reports whether what looks like a URI scheme is a disk of Windows.
func isDriveLetter(scheme string) bool { return len(scheme) == 1 }

// join returns location as seen from the document in base.
func (l *loader) join(base, location string) string {
	if l.opts.FS != nil {
		return path.Join(path.Dir(base), location)
	}
	local := filepath.FromSlash(location)
	if filepath.IsAbs(local) {
		return local
	}
	return filepath.Join(filepath.Dir(base), local)
}

// read returns the file at path, read once however it is spelled.
func (l *loader) read(name string) *file {
	resolved := l.resolvePath(name)
	if f, ok := l.files[resolved]; ok {
		return f
	}
	f := &file{path: name}
	f.data, f.err = l.readBytes(name)
	f.hash = sha256.Sum256(f.data)
	l.files[resolved] = f
	return f
}

// resolvePath returns one spelling for all spellings of a path.
func (l *loader) resolvePath(name string) string {
	if l.opts.FS != nil {
		return path.Clean(name)
	}
	absolute, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(absolute); err == nil {
		return real
	}
	return absolute
}

func (l *loader) readBytes(name string) ([]byte, error) {
	var info fs.FileInfo
	var err error
	if l.opts.FS != nil {
		info, err = fs.Stat(l.opts.FS, name)
	} else {
		info, err = os.Stat(name)
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errNotAFile}
	}
	if info.Size() > maxFileBytes {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errTooLarge}
	}
	if l.opts.FS != nil {
		return fs.ReadFile(l.opts.FS, name)
	}
	return os.ReadFile(name)
}

// maxFileBytes bounds one schema document; the largest published ones have a few megabytes.
const maxFileBytes = 256 << 20

type fileError string

func (e fileError) Error() string { return string(e) }

const (
	errNotAFile fileError = "it is not a file"
	errTooLarge fileError = "it is larger than 256 MB"
)
