// The command that finds out why it does not work: one line per check, and the remedy at each that fails.

package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/service"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

func newDoctor(o *options) *cobra.Command {
	v := o.voice
	command := &cobra.Command{
		Use:   "doctor " + v.Say("[ORGNR]"),
		Short: v.Say("Find out why it does not work"),
		Long: v.Say(`Checks settings, proxy, key, Maskinporten, clock and scope, and with an organisation
number also delegation and the service: one line each, and what to do where one fails.`),
		Example: "mvastatus doctor 974761076",
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) > 1 {
				return usage(say.Errorf("one organisation number at most is expected: %s", "mvastatus doctor 974761076"))
			}
			return nil
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			ctx, cancel := o.limited(command.Context())
			defer cancel()
			return examine(ctx, o, arguments)
		},
	}
	o.addSandboxFlag(command)
	return command
}

// doctor examines a session and writes down what it finds.
type doctor struct {
	*session
	ctx    context.Context //nolint:containedctx // of one examination
	number orgnr.Number    // empty: what needs one is not checked
	failed bool
}

func examine(ctx context.Context, o *options, arguments []string) error {
	var number orgnr.Number
	if len(arguments) == 1 {
		numbers, err := parseNumbers(o, arguments)
		if err != nil {
			return usage(err)
		}
		number = numbers[0]
	}
	session, err := o.prepare()
	if err != nil {
		o.finding(bad, o.voice.Say("settings"), "")
		return err
	}
	defer session.close()
	d := &doctor{session: session, ctx: ctx, number: number}
	d.examine()
	if d.failed {
		return &exit{code: exitCouldNotCheck}
	}
	return nil
}

// examine makes the checks in the order in which one rests on the other: the first that fails ends it. A clock that is off fails nothing by itself.
func (d *doctor) examine() {
	d.settingsLine()
	d.proxyLines()
	if d.settings.OwnTokens() && !d.key() {
		return
	}
	var err error
	d.service, err = service.Open(d.settings, d.surroundings())
	if !d.passed(d.options.voice.Say("settings"), "", err) {
		return
	}
	if d.service.Maskinporten != nil && !d.maskinporten() {
		return
	}
	if d.token() {
		d.organisation()
	}
}

// The marks before a finding.
const (
	good   = "ok"
	bad    = "FAILED"
	remark = "NOTE"
)

// finding writes a line.
func (o *options) finding(mark, name, text string) {
	v := o.voice
	marks := map[string]string{good: v.Say("ok"), bad: v.Say("FAILED"), remark: v.Say("NOTE")}
	lead := pad(marks[mark], 8) + pad(name, 15)
	width, terminal := o.world.Width(o.world.Stdout)
	if !terminal {
		width = 0
	}
	fmt.Fprintln(o.world.Stdout, strings.TrimRight(say.Wrap(lead+text, width, strings.Repeat(" ", 23)), " "))
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(1, width-utf8.RuneCountInString(text)))
}

// passed writes how a check went, with the remedy where it failed.
func (d *doctor) passed(name, said string, err error) bool {
	o := d.options
	if err == nil {
		if said != "" {
			o.finding(good, name, said)
		}
		return true
	}
	d.failed = true
	o.finding(bad, name, o.voice.Error(err))
	if remedy := o.voice.Remedy(err); remedy != "" {
		o.finding("", "", o.voice.Say("What to do: %s", remedy))
	}
	return false
}

func (d *doctor) settingsLine() {
	v, s := d.options.voice, d.settings
	text := v.Say("service %s at %s", s.Service, s.BaseURL)
	if s.ClientID != "" && s.OwnTokens() {
		text += ", " + v.Say("client %s", s.ClientID)
	}
	d.options.finding(good, v.Say("settings"), text)
	if s.Service == settings.ServiceStatus && d.sandbox == nil {
		d.options.finding(remark, v.Say("service"), v.Say("the status service was documented and never put into operation; see --service"))
	}
}

