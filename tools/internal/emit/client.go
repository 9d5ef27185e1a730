// This file emits the thin client of a service: a few lines on top of package client.

package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// clientPath is the import path of the generic half of every client.
const clientPath = "github.com/mvainnsyn/mvainnsyn/client"

// client refers to a name of package client.
func client(name string) *jen.Statement { return jen.Qual(clientPath, name) }

// Client returns the files of a service's client.
func Client(packages []*model.Package, s *model.Service) ([]File, error) {
	e := &emitter{packages: map[string]*model.Package{}, pkg: &model.Package{
		Name: s.Name, Path: s.Path, Dir: s.Dir, Sources: s.Types.Sources,
	}}
	for _, p := range packages {
		e.packages[p.Path] = p
	}
	f := e.newFile()
	f.ImportName(clientPath, "client")
	e.clientType(f, s)
	for _, o := range s.Operations {
		e.operation(f, o)
		e.endpoint(f, s, o)
	}
	file, err := e.render("client", f)
	return []File{file}, err
}

// clientType emits the Client with its constructor.
func (e *emitter) clientType(f *jen.File, s *model.Service) {
	f.PackageComment("// Package " + s.Name + " is a client of the service whose documents package " + s.Types.Name + " holds.")
	if s.Config.Doc != "" {
		f.PackageComment("//")
		for _, line := range model.Wrapped(s.Config.Doc) {
			f.PackageComment("// " + line)
		}
	}
	declare(f, []string{"Client calls the service. It is safe for concurrent use; share one, since it bounds the calls in flight."},
		jen.Type().Id("Client").Struct(jen.Id("client").Op("*").Add(client("Client"))))
	e.constructor(f, s)
	declare(f, []string{"Close closes idle connections. Calls in flight are not interrupted."},
		jen.Func().Params(jen.Id("c").Op("*").Id("Client")).Id("Close").Params().Error().Block(
			jen.Return(jen.Id("c").Dot("generic").Call().Dot("Close").Call())))
	declare(f, []string{"generic makes the calls. It is nil in a Client that New did not make."},
		jen.Func().Params(jen.Id("c").Op("*").Id("Client")).Id("generic").Params().Op("*").Add(client("Client")).Block(
			jen.If(jen.Id("c").Op("==").Nil()).Block(jen.Return(jen.Nil())),
			jen.Return(jen.Id("c").Dot("client"))))
}

// constructor emits New. What the service's description leaves open is an argument of it.
func (e *emitter) constructor(f *jen.File, s *model.Service) {
	doc := []string{"New makes a client of the service at baseURL, which has no default. See client.New."}
	parameters := []jen.Code{jen.Id("baseURL").String()}
	var fixed []jen.Code
	for _, o := range s.Operations {
		if o.Config.Path != "" {
			continue
		}
		name := model.Unexported(o.GoName) + "Path"
		doc = append(append(doc, ""), model.Wrapped("The path of "+o.GoName+" is told by no document at hand: take it from the service's own, "+
			"as a template with "+placeholderList(o)+" in the path or the query. It has no default either; New refuses an empty one.")...)
		parameters = append(parameters, jen.Id(name).String())
		fixed = append(fixed, client("WithPath").Call(jen.Op("&").Id(operationVar(o)).Dot("Endpoint"), jen.Id(name)))
	}
	if codec := map[string]string{"xml": "XML", "json": "JSON"}[s.Config.Accept]; codec != "" {
		fixed = append(fixed, client("WithAccept").Call(client(codec)))
	}
	parameters = append(parameters, jen.Id("tokens").Add(client("TokenSource")), jen.Id("opts").Op("...").Add(client("Option")))
	options := jen.Id("opts").Op("...")
	if len(fixed) > 0 {
		options = jen.Append(jen.Index().Add(client("Option")).Values(fixed...), options).Op("...")
	}
	declare(f, doc, jen.Func().Id("New").Params(parameters...).Params(jen.Op("*").Id("Client"), jen.Error()).Block(
		jen.List(jen.Id("c"), jen.Err()).Op(":=").Add(client("New")).Call(jen.Id("baseURL"), jen.Id("tokens"), options),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
		jen.Return(jen.Op("&").Id("Client").Values(pair("client", jen.Id("c"))), jen.Nil()),
	))
}

