// This file puts the generated client to work against the server: every built-in taxpayer in both formats, and every variant
// of JSON read or refused as it says of itself.

package clienttest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	status "github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
)

// newStatusClient is the generated client of a server, with tokens from it.
func newStatusClient(t *testing.T, server *clienttest.Server, opts ...client.Option) *statusclient.Client {
	t.Helper()
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key,
		maskinporten.WithDelegation(maskinporten.ConsumerOrg(clienttest.OwnOrganisation)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := statusclient.New(server.URL(), tokens, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = c.Close(), tokens.Close() })
	return c
}

// terms are the terms of an answer as the server describes them.
func terms(answer *client.Response[status.MvaMeldingInnsendingStatus]) []clienttest.Term {
	var all []clienttest.Term
	for _, term := range answer.Value.TerminUtenLevertMvaMelding {
		year, _ := time.Parse("2006", term.Skattleggingsperiode.Aar.String())
		all = append(all, clienttest.Term{
			Category: string(term.Meldingskategori), Period: string(term.Skattleggingsperiode.Periode),
			Year: year.Year(), PeriodType: string(term.SkattleggingsperiodeType), Deadline: term.Leveringsfrist.String(),
		})
	}
	return all
}

func TestGeneratedClientReadsEveryTaxpayer(t *testing.T) {
	now := time.Now()
	server := clienttest.New(t, clienttest.WithTaxpayers(clienttest.BuiltIn(now)...))
	deviating := map[string]bool{clienttest.NothingOpen: true, clienttest.UnknownCategory: true}
	for _, codec := range []client.Codec{client.XML, client.JSON} {
		c := newStatusClient(t, server, client.WithAccept(codec))
		for _, taxpayer := range clienttest.BuiltIn(now) {
			answer, err := c.HentStatus(context.Background(), status.Organisasjonsnummer(taxpayer.Organisation))
			if err != nil {
				t.Errorf("%s in %s: %v", taxpayer.Organisation, codec, err)
				continue
			}
			got := clienttest.Taxpayer{
				Organisation: string(answer.Value.Skattepliktig.Organisasjonsnummer), Terms: terms(answer),
				HasFiled: bool(answer.Value.HarTidligereSendtMvaMelding),
			}
			if diff := cmp.Diff(taxpayer, got); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", taxpayer.Organisation, codec, diff)
			}
			if (len(answer.Deviations) > 0) != deviating[taxpayer.Organisation] {
				t.Errorf("%s in %s: deviations %v", taxpayer.Organisation, codec, answer.Deviations)
			}
		}
	}
}

func TestGeneratedClientReadsEveryVariant(t *testing.T) {
	server := clienttest.New(t, clienttest.WithTaxpayers(sample))
	c := newStatusClient(t, server)
	// What becomes of the terms; where nothing is said they are read as they are.
	read := map[string]func(*clienttest.Term){
		"deadline with zone": func(term *clienttest.Term) { term.Deadline = "2022-04-11+01:00" },
		"unknown values":     func(term *clienttest.Term) { term.Category = "nyKategori" },
		// The period is free text by the schema, so it stays as written.
		"Norwegian letters": func(term *clienttest.Term) { term.Category, term.Period = "primaernaering", "årlig" },
	}
	valid := map[string]bool{"deadline with zone": true} // by the schema: nothing deviates
	without := map[string]bool{"null for the list": true, "empty list": true, "list left out": true}
	for _, variant := range clienttest.Variants() {
		t.Run(variant.Name, func(t *testing.T) {
			server.Clear()
			server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Effect: clienttest.As(variant)})
			answer, err := c.HentStatus(context.Background(), status.Organisasjonsnummer(sample.Organisation))
			if !variant.Readable {
				var e *client.Error
				if !errors.As(err, &e) || e.Stage != client.StageDocument || len(e.Raw) == 0 {
					t.Errorf("not refused: %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			term := sample.Terms[0]
			if change := read[variant.Name]; change != nil {
				change(&term)
			}
			want := []clienttest.Term{term}
			if without[variant.Name] {
				want = nil
			}
			if diff := cmp.Diff(want, terms(answer)); diff != "" {
				t.Errorf("(-want +got): %v\n%s", answer.Deviations, diff)
			}
			if !bool(answer.Value.HarTidligereSendtMvaMelding) || (len(answer.Deviations) == 0) != valid[variant.Name] {
				t.Errorf("filed %v, deviations %v", answer.Value.HarTidligereSendtMvaMelding, answer.Deviations)
			}
		})
	}
}
