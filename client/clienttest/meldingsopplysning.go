// This file is Mva meldingsopplysning: the state of an organisation's last three terms, and the consent that it takes.

package clienttest

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// MeldingsopplysningScope is the scope that Mva meldingsopplysning asks for.
const MeldingsopplysningScope = "skatteetaten:mvameldingsopplysning"

// Where Mva meldingsopplysning is on a Server, as path templates for its client: for those with a right by statute, and for those
// with the organisation's consent.
const (
	MeldingsopplysningPath        = "/api/mvamelding/v1/dibk/{organisasjonsnummer}"
	MeldingsopplysningConsentPath = "/api/mvamelding/v1/ebevis/{organisasjonsnummer}"
)

// ConsentHeader is the header that a consent stands in.
const ConsentHeader = "AltinnSamtykke"

// consentLife is how long a consent can be used.
const consentLife = 30 * time.Second

// consent is what a consent token stands for. It can be used once.
type consent struct {
	organisation string
	expiry       time.Time
}

// Consent gives the consent of an organisation: a token that can be used once, within half a minute. An organisation that the server
// does not know gives none. It is a client.ConsentSource.
func (s *Server) Consent(_ context.Context, organisation string) (string, error) {
	if !s.knows(organisation) {
		return "", fmt.Errorf("clienttest: %s has given no consent", organisation)
	}
	text := rand.Text() + rand.Text()
	s.record.secret(text)
	expiry := s.time().Add(consentLife)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.consents[text] = consent{organisation, expiry}
	return text, nil
}

// consented uses up the consent that a request brings.
func (s *Server) consented(r *http.Request, organisation string) bool {
	text, now := r.Header.Get(ConsentHeader), s.time()
	s.mu.Lock()
	defer s.mu.Unlock()
	given, ok := s.consents[text]
	delete(s.consents, text)
	return ok && given.organisation == organisation && now.Before(given.expiry)
}

var meldingsopplysningCodes = refusals{
	authentication: "MVA-MELDINGSOPPLYSNING-004", authorisation: "MVA-MELDINGSOPPLYSNING-005",
	input: "MVA-MELDINGSOPPLYSNING-006", format: "MVA-MELDINGSOPPLYSNING-009",
}

func (s *Server) handleMeldingsopplysning(mux *http.ServeMux) {
	for _, path := range []string{MeldingsopplysningPath, MeldingsopplysningConsentPath} {
		mux.Handle("GET "+pattern(path), s.endpoint(MeldingsopplysningEndpoint, askedAbout, s.answerMeldingsopplysning))
	}
}

// answerMeldingsopplysning is the operation of the service.
func (s *Server) answerMeldingsopplysning(w http.ResponseWriter, r *http.Request) {
	organisation := askedAbout(r)
	if s.guard(w, r, MeldingsopplysningScope, organisation, meldingsopplysningCodes) {
		return
	}
	if strings.Contains(r.URL.Path, "/ebevis/") && !s.consented(r, organisation) {
		s.fail(w, true, http.StatusForbidden, "MVA-MELDINGSOPPLYSNING-007", "Feil i forbindelse med samtykke")
		return
	}
	s.mu.Lock()
	taxpayer, ok := s.taxpayers[organisation]
	s.mu.Unlock()
	if !ok {
		s.fail(w, true, http.StatusNotFound, "MVA-MELDINGSOPPLYSNING-010", "Ikke treff på oppgitt organisasjonsnummer")
		return
	}
	send(w, http.StatusOK, "application/json", mustJSON(taxpayer.meldingsopplysning(s.time(), nil)))
}

// meldingsopplysning is the answer about a taxpayer; amount stands for every amount.
func (t Taxpayer) meldingsopplysning(now time.Time, amount any) object {
	terms := []any{}
	for _, ended := range lastTerms(now) {
		status := "meldingLevertUnderBehandling"
		for _, open := range t.Terms {
			if open.Year == ended.year && strings.HasPrefix(open.Period, ended.name) {
				status = "meldingIkkeLevert"
			}
		}
		terms = append(terms, object{
			"gjelderTermin":             object{"termin": ended.short, "aar": strconv.Itoa(ended.year)},
			"fastsettingsperiodeStatus": status, "erMyndighetsfastsatt": nil, "grunnMyndighetsfastsatt": nil,
			"mvaAvgift": amount, "mvaGrunnlag": amount,
		})
	}
	return object{
		"levert": now.Format("2006-01-02T15:04:05.999999"), "forespurteOrganisasjon": t.Organisation,
		"mvaAlminneligNaering": object{
			"skattemeldingsplikt": object{
				"termintype": "toMaanedlig", "foersteTermin": object{"termin": "mar-apr", "aar": "2004"},
				"sisteTermin": object{"termin": nil, "aar": nil},
			},
			"ansvarligForMvaMelding":                  object{"organisasjonsnummer": t.Organisation, "organisasjonsnavn": "PRØVE AS"},
			"samletFastsattOgReskontrofoertForTermin": terms,
		},
	}
}

// endedTerm is a two-monthly term that has ended.
type endedTerm struct {
	name, short string
	year        int
}

// lastTerms are the last three terms that had ended on the day of now, the oldest first.
func lastTerms(now time.Time) []endedTerm {
	names := []string{"januar", "mars", "mai", "juli", "september", "november"}
	shorts := []string{"jan-feb", "mar-apr", "mai-jun", "jul-aug", "sep-okt", "nov-des"}
	current := now.Year()*6 + (int(now.Month())-1)/2
	var last []endedTerm
	for n := current - 3; n < current; n++ {
		last = append(last, endedTerm{names[n%6], shorts[n%6], n / 6})
	}
	return last
}

// Amounts makes Mva meldingsopplysning answer with this in the place of every amount: a number, a text, or what no amount is.
func Amounts(amount any) Effect {
	return func(s *Server, _ http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			organisation := askedAbout(r)
			if s.guard(w, r, MeldingsopplysningScope, organisation, meldingsopplysningCodes) {
				return
			}
			s.mu.Lock()
			taxpayer := s.taxpayers[organisation]
			s.mu.Unlock()
			send(w, http.StatusOK, "application/json", mustJSON(taxpayer.meldingsopplysning(s.time(), amount)))
		})
	}
}
