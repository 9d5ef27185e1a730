// The command that makes a key pair.

package cli

import (
	"fmt"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/keygen"
)

func newKeygen(o *options) *cobra.Command {
	v := o.voice
	var private, public string
	command := &cobra.Command{
		Use:   "keygen",
		Short: v.Say("Make a key pair and the JWK to upload"),
		Long: v.Say(`Makes an RSA key pair for a Maskinporten client: the private key, readable by you only,
and the public key as a JWK set to upload in Samarbeidsportalen. Nothing is overwritten.`),
		Example: "mvastatus keygen --private mva.pem --public mva.jwk",
		Args:    noArguments,
		RunE:    func(*cobra.Command, []string) error { return makeKey(o, private, public) },
	}
	command.Flags().StringVar(&private, "private", "mvastatus.pem", v.Say("`FILE` for the private key"))
	command.Flags().StringVar(&public, "public", "mvastatus.jwk.json", v.Say("`FILE` for the public key"))
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
	v := o.voice
	rows := [][3]string{
		{v.Say("private key"), private, v.Say("keep it secret, and make a copy in a safe place")},
		{v.Say("public key"), public, v.Say("upload it to your client in Samarbeidsportalen")},
		{"kid", pair.KeyID, ""},
	}
	for _, row := range rows {
		fmt.Fprintf(o.world.Stdout, "%s%*s  %s\n", row[0], 20-utf8.RuneCountInString(row[0]), "", row[1])
		if row[2] != "" {
			fmt.Fprintf(o.world.Stdout, "%20s  %s\n", "", row[2])
		}
	}
	_, err = fmt.Fprintf(o.world.Stdout, "\n%s\n  mvastatus doctor --client-id ID --key-file %s --kid %s\n", v.Say("Then see whether it works:"), private, pair.KeyID)
	return err
}
