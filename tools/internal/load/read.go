// Reading bytes, each file once.

package load

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// read returns the file at a place, read once however the place is spelled.
func (l *loader) read(name string) *file {
	resolved := l.resolvePath(name)
	if f, ok := l.files[resolved]; ok {
		return f
	}
	f := &file{path: name}
	switch text, isText := l.opts.Texts[name]; {
	case isText:
		f.data = text
	case isAddress(name) && l.opts.Fetch == nil:
		f.err = errNetwork
	case isAddress(name):
		f.data, f.err = l.opts.Fetch(name)
		f.address = name
	default:
		f.data, f.err = l.readBytes(name)
	}
	f.hash = sha256.Sum256(f.data)
	l.files[resolved] = f
	return f
}

// resolvePath returns one spelling for all spellings of a path.
func (l *loader) resolvePath(name string) string {
	if _, isText := l.opts.Texts[name]; isText || isAddress(name) {
		return name
	}
	if l.inFS(name) {
		return path.Clean(name)
	}
	absolute, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if target, err := filepath.EvalSymlinks(absolute); err == nil {
		return target
	}
	return absolute
}

func (l *loader) readBytes(name string) ([]byte, error) {
	info, err := l.stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errNotAFile}
	}
	if info.Size() > maxFileBytes {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errTooLarge}
	}
	if l.inFS(name) {
		return fs.ReadFile(l.opts.FS, name)
	}
	return os.ReadFile(name)
}

// inFS reports whether a path is one of the FS: all are, but for those on the disk that a catalog gave.
func (l *loader) inFS(name string) bool {
	return l.opts.FS != nil && !(l.opts.CatalogOnDisk && filepath.IsAbs(name))
}

// nearName returns the path of a file that is named like the missing one but for letter case, or for backslashes; empty where there is none.
func (l *loader) nearName(name string) string {
	if isAddress(name) {
		return ""
	}
	name = strings.ReplaceAll(name, `\`, "/")
	directory, base := filepath.Dir(name), filepath.Base(name)
	entries, err := l.readDir(directory)
	if err != nil {
		return ""
	}
	for _, entry := range entries {
		if !entry.IsDir() && strings.EqualFold(entry.Name(), base) {
			return l.opts.Prefix + path.Join(filepath.ToSlash(directory), entry.Name())
		}
	}
	return ""
}

func (l *loader) readDir(directory string) ([]fs.DirEntry, error) {
	if l.opts.FS != nil {
		return fs.ReadDir(l.opts.FS, filepath.ToSlash(directory))
	}
	return os.ReadDir(directory)
}

// maxFileBytes bounds one schema document; the largest published ones have a few megabytes.
const maxFileBytes = 256 << 20

type fileError string

func (e fileError) Error() string { return string(e) }

const (
	errNotAFile fileError = "it is not a file"
	errTooLarge fileError = "it is larger than 256 MB"
	errNetwork  fileError = "it is a network address, and nothing is fetched"
)
