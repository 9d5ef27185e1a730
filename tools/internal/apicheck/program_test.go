// A program as users wrote it against commit e6a19b2: the five packages, their client and package xsd, with every kind of field, option and
// error. It is never edited: where it stops compiling, or says something else, users' programs do too.

package apicheck_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/generated/betalingsinformasjon/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsending/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
	"github.com/mvainnsyn/mvainnsyn/generated/skattemeldingformerverdiavgift/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/valideringsresultat/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func require(t *testing.T, ok bool, what string, got ...any) {
	t.Helper()
	if !ok {
		t.Fatalf("%s: %v", what, got)
	}
}

// status uses values of each kind of the status schema: a struct, a list, strings, an enumeration, a boolean, a date and a year.
func status() *mvameldinginnsendingstatus.MvaMeldingInnsendingStatus {
	return &mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{
		Skattepliktig: mvameldinginnsendingstatus.Skattepliktig{Organisasjonsnummer: "312409852"},
		TerminUtenLevertMvaMelding: []mvameldinginnsendingstatus.TerminUtenLevertMvaMelding{{
			Meldingskategori: mvameldinginnsendingstatus.MeldingskategoriAlminnelig,
			Skattleggingsperiode: mvameldinginnsendingstatus.Skattleggingsperiode{
				Periode: "januar-februar",
				Aar:     mvameldinginnsendingstatus.Aarstall{GYear: xsd.NewGYear(2022)},
			},
			SkattleggingsperiodeType: mvameldinginnsendingstatus.SkattleggingsperiodeTypeToMaaned,
			Leveringsfrist:           mvameldinginnsendingstatus.Dato{Date: xsd.Must(xsd.ParseDate("2022-04-11"))},
		}},
		HarTidligereSendtMvaMelding: true,
	}
}

func TestStatus(t *testing.T) {
	value := status()
	require(t, value.Validate() == nil, "the value is valid", value.Validate())
	text, err := xsd.MarshalXML(value)
	require(t, err == nil && bytes.Contains(text, []byte("2022-04-11")), "XML is written", err)
	var back mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	require(t, xsd.UnmarshalXML(text, &back) == nil, "XML is read")
	term := back.TerminUtenLevertMvaMelding[0]
	require(t, term.Meldingskategori.Known() && !mvameldinginnsendingstatus.Meldingskategori("annet").Known(), "enumerations know their values")
	require(t, term.Leveringsfrist.Equal(value.TerminUtenLevertMvaMelding[0].Leveringsfrist.Date), "the date comes back")
	require(t, term.Leveringsfrist.Day() == 11 && term.Skattleggingsperiode.Aar.Year() == 2022, "embedded datatypes keep their methods")
	require(t, bool(back.HarTidligereSendtMvaMelding), "booleans are Go's")

	text, err = xsd.MarshalJSON(value)
	require(t, err == nil, "JSON is written", err)
	back = mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{}
	require(t, xsd.UnmarshalJSON(text, &back) == nil && back.Skattepliktig.Organisasjonsnummer == "312409852", "JSON is read")

	fromStandard, err := json.Marshal(value)
	require(t, err == nil && bytes.Equal(fromStandard, text), "encoding/json writes the same", err)
	require(t, json.Unmarshal(fromStandard, &back) == nil, "encoding/json reads")
	asXML, err := xml.Marshal(value)
	require(t, err == nil && xml.Unmarshal(asXML, &back) == nil, "encoding/xml works both ways", err)
	var number mvameldinginnsendingstatus.Organisasjonsnummer
	require(t, number.UnmarshalText([]byte("312409852")) == nil && number.UnmarshalText([]byte("3124")) != nil, "texts are checked")
	require(t, number.SimpleType().Name().Local == "Organisasjonsnummer", "a simple type knows its definition")
}

