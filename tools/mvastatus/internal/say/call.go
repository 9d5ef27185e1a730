// How failed calls are worded: where it failed, why, and what the user of this command does about it. The library's own words are for programmers.

package say

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client"
)

type callError = client.Error

// asCall finds the error of a call, unless something of ours that says more stands around it.
func asCall(err error, target **callError) bool {
	if _, joined := err.(interface{ Unwrap() []error }); joined { //nolint:errorlint // each of those joined is worded by itself
		return false
	}
	return errors.As(err, target)
}

// call is one line: place, cause, what the server said, and what support asks for.
func (v Voice) call(e *callError) string {
	words := v.Text(reasons[e.Cause].text)
	switch {
	case e.Err != nil && (e.Cause == client.CauseTokenOther || e.Cause == client.CauseKeyUnreadable && isFile(e.Err)):
		words += ": " + v.Error(e.Err) // the user's own file or program
	case words == "":
		words = e.Message
	}
	text := v.place(e) + ": " + words
	if said := serverSaid(e); said != "" && said != words {
		text += fmt.Sprintf(": «%s»", said)
	}
	if details := v.details(e); len(details) > 0 {
		text += " (" + strings.Join(details, ", ") + ")"
	}
	return text
}

// serverSaid is what the service itself said, empty where the message is the library's own.
func serverSaid(e *callError) string {
	if e.Stage != client.StageService || e.Cause == client.CauseRedirect || e.Cause == client.CauseProtocol {
		return ""
	}
	return e.Message
}

// isFile tells whether an error speaks of a file of the user's.
func isFile(err error) bool {
	var own *fault
	var path *fs.PathError
	return errors.As(err, &own) || errors.As(err, &path)
}

// place is where a call failed, in words.
func (v Voice) place(e *callError) string {
	switch e.Stage {
	case client.StageKey:
		return v.Say("the key")
	case client.StageToken:
		return v.Say("the token")
	case client.StageMaskinporten:
		return "Maskinporten"
	case client.StageNetwork, client.StageService:
		return v.Say("the service")
	case client.StageDocument:
		return v.Say("the service's answer")
	default:
		return v.Say("the request")
	}
}

// details are what identifies the fault to support, and how long it was tried.
func (v Voice) details(e *callError) []string {
	var details []string
	if host := hostOf(e.Err); host != "" {
		details = append(details, host)
	}
	if e.Status != 0 && e.Status != http.StatusOK {
		details = append(details, fmt.Sprintf("HTTP %d", e.Status))
	}
	if e.Code != "" && (e.Stage != client.StageMaskinporten || strings.HasPrefix(e.Code, "MP-")) { // others are names of ours
		details = append(details, e.Code)
	}
	if e.CorrelationID != "" {
		details = append(details, v.Say("correlation id %s", e.CorrelationID))
	}
	if e.Attempts > 1 {
		details = append(details, v.Say("after %d attempts", e.Attempts))
	}
	return details
}

// hostOf is the host or address that an error of the network speaks of, empty where it speaks of none.
func hostOf(err error) string {
	var name *net.DNSError
	var address *net.OpError
	var request *url.Error
	switch {
	case errors.As(err, &name):
		return name.Name
	case errors.As(err, &request):
		if parsed, err := url.Parse(request.URL); err == nil {
			return parsed.Host
		}
	case errors.As(err, &address) && address.Addr != nil:
		return address.Addr.String()
	}
	return ""
}

// Remedy is what to do about an error, in the words of the command's user; empty where nothing is known.
func (v Voice) Remedy(err error) string {
	var advised *advice
	if errors.As(err, &advised) {
		return v.Text(advised.remedy)
	}
	var e *client.Error
	if !errors.As(err, &e) {
		return ""
	}
	return v.Text(reasons[e.Cause].remedy)
}

// advice is an error with a remedy of its own.
type advice struct {
	error
	remedy Message
}

// Unwrap is the error.
func (a *advice) Unwrap() error { return a.error }

// WithRemedy adds to an error what to do about it.
func WithRemedy(err error, format string, args ...any) error {
	return &advice{err, Later(format, args...)}
}
