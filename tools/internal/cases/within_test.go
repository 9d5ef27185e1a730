// This file tests payloads inside documents of other kinds: by Within, and through encoding/xml.

package cases_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	nillablederived "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/nillable_derived"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/qname"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const soap = "http://schemas.xmlsoap.org/soap/envelope/"

var envelope, body = xsd.Name{Space: soap, Local: "Envelope"}, xsd.Name{Space: soap, Local: "Body"}

// enveloped puts a payload into a SOAP message that declares what stands in declarations.
func enveloped(declarations, payload string) []byte {
	return []byte(`<s:Envelope xmlns:s="` + soap + `" ` + declarations + `>
<s:Header><c:root xmlns:c="urn:case"/></s:Header>text<s:Body>
` + payload + `
<other/></s:Body></s:Envelope>`)
}

const holder = `<c:root><c:colour>r:red</c:colour><c:any>c:x</c:any></c:root>`

func TestWithin(t *testing.T) {
	const declared = `xmlns:c="urn:case" xmlns:r="urn:colours"`
	tests := []struct {
		name string
		data []byte
		want string // the error, "" for none
	}{
		{"payload", enveloped(declared, holder), ""},
		{"payload that is not valid", enveloped(declared, strings.Replace(holder, "red", "pink", 1)), `line 3, column 19: /root/colour: "r:pink" is none of the values allowed: "red", "c:blue" [cvc-enumeration-valid]`},
		{"a prefix that nothing declares", enveloped(`xmlns:c="urn:case"`, holder), `line 3, column 19: /root/colour: "r:red" has the prefix "r", which is bound to no namespace here; declare it [cvc-datatype-valid.1.2.1]`},
		{"another payload", enveloped(declared, "<c:other/>"), "line 3, column 1: /other: the root element is {urn:case}other; expected is {urn:case}root [cvc-elt.1]"},
		{"no payload", []byte(`<s:Envelope xmlns:s="` + soap + `"><s:Body> </s:Body></s:Envelope>`), "there is no payload in {" + soap + "}Body [cvc-elt.1]"},
		{"no body", []byte(`<s:Envelope xmlns:s="` + soap + `"/>`), "there is no element {" + soap + "}Body in {" + soap + "}Envelope [cvc-elt.1]"},
		{"no envelope", []byte(holderAlone), "the root element is {urn:case}root; expected is {" + soap + "}Envelope around the payload [cvc-elt.1]"},
		{"the end is missing", bytes.TrimSuffix(enveloped(declared, holder), []byte("</s:Envelope>")), "line 4, column 18: the document ends before an element does"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var h qname.Holder
			err := xsd.UnmarshalXML(test.data, &h, xsd.Within(envelope, body))
			if test.want == "" && err != nil || !strings.Contains(fmt.Sprint(err), test.want) && test.want != "" {
				t.Errorf("got %v, want %s", err, test.want)
			}
			document, err := qname.ReadXML(test.data, xsd.Within(envelope, body))
			if (err == nil) != (test.want == "") {
				t.Errorf("ReadXML: %v", err)
			}
			if err == nil {
				if diff := cmp.Diff(&h, document.Value); diff != "" {
					t.Errorf("UnmarshalXML and ReadXML differ:\n%s", diff)
				}
			}
		})
	}
}

const holderAlone = `<c:root xmlns:c="urn:case" xmlns:r="urn:colours"><c:colour>r:red</c:colour><c:any>c:x</c:any></c:root>`

// TestLostPrefix: what encoding/xml does not hand over is an error that says so, and no value of another namespace.
func TestLostPrefix(t *testing.T) {
	type message struct {
		Holder qname.Holder `xml:"Body>root"`
	}
	read := func(data []byte) error { return xml.Unmarshal(data, new(message)) }
	lost := func(prefix string) string {
		return "xsd: the prefix " + prefix + " of a value is not declared in the element that encoding/xml hands over"
	}
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"declared within", enveloped("", holderAlone), ""},
		{"declared around", enveloped(`xmlns:c="urn:case" xmlns:r="urn:colours"`, strings.Replace(holder, "c:x", "x", 1)), lost("r")},
		{"one of them declared around", enveloped(`xmlns:r="urn:colours"`, strings.Replace(holder, "<c:root", `<c:root xmlns:c="urn:case"`, 1)), lost("r")},
		{"named as invented ones are", enveloped(`xmlns:c="urn:case" xmlns:ns1="urn:colours"`, strings.Replace(strings.Replace(holder, "r:red", "ns1:red", 1), "c:x", "x", 1)), lost("ns1")},
		{
			"a default namespace around", enveloped(`xmlns="urn:case"`, `<root xmlns:r="urn:colours"><colour>r:red</colour><any>x</any></root>`),
			"xsd: a value has no prefix, and a default namespace is not declared in the element that encoding/xml hands over",
		},
		{"not valid for another reason", enveloped("", strings.Replace(holderAlone, "<c:any>c:x</c:any>", "", 1)), "the content of root is not complete"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := read(test.data)
			if got := fmt.Sprint(err); test.want == "" && err != nil || !strings.HasPrefix(got, test.want) && !strings.Contains(got, ": "+test.want) && test.want != "" {
				t.Errorf("got %v, want %s", err, test.want)
			}
			if strings.Contains(test.want, "lost") && !strings.Contains(err.Error(), "xsd.Within") {
				t.Errorf("%v names no remedy", err)
			}
		})
	}
	err := xml.Unmarshal([]byte(`<a xmlns:c="urn:case"><c:root xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="c:Circle"><c:radius>1</c:radius></c:root></a>`), &struct {
		Shape nillablederived.Circle `xml:"root"`
	}{})
	var violations xsd.Violations
	if !strings.HasPrefix(fmt.Sprint(err), lost("c")) || !errors.As(err, &violations) {
		t.Errorf("xsi:type with a lost prefix: %v", err)
	}
}
