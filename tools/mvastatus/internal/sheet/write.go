// Writing CSV.

package sheet

import (
	"fmt"
	"io"
	"strings"
)

// Write writes records in the dialect. Characters that the encoding lacks are an error that names the character: nothing is replaced in silence.
func Write(w io.Writer, dialect Dialect, records [][]string) error {
	var text strings.Builder
	if dialect.Hint {
		fmt.Fprintf(&text, "sep=%c%s", dialect.Separator, dialect.End)
	}
	for _, record := range records {
		for i, field := range record {
			if i > 0 {
				text.WriteRune(dialect.Separator)
			}
			text.WriteString(dialect.quote(field))
		}
		text.WriteString(dialect.End)
	}
	encoded, err := encode(text.String(), dialect.Encoding)
	if err != nil {
		return err
	}
	_, err = w.Write(encoded)
	return err
}

// quote puts a field into quotation marks where it would be read otherwise without.
func (d Dialect) quote(field string) string {
	if !strings.ContainsAny(field, "\"\r\n"+string(d.Separator)) {
		return field
	}
	return `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
}

// Harmless keeps text that came from elsewhere from running as a formula when a spreadsheet opens the file. The user's own columns are passed
// through as they are.
func Harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
