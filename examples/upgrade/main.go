// This program works with two versions of a schema side by side: it takes parcels of either, and goes on with the new one. Both packages stay as long
// as documents of both versions come.
//
//	go run ./upgrade upgrade/old.xml
//
// What the new version breaks, and for whom:
//
//	go tool xsdgen diff upgrade/v1/parcel.xsd upgrade/v2/parcel.xsd
package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math/big"
	"os"

	parcel1 "github.com/mvainnsyn/mvainnsyn/examples/upgrade/v1"
	parcel2 "github.com/mvainnsyn/mvainnsyn/examples/upgrade/v2"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: upgrade FILE")
		os.Exit(64)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the parcel in a file as the new version has it.
func run(file string, out io.Writer) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	parcel, err := read(data)
	if err != nil {
		return err
	}
	text, err := xsd.MarshalXML(&parcel, xsd.Indent("  "))
	if err != nil {
		return err
	}
	_, err = out.Write(text)
	return err
}

// read takes a parcel of either version. The namespace of the root element says which it is.
func read(data []byte) (parcel2.Parcel, error) {
	root, err := rootOf(data)
	if err != nil {
		return parcel2.Parcel{}, err
	}
	if root.Space == parcel1.ParcelElement.Name.Space {
		var old parcel1.Parcel
		if err := xsd.UnmarshalXML(data, &old); err != nil {
			return parcel2.Parcel{}, err
		}
		return upgrade(old)
	}
	var parcel parcel2.Parcel
	return parcel, xsd.UnmarshalXML(data, &parcel)
}

// rootOf returns the name of a document's root element.
func rootOf(data []byte) (xml.Name, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if err != nil {
			return xml.Name{}, err
		}
		if start, ok := token.(xml.StartElement); ok {
			return start.Name, nil
		}
	}
}

// upgrade makes a parcel of the new version of an old one: numbers have eight digits, weights are in grams, and the receiver has parts.
func upgrade(old parcel1.Parcel) (parcel2.Parcel, error) {
	grams := new(big.Rat).Mul(old.Kilograms.Rat(), big.NewRat(1000, 1))
	if !grams.IsInt() || !grams.Num().IsUint64() || grams.Num().Uint64() > 1<<32-1 {
		return parcel2.Parcel{}, fmt.Errorf("parcel %s weighs %s kg, which is no number of grams that the new version holds", old.Number, old.Kilograms)
	}
	return parcel2.Parcel{
		Number:   parcel2.Number("00" + old.Number),
		Receiver: parcel2.Receiver{Name: old.Receiver},
		Grams:    uint32(grams.Num().Uint64()),
		Service:  parcel2.Service(old.Service), // the new version has all services of the old one
	}, nil
}