// period is a choice: an interface with a struct for each branch.
func period(p betalingsinformasjon.PeriodeBeskrivelse) string {
	switch branch := p.Choice.(type) {
	case betalingsinformasjon.PeriodeBeskrivelseSkattleggingsperiodeMaaned:
		return string(branch.SkattleggingsperiodeMaaned)
	case betalingsinformasjon.PeriodeBeskrivelseSkattleggingsperiodeToMaaneder:
		return string(branch.SkattleggingsperiodeToMaaneder)
	case betalingsinformasjon.PeriodeBeskrivelseSkattleggingsperiodeAar:
		return string(branch.SkattleggingsperiodeAar)
	}
	return ""
}

func TestChoicesOptionalsAndDecimals(t *testing.T) {
	payment := betalingsinformasjon.Betalingsinformasjon{
		Skattepliktig: betalingsinformasjon.Skattepliktig{Organisasjonsnummer: "312409852"},
		Skattleggingsperiode: betalingsinformasjon.Skattleggingsperiode{
			Periode: betalingsinformasjon.PeriodeBeskrivelse{Choice: betalingsinformasjon.PeriodeBeskrivelseSkattleggingsperiodeToMaaneder{
				SkattleggingsperiodeToMaaneder: betalingsinformasjon.SkattleggingsperiodeToMaanederJanuarFebruar,
			}},
			Aar: betalingsinformasjon.Aarstall{GYear: xsd.Must(xsd.ParseGYear("2022"))},
		},
		Kundeidentifikasjonsnummer: "123",
		Beloep:                     betalingsinformasjon.Beloep{Decimal: xsd.NewDecimal(110, 2)},
		BetaleTil:                  "Skatteetaten",
		Betalingsfrist:             betalingsinformasjon.Dato{Date: xsd.DateOf(time.Date(2022, 4, 11, 0, 0, 0, 0, time.UTC))},
		BetalesTilKonto:            betalingsinformasjon.KontonummerTilBetaling{NorskKontonummer: "76940512057"},
		Informasjon:                new(betalingsinformasjon.Tekst("to linjer")),
	}
	text, err := xsd.MarshalXML(&payment)
	require(t, err == nil, "an optional value is a pointer, a choice its branch", err)
	document, err := betalingsinformasjon.ReadXML(text)
	require(t, err == nil && document.Element == betalingsinformasjon.BetalingsinformasjonElement.Name, "ReadXML finds the root", err)
	back, ok := document.Value.(*betalingsinformasjon.Betalingsinformasjon)
	require(t, ok && back.Beloep.String() == "1.10" && *back.Informasjon == "to linjer", "the value comes back")
	require(t, period(back.Skattleggingsperiode.Periode) == "januar-februar", "the branch comes back")
	again, err := document.WriteXML()
	require(t, err == nil && len(again) > 0, "a document is written with its notes", err)

	payment.Skattleggingsperiode.Periode.Choice = nil
	require(t, payment.Validate() != nil, "no branch is a violation")
	unchecked, err := xsd.MarshalXML(&payment, xsd.Unchecked())
	require(t, err == nil && len(unchecked) > 0, "Unchecked writes it", err)
}

