// This file tests asking for many organisations at once, with requests counted at the server.

package client_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

func TestManyKeepsFiveInFlightAndAnErrorPerID(t *testing.T) {
	s := newStack(t, client.WithMaxInFlight(50)) // the bound is Many's own
	numbers := clienttest.Organisations(40)
	for _, organisation := range numbers {
		s.server.Add(clienttest.Taxpayer{Organisation: organisation, HasFiled: true})
	}
	s.server.Inject(
		clienttest.Fault{At: clienttest.StatusEndpoint, Effect: clienttest.Status(403, ""), Organisation: numbers[3]},
		clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Refuse("MP-251", "not delegated"), Organisation: numbers[7]},
	)
	asked := append(numbers, numbers[0], numbers[3]) // two come twice
	outcomes := client.Many(t.Context(), asked, func(ctx context.Context, id string) (*client.Response[status], error) {
		return hent(ctx, s.client, id)
	})
	if len(outcomes) != len(asked) {
		t.Fatalf("%d outcomes for %d ids", len(outcomes), len(asked))
	}
	for i, outcome := range outcomes {
		want := map[string]client.Stage{numbers[3]: client.StageService, numbers[7]: client.StageMaskinporten}[asked[i]]
		switch {
		case outcome.ID != asked[i]:
			t.Errorf("outcome %d is of %s, not %s", i, outcome.ID, asked[i])
		case want == "" && (outcome.Err != nil || outcome.Value == nil):
			t.Errorf("%s: %v", outcome.ID, outcome.Err)
		case want != "" && !errors.Is(outcome.Err, want):
			t.Errorf("%s: %v, want stage %s", outcome.ID, outcome.Err, want)
		}
	}
	got := []int{s.server.Count(clienttest.StatusEndpoint), s.server.CountFor(clienttest.StatusEndpoint, numbers[0])}
	if diff := cmp.Diff([]int{39, 1}, got); diff != "" {
		t.Errorf("requests at the service (-want +got):\n%s", diff)
	}
	if most := s.server.MaxInFlight(clienttest.StatusEndpoint); most > 5 {
		t.Errorf("%d requests at once", most)
	}
}

func TestManyHasFiveInFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var inFlight, most atomic.Int32
		begun := time.Now()
		client.Many(t.Context(), []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, func(context.Context, int) (int, error) {
			most.Store(max(most.Load(), inFlight.Add(1)))
			time.Sleep(time.Second)
			inFlight.Add(-1)
			return 0, nil
		})
		if took := time.Since(begun); most.Load() != 5 || took != 2*time.Second {
			t.Errorf("%d in flight, %s", most.Load(), took)
		}
	})
}

// 2,000 organisations and a client that Maskinporten does not know: five requests, not 2,000.
func TestManyStopsWhereEveryCallWouldFail(t *testing.T) {
	s := newStack(t)
	s.server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Refuse("MP-100", "Client not found")})
	outcomes := client.Many(t.Context(), clienttest.Organisations(2000), func(ctx context.Context, id string) (*client.Response[status], error) {
		return hent(ctx, s.client, id)
	})
	refused, notAsked := 0, 0
	for _, outcome := range outcomes {
		switch e := asError(t, outcome.Err); e.Cause {
		case client.CauseNotAsked:
			notAsked++
			if e.Remedy == "" || asError(t, e.Err).Code != "MP-100" {
				t.Fatalf("does not say why: %v", e)
			}
		default:
			refused++
		}
	}
	if count := s.server.Count(clienttest.TokenEndpoint); count < 5 || count > 9 || refused != count || refused+notAsked != 2000 {
		t.Errorf("%d requests; %d refused, %d not asked", count, refused, notAsked)
	}
}

func TestStreak(t *testing.T) {
	forAll, ofOne := &client.Error{Cause: client.CauseSignature}, &client.Error{Cause: client.CauseNotDelegated}
	passing, foreign := &client.Error{Cause: client.CauseTimedOut}, errors.New("other")
	tests := []struct {
		name string
		errs []error
		stop bool
	}{
		{"five in a row", []error{forAll, forAll, forAll, forAll, forAll}, true},
		{"four", []error{forAll, forAll, forAll, forAll}, false},
		{"success between", []error{forAll, forAll, forAll, forAll, nil, forAll}, false},
		{"refusal of one between", []error{forAll, forAll, forAll, forAll, ofOne, forAll}, false},
		{"what passes between", []error{forAll, forAll, passing, forAll, foreign, forAll, forAll}, true},
		{"refusals of one", []error{ofOne, ofOne, ofOne, ofOne, ofOne, ofOne}, false},
		{"what passes", []error{passing, passing, passing, passing, passing, passing}, false},
		{"late success", []error{forAll, forAll, forAll, forAll, forAll, nil}, true},
		{"wrapped", []error{forAll, forAll, forAll, forAll, fmt.Errorf("of 310000043: %w", forAll)}, true},
	}
	for _, test := range tests {
		var streak client.Streak
		for _, err := range test.errs {
			streak.Add(err)
		}
		if err := streak.Err(); (err != nil) != test.stop {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestManyEndsWithItsContext(t *testing.T) {
	for name, test := range map[string]struct {
		end   func(context.Context) (context.Context, context.CancelFunc)
		cause client.Cause
	}{
		"cancelled": {context.WithCancel, client.CauseCancelled},
		"deadline": {func(ctx context.Context) (context.Context, context.CancelFunc) {
			return context.WithTimeout(ctx, time.Second)
		}, client.CauseDeadline},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := test.end(t.Context())
				defer cancel()
				var begun atomic.Int32
				outcomes := client.Many(ctx, make([]int, 1), func(context.Context, int) (int, error) { return 1, nil })
				if outcomes[0].Value != 1 {
					t.Fatalf("%+v", outcomes)
				}
				outcomes = client.Many(ctx, []int{1, 2, 3, 4, 5, 6, 7}, func(ctx context.Context, _ int) (int, error) {
					if begun.Add(1) == 5 && test.cause == client.CauseCancelled {
						cancel()
					}
					<-ctx.Done()
					return 0, ctx.Err()
				})
				if begun.Load() != 5 || !errors.Is(outcomes[6].Err, test.cause) || !errors.Is(outcomes[6].Err, ctx.Err()) {
					t.Errorf("%d begun, the last: %v", begun.Load(), outcomes[6].Err)
				}
			})
		})
	}
}

func TestManyPassesPanicsOn(t *testing.T) {
	defer func() {
		if p := recover(); p != "f" {
			t.Errorf("recovered %v", p)
		}
	}()
	client.Many(t.Context(), []int{1, 2, 3, 4, 5, 6, 7, 8}, func(_ context.Context, id int) (int, error) {
		if id == 2 {
			panic("f")
		}
		return id, nil
	})
	t.Error("no panic")
}
