// Package validator compiles XML Schemas (XSD 1.0) at run time and judges documents by them: in Go alone, with the verdicts, rules and positions that
// generated code has.
//
//	schema, err := validator.Compile(os.DirFS("schemas"), "order.xsd")
//	...
//	err = schema.ValidateXML(document)
//	err = schema.ValidateJSON(document)
//
// A schema that does not compile is a [*SchemaError] with every fault and its position. A document that is not valid is an [xsd.Violations]; one that is not
// well-formed, an [*xsd.SyntaxError]; one that exceeds a limit and so could not be checked, an [*xsd.LimitError]. Nothing is ever fetched from a
// network: what schemas refer to by address is found in a catalog, among the schemas given, or is built in (the schemas of the xml namespace, of XLink and
// of XML Signature).
//
// Schemas and documents may come from anywhere: cost grows with their size, and both are read within limits.
package validator

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Schema is a compiled schema. It is safe for concurrent use.
type Schema struct {
	set    *schema.Set
	engine *engine.Engine
}

// Compile compiles the schema documents at the given paths of fsys, and all that they include, import and redefine, as one schema. A path may be that of a
// folder, which stands for the schemas in it, or of a WSDL, which stands for those among its types. Paths are those of [io/fs]: slash-separated and
// without steps up; [os.DirFS] makes an fs.FS of a directory. The error is a [*SchemaError].
func Compile(fsys fs.FS, paths ...string) (*Schema, error) {
	return CompileWith(fsys, Options{}, paths...)
}

// Options change how a schema is compiled; the zero value changes nothing.
type Options struct {
	// Catalogs are paths of OASIS XML catalogs in the file system, asked in their order where documents are that schemas refer to. They go before
	// schemaLocation, and after the schemas given.
	Catalogs []string
	// Limits bound each schema document; nil is the defaults of package xsd.
	Limits *xsd.Limits
}

// CompileWith is [Compile] with options.
func CompileWith(fsys fs.FS, opts Options, paths ...string) (*Schema, error) {
	if len(paths) == 0 {
		return nil, &SchemaError{Problems: []Problem{{Message: "no schema is given: name at least one path"}}}
	}
	options, err := catalog.Options(fsys, opts.Catalogs...)
	if err != nil {
		return nil, schemaError(err)
	}
	options.Limits = opts.Limits
	documents, err := load.Load(paths, options)
	if err != nil {
		return nil, schemaError(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		return nil, schemaError(err)
	}
	return &Schema{set: set, engine: engine.New(set)}, nil
}

// Elements returns the names of the global elements, in the order of the schema documents: a document's root is one of them.
func (s *Schema) Elements() []xsd.Name {
	names := make([]xsd.Name, len(s.set.Elements))
	for i, e := range s.set.Elements {
		names[i] = e.Name
	}
	return names
}

// Warnings returns what in the schema is correct and yet hardly meant, such as paths of identity constraints that match nothing.
func (s *Schema) Warnings() []Problem { return problems(s.set.Warnings) }

// Problem is a fault of a schema.
type Problem struct {
	File string // as given, or as found from there
	// Line and Column count from 1, columns in bytes; zero where only the file is known.
	Line, Column int
	Rule         string // the W3C's name of the rule that is broken, such as "src-resolve"; empty where there is none
	Message      string // what is wrong, and what to do about it
}

// String returns "file:line:column: message [rule]".
func (p Problem) String() string {
	return diag.Problem{Position: diag.Position{File: p.File, Line: p.Line, Column: p.Column}, Rule: p.Rule, Message: p.Message}.Error()
}

// SchemaError says why a schema does not compile.
type SchemaError struct {
	Problems []Problem // all that were found, sorted by file and position; never empty
}

// Error returns a line for each problem.
func (e *SchemaError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

func schemaError(err error) error {
	var found diag.Problems
	if !errors.As(err, &found) {
		return &SchemaError{Problems: []Problem{{Message: fmt.Sprint(err)}}}
	}
	return &SchemaError{Problems: problems(found)}
}

func problems(found diag.Problems) []Problem {
	all := make([]Problem, len(found))
	for i, p := range found {
		all[i] = Problem{File: p.Position.File, Line: p.Position.Line, Column: p.Position.Column, Rule: p.Rule, Message: p.Message}
	}
	return all
}
