// This file tests limits where they are reached exactly: XML and JSON say the same.

package xsd_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// asJSON is the document in JSON, with room for a member and for the name of a period.
const asJSON = `{%s "skattepliktig": {"organisasjonsnummer": "312409852"}, "terminUtenLevertMvaMelding": [{
	"meldingskategori": "alminnelig", "skattleggingsperiode": {"periode": "%s", "aar": "2022"},
	"skattleggingsperiodeType": "toMaaned", "leveringsfrist": "2022-04-11"}], "harTidligereSendtMvaMelding": true}`

func readXML(text string, opts ...xsd.Option) error {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	return xsd.UnmarshalXML([]byte(text), &status, opts...)
}

func readJSON(text string, opts ...xsd.Option) error {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	return xsd.UnmarshalJSON([]byte(text), &status, opts...)
}

// limitOf is the limit that an error names, "" for none.
func limitOf(err error) string {
	var limit *xsd.LimitError
	if errors.As(err, &limit) {
		return limit.Limit
	}
	return ""
}

// TestNameAtTheLimit: a name of 4,096 bytes is read, and not known; one more byte is too much.
func TestNameAtTheLimit(t *testing.T) {
	for size, want := range map[int]string{4096: "", 4097: "MaxNameBytes"} {
		name := strings.Repeat("n", size)
		inXML := strings.Replace(document, "<skattepliktig>", "<"+name+"/><skattepliktig>", 1)
		inJSON := fmt.Sprintf(asJSON, `"`+name+`": 1,`, "januar-februar")
		for format, err := range map[string]error{"XML": readXML(inXML), "JSON": readJSON(inJSON)} {
			if got := limitOf(err); got != want || err == nil {
				t.Errorf("%s, a name of %d bytes: limit %q, want %q", format, size, got, want)
			}
		}
	}
}

// TestTextAtTheLimit: a text as large as the limit is read, wherever white space stands, and is the value.
func TestTextAtTheLimit(t *testing.T) {
	const most = 200
	limits := xsd.WithLimits(xsd.Limits{MaxTextBytes: most})
	for size, want := range map[int]string{most: "", most + 1: "MaxTextBytes"} {
		text := strings.Repeat("t", size)
		inXML := strings.Replace(document, "januar-februar", text, 1)
		inJSON := fmt.Sprintf(asJSON, "", text)
		closer := strings.ReplaceAll(inJSON, `": `, `":`)
		for format, err := range map[string]error{
			"XML": readXML(inXML, limits), "JSON": readJSON(inJSON, limits), "JSON without spaces": readJSON(closer, limits),
		} {
			if got := limitOf(err); got != want || (err == nil) != (want == "") {
				t.Errorf("%s, a text of %d bytes: %v, want the limit %q", format, size, err, want)
			}
		}
	}
}

// TestWhiteSpaceAtTheLimit: white space before, between and behind elements is text too.
func TestWhiteSpaceAtTheLimit(t *testing.T) {
	const most = 200
	limits := xsd.WithLimits(xsd.Limits{MaxTextBytes: most})
	for size, want := range map[int]string{most: "", most + 1: "MaxTextBytes"} {
		space := strings.Repeat(" ", size)
		for _, tag := range []string{"<skattepliktig>", "<periode>", "</periode>", "</terminUtenLevertMvaMelding>"} {
			compact := strings.ReplaceAll(strings.ReplaceAll(document, "\n", ""), "  ", "")
			inXML := strings.Replace(compact, tag, tag+space, 1)
			if tag == "<periode>" {
				inXML = strings.Replace(compact, tag, space+tag, 1)
			}
			if err := readXML(inXML, limits); limitOf(err) != want || (err == nil) != (want == "") {
				t.Errorf("%d bytes of white space at %s: %v, want the limit %q", size, tag, err, want)
			}
		}
	}
}

// TestDepthAtTheLimit: as deep as the document is, and one less.
func TestDepthAtTheLimit(t *testing.T) {
	inJSON := fmt.Sprintf(asJSON, "", "januar-februar")
	for format, read := range map[string]func(limit int) error{
		"XML":  func(limit int) error { return readXML(document, xsd.WithLimits(xsd.Limits{MaxDepth: limit})) },
		"JSON": func(limit int) error { return readJSON(inJSON, xsd.WithLimits(xsd.Limits{MaxDepth: limit})) },
	} {
		if err := read(4); err != nil {
			t.Errorf("%s: %v", format, err)
		}
		if err := read(3); limitOf(err) != "MaxDepth" {
			t.Errorf("%s, one level less: %v", format, err)
		}
	}
}
