// This file holds what the living services have in common: JSON alone, and one table of what they refuse.

package clienttest

import (
	"net/http"
	"strings"
)

// refusals are the codes of a service, by what is wrong.
type refusals struct{ authentication, authorisation, input, format string }

// guard answers a request that a service refuses, and tells whether it did.
func (s *Server) guard(w http.ResponseWriter, r *http.Request, scope, organisation string, codes refusals) (refused bool) {
	if json, ok := wantsJSON(r.Header.Values("Accept")); !ok || !json {
		s.fail(w, true, http.StatusNotAcceptable, codes.format, "Feil tilknyttet dataformat")
		return true
	}
	if !nineDigits(organisation) {
		s.fail(w, true, http.StatusBadRequest, codes.input, "Ugyldig organisasjonsnummer")
		return true
	}
	switch s.judge(r, scope, organisation) {
	case tokenGood:
		return false
	case tokenMissing, tokenUnknown:
		s.fail(w, true, http.StatusUnauthorized, codes.authentication, "Feil i forbindelse med autentisering")
	default:
		s.fail(w, true, http.StatusForbidden, codes.authorisation, "Feil i forbindelse med autorisering")
	}
	return true
}

// askedAbout is the organisation in the path, or in the query.
func askedAbout(r *http.Request) string {
	if organisation := r.PathValue("organisation"); organisation != "" {
		return organisation
	}
	return r.URL.Query().Get("organisasjonsnummer")
}

// hole is what the clients' path templates have in the place of the number; the server's patterns have another word there.
const hole = "{organisasjonsnummer}"

func pattern(path string) string { return strings.Replace(path, hole, "{organisation}", 1) }
