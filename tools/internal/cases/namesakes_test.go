// This file tests elements of one name that are declared in several places of a content model, and not alike.

package cases_test

import (
	"errors"
	"testing"

	namesakes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/interleaved_fixed"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestNamesakesJSON: an item is what the content model has at its place, in JSON too. The first text of a line is the document, the second the path of the first violation.
func TestNamesakesJSON(t *testing.T) {
	for _, c := range [][2]string{
		{`{"#content":[{"stop":"a"},{"stop":"home"}]}`, ""},
		{`{"#content":[{"stop":"a"},{"wait":1},{"stop":"home"},{"wait":null}]}`, ""},
		{`{ "#content" : [ {"stop":"home"}, {"stop":"home"}, {"wait":2} ] }`, ""},
		{`{"#content":[{"stop":"a"},{"stop":"away"}]}`, "/root/stop[2]"},
		{`{"#content":[{"stop":"a"},{"wait":null},{"stop":"home"}]}`, "/root/wait"},
		{`{"#content":[{"stop":"a"},{"wait":1},{"stop":"home"},{"wait":"x"}]}`, "/root/wait[2]"},
	} {
		document, path := c[0], c[1]
		for range 2 { // what was read before must not matter
			var v namesakes.Journey
			expectPath(t, document, xsd.UnmarshalJSON([]byte(document), &v), path)
		}
	}
}

// TestNamesakesWritten: likewise in writing, in both formats.
func TestNamesakesWritten(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []namesakes.JourneyItem
		path  string
	}{
		{"a fixed value", []namesakes.JourneyItem{namesakes.JourneyStop{Stop: "a"}, namesakes.JourneyStop{Stop: "home"}}, ""},
		{"nil", []namesakes.JourneyItem{
			namesakes.JourneyStop{Stop: "a"}, namesakes.JourneyStop{Stop: "home"}, namesakes.JourneyNillableWait{Wait: xsd.Nillable[int32]{Nil: true}},
		}, ""},
		{"another value than the fixed one", []namesakes.JourneyItem{namesakes.JourneyStop{Stop: "a"}, namesakes.JourneyStop{Stop: "away"}}, "/root/stop[2]"},
		{"nil where it cannot be", []namesakes.JourneyItem{
			namesakes.JourneyStop{Stop: "a"}, namesakes.JourneyNillableWait{Wait: xsd.Nillable[int32]{Nil: true}}, namesakes.JourneyStop{Stop: "home"},
		}, "/root/wait"},
	} {
		v := &namesakes.Journey{Content: c.items}
		_, err := xsd.MarshalXML(v)
		expectPath(t, c.name+" in XML", err, c.path)
		_, err = xsd.MarshalJSON(v)
		expectPath(t, c.name+" in JSON", err, c.path)
	}
}

// expectPath expects a violation at a path first, or none.
func expectPath(t *testing.T, what string, err error, path string) {
	t.Helper()
	at := ""
	if v := xsd.Violations(nil); errors.As(err, &v) {
		at = v[0].Path
	}
	if at != path || path == "" && err != nil {
		t.Errorf("%s: %v, want a violation at %q", what, err, path)
	}
}
