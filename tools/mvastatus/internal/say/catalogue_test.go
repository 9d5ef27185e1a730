package say

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// saying are the functions whose first argument, or for WithRemedy the second, is a message.
var saying = map[string]int{"Say": 0, "Errorf": 0, "Later": 0, "WithRemedy": 1}

// messagesIn collects the messages in the command's code; what is not written out as a text cannot be found, and is an error outside this package.
func messagesIn(t *testing.T) map[string]token.Position {
	t.Helper()
	found := map[string]token.Position{}
	files := token.NewFileSet()
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			at := files.Position(call.Pos())
			argument, ours := messageOf(call, file.Name.Name == "say")
			if !ours {
				return true
			}
			text, literal := textOf(argument)
			switch {
			case literal:
				found[text] = at
			case file.Name.Name != "say":
				t.Errorf("%s: the message is not written out", at)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func messageOf(call *ast.CallExpr, inside bool) (ast.Expr, bool) {
	name, qualified := "", false
	switch function := call.Fun.(type) {
	case *ast.SelectorExpr:
		owner, _ := function.X.(*ast.Ident)
		name, qualified = function.Sel.Name, function.Sel.Name == "Say" || owner != nil && owner.Name == "say"
	case *ast.Ident:
		name, qualified = function.Name, inside
	}
	position, ok := saying[name]
	if !ok || !qualified || position >= len(call.Args) {
		return nil, false
	}
	return call.Args[position], true
}

func textOf(expression ast.Expr) (string, bool) {
	literal, ok := expression.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

func TestEveryMessageIsTranslated(t *testing.T) {
	used := messagesIn(t)
	if len(used) < 200 {
		t.Fatalf("only %d messages were found in the code: does the test still see them?", len(used))
	}
	known := map[string]bool{}
	for _, e := range entries() {
		if known[e.en] {
			t.Errorf("%q stands twice in the catalogue", e.en)
		}
		known[e.en] = true
		if _, there := used[e.en]; !there {
			t.Errorf("no code says %q", e.en)
		}
		if e.nb == "" {
			t.Errorf("%q has no translation", e.en)
		}
		for _, form := range []string{e.nb, e.en1, e.nb1} {
			if form != "" && !slices.Equal(verbs(form), verbs(e.en)) {
				t.Errorf("%q has other verbs than %q", form, e.en)
			}
		}
		if (e.en1 == "") != (e.nb1 == "") {
			t.Errorf("%q has a singular in one language only", e.en)
		}
	}
	for text, at := range used {
		if !known[text] {
			t.Errorf("%s: no translation of %q", at, text)
		}
	}
}

var verb = regexp.MustCompile(`%[a-z]`)

func verbs(format string) []string { return verb.FindAllString(format, -1) }

func TestEveryCauseIsWorded(t *testing.T) {
	for _, cause := range client.Causes() {
		for _, language := range []Language{Bokmaal, English} {
			v := In(language)
			if v.Text(reasons[cause].text) == "" || v.Text(reasons[cause].remedy) == "" {
				t.Errorf("%s is not worded", cause)
			}
		}
	}
	if len(reasons) != len(client.Causes()) {
		t.Errorf("%d causes are worded, there are %d", len(reasons), len(client.Causes()))
	}
}

// TestOwnFlags: remedies name flags and commands that there are, and no options of the library.
func TestRemediesAreForUsersOfTheCommand(t *testing.T) {
	for cause, reason := range reasons {
		text := reason.text.String() + " " + reason.remedy.String()
		for _, foreign := range []string{"With", "client.", "maskinporten.", "OnBehalfOf", "base URL"} {
			if strings.Contains(text, foreign) {
				t.Errorf("%s: %q speaks to programmers", cause, text)
			}
		}
	}
}

func TestPluralsAndNumbers(t *testing.T) {
	for _, c := range []struct {
		language Language
		count    int
		want     string
	}{
		{English, 1, "1 open term"},
		{English, 2, "2 open terms"},
		{English, 0, "0 open terms"},
		{English, 2000, "2,000 open terms"},
		{Bokmaal, 1, "1 åpen termin"},
		{Bokmaal, 2, "2 åpne terminer"},
		{Bokmaal, 0, "0 åpne terminer"},
		{Bokmaal, 2000, "2\u00a0000 åpne terminer"},
	} {
		if got := In(c.language).Say("%d open terms", c.count); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestErrorsAreWordedInTheirReadersLanguage(t *testing.T) {
	inner := &client.Error{Stage: client.StageMaskinporten, Cause: client.CauseNotDelegated, Code: "MP-251", CorrelationID: "x1", Status: 400, Attempts: 2}
	err := WithRemedy(Errorf("%s: %s", "klienter.csv", inner), "run again later")
	nb, en := In(Bokmaal), In(English)
	for _, c := range []struct{ got, want string }{
		{nb.Error(err), "klienter.csv: Maskinporten: organisasjonen har ikke delegert tilgangen til dere (HTTP 400, MP-251, korrelasjonsid x1, etter 2 forsøk)"},
		{en.Error(err), "klienter.csv: Maskinporten: the organisation has not delegated its access to yours (HTTP 400, MP-251, correlation id x1, after 2 attempts)"},
		{err.Error(), en.Error(err)},
		{nb.Remedy(err), "kjør på nytt senere"},
		{nb.Remedy(inner), "be organisasjonen delegere tjenesten til dere i Altinn"},
		{nb.Error(errors.Join(Errorf("it failed"), &fs.PathError{Op: "open", Path: "a.csv", Err: fs.ErrNotExist})), "den feilet\na.csv: filen eller mappen finnes ikke"},
		{nb.Error(nil), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q\nwant %q", c.got, c.want)
		}
	}
	if !errors.Is(err, client.CauseNotDelegated) {
		t.Error("the cause is not found any more")
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		line   string
		width  int
		indent string
		want   string
	}{
		{"ett to tre", 6, "  ", "ett to\n  tre"},
		{"ett to tre", 0, "", "ett to tre"},
		{"    ett to", 7, "    ", "    ett\n    to"},
		{"langtord", 4, "", "langtord"},
		{"å langtord b", 4, "", "å\nlangtord\nb"},
	} {
		if got := Wrap(c.line, c.width, c.indent); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.line, c.width, got, c.want)
		}
	}
}

func TestLanguagesByTheirCodes(t *testing.T) {
	for code, want := range map[string]Language{"nb": Bokmaal, "no": Bokmaal, "nb_NO.UTF-8": Bokmaal, "NO": Bokmaal, "en": English, "en-GB": English} {
		if got, ok := Named(code); !ok || got != want {
			t.Errorf("%q: %s, %v", code, got, ok)
		}
	}
	if _, known := Named("sv"); known {
		t.Error("Swedish is none of ours")
	}
}
