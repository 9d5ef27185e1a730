// Names, positions, errors and limits.

package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNameString(t *testing.T) {
	tests := map[Name]string{
		{}:                           "",
		{Local: "a"}:                 "a",
		{Space: "urn:x", Local: "a"}: "{urn:x}a",
	}
	for name, want := range tests {
		if got := name.String(); got != want {
			t.Errorf("%#v: %q, want %q", name, got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	at := Position{Line: 3, Column: 7, Offset: 40}
	tests := []struct {
		err  error
		want string
	}{
		{&SyntaxError{Position: at, Message: "a tag is broken", Remedy: "mend it"}, "line 3, column 7: a tag is broken; mend it"},
		{&SyntaxError{Message: "a tag is broken"}, "unknown position: a tag is broken"},
		{&LimitError{Limit: "CheckIdentity", Max: 5, Message: "the number of keys", Remedy: "give it more"}, "unknown position: the number of keys exceeds the limit of 5; give it more"},
		{&LimitError{Position: at, Message: "the content could not be checked"}, "line 3, column 7: the content could not be checked"},
		{&LimitError{Position: at, Limit: "MaxDepth", Max: 5, Message: "the depth"}, "line 3, column 7: the depth exceeds the limit of 5; raise Limits.MaxDepth if you trust the sender"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, test.err.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestEffectiveLimits(t *testing.T) {
	if diff := cmp.Diff(DefaultLimits(), Limits{}.Effective()); diff != "" {
		t.Errorf("Limits{} are not the defaults (-want +got):\n%s", diff)
	}
	want := DefaultLimits()
	want.MaxDepth = 5
	want.MaxBytes = 6
	if diff := cmp.Diff(want, Limits{MaxDepth: 5, MaxBytes: 6}.Effective()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, want.Effective()); diff != "" {
		t.Errorf("effective limits change (-want +got):\n%s", diff)
	}
	off := Limits{MaxBytes: -1, MaxStreamBytes: -1, MaxTextBytes: -1, MaxDepth: -1}.Effective()
	if off.MaxBytes < 1<<62 || off.MaxStreamBytes < 1<<62 || off.MaxTextBytes < 1<<30 || off.MaxDepth < 1<<30 {
		t.Errorf("limits that are switched off: %+v", off)
	}
}
