// This file shows each way of use, on generated types.

package xsd_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const namespace = "no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"

// document is a status with one open term.
const document = `<mvaMeldingInnsendingStatus xmlns="` + namespace + `">
  <skattepliktig><organisasjonsnummer>312409852</organisasjonsnummer></skattepliktig>
  <terminUtenLevertMvaMelding>
    <meldingskategori>alminnelig</meldingskategori>
    <skattleggingsperiode><periode>januar-februar</periode><aar>2022</aar></skattleggingsperiode>
    <skattleggingsperiodeType>toMaaned</skattleggingsperiodeType>
    <leveringsfrist>2022-04-11</leveringsfrist>
  </terminUtenLevertMvaMelding>
  <harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding>
</mvaMeldingInnsendingStatus>`

// nothingOpen is the commonest good answer of the service, and is not valid under the published schema, which asks for at
// least one term.
const nothingOpen = `<mvaMeldingInnsendingStatus xmlns="` + namespace + `">
  <skattepliktig><organisasjonsnummer>312409852</organisasjonsnummer></skattepliktig>
  <harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding>
</mvaMeldingInnsendingStatus>`

// A client of a living service reads tolerantly: err says that the document could not be used, deviations where it departs
// from the schema.
func ExampleTolerant() {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	var deviations xsd.Violations
	err := xsd.UnmarshalXML([]byte(nothingOpen), &status, xsd.Tolerant(&deviations))
	fmt.Println(err, len(status.TerminUtenLevertMvaMelding), len(deviations))
	// Output: <nil> 0 1
}

// A payload inside a SOAP message is read with the prefixes that the message declares.
func ExampleWithin() {
	const soap = "http://schemas.xmlsoap.org/soap/envelope/"
	message := `<s:Envelope xmlns:s="` + soap + `"><s:Header/><s:Body>` + document + `</s:Body></s:Envelope>`
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	err := xsd.UnmarshalXML([]byte(message), &status, xsd.Within(xsd.Name{Space: soap, Local: "Envelope"}, xsd.Name{Space: soap, Local: "Body"}))
	fmt.Println(err, len(status.TerminUtenLevertMvaMelding))
	// Output: <nil> 1
}

// Strict reading is the default: the error is nil exactly for valid documents.
func ExampleUnmarshalXML() {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	if err := xsd.UnmarshalXML([]byte(document), &status); err != nil {
		fmt.Println(err)
		return
	}
	for _, termin := range status.TerminUtenLevertMvaMelding {
		fmt.Println(termin.Skattleggingsperiode.Periode, termin.Skattleggingsperiode.Aar, termin.Leveringsfrist)
	}
	// Output: januar-februar 2022 2022-04-11
}

// A document that is not valid is refused with every violation, each with its place and the clause of the standard.
func ExampleViolations() {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	err := xsd.UnmarshalXML([]byte(strings.Replace(document, "2022-04-11", "20220411", 1)), &status)
	var violations xsd.Violations
	if errors.As(err, &violations) {
		fmt.Println(violations[0].Line, violations[0].Path, violations[0].Rule)
	}
	// Output: 7 /mvaMeldingInnsendingStatus/terminUtenLevertMvaMelding/leveringsfrist cvc-datatype-valid.1.2.1
}

// Writing validates before it returns.
func ExampleMarshalXML() {
	status := mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{
		Skattepliktig: mvameldinginnsendingstatus.Skattepliktig{Organisasjonsnummer: "31240985"},
	}
	_, err := xsd.MarshalXML(&status)
	var violations xsd.Violations
	fmt.Println(errors.As(err, &violations))
	// Output: true
}

// The same types are read from JSON and written to it.
func ExampleMarshalJSON() {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	if err := xsd.UnmarshalXML([]byte(document), &status); err != nil {
		fmt.Println(err)
		return
	}
	text, err := xsd.MarshalJSON(&status)
	fmt.Println(string(text[:60]), err)
	// Output: {"skattepliktig":{"organisasjonsnummer":"312409852"},"termin <nil>
}

func ExampleUnmarshalJSON() {
	text := `{"skattepliktig":{"organisasjonsnummer":"312409852"},"terminUtenLevertMvaMelding":[],"harTidligereSendtMvaMelding":false}`
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	var deviations xsd.Violations
	err := xsd.UnmarshalJSON([]byte(text), &status, xsd.Tolerant(&deviations))
	fmt.Println(err, status.Skattepliktig.Organisasjonsnummer, status.HarTidligereSendtMvaMelding)
	// Output: <nil> 312409852 false
}

