// This file writes the tables of docs/performance.md.

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/template"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/documents"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/measure"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/run"
)

// write writes the page where the command line says, and after a whole run that is not quick into docs.
func (r *results) write(s *settings) error {
	if s.output == "" && (s.only != "" || s.quick) {
		return nil
	}
	file := s.output
	if file == "" {
		file = filepath.Join(s.root, "docs", "performance.md")
	}
	text, err := r.page()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}

var pageTemplate = template.Must(template.New("page").Parse(`# Performance

Written by ` + "`make bench`" + `: {{.System}}. In the tables of speed 1.0 is the peer's, and more is better for us. The peers are encoding/xml and encoding/json with
hand-written structs that keep all that the documents say and check nothing, libxml2's scan of a document (SAX2) and its tree with validation (DOM+XSD), and expat's scan. All take
turns in one process with one thread; what counts is processor time, the collector's included, with GOGC=400 for all; each figure is the median of the ratios of {{.Rounds}} rounds.
UBL, pain.001 and SAF-T documents are published examples, and the large ones the same with a part of them repeated.

## Speed

| | XML read / encoding/xml | / SAX2 | / expat | / DOM+XSD | XML write, validated; unchecked | JSON read / encoding/json | JSON write, validated; unchecked | tolerant XML; JSON takes | allocations for 150 bytes, XML; JSON |
|---|---|---|---|---|---|---|---|---|---|
{{range .Speed}}{{.}}
{{end}}
## One feature more

What the status schema with one feature more costs, where the document of 100 terms does not use the feature; and where every term does: times as long as without it.
In mixed content white space between tags is text, so the document that does not use it has none.

| | XML read | XML write | JSON read | JSON write |
|---|---|---|---|---|
{{range .Features}}{{.}}
{{end}}
## Tolerant reading

A status document of 1,000 terms, each of which deviates: times as long as strict reading of one that does not.

| | |
|---|---|
{{range .Tolerant}}{{.}}
{{end}}
## Large output

The speed at 20 MB of output, as a part of that at 500 KB.

| | |
|---|---|
{{range .Output}}{{.}}
{{end}}
## Length of written XML

| | bytes | of the original without white space between its tags |
|---|---|---|
{{range .Written}}{{.}}
{{end}}
## Processes

| | |
|---|---|
{{range .Facts}}{{.}}
{{end}}`))

// page returns the page.
func (r *results) page() ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, map[string]any{
		"System": runtime.Version() + " on " + runtime.GOOS + "/" + runtime.GOARCH, "Rounds": r.rounds,
		"Speed": r.speed(), "Features": r.features(), "Tolerant": r.tolerant(), "Output": r.output(), "Written": r.written(), "Facts": r.processes(),
	})
	return b.Bytes(), err
}

// row finds a row; what was not measured has no figures.
func (r *results) row(name string) run.Result {
	for _, row := range r.rows {
		if row.Row == name {
			return row
		}
	}
	return run.Result{}
}

// times returns how many times as long a contender took as the first one.
func times(row run.Result, contender string) string {
	for _, f := range row.Figures {
		if f.Name == contender {
			return number(f.Ratio)
		}
	}
	return "–"
}

// faster returns by how many times one contender is faster than the peer.
func faster(row run.Result, peer, contender string) string {
	var p, c measure.Figure
	for _, f := range row.Figures {
		switch f.Name {
		case peer:
			p = f
		case contender:
			c = f
		}
	}
	if c.Ratio == 0 {
		return "–"
	}
	return number(p.Ratio / c.Ratio)
}

func number(ratio float64) string {
	if ratio >= 9.95 {
		return fmt.Sprintf("%.0f", ratio)
	}
	if ratio < 0.995 {
		return fmt.Sprintf("%.2f", ratio)
	}
	return fmt.Sprintf("%.1f", ratio)
}

// allocations returns how many objects are allocated for 150 bytes of input.
func allocations(row run.Result) string {
	if len(row.Figures) == 0 {
		return "–"
	}
	return number(row.Figures[0].Allocations * 150 / float64(row.Bytes))
}

func line(cells ...string) string { return "| " + strings.Join(cells, " | ") + " |" }

func pair(a, b string) string { return a + "; " + b }

func (r *results) speed() []string {
	var lines []string
	for _, f := range documents.Families {
		for _, size := range f.Sizes {
			name := f.Name + "/" + size.Name + "/"
			read, write, readJSON, writeJSON := r.row(name+"xmlread"), r.row(name+"xmlwrite"), r.row(name+"jsonread"), r.row(name+"jsonwrite")
			lines = append(lines, line(f.Title()+", "+size.Title(), times(read, "encoding/xml"), times(read, "SAX2"), times(read, "expat"), times(read, "DOM+XSD"),
				pair(faster(write, "encoding/xml", "validated"), faster(write, "encoding/xml", "unchecked")), times(readJSON, "encoding/json"),
				pair(faster(writeJSON, "encoding/json", "validated"), faster(writeJSON, "encoding/json", "unchecked")),
				pair(times(read, "tolerant"), times(readJSON, "tolerant")), pair(allocations(read), allocations(readJSON))))
		}
	}
	return lines
}

func (r *results) features() []string {
	var lines []string
	for _, f := range documents.Features {
		if f.Name == "none" {
			continue
		}
		cells := []string{f.Title}
		for _, direction := range []string{"xmlread", "xmlwrite", "jsonread", "jsonwrite"} {
			row := r.row("features/" + f.Name + "/" + direction)
			cell := times(row, "unused")
			if f.Used != nil {
				cell = pair(cell, times(row, "used"))
			}
			cells = append(cells, cell)
		}
		lines = append(lines, line(cells...))
	}
	return lines
}

func (r *results) tolerant() []string {
	var lines []string
	for _, format := range []string{"XML", "JSON"} {
		row := r.row("tolerant/" + strings.ToLower(format) + "read")
		for _, f := range row.Figures {
			if f.Name != "strict" {
				lines = append(lines, line(format+", "+f.Name, number(f.Ratio)))
			}
		}
	}
	return lines
}

func (r *results) output() []string {
	var lines []string
	for _, family := range []string{"status", "ubl"} {
		for _, format := range []string{"XML", "JSON"} {
			row := r.row("output/" + family + "/" + strings.ToLower(format) + "write")
			if len(row.Figures) == 2 {
				f := familyOf(family)
				lines = append(lines, line(f.Title()+", "+format, number(float64(row.Written)/float64(row.Bytes)/row.Figures[1].Ratio)))
			}
		}
	}
	return lines
}

func (r *results) written() []string {
	var lines []string
	for _, f := range documents.Families {
		for _, size := range f.Sizes {
			if row := r.row(f.Name + "/" + size.Name + "/xmlwrite"); row.Bytes > 0 {
				lines = append(lines, line(f.Title()+", "+size.Title(), fmt.Sprint(row.Written), number(float64(row.Written)/float64(row.Bytes))))
			}
		}
	}
	return lines
}

func (r *results) processes() []string {
	var lines []string
	for _, f := range r.facts {
		said, _, _ := strings.Cut(f.said, "\n")
		lines = append(lines, line(f.title, said))
	}
	return lines
}
