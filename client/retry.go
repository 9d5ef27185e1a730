// This file says when and how long to wait before asking again.

package client

import (
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// Retry bounds repeated attempts. The pause before attempt n+1 doubles from Base up to Max, with a random half taken off so
// that many clients do not return at the same moment; a Retry-After header counts instead where it asks for more.
type Retry struct {
	Attempts   int           // attempts in all, at least 1; 1 means no retries
	Base       time.Duration // the first pause
	Max        time.Duration // the longest pause of our own choosing
	RetryAfter time.Duration // the longest Retry-After obeyed; a longer one ends the call
}

// DefaultRetry is four attempts, pauses from 250 ms to 10 s, and a Retry-After of up to one minute.
func DefaultRetry() Retry {
	return Retry{Attempts: 4, Base: 250 * time.Millisecond, Max: 10 * time.Second, RetryAfter: time.Minute}
}

func (r Retry) check() error {
	if r.Attempts >= 1 && r.Base >= 0 && r.Max >= r.Base && r.RetryAfter >= 0 {
		return nil
	}
	return &Error{
		Stage: StageRequest, Message: "the retry settings contradict each other",
		Remedy: "Attempts is at least 1, Base at most Max, and no duration is negative; start from client.DefaultRetry()",
	}
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
