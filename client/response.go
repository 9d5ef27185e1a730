// This file holds what a call gives back.

package client

import (
	"net/http"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Response is a successful answer.
type Response[T any] struct {
	Value T // zero where Code is set
	// Code is set where the service answered with a code that says that it has nothing to tell, such as FRI-007, no deadlines. It
	// is empty for every answer that is a document.
	Code       string
	Deviations xsd.Violations // where the document departs from the schema; none under Strict
	Header     http.Header
	Raw        []byte // the body as it came, decompressed; a token that the service echoed is concealed in it
}
