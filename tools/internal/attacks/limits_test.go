// The limits on JSON hold on every way in, those through encoding/json included.

package attacks_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/any_type"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// entries are the ways in for one object. Where the caller's own type is around it, that is no further level of ours.
var entries = map[string]func(text []byte) error{
	"the reader over bytes": func(text []byte) error { return drain(jsontext.NewReader(text, source.Limits{})) },
	"the reader over single bytes": func(text []byte) error {
		return drain(jsontext.NewStreamReader(iotest.OneByteReader(bytes.NewReader(text)), source.Limits{}))
	},
	"xsd.UnmarshalJSON": func(text []byte) error { return xsd.UnmarshalJSON(text, new(anytype.Holder)) },
	"xsd.UnmarshalJSON, tolerant": func(text []byte) error {
		var deviations xsd.Violations
		return xsd.UnmarshalJSON(text, new(anytype.Holder), xsd.Tolerant(&deviations))
	},
	"json.Unmarshal": func(text []byte) error { return json.Unmarshal(text, new(anytype.Holder)) },
	"json.Decoder": func(text []byte) error {
		return json.NewDecoder(iotest.OneByteReader(bytes.NewReader(text))).Decode(new(anytype.Holder))
	},
	"a field of another type": func(text []byte) error {
		return json.Unmarshal([]byte(`{"H":`+string(text)+`}`), new(struct{ H anytype.Holder }))
	},
	"an item of a list": func(text []byte) error { return json.Unmarshal([]byte(`[`+string(text)+`]`), new([]anytype.Holder)) },
	"a value of a map": func(text []byte) error {
		return json.Unmarshal([]byte(`{"a":`+string(text)+`}`), new(map[string]*anytype.Holder))
	},
}

func drain(r *jsontext.Reader) error {
	for {
		if kind, err := r.Next(); err != nil || kind == jsontext.End {
			return err
		}
	}
}

// beyondLimit are texts that are read up to a limit, which may count quotation marks, and refused beyond it: what stands for n, and which limit it is. Members of an object are
// not among them, since those that the schema does not know end reading before they are too many; nor is a text of 64 MiB, which is read by
// the tests of package jsontext.
var beyondLimit = map[string]struct {
	text  func(n int) string
	limit string
	most  int
}{
	"depth of arrays":  {func(n int) string { return `{"anything":` + strings.Repeat("[", n-1) + strings.Repeat("]", n-1) + "}" }, "MaxDepth", 1000},
	"depth of objects": {func(n int) string { return strings.Repeat(`{"anything":`, n) + "1" + strings.Repeat("}", n) }, "MaxDepth", 1000},
	"a number":         {func(n int) string { return `{"anything":` + strings.Repeat("1", n) + "}" }, "MaxNumberBytes", 4096},
	"a key":            {func(n int) string { return `{"anything":{"` + strings.Repeat("k", n) + `":1}}` }, "MaxNameBytes", 4096},
}

func TestJSONLimitsOnEveryWayIn(t *testing.T) {
	for what, b := range beyondLimit {
		within, beyond := []byte(b.text(b.most-2)), []byte(b.text(b.most+1))
		for way, read := range entries {
			var limit *xsd.LimitError
			if err := read(within); errors.As(err, &limit) {
				t.Errorf("%s within the limit, %s: %.300v", what, way, err)
			}
			if err := read(beyond); !errors.As(err, &limit) || limit.Limit != b.limit {
				t.Errorf("%s beyond the limit, %s: %.300v, want a *LimitError of %s", what, way, err, b.limit)
			}
		}
	}
}
