// This file lets encoding/xml read and write generated types through their methods.

package xsd

import "encoding/xml"

// EncodeXML is the body of a generated MarshalXML: it writes v, validated, to e. xml.Marshal passes the name of the Go type
// where no other is known; it is replaced by the one global element of the type.
func EncodeXML(e *xml.Encoder, start xml.StartElement, v XMLValue) error { return nil }

// DecodeXML is the body of a generated UnmarshalXML: it reads the element that d has just started into v, strictly.
func DecodeXML(d *xml.Decoder, start xml.StartElement, v XMLValue) error { return nil }
