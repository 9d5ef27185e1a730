// Documents in other encodings than UTF-8 (XML 1.0, section 4.3.3 and appendix F).

package xmltext

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// utf16Text encodes text in UTF-16, the low byte first or last.
func utf16Text(text string, lowFirst bool) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		bytes := []byte{byte(unit >> 8), byte(unit)}
		if lowFirst {
			bytes[0], bytes[1] = bytes[1], bytes[0]
		}
		b.Write(bytes)
	}
	return b.String()
}

func TestEncodings(t *testing.T) {
	read := []string{`<blåbær x="ø"`, `"æ😀"`, ">blåbær", "end"}
	const root = "<blåbær x='ø'>æ😀</blåbær>"
	tests := []struct {
		name string
		doc  string
		want []string
	}{
		{"UTF-8 with a mark", "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>" + root, read},
		{"UTF-16BE", "\xFE\xFF" + utf16Text("<?xml version='1.0' encoding='UTF-16'?>"+root, false), read},
		{"UTF-16LE", "\xFF\xFE" + utf16Text("<?xml version='1.0' encoding='utf-16le'?>"+root, true), read},
		{"UTF-16 without a declaration", "\xFF\xFE" + utf16Text(root, true), read},
		{"UTF-16 without a mark", utf16Text("<?xml version='1.0' encoding='UTF-16'?>"+root, true), read},
		{"ISO-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?><bl\xE5b\xE6r x='\xF8'>\xE6&#x1F600;</bl\xE5b\xE6r>", read},
		{"windows-1252", "<?xml version='1.0' encoding='windows-1252'?><a>\x80\x93</a>", []string{"<a", `"€“"`, ">a", "end"}},
		{"US-ASCII", "<?xml version='1.0' encoding='US-ASCII'?><a>&#xE6;</a>", []string{"<a", `"æ"`, ">a", "end"}},
		{
			"UTF-16 that says UTF-8", "\xFE\xFF" + utf16Text("<?xml version='1.0' encoding='UTF-8'?><a/>", false),
			[]string{"error line 1, column 63: the XML declaration says encoding UTF-8, but the document is in UTF-16BE; declare the encoding that the document is written in"},
		},
		{
			"UTF-16 without a mark that says nothing", utf16Text("<?xml version='1.0'?><a/>", false),
			[]string{"error line 1, column 1: the encoding is UTF-16BE, but nothing says so; begin the document with a byte order mark"},
		},
		{
			"UTF-16 without a mark or a declaration", utf16Text("<?p?><a/>", true),
			[]string{"error line 1, column 1: the encoding is UTF-16LE, but nothing says so; begin the document with a byte order mark"},
		},
		{
			"UTF-16 with a fault", "\xFE\xFF" + utf16Text("<a>\næ<b x=1/></a>", false),
			[]string{"<a", `"\næ"`, "error line 2, column 13: an attribute's value is not quoted; write name=\"value\""},
		},
		{
			"ISO-8859-1 with a fault", "<?xml version='1.0' encoding='ISO-8859-1'?><\xE6>\n\xF8\xE5<b x=1/></a>",
			[]string{"<æ", `"\nøå"`, "error line 2, column 8: an attribute's value is not quoted; write name=\"value\""},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, traceAll(t, test.doc, source.Limits{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
