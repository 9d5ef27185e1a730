//go:build race

package pattern

// With the race detector, sync.Pool forgets some of what it is given.
func init() { poolForgets = true }