func TestListsAndOtherPackages(t *testing.T) {
	result := valideringsresultat.Valideringsresultat{Avvik: []valideringsresultat.Avvik{{
		StiTilAvvik:    "/a/b",
		XmlLinjenummer: new(valideringsresultat.Heltall(7)),
		Avviksinformasjon: []valideringsresultat.Avviksinformasjon{{
			Begrunnelse: "grunn", Avvikstype: valideringsresultat.AvvikstypeIngenAvvik, AvvikKode: "k", RegelDefinisjon: "r",
		}},
	}}}
	text, err := xsd.MarshalJSON(&result, xsd.As(valideringsresultat.ValideringsresultatElement.Name), xsd.Unchecked())
	require(t, err == nil && bytes.Contains(text, []byte("7")), "integers are Go's", err)

	sender := mvameldinginnsending.Identifikator{Choice: mvameldinginnsending.IdentifikatorFoedselsnummer{Foedselsnummer: "01010112345"}}
	file := mvameldinginnsending.Vedlegg{
		Vedleggstype: mvameldinginnsending.VedleggstypeMvaMelding, Kildegruppe: mvameldinginnsending.KildegruppeEtat,
		Opprettingstidspunkt: &mvameldinginnsending.DatoKlokkeslett{DateTime: xsd.Must(xsd.ParseDateTime("2022-04-11T10:00:00Z"))},
	}
	moment, err := file.Opprettingstidspunkt.Time(time.UTC)
	require(t, err == nil && moment.Hour() == 10, "date and time convert", err)
	require(t, sender.Choice != nil && mvameldinginnsending.InnsendingstypeKomplett.Known(), "branches and enumerations")

	line := skattemeldingformerverdiavgift.MvaSpesifikasjonslinje{
		MvaKode: "1", Grunnlag: &skattemeldingformerverdiavgift.Beloep{},
		Merknad: &skattemeldingformerverdiavgift.Merknad{Choice: skattemeldingformerverdiavgift.MerknadBeskrivelse{Beskrivelse: "b"}},
	}
	require(t, line.Grunnlag.Sign() == 0, "the zero decimal is 0")
	require(t, skattemeldingformerverdiavgift.MvaMeldingDtoElement.Name.Local == "mvaMeldingDto", "elements have names")
	require(t, skattemeldingformerverdiavgift.Schema != nil && mvameldinginnsending.Schema != nil, "packages have schemas")
	_, err = xsd.ReadDocument(skattemeldingformerverdiavgift.Schema, []byte("<x/>"))
	require(t, err != nil, "ReadDocument refuses another root")
}

func TestErrors(t *testing.T) {
	value := status()
	value.Skattepliktig.Organisasjonsnummer = "12"
	var violations xsd.Violations
	require(t, errors.As(xsd.Validate(value), &violations), "violations are an error")
	first := violations[0]
	require(t, strings.HasPrefix(first.Rule, "cvc-") && first.Text == "12" && first.Path != "" && first.Message != "", "a violation says what and where", first)
	require(t, first.Line == 0 && first.Column == 0 && first.Offset >= 0 && first.String() != "", "a value has no line", first)
	require(t, !violations.Truncated() && len(violations) <= xsd.MaxViolations && violations.Error() != "" && violations.Err() != nil, "the list is bounded")
	violations.Add(xsd.Violation{Rule: "own", Message: "own"})

	var back mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	var syntax *xsd.SyntaxError
	require(t, errors.As(xsd.UnmarshalXML([]byte("<a"), &back), &syntax) && syntax.Line == 1, "not well-formed")
	var limit *xsd.LimitError
	text, err := xsd.MarshalXML(status())
	require(t, err == nil, "valid", err)
	require(t, errors.As(xsd.UnmarshalXML(text, &back, xsd.WithLimits(xsd.Limits{MaxDepth: 1})), &limit), "too deep")
	var refused *xsd.RefusedError
	var deviations xsd.Violations
	err = xsd.UnmarshalXML([]byte("<other/>"), &back, xsd.Tolerant(&deviations))
	require(t, errors.As(err, &refused) && len(refused.Violations) > 0, "nothing recognised", err)
	strange := bytes.Replace(text, []byte("<harTidligere"), []byte("<nytt>1</nytt><harTidligere"), 1)
	back = mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{}
	deviations = nil
	require(t, xsd.UnmarshalXML(strange, &back, xsd.Tolerant(&deviations)) == nil && len(deviations) == 1, "an unknown element is a deviation", deviations)
	_, err = xsd.ParseDate("tomorrow")
	var facet *xsd.FacetError
	require(t, errors.As(err, &facet), "a text that is no date", err)
}

