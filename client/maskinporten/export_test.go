// This file shows tests what they could not count otherwise.

package maskinporten

// Cached is the number of tokens a source keeps.
func Cached(s *Source) int {
	s.cache.mu.Lock()
	defer s.cache.mu.Unlock()
	return len(s.cache.tokens)
}
