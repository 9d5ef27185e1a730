// This file is the Frister API: the deadlines ahead of an organisation, as the documentation shows them.

package clienttest

import (
	"net/http"
	"time"
)

// FristerScope is the scope that the Frister API asks for.
const FristerScope = "skatteetaten:frister"

// Where the Frister API is on a Server, as path templates for its client. Both answer alike; the real one's is not known.
const (
	FristerPath  = "/api/frister/v1/{organisasjonsnummer}"
	FristerQuery = "/api/frister/v1?organisasjonsnummer={organisasjonsnummer}"
)

var fristerCodes = refusals{authentication: "FRI-004", authorisation: "FRI-005", input: "FRI-006", format: "FRI-008"}

func (s *Server) handleFrister(mux *http.ServeMux) {
	handler := s.endpoint(FristerEndpoint, askedAbout, s.answerFrister)
	mux.Handle("GET "+pattern(FristerPath), handler)
	mux.Handle("GET /api/frister/v1", handler)
}

// answerFrister is the operation of the service. A taxpayer without deadlines ahead gets FRI-007, which is no failure.
func (s *Server) answerFrister(w http.ResponseWriter, r *http.Request) {
	organisation := askedAbout(r)
	if s.guard(w, r, FristerScope, organisation, fristerCodes) {
		return
	}
	s.mu.Lock()
	taxpayer, known := s.taxpayers[organisation]
	s.mu.Unlock()
	ahead := taxpayer.ahead(s.time())
	if !known || len(ahead) == 0 {
		s.fail(w, true, http.StatusNotFound, "FRI-007", "Ingen frister funnet for angitt organisasjonsnummer")
		return
	}
	send(w, http.StatusOK, "application/json", mustJSON(frister(organisation, object{"kilde": "skatt", "status": "OK", "frister": ahead})))
}

func frister(organisation string, sources ...any) object {
	return object{"virksomhet": organisation, "kilder": sources}
}

// ahead are the taxpayer's deadlines from the day of now on.
func (t Taxpayer) ahead(now time.Time) []any {
	today := now.Format(time.DateOnly)
	var ahead []any
	for _, term := range t.Terms {
		if term.Deadline >= today { // such texts sort like the days
			ahead = append(ahead, object{
				"tittel":                "Husk å levere mva-meldingen for " + term.Period + ".",
				"aktivitetsbeskrivelse": "Leveres elektronisk.", "aktivitetstype": "rapporteringskrav", "frist": term.Deadline,
			})
		}
	}
	return ahead
}

// Sources makes the Frister API answer with one source for each status; those that are not OK have no deadlines, since theirs are
// not known.
func Sources(statuses ...string) Effect {
	return answerFristerWith(func(ahead []any) []any {
		sources := []any{}
		for _, status := range statuses {
			source := object{"kilde": "skatt", "status": status, "frister": []any{}}
			if status == "OK" && ahead != nil {
				source["frister"] = ahead
			}
			sources = append(sources, source)
		}
		return sources
	})
}

// MoreFields makes the Frister API answer with members that the documentation does not know.
func MoreFields() Effect {
	return answerFristerWith(func(ahead []any) []any {
		return []any{object{"kilde": "skatt", "status": "OK", "frister": ahead, "oppdatert": "2026-11-29T08:00:00"}}
	})
}

// answerFristerWith answers about any organisation with sources made of its deadlines, once the token has passed.
func answerFristerWith(sources func(ahead []any) []any) Effect {
	return func(s *Server, _ http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			organisation := askedAbout(r)
			if s.guard(w, r, FristerScope, organisation, fristerCodes) {
				return
			}
			s.mu.Lock()
			taxpayer := s.taxpayers[organisation]
			s.mu.Unlock()
			send(w, http.StatusOK, "application/json", mustJSON(frister(organisation, sources(taxpayer.ahead(s.time()))...)))
		})
	}
}