func TestNotesAndRange(t *testing.T) {
	text, err := xsd.MarshalXML(status())
	require(t, err == nil, "valid", err)
	var notes xsd.Notes
	var back mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	require(t, xsd.UnmarshalXML(text, &back, xsd.Noting(&notes)) == nil, "notes are taken")
	again, err := xsd.MarshalXML(&back, xsd.Noting(&notes))
	require(t, err == nil && len(again) > 0, "notes are put back", err)

	terms := 0
	for term, err := range xsd.Range[mvameldinginnsendingstatus.TerminUtenLevertMvaMelding](
		bytes.NewReader(text), mvameldinginnsendingstatus.MvaMeldingInnsendingStatusElement, "terminUtenLevertMvaMelding", xsd.CheckIdentity(10)) {
		require(t, err == nil && term.Skattleggingsperiode.Periode == "januar-februar", "an item is read", err)
		terms++
	}
	require(t, terms == 1, "one item", terms)
}

// TestDatatypes has one value of each datatype of the package.
func TestDatatypes(t *testing.T) {
	values := []interface{ MarshalText() ([]byte, error) }{
		xsd.Must(xsd.ParseDate("2022-04-11")), xsd.DateTimeOf(time.Unix(0, 0)), xsd.TimeOf(time.Unix(0, 0)),
		xsd.Must(xsd.ParseTime("10:00:00")), xsd.GYearMonthOf(time.Unix(0, 0)), xsd.Must(xsd.ParseGYearMonth("2022-04")),
		xsd.NewGMonth(time.April), xsd.Must(xsd.ParseGMonth("--04")), xsd.Must(xsd.NewGMonthDay(4, 11)), xsd.Must(xsd.ParseGMonthDay("--04-11")),
		xsd.Must(xsd.NewGDay(11)), xsd.Must(xsd.ParseGDay("---11")), xsd.DurationOf(time.Hour), xsd.Must(xsd.ParseDuration("P1D")),
		xsd.Must(xsd.ParseDecimal("1.10")), xsd.NewInteger(7), xsd.IntegerOf(big.NewInt(7)), xsd.Must(xsd.ParseInteger("007")),
		xsd.NewHexBinary([]byte{1}), xsd.Must(xsd.ParseHexBinary("01")), xsd.NewBase64Binary([]byte{1}), xsd.Must(xsd.ParseBase64Binary("AQ==")),
		xsd.Token("a"), xsd.NormalizedString("a"), xsd.Language("nb"), xsd.NMTOKEN("a"), xsd.XMLName("a"), xsd.NCName("a"), xsd.ID("a"), xsd.IDREF("a"),
		xsd.ENTITY("a"), xsd.AnyURI("a"),
	}
	for _, value := range values {
		text, err := value.MarshalText()
		require(t, err == nil && len(text) > 0, "a datatype has a text", value, err)
	}
	order, ok := xsd.Must(xsd.ParseDate("2022-04-11")).Compare(xsd.Must(xsd.ParseDate("2022-04-12")))
	require(t, ok && order < 0, "dates have an order")
	require(t, xsd.NewQName(xsd.Name{Space: "s", Local: "l"}, "p").Name().Local == "l", "names")
	_, err := xsd.ParseQName("p:l", xsd.Prefixes{"p": "s"})
	require(t, err == nil, "prefixes resolve", err)
	_, err = xsd.ParseNotation("p:l", xsd.Prefixes{"p": "s"})
	require(t, err == nil && xsd.NewNotation(xsd.Name{Local: "l"}, "").Name().Local == "l", "notations", err)
	union, err := xsd.ParseUnion(xsd.BuiltIn("string"), "a")
	require(t, err == nil && union.Text() == "a", "unions", err)
	basic := []xsd.XMLValue{
		new(xsd.Boolean), new(xsd.Byte), new(xsd.Short), new(xsd.Int), new(xsd.Long), new(xsd.UnsignedByte), new(xsd.UnsignedShort),
		new(xsd.UnsignedInt), new(xsd.UnsignedLong), new(xsd.Float), new(xsd.Double), new(xsd.String), new(xsd.Nillable[xsd.Int]),
		new(xsd.Substitutable[xsd.Int]), new(xsd.AnyElement), new(xsd.AnyType), new(xsd.AnySimple), new(xsd.NMTOKENS), new(xsd.IDREFS), new(xsd.ENTITIES),
	}
	require(t, len(basic) == 20, "basic types are values")
	numbers := []any{xsd.NonPositiveInteger{}, xsd.NegativeInteger{}, xsd.NonNegativeInteger{}, xsd.PositiveInteger{}}
	require(t, len(numbers) == 4, "bounded integers")
	var content xsd.AnyContent = xsd.AnyText("text")
	element := xsd.AnyElement{Name: xsd.Name{Local: "a"}, Attributes: []xsd.AnyAttribute{{Name: xsd.Name{Local: "b"}, Value: "c"}}, Content: []xsd.AnyContent{content}}
	require(t, element.Text() == "text", "wildcard content has a text")
}

