// A session is a service to ask, made of the settings or of a sandbox.

package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/service"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

type session struct {
	settings settings.Settings
	service  *service.Service
	words    terms.Words
	sandbox  *clienttest.Server // nil outside the sandbox
}

// open makes the session that the flags ask for.
func (o *options) open() (*session, error) {
	collected, err := o.settings()
	if err != nil {
		return nil, err
	}
	s := &session{settings: collected}
	if o.sandbox {
		if err := s.startSandbox(o.world.Now); err != nil {
			return nil, couldNotCheck(err)
		}
	}
	if err := s.settings.Check(); err != nil {
		s.close()
		return nil, usage(fmt.Errorf("the settings are not complete:\n%w\nTo see the program work without any: mvastatus status --sandbox 312409852", err))
	}
	o.warnExposed(s.settings)
	if s.words, err = words(s.settings); err != nil {
		s.close()
		return nil, err
	}
	if s.service, err = service.Open(s.settings, o.logger(), o.world.Now); err != nil {
		s.close()
		return nil, couldNotCheck(err)
	}
	return s, nil
}

func (s *session) startSandbox(now func() time.Time) error {
	server, err := clienttest.Start(clienttest.WithClock(now))
	if err != nil {
		return err
	}
	s.sandbox = server
	s.settings = sandboxSettings(server, s.settings)
	return nil
}

// sandboxSettings are the settings given, with everything that concerns the service replaced by the sandbox's.
func sandboxSettings(server *clienttest.Server, given settings.Settings) settings.Settings {
	given.BaseURL, given.Issuer, given.ClientID, given.KeyID = server.URL(), server.Issuer(), server.ClientID(), server.KeyID()
	given.Key, given.KeyFile, given.KeyPassword, given.KeyPasswordFile = string(server.KeyPEM()), "", "", ""
	given.Delegation, given.Organisation = settings.DelegationConsumerOrg, clienttest.OwnOrganisation
	return given
}

func (s *session) close() {
	if s.service != nil {
		_ = s.service.Close() // the answers are there already
	}
	if s.sandbox != nil {
		s.sandbox.Close()
	}
}

func newSandbox(o *options) *cobra.Command {
	var maskinportenAddress, statusAddress, keyFile string
	command := &cobra.Command{
		Use:   "sandbox",
		Short: "Serve a Maskinporten and a status service on this machine, to try things out",
		Long: `Serves an in-process Maskinporten and status service on loopback with synthetic organisations,
and prints the settings to use them with. Ends with Ctrl-C.`,
		Example: "  mvastatus sandbox --key-out sandbox.pem",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return serveSandbox(command.Context(), o, maskinportenAddress, statusAddress, keyFile)
		},
	}
	command.Flags().StringVar(&maskinportenAddress, "maskinporten-address", "127.0.0.1:0", "address of Maskinporten; port 0 is any free one")
	command.Flags().StringVar(&statusAddress, "status-address", "127.0.0.1:0", "address of the status service")
	command.Flags().StringVar(&keyFile, "key-out", "mvastatus-sandbox.pem", "file for the sandbox's private key; replaced if it is there")
	return command
}

func serveSandbox(ctx context.Context, o *options, maskinportenAddress, statusAddress, keyFile string) error {
	server, err := clienttest.Start(clienttest.WithAddresses(maskinportenAddress, statusAddress))
	if err != nil {
		return couldNotCheck(err)
	}
	defer server.Close()
	if err := outfile.Write(keyFile, server.KeyPEM(), outfile.Private); err != nil {
		return couldNotCheck(err)
	}
	fmt.Fprintf(o.world.Stdout, `# The sandbox runs until Ctrl-C. Its settings, as a settings file:
base_url: %s
issuer: %s
client_id: %s
kid: %s
key_file: %s
organisation: "%s"

# Organisations it knows:
`, server.URL(), server.Issuer(), server.ClientID(), server.KeyID(), keyFile, clienttest.OwnOrganisation)
	for _, taxpayer := range clienttest.BuiltIn(o.world.Now()) {
		fmt.Fprintf(o.world.Stdout, "#   %s  %d open\n", taxpayer.Organisation, len(taxpayer.Terms))
	}
	<-ctx.Done()
	if errors.Is(context.Cause(ctx), context.Canceled) {
		return nil
	}
	return couldNotCheck(context.Cause(ctx))
}
