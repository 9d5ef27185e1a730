// Package commandline is what both commands do alike on their command lines: say their version, and guess what was meant by a word that is not known.
package commandline

import (
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Version is what the build knows of itself: the module's version or the commit, the toolchain and the system it is for.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown) " + runtime.Version()
	}
	return strings.Join([]string{version(info), info.GoVersion, runtime.GOOS + "/" + runtime.GOARCH}, " ")
}

// version is that of the module, or the commit where a build from a checkout has none.
func version(info *debug.BuildInfo) string {
	commit, changed := "", ""
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			commit = setting.Value[:min(len(setting.Value), 12)]
		case setting.Key == "vcs.modified" && setting.Value == "true":
			changed = "+changed"
		}
	}
	switch v := info.Main.Version; {
	case v != "" && v != "(devel)":
		return v
	case commit != "":
		return commit + changed
	}
	return "(devel)"
}

// Commands are the commands that a mistyped word may stand for, the likeliest first.
func Commands(root *cobra.Command, word string) []string {
	if root.SuggestionsMinimumDistance <= 0 {
		root.SuggestionsMinimumDistance = 2
	}
	return root.SuggestionsFor(word)
}

// Flags are the flags that a mistyped one may stand for, with their hyphens.
func Flags(command *cobra.Command, word string) []string {
	guesser := &cobra.Command{SuggestionsMinimumDistance: 2}
	command.Flags().VisitAll(func(flag *pflag.Flag) {
		if !flag.Hidden {
			guesser.AddCommand(&cobra.Command{Use: flag.Name, Run: func(*cobra.Command, []string) {}})
		}
	})
	var out []string
	for _, name := range guesser.SuggestionsFor(strings.TrimLeft(word, "-")) {
		out = append(out, "--"+name)
	}
	return out
}
