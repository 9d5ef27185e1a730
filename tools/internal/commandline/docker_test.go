// The Dockerfile, as far as it can be checked without Docker.

package commandline

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// stage is a part of a Dockerfile, from one FROM to the next.
type stage struct {
	name, image  string
	instructions [][]string // words, the instruction first
}

// stages reads a Dockerfile whose instructions stand on one line each.
func stages(text string) []stage {
	var all []stage
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(words[0], "#"):
		case words[0] == "FROM":
			all = append(all, stage{image: words[1]})
			if len(words) == 4 && words[2] == "AS" {
				all[len(all)-1].name = words[3]
			}
		default:
			all[len(all)-1].instructions = append(all[len(all)-1].instructions, words)
		}
	}
	return all
}

// lines are what stands behind an instruction, wherever it stands in the stage.
func (s *stage) lines(instruction string) []string {
	var found []string
	for _, words := range s.instructions {
		if words[0] == instruction {
			found = append(found, strings.Join(words[1:], " "))
		}
	}
	return found
}

func TestTheImageHoldsTheCommand(t *testing.T) {
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	all := stages(read("Dockerfile"))
	if len(all) != 2 || all[0].name != "build" {
		t.Fatalf("%+v", all)
	}
	build, image := all[0], all[1]
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(read("go.mod"))
	if version == nil || build.image != "golang:"+version[1] {
		t.Errorf("it is built in %s, go.mod says %q", build.image, version)
	}
	for _, line := range build.lines("COPY") {
		for _, source := range strings.Fields(line)[:len(strings.Fields(line))-1] {
			if _, err := os.Stat(filepath.Join(root, source)); err != nil || slices.Contains(strings.Fields(read(".dockerignore")), source) {
				t.Errorf("%s cannot be copied: %v", source, err)
			}
		}
	}
	program, folder := buildOf(t, build.lines("RUN"))
	if _, err := os.Stat(filepath.Join(root, folder, "main.go")); err != nil {
		t.Errorf("no command in %s: %v", folder, err)
	}
	const target = "/usr/local/bin/mvastatus"
	if got := image.lines("COPY"); !slices.Equal(got, []string{"--from=build " + program + " " + target}) {
		t.Errorf("COPY %q", got)
	}
	if got := image.lines("ENTRYPOINT"); !slices.Equal(got, []string{`["` + target + `"]`}) {
		t.Errorf("ENTRYPOINT %q", got)
	}
	if !strings.HasSuffix(image.image, ":nonroot") || !slices.Equal(image.lines("WORKDIR"), []string{"/home/nonroot"}) {
		t.Errorf("%s in %q: want the user nonroot in a folder of its own", image.image, image.lines("WORKDIR"))
	}
	first, _, _ := strings.Cut(read("Dockerfile"), "\n")
	if _, command, ok := strings.Cut(first, ": "); !ok || !strings.Contains(read("README.md"), "$ "+command+"\n") {
		t.Errorf("the README has another command than %q", first)
	}
}

// buildOf finds the program that the go command writes, and the folder it builds. Without cgo the program runs in an image that has no C library.
func buildOf(t *testing.T, runs []string) (program, folder string) {
	t.Helper()
	for _, line := range runs {
		words := strings.Fields(line)
		if at := slices.Index(words, "-o"); at > 0 && at+2 < len(words) && strings.HasPrefix(line, "CGO_ENABLED=0 go build -trimpath ") {
			program, folder = words[at+1], words[at+2]
		}
	}
	if !path.IsAbs(program) || !strings.HasPrefix(folder, "./") {
		t.Fatalf("nothing is built by %q", runs)
	}
	return program, folder
}
