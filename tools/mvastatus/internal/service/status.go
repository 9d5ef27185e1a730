// The status service.

package service

import (
	"context"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/frist"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	generated "github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// codec is the format that the settings ask the service for.
func codec(s settings.Settings) client.Codec {
	if s.Accept == "json" {
		return client.JSON
	}
	return client.XML
}

type statusAPI struct{ *statusclient.Client }

func (statusAPI) scope() string { return "skatteetaten:mvameldinginnsendingsstatus" }

func (a statusAPI) ask(ctx context.Context, number orgnr.Number) (terms.Status, error) {
	response, err := a.HentStatus(ctx, generated.Organisasjonsnummer(number))
	if err != nil {
		return terms.Status{}, err
	}
	status := terms.Status{
		Organisation: string(number), FirstTime: !bool(response.Value.HarTidligereSendtMvaMelding), Deviations: deviations(response.Deviations),
	}
	for _, listed := range response.Value.TerminUtenLevertMvaMelding {
		term := terms.Term{
			Category: string(listed.Meldingskategori), Period: string(listed.Skattleggingsperiode.Periode),
			Year: listed.Skattleggingsperiode.Aar.String(), PeriodType: string(listed.SkattleggingsperiodeType),
		}
		if term.Deadline, err = frist.Of(listed.Leveringsfrist.Date); err != nil {
			return terms.Status{}, noDeadline(term, response.Raw, err)
		}
		status.Terms = append(status.Terms, term)
	}
	status.Sort()
	return status, nil
}

// noDeadline makes an answer unusable whose deadline is no date: a term must not vanish from the list.
func noDeadline(term terms.Term, raw []byte, err error) error {
	return &client.Error{
		Stage: client.StageDocument, Cause: client.CauseNoDocument, Raw: raw, Err: err,
		Message: fmt.Sprintf("the term %s %s has no usable deadline", term.Period, term.Year),
		Remedy:  "the answer cannot be relied on: look the organisation up at Skatteetaten, and report the answer to its support",
	}
}

func deviations(found xsd.Violations) []terms.Deviation {
	var out []terms.Deviation
	for _, deviation := range found {
		out = append(out, terms.Deviation{Path: deviation.Path, Rule: deviation.Rule, Message: deviation.Message})
	}
	return out
}

// unread is the error of a key or password that could not be read.
func unread(err error) error {
	return &client.Error{Stage: client.StageKey, Cause: client.CauseKeyUnreadable, Message: err.Error(), Remedy: "name the key file with --key-file", Err: err}
}
