// This file holds what makes text and bodies from outside safe to keep and print.

package wire

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// maxText bounds a line of text from outside in an error or log, in runes.
const maxText = 500

// Clean makes text from outside one printable line of bounded length, so that it cannot forge log lines or steer a terminal.
func Clean(text string) string {
	var b strings.Builder
	space, count := false, 0
	for _, r := range text {
		if unicode.IsSpace(r) || !unicode.IsPrint(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if count++; count > maxText {
			b.WriteString("…")
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TooLargeError says that a body was longer than allowed.
type TooLargeError struct{ Max int64 }

// Error names the bound.
func (e *TooLargeError) Error() string {
	return fmt.Sprintf("the answer is longer than %d bytes", e.Max)
}

// ReadBody reads at most limit bytes of a body. With an error it returns what was read before it.
func ReadBody(response *http.Response, limit int64) ([]byte, error) {
	var buffer bytes.Buffer
	if n := response.ContentLength; n > 0 && n <= limit && n < 1<<20 {
		buffer.Grow(int(n) + bytes.MinRead) // what ReadFrom wants to see the end of the body without growing
	}
	if _, err := buffer.ReadFrom(io.LimitReader(response.Body, limit+1)); err != nil {
		return buffer.Bytes(), err
	}
	if int64(buffer.Len()) > limit {
		return buffer.Bytes()[:limit], &TooLargeError{Max: limit}
	}
	return buffer.Bytes(), nil
}

// RetryAfter reads the Retry-After header (RFC 9110, 10.2.3), seconds or a date; a date is compared with the answer's own Date
// where there is one, so that a wrong local clock does no harm. Never negative.
func RetryAfter(header http.Header, now time.Time) (wait time.Duration, ok bool) {
	value := strings.TrimSpace(header.Get("Retry-After"))
	if value == "" {
		return 0, false
	}
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second, true
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0, false
	}
	if date, err := http.ParseTime(header.Get("Date")); err == nil {
		now = date
	}
	return max(0, at.Sub(now)), true
}
