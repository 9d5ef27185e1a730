// Package hostile_test reads what no service should send: broken, endless and
// ambiguous documents. Each is a clear error with a position, soon and in
// little memory, in strict and in tolerant reading, through generated code.
package hostile_test

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const (
	head = `<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1">`
	tail = `</mvaMeldingInnsendingStatus>`

	taxpayer = `<skattepliktig><organisasjonsnummer>312409852</organisasjonsnummer></skattepliktig>`
	term     = `<terminUtenLevertMvaMelding><meldingskategori>alminnelig</meldingskategori>` +
		`<skattleggingsperiode><periode>mai-juni</periode><aar>2022</aar></skattleggingsperiode>` +
		`<skattleggingsperiodeType>toMaaned</skattleggingsperiodeType><leveringsfrist>2022-08-31</leveringsfrist></terminUtenLevertMvaMelding>`
	sent  = `<harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding>`
	whole = head + taxpayer + term + sent + tail

	wholeJSON = `{"skattepliktig":{"organisasjonsnummer":"312409852"},"terminUtenLevertMvaMelding":[{"meldingskategori":"alminnelig",` +
		`"skattleggingsperiode":{"periode":"mai-juni","aar":"2022"},"skattleggingsperiodeType":"toMaaned","leveringsfrist":"2022-08-31"}],` +
		`"harTidligereSendtMvaMelding":true}`
)

// numbered returns a document whose organisation number is text.
func numbered(text string) string {
	return head + strings.Replace(taxpayer, "312409852", text, 1) + term + sent + tail
}

// laughs returns entities each of which refers to the one before ten times.
func laughs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<!ENTITY e%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	return b.String()
}

// The ways to end.
const (
	syntax  = "syntax"  // *xsd.SyntaxError
	limit   = "limit"   // *xsd.LimitError
	invalid = "invalid" // xsd.Violations, or a refusal of tolerant reading
	taken   = "taken"   // no error
)

// ending says how reading ended, and with what text.
func ending(err error) (kind string) {
	var syntaxError *xsd.SyntaxError
	var limitError *xsd.LimitError
	var violations xsd.Violations
	var refused *xsd.RefusedError
	switch {
	case err == nil:
		return taken
	case errors.As(err, &syntaxError):
		return syntax
	case errors.As(err, &limitError):
		return limit
	case errors.As(err, &violations), errors.As(err, &refused):
		return invalid
	}
	return fmt.Sprintf("%T", err)
}

// positioned reports whether an error's text says where it is.
func positioned(err error) bool { return strings.Contains(err.Error(), "line ") }

// read is one way of reading a document.
type read struct {
	name string
	read func(document []byte) error
}

var xmlReads = []read{
	{"strict", func(document []byte) error {
		return xsd.UnmarshalXML(document, new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus))
	}},
	{"tolerant", func(document []byte) error {
		return xsd.UnmarshalXML(document, new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus), xsd.Tolerant(nil))
	}},
}

// withValidator adds the validator of schema components, which reads streams.
func withValidator(t *testing.T) []read {
	t.Helper()
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "xsd", "schemas", "mvameldinginnsendingstatus", "v1",
		"no.skatteetaen.fastsetting.avgift.mva.mvaMeldingInnsendingStatus.v1.xsd")
	documents, err := load.Load([]string{path}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	validator := validate.New(set)
	return append(xmlReads[:len(xmlReads):len(xmlReads)], read{"validator", func(document []byte) error {
		return validator.Document(bytes.NewReader(document))
	}})
}

var jsonReads = []read{
	{"strict", func(document []byte) error {
		return xsd.UnmarshalJSON(document, new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus))
	}},
	{"tolerant", func(document []byte) error {
		return xsd.UnmarshalJSON(document, new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus), xsd.Tolerant(nil))
	}},
}

// expectation is what becomes of a document: the same in strict and tolerant
// reading unless tolerant says otherwise.
type expectation struct {
	name, document   string
	strict, tolerant string
}

