// The command that finds out why it does not work: one line per check, and the remedy at the first that fails.

package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/service"
)

func newDoctor(o *options) *cobra.Command {
	command := &cobra.Command{
		Use:   "doctor [ORGNR]",
		Short: "Find out why it does not work",
		Long: `Checks settings, key, clock, Maskinporten and scope, and with an organisation number also delegation and
the service: one line each, and the remedy at the first that fails.`,
		Example: "  mvastatus doctor 974761076",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			return examine(command.Context(), o, arguments)
		},
	}
	o.addSandboxFlag(command)
	return command
}

// finding is what a check says of itself when it passes.
type finding string

// check is one line of the doctor's.
type check struct {
	name string
	run  func(ctx context.Context) (finding, error)
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
	session, err := o.open()
	if err != nil {
		fmt.Fprintf(o.world.Stdout, "FAILED  %-12s\n", "settings")
		return err
	}
	defer session.close()
	for _, c := range session.checks(number, o.world.Now) {
		said, err := c.run(ctx)
		if err != nil {
			return o.failed(c, err)
		}
		fmt.Fprintf(o.world.Stdout, "ok      %-12s  %s\n", c.name, said)
	}
	if number == "" {
		fmt.Fprintln(o.world.Stdout, "        delegation and service are checked with an organisation number: mvastatus doctor 974761076")
	}
	return nil
}

// failed prints the failing line with its remedy, and ends the command.
func (o *options) failed(c check, err error) error {
	remedy, short := service.Explain(err)
	fmt.Fprintf(o.world.Stdout, "FAILED  %-12s  %v\n", c.name, short)
	if remedy != "" {
		fmt.Fprintf(o.world.Stdout, "        what to do:   %s\n", remedy)
	}
	return &exit{code: exitCouldNotCheck}
}

// checks are in the order in which one rests on the other.
func (s *session) checks(number orgnr.Number, now func() time.Time) []check {
	checks := []check{
		{"settings", s.checkSettings},
		{"key", func(context.Context) (finding, error) { return s.checkKey(now()) }},
		{"maskinporten", s.checkMaskinporten},
		{"clock", s.checkClock},
		{"scope", s.checkScope},
	}
	if number != "" {
		checks = append(checks,
			check{"delegation", func(ctx context.Context) (finding, error) { return s.checkDelegation(ctx, number) }},
			check{"service", func(ctx context.Context) (finding, error) { return s.checkService(ctx, number) }})
	}
	return checks
}

func (s *session) checkSettings(context.Context) (finding, error) {
	return finding(fmt.Sprintf("client %s, service %s", s.settings.ClientID, s.settings.BaseURL)), nil
}

func (s *session) checkKey(now time.Time) (finding, error) {
	key, err := service.Key(s.settings)
	if err != nil {
		return "", err
	}
	return finding(key.String()), key.Check(now)
}

// checkMaskinporten reads the metadata: it tells a network that does not let us through from a grant that is refused.
func (s *session) checkMaskinporten(ctx context.Context) (finding, error) {
	issuer := s.service.Tokens.Environment().Issuer
	_, err := maskinporten.Discover(ctx, nil, issuer)
	return finding(issuer + " answers"), err
}

// mostSkew is how far off Maskinporten lets a clock be.
const mostSkew = 10 * time.Second

func (s *session) checkClock(ctx context.Context) (finding, error) {
	_, tokenErr := s.token(ctx, "")
	ahead, known := s.service.Tokens.ClockSkew()
	switch {
	case !known:
		return "", tokenErr
	case ahead.Abs() > mostSkew:
		return "", &client.Error{
			Stage: client.StageMaskinporten, Message: fmt.Sprintf("this machine's clock is off by %s", ahead.Round(time.Second)),
			Remedy: "set the clock, and let the system keep it right (NTP)",
		}
	default:
		return finding(fmt.Sprintf("within %s of Maskinporten's", max(ahead.Abs().Round(time.Second), time.Second))), nil
	}
}

func (s *session) checkScope(ctx context.Context) (finding, error) {
	token, err := s.token(ctx, "")
	if err != nil {
		return "", err
	}
	return finding("a token for " + service.Scope + ", good until " + token.Expiry().Format(time.TimeOnly)), nil
}

func (s *session) checkDelegation(ctx context.Context, number orgnr.Number) (finding, error) {
	_, err := s.token(ctx, string(number))
	return finding("a token that acts for " + number.String()), err
}

func (s *session) token(ctx context.Context, organisation string) (client.Token, error) {
	return s.service.Tokens.Token(ctx, client.TokenRequest{Scope: service.Scope, OnBehalfOf: organisation})
}

func (s *session) checkService(ctx context.Context, number orgnr.Number) (finding, error) {
	status, err := s.service.Status(ctx, number)
	return finding(fmt.Sprintf("answers: %d open", len(status.Terms))), err
}
