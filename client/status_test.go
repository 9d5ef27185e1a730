// This file holds a status document and its operation, written by hand as the generator writes them, with as much of the
// schema as the tests of this package need.

package client_test

import (
	"net/http"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func statusName(local string) xsd.Name { return xsd.Name{Space: clienttest.Namespace, Local: local} }

// number is nine digits.
type number string

var numberType = xsd.Restrict(statusName("Organisasjonsnummer"), xsd.BuiltIn("string"),
	xsd.Facet{Kind: xsd.FacetPattern, Value: "[0-9]{9}"})

func (v *number) ReadXSD(r *xsd.XMLReader) error {
	*v = number(r.Text(numberType))
	return r.Err()
}
func (v *number) WriteXSD(w *xsd.XMLWriter) error { return w.Text(numberType, string(*v)) }
func (v *number) Validate() error                 { return xsd.Validate(v) }

// MarshalText checks the value, as generated simple types do.
func (v number) MarshalText() ([]byte, error) {
	if fault := numberType.Check(string(v), nil); fault != nil {
		return nil, fault
	}
	return []byte(v), nil
}

type taxpayer struct{ Organisasjonsnummer number }

var taxpayerType = xsd.ComplexType{Name: statusName("Skattepliktig"), GoName: "taxpayer", Fields: []xsd.Field{
	{Kind: xsd.ElementField, Name: statusName("organisasjonsnummer"), Min: 1, Max: 1, Simple: numberType},
}}

func (v *taxpayer) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&taxpayerType)
	for r.Next() {
		r.Value(&v.Organisasjonsnummer)
	}
	return r.Close()
}

func (v *taxpayer) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&taxpayerType)
	w.Value(0, &v.Organisasjonsnummer)
	return w.Close()
}

func (v *taxpayer) Validate() error { return xsd.Validate(v) }

type term struct{ Leveringsfrist string }

var termType = xsd.ComplexType{Name: statusName("TerminUtenLevertMvaMelding"), GoName: "term", Fields: []xsd.Field{
	{Kind: xsd.ElementField, Name: statusName("meldingskategori"), Min: 0, Max: 1, Simple: xsd.BuiltIn("string")},
	{Kind: xsd.ElementField, Name: statusName("skattleggingsperiode"), Min: 0, Max: 1},
	{Kind: xsd.ElementField, Name: statusName("skattleggingsperiodeType"), Min: 0, Max: 1, Simple: xsd.BuiltIn("string")},
	{Kind: xsd.ElementField, Name: statusName("leveringsfrist"), Min: 1, Max: 1, Simple: xsd.BuiltIn("string")},
}}

func (v *term) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&termType)
	for r.Next() {
		if r.Field() == 3 {
			r.Value((*xsd.String)(&v.Leveringsfrist))
		}
	}
	return r.Close()
}

func (v *term) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&termType)
	w.Value(3, (*xsd.String)(&v.Leveringsfrist))
	return w.Close()
}

func (v *term) Validate() error { return xsd.Validate(v) }

// status is the document.
type status struct {
	Skattepliktig taxpayer
	Terminer      []term
	HarSendt      bool
}

var statusType = xsd.ComplexType{Name: statusName("MvaMeldingInnsendingStatus"), GoName: "status", Fields: []xsd.Field{
	{Kind: xsd.ElementField, Name: statusName("skattepliktig"), Min: 1, Max: 1, Type: "taxpayer"},
	{Kind: xsd.ElementField, Name: statusName("terminUtenLevertMvaMelding"), Min: 1, Max: xsd.Unbounded, Type: "term"},
	{Kind: xsd.ElementField, Name: statusName("harTidligereSendtMvaMelding"), Min: 1, Max: 1, Simple: xsd.BuiltIn("boolean")},
}}

func (v *status) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&statusType)
	for r.Next() {
		switch r.Field() {
		case 0:
			r.Value(&v.Skattepliktig)
		case 1:
			r.Value(xsd.Grow(&v.Terminer))
		case 2:
			r.Value((*xsd.Boolean)(&v.HarSendt))
		}
	}
	return r.Close()
}

func (v *status) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&statusType)
	w.Value(0, &v.Skattepliktig)
	for i := range v.Terminer {
		w.Value(1, &v.Terminer[i])
	}
	w.Value(2, (*xsd.Boolean)(&v.HarSendt))
	return w.Close()
}

func (v *status) Validate() error { return xsd.Validate(v) }

var statusElement = xsd.Element[status]{Name: statusName("mvaMeldingInnsendingStatus"), Type: "status"}

var _ = xsd.NewSchema(xsd.SchemaParts{Package: "client_test", Elements: []xsd.GlobalElement{&statusElement}, Types: []xsd.TypeEntry{
	xsd.TypeOf[status](&statusType), xsd.TypeOf[taxpayer](&taxpayerType), xsd.TypeOf[term](&termType),
}})

// hentStatus is the operation.
var hentStatus = client.Operation[status]{
	Endpoint: client.Endpoint{
		Name: "HentStatus", Method: http.MethodGet, Path: clienttest.StatusPath + "{organisasjonsnummer}",
		Parameters: []client.Parameter{{Name: "organisasjonsnummer", In: client.InPath, Required: true}},
		Scope:      clienttest.Scope, OnBehalfOf: "organisasjonsnummer",
		Response: statusName("mvaMeldingInnsendingStatus"),
		Errors: client.ErrorBody{
			Code: []string{"kode", "feilkode"}, Message: []string{"melding", "beskrivelse"},
			CorrelationID: []string{"korrelasjonsid"},
			Codes: map[string]client.Rule{
				"TOKEN-UT":  {Renew: true, Remedy: "ask again with a new token"},
				"STENGT":    {Remedy: "wait until the service opens"},
				"MIDLERTID": {Retry: true},
			},
		},
		Idempotent: true,
	},
	Echoes: []client.Echo[status]{{Parameter: "organisasjonsnummer", Value: func(v *status) (string, bool) {
		return string(v.Skattepliktig.Organisasjonsnummer), true
	}}},
}