// placeholderList names what must stand in the template of an operation.
func placeholderList(o *model.ServiceOperation) string {
	var names []string
	for _, a := range o.Arguments {
		if a.Parameter.In == "path" {
			names = append(names, "{"+a.Parameter.Name+"}")
		}
	}
	return strings.Join(names, " and ")
}

// operation emits the method of an operation.
func (e *emitter) operation(f *jen.File, o *model.ServiceOperation) {
	parameters := []jen.Code{jen.Id("ctx").Qual("context", "Context")}
	arguments := []jen.Code{jen.Id("ctx"), jen.Id("c").Dot("generic").Call(), jen.Op("&").Id(operationVar(o))}
	for _, a := range o.Arguments {
		function, goType := "Arg", typeOf(a.Type)
		switch {
		case a.Parameter.List:
			function, goType = "ListArg", jen.Index().Add(goType)
		case a.Parameter.Optional:
			function, goType = "OptionalArg", jen.Op("*").Add(goType)
		}
		parameters = append(parameters, jen.Id(a.GoName).Add(goType))
		arguments = append(arguments, client(function).Call(jen.Lit(a.Parameter.Name), jen.Id(a.GoName)))
	}
	if o.Request != nil {
		parameters = append(parameters, jen.Id("body").Op("*").Add(typeOf(o.Request.Type)))
		arguments = append(arguments, client("Body").Call(jen.Id("body")))
	}
	doc := o.Doc
	if len(doc) == 0 {
		doc = []string{o.GoName + " calls " + strings.TrimSpace(o.Config.Method+" "+o.Config.Path) + "."}
	}
	declare(f, append(doc, "Every error is a *client.Error."),
		jen.Func().Params(jen.Id("c").Op("*").Id("Client")).Id(o.GoName).Params(parameters...).
			Params(jen.Op("*").Add(client("Response")).Types(typeOf(o.Response.Type)), jen.Error()).
			Block(jen.Return(client("Call").Call(arguments...))))
}

// operationVar names the variable that describes an operation.
func operationVar(o *model.ServiceOperation) string { return model.Unexported(o.GoName) + "Operation" }

// endpoint emits the description of an operation.
func (e *emitter) endpoint(f *jen.File, s *model.Service, o *model.ServiceOperation) {
	parts := []jen.Code{
		pair("Name", jen.Lit(o.GoName)),
		pair("Method", jen.Lit(o.Config.Method)),
	}
	if o.Config.Path != "" {
		parts = append(parts, pair("Path", jen.Lit(o.Config.Path)))
	}
	if len(o.Arguments) > 0 {
		parts = append(parts, pair("Parameters", jen.Index().Add(client("Parameter")).Add(lines(parameterList(o)))))
	}
	if s.Config.Scope != "" {
		parts = append(parts, pair("Scope", jen.Lit(s.Config.Scope)))
	}
	if o.Config.OnBehalfOf != "" {
		parts = append(parts, pair("OnBehalfOf", jen.Lit(o.Config.OnBehalfOf)))
	}
	if s.Config.Consent != "" {
		parts = append(parts, pair("Consent", jen.Lit(s.Config.Consent)))
	}
	parts = append(parts, pair("Response", e.nameLit(o.Response.Component.Name)))
	parts = append(parts, pair("Errors", errorBody(s.Config.Errors)))
	if o.Idempotent {
		parts = append(parts, pair("Idempotent", jen.True()))
	}
	operation := []jen.Code{pair("Endpoint", client("Endpoint").Add(lines(parts)))}
	if len(o.Echoes) > 0 {
		echoes := make([]jen.Code, len(o.Echoes))
		for i, echo := range o.Echoes {
			echoes[i] = echoLit(o, echo)
		}
		operation = append(operation, pair("Echoes", jen.Index().Add(client("Echo")).Types(typeOf(o.Response.Type)).Add(lines(echoes))))
	}
	name := operationVar(o)
	declare(f, []string{name + " describes the operation."},
		jen.Var().Id(name).Op("=").Add(client("Operation")).Types(typeOf(o.Response.Type)).Add(lines(operation)))
}

