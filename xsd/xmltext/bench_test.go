// Benchmarks beside their peer, encoding/xml, on the same documents in one run.

package xmltext

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// statusDocument is a document as the status service sends it, with n terms, indented or not.
func statusDocument(n int, indented bool) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	b.WriteString(`<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mvameldinginnsendingstatus:v1">` + "\n")
	for i := range n {
		fmt.Fprintf(&b, "  <terminUtenLevertMvaMelding>\n    <meldingskategori>alminnelig</meldingskategori>\n"+
			"    <skattleggingsperiode>\n      <periode>januar-februar</periode>\n      <aar>%d</aar>\n    </skattleggingsperiode>\n"+
			"    <skattleggingsperiodeType>toMaaned</skattleggingsperiodeType>\n    <leveringsfrist>2022-04-11</leveringsfrist>\n"+
			"  </terminUtenLevertMvaMelding>\n", 2000+i%100)
	}
	b.WriteString("</mvaMeldingInnsendingStatus>\n")
	if indented {
		return []byte(b.String())
	}
	return []byte(strings.ReplaceAll(strings.ReplaceAll(b.String(), "\n", ""), "  ", ""))
}

// attributeDocument is a document of elements with attributes, prefixes and references.
func attributeDocument(n int) []byte {
	var b strings.Builder
	b.WriteString(`<p:list xmlns:p="urn:p" xmlns:q="urn:q">` + "\r\n")
	for i := range n {
		fmt.Fprintf(&b, "<p:item id=\"i%d\" q:kind='a &amp; b' title=\"blåbær\">smør &lt; brød<!-- note --></p:item>\r\n", i)
	}
	b.WriteString(`</p:list>`)
	return []byte(b.String())
}

var benchmarkDocuments = []struct {
	name string
	data []byte
}{
	{"status1", statusDocument(1, true)},
	{"status1000", statusDocument(1000, true)},
	{"compact1000", statusDocument(1000, false)},
	{"attributes1000", attributeDocument(1000)},
	{"text1MB", []byte("<a>" + strings.Repeat("lorem ipsum dolor sit amet ", 40000) + "</a>")},
}

func BenchmarkRead(b *testing.B) {
	for _, d := range benchmarkDocuments {
		b.Run(d.name+"/bytes", func(b *testing.B) {
			var r Reader
			benchmarkTokens(b, d.data, func() { r.Reset(d.data, source.Limits{}); readAll(b, &r) })
		})
		b.Run(d.name+"/stream", func(b *testing.B) {
			var r Reader
			benchmarkTokens(b, d.data, func() { r.ResetStream(bytes.NewReader(d.data), source.Limits{}); readAll(b, &r) })
		})
		b.Run(d.name+"/encoding-xml", func(b *testing.B) {
			benchmarkTokens(b, d.data, func() { readAllPeer(b, d.data) })
		})
	}
}

func benchmarkTokens(b *testing.B, data []byte, read func()) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
}

// readAll reads as a consumer does: names, attributes, and texts that are not blank.
func readAll(tb testing.TB, r *Reader) {
	total := 0
	for {
		kind, err := r.Next()
		if err != nil {
			tb.Fatal(err)
		}
		switch kind {
		case StartElement:
			total += len(r.Name().Local) + len(r.Attrs())
		case Text:
			if !r.Blank() {
				total += len(r.Text())
			}
		case End:
			if total == 0 {
				tb.Fatal("nothing was read")
			}
			return
		}
	}
}

func readAllPeer(tb testing.TB, data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			tb.Fatal(err)
		}
	}
}

// A term is what the writers write.
type term struct {
	XMLName  xml.Name `xml:"no:skatteetaten termin"`
	Category string   `xml:"no:skatteetaten meldingskategori"`
	Due      string   `xml:"no:skatteetaten leveringsfrist"`
}

const benchmarkSpace = "no:skatteetaten"

func (v *term) write(w *Writer) {
	w.Start(source.Name{Space: benchmarkSpace, Local: "termin"})
	w.Start(source.Name{Space: benchmarkSpace, Local: "meldingskategori"})
	w.Text(v.Category)
	w.End()
	w.Start(source.Name{Space: benchmarkSpace, Local: "leveringsfrist"})
	w.Text(v.Due)
	w.End()
	w.End()
}

func BenchmarkWrite(b *testing.B) {
	terms := make([]term, 1000)
	for i := range terms {
		terms[i] = term{Category: "alminnelig & mer", Due: "2022-04-11"}
	}
	b.Run("xmltext", func(b *testing.B) {
		b.ReportAllocs()
		var w Writer
		var buf []byte
		for b.Loop() {
			w.Reset(buf)
			w.Prefer("", benchmarkSpace)
			w.Start(source.Name{Space: benchmarkSpace, Local: "liste"})
			for i := range terms {
				terms[i].write(&w)
			}
			w.End()
			var err error
			if buf, err = w.Bytes(); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(buf)))
		}
	})
	b.Run("encoding-xml", func(b *testing.B) {
		b.ReportAllocs()
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			if err := xml.NewEncoder(&out).Encode(terms); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(out.Len()))
		}
	})
}
