// This file keeps the functions to generate: one for each pair of types, made when it is first needed.

package convert

import (
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// codec is the room of the runtime with what generated code alone calls.
const (
	codec       = model.Runtime + "/codec"
	simpleTypes = model.Runtime + "/simple"
)

// fileKind says which file a function goes to.
type fileKind uint8

const (
	rootFile fileKind = iota
	complexFile
	simpleFile
)

// function is a generated function.
type function struct {
	name string
	doc  []string
	file fileKind
	code jen.Code
}

// generator is the state of one Run.
type generator struct {
	job       Job
	old, new  *version
	spaces    map[string]string // new namespaces by old ones, where they differ
	functions map[string]*function
	order     []*function
	waiting   []func()
	taken     map[string]bool
	subsets   map[[2]*xsd.SimpleType]bool
	uses      map[string]bool // parts of the support code
}

// ownMethods are the methods and fields that every converter has.
var ownMethods = strings.Fields(`losses lose missing allowed read loseText needsNoContent anyElement anyType anyContent`)

// ownNames are what generated functions mean by these words, where they declare no variables of the name.
var ownNames = strings.Fields(`c at from to i ok value is textOf xmlOf fix root order nameOf before renamed anyAttribute xsd codec slices append len new string nil true false`)

func newGenerator(job Job) (*generator, error) {
	if len(job.Old.Packages) == 0 || len(job.New.Packages) == 0 {
		return nil, fmt.Errorf("a version without packages cannot be converted")
	}
	job.Old.Name, job.New.Name = identifier(job.Old.Name), identifier(job.New.Name)
	if job.Old.Name == job.New.Name {
		job.Old.Name, job.New.Name = "old"+job.Old.Name, "new"+job.New.Name
	}
	g := &generator{
		job: job, old: newVersion(job.Old), new: newVersion(job.New), spaces: map[string]string{}, functions: map[string]*function{},
		taken: map[string]bool{}, subsets: map[[2]*xsd.SimpleType]bool{}, uses: map[string]bool{},
	}
	for after, before := range job.Moved {
		g.spaces[before] = after
	}
	for _, name := range ownMethods {
		g.taken[name] = true
	}
	return g, nil
}

// renamed is the name in the new version of what has this one in the old.
func (g *generator) renamed(n schema.Name) schema.Name {
	if after, ok := g.spaces[n.Space]; ok {
		n.Space = after
	}
	return n
}

// finish makes the functions that others have asked for, and those that they ask for.
func (g *generator) finish() {
	for len(g.waiting) > 0 {
		next := g.waiting[0]
		g.waiting = g.waiting[1:]
		next()
	}
}

// of lists the functions of a file.
func (g *generator) of(kind fileKind) []*function {
	return slices.DeleteFunc(slices.Clone(g.order), func(f *function) bool { return f.file != kind })
}

// function returns the function with a key; where there is none yet, it is made later by build. word is what it may be called.
func (g *generator) function(key, word string, kind fileKind, build func(f *function)) *function {
	if f, ok := g.functions[key]; ok {
		return f
	}
	f := &function{name: g.free(model.Unexported(word)), file: kind}
	g.functions[key] = f
	g.order = append(g.order, f)
	g.waiting = append(g.waiting, func() { build(f) })
	return f
}

// free is a name that no other function has.
func (g *generator) free(word string) string {
	name := word
	if token.IsKeyword(name) {
		name += "Type"
	}
	for i := 2; g.taken[name]; i++ {
		name = word + strconv.Itoa(i)
	}
	g.taken[name] = true
	return name
}

// declare adds a function to a file.
func (g *generator) declare(f *jen.File, function *function) {
	for _, line := range function.doc {
		f.Comment(strings.TrimRight("// "+line, " "))
	}
	f.Add(function.code)
	f.Line()
}

// method begins a method of the converter with what it is given and what it returns.
func method(name string, from *jen.Statement, results ...jen.Code) *jen.Statement {
	f := jen.Func().Params(jen.Id("c").Op("*").Id("converter")).Id(name).
		Params(jen.Id("at").Op("*").Id("place"), jen.Id("from").Add(from))
	return f.Params(results...)
}

// fits reports whether each value of the old simple type is one of the new: then nothing needs to be checked.
func (g *generator) fits(before, after *schema.SimpleType) bool {
	key := [2]*xsd.SimpleType{before.Runtime, after.Runtime}
	yes, known := g.subsets[key]
	if !known {
		yes = inclusion.SimpleTypes(before.Runtime, after.Runtime).Verdict == automaton.Yes
		g.subsets[key] = yes
	}
	return yes
}

// typeOf is the Go expression of a type.
func typeOf(r model.Ref) *jen.Statement {
	s := jen.Id(r.Name)
	if r.Package != "" {
		s = jen.Qual(r.Package, r.Name)
	}
	if r.Arg != nil {
		s.Types(typeOf(*r.Arg))
	}
	return s
}

// refKey tells Go types apart.
func refKey(r model.Ref) string {
	key := r.Package + "." + r.Name
	if r.Arg != nil {
		key += "[" + refKey(*r.Arg) + "]"
	}
	return key
}

// word is what a function may be called after a Go type.
func word(r model.Ref) string {
	if r.Arg != nil {
		return r.Name + model.Identifier(word(*r.Arg))
	}
	return model.Identifier(r.Name)
}

// runtime refers to a name of package xsd.
func runtime(name string) *jen.Statement { return jen.Qual(model.Runtime, name) }

// nameLit is the Go expression of an expanded name.
func nameLit(n schema.Name) *jen.Statement {
	if n.Space == "" {
		return runtime("Name").Values(jen.Id("Local").Op(":").Lit(n.Local))
	}
	return runtime("Name").Values(jen.Id("Space").Op(":").Lit(n.Space), jen.Id("Local").Op(":").Lit(n.Local))
}
