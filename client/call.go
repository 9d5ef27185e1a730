// This file holds the course of a call: a slot, a token, attempts until one answers, and the answer read.

package client

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// Call performs an operation and reads its answer. Every error is an [*Error]. The context bounds the whole call, waiting
// for a slot, tokens and pauses included.
func Call[T any, P Value[T]](ctx context.Context, c *Client, op *Operation[T], args ...Argument) (*Response[T], error) {
	ctx, end := c.begin(ctx, op.Name)
	response, requests, failure := perform[T, P](ctx, c, op, args)
	if failure != nil {
		end(CallResult{Requests: requests, Err: failure})
		return nil, failure
	}
	end(CallResult{Requests: requests, Deviations: len(response.Deviations)})
	return response, nil
}

// perform is Call without its hooks; it tells how many requests were sent.
func perform[T any, P Value[T]](ctx context.Context, c *Client, op *Operation[T], args []Argument) (*Response[T], int, *Error) {
	p, failure := c.prepare(ctx, &op.Endpoint, args)
	if failure != nil {
		return nil, 0, failure
	}
	answer, failure := c.exchange(ctx, p)
	if failure != nil {
		return nil, failure.Attempts, failure
	}
	response, failure := read[T, P](c, op, p, answer)
	if failure != nil {
		failure.Operation, failure.Attempts = op.Name, answer.attempts
		return nil, answer.attempts, answer.secrets.conceal(failure)
	}
	response.Deviations = answer.secrets.violations(response.Deviations)
	c.logDeviations(ctx, op.Name, response.Deviations)
	return response, answer.attempts, nil
}

// answer is what came back, a document or a code that is an answer.
type answer struct {
	status   int
	header   http.Header
	body     []byte
	code     string // says that the service has nothing to tell; empty for documents
	attempts int
	secrets  *secrets
}

// failure is an attempt that gave no answer, with what may be done about it.
type failure struct {
	*Error
	renew bool // one new token may help
	retry bool // time may help
}

// course is how far a call has come.
type course struct {
	requests int  // sent so far
	attempts int  // of them, those that count against Retry.Attempts
	renewed  bool // a new token was asked for after a refusal
	token    Token
	secrets  // the tokens sent so far
}

// exchange sends the plan until an attempt is answered or nothing more may be tried. The slot is taken before the token is
// asked for: a token fetched first could expire in the queue.
func (c *Client) exchange(ctx context.Context, p *plan) (*answer, *Error) {
	if err := c.acquire(ctx); err != nil {
		e := ended(ctx, &Error{Stage: StageNetwork, Operation: p.endpoint.Name, Message: "no earlier call ended in time"})
		if e.Cause == CauseDeadline {
			e.Cause, e.Remedy = CauseQueue, "allow more time, or ask for fewer things at once"
		}
		return nil, e
	}
	defer c.release()
	var way course
	if err := c.fetchToken(ctx, p, &way, false); err != nil {
		return nil, err
	}
	for {
		got, failed := c.attempt(ctx, p, &way)
		if failed == nil {
			return got, nil
		}
		failed.Operation, failed.Attempts = p.endpoint.Name, way.requests
		if err := c.resume(ctx, p, &way, failed); err != nil {
			return nil, err
		}
	}
}

// resume does what lets the call go on after a failure: a new token, or a pause. Otherwise it returns the error that ends it.
func (c *Client) resume(ctx context.Context, p *plan, way *course, failed *failure) *Error {
	switch {
	case failed.renew && !way.renewed && p.endpoint.Scope != "":
		return c.renew(ctx, p, way, failed)
	case failed.retry && p.endpoint.Idempotent && way.attempts < c.retry.Attempts:
		return c.pause(ctx, p, way, failed)
	}
	return failed.Error
}

// renew asks for one new token. A source that answers with the refused one again has none: the refusal stands.
func (c *Client) renew(ctx context.Context, p *plan, way *course, failed *failure) *Error {
	refused := way.token
	way.renewed = true
	if err := c.fetchToken(ctx, p, way, true); err != nil {
		return err
	}
	if way.token.Equal(refused) {
		return failed.Error
	}
	way.attempts--
	c.logger.LogAttrs(ctx, slog.LevelWarn, "token refused, renewed once", slog.String("operation", p.endpoint.Name))
	return nil
}