func (e expectation) of(mode string) string {
	if mode == "tolerant" && e.tolerant != "" {
		return e.tolerant
	}
	return e.strict
}

// check reads a document in every way, in bounded memory.
func check(t *testing.T, reads []read, e expectation) {
	t.Helper()
	document := []byte(e.document)
	for _, way := range reads {
		var err error
		used := cost.Of(func() { err = way.read(document) })
		if got, want := ending(err), e.of(way.name); got != want {
			t.Errorf("%s, %s: %s, want %s: %.300v", e.name, way.name, got, want, err)
		}
		if err != nil && (!positioned(err) || len(err.Error()) > 40_000) {
			t.Errorf("%s, %s: no position, or endless: %.300v", e.name, way.name, err)
		}
		if used > affordable(len(document)) {
			t.Errorf("%s, %s: allocated %d bytes for a document of %d", e.name, way.name, used, len(document))
		}
	}
}

// affordable bounds what reading a document of some size may allocate in all:
// a copy of a large one, and words for each fault of a small one.
func affordable(size int) uint64 {
	const million = 1 << 20
	return uint64(min(16*million+100*size, 512*million+3*size))
}

func TestXMLThatIsNoStatus(t *testing.T) {
	reads := withValidator(t)
	for _, e := range []expectation{
		{"empty", "", syntax, ""},
		{"blank", " \r\n\t ", syntax, ""},
		{"byte order mark alone", "\xef\xbb\xbf", syntax, ""},
		{"plain text", "Service unavailable", syntax, ""},
		{"JSON", wholeJSON, syntax, ""},
		{"HTML with a doctype", "<!DOCTYPE html><html><body>Service unavailable</body></html>", invalid, ""},
		{"HTML as XML", "<html><body><p>Service unavailable</p></body></html>", invalid, ""},
		{"HTML that is no XML, inside", head + "<br>" + tail, syntax, ""},
		{"SOAP fault", `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>`, invalid, ""},
		{"error of the service", `<feil xmlns="urn:no:skatteetaten:datasamarbeid:feil:v1"><kode>MVA-1</kode></feil>`, invalid, ""},
		{"DTD with entities", `<!DOCTYPE a [<!ENTITY x "312409852">]>` + numbered("&x;"), taken, ""},
		{"DTD with few laughs", `<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>` + numbered("&b;"), invalid, taken},
		{"DTD with a billion laughs", `<!DOCTYPE a [<!ENTITY e0 "lol">` + laughs(10) + `]>` + numbered("&e10;"), limit, ""},
		{"DTD in itself", `<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>` + numbered("&b;"), syntax, ""},
		{"DTD that reads a file", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + numbered("&x;"), limit, ""},
		{"DTD elsewhere", `<!DOCTYPE a SYSTEM "file:///etc/passwd">` + numbered("312409852"), taken, ""},
		{"entity without DTD", numbered("&nbsp;"), syntax, ""},
		{"two roots", whole + whole, syntax, ""},
		{"text after the root", whole + "x", syntax, ""},
		{"wrong end tag", head + taxpayer + term + sent + "</status>", syntax, ""},
		{"duplicate attribute", strings.Replace(whole, "<skattepliktig>", `<skattepliktig a="1" a="2">`, 1), syntax, ""},
		{"attributes with the same expanded name", strings.Replace(whole, "<skattepliktig>", `<skattepliktig xmlns:p="u" xmlns:q="u" p:a="1" q:a="2">`, 1), syntax, ""},
		{"unbound prefix", strings.Replace(whole, "<harTidligere", "<x:y/><harTidligere", 1), syntax, ""},
		{"unbound prefix of an attribute", strings.Replace(whole, "<skattepliktig>", `<skattepliktig x:a="1">`, 1), syntax, ""},
		{"invalid UTF-8", numbered("31240985\xff"), syntax, ""},
		{"surrogate in UTF-8", numbered("31240985\xed\xa0\x80"), syntax, ""},
		{"overlong UTF-8", numbered("31240985\xc0\xb2"), syntax, ""},
		{"forbidden character", numbered("31240985\x01"), syntax, ""},
		{"forbidden reference", numbered("31240985&#0;"), syntax, ""},
		{"reference to a surrogate", numbered("31240985&#xD800;"), syntax, ""},
		{"U+FFFE", numbered("31240985\uFFFE"), syntax, ""},
		{"unescaped ampersand", numbered("312 & 409"), syntax, ""},
		{"end of CDATA in text", numbered("312]]>409"), syntax, ""},
		{"unknown encoding", `<?xml version="1.0" encoding="EBCDIC-CP-NL"?>` + whole, limit, ""},
		{"UTF-7", `<?xml version="1.0" encoding="UTF-7"?>` + whole, limit, ""},
		{"declared UTF-16, written UTF-8", `<?xml version="1.0" encoding="UTF-16"?>` + whole, syntax, ""},
		{"XML 1.1, to be read as 1.0 (fifth edition, 2.8)", `<?xml version="1.1"?>` + whole, taken, ""},
		{"XML 2.0", `<?xml version="2.0"?>` + whole, syntax, ""},
		{"declaration not at the start", " <?xml version=\"1.0\"?>" + whole, syntax, ""},
	} {
		check(t, reads, e)
	}
}

