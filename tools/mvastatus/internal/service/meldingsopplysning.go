// Mva meldingsopplysning: what was delivered of the last three terms.

package service

import (
	"context"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	generated "github.com/mvainnsyn/mvainnsyn/generated/mvameldingsopplysning/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldingsopplysning/v1/meldingsopplysningclient"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/tokens"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

type meldingsAPI struct {
	*meldingsopplysningclient.Client
}

func (meldingsAPI) scope() string { return "skatteetaten:mvameldingsopplysning" }

// ask lists the terms that are not delivered, without deadlines, which the service does not tell. A state that the schema does not know is listed
// too, by its own name: nobody knows that the term was delivered.
func (a meldingsAPI) ask(ctx context.Context, number orgnr.Number) (terms.Status, error) {
	response, err := a.HentMeldingsopplysning(ctx, generated.Organisasjonsnummer(number))
	if err != nil {
		return terms.Status{}, err
	}
	status := terms.Status{Organisation: string(number), Untold: terms.Deadlines, Deviations: deviations(response.Deviations)}
	duty := value(response.Value.MvaAlminneligNaering)
	for _, listed := range duty.SamletFastsattOgReskontrofoertForTermin {
		category := "alminnelig"
		switch state := listed.FastsettingsperiodeStatus; {
		case state == generated.FastsettingsperiodeStatusMeldingLevertUnderBehandling:
			continue
		case !state.Known():
			category = string(state)
		}
		status.Terms = append(status.Terms, terms.Term{
			Category: category, Period: months.Replace(string(listed.GjelderTermin.Termin)), Year: listed.GjelderTermin.Aar.String(),
			PeriodType: text(value(duty.Skattemeldingsplikt).Termintype),
		})
	}
	status.Sort()
	return status, nil
}

// months writes out the short names of this service, as the other one has them.
var months = strings.NewReplacer("jan", "januar", "feb", "februar", "mar", "mars", "apr", "april", "jun", "juni", "jul", "juli", "aug", "august",
	"sep", "september", "okt", "oktober", "nov", "november", "des", "desember")

// consent obtains an organisation's consent from a program of the user's, for every request anew: it lives half a minute.
func consent(line string) client.ConsentSource {
	return func(ctx context.Context, organisation string) (string, error) {
		return tokens.Run(ctx, line, "MVASTATUS_ORGNR="+organisation)
	}
}

// value is what an optional part holds, or the zero value.
func value[T any](part *xsd.Nillable[T]) T {
	if part == nil || part.Nil {
		var none T
		return none
	}
	return part.Value
}

// text is the text in an optional part, empty where there is none.
func text[T ~string](part *xsd.Nillable[T]) string { return string(value(part)) }