// pause waits before the next attempt and sees to it that the token is still good after the wait.
func (c *Client) pause(ctx context.Context, p *plan, way *course, failed *failure) *Error {
	wait, patient := c.retry.Pause(way.attempts, failed.Header)
	if !patient {
		failed.Remedy = "the service asks to wait " + wait.String() + ": call again after that"
		return failed.Error
	}
	c.logger.LogAttrs(ctx, slog.LevelWarn, "attempt failed, trying again", slog.String("operation", p.endpoint.Name),
		slog.Int("attempt", way.requests), slog.Duration("pause", wait), slog.Any("error", failed.Error))
	if err := wire.Sleep(ctx, wait); err != nil {
		failed.Err = errors.Join(failed.Err, err)
		failed.Remedy = "the time allowed ends before the next attempt: allow more, or call again later"
		return failed.Error
	}
	return c.fetchToken(ctx, p, way, false)
}

// attempt sends the request once and judges what comes back. What it keeps of an answer holds no secret.
func (c *Client) attempt(ctx context.Context, p *plan, way *course) (*answer, *failure) {
	way.requests++
	way.attempts++
	begun := time.Now()
	got, failed := c.trySending(ctx, p, way)
	c.sent(ctx, p, way, begun, got, failed)
	if failed != nil {
		way.conceal(failed.Error)
		return nil, failed
	}
	got.header, got.body = way.Answer(got.header, got.body)
	got.attempts, got.secrets = way.requests, &way.secrets
	return got, nil
}

func (c *Client) trySending(ctx context.Context, p *plan, way *course) (*answer, *failure) {
	limited, cancel := context.WithTimeout(ctx, c.timeout)
	var response *http.Response
	defer func() {
		cancel() // first, so that closing waits for no peer
		closeBody(response)
	}()
	consent, failed := c.askConsent(limited, p, way)
	if failed != nil {
		return nil, failed
	}
	var informed wire.Informed
	request, err := c.request(informed.Watch(limited), p, way.token, consent)
	if err != nil {
		return nil, &failure{Error: &Error{
			Stage: StageRequest, Cause: CauseSettings, Message: "the request cannot be made", Err: err,
			Remedy: "correct the base URL or the path",
		}}
	}
	begun := time.Now()
	if response, err = c.http.Do(request); err != nil {
		return nil, c.unreached(ctx, err, informed.Any())
	}
	if response.StatusCode < 200 {
		return nil, protocolFailure(response.StatusCode, response.Header, "the server asks for another protocol", nil)
	}
	body, err := wire.ReadBody(response, c.maxBody)
	c.logAttempt(ctx, p, way, response, time.Since(begun))
	if err != nil {
		return nil, c.brokenOff(ctx, response, body, err)
	}
	if response.StatusCode > 299 || p.endpoint.Errors.in(body) {
		failed := c.refusal(p, response, body)
		if p.endpoint.Errors.Codes[failed.Code].Answer {
			return &answer{status: response.StatusCode, header: response.Header, body: body, code: failed.Code}, nil
		}
		return nil, failed
	}
	return &answer{status: response.StatusCode, header: response.Header, body: body}, nil
}

// closeBody closes the body of a response, also of the one that comes along with a refused redirect.
func closeBody(response *http.Response) {
	if response != nil && response.Body != nil {
		_ = response.Body.Close() // everything wanted from it has been read
	}
}

// fetchToken asks the source for the token of the next attempt.
func (c *Client) fetchToken(ctx context.Context, p *plan, way *course, renew bool) *Error {
	if p.endpoint.Scope == "" {
		return nil
	}
	request := TokenRequest{Scope: p.endpoint.Scope, OnBehalfOf: p.onBehalf, Renew: renew}
	if renew {
		request.Rejected = way.token
	}
	token, err := c.tokens.Token(ctx, request)
	if err == nil {
		err = usable(token)
	}
	if err != nil {
		return tokenError(ctx, p, way, err)
	}
	way.token = token
	way.Add(token.Reveal())
	return nil
}

// usable refuses what is no token.
func usable(token Token) error {
	if err := sendable(token.Reveal()); err != nil {
		return &Error{
			Stage: StageToken, Cause: CauseNoToken, Message: "the token source answered with no token", Err: err,
			Remedy: "correct the token source",
		}
	}
	return nil
}

// sendable refuses a text that cannot stand in a header as a secret of its own, without telling it.
func sendable(text string) error {
	switch {
	case text == "":
		return errors.New("it is empty")
	case strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r >= 0x7f }):
		return errors.New("it holds characters that none has, such as a line end")
	}
	return nil
}

// logAttempt records one exchange, without the path's values and without headers.
func (c *Client) logAttempt(ctx context.Context, p *plan, way *course, response *http.Response, took time.Duration) {
	if !c.logger.Enabled(ctx, slog.LevelDebug) {
		return
	}
	c.logger.LogAttrs(ctx, slog.LevelDebug, "answered", slog.String("operation", p.endpoint.Name),
		slog.Int("attempt", way.requests), slog.Int("status", response.StatusCode), slog.Duration("took", took))
}
