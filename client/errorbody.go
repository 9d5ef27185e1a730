// This file reads error bodies: JSON, XML, or what a gateway writes in plain text.

package client

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// said is what an error body told.
type said struct{ code, message, correlationID string }

// maxErrorBody bounds what of an error body is searched for codes, in bytes.
const maxErrorBody = 64 << 10

// read finds code, message and correlation id in an error body of any form.
func (shape ErrorBody) read(header http.Header, body []byte) said {
	body = body[:min(len(body), maxErrorBody)]
	fields := map[string]string{}
	switch kind := sniff(body); kind {
	case looksJSON:
		fields, _ = jsonFields(body)
	case looksXML:
		fields, _ = xmlFields(body)
	}
	found := said{
		code:          first(fields, shape.Code),
		message:       first(fields, shape.Message),
		correlationID: first(fields, shape.CorrelationID),
	}
	if len(fields) == 0 && sniff(body) == looksOther {
		found.message = string(body)
	}
	if found.correlationID == "" {
		found.correlationID = correlationHeader(header, shape.CorrelationID)
	}
	return found
}

// in tells whether the body of an answer that calls itself a success is an error after all: it holds both a code and a message, or
// stands in a wrapper that is called feil.
func (shape ErrorBody) in(body []byte) bool {
	body = body[:min(len(body), maxErrorBody)]
	named := func(name string) bool { return hasName(body, name) }
	hasCode, hasMessage := slices.ContainsFunc(shape.Code, named), slices.ContainsFunc(shape.Message, named)
	if !(hasCode && hasMessage || (hasCode || hasMessage) && named(errorWrapper)) {
		return false // as with every document: it costs a look
	}
	var fields map[string]string
	wrapper := ""
	switch sniff(body) {
	case looksJSON:
		fields, wrapper = jsonFields(body)
	case looksXML:
		fields, wrapper = xmlFields(body)
	}
	code, message := first(fields, shape.Code) != "", first(fields, shape.Message) != ""
	return code && message || (code || message) && wrapper == errorWrapper
}

// hasName tells whether a name stands in a body as that of an element or member may, and not as part of another.
func hasName(body []byte, name string) bool {
	for {
		before, after, found := bytes.Cut(body, []byte(name))
		if !found {
			return false
		}
		opened := len(before) > 0 && strings.IndexByte(`"<: `, before[len(before)-1]) >= 0
		closed := len(after) > 0 && strings.IndexByte("\">/ \t\r\n", after[0]) >= 0
		if opened && closed {
			return true
		}
		body = after
	}
}

// errorWrapper is the root element of error documents, and the one member of such an object in JSON.
const errorWrapper = "feil"

// first is the value of the first name present.
func first(fields map[string]string, names []string) string {
	for _, name := range names {
		if value := strings.TrimSpace(fields[name]); value != "" {
			return value
		}
	}
	return ""
}

// correlationHeader looks for the id in headers, where gateways put it.
func correlationHeader(header http.Header, names []string) string {
	for _, name := range append(names[:len(names):len(names)], "X-Correlation-Id", "X-Request-Id") {
		if value := header.Get(name); value != "" {
			return value
		}
	}
	return ""
}

// jsonFields are the scalar members of an object, as text. An object whose one member is an object is a wrapper: its name is
// returned, and the members within.
func jsonFields(body []byte) (fields map[string]string, wrapper string) {
	var members map[string]any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if decoder.Decode(&members) != nil {
		return nil, ""
	}
	if len(members) == 1 {
		for name, value := range members {
			if within, ok := value.(map[string]any); ok {
				members, wrapper = within, name
			}
		}
	}
	fields = make(map[string]string, len(members))
	for name, value := range members {
		switch value := value.(type) {
		case string:
			fields[name] = value
		case json.Number, bool:
			fields[name] = fmt.Sprint(value)
		}
	}
	return fields, wrapper
}

// xmlFields are the children of the root that hold text, by local name; of two with one name the first counts. What comes
// before the body stops being XML is kept.
func xmlFields(body []byte) (fields map[string]string, root string) {
	fields = map[string]string{}
	decoder := xml.NewDecoder(bytes.NewReader(body))
	var text strings.Builder
	for depth := 0; ; {
		token, err := decoder.Token()
		if err != nil {
			return fields, root
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch depth++; depth {
			case 1:
				root = token.Name.Local
			case 2:
				text.Reset()
			}
		case xml.CharData:
			if depth == 2 {
				text.Write(token)
			}
		case xml.EndElement:
			if _, taken := fields[token.Name.Local]; depth == 2 && !taken {
				fields[token.Name.Local] = text.String()
			}
			depth--
		}
	}
}
