// This file asks for many organisations: five at a time, an outcome for each, and an end when going on makes no sense.

package client

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// manyInFlight is what an authority allows of one program at once.
const manyInFlight = 5

// Outcome is what came of one id: a value, or an error.
type Outcome[ID, T any] struct {
	ID    ID
	Value T
	Err   error
}

// Many calls f for every id, five at a time, and returns an outcome for each, in the order of ids. An id that comes twice is asked
// for once. f is often the method of a generated client:
//
//	for _, outcome := range client.Many(ctx, numbers, c.HentStatus) { ... }
//
// One id's error never stops the others, with two exceptions. When ctx ends, the ids not begun get an [*Error] of
// [CauseCancelled] or [CauseDeadline]. When five calls in a row fail for a cause that is the same for all ([Cause.ForAll]), the ids
// not begun get one of [CauseNotAsked], since they would only be refused as well. A panic in f is passed on to the caller of Many,
// after the calls in flight have ended.
func Many[ID comparable, T any](ctx context.Context, ids []ID, f func(context.Context, ID) (T, error)) []Outcome[ID, T] {
	m := &many[ID, T]{f: f, outcomes: make(map[ID]*Outcome[ID, T], len(ids))}
	queue := make(chan *Outcome[ID, T])
	var workers sync.WaitGroup
	for range min(manyInFlight, len(ids)) {
		workers.Go(func() {
			for outcome := range queue {
				m.ask(ctx, outcome)
			}
		})
	}
	for _, id := range ids {
		if m.outcomes[id] == nil {
			m.outcomes[id] = &Outcome[ID, T]{ID: id}
			queue <- m.outcomes[id]
		}
	}
	close(queue)
	workers.Wait()
	if m.panicked != nil {
		panic(m.panicked)
	}
	outcomes := make([]Outcome[ID, T], len(ids))
	for i, id := range ids {
		outcomes[i] = *m.outcomes[id]
	}
	return outcomes
}

// many is the state of one Many.
type many[ID comparable, T any] struct {
	f        func(context.Context, ID) (T, error)
	outcomes map[ID]*Outcome[ID, T]
	streak   Streak
	mu       sync.Mutex
	panicked any
}

// ask fills in one outcome.
func (m *many[ID, T]) ask(ctx context.Context, outcome *Outcome[ID, T]) {
	defer func() {
		if p := recover(); p != nil {
			m.mu.Lock()
			m.panicked = p
			m.mu.Unlock()
		}
	}()
	if outcome.Err = m.reasonNotToAsk(ctx); outcome.Err != nil {
		return
	}
	outcome.Value, outcome.Err = m.f(ctx, outcome.ID)
	m.streak.Add(outcome.Err)
}

// reasonNotToAsk is the error of an id that is not asked for, nil if it is.
func (m *many[ID, T]) reasonNotToAsk(ctx context.Context) error {
	m.mu.Lock()
	panicked := m.panicked
	m.mu.Unlock()
	switch err := m.streak.Err(); {
	case ctx.Err() != nil:
		return ended(ctx, &Error{Stage: StageRequest, Message: "not asked"})
	case panicked != nil:
		return &Error{Stage: StageRequest, Cause: CauseNotAsked, Message: "not asked: a call before this one panicked"}
	case err != nil:
		return err
	}
	return nil
}

// ended gives an error the cause of a context that has ended, and the remedy.
func ended(ctx context.Context, e *Error) *Error {
	e.Err = ctx.Err()
	if errors.Is(e.Err, context.DeadlineExceeded) {
		e.Cause, e.Remedy = CauseDeadline, "allow more time, with a later deadline on the context"
	} else {
		e.Cause = CauseCancelled
	}
	return e
}

// streakLength is how many calls must fail alike before the rest is not asked.
const streakLength = 5

// Streak watches the errors of many calls and tells when to stop: after five in a row for a cause that is the same for all
// organisations ([Cause.ForAll]). A success, or a refusal that concerns one organisation, begins the row anew; what passes with
// time neither counts nor begins it anew. The zero Streak is ready; it is safe for concurrent use.
type Streak struct {
	mu    sync.Mutex
	count int
	last  error
}

// Add takes the error of a call, nil for a success.
func (s *Streak) Add(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var e *Error
	switch cause := causeOf(err, &e); {
	case s.count >= streakLength: // it stays so: calls that were in flight then change nothing
	case cause.ForAll():
		s.count, s.last = s.count+1, err
	case err == nil || cause.ofOne():
		s.count = 0
	}
}

// causeOf is the cause of an error of a call, empty for any other.
func causeOf(err error, e **Error) Cause {
	if errors.As(err, e) {
		return (*e).Cause
	}
	return ""
}

// Err is nil while calls should go on, and then an [*Error] of [CauseNotAsked] with the last failure in it, for those not asked.
func (s *Streak) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count < streakLength {
		return nil
	}
	return &Error{
		Stage: StageRequest, Cause: CauseNotAsked, Err: s.last,
		Message: fmt.Sprintf("not asked, since %d calls in a row failed for a cause that is the same for all", streakLength),
		Remedy:  "mend that cause, then ask again",
	}
}

// ofOne tells whether a cause is a refusal that concerns one organisation, which shows that the way there works.
func (c Cause) ofOne() bool {
	switch c {
	case CauseRequestWrong, CauseTokenRefused, CauseForbidden, CauseConsent, CauseUnknown, CauseNothingFound,
		CauseScopeNotGranted, CauseNotDelegated, CauseDetailsType, CauseDetailsField, CauseSystemUser, CauseOther:
		return true
	}
	return false
}
