// This file tests waiting: how long, what a server may ask for, and that the context bounds it. Time is simulated.

package client_test

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

func TestPause(t *testing.T) {
	retry := client.Retry{Attempts: 5, Base: time.Second, Max: 5 * time.Second, RetryAfter: time.Minute}
	now := time.Now().UTC()
	date := func(d time.Duration) string { return now.Add(d).Format(http.TimeFormat) }
	tests := []struct {
		name     string
		attempt  int
		header   http.Header
		min, max time.Duration
		ok       bool
	}{
		{"first", 1, nil, 500 * time.Millisecond, time.Second, true},
		{"third", 3, nil, 2 * time.Second, 4 * time.Second, true},
		{"fourth, at the bound", 4, nil, 2500 * time.Millisecond, 5 * time.Second, true},
		{"thousandth", 1000, nil, 2500 * time.Millisecond, 5 * time.Second, true},
		{"seconds", 1, http.Header{"Retry-After": {"30"}}, 30 * time.Second, 30 * time.Second, true},
		{"fewer seconds than we take", 1, http.Header{"Retry-After": {"0"}}, 500 * time.Millisecond, time.Second, true},
		{"too many seconds", 1, http.Header{"Retry-After": {"61"}}, 61 * time.Second, 61 * time.Second, false},
		{"a date", 1, http.Header{"Retry-After": {date(20 * time.Second)}}, 18 * time.Second, 20 * time.Second, true},
		{
			"a date by the server's clock", 1,
			http.Header{"Retry-After": {date(time.Hour + 20*time.Second)}, "Date": {date(time.Hour)}},
			20 * time.Second, 20 * time.Second, true,
		},
		{"a date that has been", 1, http.Header{"Retry-After": {date(-time.Hour)}}, 500 * time.Millisecond, time.Second, true},
		{"nonsense", 1, http.Header{"Retry-After": {"soon"}}, 500 * time.Millisecond, time.Second, true},
		{"a number below zero", 1, http.Header{"Retry-After": {"-5"}}, 500 * time.Millisecond, time.Second, true},
	}
	for _, test := range tests {
		different := map[time.Duration]bool{}
		for range 50 {
			wait, ok := retry.Pause(test.attempt, test.header)
			if ok != test.ok || wait < test.min || wait > test.max {
				t.Errorf("%s: %s %v", test.name, wait, ok)
			}
			different[wait] = true
		}
		if test.header == nil && len(different) < 10 {
			t.Errorf("%s: 50 pauses had %d lengths", test.name, len(different))
		}
	}
	none := client.Retry{Attempts: 2}
	if wait, ok := none.Pause(1, nil); wait != 0 || !ok {
		t.Errorf("without a base: %s %v", wait, ok)
	}
}

// A field that is zero has its default; what is filled in keeps to what was given.
func TestRetryFieldsHaveDefaults(t *testing.T) {
	d := client.DefaultRetry()
	for _, c := range []struct{ given, want client.Retry }{
		{client.Retry{}, d},
		{client.Retry{Attempts: 1}, client.Retry{Attempts: 1, Base: d.Base, Max: d.Max, RetryAfter: d.RetryAfter}},
		{client.Retry{Base: time.Minute}, client.Retry{Attempts: d.Attempts, Base: time.Minute, Max: time.Minute, RetryAfter: d.RetryAfter}},
		{client.Retry{Base: time.Second}, client.Retry{Attempts: d.Attempts, Base: time.Second, Max: d.Max, RetryAfter: d.RetryAfter}},
		{client.Retry{Max: 1}, client.Retry{Attempts: d.Attempts, Base: 1, Max: 1, RetryAfter: d.RetryAfter}},
		{client.Retry{RetryAfter: 1}, client.Retry{Attempts: d.Attempts, Base: d.Base, Max: d.Max, RetryAfter: 1}},
		{quick, quick},
	} {
		if got, err := c.given.OrDefault(d); err != nil || got != c.want {
			t.Errorf("%+v became %+v, want %+v: %v", c.given, got, c.want, err)
		}
	}
}

// The default attempts are made when only a pause was given, counted at the service.
func TestRetryWithOneFieldGiven(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests := 0
		c := refusing(t, &requests, 503, nil, client.Retry{Base: time.Millisecond})
		if _, err := hent(context.Background(), c, clienttest.OneOpen); requests != 4 {
			t.Errorf("%d requests: %v", requests, err)
		}
	})
}

// refusing makes a client of a service that answers with one status, in simulated time.
func refusing(t *testing.T, requests *int, status int, header http.Header, retry client.Retry) *client.Client {
	return answering(t, func(*http.Request) (*http.Response, error) {
		*requests++
		return answer(status, header, ""), nil
	}, client.WithRetry(retry))
}

