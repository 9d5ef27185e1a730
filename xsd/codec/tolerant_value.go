// This file decides which texts tolerant reading takes for values of simple types that strictly they are not.

package codec

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// tolerantText returns the value that a text is taken for, and reports it: as a deviation where it says what the Go value will
// say, else as a reason to refuse the document.
func (r *Reader) tolerantText(t *simple.SimpleType, raw string, ns simple.PrefixResolver) (text string, ok bool) {
	text, isRespelled, ok := takenFor(t, raw, ns)
	switch {
	case !ok:
		fault := t.Check(raw, ns)
		r.refuse(fault.Rule, raw, "%s", fault.Message)
		return "", false
	case r.listsMore():
		how := "as it stands"
		if isRespelled {
			how = "as " + strconv.Quote(text)
		}
		fault := t.Check(raw, ns)
		r.violate(fault.Rule, raw, "%s; it was read %s", fault.Message, how)
	}
	return text, true
}

// takenFor returns the value that a text is taken for, and whether it is another spelling of that; it is not ok where the text is no value.
func takenFor(t *simple.SimpleType, raw string, ns simple.PrefixResolver) (text string, isRespelled, ok bool) {
	if text, isRespelled = respelled(t, strings.TrimSpace(raw), ns); isRespelled {
		return text, true, true
	}
	return raw, false, holds(t, raw, ns)
}

// respelled returns the value of t that a text is another spelling of.
func respelled(t *simple.SimpleType, text string, ns simple.PrefixResolver) (value string, ok bool) {
	if t.Accepts(text, ns) {
		return text, true
	}
	if t.Variety() != simple.VarietyAtomic {
		return "", false
	}
	plain := transliterate(text)
	for _, known := range t.Compiled().Values {
		if len(known.Value) == len(plain) && transliterate(known.Value) == plain { // a letter is as long as what stands for it
			return known.Value, true
		}
	}
	switch t.Primitive() {
	case typeDate:
		value = dateOnly(text)
	case typeBoolean:
		value = strings.ToLower(text)
	}
	return value, value != "" && t.Accepts(value, ns)
}

// transliteration spells the Norwegian letters as schemas without them do.
var transliteration = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa")

func transliterate(text string) string {
	if isASCII(text) {
		return text
	}
	return transliteration.Replace(text)
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// dateOnly returns the date of a text that has a time too, or no hyphens; "" where it is none, or where the day depends on
// the reader's zone: a time of day in UTC.
func dateOnly(text string) string {
	if len(text) == len("20220411") && simple.IsDigits(text) {
		return text[:4] + "-" + text[4:6] + "-" + text[6:]
	}
	date, clock, found := strings.Cut(text, "T")
	if !found {
		if date, clock, found = strings.Cut(text, " "); !found {
			return ""
		}
	}
	instant := date + "T" + clock
	switch {
	case !typeDateTime.Accepts(instant, nil):
		return ""
	case isUTC(clock) && strings.Trim(clock, "0:.Z+-") != "":
		return ""
	}
	return date
}

func isUTC(clock string) bool {
	return strings.HasSuffix(clock, "Z") || strings.HasSuffix(clock, "+00:00") || strings.HasSuffix(clock, "-00:00")
}

// holds reports whether the Go type of t can hold a text as it stands: it is of the built-in type that decides the Go kind,
// and only facets of the schema are against it.
func holds(t *simple.SimpleType, text string, ns simple.PrefixResolver) bool {
	switch t.Variety() {
	case simple.VarietyAtomic:
		return t.BuiltInAncestor().Accepts(text, ns)
	case simple.VarietyList:
		for word := range strings.FieldsSeq(text) {
			if !holds(t.Item(), word, ns) {
				return false
			}
		}
		return true
	default:
		return true
	}
}
