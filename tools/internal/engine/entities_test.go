// This file tests values of xs:ENTITY, which name the unparsed entities of a document (XSD 1.0 Part 1, section 3.14.4, cvc-simple-type, clause 2).

package engine_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestEntities(t *testing.T) {
	const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:attribute name="one" type="xs:ENTITY"/><xs:attribute name="all" type="xs:ENTITIES"/></xs:complexType></xs:element></xs:schema>`
	e, set := built(t, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(schema)}}}, "a.xsd")
	const declared = `<!NOTATION gif SYSTEM "gif"><!ENTITY p SYSTEM "p.gif" NDATA gif><!ENTITY q SYSTEM "q.gif" NDATA gif><!ENTITY text "p"><!ENTITY file SYSTEM "f.xml">`
	tests := []struct{ document, want string }{ // want is valid, or a rule, or unchecked
		{`<!DOCTYPE a [` + declared + `]><a one="p" all="q p"/>`, "valid"},
		{`<!DOCTYPE a [` + declared + `]><a one="r"/>`, "cvc-simple-type.2.1"},
		{`<!DOCTYPE a [` + declared + `]><a one="text"/>`, "cvc-simple-type.2.1"},
		{`<!DOCTYPE a [` + declared + `]><a all="p file"/>`, "cvc-simple-type.2.1"},
		{`<a one="p"/>`, "cvc-simple-type.2.1"},
		{`<!DOCTYPE a SYSTEM "a.dtd"><a one="p"/>`, "unchecked"},
		{`<?xml version="1.0" standalone="yes"?><!DOCTYPE a SYSTEM "a.dtd"><a one="p"/>`, "cvc-simple-type.2.1"},
		{`<!DOCTYPE a SYSTEM "a.dtd" [` + declared + `]><a one="p"/>`, "valid"},
	}
	for _, test := range tests {
		judges := map[string]error{"engine": e.XML(strings.NewReader(test.document)), "validate": validate.New(set).Document(strings.NewReader(test.document))}
		for name, err := range judges {
			if got := verdict(err); got != test.want {
				t.Errorf("%s, %s: %s (%v), want %s", test.document, name, got, err, test.want)
			}
		}
	}
}

// verdict is valid, the rule that a document breaks, or unchecked.
func verdict(err error) string {
	var violations xsd.Violations
	var limit *xsd.LimitError
	switch {
	case err == nil:
		return "valid"
	case errors.As(err, &limit):
		return "unchecked"
	case errors.As(err, &violations):
		return violations[0].Rule
	}
	return fmt.Sprint(err)
}
