// The flags all commands share, and the settings they make together with the environment and the file.

package cli

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// options are the flags of a run.
type options struct {
	world   *World
	set     *pflag.FlagSet
	config  string
	soon    int
	verbose bool
	sandbox bool
}

// settingFlags are the flags that set a text of the settings, in the order of the help. There is none for a secret.
var settingFlags = []struct{ name, help string }{
	{"environment", "Maskinporten to use: test or production (default test)"},
	{"base-url", "address of the status service"},
	{"issuer", "a Maskinporten other than the two, by its issuer"},
	{"client-id", "id of your Maskinporten client"},
	{"key-file", "file with the private key: PEM, PKCS#12 or JWK"},
	{"kid", "id of the uploaded key; without it the certificate is sent"},
	{"key-password-file", "file with the password of a PKCS#12 key"},
	{"delegation", "how you act for others: consumer-org, system-user or none (default consumer-org)"},
	{"organisation", "your own organisation number, for which no delegation is needed"},
	{"external-ref", "external reference of the system user"},
	{"accept", "format to ask the service for: xml or json (default xml)"},
	{"lang", "language of the output: nb or en (default nb)"},
}

func (o *options) addTo(root *cobra.Command) {
	o.set = root.PersistentFlags()
	o.set.StringVar(&o.config, "config", "", "settings file (default "+settings.DefaultPath()+")")
	for _, flag := range settingFlags {
		o.set.String(flag.name, "", flag.help)
	}
	o.set.IntVar(&o.soon, "soon", settings.Defaults().Soon, "days within which a deadline counts as near")
	o.set.BoolVarP(&o.verbose, "verbose", "v", false, "log requests and retries to standard error, never secrets, and show where answers deviate from the schema")
}

// addSandboxFlag lets a command run against a service of its own making.
func (o *options) addSandboxFlag(command *cobra.Command) {
	command.Flags().BoolVar(&o.sandbox, "sandbox", false, "ask a sandbox inside the program: no set-up, no network, synthetic organisations")
}

// settings puts file, environment and flags together. What is wrong with them is a usage error; whether anything is missing is for
// [settings.Settings.Check].
func (o *options) settings() (settings.Settings, error) {
	config := o.config
	if config == "" {
		config, _ = o.world.LookupEnv(settings.EnvPrefix + "CONFIG")
	}
	collected, err := settings.FromFile(config)
	if err != nil {
		return collected, usage(err)
	}
	if err := collected.AddEnvironment(o.world.LookupEnv); err != nil {
		return collected, usage(err)
	}
	for _, flag := range settingFlags {
		if given := o.set.Lookup(flag.name); given.Changed {
			*collected.Text(strings.ReplaceAll(flag.name, "-", "_")) = given.Value.String()
		}
	}
	if o.set.Changed("soon") {
		collected.Soon = o.soon
	}
	return collected, nil
}

// warnExposed tells of secret files that others can read.
func (o *options) warnExposed(s settings.Settings) {
	for _, warning := range s.Exposed() {
		fmt.Fprintln(o.world.Stderr, "warning:", warning)
	}
}

// logger writes to standard error when the user asked for it.
func (o *options) logger() *slog.Logger {
	if !o.verbose {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(o.world.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// style is what standard output can show: colour on a terminal, unless NO_COLOR (no-color.org) is set or the terminal is dumb.
func (o *options) style() report.Style {
	width, terminal := o.world.Width(o.world.Stdout)
	noColor, set := o.world.LookupEnv("NO_COLOR")
	kind, _ := o.world.LookupEnv("TERM")
	return report.Style{Color: terminal && (!set || noColor == "") && kind != "dumb", Width: width, Deviations: o.verbose}
}

// words are those of the language in the settings.
func words(s settings.Settings) (terms.Words, error) {
	found, err := terms.In(terms.Language(s.Language))
	if err != nil {
		return found, usage(err)
	}
	return found, nil
}
