// This file measures reading and writing against the standard library with a hand-written struct of the same fields, in one run.

package katalog_test

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
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

// compare measures ours, and reports as "x-peer" how many times as fast it is as the peer: the median over turns that the two take in this
// very run, so that what else the machine does weighs on both.
func compare(b *testing.B, ours, peer func() error) {
	for b.Loop() {
		if err := ours(); err != nil {
			b.Fatal(err)
		}
	}
	if err := peer(); err != nil {
		b.Fatal(err)
	}
	const turns = 41
	ratios := make([]float64, turns)
	repeatOurs, repeatPeer := repeatsOf(ours), repeatsOf(peer)
	for i := range ratios {
		ratios[i] = float64(timePerCall(peer, repeatPeer)) / float64(timePerCall(ours, repeatOurs))
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[turns/2], "x-peer")
}

// turn is how long one of the two runs before it is the other's turn, at least.
const turn = 10 * time.Millisecond

// repeatsOf returns how often f is called in a turn.
func repeatsOf(f func() error) int {
	n := 1
	for timePerCall(f, n)*time.Duration(n) < turn {
		n *= 2
	}
	return n
}

func timePerCall(f func() error, n int) time.Duration {
	start := time.Now()
	for range n {
		_ = f()
	}
	return time.Since(start) / time.Duration(n)
}

// read returns the document as both Go values.
func read(t testing.TB, document []byte) (ours mvameldinginnsendingstatus.MvaMeldingInnsendingStatus, peer handWritten) {
	t.Helper()
	if err := xsd.UnmarshalXML(document, &ours); err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(document, &peer); err != nil {
		t.Fatal(err)
	}
	return ours, peer
}

// TestPeerWritesTheSame holds the comparison to be fair: the hand-written struct writes what ours writes, to the byte.
func TestPeerWritesTheSame(t *testing.T) {
	for _, n := range sizes {
		ours, peer := read(t, documentOf(n))
		want, err := xml.Marshal(&peer)
		if err != nil {
			t.Fatal(err)
		}
		got, err := xsd.MarshalXML(&ours)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(`<?xml version="1.0" encoding="UTF-8"?>`+string(want), string(got)); diff != "" {
			t.Errorf("%d terms, XML (-peer +ours):\n%s", n, diff)
		}
		if want, err = json.Marshal(&peer); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(jsonOf(t, documentOf(n)))); diff != "" {
			t.Errorf("%d terms, JSON (-peer +ours):\n%s", n, diff)
		}
	}
}

// TestDecodingAllocatesLittle holds what one term costs: the value, its list, the copy of the text, and little else.
func TestDecodingAllocatesLittle(t *testing.T) {
	const most = 6
	document := documentOf(1)
	text := jsonOf(t, document)
	for name, decode := range map[string]func(*mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error{
		"XML": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xsd.UnmarshalXML(document, v)
		},
		"JSON": func(v *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) error {
			return xsd.UnmarshalJSON(text, v)
		},
	} {
		allocations := testing.AllocsPerRun(200, func() {
			var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
			if err := decode(&v); err != nil {
				t.Fatal(err)
			}
		})
		if allocations > most {
			t.Errorf("%s: %v allocations, want at most %d", name, allocations, most)
		}
	}
}

func BenchmarkDecodeXML(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		compare(b, func() error {
			var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
			return xsd.UnmarshalXML(document, &v)
		}, func() error {
			var v handWritten
			return xml.Unmarshal(document, &v)
		})
	})
}

func BenchmarkEncodeXML(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		ours, peer := read(b, document)
		compare(b, func() error {
			_, err := xsd.MarshalXML(&ours)
			return err
		}, func() error {
			_, err := xml.Marshal(&peer)
			return err
		})
	})
}

// jsonOf returns the document as JSON.
func jsonOf(t testing.TB, document []byte) []byte {
	t.Helper()
	ours, _ := read(t, document)
	text, err := xsd.MarshalJSON(&ours)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func BenchmarkDecodeJSON(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		text := jsonOf(b, document)
		b.SetBytes(int64(len(text)))
		compare(b, func() error {
			var v mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
			return xsd.UnmarshalJSON(text, &v)
		}, func() error {
			var v handWritten
			return json.Unmarshal(text, &v)
		})
	})
}

func BenchmarkEncodeJSON(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		ours, peer := read(b, document)
		compare(b, func() error {
			_, err := xsd.MarshalJSON(&ours)
			return err
		}, func() error {
			_, err := json.Marshal(&peer)
			return err
		})
	})
}

func BenchmarkValidate(b *testing.B) {
	each(b, func(b *testing.B, document []byte) {
		ours, _ := read(b, document)
		for b.Loop() {
			if err := ours.Validate(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
