// SARIF 2.1.0, as far as problems need it.

package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool    sarifTool     `json:"tool"`
	Columns string        `json:"columnKind"`
	Results []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name  string      `json:"name"`
	Rules []sarifRule `json:"rules,omitempty"`
}

type sarifRule struct {
	ID string `json:"id"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId,omitempty"`
	Level     Severity        `json:"level"`
	Message   sarifMessage    `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	Line   int `json:"startLine"`
	Column int `json:"startColumn,omitempty"`
}

// printSARIF writes a log with one run.
func printSARIF(w io.Writer, findings []Finding) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "xsdgen"}}, Columns: "unicodeCodePoints", Results: []sarifResult{}}
	known := map[string]bool{}
	for _, f := range findings {
		if f.Rule != "" && !known[f.Rule] {
			known[f.Rule] = true
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{f.Rule})
		}
		run.Results = append(run.Results, sarifOf(f))
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func sarifOf(f Finding) sarifResult {
	r := sarifResult{RuleID: f.Rule, Level: f.Severity, Message: sarifMessage{f.Message}}
	if f.Position.File == "" {
		return r
	}
	at := sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: filepath.ToSlash(f.Position.File)}).String()}}
	if f.Position.Line > 0 {
		at.Region = &sarifRegion{f.Position.Line, f.Position.Column}
	}
	r.Locations = []sarifLocation{{at}}
	return r
}
