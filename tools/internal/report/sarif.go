// This file writes a report in SARIF 2.1.0 (OASIS, 27 March 2020), which code hosts and editors read.

package report

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	Results    []sarifResult `json:"results"`
	ColumnKind string        `json:"columnKind"`
	// Properties are the answers for all changes together, by question, and what they assume.
	Properties map[string]string `json:"properties"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string            `json:"id"`
	ShortDescription sarifText         `json:"shortDescription"`
	Properties       map[string]string `json:"properties"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID           string             `json:"ruleId"`
	RuleIndex        int                `json:"ruleIndex"`
	Level            string             `json:"level"`
	Message          sarifText          `json:"message"`
	Locations        []sarifLocation    `json:"locations,omitempty"`
	RelatedLocations []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints     map[string]string  `json:"partialFingerprints"`
	Suppressions     []sarifSuppression `json:"suppressions,omitempty"`
	Properties       map[string]string  `json:"properties"`
}

type sarifLocation struct {
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

func writeSARIF(w io.Writer, r *diff.Report, o Options) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(logSARIF(r, diff.Rules(), o))
}

func logSARIF(r *diff.Report, rules []*diff.Rule, o Options) sarifLog {
	run := sarifRun{
		Tool: sarifTool{sarifDriver{Name: "xsdgen diff", InformationURI: "https://github.com/mvainnsyn/mvainnsyn", Rules: []sarifRule{}}},
		// Our columns count bytes; before the components of schemas there is hardly ever more than white space.
		Results: []sarifResult{}, ColumnKind: "unicodeCodePoints",
	}
	run.Properties = map[string]string{}
	for _, q := range diff.Questions {
		run.Properties[q.String()] = r.Totals[q].Verdict.String() + inBrackets(assumesWords(r.Totals[q]))
	}
	index := map[string]int{}
	for _, rule := range rules {
		index[rule.ID] = len(run.Tool.Driver.Rules)
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleSARIF(rule))
	}
	for i, c := range inOrder(r) {
		run.Results = append(run.Results, resultSARIF(shownOf(r, c, i+1), index[c.Rule.ID], o))
	}
	return sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}

func ruleSARIF(rule *diff.Rule) sarifRule {
	return sarifRule{rule.ID, sarifText{rule.What}, map[string]string{
		"area": areaTitles[rule.Area], "readers": effectWords[rule.Readers], "writers": effectWords[rule.Writers], "go": effectWords[rule.Go],
	}}
}

func resultSARIF(c shown, rule int, o Options) sarifResult {
	result := sarifResult{
		RuleID: c.Rule.ID, RuleIndex: rule, Level: sarifLevel(c.Change, o), Message: sarifText{annotationText(c)},
		Fingerprints: map[string]string{"ruleAndPath/v1": c.Rule.ID + " " + c.Path},
		Properties:   map[string]string{"group": groupNames[groupOf(c.Change)]},
	}
	place, old := c.New, c.Old
	if place.IsZero() {
		place, old = c.Old, c.New
	}
	if !place.IsZero() {
		location := locationSARIF(place.Position)
		location.Logical = []sarifLogical{{c.Path}}
		result.Locations = []sarifLocation{location}
	}
	if !old.IsZero() {
		related := locationSARIF(old.Position)
		related.Message = &sarifText{"old: " + old.Text}
		result.RelatedLocations = []sarifLocation{related}
	}
	if c.Accepted != nil && len(c.Open()) == 0 {
		result.Suppressions = []sarifSuppression{{"external", acceptedWords(c.Accepted)}}
	}
	return result
}

// sarifLevel is the level of annotations; what has no effect is none.
func sarifLevel(c *diff.Change, o Options) string {
	switch l := level(c, o); {
	case groupOf(c) == withoutEffect:
		return "none"
	case l == "notice":
		return "note"
	default:
		return l
	}
}

func locationSARIF(p diag.Position) sarifLocation {
	location := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{fileURI(p.File)}}}
	if p.Line > 0 {
		location.Physical.Region = &sarifRegion{p.Line, p.Column}
	}
	return location
}

// fileURI returns a path as a URI reference: relative to the repository's root where the path is relative.
func fileURI(file string) string {
	path := inRepository(file)
	switch {
	case strings.HasPrefix(path, "/"):
		return (&url.URL{Scheme: "file", Path: path}).String()
	case len(path) > 1 && path[1] == ':':
		return (&url.URL{Scheme: "file", Path: "/" + path}).String()
	}
	return (&url.URL{Path: path}).String()
}
