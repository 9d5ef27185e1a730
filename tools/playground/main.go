// Command playground builds the playground: one HTML page with the compiler in it, which needs neither a server nor a network.
package main

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
)

//go:embed page.html
var page string

// The examples that the page begins with.
var (
	//go:embed examples/schema.xsd
	schema string
	//go:embed examples/newer.xsd
	newer string
	//go:embed examples/document.xml
	document string
)

func main() {
	out := flag.String("o", "playground.html", "file to write the page to")
	flag.Parse()
	if err := run(*out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "playground:", err)
		os.Exit(2)
	}
}

func run(out string, arguments []string) error {
	if len(arguments) > 0 {
		return fmt.Errorf("%q is not expected: go run ./tools/playground [-o FILE]", arguments[0])
	}
	built, err := build()
	if err != nil {
		return err
	}
	if err := outfile.Write(out, built, outfile.Shared); err != nil {
		return err
	}
	fmt.Printf("%s: %.1f MB; open it in a browser\n", out, float64(len(built))/1e6)
	return nil
}

// build returns the page with all that it needs.
func build() ([]byte, error) {
	compiler, err := compile()
	if err != nil {
		return nil, err
	}
	root, err := goCommand(nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	exec, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("what runs Go in a browser comes with the Go distribution and is not there: %w", err)
	}
	return fill(string(exec), compiler)
}

// fill puts what is needed into the page.
func fill(exec string, compiler []byte) ([]byte, error) {
	if strings.Contains(exec, "</") {
		return nil, errors.New("the script of this Go distribution cannot stand in a page")
	}
	examples, err := json.Marshal(map[string]string{"schema": schema, "newer": newer, "document": document})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	// The texts stand in script elements: base64 and what encoding/json writes have no less-than sign, and the script of the Go distribution ends no element.
	err = template.Must(template.New("page").Parse(page)).Execute(&out, map[string]string{
		"Exec": exec, "Compiler": base64.StdEncoding.EncodeToString(compiler), "Examples": string(examples),
	})
	return out.Bytes(), err
}

// compile returns the worker, compiled and packed.
func compile() ([]byte, error) {
	dir, err := os.MkdirTemp("", "playground")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "worker.wasm")
	const worker = "github.com/mvainnsyn/mvainnsyn/tools/playground/worker"
	if _, err := goCommand([]string{"GOOS=js", "GOARCH=wasm"}, "build", "-trimpath", "-ldflags=-s -w -buildid=", "-o", file, worker); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return pack(data)
}

func pack(data []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// goCommand runs the go command with settings of the environment, and returns its output.
func goCommand(settings []string, arguments ...string) ([]byte, error) {
	command := exec.Command("go", arguments...)
	command.Env = append(os.Environ(), settings...)
	var problems strings.Builder
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", arguments[0], err, problems.String())
	}
	return out, nil
}
