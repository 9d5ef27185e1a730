//go:build cpeers

// Package cpeers has the peers that are written in C: libxml2, which scans (SAX2) or builds a tree and validates it, and expat, which scans.
// They are there where the program was built with the tag cpeers, which needs cgo and the libraries' headers.
package cpeers

/*
#cgo pkg-config: libxml-2.0
#cgo LDFLAGS: -lexpat
#include <string.h>
#include <stdlib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <expat.h>

// What a scan hands on: the least that a reader would have to look at.
struct seen { long elements, attributes, bytes; };

static void saxStart(void *ctx, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nns, const xmlChar **ns, int nattr, int ndef, const xmlChar **attr) {
	struct seen *s = ctx; s->elements++; s->attributes += nattr;
}
static void saxEnd(void *ctx, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {}
static void saxText(void *ctx, const xmlChar *text, int n) { ((struct seen *)ctx)->bytes += n; }
static void saxError(void *ctx, const char *format, ...) {}

static long sax2(const char *data, int n) {
	xmlSAXHandler h; memset(&h, 0, sizeof h);
	h.initialized = XML_SAX2_MAGIC;
	h.startElementNs = saxStart; h.endElementNs = saxEnd; h.characters = saxText; h.ignorableWhitespace = saxText;
	h.error = saxError; h.warning = saxError;
	struct seen s = {0, 0, 0};
	if (xmlSAXUserParseMemory(&h, &s, data, n) != 0) return -1;
	return s.elements;
}

static void XMLCALL expatStart(void *ctx, const XML_Char *name, const XML_Char **attr) { ((struct seen *)ctx)->elements++; }
static void XMLCALL expatEnd(void *ctx, const XML_Char *name) {}
static void XMLCALL expatText(void *ctx, const XML_Char *text, int n) { ((struct seen *)ctx)->bytes += n; }

static long expatScan(const char *data, int n) {
	struct seen s = {0, 0, 0};
	XML_Parser p = XML_ParserCreateNS(NULL, ' ');
	XML_SetUserData(p, &s);
	XML_SetElementHandler(p, expatStart, expatEnd);
	XML_SetCharacterDataHandler(p, expatText);
	int ok = XML_Parse(p, data, n, 1) == XML_STATUS_OK;
	XML_ParserFree(p);
	return ok ? s.elements : -1;
}

static xmlSchemaPtr compileSchema(const char *path) {
	xmlSchemaParserCtxtPtr p = xmlSchemaNewParserCtxt(path);
	if (!p) return NULL;
	xmlSchemaSetParserErrors(p, (xmlSchemaValidityErrorFunc)saxError, (xmlSchemaValidityWarningFunc)saxError, NULL);
	xmlSchemaPtr s = xmlSchemaParse(p);
	xmlSchemaFreeParserCtxt(p);
	return s;
}

static int validate(xmlSchemaPtr schema, const char *data, int n) {
	xmlDocPtr doc = xmlReadMemory(data, n, "document.xml", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
	if (!doc) return -1;
	xmlSchemaValidCtxtPtr v = xmlSchemaNewValidCtxt(schema);
	xmlSchemaSetValidErrors(v, (xmlSchemaValidityErrorFunc)saxError, (xmlSchemaValidityWarningFunc)saxError, NULL);
	int result = xmlSchemaValidateDoc(v, doc);
	xmlSchemaFreeValidCtxt(v);
	xmlFreeDoc(doc);
	return result;
}
*/
import "C"

import (
	"errors"
	"fmt"
	"unsafe"
)

// Built reports whether the peers are there.
const Built = true

// SAX2 scans a document with libxml2.
func SAX2(data []byte) error {
	start, n := text(data)
	return scanned(C.sax2(start, n))
}

// Expat scans a document with expat.
func Expat(data []byte) error {
	start, n := text(data)
	return scanned(C.expatScan(start, n))
}

func text(data []byte) (*C.char, C.int) {
	return (*C.char)(unsafe.Pointer(unsafe.SliceData(data))), C.int(len(data))
}

func scanned(elements C.long) error {
	if elements <= 0 {
		return errors.New("the document is not well-formed")
	}
	return nil
}

// Validator builds a tree of a document with libxml2 and validates it.
type Validator struct{ schema C.xmlSchemaPtr }

// NewValidator compiles a schema.
func NewValidator(path string) (*Validator, error) {
	name := C.CString(path)
	defer C.free(unsafe.Pointer(name))
	schema := C.compileSchema(name)
	if schema == nil {
		return nil, fmt.Errorf("libxml2 does not accept the schema %s", path)
	}
	return &Validator{schema}, nil
}

// Validate reads and validates a document.
func (v *Validator) Validate(data []byte) error {
	start, n := text(data)
	if result := C.validate(v.schema, start, n); result != 0 {
		return fmt.Errorf("libxml2 finds the document not valid (%d)", int(result))
	}
	return nil
}
