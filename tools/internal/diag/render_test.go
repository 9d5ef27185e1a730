package diag

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var sources = map[string]string{
	"a.xsd": "<a>\n\t<b c=\"ü\" d=\"x\"/>\r\n" + strings.Repeat("x", 200) + "\n\xff\n",
}

func rendered(t *testing.T, format Format, findings ...Finding) string {
	t.Helper()
	var b strings.Builder
	p := Printer{Format: format, Source: func(file string) []byte { return []byte(sources[file]) }}
	if err := p.Print(&b, findings); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func at(line, column int) Position { return Position{File: "a.xsd", Line: line, Column: column} }

func TestText(t *testing.T) {
	tests := []struct {
		name     string
		findings []Finding
		want     string
	}{
		{"none", nil, ""},
		{"without a position", []Finding{{Error, Problem{Message: "no"}}}, "no\n"},
		{"a file alone", []Finding{{Error, Problem{Position: Position{File: "b.xsd"}, Message: "no"}}}, "b.xsd: no\n"},
		{"after a tab and a letter of two bytes", []Finding{{Warning, Problem{at(2, 13), "r-1", "no"}}}, "a.xsd:2:13: warning: no [r-1]\n\t\t<b c=\"ü\" d=\"x\"/>\n\t\t          ^\n"},
		{"at the end of the line", []Finding{{Error, Problem{at(1, 4), "", "no"}}}, "a.xsd:1:4: no\n\t<a>\n\t   ^\n"},
		{"no such column", []Finding{{Error, Problem{at(1, 5), "", "no"}}}, "a.xsd:1:5: no\n"},
		{"no such line", []Finding{{Error, Problem{at(9, 1), "", "no"}}}, "a.xsd:9:1: no\n"},
		{"not UTF-8", []Finding{{Error, Problem{at(4, 1), "", "no"}}}, "a.xsd:4:1: no\n"},
		{
			"a long line",
			[]Finding{{Error, Problem{at(3, 101), "", "no"}}},
			"a.xsd:3:101: no\n\t..." + strings.Repeat("x", 97) + "...\n\t" + strings.Repeat(" ", 63) + "^\n",
		},
		{
			"the same of several places",
			[]Finding{{Error, Problem{at(1, 1), "r", "no"}}, {Error, Problem{at(2, 1), "r", "other"}}, {Error, Problem{at(8, 1), "r", "no"}}, {Error, Problem{at(9, 1), "r", "no"}}},
			"a.xsd:1:1: no (and 2 more like it, at lines 8, 9) [r]\n\t<a>\n\t^\na.xsd:2:1: other [r]\n\t\t<b c=\"ü\" d=\"x\"/>\n\t^\n",
		},
		{"a long value", []Finding{{Error, Problem{Message: `the value "` + strings.Repeat("ü", 100) + `" is wrong`}}}, `the value "` + strings.Repeat("ü", 60) + `..." is wrong` + "\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, rendered(t, Text, test.findings...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

var both = []Finding{{Error, Problem{at(2, 3), "src-resolve", "a, b: 100% <c>\nd"}}, {Note, Problem{Message: "e"}}}

func TestJSON(t *testing.T) {
	want := `{"severity":"error","file":"a.xsd","line":2,"column":3,"rule":"src-resolve","message":"a, b: 100% <c>\nd"}
{"severity":"note","message":"e"}
`
	if diff := cmp.Diff(want, rendered(t, JSON, both...)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGitHub(t *testing.T) {
	want := "::error file=a.xsd,line=2,col=3,title=src-resolve::a, b: 100%25 <c>%0Ad\n::notice::e\n"
	if diff := cmp.Diff(want, rendered(t, GitHub, both...)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSARIF(t *testing.T) {
	var log struct {
		Version string
		Runs    []struct {
			Results []struct {
				RuleID, Level string
				Message       struct{ Text string }
				Locations     []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(rendered(t, SARIF, both...)), &log); err != nil {
		t.Fatal(err)
	}
	results := log.Runs[0].Results
	place := results[0].Locations[0].PhysicalLocation
	if log.Version != "2.1.0" || len(results) != 2 || results[0].RuleID != "src-resolve" || results[0].Level != "error" || place.ArtifactLocation.URI != "a.xsd" ||
		place.Region.StartLine != 2 || place.Region.StartColumn != 3 || results[1].Level != "note" || len(results[1].Locations) != 0 {
		t.Errorf("%+v", log)
	}
}

func TestFindingsOf(t *testing.T) {
	one := Problems{{Position: at(1, 1), Message: "one"}}
	tests := []struct {
		err  error
		want []string
	}{
		{nil, nil},
		{one, []string{"a.xsd:1:1: one"}},
		{errors.New("plain"), []string{": plain"}},
		{errors.Join(one, errors.New("plain")), []string{"a.xsd:1:1: one", ": plain"}},
		{fmt.Errorf("wrapped: %w", one), []string{": wrapped: a.xsd:1:1: one"}},
		{fmt.Errorf("%w and %w", one, one), []string{": a.xsd:1:1: one and a.xsd:1:1: one"}},
	}
	for _, test := range tests {
		var got []string
		for _, f := range FindingsOf(Error, test.err) {
			got = append(got, f.Error())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.err, diff)
		}
	}
}
