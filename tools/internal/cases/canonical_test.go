// This file brings documents into a form in which equal ones have the same text.

package cases_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

const instance = "http://www.w3.org/2001/XMLSchema-instance"

// canonical lists expanded element names, attributes in order of their names, and text without white space at the ends, one a
// line. Prefixes, comments and xsi:schemaLocation are left out.
func canonical(t *testing.T, data []byte) []string {
	t.Helper()
	var out []string
	decoder := xml.NewDecoder(bytes.NewReader(data))
	var text strings.Builder
	flush := func() {
		if s := strings.TrimSpace(text.String()); s != "" {
			out = append(out, "text "+s)
		}
		text.Reset()
	}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		switch token := token.(type) {
		case xml.StartElement:
			flush()
			out = append(out, "start "+expanded(token.Name))
			out = append(out, attributes(token.Attr)...)
		case xml.EndElement:
			flush()
			out = append(out, "end")
		case xml.CharData:
			text.Write(token)
		}
	}
}

func attributes(list []xml.Attr) []string {
	var out []string
	for _, a := range list {
		if a.Name.Space == "xmlns" || (a.Name.Space == "" && a.Name.Local == "xmlns") {
			continue
		}
		value := strings.TrimSpace(a.Value)
		if a.Name.Space == instance && a.Name.Local == "type" { // the prefix is free
			value = value[strings.IndexByte(value, ':')+1:]
		}
		out = append(out, "attribute "+expanded(a.Name)+"="+value)
	}
	slices.Sort(out)
	return out
}

func expanded(n xml.Name) string { return "{" + n.Space + "}" + n.Local }
