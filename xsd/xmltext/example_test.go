package xmltext_test

import (
	"fmt"
	"log"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

func ExampleReader() {
	r := xmltext.NewReader([]byte(`<liste xmlns="urn:x"><termin nr="1">mars &amp; april</termin></liste>`), source.Limits{})
	for kind := xmltext.NoToken; kind != xmltext.End; {
		var err error
		if kind, err = r.Next(); err != nil {
			log.Fatal(err)
		}
		switch kind {
		case xmltext.StartElement:
			fmt.Println(r.Position(), r.Name())
			for _, a := range r.Attrs() {
				fmt.Printf("%s=%q\n", a.Name, a.Value)
			}
		case xmltext.Text:
			fmt.Println(r.Position(), r.Text())
		}
	}
	// Output:
	// line 1, column 1 {urn:x}liste
	// line 1, column 22 {urn:x}termin
	// nr="1"
	// line 1, column 37 mars & april
}

func ExampleWriter() {
	var w xmltext.Writer
	w.Prefer("", "urn:x")
	w.SetIndent("  ")
	w.Start(source.Name{Space: "urn:x", Local: "liste"})
	w.Start(source.Name{Space: "urn:x", Local: "termin"})
	w.Attr(source.Name{Local: "nr"}, "1")
	w.Text("mars & april")
	w.End()
	w.End()
	document, err := w.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s", document)
	// Output:
	// <liste xmlns="urn:x">
	//   <termin nr="1">mars &amp; april</termin>
	// </liste>
}