func TestRetryAfterIsObeyed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests, begun := 0, time.Now()
		c := refusing(t, &requests, 429, http.Header{"Retry-After": {"7"}}, client.DefaultRetry())
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		if took := time.Since(begun); asError(t, err).Status != 429 || requests != 4 || took != 21*time.Second {
			t.Errorf("%d requests in %s: %v", requests, took, err)
		}
	})
}

// A deadline before the next attempt ends the call at once, with what the service said; nobody waits for nothing.
func TestDeadlineEndsTheWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests, begun := 0, time.Now()
		c := refusing(t, &requests, 503, http.Header{"Retry-After": {"7"}}, client.DefaultRetry())
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_, err := hent(ctx, c, clienttest.OneOpen)
		e := asError(t, err)
		want := []any{503, 2, 7 * time.Second, "the time allowed ends before the next attempt: allow more, or call again later"}
		if diff := cmp.Diff(want, []any{e.Status, requests, time.Since(begun), e.Remedy}); diff != "" {
			t.Error(diff)
		}
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the error does not tell of the deadline: %v", err)
		}
	})
}

func TestCancelEndsTheWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests, begun := 0, time.Now()
		c := refusing(t, &requests, 503, http.Header{"Retry-After": {"30"}}, client.DefaultRetry())
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(time.Second, cancel)
		_, err := hent(ctx, c, clienttest.OneOpen)
		if took := time.Since(begun); asError(t, err).Status != 503 || requests != 1 || took != time.Second || !errors.Is(err, context.Canceled) {
			t.Errorf("%d requests in %s: %v", requests, took, err)
		}
	})
}

// What is not idempotent is sent once; a refused token is no reason against sending it again, since nothing was done.
func TestCallsThatAreNotIdempotent(t *testing.T) {
	once := hentStatus
	once.Idempotent = false
	for status, want := range map[int]int{503: 1, 429: 1, 401: 2} {
		requests := 0
		source := client.TokenSourceFunc(func(_ context.Context, request client.TokenRequest) (client.Token, error) {
			if request.Renew {
				return client.NewToken("new", time.Time{}), nil
			}
			return client.NewToken("old", time.Time{}), nil
		})
		c := newClient(t, "https://api.example.no", source, client.WithTransport(roundTripper(func(*http.Request) (*http.Response, error) {
			requests++
			return answer(status, nil, ""), nil
		})))
		_, err := client.Call(context.Background(), c, &once, client.Arg("organisasjonsnummer", number(clienttest.OneOpen)))
		if asError(t, err).Status != status || requests != want {
			t.Errorf("%d: %d requests, want %d", status, requests, want)
		}
	}
}

// A refused token costs none of the attempts that Retry allows.
func TestRenewalIsNoAttempt(t *testing.T) {
	requests := 0
	source := client.TokenSourceFunc(func(context.Context, client.TokenRequest) (client.Token, error) {
		return client.NewToken(fmt.Sprint("token", requests), time.Time{}), nil
	})
	c := newClient(t, "https://api.example.no", source, client.WithRetry(client.Retry{Attempts: 2}),
		client.WithTransport(roundTripper(func(*http.Request) (*http.Response, error) {
			if requests++; requests == 1 {
				return answer(401, nil, ""), nil
			}
			return answer(503, nil, ""), nil
		})))
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	if diff := cmp.Diff([]int{503, 3, 3}, []int{asError(t, err).Status, requests, asError(t, err).Attempts}); diff != "" {
		t.Errorf("status, requests, attempts told (-want +got):\n%s", diff)
	}
}

// A source that has only the refused token ends the call without another request.
func TestStaticTokenIsNotTriedTwice(t *testing.T) {
	requests := 0
	c := refusing(t, &requests, 401, nil, quick)
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	if asError(t, err).Status != 401 || requests != 1 {
		t.Errorf("%d requests: %v", requests, err)
	}
}

// Which network faults are worth trying again.
func TestNetworkFaults(t *testing.T) {
	tests := []struct {
		name     string
		err      error
		requests int
	}{
		{"reset", errors.New("connection reset by peer"), 4},
		{"refused", &net.OpError{Op: "dial", Err: errors.New("connection refused")}, 4},
		{"no such host", &net.DNSError{Err: "no such host", Name: "api.example.no", IsNotFound: true}, 1},
		{"name server busy", &net.DNSError{Err: "server misbehaving", IsTemporary: true}, 4},
		{"certificate of nobody", x509.UnknownAuthorityError{}, 1},
		{"certificate of another", x509.HostnameError{Certificate: &x509.Certificate{}, Host: "h"}, 1},
	}
	for _, test := range tests {
		requests := 0
		c := answering(t, func(*http.Request) (*http.Response, error) {
			requests++
			return nil, test.err
		})
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		if e := asError(t, err); e.Stage != client.StageNetwork || e.Remedy == "" || requests != test.requests {
			t.Errorf("%s: %d requests, want %d: %v", test.name, requests, test.requests, err)
		}
	}
}
