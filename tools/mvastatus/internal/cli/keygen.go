// The command that makes a key pair.

package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/keygen"
)

func newKeygen(o *options) *cobra.Command {
	var private, public string
	command := &cobra.Command{
		Use:   "keygen",
		Short: "Make a key pair and the JWK to upload",
		Long: `Makes an RSA key pair for a Maskinporten client: the private key, readable by you only,
and the public key as a JWK set to upload in Samarbeidsportalen. Nothing is overwritten.`,
		Example: "  mvastatus keygen --private mva.pem --public mva.jwk",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return makeKey(o, private, public)
		},
	}
	command.Flags().StringVar(&private, "private", "mvastatus.pem", "file for the private key")
	command.Flags().StringVar(&public, "public", "mvastatus.jwk.json", "file for the public key")
	return command
}

func makeKey(o *options, private, public string) error {
	pair, err := keygen.New()
	if err != nil {
		return couldNotCheck(err)
	}
	if err := pair.Write(private, public); err != nil {
		return usage(err)
	}
	_, err = fmt.Fprintf(o.world.Stdout, `private key  %s  keep it secret, make a copy in a safe place
public key   %s  upload it to your client in Samarbeidsportalen
kid          %s

Then: mvastatus doctor --client-id ID --key-file %s --kid %s
`, private, public, pair.KeyID, private, pair.KeyID)
	return err
}
