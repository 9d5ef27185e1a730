// This file runs the program and looks at its spans: the call, with the requests below it, and nothing secret.

package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestSpans(t *testing.T) {
	var out bytes.Buffer
	if err := run(t.Context(), "312 409 852", &out); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, want := range []string{`"Name":"HentStatus"`, `"Name":"HTTP GET"`, `"Name":"HTTP POST"`, "1 open\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Bearer ") || strings.Contains(text, "assertion") {
		t.Errorf("a secret in\n%s", text)
	}
	if err := run(t.Context(), "12345678", &out); err == nil {
		t.Error("eight digits are no number")
	}
}
