// The flags all commands share, and the settings they make together with the environment and the file.

package cli

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
)

// options are the flags of a run.
type options struct {
	world         *World
	voice         say.Voice
	set           *pflag.FlagSet
	config        string
	soon          int
	timeout       time.Duration
	verbose       bool
	sandbox       bool
	acceptUnknown bool
}

// settingFlag is a flag that sets a text of the settings.
type settingFlag struct {
	name string
	help say.Message
}

// settingFlags are in the order of the help. There is none for a secret.
var settingFlags = []settingFlag{
	{"service", say.Later("`NAME` of the service to ask: status, frister or meldingsopplysning (standard: status)")},
	{"environment", say.Later("`WHICH` Maskinporten: test or production; it says nothing about the service's address (standard: test)")},
	{"base-url", say.Later("`URL` of the service")},
	{"path", say.Later("`PATH` of frister or meldingsopplysning, with {organisasjonsnummer} in it")},
	{"issuer", say.Later("`URL` of a Maskinporten other than the two")},
	{"client-id", say.Later("`ID` of your Maskinporten client")},
	{"key-file", say.Later("`FILE` with the private key: PEM, DER, PKCS#12 or JWK")},
	{"kid", say.Later("`ID` of the uploaded key; without it the certificate is sent")},
	{"key-password-file", say.Later("`FILE` with the password of a PKCS#12 key or an encrypted PEM or DER")},
	{"token-file", say.Later("`FILE` with a token that another program keeps fresh, instead of Maskinporten and key")},
	{"token-command", say.Later("`COMMAND` that prints a token, for example one from ID-porten, instead of Maskinporten and key")},
	{"consent-command", say.Later("`COMMAND` that prints a consent token for MVASTATUS_ORGNR (meldingsopplysning)")},
	{"delegation", say.Later("`HOW` you act for others: consumer-org, system-user or none (standard: consumer-org)")},
	{"organisation", say.Later("`NUMBER` of your own organisation, for which no delegation is needed")},
	{"external-ref", say.Later("`REFERENCE` (external) of the system user")},
	{"ca-file", say.Later("`FILE` with certificates of authorities to trust beside the system's, for example your proxy's")},
	{"accept", say.Later("`FORMAT` to ask the service for: xml or json (standard: xml)")},
	{"lang", say.Later("`LANGUAGE`: nb, no or en (standard: nb)")},
}

func (o *options) addTo(root *cobra.Command) {
	o.set = root.PersistentFlags()
	o.set.SortFlags = false
	o.set.StringVar(&o.config, "config", "", o.voice.Say("`FILE` with settings (standard: %s)", settings.DefaultPath()))
	for _, flag := range settingFlags {
		o.set.String(flag.name, "", o.voice.Text(flag.help))
	}
	o.set.IntVar(&o.soon, "soon", settings.Defaults().Soon, o.voice.Say("`DAYS` within which a deadline counts as near"))
	o.set.DurationVar(&o.timeout, "timeout", 0, o.voice.Say("`TIME` the whole run may take, for example 30s or 10m; what is not asked by then is said to be so"))
	o.set.BoolVar(&o.acceptUnknown, "accept-unknown", false, o.voice.Say("let what a service does not tell count as nothing due, in the exit code"))
	o.set.BoolVarP(&o.verbose, "verbose", "v", false, o.voice.Say("log requests and retries, never secrets, and show where answers deviate from the schema"))
}

// addSandboxFlag lets a command run against a service of its own making.
func (o *options) addSandboxFlag(command *cobra.Command) {
	command.Flags().BoolVar(&o.sandbox, "sandbox", false, o.voice.Say("ask a sandbox inside the program: no set-up, no network, synthetic organisations"))
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
	if o.timeout < 0 {
		return collected, usage(say.Errorf("--timeout is %s: a time from 0 is expected", o.timeout.String()))
	}
	return collected, nil
}

// limited is the context of a run, which ends with --timeout.
func (o *options) limited(ctx context.Context) (context.Context, context.CancelFunc) {
	if o.timeout == 0 {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, o.timeout)
}

// warnExposed tells of secret files that others can read.
func (o *options) warnExposed(s settings.Settings) {
	for _, warning := range s.Exposed() {
		o.warn(warning)
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
