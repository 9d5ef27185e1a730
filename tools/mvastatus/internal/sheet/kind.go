// What a file is that is no spreadsheet we read, known by its first bytes, and an archive by what is in it.

package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

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

// openDocument is the media type of OpenDocument spreadsheets, and the beginning of that of their templates.
const openDocument = "application/vnd.oasis.opendocument.spreadsheet"

// otherProgram says what a spreadsheet is that is an archive and no .xlsx, whatever the file is called.
func otherProgram(archive *zip.Reader) error {
	if strings.HasPrefix(mediaType(archive), openDocument) {
		return say.Errorf("the file is an OpenDocument spreadsheet (.ods): open it in LibreOffice or Excel and save it as .xlsx or CSV")
	}
	for _, part := range archive.File {
		switch strings.ToLower(part.Name) {
		case "xl/workbook.bin":
			return say.Errorf("the file is a binary Excel workbook (.xlsb): open it in Excel and save it as .xlsx or \"CSV UTF-8\"")
		case "index/document.iwa", "index.zip":
			return say.Errorf("the file is a Numbers document (.numbers): open it in Numbers and export it as .xlsx or CSV")
		}
	}
	return nil
}

// mediaType is what the first part of an archive says of it (OpenDocument 1.3, part 2, section 3.3); empty where it is another part.
func mediaType(archive *zip.Reader) string {
	if len(archive.File) == 0 || archive.File[0].Name != "mimetype" {
		return ""
	}
	reader, err := archive.File[0].Open()
	if err != nil {
		return ""
	}
	defer reader.Close() //nolint:errcheck // read only
	start := make([]byte, len(openDocument))
	n, _ := io.ReadFull(reader, start) // a shorter one is another
	return string(start[:n])
}
