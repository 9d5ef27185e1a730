// This file reads answers: which codec, what is no document at all, and whether it is the answer to what was asked.

package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// read turns an answer into a response. Whatever goes wrong is of StageDocument and keeps the raw body.
func read[T any, P Value[T]](c *Client, op *Operation[T], p *plan, got *answer) (*Response[T], *Error) {
	failed := func(f fault, err error) (*Response[T], *Error) {
		return nil, &Error{
			Stage: StageDocument, Cause: f.cause, Status: got.status, Header: got.header, Raw: got.body,
			Message: f.message, Remedy: f.remedy, Err: err,
		}
	}
	if got.code != "" {
		return &Response[T]{Code: got.code, Header: got.header, Raw: got.body}, nil
	}
	codec, unusable := chooseCodec(got.header, got.body)
	if unusable != nil {
		return failed(*unusable, nil)
	}
	response := &Response[T]{Header: got.header, Raw: got.body}
	if err := c.decode(codec, got.body, P(&response.Value), op.Response, &response.Deviations); err != nil {
		if refusal := c.saidInstead(p, got, err); refusal != nil {
			return nil, refusal
		}
		return failed(c.unreadable(codec, err), err)
	}
	for _, echo := range op.Echoes {
		if err := echo.check(p, &response.Value); err != nil {
			return failed(fault{
				CauseOther, "the answer is about something else than was asked", "do not use it; give support the raw body",
			}, err)
		}
	}
	return response, nil
}

// saidInstead is the service's error where an answer that holds nothing of the document has a part of one, nil otherwise.
func (c *Client) saidInstead(p *plan, got *answer, err error) *Error {
	var refused *xsd.RefusedError
	if !errors.As(err, &refused) {
		return nil
	}
	failed := c.refusal(p, &http.Response{StatusCode: got.status, Header: got.header}, got.body)
	if failed.Code == "" && failed.Message == "" {
		return nil
	}
	return failed.Error
}

// decode reads the body tolerantly, or strictly on request.
func (c *Client) decode(codec Codec, body []byte, value xsd.XMLValue, element xsd.Name, deviations *xsd.Violations) error {
	opts := as(c.reading[:len(c.reading):len(c.reading)], element)
	if !c.strict {
		opts = append(opts, xsd.Tolerant(deviations))
	}
	if !c.doctypes {
		opts = append(opts, xsd.RefuseDoctype())
	}
	if codec == JSON {
		return xsd.UnmarshalJSON(body, value, opts...)
	}
	return xsd.UnmarshalXML(body, value, opts...)
}

// unreadable says what is wrong with a document that could not be read, and what to do.
func (c *Client) unreadable(codec Codec, err error) fault {
	var limit *xsd.LimitError
	var violations xsd.Violations
	message := "the answer is no " + codec.String() + " document that can be used"
	switch {
	case errors.As(err, &limit) && limit.Limit == "":
		return fault{
			CauseNoDocument, message,
			"if the service really writes document type declarations, read them with client.WithDoctypes; an encoding that is not read is decoded by Limits.Charset, with client.WithReading and xsd.WithLimits",
		}
	case errors.As(err, &limit):
		return fault{
			CauseTooLarge, message,
			"allow more with client.WithReading and xsd.WithLimits, if the document is what it should be",
		}
	case c.strict && errors.As(err, &violations):
		return fault{CauseDeviates, message, "leave client.Strict out to read it and get the deviations as data"}
	}
	return fault{
		CauseNoDocument, message,
		"look at the raw body in the error; if the service has changed, generate the client anew from the new schema",
	}
}

// check compares the parameter sent with its echo in the answer.
func (e Echo[T]) check(p *plan, value *T) error {
	asked := p.values(e.Parameter)
	if len(asked) != 1 {
		return nil // left out by the caller: there is nothing to come back
	}
	text, ok := e.Value(value)
	if !ok {
		return fmt.Errorf("asked with %s %s, which the answer does not repeat", e.Parameter, asked[0])
	}
	if strings.TrimSpace(text) != strings.TrimSpace(asked[0]) {
		return fmt.Errorf("asked with %s %s, answered for %q", e.Parameter, asked[0], wire.Clean(text))
	}
	return nil
}

// fault is an answer that is no document.
type fault struct {
	cause           Cause
	message, remedy string
}

// chooseCodec decides how to read an answer: the Content-Type says it, unless the body is evidently something else.
func chooseCodec(header http.Header, body []byte) (Codec, *fault) {
	declared, known := declaredCodec(header)
	switch sniff(body) {
	case looksEmpty:
		return 0, &fault{CauseEmpty, "the answer is empty", "call again; if it stays so, ask support why"}
	case looksHTML:
		return 0, &fault{
			CauseWebPage, "the answer is a web page", "check the base URL, and whether there is a proxy or a log-in page in between",
		}
	case looksJSON:
		return JSON, nil
	case looksXML:
		return XML, nil
	}
	if known {
		return declared, nil
	}
	return 0, &fault{
		CauseNoDocument,
		"the answer is neither XML nor JSON: " + wire.Clean(string(body[:min(len(body), 200)])),
		"check the base URL, and whether there is a gateway in between",
	}
}

// declaredCodec is what the Content-Type says.
func declaredCodec(header http.Header) (Codec, bool) {
	media, _, err := mime.ParseMediaType(header.Get("Content-Type"))
	switch {
	case err != nil:
		return 0, false
	case media == "application/json" || strings.HasSuffix(media, "+json"):
		return JSON, true
	case media == "application/xml" || media == "text/xml" || strings.HasSuffix(media, "+xml"):
		return XML, true
	}
	return 0, false
}

// look is what the first characters of a body suggest.
type look uint8

const (
	looksOther look = iota
	looksEmpty
	looksJSON
	looksXML
	looksHTML
)

// sniff looks at the beginning of a body. Zero bytes are passed over, so that UTF-16 is seen through.
func sniff(body []byte) look {
	var held [64]byte
	start := held[:0]
	for _, b := range body[:min(len(body), 1024)] {
		if blank(b) && (len(start) == 0 || b == 0) {
			continue
		}
		if start = append(start, b); len(start) == cap(start) {
			break
		}
	}
	if len(start) == 0 && !slices.ContainsFunc(body, func(b byte) bool { return !blank(b) }) {
		return looksEmpty
	}
	switch {
	case bytes.HasPrefix(start, []byte("{")), bytes.HasPrefix(start, []byte("[")):
		return looksJSON
	case bytes.HasPrefix(start, []byte("<")):
		return markup(start)
	}
	return looksOther
}

// blank tells the bytes that may stand before a document: white space, byte order marks, the zeros of UTF-16.
func blank(b byte) bool {
	switch b {
	case 0, ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF, 0xFE, 0xFF:
		return true
	}
	return false
}

// markup tells web pages from other markup.
func markup(start []byte) look {
	for _, opening := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		if len(start) >= len(opening) && strings.EqualFold(string(start[:len(opening)]), opening) {
			return looksHTML
		}
	}
	return looksXML
}

// logDeviations records that an answer departs from the schema: the first sign that the service has changed.
func (c *Client) logDeviations(ctx context.Context, operation string, deviations xsd.Violations) {
	if len(deviations) == 0 || !c.logger.Enabled(ctx, slog.LevelInfo) {
		return
	}
	c.logger.LogAttrs(ctx, slog.LevelInfo, "the answer deviates from the schema", slog.String("operation", operation),
		slog.Int("deviations", len(deviations)), slog.Any("first", deviations[0]))
}
