// This file compares the local clock with Maskinporten's.

package maskinporten

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// tolerated is how far a clock may be off before Maskinporten refuses assertions.
const tolerated = 10 * time.Second

// clock remembers by how much the local clock was ahead at the last answer.
type clock struct {
	mu    sync.Mutex
	ahead time.Duration
	known bool
}

// observe reads the Date header of an answer to a request that was sent and answered at these local times.
func (c *clock) observe(header http.Header, sent, answered time.Time) {
	date, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return
	}
	// The header's second has begun at some time within it: half a second is its middle.
	middle := sent.Add(answered.Sub(sent) / 2)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead, c.known = middle.Sub(date.Add(time.Second/2)).Round(time.Second), true
}

func (c *clock) skew() (ahead time.Duration, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead, c.known
}

// complaint says that the clock is wrong, and is empty when it is right enough or nothing is known.
func (c *clock) complaint() string {
	ahead, known := c.skew()
	switch {
	case known && ahead >= tolerated:
		return fmt.Sprintf("the local clock is %s ahead of Maskinporten's: set the clock", ahead)
	case known && ahead <= -tolerated:
		return fmt.Sprintf("the local clock is %s behind Maskinporten's: set the clock", -ahead)
	}
	return ""
}
