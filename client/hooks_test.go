// This file tests what hooks for metrics and traces are called with.

package client_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

type spanKey struct{}

// telling are hooks that record their arguments.
func telling(log *[]string, name string) client.Hooks {
	return client.Hooks{
		Call: func(ctx context.Context, operation string) (context.Context, func(client.CallResult)) {
			*log = append(*log, name+" begins "+operation)
			return context.WithValue(ctx, spanKey{}, name), func(r client.CallResult) {
				*log = append(*log, fmt.Sprintf("%s ends %s after %d requests, %s, %d deviations, error %v", name, r.Operation, r.Requests, r.Duration, r.Deviations, r.Err != nil))
			}
		},
		Request: func(ctx context.Context, r client.RequestResult) {
			*log = append(*log, fmt.Sprintf("%s request %d of %s in span %v: %d %q, %s", name, r.Number, r.Operation, ctx.Value(spanKey{}), r.Status, r.Cause, r.Duration))
		},
	}
}

func TestHooks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log []string
		statuses := []int{503, 200}
		c := answering(t, func(r *http.Request) (*http.Response, error) {
			if r.Context().Value(spanKey{}) != "b" {
				t.Error("the request has not the context of the span")
			}
			time.Sleep(time.Second)
			next := statuses[0]
			statuses = statuses[1:]
			return answer(next, nil, goodXML()), nil
		}, client.WithHooks(telling(&log, "a")), client.WithHooks(client.Hooks{}), client.WithHooks(telling(&log, "b")),
			client.WithRetry(client.Retry{Base: 1, Max: 1}))
		if _, err := hent(context.Background(), c, clienttest.OneOpen); err != nil {
			t.Fatal(err)
		}
		if _, err := hent(context.Background(), c, "31240985"); err == nil {
			t.Fatal("a number with eight digits was sent")
		}
		want := []string{
			"a begins HentStatus", "b begins HentStatus",
			`a request 1 of HentStatus in span b: 503 "unavailable", 1s`, `b request 1 of HentStatus in span b: 503 "unavailable", 1s`,
			`a request 2 of HentStatus in span b: 200 "", 1s`, `b request 2 of HentStatus in span b: 200 "", 1s`,
			"b ends HentStatus after 2 requests, 2.000000001s, 0 deviations, error false",
			"a ends HentStatus after 2 requests, 2.000000001s, 0 deviations, error false",
			"a begins HentStatus", "b begins HentStatus",
			"b ends HentStatus after 0 requests, 0s, 0 deviations, error true",
			"a ends HentStatus after 0 requests, 0s, 0 deviations, error true",
		}
		if diff := cmp.Diff(want, log); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
