// This file holds the quick steps of reading to the careful ones. A document is read twice: as it is, and spelled so that nothing
// in it looks as expected, though it says the same.

package xsd_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	. "github.com/mvainnsyn/mvainnsyn/xsd/internal/prototype"
)

// respelled puts a space into each tag of an XML document, and an escape into each key of a JSON text and each string that stands in a
// line alone, as items do. No line becomes another.
func respelled(document string) string {
	if strings.HasPrefix(document, "<") {
		return regexp.MustCompile(`(<[^!?>]*[^/>])>`).ReplaceAllString(document, "$1 >")
	}
	document = regexp.MustCompile(`(?m)^( *)"([a-z])([^"]*",?)$`).ReplaceAllStringFunc(document, func(item string) string {
		at := strings.Index(item, `"`) + 1
		return fmt.Sprintf(`%s\u%04x%s`, item[:at], item[at], item[at+1:])
	})
	return regexp.MustCompile(`"([a-z])([^"]*)":`).ReplaceAllStringFunc(document, func(key string) string {
		return fmt.Sprintf(`"\u%04x%s`, key[1], key[2:])
	})
}

// outcomeOf reads a document into v and says what came of it, but for columns and offsets, in which spellings differ.
func outcomeOf(document string, v xsd.XMLValue, tolerant bool) []string {
	var deviations xsd.Violations
	var opts []xsd.Option
	if tolerant {
		opts = append(opts, xsd.Tolerant(&deviations))
	}
	read := xsd.UnmarshalJSON
	if strings.HasPrefix(document, "<") {
		read = xsd.UnmarshalXML
	}
	err := read([]byte(document), v, opts...)
	var violations xsd.Violations
	var refused *xsd.RefusedError
	var syntax *xsd.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return []string{fmt.Sprint(syntax.Line, " ", syntax.Message)}
	case errors.As(err, &refused):
		violations = refused.Violations
	case err != nil && !errors.As(err, &violations):
		return []string{err.Error()}
	}
	return append(described("violation", violations), described("deviation", deviations)...)
}

var escaped = regexp.MustCompile(`\\u00[67][0-9a-f]`)

// described words violations, with the start of the text they quote.
func described(kind string, violations xsd.Violations) []string {
	var words []string
	for _, v := range violations {
		text := escaped.ReplaceAllStringFunc(strings.ReplaceAll(v.Text, " >", ">"), func(escape string) string {
			c, _ := strconv.Unquote(`"` + escape + `"`)
			return c
		})
		words = append(words, fmt.Sprint(kind, " ", v.Line, " ", v.Path, " ", v.Rule, " ", text[:min(len(text), 40)], " ", v.Message))
	}
	return words
}

// compareSpellings reads both spellings into values of one type, strictly and tolerantly. It reports whether the document is valid.
func compareSpellings[T any](t *testing.T, document string) (valid bool) {
	t.Helper()
	for _, tolerant := range []bool{false, true} {
		var quick, careful T
		want := outcomeOf(respelled(document), any(&careful).(xsd.XMLValue), tolerant)
		got := outcomeOf(document, any(&quick).(xsd.XMLValue), tolerant)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("tolerant %t (-careful +quick):\n%s\n%s", tolerant, diff, document)
		}
		if diff := cmp.Diff(careful, quick); diff != "" {
			t.Fatalf("tolerant %t, the value (-careful +quick):\n%s\n%s", tolerant, diff, document)
		}
		valid = valid || len(want) == 0 && !tolerant
	}
	return valid
}

// edited changes a few lines of a document.
func edited(random *rand.Rand, document string) string {
	lines := strings.Split(document, "\n")
	for range random.IntN(4) {
		i, j := random.IntN(len(lines)), random.IntN(len(lines))
		switch random.IntN(6) {
		case 0:
			lines[i] = ""
		case 1:
			lines[i], lines[j] = lines[j], lines[i]
		case 2:
			lines[i] += "\n" + lines[j]
		case 3:
			lines[i] = regexp.MustCompile(`[0-9a-z]+`).ReplaceAllString(lines[i], []string{"", "x", " 7 ", "2022-04-31", "true"}[random.IntN(5)])
		case 4:
			lines[i] = strings.Replace(lines[i], ">", []string{` a="1">`, "> ", "><!-- -->", ` xmlns="">`}[random.IntN(4)], 1)
		default:
			lines[i] = regexp.MustCompile(`"[^"]*"(,?)$`).ReplaceAllString(lines[i], []string{"null", "1", "{}", `""`, `" \u0041"`, "false"}[random.IntN(6)]+"$1")
		}
	}
	return strings.Join(lines, "\n")
}

func indented(t *testing.T, text []byte) string {
	t.Helper()
	var lines bytes.Buffer
	if err := json.Indent(&lines, text, "", " "); err != nil {
		t.Fatal(err)
	}
	return lines.String()
}

func TestQuickReadingIsCarefulReading(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	object := indented(t, jsonOf(t, documentOf(3)))
	katalog := readKatalog(t, katalogXML)
	text, err := xsd.MarshalJSON(katalog)
	if err != nil {
		t.Fatal(err)
	}
	catalogue := indented(t, text)
	valid, invalid := 0, 0
	count := func(ok bool) {
		if ok {
			valid++
		} else {
			invalid++
		}
	}
	for range 1500 {
		count(compareSpellings[MvaMeldingInnsendingStatus](t, edited(random, string(documentOf(3)))))
		count(compareSpellings[MvaMeldingInnsendingStatus](t, edited(random, object)))
		count(compareSpellings[Katalog](t, edited(random, katalogXML)))
		count(compareSpellings[Katalog](t, edited(random, catalogue)))
	}
	if valid < 500 || invalid < 500 {
		t.Errorf("%d documents were valid and %d were not: too few of one kind to prove much", valid, invalid)
	}
}

// JSON has characters that XML has not (XML 1.0, production 2): however they are spelled, they are no part of a value.
func TestCharactersBeyondXMLInJSON(t *testing.T) {
	for text, valid := range map[string]bool{
		"\uFFFD": true, `\uFFFD`: true, "\uFB01": true, `\t`: true, "\U0010FFFF": true,
		"\uFFFE": false, `\uFFFE`: false, "\uFFFF": false, `\uFFFF`: false, `\u0001`: false, `\u0000`: false,
	} {
		document := strings.Replace(statusJSON, "januar-februar", "januar"+text, 1)
		var v MvaMeldingInnsendingStatus
		got := rules(xsd.UnmarshalJSON([]byte(document), &v))
		var want []string
		if !valid {
			want = []string{"/mvaMeldingInnsendingStatus/terminUtenLevertMvaMelding/skattleggingsperiode/periode cvc-datatype-valid.1.2.1"}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
