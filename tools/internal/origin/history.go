// This file finds the commits of a git repository that changed a schema, or anything that it refers to.

package origin

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// Commit is a commit with the schema as it left it.
type Commit struct {
	Hash, Date, Subject string // the date as 2026-01-31
	Path                string // of the schema then, seen from the top of the repository
	// Before says that the commit is not one of those asked for: it gives the version that the first of them is compared with.
	Before bool
	tree   *tree
}

// Short is the beginning of the hash, as people write it.
func (c *Commit) Short() string { return c.Hash[:min(len(c.Hash), 9)] }

// Origin is where the schema is in the commit.
func (c *Commit) Origin() (*Origin, error) { return c.tree.find(c.Short(), c.Path) }

// Content tells the contents of files of the commit from all others. Names are those of files as [load.Document] has them.
func (c *Commit) Content(files []string) string {
	hash := sha256.New()
	for _, file := range files {
		name := strings.TrimPrefix(file, c.Short()+":")
		fmt.Fprintf(hash, "%s %s\n", name, c.tree.blobs[name].hash)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// History lists the commits of a repository that may have changed the schema at a path: those that touched it, whatever it was called then, and
// those that touched another schema document. The oldest comes first. Between is REV, REV..REV or empty for all that led to HEAD; a merge counts as
// what it brought to its first parent.
func History(repo, file, between string) ([]*Commit, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, fmt.Errorf("the git command is not there; install it")
	}
	top, err := gitIn(repo, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("%s is in no repository (%w); name a folder in one with --repo", orHere(repo), err)
	}
	h := &history{repo: strings.TrimRight(top, "\r\n")}
	if h.path, err = h.seenFromTop(repo, file); err != nil {
		return nil, err
	}
	from, to := cutRange(between)
	for _, revision := range []string{from, to} {
		if revision == "" {
			continue
		}
		if _, err := gitIn(h.repo, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}"); err != nil {
			return nil, fmt.Errorf("the repository has no revision %s; git log --oneline lists those it has", revision)
		}
	}
	return h.commits(from, to)
}

func orHere(repo string) string {
	if repo == "" {
		return "the working directory"
	}
	return repo
}

// cutRange splits REV..REV; one revision alone is where the history ends.
func cutRange(between string) (from, to string) {
	from, to, isRange := strings.Cut(between, "..")
	if !isRange {
		from, to = "", between
	}
	if to == "" {
		to = "HEAD"
	}
	return from, to
}

// history is a question about a repository.
type history struct {
	repo, path string
}

// seenFromTop is a path as seen from the top of the repository: paths are given as seen from the working directory, or from the repository's top.
func (h *history) seenFromTop(repo, file string) (string, error) {
	clean := filepath.ToSlash(filepath.Clean(file))
	if filepath.IsAbs(file) {
		relative, err := filepath.Rel(h.repo, file)
		if err != nil || strings.HasPrefix(relative, "..") {
			return "", fmt.Errorf("%s is not in the repository %s; give --repo", file, h.repo)
		}
		return filepath.ToSlash(relative), nil
	}
	prefix, err := gitIn(repo, "rev-parse", "--show-prefix")
	if err != nil {
		return "", err
	}
	return path.Join(strings.TrimRight(prefix, "\r\n"), clean), nil
}

// format is how git prints a commit: a line that begins with a zero byte, with fields between unit separators.
const format = "--format=%x00%H%x1f%cs%x1f%s"

// commits lists the commits with the name of the schema in each.
func (h *history) commits(from, to string) ([]*Commit, error) {
	named, err := h.names(to)
	if err != nil {
		return nil, err
	}
	if len(named) == 0 {
		return nil, fmt.Errorf("no commit before %s has touched %s; give its path as seen from the working directory, or name the repository with --repo", to, h.path)
	}
	var paths []string
	for _, name := range named {
		if !slices.Contains(paths, name) {
			paths = append(paths, name)
		}
	}
	slices.Sort(paths)
	all, err := h.log(append([]string{to, "--", ":(icase)*.xsd"}, paths...)...)
	if err != nil {
		return nil, err
	}
	asked, err := h.asked(from, to)
	if err != nil {
		return nil, err
	}
	return h.within(all, named, asked)
}

// within keeps the commits in which the schema is there, and of those not asked for the last before.
func (h *history) within(all []*Commit, named map[string]string, asked map[string]bool) ([]*Commit, error) {
	var kept []*Commit
	name := ""
	for _, c := range all {
		if renamed, ok := named[c.Hash]; ok {
			name = renamed
		}
		if name == "" {
			continue
		}
		c.Path, c.Before = name, !asked[c.Hash]
		if c.Before {
			kept = kept[:0]
		}
		kept = append(kept, c)
	}
	for _, c := range kept {
		if err := h.open(c); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(kept, func(c *Commit) bool { _, err := fs.Stat(c.tree, c.Path); return err != nil }), nil
}

// log lists commits, the oldest first.
func (h *history) log(args ...string) ([]*Commit, error) {
	out, err := gitIn(h.repo, append([]string{"log", "--first-parent", "-m", "--topo-order", format}, args...)...)
	if err != nil {
		return nil, err
	}
	var commits []*Commit
	for entry := range strings.SplitSeq(strings.TrimPrefix(out, "\x00"), "\x00") {
		fields := strings.Split(strings.TrimRight(entry, "\n"), "\x1f")
		if len(fields) == 3 {
			commits = append(commits, &Commit{Hash: fields[0], Date: fields[1], Subject: fields[2]})
		}
	}
	slices.Reverse(commits)
	return commits, nil
}

// names maps the commits that touched the schema to what it was called after them. Folders are not followed when they are renamed.
func (h *history) names(to string) (map[string]string, error) {
	named := map[string]string{}
	out, err := gitIn(h.repo, "log", "--first-parent", "-m", "--topo-order", "--follow", "--name-status", "-M", format, to, "--", h.path)
	if err != nil {
		return nil, err
	}
	for entry := range strings.SplitSeq(strings.TrimPrefix(out, "\x00"), "\x00") {
		head, status, _ := strings.Cut(entry, "\n")
		hash, _, _ := strings.Cut(head, "\x1f")
		for line := range strings.SplitSeq(strings.TrimSpace(status), "\n") {
			fields := strings.Split(line, "\t")
			if len(fields) < 2 {
				continue
			}
			named[hash] = fields[len(fields)-1]
			if path.Ext(h.path) == "" || !strings.EqualFold(path.Ext(h.path), path.Ext(fields[len(fields)-1])) {
				named[hash] = h.path // a folder
			}
		}
	}
	return named, nil
}

// asked are the commits after from and up to to.
func (h *history) asked(from, to string) (map[string]bool, error) {
	between := to
	if from != "" {
		between = from + ".." + to
	}
	out, err := gitIn(h.repo, "rev-list", between, "--")
	if err != nil {
		return nil, err
	}
	asked := map[string]bool{}
	for hash := range strings.FieldsSeq(out) {
		asked[hash] = true
	}
	return asked, nil
}

// open lists the files of a commit.
func (h *history) open(c *Commit) error {
	listing, err := gitIn(h.repo, "ls-tree", "-r", "-z", "-l", "--full-tree", c.Hash)
	if err != nil {
		return err
	}
	c.tree = newTree(h.repo, c.Path)
	return c.tree.list(listing)
}

// Files are the files of documents, sorted.
func Files(documents []*load.Document) []string {
	var files []string
	for _, d := range documents {
		files = append(files, d.File)
	}
	slices.Sort(files)
	return files
}
