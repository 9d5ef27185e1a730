// Benchmarks beside their peer, encoding/json, on the same texts in one run.

package jsontext

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// statusText is a text as the status service sends it, with n terms.
func statusText(n int) []byte {
	const term = `{"meldingskategori":"alminnelig","skattleggingsperiode":{"periode":"januar-februar","aar":"2022"},` +
		`"skattleggingsperiodeType":"toMaaned","leveringsfrist":"2022-04-11"}`
	terms := strings.TrimSuffix(strings.Repeat(term+",", n), ",")
	return []byte(`{"skattepliktig":{"organisasjonsnummer":"910150804"},"terminUtenLevertMvaMelding":[` + terms + `],"harTidligereSendtMvaMelding":true}`)
}

var benchmarkTexts = []struct {
	name string
	data []byte
}{
	{"status1", statusText(1)},
	{"status1000", statusText(1000)},
	{"numbers", []byte("[" + strings.Repeat("12345.67, ", 10_000) + "0]")},
	{"text1MB", []byte(`"` + strings.Repeat("lorem ipsum dolor sit amet ", 40_000) + `"`)},
}

func BenchmarkRead(b *testing.B) {
	for _, text := range benchmarkTexts {
		b.Run(text.name+"/bytes", func(b *testing.B) {
			var r Reader
			benchmark(b, text.data, func() { r.Reset(text.data, source.Limits{}); readAll(b, &r) })
		})
		b.Run(text.name+"/stream", func(b *testing.B) {
			var r Reader
			benchmark(b, text.data, func() { r.ResetStream(bytes.NewReader(text.data), source.Limits{}); readAll(b, &r) })
		})
		b.Run(text.name+"/encoding-json", func(b *testing.B) {
			benchmark(b, text.data, func() { readAllPeer(b, text.data) })
		})
	}
}

func benchmark(b *testing.B, data []byte, read func()) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
}

// readAll reads as a consumer does: every key and value.
func readAll(tb testing.TB, r *Reader) {
	total := 0
	for {
		kind, err := r.Next()
		if err != nil {
			tb.Fatal(err)
		}
		if kind == End {
			break
		}
		total += len(r.Text())
	}
	if total == 0 {
		tb.Fatal("nothing was read")
	}
}

func readAllPeer(tb testing.TB, data []byte) {
	d := json.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			tb.Fatal(err)
		}
	}
}

// Nothing is allocated for a token of a text in memory that has no escapes.
func TestNoAllocationPerToken(t *testing.T) {
	data := statusText(100)
	var r Reader
	read := func() {
		r.Reset(data, source.Limits{})
		readAll(t, &r)
	}
	read()
	if allocs := testing.AllocsPerRun(10, read); allocs > 1 {
		t.Errorf("%v allocations, want 1: the copy of the text", allocs)
	}
}

// A term is what the writers write.
type term struct {
	Category string      `json:"meldingskategori"`
	Due      string      `json:"leveringsfrist"`
	Amount   json.Number `json:"beloep"`
}

func (v *term) write(w *Writer) {
	w.ObjectStart()
	w.Key("meldingskategori")
	w.String(v.Category)
	w.Key("leveringsfrist")
	w.String(v.Due)
	w.Key("beloep")
	w.Number(string(v.Amount))
	w.ObjectEnd()
}

func BenchmarkWrite(b *testing.B) {
	terms := make([]term, 1000)
	for i := range terms {
		terms[i] = term{Category: "alminnelig \"mer\"", Due: "2022-04-11", Amount: "1234.50"}
	}
	b.Run("jsontext", func(b *testing.B) {
		b.ReportAllocs()
		var w Writer
		var buf []byte
		for b.Loop() {
			w.Reset(buf)
			w.ArrayStart()
			for i := range terms {
				terms[i].write(&w)
			}
			w.ArrayEnd()
			var err error
			if buf, err = w.Bytes(); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(buf)))
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			out, err := json.Marshal(terms)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(out)))
		}
	})
}
