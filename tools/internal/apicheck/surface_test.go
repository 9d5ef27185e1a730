// The exported API of the five packages and their client, against the record of commit e6a19b2: names may be added, none may go or change. An
// exception is a line of exceptions.txt, and docs/versioning.md says what to change in one's own code.

package apicheck_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/mvainnsyn/mvainnsyn/"

var published = []string{
	"generated/betalingsinformasjon/v1",
	"generated/mvameldinginnsending/v1",
	"generated/mvameldinginnsendingstatus/v1",
	"generated/mvameldinginnsendingstatus/v1/statusclient",
	"generated/skattemeldingformerverdiavgift/v1",
	"generated/valideringsresultat/v1",
}

// exports returns where the compiler's export data of each package is.
func exports(t *testing.T, paths []string) map[string]string {
	t.Helper()
	arguments := []string{"list", "-export", "-deps", "-json=ImportPath,Export"}
	for _, p := range paths {
		arguments = append(arguments, module+p)
	}
	command := exec.Command("go", arguments...)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	files := map[string]string{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); decoder.More(); {
		var one struct{ ImportPath, Export string }
		if err := decoder.Decode(&one); err != nil {
			t.Fatal(err)
		}
		files[one.ImportPath] = one.Export
	}
	return files
}

// surface lists the exported API of the published packages, one name a line.
func surface(t *testing.T) []string {
	t.Helper()
	files := exports(t, published)
	from := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
	var lines []string
	for _, p := range published {
		pkg, err := from.Import(module + p)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range pkg.Scope().Names() {
			if object := pkg.Scope().Lookup(name); object.Exported() {
				for _, line := range describe(object) {
					lines = append(lines, p+": "+line)
				}
			}
		}
	}
	slices.Sort(lines)
	return lines
}

// runtime names a package of the runtime by one name, in whichever room of it a type is declared.
func runtime(p *types.Package) string {
	path := strings.TrimPrefix(p.Path(), module)
	if path == "xsd" || strings.HasPrefix(path, "xsd/") {
		return "xsd"
	}
	return path
}

func describe(object types.Object) []string {
	switch o := object.(type) {
	case *types.Const:
		return []string{fmt.Sprintf("const %s %s = %s", o.Name(), typeText(o.Type()), o.Val().ExactString())}
	case *types.TypeName:
		return describeType(o)
	case *types.Func:
		return []string{"func " + o.Name() + strings.TrimPrefix(typeText(o.Type()), "func")}
	}
	return []string{"var " + object.Name() + " " + typeText(object.Type())}
}

// describeType lists a type, its exported fields and the methods of a pointer to it, those of embedded types included.
func describeType(o *types.TypeName) []string {
	lines := []string{"type " + o.Name() + " " + kind(o.Type().Underlying())}
	if fields, ok := o.Type().Underlying().(*types.Struct); ok {
		for field := range fields.Fields() {
			if field.Exported() {
				lines = append(lines, "type "+o.Name()+" struct, field "+field.Name()+" "+typeText(field.Type()))
			}
		}
	}
	value := types.NewMethodSet(o.Type())
	for selection := range types.NewMethodSet(types.NewPointer(o.Type())).Methods() {
		method := selection.Obj()
		if !method.Exported() {
			continue
		}
		receiver := "*" + o.Name()
		if value.Lookup(method.Pkg(), method.Name()) != nil {
			receiver = o.Name()
		}
		lines = append(lines, "method ("+receiver+") "+method.Name()+strings.TrimPrefix(typeText(method.Type()), "func"))
	}
	return lines
}

func kind(t types.Type) string {
	switch t.(type) {
	case *types.Struct:
		return "struct"
	case *types.Interface:
		return "interface"
	}
	return typeText(t)
}

// typeText spells a type without the names of aliases and parameters, so that a type that moves between the rooms of the runtime is the same.
func typeText(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Pointer:
		return "*" + typeText(t.Elem())
	case *types.Slice:
		return "[]" + typeText(t.Elem())
	case *types.Signature:
		return "func" + tupleText(t.Params(), t.Variadic()) + " " + tupleText(t.Results(), false)
	case *types.Named:
		text := t.Obj().Name()
		if p := t.Obj().Pkg(); p != nil {
			text = runtime(p) + "." + text
		}
		var arguments []string
		for argument := range t.TypeArgs().Types() {
			arguments = append(arguments, typeText(argument))
		}
		if len(arguments) > 0 {
			text += "[" + strings.Join(arguments, ", ") + "]"
		}
		return text
	}
	return types.TypeString(t, runtime)
}

func tupleText(tuple *types.Tuple, variadic bool) string {
	var parts []string
	for i := range tuple.Len() {
		text := typeText(tuple.At(i).Type())
		if variadic && i == tuple.Len()-1 {
			text = "..." + strings.TrimPrefix(text, "[]")
		}
		parts = append(parts, text)
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

func TestOnlyAdditions(t *testing.T) {
	now := surface(t)
	exceptions := recordOf(t, "exceptions.txt")
	recorded := recordOf(t, "e6a19b2.txt")
	if len(recorded) < 1000 {
		t.Fatalf("the record has %d names only: is it whole?", len(recorded))
	}
	for _, line := range recorded {
		_, found := slices.BinarySearch(now, line)
		switch excepted := slices.Contains(exceptions, line); {
		case !found && !excepted:
			t.Errorf("gone or changed: %s", line)
		case found && excepted:
			t.Errorf("exceptions.txt excepts what is still there: %s", line)
		}
	}
}

// recordOf returns the lines of a record under testdata, without those that begin with #.
func recordOf(t *testing.T, name string) (lines []string) {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		if line := scanner.Text(); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}
