// This file holds waiting that does not outlast its purpose.

package wire

import (
	"context"
	"time"
)

// Sleep waits for d, or until ctx ends. When the deadline of ctx comes before d is over it returns at once: waiting for it
// would only cost time.
func Sleep(ctx context.Context, d time.Duration) error {
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < d {
		return context.DeadlineExceeded
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
