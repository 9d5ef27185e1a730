// This file writes elements that are nil as XML, where the root declares the prefix of xsi:nil once all is written.

package cases_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/nillable"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestNilIsWritten(t *testing.T) {
	nothing := xsd.Nillable[xsd.Date]{Nil: true}
	value := func(part *xsd.Nillable[nillable.Part], dates ...xsd.Nillable[xsd.Date]) *nillable.Holder {
		return &nillable.Holder{A: xsd.Nillable[int32]{Value: 7}, B: part, C: dates}
	}
	const xsi = ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`
	for _, test := range []struct {
		value *nillable.Holder
		opts  []xsd.Option
		want  string
	}{
		{value(nil), nil, `<root xmlns="urn:case"><a>7</a></root>`},
		{&nillable.Holder{A: xsd.Nillable[int32]{Nil: true}}, nil, `<root xmlns="urn:case"` + xsi + `><a xsi:nil="true"/></root>`},
		{value(nil, nothing, nothing), nil, `<root xmlns="urn:case"` + xsi + `><a>7</a><c xsi:nil="true"/><c xsi:nil="true"/></root>`},
		{
			value(&xsd.Nillable[nillable.Part]{Nil: true, Value: nillable.Part{Why: new("w"), X: "x"}}), nil,
			`<root xmlns="urn:case"` + xsi + `><a>7</a><b xsi:nil="true" why="w"/></root>`,
		},
		{
			value(nil, nothing),
			[]xsd.Option{xsd.WithPrefixes(xsd.Prefixes{"i": "http://www.w3.org/2001/XMLSchema-instance"})},
			`<root xmlns="urn:case" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><a>7</a><c i:nil="true"/></root>`,
		},
		{
			value(nil, nothing),
			[]xsd.Option{xsd.WithPrefixes(xsd.Prefixes{"xsi": "urn:other"})},
			`<root xmlns="urn:case"><a>7</a><c xmlns:ns1="http://www.w3.org/2001/XMLSchema-instance" ns1:nil="true"/></root>`,
		},
	} {
		for _, opts := range [][]xsd.Option{test.opts, append([]xsd.Option{xsd.Noting(new(xsd.Notes))}, test.opts...)} {
			text, err := xsd.MarshalXML(test.value, opts...)
			if want := `<?xml version="1.0" encoding="UTF-8"?>` + test.want; err != nil || string(text) != want {
				t.Errorf("%v\ngot  %s\nwant %s", err, text, want)
			}
		}
	}
}
