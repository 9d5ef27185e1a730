// This program takes orders over HTTP, in XML and in JSON, by one schema. It answers a document that is not valid with a list of violations.
//
//	go run ./server 127.0.0.1:8080
//	curl -i -H 'Content-Type: application/xml' --data-binary @order/order.xml http://127.0.0.1:8080/orders
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/examples/order/order"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: server ADDRESS")
		os.Exit(64)
	}
	server := http.Server{Addr: os.Args[1], Handler: handler(), ReadTimeout: 10 * time.Second}
	fmt.Fprintln(os.Stderr, server.ListenAndServe())
	os.Exit(1)
}

// maxBody is the size in bytes of the largest request body that is read.
const maxBody = 1 << 20

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", takeOrder)
	return mux
}

// takeOrder reads an order in the format of the request, gives each line that has none a quantity, and answers in the format that is asked for.
func takeOrder(w http.ResponseWriter, r *http.Request) {
	o, err := readOrder(http.MaxBytesReader(w, r.Body, maxBody), r.Header.Get("Content-Type"))
	if err != nil {
		refuse(w, err)
		return
	}
	for i := range o.Line {
		o.Line[i].Quantity = new(o.Line[i].QuantityOrDefault())
	}
	writeOrder(w, o, r.Header.Get("Accept"))
}

// errFormat says that a request is in a format that is not read.
var errFormat = errors.New("send application/xml or application/json")

// readOrder reads an order. Its error is nil exactly for valid documents.
func readOrder(body io.Reader, contentType string) (*order.Order, error) {
	format, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return nil, errFormat
	}
	var o order.Order
	switch format {
	case "application/xml", "text/xml":
		err = xsd.XML.Read(body, &o, xsd.RefuseDoctype())
	case "application/json":
		err = xsd.JSON.Read(body, &o)
	default:
		err = errFormat
	}
	return &o, err
}

// writeOrder answers with an order, in JSON where JSON alone is accepted and else in XML.
func writeOrder(w http.ResponseWriter, o *order.Order, accept string) {
	var data []byte
	var err error
	format := "application/xml"
	if strings.HasPrefix(accept, "application/json") {
		format = "application/json"
		data, err = xsd.MarshalJSON(o)
	} else {
		data, err = xsd.MarshalXML(o)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", format)
	_, _ = w.Write(data) // whoever asked has gone
}

// problem is an answer that refuses a document, after RFC 9457.
type problem struct {
	Title      string      `json:"title"`
	Status     int         `json:"status"`
	Detail     string      `json:"detail,omitempty"`
	Violations []violation `json:"violations,omitempty"`
}

// violation is what the sender needs to find and mend one fault.
type violation struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

// refuse answers with the error of a request: each kind of error has a status of its own.
func refuse(w http.ResponseWriter, err error) {
	p := describe(err)
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // whoever asked has gone
}

func describe(err error) problem {
	var violations xsd.Violations
	var syntax *xsd.SyntaxError
	var limit *xsd.LimitError
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &violations):
		p := problem{Title: "the order is not valid", Status: http.StatusUnprocessableEntity}
		for _, v := range violations {
			p.Violations = append(p.Violations, violation{v.Path, v.Line, v.Column, v.Rule, v.Message})
		}
		return p
	case errors.As(err, &syntax):
		return problem{Title: "the order is not well-formed", Status: http.StatusBadRequest, Detail: err.Error()}
	case errors.As(err, &limit), errors.As(err, &tooLarge):
		return problem{Title: "the order is larger than what is read", Status: http.StatusRequestEntityTooLarge, Detail: err.Error()}
	case errors.Is(err, errFormat):
		return problem{Title: "the format is not read", Status: http.StatusUnsupportedMediaType, Detail: err.Error()}
	default:
		return problem{Title: "the order could not be read", Status: http.StatusBadRequest, Detail: err.Error()}
	}
}
