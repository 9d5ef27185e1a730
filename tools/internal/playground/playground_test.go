// What the page asks, asked without a browser.

package playground_test

import (
	"os"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/playground"
)

// example is one of the texts that the page begins with.
func example(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../playground/examples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func ask(t *testing.T, q playground.Question) playground.Answer {
	t.Helper()
	answer := playground.Respond(q)
	if answer.Problem != "" {
		t.Fatalf("%s: %s", q.Ask, answer.Problem)
	}
	return answer
}

func TestGo(t *testing.T) {
	answer := ask(t, playground.Question{Ask: "go", Schema: example(t, "schema.xsd")})
	types := ""
	for _, text := range answer.Texts {
		if text.Name == "types.go" {
			types = text.Text
		}
	}
	for _, want := range []string{"package schema", "type Order struct {", "type OrderDeliverTo struct {"} {
		if !strings.Contains(types, want) {
			t.Errorf("types.go does not have %q:\n%s", want, types)
		}
	}
}

func TestModel(t *testing.T) {
	answer := ask(t, playground.Question{Ask: "model", Schema: example(t, "schema.xsd")})
	for _, want := range []string{"<!DOCTYPE html>", "<svg", "What somebody orders"} {
		if !strings.Contains(answer.Page, want) {
			t.Errorf("the page does not have %q", want)
		}
	}
}

// Each document drawn gets the verdict that it was drawn for, with the rule that it breaks.
func TestSamplesAreJudged(t *testing.T) {
	schema := example(t, "schema.xsd")
	verdicts := map[bool]int{}
	for _, text := range ask(t, playground.Question{Ask: "samples", Schema: schema}).Texts {
		verdict := ask(t, playground.Question{Ask: "judge", Schema: schema, Document: text.Text})
		valid := strings.HasPrefix(text.Name, "valid ")
		if got := verdict.Summary == "the document is valid"; got != valid {
			t.Errorf("%s is judged %q:\n%s", text.Name, verdict.Summary, text.Text)
		}
		verdicts[valid]++
	}
	if verdicts[true] < 3 || verdicts[false] < 8 {
		t.Errorf("drawn are %d valid documents and %d others", verdicts[true], verdicts[false])
	}
}

func TestJudge(t *testing.T) {
	schema := example(t, "schema.xsd")
	answer := ask(t, playground.Question{Ask: "judge", Schema: schema, Document: example(t, "document.xml")})
	if answer.Summary != "the document is not valid: 1 violation" || len(answer.Texts) != 1 || !strings.Contains(answer.Texts[0].Text, "cvc-minInclusive-valid") {
		t.Errorf("%+v", answer)
	}
	const inJSON = `{"number": "NO2026", "line": [{"article": "Tea", "quantity": 1}], "deliverTo": "Oslo"}`
	if answer = ask(t, playground.Question{Ask: "judge", Schema: schema, Document: inJSON}); answer.Summary != "the document is valid" {
		t.Errorf("in JSON: %+v", answer)
	}
}

// The newer version of the example takes fewer lines, and offers one branch more.
func TestCompare(t *testing.T) {
	answer := ask(t, playground.Question{Ask: "compare", Schema: example(t, "schema.xsd"), Newer: example(t, "newer.xsd")})
	if !strings.Contains(answer.Summary, "readers: breaking") || !strings.Contains(answer.Summary, "writers: breaking") {
		t.Errorf("the answer is %q", answer.Summary)
	}
	if !strings.Contains(answer.Page, "<svg") || !strings.Contains(answer.Page, "locker") {
		t.Error("the page has no picture with the new branch")
	}
}

func TestProblems(t *testing.T) {
	const including = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="playground_test.go"/><xs:include schemaLocation="/etc/hosts"/><xs:element name="a" type="b"/></xs:schema>`
	schema := example(t, "schema.xsd")
	tests := map[string]struct {
		question playground.Question
		want     []string
	}{
		"no question":       {playground.Question{Ask: "x", Schema: schema}, []string{`no question "x"`}},
		"no schema":         {playground.Question{Ask: "go"}, []string{"schema.xsd is empty"}},
		"no newer":          {playground.Question{Ask: "compare", Schema: schema, Newer: " "}, []string{"newer.xsd is empty"}},
		"no document":       {playground.Question{Ask: "judge", Schema: schema}, []string{"the document is empty"}},
		"no XML":            {playground.Question{Ask: "samples", Schema: "<a"}, []string{"schema.xsd:1:"}},
		"no schema in it":   {playground.Question{Ask: "model", Schema: "<a/>"}, []string{"schema.xsd:1:1"}},
		"nothing is read":   {playground.Question{Ask: "go", Schema: including}, []string{"playground_test.go: there is no such file", "schema.xsd:1:"}},
		"no document of it": {playground.Question{Ask: "judge", Schema: schema, Document: "<order"}, []string{"line 1, column 7"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			answer := playground.Respond(test.question)
			for _, want := range test.want {
				if !strings.Contains(answer.Problem, want) {
					t.Errorf("the problem is %q, without %q", answer.Problem, want)
				}
			}
		})
	}
}