func TestXMLOfMonstrousSize(t *testing.T) {
	if testing.Short() {
		t.Skip("large documents")
	}
	const deep, many = 100_000, 100_000
	reads := withValidator(t)
	for _, e := range []expectation{
		{"100,000 levels", head + strings.Repeat("<a>", deep) + strings.Repeat("</a>", deep) + tail, limit, ""},
		{"100,000 levels, never closed", head + strings.Repeat("<a>", deep), limit, ""},
		{"text of 70 MB in a field of 9 digits", numbered(strings.Repeat("1", 70<<20)), limit, ""},
		{"text of 200 MB in a field of 9 digits", numbered(strings.Repeat("1", 200<<20)), limit, ""},
		{"text of 10 MB in a field of 9 digits", numbered(strings.Repeat("1", 10<<20)), invalid, taken},
		{"1,000,000 empty items", head + taxpayer + strings.Repeat("<terminUtenLevertMvaMelding/>", 1_000_000) + sent + tail, invalid, ""},
		{"comment of 70 MB", head + "<!--" + strings.Repeat("x", 70<<20) + "-->" + tail, limit, ""},
		{"100,000 attributes", strings.Replace(whole, "<skattepliktig>", "<skattepliktig"+attributes(many)+">", 1), limit, ""},
		{"100,000 namespaces", strings.Replace(whole, "<skattepliktig>", "<skattepliktig"+strings.ReplaceAll(attributes(many), " a", " xmlns:a")+">", 1), limit, ""},
		{"name of 1 MB", head + "<" + strings.Repeat("n", 1<<20) + "/>" + tail, limit, ""},
		{"1,000,000 unknown elements", head + taxpayer + term + strings.Repeat("<a/>", 1_000_000) + sent + tail, invalid, taken},
		{"100,000 faults", head + taxpayer + strings.Repeat(strings.Replace(term, "2022-08-31", "x", 1), 100_000) + sent + tail, invalid, ""},
	} {
		check(t, reads, e)
	}
}

