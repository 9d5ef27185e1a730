// This file tests what a service's names are resolved to.

package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

const serviceSchema = `<xs:element name="answer" type="Answer"/><xs:simpleType name="Code"><xs:restriction base="xs:string"/></xs:simpleType>
<xs:complexType name="Answer"><xs:sequence><xs:element name="part" type="Part"/><xs:element name="many" type="Part" minOccurs="0" maxOccurs="2"/></xs:sequence></xs:complexType>
<xs:complexType name="Part"><xs:sequence><xs:element name="code" type="Code" minOccurs="0"/></xs:sequence></xs:complexType>`

func TestBuildService(t *testing.T) {
	no := false
	service, err := model.BuildService(build(t, serviceSchema), &config.Service{
		Package: "answerclient",
		Operations: []config.Operation{{
			Name: "get", Method: "GET", Response: "answer", Idempotent: &no,
			Parameters: []config.Parameter{{Name: "code", Type: "Code"}, {Name: "type", Type: "xs:int"}, {Name: "ctx", Type: "xs:date"}},
			Echo:       []config.Echo{{Parameter: "code", Element: "part/code"}},
		}, {Name: "put", Method: "PUT", Request: "answer", Response: "answer"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{service.Path, service.Dir}
	for _, o := range service.Operations {
		got = append(got, fmt.Sprintf("%s idempotent=%v", o.GoName, o.Idempotent))
		for _, a := range o.Arguments {
			got = append(got, "  "+a.GoName+" "+a.Type.Name)
		}
		for _, e := range o.Echoes {
			got = append(got, fmt.Sprintf("  echo %s %d %s", e.Parameter, len(e.Fields), e.Via.Name))
		}
	}
	want := []string{
		"example.com/a/answerclient", "answerclient",
		"Get idempotent=false", "  code Code", "  typeArgument Int", "  ctxArgument Date", "  echo code 2 Code", "Put idempotent=true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestServiceFaults(t *testing.T) {
	echo := func(path string) config.Operation {
		return config.Operation{Name: "Get", Response: "answer", Echo: []config.Echo{{Parameter: "p", Element: path}}}
	}
	for want, operation := range map[string]config.Operation{
		"the schema has no global element nobody":     {Name: "Get", Response: "nobody"},
		"request: the schema has no global element":   {Name: "Get", Response: "answer", Request: "x"},
		"the schema has no simple type Part":          {Name: "Get", Response: "answer", Parameters: []config.Parameter{{Name: "p", Type: "Part"}}},
		"the schema has no simple type xs:nothing":    {Name: "Get", Response: "answer", Parameters: []config.Parameter{{Name: "p", Type: "xs:nothing"}}},
		"Answer has no element gone":                  echo("gone"),
		"Answer has no element many that occurs once": echo("many/code"),
		"echo p: Part is no simple type":              echo("part"),
		"Code has no elements to go on with to x":     echo("part/code/x"),
		"the client already has a method Close":       {Name: "close", Response: "answer"},
	} {
		_, err := model.BuildService(build(t, serviceSchema), &config.Service{Package: "c", Operations: []config.Operation{operation}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if _, err := model.BuildService(build(t, serviceSchema), &config.Service{Package: "Not-Go"}); err == nil {
		t.Error("a package name that is none is accepted")
	}
}
