// This file holds remedies to what there is: a remedy that names an option must name one of this module.

package client_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// exported are the exported names of the package in a directory, and the texts in its code.
func exported(t *testing.T, directory string) (names map[string]bool, texts []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(directory, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %d files, %v", directory, len(files), err)
	}
	names = map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				names[n.Name] = names[n.Name] || n.IsExported()
			case *ast.BasicLit:
				if text, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil {
					texts = append(texts, text)
				}
			}
			return true
		})
	}
	return names, texts
}

// mentions finds names of Go in prose: with their package, or of options and key readers alone.
var mentions = regexp.MustCompile(`\b(client|maskinporten|oauth2source|xsd)\.([A-Z]\w+)|\b((?:With|KeyFrom)[A-Z]\w+)`)

// flags finds what the command has and the library has not.
var flags = regexp.MustCompile(`(^|\s)--[a-z]`)

func TestRemediesNameWhatThereIs(t *testing.T) {
	packages := map[string]string{
		"client": ".", "maskinporten": "maskinporten", "oauth2source": "oauth2source", "xsd": "../xsd",
		"frister": "../generated/frister/v1/fristerclient", "meldingsopplysning": "../generated/mvameldingsopplysning/v1/meldingsopplysningclient",
	}
	names, texts := map[string]map[string]bool{}, map[string][]string{}
	for name, directory := range packages {
		names[name], texts[name] = exported(t, directory)
	}
	delete(texts, "xsd") // whose texts are about schemas
	found := 0
	for name, all := range texts {
		for _, text := range all {
			if flags.MatchString(text) {
				t.Errorf("%s: a flag in the library: %q", name, text)
			}
			for _, mention := range mentions.FindAllStringSubmatch(text, -1) {
				found++
				if mention[3] != "" && !names[name][mention[3]] && !names["client"][mention[3]] || mention[1] != "" && !names[mention[1]][mention[2]] {
					t.Errorf("%s: %q names %s, which does not exist", name, text, mention[0])
				}
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d names were found in texts: does the test still see them?", found)
	}
}