// attributes returns n different attributes.
func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%d="%d"`, i, i)
	}
	return b.String()
}

func TestXMLTruncatedAtEveryByte(t *testing.T) {
	reads := withValidator(t)
	truncate(t, reads, whole)
	truncate(t, reads, `<?xml version="1.0" encoding="UTF-8"?><!-- c --><?p i?>`+strings.Replace(numbered("<![CDATA[3124]]>&#48;9852"), "mai-juni", "blåbær", 1)+"<!-- end -->\n")
}

func TestJSONTruncatedAtEveryByte(t *testing.T) {
	truncate(t, jsonReads, strings.Replace(wholeJSON, "mai-juni", `bl\u00e5bær`, 1))
}

// truncate reads every beginning of a document: a syntax error within it,
// unless what is missing is no part of the root element.
func truncate(t *testing.T, reads []read, document string) {
	t.Helper()
	complete := strings.LastIndex(document, tail) + len(tail)
	if complete < len(tail) {
		complete = len(document)
	}
	for length := range len(document) {
		for _, way := range reads {
			err := way.read([]byte(document[:length]))
			var fault *xsd.SyntaxError
			switch {
			case err == nil && length >= complete:
			case !errors.As(err, &fault):
				t.Errorf("the first %d bytes, %s: %v, want a syntax error", length, way.name, err)
			case fault.Line < 1 || fault.Column < 1 || fault.Offset > int64(length):
				t.Errorf("the first %d bytes, %s: the fault is at %+v", length, way.name, fault.Position)
			}
		}
	}
}

func TestJSONThatIsNoStatus(t *testing.T) {
	for _, e := range []expectation{
		{"empty", "", syntax, ""},
		{"blank", " \n", syntax, ""},
		{"HTML", "<html><body>Service unavailable</body></html>", syntax, ""},
		{"plain text", "Service unavailable", syntax, ""},
		{"XML", whole, syntax, ""},
		{"two values", wholeJSON + wholeJSON, syntax, ""},
		{"trailing comma", strings.Replace(wholeJSON, `true}`, `true,}`, 1), syntax, ""},
		{"comment", "/* */" + wholeJSON, syntax, ""},
		{"single quotes", strings.ReplaceAll(wholeJSON, `"`, `'`), syntax, ""},
		{"NaN", strings.Replace(wholeJSON, "true", "NaN", 1), syntax, ""},
		{"invalid UTF-8", strings.Replace(wholeJSON, "312409852", "31240985\xff", 1), syntax, ""},
		{"lone surrogate", strings.Replace(wholeJSON, "mai-juni", `\ud800`, 1), syntax, ""},
		{"control character", strings.Replace(wholeJSON, "mai-juni", "\x01", 1), syntax, ""},
		{"another object", `{"kode":"MVA-1","melding":"feil","korrelasjonsid":"0"}`, invalid, ""},
		{"array", "[" + wholeJSON + "]", invalid, ""},
		{"null", "null", invalid, ""},
		{"number", "1", invalid, ""},
	} {
		check(t, jsonReads, e)
	}
}

func TestJSONOfMonstrousSize(t *testing.T) {
	if testing.Short() {
		t.Skip("large documents")
	}
	const deep = 100_000
	for _, e := range []expectation{
		{"100,000 arrays", `{"x":` + strings.Repeat("[", deep) + strings.Repeat("]", deep) + "}", limit, ""},
		{"100,000 objects, never closed", strings.Repeat(`{"x":`, deep), limit, ""},
		{"text of 70 MB", strings.Replace(wholeJSON, "312409852", strings.Repeat("1", 70<<20), 1), limit, ""},
		{"number of 1 MB", strings.Replace(wholeJSON, "true", strings.Repeat("1", 1<<20), 1), limit, ""},
		{"key of 1 MB", `{"` + strings.Repeat("k", 1<<20) + `":1}`, limit, ""},
		{"1,000,000 members", strings.Replace(wholeJSON, `{"skattepliktig"`, "{"+members(1_000_000)+`"skattepliktig"`, 1), invalid, limit},
		{"1,000,000 empty items", `{"terminUtenLevertMvaMelding":[` + strings.Repeat("{},", 1_000_000) + "{}]}", invalid, ""},
		{"1,000,000 items that are null", `{"terminUtenLevertMvaMelding":[` + strings.Repeat("null,", 1_000_000) + "null]}", invalid, ""},
	} {
		check(t, jsonReads, e)
	}
}

// members returns n different members, each with a comma after it.
func members(n int) string {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `"a%d":%d,`, i, i)
	}
	return b.String()
}
