// This file tests how words and documents are laid out and escaped.

package report

import (
	"bufio"
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestLaidOut(t *testing.T) {
	for document, want := range map[string]string{
		`<a/>`:                `<a/>`,
		`<a></a>`:             `<a></a>`,
		`<a><b>x</b><c/></a>`: "<a>\n  <b>x</b>\n  <c/>\n</a>",
		"<?xml version=\"1.0\"?>\n<a>x<b/>y</a>\n": `<a>x<b/>y</a>`,
		`<a b="></a>"><!-- <c> --><d/></a>`:        "<a b=\"></a>\">\n  <!-- <c> -->\n  <d/>\n</a>",
		`<a><![CDATA[</a><b>]]></a>`:               `<a><![CDATA[</a><b>]]></a>`,
		"<a>\n <b/>\n</a>\n":                       "<a>\n <b/>\n</a>",
		`<a`:                                       `<a`,
		`</a></a><b>`:                              "</a>\n</a>\n<b>",
		``:                                         ``,
	} {
		p := proof{Lines: laidOut(document, -1)}
		if diff := cmp.Diff(want, p.document()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", document, diff)
		}
	}
}

// TestFaultIsMarked: the line with the byte at the offset is marked, and an excerpt has it.
func TestFaultIsMarked(t *testing.T) {
	document := `<a><b>x</b><c/><d>1<e/>2</d><f/><g/></a>`
	for _, test := range []struct {
		at     string
		limit  int
		want   []string
		before int
	}{
		{"<c/>", 3, []string{"  <b>x</b>", ">  <c/>", "  <d>1<e/>2</d>"}, 1},
		{"<e/>", 1, []string{">  <d>1<e/>2</d>"}, 3},
		{"<g/>", 2, []string{"  <f/>", ">  <g/>"}, 4},
		{"<b>", 99, []string{"<a>", ">  <b>x</b>", "  <c/>", "  <d>1<e/>2</d>", "  <f/>", "  <g/>", "</a>"}, 0},
		{"<a>", 2, []string{"<a>", "  <b>x</b>"}, 0},
	} {
		p := proof{Lines: laidOut(document, int64(strings.Index(document, test.at)))}
		before, lines, after := p.excerpt(test.limit)
		var got []string
		for _, l := range lines {
			mark := ""
			if l.Fault {
				mark = ">"
			}
			got = append(got, mark+l.Text)
		}
		if diff := cmp.Diff(test.want, got); diff != "" || before != test.before || before+len(lines)+after != 7 {
			t.Errorf("%s: %d before, %d after (-want +got):\n%s", test.at, before, after, diff)
		}
	}
}

// TestEscapes: what has a meaning in a format comes as what it is.
func TestEscapes(t *testing.T) {
	p := diag.Position{File: `HEAD:a,b\c%.xsd`, Line: 3, Column: 4}
	for got, want := range map[string]string{
		annotation("error", p, "a:b", "50%\r\n::error::x"): "::error file=a%2Cb/c%25.xsd,line=3,col=4,title=a%3Ab::50%25%0D%0A::error::x",
		inRepository(`C:\a.xsd`):                           "C:/a.xsd",
		fileURI(`C:\a b.xsd`):                              "file:///C:/a%20b.xsd",
		fileURI("/a.xsd"):                                  "file:///a.xsd",
		fileURI("HEAD:å/b.xsd"):                            "%C3%A5/b.xsd",
		code("a"):                                          "`a`",
		code("a``b"):                                       "``` a``b ```",
		fenceFor("a\n````\n"):                              "`````",
		fenceFor("a`b"):                                    "```",
		plain("*a* _b_ <c> |d| [e](f) & \\ # ~\ng"):        "\\*a\\* \\_b\\_ &lt;c&gt; \\|d\\| \\[e\\](f) &amp; \\\\ \\# \\~ g",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestNamesOfTheRejectingSchema: its names come without their namespace, those of the other with it.
func TestNamesOfTheRejectingSchema(t *testing.T) {
	r := &diff.Report{Old: diff.Version{TargetNamespace: "urn:old"}, New: diff.Version{TargetNamespace: "urn:new"}}
	v := xsd.Violation{Message: "{urn:old}a, not {urn:new}a"}
	for side, want := range map[diff.Side]string{diff.OldSide: "{urn:old}a, not a", diff.NewSide: "a, not {urn:new}a"} {
		if got := violationWords(r, &diff.Witness{AcceptedBy: side}, v); got != want {
			t.Errorf("accepted by the %s schema: got %q, want %q", side, got, want)
		}
	}
	// Across a changed namespace the new schema is asked in that of the old one.
	renamed := &diff.Witness{AcceptedBy: diff.OldSide, Accepted: `<a xmlns="urn:old"/>`, Rejected: `<a xmlns="urn:new"/>`}
	if got, want := violationWords(r, renamed, v), "a, not a"; got != want {
		t.Errorf("across a changed namespace: got %q, want %q", got, want)
	}
}

func TestCapitalised(t *testing.T) {
	for message, want := range map[string]string{
		"value å was added": "Value å was added", "minOccurs is 0": "minOccurs is 0", "økt": "Økt", "The": "The", "": "",
	} {
		if got := capitalised(message); got != want {
			t.Errorf("%q: got %q, want %q", message, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		limit int
		want  []string
	}{
		{"aa bb cc", 5, []string{"aa bb", "cc"}},
		{"a /a/path:1:2 b", 3, []string{"a", "/a/path:1:2", "b"}},
		{"ååå å", 3, []string{"ååå", "å"}},
		{"a\nb", 9, []string{"a", "b"}},
		{"", 9, []string{""}},
	} {
		if diff := cmp.Diff(test.want, wrap(test.text, test.limit)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// TestTolerance: what is lost is named.
func TestTolerance(t *testing.T) {
	deviations := xsd.Violations{{Message: "why"}}
	for want, tolerance := range map[string]diff.Tolerance{
		"refuses it too.":             {Refused: true, Deviations: deviations, Lost: []string{"/a/b"}},
		"takes it and loses nothing.": {},
		"takes it and reports this. It knows every element and attribute of it.":                                         {Deviations: deviations},
		"takes it and reports this. It does not keep the element b (/a/b), the attribute c (/a/d[2]/@c), unknown to it.": {Deviations: deviations, Lost: []string{"/a/b", "/a/d[2]/@c"}},
	} {
		if got := toleranceWords(&tolerance, false); !strings.HasSuffix(got, ") "+want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestRulesDocument: the table in the repository is the one that the command prints.
func TestRulesDocument(t *testing.T) {
	var out bytes.Buffer
	if err := WriteRules(&out, "markdown"); err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("..", "..", "diff", "RULES.md"), out.Bytes())
}

func TestRulesText(t *testing.T) {
	var out bytes.Buffer
	w := textWriter{bufio.NewWriter(&out)}
	rulesText(w, []*diff.Rule{diff.RuleByID("file-renamed"), diff.RuleByID("enum-value-added"), diff.RuleByID("go-tag-only-changed")})
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	golden(t, "rules.txt", out.Bytes())
}

// TestSameWordsAreToldApart: the short list says whose part each is, where words alone do not.
func TestSameWordsAreToldApart(t *testing.T) {
	r := equal()
	for _, path := range []string{
		"element/File/element/Customer/type/element/AccountID", "element/File/element/Supplier/type/choice/AccountID",
		"type/{http://example.org/s}Owner/attribute/AccountID", "element/AccountID",
	} {
		r.Changes = append(r.Changes, &diff.Change{
			Rule: diff.RuleByID("element-removed-optional"), Path: path, Message: "element AccountID was removed",
			Answers: [len(diff.Questions)]diff.Judgement{diff.Go: broken("The field is gone.")},
		})
	}
	got := string(written(t, "text", r, Options{}))
	for _, want := range []string{
		"Customer: Element AccountID was removed", "Supplier: Element AccountID was removed", "Owner: Element AccountID was removed", " go  Element AccountID was removed",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("the list says %d times %q, want once:\n%s", strings.Count(got, want), want, got)
		}
	}
}