// A document comes from an io.Reader, such as the body of a request, and goes to an io.Writer. Both formats have both.
func Example_readersAndWriters() {
	body := strings.NewReader(document)
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	if err := xsd.XML.Read(body, &status); err != nil {
		fmt.Println(err)
		return
	}
	if err := xsd.JSON.Write(os.Stdout, &status.TerminUtenLevertMvaMelding[0].Skattleggingsperiode); err != nil {
		fmt.Println(err)
	}
	// Output: {"periode":"januar-februar","aar":"2022"}
}

// A document whose root is not known in advance.
func ExampleReadDocument() {
	read, err := mvameldinginnsendingstatus.ReadXML([]byte(document))
	if err != nil {
		fmt.Println(err)
		return
	}
	status, ok := read.Value.(*mvameldinginnsendingstatus.MvaMeldingInnsendingStatus)
	fmt.Println(read.Element.Local, ok, len(status.TerminUtenLevertMvaMelding))
	// Output: mvaMeldingInnsendingStatus true 1
}

// A document is written as it was read: what its values do not tell is noted beside them.
func ExampleDocument_WriteXML() {
	text := strings.Replace(document, "<harTidligereSendtMvaMelding>true", "<harTidligereSendtMvaMelding>1", 1)
	read, err := mvameldinginnsendingstatus.ReadXML([]byte(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	written, err := read.WriteXML()
	fmt.Print(read.Notes)
	fmt.Println(strings.Contains(string(written), "<harTidligereSendtMvaMelding>1</"), err)
	// Output:
	// /*/*[3] {no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1}harTidligereSendtMvaMelding is spelt 1
	// true <nil>
}

// The parts of a huge document, one by one, in memory that does not grow with it.
func ExampleRange() {
	input := strings.NewReader(document)
	terms := xsd.Range[mvameldinginnsendingstatus.TerminUtenLevertMvaMelding](input,
		mvameldinginnsendingstatus.MvaMeldingInnsendingStatusElement, "terminUtenLevertMvaMelding")
	for termin, err := range terms {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(termin.Meldingskategori, termin.Meldingskategori.Known())
	}
	// Output: alminnelig true
}

// A document is written while its parts come, one by one: from a database, or from another document that is read.
func ExampleWriteRange() {
	terms := func(yield func(mvameldinginnsendingstatus.TerminUtenLevertMvaMelding, error) bool) {
		input := strings.NewReader(document)
		for termin, err := range xsd.Range[mvameldinginnsendingstatus.TerminUtenLevertMvaMelding](input,
			mvameldinginnsendingstatus.MvaMeldingInnsendingStatusElement, "terminUtenLevertMvaMelding") {
			termin.Leveringsfrist.Date = xsd.Must(xsd.ParseDate("2022-06-10"))
			if !yield(termin, err) {
				return
			}
		}
	}
	rest := mvameldinginnsendingstatus.MvaMeldingInnsendingStatus{
		Skattepliktig: mvameldinginnsendingstatus.Skattepliktig{Organisasjonsnummer: "312409852"},
	}
	n, err := xsd.WriteRange(os.Stdout, mvameldinginnsendingstatus.MvaMeldingInnsendingStatusElement, &rest, "terminUtenLevertMvaMelding", terms,
		xsd.Indent(" "))
	fmt.Println(n, err)
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1">
	//  <skattepliktig>
	//   <organisasjonsnummer>312409852</organisasjonsnummer>
	//  </skattepliktig>
	//  <terminUtenLevertMvaMelding>
	//   <meldingskategori>alminnelig</meldingskategori>
	//   <skattleggingsperiode>
	//    <periode>januar-februar</periode>
	//    <aar>2022</aar>
	//   </skattleggingsperiode>
	//   <skattleggingsperiodeType>toMaaned</skattleggingsperiodeType>
	//   <leveringsfrist>2022-06-10</leveringsfrist>
	//  </terminUtenLevertMvaMelding>
	//  <harTidligereSendtMvaMelding>false</harTidligereSendtMvaMelding>
	// </mvaMeldingInnsendingStatus>
	// 1 <nil>
}

// Generated types work with the standard library's encoders, strictly.
func Example_standardLibrary() {
	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	if err := xml.Unmarshal([]byte(document), &status); err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(status)
	if err != nil {
		fmt.Println(err)
		return
	}
	var again mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	fmt.Println(json.Unmarshal(text, &again), len(again.TerminUtenLevertMvaMelding))
	// Output: <nil> 1
}

// Dates keep their text; conversion to a moment asks for the zone.
func ExampleDate() {
	frist := mvameldinginnsendingstatus.Dato{Date: xsd.Must(xsd.ParseDate("2022-04-11"))}
	order, ok := frist.Compare(xsd.Must(xsd.ParseDate("2022-04-12")))
	fmt.Println(frist, order, ok)
	// Output: 2022-04-11 -1 true
}
