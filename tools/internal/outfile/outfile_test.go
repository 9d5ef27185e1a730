//go:build unix

package outfile_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
)

// put writes an ordinary file for a test.
func put(t *testing.T, path, text string, mode fs.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

// holds compares a file's content and mode with what they should be, and sees that nothing was left beside it.
func holds(t *testing.T, path, text string, mode fs.FileMode, names int) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != text || info.Mode() != mode {
		t.Errorf("%s holds %q with mode %v, want %q with %v", path, data, info.Mode(), text, mode)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != names {
		t.Errorf("%d files in the folder, want %d: %v, %v", len(entries), names, entries, err)
	}
}

func TestNewFilesHonourTheUmask(t *testing.T) {
	old := syscall.Umask(0o027)
	defer syscall.Umask(old)
	dir := t.TempDir()
	for _, c := range []struct {
		name string
		perm fs.FileMode
		want fs.FileMode
	}{{"shared", outfile.Shared, 0o640}, {"private", outfile.Private, 0o600}} {
		sub := filepath.Join(dir, c.name)
		if err := os.Mkdir(sub, 0o700); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(sub, "out")
		if err := outfile.Check(path, 1000, c.perm); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Error("the check made the file")
		}
		if err := outfile.Write(path, []byte("text"), c.perm); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "text", c.want, 1)
	}
}

func TestAnExistingFileKeepsItsMode(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o644, 0o660, 0o666, 0o755} {
		path := filepath.Join(t.TempDir(), "out")
		put(t, path, "old and longer", mode)
		if err := outfile.Write(path, []byte("new"), outfile.Private); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "new", mode, 1)
	}
}

func TestAReadOnlyFileIsLeftAlone(t *testing.T) {
	if os.Getuid() == 0 {
		t.Log("root may write everything")
		return
	}
	path := filepath.Join(t.TempDir(), "out")
	put(t, path, "old", 0o400)
	if err := outfile.Write(path, []byte("new"), outfile.Shared); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v", err)
	}
	holds(t, path, "old", 0o400, 1)
}

func TestLinksAreFollowed(t *testing.T) {
	dir := t.TempDir()
	file, link, dangling := filepath.Join(dir, "real"), filepath.Join(dir, "link"), filepath.Join(dir, "dangling")
	put(t, file, "old", 0o640)
	for name, to := range map[string]string{link: "real", dangling: "new"} {
		if err := os.Symlink(to, name); err != nil {
			t.Fatal(err)
		}
		if err := outfile.Write(name, []byte("text"), outfile.Private); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Lstat(name); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v, %v", name, info, err)
		}
	}
	holds(t, file, "text", 0o640, 4)
	holds(t, filepath.Join(dir, "new"), "text", 0o600, 4)
	circle := filepath.Join(dir, "circle")
	if err := os.Symlink("circle", circle); err != nil {
		t.Fatal(err)
	}
	if err := outfile.Write(circle, nil, outfile.Shared); err == nil {
		t.Error("a circle of links was written")
	}
}

func TestOtherNamesOfAFileSeeTheNewText(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	put(t, one, "old and longer", 0o644)
	if err := os.Link(one, two); err != nil {
		t.Fatal(err)
	}
	if err := outfile.Write(one, []byte("new"), outfile.Shared); err != nil {
		t.Fatal(err)
	}
	holds(t, two, "new", 0o644, 2)
}

func TestPipesAreWrittenInto(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := outfile.Check(path, 1<<20, outfile.Private); err != nil {
		t.Fatal(err)
	}
	read := make(chan string)
	go func() {
		file, err := os.Open(path)
		if err != nil {
			read <- err.Error()
			return
		}
		data, err := io.ReadAll(file)
		read <- string(data) + text(errors.Join(err, file.Close()))
	}()
	if err := outfile.Write(path, []byte("into the pipe"), outfile.Private); err != nil {
		t.Fatal(err)
	}
	if got := <-read; got != "into the pipe" {
		t.Errorf("the reader saw %q", got)
	}
	if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe became %v, %v", info, err)
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// TestDevicesStayDevices writes to devices of the test's own: 1:3 takes everything, 1:7 is always full.
func TestDevicesStayDevices(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name  string
		minor int
		want  error
	}{{"null", 3, nil}, {"full", 7, syscall.ENOSPC}} {
		path := filepath.Join(dir, c.name)
		if err := exec.Command("mknod", path, "c", "1", string(rune('0'+c.minor))).Run(); err != nil {
			t.Logf("no device can be made here: %v", err)
			return
		}
		err := outfile.Write(path, []byte("text"), outfile.Shared)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeCharDevice == 0 {
			t.Errorf("%s became %v, %v", c.name, info, err)
		}
	}
}

func TestErrorsNameTheUsersPath(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]error{"missing/out": fs.ErrNotExist, ".": syscall.EISDIR} {
		path := filepath.Join(dir, name)
		for what, err := range map[string]error{"check": outfile.Check(path, 1, outfile.Shared), "write": outfile.Write(path, nil, outfile.Shared)} {
			var pathError *fs.PathError
			if !errors.As(err, &pathError) || pathError.Path != path || !errors.Is(err, want) {
				t.Errorf("%s of %s: %v", what, path, err)
			}
		}
	}
}

// TestAFullDisk runs on a disk of its own where the system allows to mount one.
func TestAFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "none", dir).Run(); err != nil {
		t.Logf("no disk can be mounted here: %v", err)
		return
	}
	defer exec.Command("umount", dir).Run() //nolint:errcheck // the test is over
	path := filepath.Join(dir, "out")
	put(t, path, "old", 0o644)
	if err := outfile.Check(path, 8<<10, outfile.Shared); err != nil {
		t.Errorf("what there is room for: %v", err)
	}
	if err := outfile.Check(path, 1<<20, outfile.Shared); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("%v, want no space", err)
	}
	if err := outfile.Write(path, make([]byte, 1<<20), outfile.Shared); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("%v, want no space", err)
	}
	holds(t, path, "old", 0o644, 1)
}
