// Conversion between dates and time.Time.

package codec

import "time"

// formatTime returns "" where the year is not 1 to 9999.
func formatTime(t time.Time, layout string) string {
	if t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return t.Format(layout)
}
