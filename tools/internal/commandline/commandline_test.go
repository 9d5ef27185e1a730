package commandline

import (
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
)

func TestVersion(t *testing.T) {
	settings := []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}}
	for want, info := range map[string]*debug.BuildInfo{
		"v1.2.3":               {Main: debug.Module{Version: "v1.2.3"}, Settings: settings},
		"0123456789ab+changed": {Main: debug.Module{Version: "(devel)"}, Settings: settings},
		"(devel)":              {},
	} {
		if got := version(info); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if !strings.Contains(Version(), "go1.") {
		t.Errorf("%q does not tell the toolchain", Version())
	}
}

func TestGuesses(t *testing.T) {
	root := &cobra.Command{Use: "program"}
	batch := &cobra.Command{Use: "batch", Run: func(*cobra.Command, []string) {}}
	batch.Flags().String("output", "", "")
	batch.Flags().String("old", "", "")
	root.AddCommand(batch, &cobra.Command{Use: "status", Run: batch.Run})
	for word, want := range map[string][]string{"statsu": {"status"}, "bacth": {"batch"}, "nonsense": {}} {
		if diff := cmp.Diff(want, Commands(root, word)); diff != "" {
			t.Errorf("%s: %s", word, diff)
		}
	}
	for word, want := range map[string][]string{"--ouput": {"--output"}, "--outptu": {"--output"}, "--xyzzy": nil} {
		if diff := cmp.Diff(want, Flags(batch, word)); diff != "" {
			t.Errorf("%s: %s", word, diff)
		}
	}
}
