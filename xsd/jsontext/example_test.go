package jsontext_test

import (
	"fmt"
	"log"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func ExampleReader() {
	r := jsontext.NewReader([]byte(`{"termin": ["mars", 1.50]}`), source.Limits{})
	for kind := jsontext.NoToken; kind != jsontext.End; {
		var err error
		if kind, err = r.Next(); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%v: %v %q\n", r.Position(), kind, r.Text())
	}
	// Output:
	// line 1, column 1: start of an object ""
	// line 1, column 2: key "termin"
	// line 1, column 12: start of an array ""
	// line 1, column 13: string "mars"
	// line 1, column 21: number "1.50"
	// line 1, column 25: end of an array ""
	// line 1, column 26: end of an object ""
	// line 1, column 27: end of the text ""
}

func ExampleWriter() {
	var w jsontext.Writer
	w.ObjectStart()
	w.Key("termin")
	w.ArrayStart()
	w.String("mars")
	w.Number("1.50")
	w.ArrayEnd()
	w.ObjectEnd()
	text, err := w.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s", text)
	// Output:
	// {"termin":["mars",1.50]}
}
