// What a file is that is no spreadsheet we read, known by its first bytes.

package sheet

import (
	"bytes"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// foreign says what a file is, if it is known to be something else than text or a workbook.
func foreign(data []byte) error {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 512)], []byte(byteOrderMark))))
	switch {
	case len(data) == 0:
		return say.Errorf("the file is empty: a line with column names is expected, and a row per organisation below it")
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return say.Errorf("the file is an old Excel workbook (.xls), or one with a password: open it in Excel and save it as .xlsx without a password, or as \"CSV UTF-8\"")
	case bytes.HasPrefix(start, []byte("%pdf-")):
		return say.Errorf("the file is a PDF, not a spreadsheet: export the list as .xlsx or CSV instead")
	case bytes.HasPrefix(start, []byte("<")):
		return say.Errorf("the file is a web page or XML, whatever its name says: open it in Excel and save it as .xlsx or \"CSV UTF-8\"")
	case bytes.HasPrefix(start, []byte(`{\rtf`)):
		return say.Errorf("the file is a text document (RTF), not a spreadsheet: export the list as .xlsx or CSV instead")
	case bytes.HasPrefix(start, []byte("{")), bytes.HasPrefix(start, []byte("[{")):
		return say.Errorf("the file is JSON, not a spreadsheet: export the list as .xlsx or CSV instead")
	case bytes.HasPrefix(data, []byte("\x1f\x8b")), bytes.HasPrefix(data, []byte("Rar!")), bytes.HasPrefix(data, []byte("7z\xbc\xaf")):
		return say.Errorf("the file is a compressed archive: unpack it first")
	case !bytes.HasPrefix(data, []byte("PK\x03\x04")) && !isUTF16(data) && bytes.IndexByte(data, 0) >= 0:
		return say.Errorf("the file is no text: export the list as .xlsx or CSV")
	}
	return nil
}
