// This file reads documents whose elements lack their namespace, in tolerant reading: with frames, which notes need, and without.

package cases_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

var (
	defaultNamespace = regexp.MustCompile(` xmlns="[^"]*"`)
	tagName          = regexp.MustCompile(`<(/?)([\w.-]+)`)
	prefixedLeaf     = regexp.MustCompile(`<q:[\w.-]+>[^<]*</q:[\w.-]+>`)
	leafElement      = regexp.MustCompile(`<([\w.-]+)>[^<]*</[\w.-]+>`)
)

// TestBareWithAndWithoutFrames: every valid document without its default namespace, as it is, and with one element having it, in another one, missing, twice or of another
// name; and with a prefix for it that leaves lack. The value, the deviations and the verdict do not tell how it was read.
func TestBareWithAndWithoutFrames(t *testing.T) {
	compared := 0
	for name, read := range readers {
		for _, file := range documents(t, name, "valid") {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			first, err := read(data)
			declaration := defaultNamespace.FindString(string(data))
			if err != nil || declaration == "" {
				continue
			}
			variants := append(bareVariants(defaultNamespace.ReplaceAllString(string(data), ""), declaration), someBare(string(data))...)
			for _, text := range variants {
				compared++
				checkBare(t, file, text, first)
			}
		}
	}
	if compared < 200 {
		t.Errorf("%d documents compared: the test looks for the wrong ones", compared)
	}
}

// bareVariants returns the document and others with one leaf edited.
func bareVariants(bare, declaration string) []string {
	all := []string{bare}
	for _, at := range leafElement.FindAllStringSubmatchIndex(bare, -1) {
		leaf, rest := bare[at[0]:at[1]], bare[at[2]:at[1]]
		local := bare[at[2]:at[3]]
		for _, edited := range []string{
			"<" + local + declaration + rest[len(local):],
			"<" + local + ` xmlns="urn:elsewhere"` + rest[len(local):],
			"", leaf + leaf, "<other>" + leaf + "</other>", "<" + local + ">" + leaf + "</" + local + ">",
		} {
			all = append(all, bare[:at[0]]+edited+bare[at[1]:])
		}
	}
	return all
}

// someBare returns documents that declare the namespace for a prefix, which leaves lack: one, and all of them.
func someBare(document string) (all []string) {
	prefixed := tagName.ReplaceAllString(strings.Replace(document, ` xmlns="`, ` xmlns:q="`, 1), "<${1}q:$2")
	for _, at := range prefixedLeaf.FindAllStringIndex(prefixed, -1) {
		all = append(all, prefixed[:at[0]]+strings.ReplaceAll(prefixed[at[0]:at[1]], "q:", "")+prefixed[at[1]:])
	}
	return append(all, prefixedLeaf.ReplaceAllStringFunc(prefixed, func(leaf string) string { return strings.ReplaceAll(leaf, "q:", "") }))
}

func checkBare(t *testing.T, file, text string, first xsd.Document) {
	t.Helper()
	var with, without xsd.Violations
	var notes xsd.Notes
	framed := newOf(first.Value)
	withErr := xsd.UnmarshalXML([]byte(text), framed, xsd.As(first.Element), xsd.Tolerant(&with), xsd.Noting(&notes))
	value := newOf(first.Value)
	withoutErr := xsd.UnmarshalXML([]byte(text), value, xsd.As(first.Element), xsd.Tolerant(&without))
	if fmt.Sprint(withErr) != fmt.Sprint(withoutErr) {
		t.Errorf("%s: with frames %v, without %v\n%s", file, withErr, withoutErr, text)
		return
	}
	if diff := cmp.Diff(with, without); diff != "" {
		t.Errorf("%s: deviations differ (-with frames +without):\n%s\n%s", file, diff, text)
	}
	if withErr != nil {
		return
	}
	if diff := diffValues(framed, value); diff != "" {
		t.Errorf("%s: values differ (-with frames +without):\n%s\n%s", file, diff, text)
	}
}
