// This file reads the files of a git revision, with the git command.

package origin

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// tree is the files of a revision as a file system. Names are seen from the top of the repository.
type tree struct {
	repo  string // a folder in the repository; empty for the working directory
	start string // the path asked for
	blobs map[string]blob
	dirs  map[string][]fs.DirEntry // sorted by name
}

// blob is a file.
type blob struct {
	mode, hash string
	size       int64
}

// openTree lists the files of a revision.
func openTree(revision, file string) (*tree, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, fmt.Errorf("%s:%s is a path in git, and the git command is not there; install it, or give a file", revision, file)
	}
	prefix, err := git("rev-parse", "--show-prefix")
	if err != nil {
		return nil, fmt.Errorf("%s:%s is a path in git, and the working directory is in no repository (%w); go into it, or give a file", revision, file, err)
	}
	hash, err := git("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{tree}")
	if err != nil {
		return nil, fmt.Errorf("%s:%s: the repository has no revision %s; git log --oneline lists those it has, and git fetch gets others", revision, file, revision)
	}
	listing, err := git("ls-tree", "-r", "-z", "-l", "--full-tree", strings.TrimSpace(hash))
	if err != nil {
		return nil, fmt.Errorf("%s:%s: %w", revision, file, err)
	}
	t := newTree("", path.Clean(file))
	if strings.HasPrefix(file, "./") || strings.HasPrefix(file, "../") || file == "." || file == ".." {
		t.start = path.Join(strings.TrimSpace(prefix), file)
	}
	return t, t.list(listing)
}

func newTree(repo, start string) *tree {
	return &tree{repo: repo, start: start, blobs: map[string]blob{}, dirs: map[string][]fs.DirEntry{}}
}

// git runs git in the working directory and returns what it prints; the error is what it says.
func git(args ...string) (string, error) { return gitIn("", args...) }

// gitIn is git for the repository that a folder is in. Names are printed as they are.
func gitIn(repo string, args ...string) (string, error) {
	command := exec.Command("git", append([]string{"-c", "core.quotePath=false"}, args...)...)
	command.Dir = repo
	out, err := command.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		first, _, _ := strings.Cut(strings.TrimSpace(string(exit.Stderr)), "\n")
		return "", errors.New(first)
	}
	return string(out), err
}

// list reads the output of git ls-tree: mode, type, hash, size and a tab before each name.
func (t *tree) list(listing string) error {
	t.dirs["."] = nil
	for entry := range strings.SplitSeq(strings.TrimSuffix(listing, "\x00"), "\x00") {
		facts, name, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(facts)
		if !ok || len(fields) != 4 {
			return fmt.Errorf("git ls-tree says %q, which is not understood", entry)
		}
		size, err := strconv.ParseInt(fields[3], 10, 64)
		if err != nil {
			continue // a submodule has no size, and no files here
		}
		t.blobs[name] = blob{fields[0], fields[2], size}
		t.enter(name, false)
	}
	for _, entries := range t.dirs {
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return nil
}

// enter adds a name to its folder, and new folders to theirs.
func (t *tree) enter(name string, isDir bool) {
	dir := path.Dir(name)
	if _, known := t.dirs[dir]; !known {
		t.enter(dir, true)
	}
	t.dirs[dir] = append(t.dirs[dir], fs.FileInfoToDirEntry(t.info(name, isDir)))
	if isDir {
		t.dirs[name] = nil
	}
}

func (t *tree) info(name string, isDir bool) info {
	b := t.blobs[name]
	mode := fs.FileMode(0o444)
	switch {
	case isDir:
		mode |= fs.ModeDir
	case b.mode == "120000":
		mode |= fs.ModeSymlink
	}
	return info{path.Base(name), b.size, mode}
}

// Stat implements fs.StatFS.
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	if _, ok := t.dirs[name]; ok {
		return t.info(name, true), nil
	}
	if _, ok := t.blobs[name]; ok {
		return t.info(name, false), nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// ReadDir implements fs.ReadDirFS.
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, ok := t.dirs[name]
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return slices.Clone(entries), nil
}

// ReadFile implements fs.ReadFileFS.
func (t *tree) ReadFile(name string) ([]byte, error) {
	b, ok := t.blobs[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	content, err := gitIn(t.repo, "cat-file", "blob", b.hash)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return []byte(content), nil
}

// Open implements fs.FS.
func (t *tree) Open(name string) (fs.File, error) {
	facts, err := t.Stat(name)
	if err != nil {
		return nil, err
	}
	if facts.IsDir() {
		return &folder{file{strings.NewReader(""), facts}, t.dirs[name]}, nil
	}
	content, err := t.ReadFile(name)
	return &file{bytes.NewReader(content), facts}, err
}

// info describes a file or folder of a revision.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// file is an open file of a revision.
type file struct {
	io.Reader
	info fs.FileInfo
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

// folder is an open folder of a revision; left are the entries not read yet.
type folder struct {
	file
	left []fs.DirEntry
}

// ReadDir implements fs.ReadDirFile.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.left)
	} else if len(f.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.left))
	entries := slices.Clone(f.left[:n])
	f.left = f.left[n:]
	return entries, nil
}
