// This file says when and how long to wait before asking again.

package client

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// Retry bounds repeated attempts. The pause before attempt n+1 doubles from Base up to Max, with a random half taken off so
// that many clients do not return at the same moment; a Retry-After header counts instead where it asks for more. A field that is
// zero stands for its default: Retry{Attempts: 1} is one attempt, and nothing else changed.
type Retry struct {
	Attempts   int           // attempts in all; 1 means no retries
	Base       time.Duration // the first pause
	Max        time.Duration // the longest pause of our own choosing
	RetryAfter time.Duration // the longest Retry-After obeyed; a longer one ends the call
}

// DefaultRetry is four attempts, pauses from 250 ms to 10 s, and a Retry-After of up to one minute.
func DefaultRetry() Retry {
	return Retry{Attempts: 4, Base: 250 * time.Millisecond, Max: 10 * time.Second, RetryAfter: time.Minute}
}

// maxAttempts bounds what can be meant: a thousand attempts are a program that will not take no for an answer.
const maxAttempts = 100

// OrDefault is r with its zero fields filled in from defaults, for token sources that take a Retry too. Base and Max that are
// filled in keep to each other. The error, of [CauseSettings], says what contradicts itself.
func (r Retry) OrDefault(defaults Retry) (Retry, error) {
	wrong := func(what string) (Retry, error) {
		return Retry{}, &Error{
			Stage: StageRequest, Cause: CauseSettings, Message: "the retry settings make no sense: " + what,
			Remedy: "correct the Retry given to WithRetry; a field that is zero has its default",
		}
	}
	switch {
	case r.Attempts < 0 || r.Attempts > maxAttempts:
		return wrong(fmt.Sprintf("%d attempts; 1 to %d can be made", r.Attempts, maxAttempts))
	case r.Base < 0 || r.Max < 0 || r.RetryAfter < 0:
		return wrong("a duration is negative")
	case r.Base > 0 && r.Max > 0 && r.Base > r.Max:
		return wrong(fmt.Sprintf("the first pause, %s, is longer than the longest, %s", r.Base, r.Max))
	}
	r.Attempts, r.RetryAfter = cmp.Or(r.Attempts, defaults.Attempts), cmp.Or(r.RetryAfter, defaults.RetryAfter)
	switch {
	case r.Max == 0:
		r.Max = max(r.Base, defaults.Max)
		fallthrough
	case r.Base == 0:
		r.Base = cmp.Or(r.Base, min(defaults.Base, r.Max))
	}
	return r, nil
}

// Pause is how long to wait after the given attempt (1 is the first) that was answered with header, which may be nil. Not
// ok: the server asks for more patience than RetryAfter allows, and wait is what it asks for.
func (r Retry) Pause(attempt int, header http.Header) (wait time.Duration, ok bool) {
	wait = r.Max
	if shift := attempt - 1; shift < 32 && r.Base<<shift>>shift == r.Base {
		wait = min(r.Max, r.Base<<shift)
	}
	if half := wait / 2; half > 0 {
		wait = half + rand.N(half+1)
	}
	asked, given := wire.RetryAfter(header, time.Now())
	if !given {
		return wait, true
	}
	if asked > r.RetryAfter {
		return asked, false
	}
	return max(wait, asked), true
}
