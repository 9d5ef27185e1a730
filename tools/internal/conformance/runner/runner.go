// Package runner is what the program of a conformance batch does with its generated packages: it reads each document with the package it
// belongs to, writes what was accepted back, and compares.
package runner

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext/xmlequal"
)

// Read is the ReadXML of a generated package.
type Read = func([]byte, ...xsd.Option) (xsd.Document, error)

// job and answer are lines of JSON.
type job struct{ ID, Package, File string }

type answer struct {
	ID      string
	Valid   bool
	Reason  string
	Broken  bool
	Trip    string
	Alone   string
	JSON    string
	Elapsed time.Duration
}

// Run answers each job with a line, in order. It ends the program where its input or output is broken.
func Run(in io.Reader, out io.Writer, packages map[string]Read) {
	lines := bufio.NewScanner(in)
	encoder := json.NewEncoder(out)
	roots := make(rootTypes)
	for lines.Scan() {
		var j job
		if err := json.Unmarshal(lines.Bytes(), &j); err != nil {
			log.Fatal(err)
		}
		if err := encoder.Encode(bounded(j, packages[j.Package], roots)); err != nil {
			log.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}

// timeLimit is how long one document may take.
const timeLimit = 10 * time.Second

// bounded judges a document within the time limit; a panic is a fault of the generated code or its runtime, not a verdict.
func bounded(j job, read Read, roots rootTypes) answer {
	started := time.Now()
	done := make(chan answer, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				done <- answer{Broken: true, Reason: fmt.Sprintf("panic: %v", fault)}
			}
		}()
		done <- judge(j, read, roots)
	}()
	var a answer
	select {
	case a = <-done:
	case <-time.After(timeLimit):
		a = answer{Broken: true, Reason: fmt.Sprintf("took more than %s", timeLimit)}
	}
	a.ID, a.Elapsed = j.ID, time.Since(started)
	return a
}

func judge(j job, read Read, roots rootTypes) answer {
	data, err := os.ReadFile(j.File)
	if err != nil {
		return answer{Broken: true, Reason: err.Error()}
	}
	document, err := read(data)
	if differs := roots.compare(j.Package, data, document, err); differs != "" {
		return answer{Broken: true, Reason: differs}
	}
	var limit *xsd.LimitError
	switch {
	case errors.As(err, &limit):
		return answer{Broken: true, Reason: err.Error()}
	case err != nil:
		return answer{Reason: err.Error()}
	}
	return answer{Valid: true, Trip: roundTrip(data, document), Alone: alone(document, read), JSON: throughJSON(document)}
}

// rootTypes are the types of the values that documents were read into, by package and root element.
type rootTypes map[string]reflect.Type

// note notes a generated type. Those of the runtime belong to no schema, and several of this program have roots of one name.
func (t rootTypes) note(key string, made reflect.Type) {
	if made.PkgPath() != reflect.TypeFor[xsd.Document]().PkgPath() {
		t[key] = made
	}
}

// compare reads a document again into a value of its own, which takes another way than reading with notes, and says how the outcome differs
// from that of Read. A document that is not valid is read into what valid ones with its root are read into, if there was one.
func (t rootTypes) compare(pkg string, data []byte, document xsd.Document, fault error) string {
	first := xmltext.NewReader(data, xsd.Limits{})
	if _, err := first.Next(); err != nil {
		return "" // not well-formed: there is one way only
	}
	key := pkg + " " + first.Name().String()
	if fault == nil {
		t.note(key, reflect.TypeOf(document.Value).Elem())
	}
	if t[key] == nil {
		return ""
	}
	value := reflect.New(t[key]).Interface().(xsd.XMLValue)
	err := xsd.UnmarshalXML(data, value, xsd.As(first.Name()))
	if fault != nil || err != nil {
		if fault != nil && err != nil {
			return ""
		}
		return fmt.Sprintf("ReadXML says %v, UnmarshalXML says %v", fault, err)
	}
	want, err := xsd.MarshalXML(document.Value, xsd.As(document.Element))
	got, fault := xsd.MarshalXML(value, xsd.As(document.Element))
	if err == nil && (fault != nil || !bytes.Equal(want, got)) {
		return fmt.Sprintf("ReadXML reads %s, UnmarshalXML %s, %v", want, got, fault)
	}
	return ""
}

// roundTrip writes the document and says how it differs from what was read.
func roundTrip(data []byte, document xsd.Document) string {
	written, err := document.WriteXML()
	if err != nil {
		return "cannot be written: " + err.Error()
	}
	difference, err := xmlequal.Compare(data, written, xmlequal.Options{IgnoreAttr: xmlequal.SchemaLocation, EqualText: equalText, QualifiedNames: true})
	if err != nil {
		return err.Error()
	}
	return difference
}

// alone writes the value without what is noted beside it and says why that could not be done, or why what was written is not valid.
func alone(document xsd.Document, read Read) string {
	written, err := xsd.MarshalXML(document.Value, xsd.As(document.Element))
	if err != nil {
		return "cannot be written: " + err.Error()
	}
	if _, err := read(written); err != nil {
		return "what was written is refused: " + err.Error()
	}
	return ""
}

// throughJSON writes the value as JSON, reads that, and says how what it writes then as XML differs from what the value writes.
func throughJSON(document xsd.Document) string {
	value := document.Value
	if value == nil {
		return ""
	}
	data, err := xsd.MarshalJSON(value)
	if err != nil {
		return "cannot be written as JSON: " + err.Error()
	}
	again := reflect.New(reflect.TypeOf(document.Value).Elem()).Interface()
	if err := xsd.UnmarshalJSON(data, again.(xsd.JSONValue)); err != nil {
		return "what was written as JSON is refused: " + err.Error()
	}
	want, err := xsd.MarshalXML(document.Value, xsd.As(document.Element))
	if err != nil {
		return "" // said already
	}
	got, err := xsd.MarshalXML(again.(xsd.XMLValue), xsd.As(document.Element))
	if err != nil {
		return "what came through JSON cannot be written: " + err.Error()
	}
	difference, err := xmlequal.Compare(want, got, xmlequal.Options{QualifiedNames: true})
	if err != nil {
		return err.Error()
	}
	return difference
}

// equalText lets the white space go that a value of most types does not have: where the type collapses it, reading does.
func equalText(_, read, written string) bool {
	return written == strings.Join(strings.Fields(read), " ")
}
