// This file tests what holds when many call at once: few in flight, one token per organisation, no token for another, no
// call lost, and nothing left running.

package client_test

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

func TestFiftyCallersOneToken(t *testing.T) {
	s := newStack(t)
	s.server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Effect: clienttest.Delay(10 * time.Millisecond)})
	var callers sync.WaitGroup
	for range 50 {
		callers.Go(func() {
			if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
				t.Error(err)
			}
		})
	}
	callers.Wait()
	got := []int{
		s.server.Count(clienttest.TokenEndpoint), s.server.Count(clienttest.StatusEndpoint),
		s.server.MaxInFlight(clienttest.StatusEndpoint),
	}
	if diff := cmp.Diff([]int{1, 50, 5}, got); diff != "" {
		t.Errorf("tokens, calls, in flight (-want +got):\n%s", diff)
	}
}

// The service refuses a token that fifty callers use at that moment: one new token does for all of them.
func TestFiftyCallersOneRenewal(t *testing.T) {
	s := newStack(t, client.WithMaxInFlight(50))
	if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
		t.Fatal(err)
	}
	s.server.RevokeTokens()
	var callers sync.WaitGroup
	for range 50 {
		callers.Go(func() {
			if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
				t.Error(err)
			}
		})
	}
	callers.Wait()
	if got := s.server.Count(clienttest.TokenEndpoint); got != 2 {
		t.Errorf("%d token requests", got)
	}
}

// The service ends tokens before their time, without the source knowing.
func TestTokenThatTheServiceEnds(t *testing.T) {
	s := newStack(t)
	for range 3 {
		if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
			t.Fatal(err)
		}
	}
	s.server.RevokeTokens()
	if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
		t.Fatal(err)
	}
	got := []int{s.server.Count(clienttest.TokenEndpoint), s.server.Count(clienttest.StatusEndpoint)}
	if diff := cmp.Diff([]int{2, 5}, got); diff != "" {
		t.Errorf("tokens, calls (-want +got):\n%s", diff)
	}
}

// A token's life ends between two calls: the second has a new one before the service could refuse the old.
func TestTokenLifeEndsBetweenCalls(t *testing.T) {
	s := newStackOf(t, clienttest.New(t, clienttest.WithTokenLife(time.Second)))
	for range 2 {
		for range 2 {
			if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(1100 * time.Millisecond)
	}
	got := []int{s.server.Count(clienttest.TokenEndpoint), s.server.Count(clienttest.StatusEndpoint)}
	if diff := cmp.Diff([]int{2, 4}, got); diff != "" {
		t.Errorf("tokens, calls (-want +got):\n%s", diff)
	}
}

func TestCallerWhoGivesUpInTheQueue(t *testing.T) {
	s := newStack(t, client.WithMaxInFlight(1))
	s.server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Times: 1, Effect: clienttest.Delay(300 * time.Millisecond)})
	var callers sync.WaitGroup
	callers.Go(func() {
		if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
			t.Errorf("the one in flight: %v", err)
		}
	})
	for s.server.Count(clienttest.StatusEndpoint) == 0 {
		time.Sleep(time.Millisecond)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err := hent(ctx, s.client, clienttest.OneOpen)
	if e := asError(t, err); !errors.Is(err, context.DeadlineExceeded) || e.Message != "no earlier call ended in time" {
		t.Errorf("the one in the queue: %v", err)
	}
	callers.Wait()
	if got := s.server.Count(clienttest.StatusEndpoint); got != 1 {
		t.Errorf("%d calls", got)
	}
	if _, err := hent(context.Background(), s.client, clienttest.OneOpen); err != nil {
		t.Errorf("the slot was not given back: %v", err)
	}
}

