// Help in the language of the reader, wrapped for the terminal.

package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/commandline"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// addHelp makes the help of all commands and their errors speak the language.
func (o *options) addHelp(root *cobra.Command) {
	root.PersistentFlags().BoolP("help", "h", false, o.voice.Say("show this help"))
	root.Flags().Bool("version", false, o.voice.Say("show the version"))
	root.SetHelpFunc(func(command *cobra.Command, _ []string) { o.help(command) })
	root.SetUsageFunc(func(command *cobra.Command) error { o.help(command); return nil })
	root.SetVersionTemplate("mvastatus {{.Version}}\n")
	root.SetFlagErrorFunc(o.flagError)
	root.SetHelpCommand(&cobra.Command{
		Use: "help", Hidden: true,
		Run: func(command *cobra.Command, arguments []string) {
			if found, _, err := command.Root().Find(arguments); err == nil {
				o.help(found)
			}
		},
	})
	root.CompletionOptions.DisableDefaultCmd = true
}

// helpWidth is where help is wrapped when it goes to a file or pipe.
const helpWidth = 80

func (o *options) help(command *cobra.Command) {
	out, v := command.OutOrStdout(), o.voice
	width, terminal := o.world.Width(out)
	if !terminal || width <= 0 {
		width = helpWidth
	}
	about := command.Long
	if about == "" {
		about = command.Short
	}
	fmt.Fprintf(out, "%s\n\n%s\n  %s\n", paragraphs(about, width), v.Say("Use:"), o.useLine(command))
	if command.Example != "" {
		fmt.Fprintf(out, "\n%s\n  %s\n", v.Say("Examples:"), strings.ReplaceAll(command.Example, "\n", "\n  "))
	}
	if command.HasAvailableSubCommands() {
		fmt.Fprintf(out, "\n%s\n", v.Say("Commands:"))
		var rows [][2]string
		for _, each := range command.Commands() {
			if each.IsAvailableCommand() {
				rows = append(rows, [2]string{each.Name(), each.Short})
			}
		}
		columns(out, rows, width)
	}
	fmt.Fprintf(out, "\n%s\n", v.Say("Flags:"))
	columns(out, o.flagRows(command.LocalFlags()), width)
	if inherited := o.flagRows(command.InheritedFlags()); len(inherited) > 0 {
		fmt.Fprintf(out, "\n%s\n", v.Say("Flags of all commands:"))
		columns(out, inherited, width)
	}
}

func (o *options) useLine(command *cobra.Command) string {
	line := command.CommandPath()
	if command.HasAvailableSubCommands() {
		line += " " + o.voice.Say("COMMAND")
	}
	if _, arguments, found := strings.Cut(command.Use, " "); found {
		line += " " + arguments
	}
	return line + " " + o.voice.Say("[FLAGS]")
}

// flagRows are flags with their placeholders, and what they mean with the standard value.
func (o *options) flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Hidden {
			return
		}
		name := "    --" + flag.Name
		if flag.Shorthand != "" {
			name = "-" + flag.Shorthand + ", --" + flag.Name
		}
		placeholder, meaning := unquote(flag)
		if placeholder != "" {
			name += " " + placeholder
		}
		if flag.DefValue != "" && flag.DefValue != "false" && flag.DefValue != "0s" {
			meaning += " " + o.voice.Say("(standard: %s)", flag.DefValue)
		}
		rows = append(rows, [2]string{name, meaning})
	})
	return rows
}

// unquote finds the placeholder in backquotes in a flag's help, where it stands as a word of the sentence too.
func unquote(flag *pflag.Flag) (placeholder, meaning string) {
	before, rest, found := strings.Cut(flag.Usage, "`")
	if !found {
		return "", flag.Usage
	}
	placeholder, after, _ := strings.Cut(rest, "`")
	word := placeholder
	if word != "URL" && word != "ID" {
		word = strings.ToLower(word)
	}
	return placeholder, before + word + after
}

// paragraphs wraps prose; what is indented stays as it is.
func paragraphs(text string, width int) string {
	parts := strings.Split(text, "\n\n")
	for i, part := range parts {
		if !strings.Contains(part, "\n  ") && !strings.HasPrefix(part, "  ") {
			parts[i] = say.Wrap(strings.ReplaceAll(part, "\n", " "), width, "")
		}
	}
	return strings.Join(parts, "\n\n")
}

// columns writes names with their meanings beside them, or below those too long for it.
func columns(out io.Writer, rows [][2]string, width int) {
	const most = 26
	room := 0
	for _, row := range rows {
		if n := utf8.RuneCountInString(row[0]); n <= most {
			room = max(room, n)
		}
	}
	indent := strings.Repeat(" ", room+4)
	for _, row := range rows {
		name := "  " + row[0] + strings.Repeat(" ", max(0, room-utf8.RuneCountInString(row[0]))) + "  "
		if utf8.RuneCountInString(row[0]) > room {
			name = strings.TrimRight(name, " ") + "\n" + indent
		}
		first, meaning := name, say.Wrap(indent+row[1], width, indent)
		fmt.Fprintln(out, first+strings.TrimPrefix(meaning, indent))
	}
}

// flagError words what is wrong with flags.
func (o *options) flagError(command *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		if guesses := commandline.Flags(command, name); len(guesses) > 0 {
			return usage(say.Errorf("there is no flag %s: did you mean %s?", name, say.List(guesses)))
		}
		return usage(say.Errorf("there is no flag %s for %s", name, command.CommandPath()))
	case errors.As(err, &missing):
		return usage(say.Errorf("--%s needs a value", missing.GetFlag().Name))
	case errors.As(err, &invalid):
		return usage(say.Errorf("--%s does not take %q", invalid.GetFlag().Name, invalid.GetValue()))
	}
	return usage(say.Errorf("the flags are not written as they should be: %s", err))
}

// newCompletion writes scripts that make shells complete commands and flags.
func newCompletion(o *options) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: o.voice.Say("Write the script that makes your shell complete commands and flags"),
		Long: o.voice.Say(`Writes the script for bash, zsh, fish or powershell to standard output. Load it when the
shell starts:

  bash         source <(mvastatus completion bash)
  zsh          source <(mvastatus completion zsh)
  fish         mvastatus completion fish | source
  powershell   mvastatus completion powershell | Out-String | Invoke-Expression`),
		Example:   "mvastatus completion bash",
		ValidArgs: shells,
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 1 {
				return usage(say.Errorf("name one shell: %s", say.List(shells)))
			}
			return nil
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			root, out := command.Root(), o.world.Stdout
			switch arguments[0] {
			case "bash":
				return root.GenBashCompletionV2(out, true)
			case "zsh":
				return root.GenZshCompletion(out)
			case "fish":
				return root.GenFishCompletion(out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(out)
			}
			return usage(say.Errorf("there is no shell %q: name one of %s", arguments[0], say.List(shells)))
		},
	}
}
