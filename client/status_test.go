// This file holds a status document and its operation, written by hand as the generator writes them, with as much of the
// schema as the tests of this package need.

package client_test

import (
	"net/http"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func statusName(local string) xsd.Name { return xsd.Name{Space: clienttest.Namespace, Local: local} }

// number is nine digits.
type number string

var numberType = simple.Restrict(statusName("Organisasjonsnummer"), xsd.BuiltIn("string"),
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

var taxpayerType = codec.ComplexType{Name: statusName("Skattepliktig"), GoName: "taxpayer", Fields: []codec.Field{
	{Kind: codec.ElementField, Name: statusName("organisasjonsnummer"), Min: 1, Max: 1, Simple: numberType},
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

var termType = codec.ComplexType{Name: statusName("TerminUtenLevertMvaMelding"), GoName: "term", Fields: []codec.Field{
	{Kind: codec.ElementField, Name: statusName("meldingskategori"), Min: 0, Max: 1, Simple: xsd.BuiltIn("string")},
	{Kind: codec.ElementField, Name: statusName("skattleggingsperiode"), Min: 0, Max: 1},
	{Kind: codec.ElementField, Name: statusName("skattleggingsperiodeType"), Min: 0, Max: 1, Simple: xsd.BuiltIn("string")},
	{Kind: codec.ElementField, Name: statusName("leveringsfrist"), Min: 1, Max: 1, Simple: xsd.BuiltIn("string")},
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

var statusType = codec.ComplexType{Name: statusName("MvaMeldingInnsendingStatus"), GoName: "status", Fields: []codec.Field{
	{Kind: codec.ElementField, Name: statusName("skattepliktig"), Min: 1, Max: 1, Type: "taxpayer"},
	{Kind: codec.ElementField, Name: statusName("terminUtenLevertMvaMelding"), Min: 1, Max: codec.Unbounded, Type: "term"},
	{Kind: codec.ElementField, Name: statusName("harTidligereSendtMvaMelding"), Min: 1, Max: 1, Simple: xsd.BuiltIn("boolean")},
}}

func (v *status) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&statusType)
	for r.Next() {
		switch r.Field() {
		case 0:
			r.Value(&v.Skattepliktig)
		case 1:
			r.Value(codec.Grow(&v.Terminer))
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

var _ = codec.NewSchema(nil, &codec.SchemaParts{Package: "client_test", Elements: []codec.GlobalElement{(*codec.StructElement)(&statusElement)}, Types: []codec.TypeEntry{
	codec.TypeOf[status](&statusType), codec.TypeOf[taxpayer](&taxpayerType), codec.TypeOf[term](&termType),
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
