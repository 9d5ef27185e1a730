// This file holds what a call gives back.

package client

import (
	"net/http"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Response is a successful answer.
type Response[T any] struct {
	Value      T
	Deviations xsd.Violations // where the document departs from the schema; none under Strict
	Header     http.Header
	Raw        []byte // the body as it came, decompressed
}
