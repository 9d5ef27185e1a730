package xmltext

import (
	"strings"
	"testing"
	"testing/iotest"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Control characters are in no document (XML 1.0, section 2.2), and what skips white space by whole words relies on it: they are refused before, wherever they
// stand.
func TestControlCharactersAreNoWhiteSpace(t *testing.T) {
	for _, document := range []string{
		`<?xml~version="1.0"?><a/>`, `<?xml version="1.0"~?><a/>`, `~<a/>`, `<a/>~`, `<a>~</a>`, `<a><b/>~<b/></a>`, `<a><b>x</b>~<b>y</b></a>`,
		`<a~/>`, `<a~b="1"/>`, `<a b~="1"/>`, `<a b=~"1"/>`, `<a></a~>`, `<!DOCTYPE~a><a/>`, `<!DOCTYPE a [~]><a/>`, `<!DOCTYPE a [<!ENTITY b "<c~/>">]><a>&b;</a>`,
		`<!DOCTYPE a [<!ENTITY b "<c` + strings.Repeat("&#1;", 8) + `/>">]><a>&b;</a>`,
	} {
		document = strings.ReplaceAll(document, "~", strings.Repeat("\x01", 16))
		for _, r := range []*Reader{
			NewReader([]byte(document), source.Limits{}), NewStreamReader(iotest.OneByteReader(strings.NewReader(document)), source.Limits{}),
		} {
			if lines := trace(r); !strings.HasPrefix(lines[len(lines)-1], "error") {
				t.Errorf("%q is read: %q", document, lines)
			}
		}
	}
}
