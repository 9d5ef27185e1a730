// This file is the Go view of a service: which types its parameters and documents have, and where an echo is found.

package model

import (
	"path"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Service is the package of a thin client.
type Service struct {
	Config     *config.Service
	Name       string // of the package
	Path       string
	Dir        string
	Types      *Package // whose documents it exchanges
	Operations []*ServiceOperation
}

// ServiceOperation is one method of the client.
type ServiceOperation struct {
	Config     *config.Operation
	GoName     string
	Doc        []string
	Arguments  []*Argument
	Request    *Element // nil for none
	Response   *Element
	Echoes     []*ServiceEcho
	Idempotent bool
}

// Argument is an argument of a method that stands for a parameter.
type Argument struct {
	GoName    string
	Parameter *config.Parameter
	Type      Ref
}

// ServiceEcho is the way from an answer to the element that repeats a parameter.
type ServiceEcho struct {
	Parameter string
	Fields    []*Field // the last one holds the text
	Via       Ref      // type of the last field
}

// BuildService finds the types a service names. The error is a [diag.Problems].
func BuildService(packages []*Package, c *config.Service) (*Service, error) {
	b := &serviceBuilder{packages: packages, main: packages[0]}
	s := &Service{
		Config: c, Name: c.Package, Path: path.Join(b.main.Path, c.Package), Dir: path.Join(b.main.Dir, c.Package), Types: b.main,
	}
	if !isPackageName(s.Name) {
		b.problems.Addf(c.Position, "", "service: package %q is no package name; use lower-case letters and digits", c.Package)
	}
	seen := map[string]bool{}
	for i := range c.Operations {
		o := b.operation(&c.Operations[i])
		if seen[o.GoName] || o.GoName == "Close" {
			b.problems.Addf(o.Config.Position, "", "service: the client already has a method %s; give the operation another name", o.GoName)
		}
		seen[o.GoName] = true
		s.Operations = append(s.Operations, o)
	}
	return s, b.problems.Err()
}

type serviceBuilder struct {
	packages []*Package
	main     *Package
	problems diag.Problems
}

// operation resolves one operation.
func (b *serviceBuilder) operation(c *config.Operation) *ServiceOperation {
	o := &ServiceOperation{
		Config: c, GoName: Identifier(c.Name), Doc: documentation([]string{c.Doc}),
		Idempotent: slices.Contains([]string{"GET", "HEAD", "PUT", "DELETE"}, c.Method),
	}
	if c.Idempotent != nil {
		o.Idempotent = *c.Idempotent
	}
	for i := range c.Parameters {
		p := &c.Parameters[i]
		o.Arguments = append(o.Arguments, &Argument{GoName: b.argumentName(p.Name), Parameter: p, Type: b.parameterType(p)})
	}
	if c.Request != "" {
		o.Request = b.element(c, "request", c.Request)
	}
	o.Response = b.element(c, "response", c.Response)
	if o.Response != nil {
		for _, e := range c.Echo {
			if echo := b.echo(o.Response, e); echo != nil {
				o.Echoes = append(o.Echoes, echo)
			}
		}
	}
	return o
}

// argumentName is the Go name of a parameter, clear of what the method's body uses.
func (b *serviceBuilder) argumentName(name string) string {
	goName := Unexported(Identifier(name))
	if strings.HasSuffix(goName, "Operation") || isReserved(goName) || slices.Contains([]string{"ctx", "c", "body", "client", "context", b.main.Name}, goName) {
		return goName + "Argument"
	}
	return goName
}

// parameterType finds the simple type of a parameter.
func (b *serviceBuilder) parameterType(p *config.Parameter) Ref {
	if local, ok := strings.CutPrefix(p.Type, "xs:"); ok {
		if isBuiltInName(local) {
			return Ref{Package: Runtime, Name: builtIn(local).Runtime}
		}
	}
	for _, t := range b.main.Types {
		if _, isStruct := t.(*Struct); !isStruct && t.Base().Name.Local == p.Type {
			return Ref{Package: b.main.Path, Name: t.Base().GoName}
		}
	}
	b.problems.Addf(p.Position, "", "parameter %s: the schema has no simple type %s", p.Name, p.Type)
	return Ref{Package: Runtime, Name: "String"}
}

func isBuiltInName(local string) bool { return schema.BuiltInType(local) != nil }

// element finds a global element of the main package.
func (b *serviceBuilder) element(c *config.Operation, key, local string) *Element {
	for _, e := range b.main.Elements {
		if e.Component.Name.Local == local {
			return e
		}
	}
	b.problems.Addf(c.Position, "", "operation %s: %s: the schema has no global element %s", c.Name, key, local)
	return nil
}

// echo follows a path of element names from the answer's type; every step but the last must be a single struct.
func (b *serviceBuilder) echo(response *Element, e config.Echo) *ServiceEcho {
	echo := &ServiceEcho{Parameter: e.Parameter}
	at := response.Type
	for step := range strings.SplitSeq(e.Element, "/") {
		s := b.structOf(at)
		if s == nil {
			b.problems.Addf(e.Position, "", "echo %s: %s has no elements to go on with to %s", e.Parameter, at.Name, step)
			return nil
		}
		i := slices.IndexFunc(s.Fields, func(f *Field) bool { return f.Kind == ElementField && f.Name.Local == step })
		if i < 0 || s.Fields[i].Occurs == Many || s.Fields[i].Type.Interface || s.Fields[i].Type.Arg != nil {
			b.problems.Addf(e.Position, "", "echo %s: %s has no element %s that occurs once at most and is of one type", e.Parameter, s.GoName, step)
			return nil
		}
		echo.Fields = append(echo.Fields, s.Fields[i])
		at = s.Fields[i].Type
	}
	if b.structOf(at) != nil {
		b.problems.Addf(e.Position, "", "echo %s: %s is no simple type", e.Parameter, at.Name)
		return nil
	}
	echo.Via = at
	return echo
}

func (b *serviceBuilder) structOf(r Ref) *Struct {
	for _, p := range b.packages {
		if p.Path != r.Package {
			continue
		}
		for _, t := range p.Types {
			if s, ok := t.(*Struct); ok && s.GoName == r.Name {
				return s
			}
		}
	}
	return nil
}
