// This file writes simple values as JSON.

package codec

import (
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// putJSON writes a simple value in the form of its type.
func putJSON(j *jsontext.Writer, t *simple.SimpleType, text string, ns simple.PrefixResolver) {
	switch simple.FormOf(t) {
	case simple.ArrayForm:
		j.ArrayStart()
		for word, rest := simple.FirstWord(t.Normalize(text)); word != ""; word, rest = simple.FirstWord(rest) {
			putJSON(j, t.Item(), word, ns)
		}
		j.ArrayEnd()
	case simple.BooleanForm:
		if text = t.Normalize(text); simple.IsBoolean(text) {
			j.Bool(simple.ParseBoolean(text))
			return
		}
		j.String(text)
	case simple.NumberForm:
		putNumber(j, t.Normalize(text))
	case simple.ScalarForm:
		putUnion(j, t, text, ns)
	default:
		j.String(t.ExpandNames(text, ns))
	}
}

func putNumber(j *jsontext.Writer, text string) {
	if j.PlainNumber(text) {
		return
	}
	if number, ok := jsonNumber(text); ok {
		j.Number(number)
		return
	}
	j.String(text) // INF, NaN, or unchecked
}

// jsonNumber spells a number as JSON allows it.
func jsonNumber(text string) (number string, ok bool) {
	mantissa, exponent, hasExponent := simple.CutExponent(text)
	if !simple.IsDecimal(mantissa) || hasExponent && !simple.IsInteger(exponent) {
		return "", false
	}
	number = simple.JSONNumber(mantissa)
	if hasExponent {
		number += "E" + exponent
	}
	return number, true
}

// putUnion writes a value in the form of the member that takes it. The text of such a value is what tells its member, so it stays as it is spelt.
func putUnion(j *jsontext.Writer, t *simple.SimpleType, text string, ns simple.PrefixResolver) {
	value, fault := t.Parse(text, ns)
	if fault != nil || value.Type().Variety() == simple.VarietyUnion {
		j.String(text)
		return
	}
	putSpelt(j, value.Type(), text, ns)
}

// putSpelt is putJSON, but writes a string where the form of the type would have another spelling.
func putSpelt(j *jsontext.Writer, t *simple.SimpleType, text string, ns simple.PrefixResolver) {
	switch simple.FormOf(t) {
	case simple.ArrayForm:
		j.ArrayStart()
		for word, rest := simple.FirstWord(t.Normalize(text)); word != ""; word, rest = simple.FirstWord(rest) {
			putSpelt(j, t.Item(), word, ns)
		}
		j.ArrayEnd()
	case simple.BooleanForm:
		if text = t.Normalize(text); text == "true" || text == "false" {
			j.Bool(text == "true")
			return
		}
		j.String(text)
	case simple.NumberForm:
		text = t.Normalize(text)
		if number, ok := jsonNumber(text); ok && number == text {
			j.Number(text)
			return
		}
		j.String(text)
	default:
		putJSON(j, t, text, ns)
	}
}

// Names in values have prefixes that stand for their namespaces within the value alone.
func (w jsonSink) holdNames() {}

func (w jsonSink) declare(prefix, space string) bool {
	switch {
	case space == "":
		return prefix == ""
	case space == xmltext.XMLNamespace:
		return prefix == "xml"
	case prefix == "":
		return w.at != atItem && !w.cur.untold
	}
	return (xmltext.Binding{Prefix: prefix, URI: space}).Fault() == "" && w.isFree(prefix, space)
}

func (w jsonSink) otherPrefix(space string) string {
	switch space {
	case "":
		return ""
	case xmltext.XMLNamespace:
		return "xml"
	}
	for n := 1; ; n++ {
		if prefix := "ns" + strconv.Itoa(n); w.isFree(prefix, space) {
			return prefix
		}
	}
}

// isFree reports whether a prefix stands for no other namespace in the list around the value, if there is one.
func (w jsonSink) isFree(prefix, space string) bool {
	other, taken := w.list.names[prefix]
	return w.at != atItem || !taken || other == space
}
