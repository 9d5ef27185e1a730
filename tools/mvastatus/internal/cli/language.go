// The language is needed before the command line is read: help and its errors speak it too.

package cli

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
)

// languageOf looks for a language where settings come from, in their order of precedence. What is wrong there is said later.
func languageOf(arguments []string, lookup func(string) (string, bool)) say.Language {
	if code, ok := valueOf(arguments, "--lang"); ok {
		language, _ := say.Named(code)
		return language
	}
	if code, ok := lookup(settings.EnvPrefix + "LANG"); ok {
		language, _ := say.Named(code)
		return language
	}
	config, given := valueOf(arguments, "--config")
	if !given {
		config, _ = lookup(settings.EnvPrefix + "CONFIG")
	}
	collected, err := settings.FromFile(config)
	if err != nil {
		return say.Bokmaal
	}
	language, _ := say.Named(collected.Language)
	return language
}

// valueOf is the last value of a flag among arguments.
func valueOf(arguments []string, flag string) (value string, given bool) {
	for i, argument := range arguments {
		rest, joined := strings.CutPrefix(argument, flag+"=")
		switch {
		case argument == "--":
			return value, given
		case joined:
			value, given = rest, true
		case argument == flag && i+1 < len(arguments):
			value, given = arguments[i+1], true
		}
	}
	return value, given
}