func (d *doctor) key() bool {
	v := d.options.voice
	key, err := service.Key(d.settings)
	if err == nil {
		err = key.Check(d.options.world.Now())
	}
	text := ""
	if err == nil {
		text = v.Say("%s, %s bits", string(key.Algorithm()), strconv.Itoa(key.Bits()))
		if key.ID() != "" {
			text += ", kid " + key.ID()
		}
		if certificate := key.Certificate(); certificate != nil {
			words := terms.Words{Voice: v}
			text += ", " + v.Say("its certificate ends on %s", words.Day(terms.Today(certificate.NotAfter)))
		}
	}
	if !d.passed(v.Say("key"), text, err) {
		return false
	}
	if warning := d.keyWarning(key); warning != nil {
		d.options.finding(remark, v.Say("key"), v.Error(warning))
	}
	return true
}

// maskinporten reads the metadata: it tells a network that lets nobody through from a grant that is refused.
func (d *doctor) maskinporten() bool {
	v := d.options.voice
	return d.passed("maskinporten", v.Say("%s answers", d.service.Maskinporten.Environment().Issuer), d.service.Discover(d.ctx))
}

// mostSkew is how far off Maskinporten lets a clock be.
const mostSkew = 10 * time.Second

// token asks for a token of one's own, which tells the clocks' difference too.
func (d *doctor) token() bool {
	v := d.options.voice
	token, err := d.service.Token(d.ctx, "")
	if d.service.Maskinporten != nil {
		d.clock(err)
	}
	text := v.Say("a token for %s", d.service.Scope())
	if !token.Expiry().IsZero() {
		text += ", " + v.Say("good until %s", token.Expiry().Local().Format(time.TimeOnly))
	}
	return d.passed(v.Say("scope"), text, err)
}

// clock shows the difference, whatever came of the token: a clock that is off is a remark, and the reason only where Maskinporten says so.
func (d *doctor) clock(err error) {
	v := d.options.voice
	ahead, ok := d.service.Maskinporten.ClockSkew()
	switch {
	case !ok:
		return
	case ahead.Abs() < mostSkew:
		d.options.finding(good, v.Say("clock"), v.Say("within %s of Maskinporten's", span(v, max(ahead.Abs().Round(time.Second), time.Second))))
	case ahead > 0:
		d.options.finding(remark, v.Say("clock"), v.Say("this machine's clock is %s ahead of Maskinporten's", span(v, ahead)))
	default:
		d.options.finding(remark, v.Say("clock"), v.Say("this machine's clock is %s behind Maskinporten's", span(v, -ahead)))
	}
	if ahead.Abs() >= mostSkew && !errors.Is(err, client.CauseClock) {
		d.options.finding("", "", v.Say("set the clock, and let the system keep it right"))
	}
}

// span is a length of time in its largest units.
func span(v say.Voice, d time.Duration) string {
	switch {
	case d < 2*time.Minute:
		return v.Say("%d seconds", int(d.Seconds()))
	case d < 2*time.Hour:
		return v.Say("%d minutes", int(d.Minutes()))
	case d < 48*time.Hour:
		return v.Say("%d hours", int(d.Hours()))
	}
	return v.Say("%d days", int(d.Hours()/24))
}

// organisation checks what needs one to ask for.
func (d *doctor) organisation() {
	v := d.options.voice
	if d.number == "" {
		d.options.finding("", "", v.Say("delegation and service are checked with an organisation number: %s", "mvastatus doctor 974761076"))
		return
	}
	_, err := d.service.Token(d.ctx, string(d.number))
	if !d.passed(v.Say("delegation"), v.Say("a token that acts for %s", d.number.String()), err) {
		return
	}
	status, err := d.service.Status(d.ctx, d.number)
	if !d.passed(v.Say("service"), v.Say("answers: %s", v.Say("%d open terms", len(status.Terms))), err) {
		return
	}
	for _, deviation := range status.Deviations {
		if d.options.verbose {
			d.options.finding("", "", v.Say("the answer deviates from the schema at %s (%s)", deviation.Path, deviation.Rule))
		}
	}
}
