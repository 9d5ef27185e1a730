// The Frister API: deadlines ahead.

package service

import (
	"context"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/frist"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	generated "github.com/mvainnsyn/mvainnsyn/generated/frister/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/frister/v1/fristerclient"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

type fristerAPI struct{ *fristerclient.Client }

func (fristerAPI) scope() string { return "skatteetaten:frister" }

// ask lists the deadlines that speak of VAT. The service lists other duties too: they are counted. What has passed it does not tell.
func (a fristerAPI) ask(ctx context.Context, number orgnr.Number) (terms.Status, error) {
	response, err := a.HentFrister(ctx, generated.Organisasjonsnummer(number))
	if err != nil {
		return terms.Status{}, err
	}
	status := terms.Status{Organisation: string(number), Untold: terms.Overdues, Deviations: deviations(response.Deviations)}
	if response.Code != "" { // FRI-007: there are no deadlines
		return status, nil
	}
	if err := sourcesAnswered(response.Value.Kilder); err != nil {
		return terms.Status{}, err
	}
	for _, source := range response.Value.Kilder {
		for _, listed := range source.Frister {
			if !aboutVAT(listed) {
				status.Others++
				continue
			}
			term := terms.Term{Category: text(listed.Aktivitetstype), Period: string(listed.Tittel), PeriodType: string(source.Kilde)}
			if term.Deadline, err = frist.Of(listed.Frist.Date); err != nil {
				return terms.Status{}, noDeadline(term, response.Raw, err)
			}
			status.Terms = append(status.Terms, term)
		}
	}
	status.Sort()
	return status, nil
}

// sourcesAnswered is an error where any source's deadlines are not known: what it would have listed may be due tomorrow.
func sourcesAnswered(sources []generated.Kilde) error {
	said := ""
	silent := len(sources) == 0
	for _, source := range sources {
		if source.Status != "OK" {
			silent, said = true, string(source.Kilde)+": "+string(source.Status)
			break
		}
	}
	if !silent {
		return nil
	}
	return &client.Error{
		Stage: client.StageService, Cause: client.CauseUnavailable, Message: said, Remedy: "a source did not answer: its deadlines are not known; ask again later",
	}
}

// aboutVAT tells whether a deadline speaks of VAT.
func aboutVAT(listed generated.Frist) bool {
	words := strings.ToLower(string(listed.Tittel) + " " + text(listed.Aktivitetsbeskrivelse))
	return strings.Contains(words, "mva") || strings.Contains(words, "merverdiavgift")
}
