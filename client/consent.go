// This file holds consents: what an organisation has agreed to, sent along in a header of its own.

package client

import (
	"context"
)

// ConsentSource hands out the consent of an organisation, such as the token that Altinn gives for an authorization code. It is asked
// once for every request that is sent, retries included, since a consent may live for half a minute only: cache nothing longer. It
// is called from many goroutines. An error, or an empty text, ends the call: nothing is sent without the consent.
type ConsentSource func(ctx context.Context, organisation string) (string, error)

// WithConsent sends the consent of the organisation asked about along with calls whose service asks for one ([Endpoint.Consent]).
// Without this option none is sent, which is right where access rests on statute.
func WithConsent(source ConsentSource) Option { return func(s *settings) { s.consent = source } }

// askConsent is the consent for the next request, empty where the call needs none.
func (c *Client) askConsent(ctx context.Context, p *plan, way *course) (string, *failure) {
	if c.consent == nil || p.endpoint.Consent == "" {
		return "", nil
	}
	consent, err := c.consent(ctx, p.about)
	if err == nil {
		if err = sendable(consent); err == nil {
			way.Add(consent)
			return consent, nil
		}
	}
	e := &Error{
		Stage: StageToken, Cause: CauseConsent, Message: "the source of consents gave none for this organisation", Err: err,
		Remedy: "have the organisation give its consent in Altinn, and see to it that the ConsentSource can fetch it",
	}
	if ctx.Err() != nil {
		ended(ctx, e)
	}
	return "", &failure{Error: e}
}
