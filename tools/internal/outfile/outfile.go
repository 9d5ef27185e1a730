// Package outfile writes what a command puts out into the file that its user named. A regular file is replaced when the new one is complete, so that
// nobody ever reads half of one and a failure leaves the old one as it was. Everything else is treated as a shell's redirection would treat it:
// devices and pipes are written into, links are followed, an existing file keeps its mode and owner, and a new one honours the umask.
package outfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// The modes for new files, before the umask is applied.
const (
	Shared  fs.FileMode = 0o666
	Private fs.FileMode = 0o600 // for what concerns clients of the user
)

// Write writes data into the file at path. A file that does not exist is made with mode perm, less the umask; one that exists keeps its own. Every error
// is about the path as it was given.
func Write(path string, data []byte, perm fs.FileMode) error {
	target, err := find(path)
	if err != nil {
		return about(path, err)
	}
	return about(path, target.write(data, perm))
}

// Check tells before any work is done whether Write could write room bytes: the folder is there, the file may be written, the disk has the room.
// Into devices and pipes it writes nothing.
func Check(path string, room int64, perm fs.FileMode) error {
	target, err := find(path)
	if err != nil {
		return about(path, err)
	}
	return about(path, target.check(room, perm))
}

// target is where a write ends up.
type target interface {
	write(data []byte, perm fs.FileMode) error
	check(room int64, perm fs.FileMode) error
}

// find looks what is at path, behind all links.
func find(path string) (target, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		end, err := destination(path)
		return regular{path: end}, err
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, syscall.EISDIR
	case !info.Mode().IsRegular():
		return stream{path: path}, nil
	case ofProcess(path):
		return stream{path: path, flags: os.O_APPEND}, nil
	}
	end, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, err
	}
	if linkCount(info) > 1 { // a file in its place would leave the other names with the old content
		return stream{path: end, flags: os.O_TRUNC}, nil
	}
	return regular{path: end, old: info}, nil
}

// ofProcess tells whether path names an open file of this process, such as /dev/stdout: replacing what it is redirected to would leave the
// shell with the old file, and writing from the start would meet with what the process writes by itself.
func ofProcess(path string) bool {
	clean := filepath.ToSlash(filepath.Clean(path))
	switch clean {
	case "/dev/stdout", "/dev/stderr":
		return true
	}
	return strings.HasPrefix(clean, "/dev/fd/") || strings.HasPrefix(clean, "/proc/")
}

// mostLinks bounds a chain of links, as operating systems do.
const mostLinks = 40

// destination follows links whose end does not exist yet.
func destination(path string) (string, error) {
	for range mostLinks {
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil //nolint:nilerr // no link: this is where the file will be
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return "", syscall.ELOOP
}

// about makes an error speak of the user's path and of nothing else that was touched on the way.
func about(path string, err error) error {
	if err == nil {
		return nil
	}
	cause := err
	var pathError *fs.PathError
	var linkError *os.LinkError
	switch {
	case errors.As(err, &pathError):
		cause = pathError.Err
	case errors.As(err, &linkError):
		cause = linkError.Err
	}
	return &fs.PathError{Op: "write", Path: path, Err: cause}
}
