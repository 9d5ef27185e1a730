// This file measures reading and writing against the standard library with a hand-written struct of the same fields, in one run.

package xsd_test

import (
	"encoding/json"
	"encoding/xml"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	. "github.com/mvainnsyn/mvainnsyn/xsd/internal/prototype"
)

// handWritten is what one writes without a schema compiler.
type handWritten struct {
	XMLName       xml.Name `xml:"no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1 mvaMeldingInnsendingStatus" json:"-"`
	Skattepliktig struct {
		Organisasjonsnummer string `xml:"organisasjonsnummer" json:"organisasjonsnummer"`
	} `xml:"skattepliktig" json:"skattepliktig"`
	Terminer []struct {
		Meldingskategori     string `xml:"meldingskategori" json:"meldingskategori"`
		Skattleggingsperiode struct {
			Periode string `xml:"periode" json:"periode"`
			Aar     string `xml:"aar" json:"aar"`
		} `xml:"skattleggingsperiode" json:"skattleggingsperiode"`
		SkattleggingsperiodeType string `xml:"skattleggingsperiodeType" json:"skattleggingsperiodeType"`
		Leveringsfrist           string `xml:"leveringsfrist" json:"leveringsfrist"`
	} `xml:"terminUtenLevertMvaMelding" json:"terminUtenLevertMvaMelding"`
	HarTidligereSendtMvaMelding bool `xml:"harTidligereSendtMvaMelding" json:"harTidligereSendtMvaMelding"`
}

// documentOf returns the status document with n terms.
func documentOf(n int) []byte {
	start := strings.Index(statusXML, "  <terminUten")
	end := strings.Index(statusXML, "  <harTidligere")
	return []byte(statusXML[:start] + strings.Repeat(statusXML[start:end], n) + statusXML[end:])
}

var sizes = []int{1, 6, 1000}

func each(b *testing.B, run func(b *testing.B, document []byte)) {
	for _, n := range sizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			document := documentOf(n)
			b.SetBytes(int64(len(document)))
			b.ReportAllocs()
			run(b, document)
		})
	}
}

func BenchmarkDecodeXML(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		for b.Loop() {
			var v MvaMeldingInnsendingStatus
			if err := xsd.UnmarshalXML(document, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkDecodeXMLStandardLibrary(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		for b.Loop() {
			var v handWritten
			if err := xml.Unmarshal(document, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncodeXML(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		var v MvaMeldingInnsendingStatus
		if err := xsd.UnmarshalXML(document, &v); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := xsd.MarshalXML(&v); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncodeXMLStandardLibrary(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		var v handWritten
		if err := xml.Unmarshal(document, &v); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := xml.Marshal(&v); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// jsonOf returns the document as JSON.
func jsonOf(b *testing.B, document []byte) []byte {
	var v MvaMeldingInnsendingStatus
	if err := xsd.UnmarshalXML(document, &v); err != nil {
		b.Fatal(err)
	}
	text, err := xsd.MarshalJSON(&v)
	if err != nil {
		b.Fatal(err)
	}
	return text
}

func BenchmarkDecodeJSON(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		text := jsonOf(b, document)
		for b.Loop() {
			var v MvaMeldingInnsendingStatus
			if err := xsd.UnmarshalJSON(text, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkDecodeJSONStandardLibrary(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		text := jsonOf(b, document)
		for b.Loop() {
			var v handWritten
			if err := json.Unmarshal(text, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkValidate(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		var v MvaMeldingInnsendingStatus
		if err := xsd.UnmarshalXML(document, &v); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if err := v.Validate(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