// own is a type of one's own that is read and written by a generated one.
type own struct {
	mvameldinginnsendingstatus.Organisasjonsnummer
}

func (o *own) ReadXSD(r *xsd.XMLReader) error  { return o.Organisasjonsnummer.ReadXSD(r) }
func (o *own) WriteXSD(w *xsd.XMLWriter) error { return o.Organisasjonsnummer.WriteXSD(w) }
func (o *own) Validate() error                 { return o.Organisasjonsnummer.Validate() }

var (
	_ xsd.XMLValue  = (*own)(nil)
	_ xsd.JSONValue = (*own)(nil)
)

func read[T any, P interface {
	*T
	xsd.XMLValue
}](input io.Reader, opts ...xsd.Option) (value T, err error) {
	text, err := io.ReadAll(input)
	if err != nil {
		return value, err
	}
	return value, xsd.UnmarshalXML(text, P(&value), opts...)
}

func TestClient(t *testing.T) {
	server := clienttest.New(t)
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
	require(t, err == nil, "a key", err)
	tokens, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key)
	require(t, err == nil, "a source of tokens", err)
	defer tokens.Close()
	c, err := statusclient.New(server.URL(), tokens, client.WithHTTPClient(new(http.Client)), client.WithAccept(client.XML), client.WithTimeout(time.Minute),
		client.WithMaxBody(1<<20), client.WithMaxInFlight(2), client.WithRetry(client.DefaultRetry()), client.WithUserAgent("program"),
		client.WithLogger(slog.New(slog.DiscardHandler)), client.WithReading(xsd.WithLimits(xsd.Limits{})))
	require(t, err == nil, "a client", err)
	defer c.Close()
	answer, err := c.HentStatus(context.Background(), clienttest.OneOpen)
	require(t, err == nil && len(answer.Deviations) == 0 && answer.Header != nil, "an answer", err)
	require(t, len(answer.Value.TerminUtenLevertMvaMelding) == 1, "with one term")
	value, err := read[mvameldinginnsendingstatus.MvaMeldingInnsendingStatus](bytes.NewReader(answer.Raw))
	require(t, err == nil && value.Skattepliktig.Organisasjonsnummer == answer.Value.Skattepliktig.Organisasjonsnummer, "the raw answer is the document", err)
	_, err = c.HentStatus(client.ActingFor(context.Background(), "310000132"), "12")
	var failure *client.Error
	require(t, errors.As(err, &failure) && failure.Stage == client.StageRequest && failure.Remedy != "" && failure.Attempts == 0, "an argument is checked", err)
	strict, err := statusclient.New(server.URL(), client.StaticToken("none"), client.Strict(), client.WithRetry(client.Retry{Attempts: 1}))
	require(t, err == nil, "a strict client", err)
	_, err = strict.HentStatus(context.Background(), clienttest.OneOpen)
	require(t, errors.As(err, &failure) && failure.Status != 0 && failure.Code+failure.Message != "", "a token is refused", err)
}
