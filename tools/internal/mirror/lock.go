// The lock: which copies belong to a folder, with their sha256.

package mirror

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// Lock is what a lock file says, by path.
type Lock map[string]Locked

// Locked is a line of a lock file.
type Locked struct{ Sum, Name string }

const lockHead = "# Written by xsdgen vendor: sha256, path, and what the file was found for. xsdgen vendor --check compares.\n"

// Lock is the text of the folder's lock.
func (f *Folder) Lock() []byte {
	var b strings.Builder
	b.WriteString(lockHead)
	for _, c := range f.Copies {
		fmt.Fprintf(&b, "%s  %s  %s\n", c.Sum, c.Path, c.Name)
	}
	return []byte(b.String())
}

// ParseLock reads a lock file, which file names in messages. The error is [diag.Problems].
func ParseLock(file string, data []byte) (Lock, error) {
	lock := Lock{}
	var problems diag.Problems
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.SplitN(strings.TrimRight(line, "\r"), "  ", 3)
		if len(fields) != 3 || len(fields[0]) != 64 || !fs.ValidPath(fields[1]) {
			problems.Addf(diag.Position{File: file, Line: i + 1, Column: 1}, "", "not a line of a lock: sha256, path and name, with two spaces between them; run xsdgen vendor again")
			continue
		}
		lock[fields[1]] = Locked{Sum: fields[0], Name: fields[2]}
	}
	return lock, problems.Err()
}

// Compare says what in a folder is not as its lock says, sorted by path. It looks at schema documents alone, and at the files that the lock names.
func (l Lock) Compare(folder fs.FS) ([]string, error) {
	var faults []string
	for file, locked := range l {
		data, err := fs.ReadFile(folder, file)
		switch {
		case err != nil:
			faults = append(faults, file+": missing")
		case sumOf(data) != locked.Sum:
			faults = append(faults, fmt.Sprintf("%s: changed: its sha256 is %s, in the lock %s", file, sumOf(data), locked.Sum))
		}
	}
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if _, known := l[name]; err == nil && !entry.IsDir() && !known && path.Ext(name) == ".xsd" {
			faults = append(faults, name+": not in the lock")
		}
		return err
	})
	slices.Sort(faults)
	return faults, err
}

// Named returns the path and sha256 of the copy that was found for an address.
func (l Lock) Named(address string) (file string, sum string, ok bool) {
	for _, file := range sortedLocked(l) {
		if l[file].Name == address {
			return file, l[file].Sum, true
		}
	}
	return "", "", false
}

func sortedLocked(l Lock) []string {
	files := make([]string, 0, len(l))
	for file := range l {
		files = append(files, file)
	}
	slices.Sort(files)
	return files
}