// rowFaults strike one row in a hundred each.
var rowFaults = []struct {
	at     clienttest.Endpoint
	times  int
	effect clienttest.Effect
	ends   client.Stage // empty: the row succeeds in the end
}{
	{clienttest.StatusEndpoint, 1, clienttest.Status(503, ""), ""},
	{clienttest.StatusEndpoint, 0, clienttest.Status(503, ""), client.StageService},
	{clienttest.StatusEndpoint, 1, clienttest.Status(429, "0"), ""},
	{clienttest.StatusEndpoint, 1, clienttest.Drop(), ""},
	{clienttest.StatusEndpoint, 1, clienttest.Truncate(), ""},
	{clienttest.StatusEndpoint, 1, clienttest.Revoke(), ""},
	{clienttest.StatusEndpoint, 0, clienttest.Revoke(), client.StageService},
	{clienttest.StatusEndpoint, 0, clienttest.WebPage(), client.StageDocument},
	{clienttest.StatusEndpoint, 0, clienttest.Empty(), client.StageDocument},
	{clienttest.StatusEndpoint, 0, clienttest.Confuse(clienttest.OneOpen), client.StageDocument},
	{clienttest.StatusEndpoint, 1, clienttest.Delay(5 * time.Millisecond), ""},
	{clienttest.StatusEndpoint, 0, clienttest.Status(403, ""), client.StageService},
	{clienttest.TokenEndpoint, 1, clienttest.Plain(503, ""), ""},
	{clienttest.TokenEndpoint, 1, clienttest.Drop(), ""},
	{clienttest.TokenEndpoint, 1, clienttest.Refuse("MP-012", ""), ""},
	{clienttest.TokenEndpoint, 0, clienttest.Refuse("MP-251", ""), client.StageMaskinporten},
}

func TestTwoThousandOrganisations(t *testing.T) {
	rows := 2000
	if testing.Short() {
		rows = 200
	}
	s := newStack(t)
	organisations := clienttest.Organisations(rows)
	want := map[string]client.Stage{}
	for i, organisation := range organisations {
		s.server.Add(clienttest.Taxpayer{
			Organisation: organisation, HasFiled: true,
			Terms: []clienttest.Term{clienttest.TwoMonths(time.Now(), i%60)},
		})
		want[organisation] = ""
		if fault := i % 100; fault < len(rowFaults) {
			f := rowFaults[fault]
			want[organisation] = f.ends
			s.server.Inject(clienttest.Fault{At: f.at, Organisation: organisation, Times: f.times, Effect: f.effect})
		}
	}
	got := map[string]client.Stage{}
	var mu sync.Mutex
	var callers sync.WaitGroup
	for _, organisation := range organisations {
		callers.Go(func() {
			response, err := hent(context.Background(), s.client, organisation)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				got[organisation] = asError(t, err).Stage
				return
			}
			got[organisation] = ""
			if answered := string(response.Value.Skattepliktig.Organisasjonsnummer); answered != organisation {
				t.Errorf("asked %s, got %s", organisation, answered)
			}
		})
	}
	callers.Wait()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows by stage of their error (-want +got):\n%s", diff)
	}
	checkTokens(t, s.server, rows)
	if most := s.server.MaxInFlight(clienttest.StatusEndpoint); most > 5 {
		t.Errorf("%d calls in flight", most)
	}
}

// checkTokens wants one token for each organisation, one more where it was refused, and none used for another.
func checkTokens(t *testing.T, server *clienttest.Server, rows int) {
	t.Helper()
	if n := server.Misdirected(); n != 0 {
		t.Errorf("%d calls bore the token of another organisation", n)
	}
	granted := map[string]int{}
	for _, request := range server.Requests(clienttest.TokenEndpoint) {
		if request.Status == 200 {
			granted[request.Organisation]++
		}
	}
	for i, organisation := range clienttest.Organisations(rows) {
		want := 1
		if fault := i % 100; fault == 5 || fault == 6 { // revoked
			want = 2
		} else if fault == 15 { // not delegated
			want = 0
		}
		if granted[organisation] != want {
			t.Errorf("row %d (%s) was granted %d tokens, want %d", i, organisation, granted[organisation], want)
		}
	}
}

func TestNothingRunsAfterClose(t *testing.T) {
	newStack(t) // makes the keys, which leave a goroutine of their own behind now and then
	before := runtime.NumGoroutine()
	t.Run("", func(t *testing.T) {
		s := newStack(t)
		s.server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Times: 1, Effect: clienttest.Drop()})
		for _, organisation := range []string{clienttest.OneOpen, clienttest.Overdue, clienttest.FirstTime} {
			if _, err := hent(context.Background(), s.client, organisation); err != nil {
				t.Error(err)
			}
		}
	})
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	stacks := make([]byte, 1<<20)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks[:runtime.Stack(stacks, true)])
}
