// This file tells a program's metrics and traces what a client does.

package client

import (
	"context"
	"time"
)

// Hooks are functions of the program that a client calls, for metrics and tracing. Each may be nil. They are called from the goroutine
// of the call, many at once, and hold it up while they run. No argument names an organisation or holds a secret, so that all
// of them can be labels. To trace the requests themselves, token requests included, wrap the transport given to [WithTransport].
type Hooks struct {
	// Call is called when a call begins, before it waits for its turn. The call goes on with the context that it returns, in which a
	// trace can put its span; the function that it returns, if any, is called once, when the call has ended.
	Call func(ctx context.Context, operation string) (context.Context, func(CallResult))
	// Request is called after each request to the service, the repeated ones included.
	Request func(ctx context.Context, result RequestResult)
}

// CallResult is how a call ended.
type CallResult struct {
	Operation  string
	Requests   int           // sent to the service
	Deviations int           // of the answer from the schema
	Duration   time.Duration // from the beginning, waiting included
	Err        error         // nil for success, else an [*Error]
}

// RequestResult is how one request ended.
type RequestResult struct {
	Operation string
	Number    int           // within the call, from 1
	Status    int           // of HTTP, 0 without an answer
	Cause     Cause         // why it failed, empty for an answer
	Duration  time.Duration // from sending to the last byte of the answer
}

// WithHooks has the client call hooks. Those of several options are called in their order.
func WithHooks(hooks Hooks) Option {
	return func(s *settings) { s.hooks = append(s.hooks, hooks) }
}

// begin tells the hooks that a call begins. end tells them that it has ended.
func (c *Client) begin(ctx context.Context, operation string) (called context.Context, end func(CallResult)) {
	if c == nil || len(c.hooks) == 0 {
		return ctx, func(CallResult) {}
	}
	begun := time.Now()
	var ends []func(CallResult)
	for _, hooks := range c.hooks {
		if hooks.Call == nil {
			continue
		}
		next, ended := hooks.Call(ctx, operation)
		if next != nil {
			ctx = next
		}
		if ended != nil {
			ends = append(ends, ended)
		}
	}
	return ctx, func(result CallResult) {
		result.Operation, result.Duration = operation, time.Since(begun)
		for i := len(ends) - 1; i >= 0; i-- { // what began last ends first
			ends[i](result)
		}
	}
}

// sent tells the hooks that a request has ended.
func (c *Client) sent(ctx context.Context, p *plan, way *course, begun time.Time, got *answer, failed *failure) {
	if len(c.hooks) == 0 {
		return
	}
	result := RequestResult{Operation: p.endpoint.Name, Number: way.requests, Duration: time.Since(begun)}
	if failed != nil {
		result.Status, result.Cause = failed.Status, failed.Cause
	} else {
		result.Status = got.status
	}
	for _, hooks := range c.hooks {
		if hooks.Request != nil {
			hooks.Request(ctx, result)
		}
	}
}