// places are package client's names of where parameters go.
var places = map[string]string{"path": "InPath", "query": "InQuery", "header": "InHeader"}

func parameterList(o *model.ServiceOperation) []jen.Code {
	list := make([]jen.Code, len(o.Arguments))
	for i, a := range o.Arguments {
		parts := []jen.Code{pair("Name", jen.Lit(a.Parameter.Name)), pair("In", client(places[a.Parameter.In]))}
		if !a.Parameter.Optional && !a.Parameter.List {
			parts = append(parts, pair("Required", jen.True()))
		}
		list[i] = jen.Values(parts...)
	}
	return list
}

// errorBody returns the shape of error bodies.
func errorBody(errors config.Errors) *jen.Statement {
	var parts []jen.Code
	for _, list := range []struct {
		name  string
		words []string
	}{{"Code", errors.Code}, {"Message", errors.Message}, {"CorrelationID", errors.CorrelationID}} {
		if len(list.words) > 0 {
			words := make([]jen.Code, len(list.words))
			for i, w := range list.words {
				words[i] = jen.Lit(w)
			}
			parts = append(parts, pair(list.name, jen.Index().String().Values(words...)))
		}
	}
	if len(errors.Codes) > 0 {
		rules := make([]jen.Code, len(errors.Codes))
		for i, c := range errors.Codes {
			rules[i] = jen.Lit(c.Code).Op(":").Add(rule(c))
		}
		parts = append(parts, pair("Codes", jen.Map(jen.String()).Add(client("Rule")).Add(lines(rules))))
	}
	return client("ErrorBody").Add(lines(parts))
}

func rule(c config.Code) *jen.Statement {
	var parts []jen.Code
	if c.Cause != "" {
		parts = append(parts, pair("Cause", jen.Lit(c.Cause)))
	}
	if c.Remedy != "" {
		parts = append(parts, pair("Remedy", jen.Lit(c.Remedy)))
	}
	if c.Renew {
		parts = append(parts, pair("Renew", jen.True()))
	}
	if c.Retry {
		parts = append(parts, pair("Retry", jen.True()))
	}
	if c.Answer {
		parts = append(parts, pair("Answer", jen.True()))
	}
	return jen.Values(parts...)
}

// echoLit returns an echo: the parameter, and the function that finds it in the answer.
func echoLit(o *model.ServiceOperation, echo *model.ServiceEcho) *jen.Statement {
	var body []jen.Code
	at := jen.Id("v")
	for _, f := range echo.Fields {
		at = at.Clone().Dot(f.GoName)
		if isPointer(f) {
			body = append(body, jen.If(at.Clone().Op("==").Nil()).Block(jen.Return(jen.Lit(""), jen.False())))
		}
	}
	last := echo.Fields[len(echo.Fields)-1]
	body = append(body, textOf(at, last)...)
	return jen.Values(pair("Parameter", jen.Lit(echo.Parameter)), pair("Value",
		jen.Func().Params(jen.Id("v").Op("*").Add(typeOf(o.Response.Type))).Params(jen.String(), jen.Bool()).Block(body...)))
}

// textOf returns the statements that return the text of a value of a simple type.
func textOf(value *jen.Statement, f *model.Field) []jen.Code {
	if isPointer(f) {
		value = jen.Parens(jen.Op("*").Add(value))
	}
	t, _ := f.Members[0].Element.Type.(*schema.SimpleType)
	if t != nil && model.IsString(t) {
		return []jen.Code{jen.Return(jen.String().Call(value), jen.True())}
	}
	if f.Type.Via != "" {
		value = xsd(f.Type.Via).Call(value)
	}
	return []jen.Code{
		jen.List(jen.Id("text"), jen.Err()).Op(":=").Add(value).Dot("MarshalText").Call(),
		jen.Return(jen.String().Call(jen.Id("text")), jen.Err().Op("==").Nil()),
	}
}
