// This file holds the faults that can be injected, at either endpoint, for one organisation or all, once or for ever.

package clienttest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"
)

// Effect is what goes wrong: a handler before the real one, which it may call.
type Effect func(s *Server, next http.Handler) http.Handler

// Fault is an effect with the requests it strikes.
type Fault struct {
	At           Endpoint
	Organisation string // asked about, or acted for; empty: any
	Times        int    // so many requests; 0: every one, until Clear
	Effect       Effect
}

// faults holds what has been injected. Each request is struck by the first fault that matches.
type faults struct {
	mu   sync.Mutex
	list []*Fault
}

// Inject adds faults. Of several that match a request the one injected first strikes, until its Times are used up.
func (s *Server) Inject(list ...Fault) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	for _, fault := range list {
		s.faults.list = append(s.faults.list, &fault)
	}
}

// Clear removes every fault.
func (s *Server) Clear() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.list = nil
}

// apply wraps a handler with the fault that strikes this request, if one does.
func (f *faults) apply(s *Server, at Endpoint, organisation string, handler http.Handler) http.Handler {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, fault := range f.list {
		if fault.At != at || fault.Organisation != "" && fault.Organisation != organisation {
			continue
		}
		if fault.Times > 0 {
			if fault.Times--; fault.Times == 0 {
				f.list = append(f.list[:i:i], f.list[i+1:]...)
			}
		}
		return fault.Effect(s, handler)
	}
	return handler
}

// answerWith is an effect that puts one handler in the place of the real one.
func answerWith(handler http.HandlerFunc) Effect {
	return func(*Server, http.Handler) http.Handler { return handler }
}

// Status answers with a status and an error body of the service. RetryAfter goes into the header of that name as it is;
// empty: no such header.
func Status(status int, retryAfter string) Effect {
	return func(s *Server, _ http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if retryAfter != "" {
				w.Header().Set("Retry-After", retryAfter)
			}
			json, _ := wantsJSON(r.Header.Values("Accept"))
			s.fail(w, json, status, fmt.Sprintf("FAULT-%d", status), http.StatusText(status))
		})
	}
}

// Code answers with a status and an error body that has this code, in JSON, whatever was asked for.
func Code(status int, code, message string) Effect {
	return func(s *Server, _ http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { s.fail(w, true, status, code, message) })
	}
}

// Answer answers with anything.
func Answer(status int, contentType, body string) Effect {
	return answerWith(func(w http.ResponseWriter, _ *http.Request) { send(w, status, contentType, []byte(body)) })
}

// WebPage answers with HTML and status 200, as proxies and log-in pages do.
func WebPage() Effect {
	return Answer(http.StatusOK, "text/html; charset=utf-8", "<!DOCTYPE html>\n<html><body>Logg inn</body></html>")
}

// Empty answers with status 200 and no body.
func Empty() Effect { return Answer(http.StatusOK, "application/xml", "") }

// Plain answers like a gateway: plain text with a status.
func Plain(status int, text string) Effect { return Answer(status, "text/plain", text) }

// Refuse answers like Maskinporten with an error code and description. An empty code leaves only the description.
func Refuse(code, description string) Effect {
	return func(s *Server, _ http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			s.refuse(w, &refusal{"invalid_grant", code, description})
		})
	}
}

// Delay answers rightly, but late.
func Delay(d time.Duration) Effect {
	return func(_ *Server, next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			wait(r.Context(), d)
			next.ServeHTTP(w, r)
		})
	}
}

// Drop closes the connection without an answer.
func Drop() Effect {
	return answerWith(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
}

// Truncate breaks the right answer off in the middle of the body.
func Truncate() Effect {
	return rewrite(func(w http.ResponseWriter, answer *httptest.ResponseRecorder) {
		body := answer.Body.Bytes()
		w.Header().Set("Content-Length", fmt.Sprint(len(body)))
		w.WriteHeader(answer.Code)
		_, _ = w.Write(body[:len(body)/2]) // the connection is dropped next
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	})
}

// Mislabel sends the right body under another Content-Type.
func Mislabel(contentType string) Effect {
	return rewrite(func(w http.ResponseWriter, answer *httptest.ResponseRecorder) {
		send(w, answer.Code, contentType, answer.Body.Bytes())
	})
}

// Confuse answers rightly, but about another organisation.
func Confuse(other string) Effect {
	return rewriteAsked(func(w http.ResponseWriter, r *http.Request, answer *httptest.ResponseRecorder) {
		body := strings.ReplaceAll(answer.Body.String(), r.PathValue("organisation"), other)
		send(w, answer.Code, answer.Header().Get("Content-Type"), []byte(body))
	})
}

// Leak answers with a status and an error body that repeats the caller's token, as careless servers do.
func Leak(status int) Effect {
	return answerWith(func(w http.ResponseWriter, r *http.Request) {
		secret := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ") + r.PostFormValue("assertion")
		writeJSON(w, status, map[string]string{
			"kode": "LEAK", "melding": "token was " + secret, "korrelasjonsid": secret,
			"error": "invalid_grant", "error_description": "assertion was " + secret,
		})
	})
}

// Redirect sends the caller elsewhere.
func Redirect(location string) Effect {
	return answerWith(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, location, http.StatusTemporaryRedirect)
	})
}

// Revoke makes the token presented worthless, so that the real answer is 401.
func Revoke() Effect {
	return func(s *Server, next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			s.issued.revoke(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
			next.ServeHTTP(w, r)
		})
	}
}

// rewrite is an effect that changes the real answer.
func rewrite(change func(http.ResponseWriter, *httptest.ResponseRecorder)) Effect {
	return rewriteAsked(func(w http.ResponseWriter, _ *http.Request, answer *httptest.ResponseRecorder) { change(w, answer) })
}

func rewriteAsked(change func(http.ResponseWriter, *http.Request, *httptest.ResponseRecorder)) Effect {
	return func(_ *Server, next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			answer := httptest.NewRecorder()
			next.ServeHTTP(answer, r)
			for name, values := range answer.Header() {
				if name != "Content-Length" {
					w.Header()[name] = values
				}
			}
			change(w, r, answer)
		})
	}
}
