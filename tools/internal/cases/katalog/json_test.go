// This file tests strict reading of JSON: the same verdicts as for XML, whatever the order of the members.

package katalog_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// object is a valid katalog with what follows put in place.
func object(rest string) string { return `{"@versjon":1,"tittel":"t","kode":"AB1"` + rest + `}` }

func TestViolationsInJSON(t *testing.T) {
	for name, c := range map[string]struct {
		document string
		want     []string
	}{
		"valid":                 {object(""), nil},
		"order of members":      {`{"kode":"AB1","tittel":"t","@versjon":1}`, nil},
		"not an object":         {`[1]`, []string{"/katalog cvc-complex-type.2"}},
		"missing member":        {`{"@versjon":1,"kode":"AB1"}`, []string{"/katalog cvc-complex-type.2.4.a"}},
		"missing branch":        {`{"@versjon":1,"tittel":"t"}`, []string{"/katalog cvc-complex-type.2.4.b"}},
		"both branches":         {object(`,"fra":"2022-01-01"`), []string{"/katalog cvc-complex-type.2.4.a"}},
		"branch in other order": {`{"@versjon":1,"tittel":"t","til":"2022-01-02","fra":"2022-01-01"}`, nil},
		"missing attribute":     {`{"tittel":"t","kode":"AB1"}`, []string{"/katalog cvc-complex-type.4"}},
		"attribute null":        {object(`,"@valuta":null`), []string{"/katalog/@valuta cvc-attribute"}},
		"attribute object":      {object(`,"@valuta":{}`), []string{"/katalog/@valuta cvc-attribute"}},
		"attribute fixed":       {object(`,"@valuta":"SEK"`), []string{"/katalog/@valuta cvc-attribute.4"}},
		"attribute unknown":     {object(`,"@ukjent":"1"`), []string{"/katalog/@ukjent cvc-complex-type.3.2.2"}},
		"attribute wildcard":    {object(`,"@{urn:x}a":"1"`), nil},
		"string for number":     {`{"@versjon":"1","tittel":"t","kode":"AB1"}`, []string{"/katalog/@versjon cvc-datatype-valid.1.2.1"}},
		"number for string":     {`{"@versjon":1,"tittel":1,"kode":"AB1"}`, []string{"/katalog/tittel cvc-datatype-valid.1.2.1"}},
		"object for string":     {`{"@versjon":1,"tittel":{"a":"b"},"kode":"AB1"}`, []string{"/katalog/tittel cvc-type.3.1.2"}},
		"array for string":      {`{"@versjon":1,"tittel":["b"],"kode":"AB1"}`, []string{"/katalog/tittel cvc-type.3.1.2"}},
		"null for string":       {`{"@versjon":1,"tittel":null,"kode":"AB1"}`, []string{"/katalog/tittel cvc-elt.3.1", "/katalog cvc-complex-type.2.4.a"}},
		"control character":     {`{"@versjon":1,"tittel":"\u0001","kode":"AB1"}`, []string{"/katalog/tittel cvc-datatype-valid.1.2.1"}},
		"pattern":               {`{"@versjon":1,"tittel":"t","kode":"x"}`, []string{"/katalog/kode cvc-pattern-valid"}},
		"unknown member":        {object(`,"ukjent":{"a":[1]}`), []string{"/katalog/ukjent cvc-complex-type.2.4.a"}},
		"nil":                   {object(`,"merknad":null,"ramme":null`), nil},
		"nil with attributes":   {object(`,"ramme":{"#nil":true,"@type":"a"}`), nil},
		"nil with content":      {object(`,"ramme":{"#nil":true,"bredde":1}`), []string{"/katalog/ramme cvc-elt.3.2.1"}},
		"nil no boolean":        {object(`,"ramme":{"#nil":1,"bredde":1}`), []string{"/katalog/ramme cvc-elt.3.1"}},
		"nil not allowed":       {object(`,"figur":[{"#nil":true,"navn":"f"}]`), []string{"/katalog/figur cvc-elt.3.1", "/katalog/figur cvc-elt.3.2.1"}},
		"no array":              {object(`,"figur":{"navn":"f"}`), []string{"/katalog/figur cvc-complex-type.2.4"}},
		"nested array":          {object(`,"figur":[[{"navn":"f"}]]`), []string{"/katalog/figur cvc-complex-type.2"}},
		"second of an array":    {object(`,"figur":[{"navn":"f"},{}]`), []string{"/katalog/figur[2] cvc-complex-type.2.4.b"}},
		"type":                  {object(`,"figur":[{"navn":"f","radius":1,"@type":"{urn:katalog}Sirkel"}]`), nil},
		"type and its content":  {object(`,"figur":[{"navn":"f","@type":"{urn:katalog}Sirkel"}]`), []string{"/katalog/figur cvc-complex-type.2.4.b"}},
		"type unknown":          {object(`,"figur":[{"navn":"f","@type":"{urn:katalog}Trekant"}]`), []string{"/katalog/figur cvc-elt.4.2", "/katalog/figur cvc-elt.4.3"}},
		"group member":          {object(`,"publikasjon":[{"bok":{"navn":"b"}}]`), nil},
		"group member bare":     {object(`,"publikasjon":["b"]`), []string{"/katalog cvc-complex-type.2.4"}},
		"group member unknown":  {object(`,"publikasjon":[{"blad":{"navn":"b"}}]`), []string{"/katalog/blad cvc-complex-type.2.4.a"}},
		"group member abstract": {object(`,"publikasjon":[{"publikasjon":{"navn":"b"}}]`), []string{"/katalog/publikasjon cvc-elt.2"}},
		"items":                 {object(`,"#content":[{"post":{"@nr":1,"#text":1.5}},{"avsnitt":{"#content":["a"]}}]`), nil},
		"items no array":        {object(`,"#content":{}`), []string{"/katalog cvc-complex-type.2.4"}},
		"item text":             {object(`,"#content":["a"]`), []string{"/katalog cvc-complex-type.2.3"}},
		"item empty":            {object(`,"#content":[{}]`), []string{"/katalog cvc-complex-type.2.4"}},
		"item of two":           {object(`,"#content":[{"avsnitt":{},"post":{}}]`), []string{"/katalog cvc-complex-type.2.4"}},
		"item unknown":          {object(`,"#content":[{"tittel":"t"}]`), []string{"/katalog/tittel cvc-complex-type.2.4.a"}},
		"item as member":        {object(`,"post":{"#text":1}`), []string{"/katalog/post cvc-complex-type.2.4.a"}},
		"text missing":          {object(`,"#content":[{"post":{"@nr":1}}]`), []string{"/katalog/post cvc-complex-type.2.2"}},
		"key twice":             {object(`,"#content":[{"post":{"@nr":1,"#text":1}},{"post":{"@nr":1,"#text":1}}]`), []string{"/katalog/post[2] cvc-identity-constraint.4.2.2"}},
		"ID":                    {object(`,"#content":[{"post":{"@nr":1,"@se":"b","#text":1}}]`), []string{"/katalog/post/@se cvc-id.1"}},
		"list":                  {object(`,"#content":[{"post":{"@nr":1,"@koder":["AB1"],"#text":1}}]`), nil},
		"list as text":          {object(`,"#content":[{"post":{"@nr":1,"@koder":"AB1","#text":1}}]`), []string{"/katalog/post/@koder cvc-datatype-valid.1.2.1"}},
		"list item":             {object(`,"#content":[{"post":{"@nr":1,"@koder":["AB1 AB1"],"#text":1}}]`), []string{"/katalog/post/@koder cvc-datatype-valid.1.2.2"}},
		"list item no text":     {object(`,"#content":[{"post":{"@nr":1,"@koder":[{}],"#text":1}}]`), []string{"/katalog/post/@koder cvc-type.3.1.2"}},
		"number with exponent":  {object(`,"#content":[{"post":{"@nr":1e0,"#text":125e-2}}]`), nil},
		"number too long":       {object(`,"#content":[{"post":{"@nr":1,"#text":1e5000}}]`), []string{"/katalog/post cvc-datatype-valid.1.2.1"}},
		"union":                 {object(`,"stoerrelse":7`), nil},
		"union in text":         {object(`,"stoerrelse":"stor"`), nil},
		"union null":            {object(`,"stoerrelse":null`), []string{"/katalog/stoerrelse cvc-elt.3.1"}},
		"name":                  {object(`,"ramme":{"bredde":1,"farge":"{urn:x}a"}`), nil},
		"wildcard":              {object(`,"#any":[{"{urn:x}a":"tekst"},{"{urn:x}b":{"@{}c":"1","#content":[{"{urn:y}d":null}]}}]`), nil},
		"wildcard own":          {object(`,"#any":[{"{urn:katalog}kode":"AB1"}]`), []string{"/katalog/{urn:katalog}kode cvc-complex-type.2.4.a"}},
		"wildcard too many":     {object(`,"#any":[{"{urn:x}a":""},{"{urn:x}a":""},{"{urn:x}a":""}]`), []string{"/katalog cvc-complex-type.2.4.a"}},
		"wildcard declared":     {object(`,"#any":[{"{no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1}mvaMeldingInnsendingStatus":{}}]`), []string{"/katalog/mvaMeldingInnsendingStatus cvc-complex-type.2.4.b"}},
		"wildcard array":        {object(`,"#any":[{"{urn:x}a":[1]}]`), []string{"/katalog/a cvc-complex-type.2"}},
		"wildcard unknown":      {object(`,"#any":[{"{urn:x}a":{"b":1}}]`), []string{"/katalog/a cvc-complex-type.2.4.a"}},
	} {
		var v Katalog
		got := rules(xsd.UnmarshalJSON([]byte(c.document), &v))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if c.want != nil || got != nil {
			continue
		}
		if err := v.Validate(); err != nil {
			t.Errorf("%s: what was read: %v", name, err)
		}
		text, err := xsd.MarshalXML(&v)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if again := new(Katalog); xsd.UnmarshalXML(text, again) != nil {
			t.Errorf("%s: what was read is not valid in XML: %s", name, text)
		}
	}
}

func TestDuplicateMembersAreNotValid(t *testing.T) {
	var syntax *xsd.SyntaxError
	if err := xsd.UnmarshalJSON([]byte(object(`,"tittel":"u"`)), new(Katalog)); !errors.As(err, &syntax) {
		t.Error(err)
	}
}

func TestTypesNestedInTypesAreBounded(t *testing.T) {
	deep := strings.Repeat(`{"navn":`, 2000) + strings.Repeat(`}`, 2000)
	var limit *xsd.LimitError
	if err := xsd.UnmarshalJSON([]byte(object(`,"figur":[`+deep+`]`)), new(Katalog)); !errors.As(err, &limit) {
		t.Error(err)
	}
}
