// The command that serves the sandbox to other programs.

package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
)

// addresses are where the sandbox listens, and where its key goes.
type addresses struct{ maskinporten, status, keyFile string }

func newSandbox(o *options) *cobra.Command {
	v, where := o.voice, addresses{}
	command := &cobra.Command{
		Use:   "sandbox",
		Short: v.Say("Serve a Maskinporten and a status service on this machine, to try things out"),
		Long: v.Say(`Serves an in-process Maskinporten and status service on loopback with synthetic
organisations, and prints the settings to use them with. Ends with Ctrl-C.`),
		Example: "mvastatus sandbox --key-out sandbox.pem",
		Args:    noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			return serveSandbox(command.Context(), o, where)
		},
	}
	command.Flags().StringVar(&where.maskinporten, "maskinporten-address", "127.0.0.1:0", v.Say("`ADDRESS` of Maskinporten; port 0 is any free one"))
	command.Flags().StringVar(&where.status, "status-address", "127.0.0.1:0", v.Say("`ADDRESS` of the status service"))
	command.Flags().StringVar(&where.keyFile, "key-out", "mvastatus-sandbox.pem", v.Say("`FILE` for the sandbox's private key"))
	return command
}

func serveSandbox(ctx context.Context, o *options, where addresses) error {
	server, err := clienttest.Start(clienttest.WithAddresses(where.maskinporten, where.status))
	if err != nil {
		return couldNotCheck(err)
	}
	defer server.Close()
	if err := outfile.Write(where.keyFile, server.KeyPEM(), outfile.Private); err != nil {
		return couldNotCheck(err)
	}
	v, out := o.voice, o.world.Stdout
	fmt.Fprintf(out, "# %s\nbase_url: %s\nissuer: %s\nclient_id: %s\nkid: %s\nkey_file: %s\norganisation: \"%s\"\n\n# %s\n",
		v.Say("The sandbox runs until Ctrl-C. Its settings, as a settings file:"),
		server.URL(), server.Issuer(), server.ClientID(), server.KeyID(), where.keyFile, clienttest.OwnOrganisation, v.Say("Organisations it knows:"))
	for _, taxpayer := range clienttest.BuiltIn(o.world.Now()) {
		fmt.Fprintf(out, "#   %s  %s\n", taxpayer.Organisation, v.Say("%d open terms", len(taxpayer.Terms)))
	}
	<-ctx.Done()
	return nil
}
