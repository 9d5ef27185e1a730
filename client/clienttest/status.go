// This file is the status service: who may ask, in which format, and what is answered.

package clienttest

import (
	"crypto/rand"
	"encoding/xml"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strings"
)

func (s *Server) statusHandler() http.Handler {
	mux := http.NewServeMux()
	asked := func(r *http.Request) string { return r.PathValue("organisation") }
	mux.Handle("GET "+StatusPath+"{organisation}", s.endpoint(StatusEndpoint, asked, s.answerStatus))
	s.handleFrister(mux)
	s.handleMeldingsopplysning(mux)
	return mux
}

// answerStatus is the operation of the service.
func (s *Server) answerStatus(w http.ResponseWriter, r *http.Request) {
	organisation := r.PathValue("organisation")
	json, acceptable := wantsJSON(r.Header.Values("Accept"))
	if !acceptable {
		s.fail(w, json, http.StatusNotAcceptable, "STATUS-406", "Formatet støttes ikke")
		return
	}
	if !nineDigits(organisation) {
		s.fail(w, json, http.StatusBadRequest, "STATUS-400", "Ugyldig organisasjonsnummer")
		return
	}
	if code, message := s.authorise(r, organisation); code != "" {
		s.fail(w, json, http.StatusUnauthorized, code, message)
		return
	}
	s.mu.Lock()
	taxpayer, known := s.taxpayers[organisation]
	given, overridden := s.documents[organisation]
	s.mu.Unlock()
	switch {
	case overridden:
		send(w, http.StatusOK, given.contentType, given.body)
	case !known:
		s.fail(w, json, http.StatusNotFound, "STATUS-404", "Fant ikke skattepliktig")
	case json:
		send(w, http.StatusOK, "application/json", taxpayer.JSON())
	default:
		send(w, http.StatusOK, "application/xml", taxpayer.XML())
	}
}

// authorise checks the token; it answers with the error code and message, empty when all is well.
func (s *Server) authorise(r *http.Request, organisation string) (code, message string) {
	switch s.judge(r, Scope, organisation) {
	case tokenMissing:
		return "STATUS-401", "Mangler token"
	case tokenUnknown:
		return "STATUS-402", "Ugyldig eller utløpt token"
	case tokenOfOtherScope:
		return "STATUS-403", "Token mangler scope"
	case tokenOfOther:
		return "STATUS-405", "Token gjelder en annen virksomhet"
	}
	return "", ""
}

// verdict is what a service finds about the token of a request.
type verdict uint8

const (
	tokenGood verdict = iota
	tokenMissing
	tokenUnknown // or expired
	tokenOfOtherScope
	tokenOfOther // organisation
)

// judge checks the token of a request for a scope and an organisation.
func (s *Server) judge(r *http.Request, scope, organisation string) verdict {
	text, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return tokenMissing
	}
	granted, ok := s.issued.find(text)
	switch {
	case !ok || !s.time().Before(granted.expiry):
		return tokenUnknown
	case !slices.Contains(granted.scopes, scope):
		return tokenOfOtherScope
	case granted.organisation != organisation:
		s.record.misdirect()
		return tokenOfOther
	}
	return tokenGood
}

// wantsJSON tells which format was asked for; JSON where everything will do.
func wantsJSON(accept []string) (json, ok bool) {
	if len(accept) == 0 {
		return true, true
	}
	for _, part := range strings.Split(strings.Join(accept, ","), ",") {
		media, _, err := mime.ParseMediaType(strings.TrimSpace(part))
		switch {
		case err != nil:
		case media == "application/json" || media == "*/*" || media == "application/*":
			return true, true
		case media == "application/xml":
			return false, true
		}
	}
	return true, false
}

// fail answers with an error body in the format asked for.
func (s *Server) fail(w http.ResponseWriter, json bool, status int, code, message string) {
	id := rand.Text()
	if json {
		writeJSON(w, status, map[string]string{"kode": code, "melding": message, "korrelasjonsid": id})
		return
	}
	body := struct {
		XMLName       xml.Name `xml:"urn:no:skatteetaten:datasamarbeid:feil:v1 feil"`
		Code          string   `xml:"kode"`
		Message       string   `xml:"melding"`
		CorrelationID string   `xml:"korrelasjonsid"`
	}{Code: code, Message: message, CorrelationID: id}
	send(w, status, "application/xml", mustXML(body))
}

func send(w http.ResponseWriter, status int, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // a caller that has gone away needs no answer
}

// mustXML encodes values of this package's own types, which always can be.
func mustXML(value any) []byte {
	text, err := xml.Marshal(value)
	if err != nil {
		panic("clienttest: " + err.Error())
	}
	return append([]byte(xml.Header), text...)
}
