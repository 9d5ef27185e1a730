// The release configuration, as far as it can be checked without goreleaser.

package commandline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// release is what the test looks at in .goreleaser.yaml.
type release struct {
	Version int `yaml:"version"`
	Builds  []struct {
		ID      string   `yaml:"id"`
		Main    string   `yaml:"main"`
		Env     []string `yaml:"env"`
		Flags   []string `yaml:"flags"`
		LDFlags []string `yaml:"ldflags"`
		GOOS    []string `yaml:"goos"`
	} `yaml:"builds"`
	Archives []struct {
		IDs   []string `yaml:"ids"`
		Files []string `yaml:"files"`
	} `yaml:"archives"`
}

func TestTheReleaseHoldsBothCommandsForAllSystems(t *testing.T) {
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	var config release
	if err := yaml.Unmarshal(read(".goreleaser.yaml"), &config); err != nil {
		t.Fatal(err)
	}
	if config.Version != 2 || len(config.Builds) != 2 || len(config.Archives) != 1 {
		t.Fatalf("%+v", config)
	}
	script := string(read(".ci/release"))
	for _, build := range config.Builds {
		if info, err := os.Stat(filepath.Join(root, build.Main, "main.go")); err != nil || !info.Mode().IsRegular() {
			t.Errorf("%s: no command in %s: %v", build.ID, build.Main, err)
		}
		if !slices.Equal(build.GOOS, []string{"linux", "darwin", "windows"}) || !slices.Contains(config.Archives[0].IDs, build.ID) {
			t.Errorf("%s is built for %v and packed with %v", build.ID, build.GOOS, config.Archives[0].IDs)
		}
		for _, setting := range slices.Concat(build.Env, build.Flags, build.LDFlags) {
			if !strings.Contains(script, setting) {
				t.Errorf("%s: .ci/release does not build with %s", build.ID, setting)
			}
		}
	}
	for _, file := range config.Archives[0].Files {
		read(file)
	}
}
