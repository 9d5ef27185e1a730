// This file tests that no secret is left in anything that is kept, however a server writes it.

package wire_test

import (
	"encoding/json"
	"errors"
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// secret is like an assertion, with the characters that escapes change.
const secret = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOi/JodHRwczov+L3Rlc3QifQ==.c2lnbmF0dXJlIG9mIDI1NiBieXRlcw"

func secrets(texts ...string) *wire.Secrets {
	var s wire.Secrets
	for _, text := range texts {
		s.Add(text)
	}
	return &s
}

func TestConcealText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"whole", "sent " + secret + " and " + secret, "sent [token] and [token]"},
		{"none", "sent nothing of it", "sent nothing of it"},
		{"beginning", "sent " + secret[:40] + "...", "sent [token]..."},
		{"end", "..." + secret[30:] + "!", "...[token]!"},
		{"middle, twice", secret[20:50] + " " + secret[10:34], "[token] [token]"},
		{"too short to be told from chance", secret[:20], secret[:20]},
		{"short secret", "Bearer abcd", "Bearer [token]"},
		{"both", "abcd" + secret, "[token][token]"},
		{"in JSON", jsonText(t, secret), `"[token]"`},
		{"JSON with escaped slashes", strings.ReplaceAll(secret, "/", `\/`), "[token]"},
		{"JSON in numbers", `{"a":"\u0065\u0079` + strings.ReplaceAll(secret[2:], "+", `\u002B`) + `"}`, "[token]"},
		{"in a URL", "https://a?t=" + url.QueryEscape(secret), "[token]"},
		{"in HTML", "<p>" + strings.ReplaceAll(html.EscapeString(secret), "+", "&#43;") + "</p>", "[token]"},
		{"percent that is none", "100% of %zz \\u12 &;", "100% of %zz \\u12 &;"},
	} {
		got := secrets(secret, "abcd", "a", "").Text(c.text)
		if c.name == "in a URL" || c.name == "in HTML" { // fragments may go one by one, or all at once
			if strings.Contains(got, "signature") || strings.Contains(got, secret[len(secret)-24:]) {
				t.Errorf("%s: %q", c.name, got)
			}
			continue
		}
		if strings.Contains(c.name, "JSON ") {
			if strings.Contains(got, secret[len(secret)-24:]) {
				t.Errorf("%s: %q", c.name, got)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func jsonText(t *testing.T, text string) string {
	t.Helper()
	data, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestConcealBytesInUTF16(t *testing.T) {
	var body []byte
	for _, unit := range utf16.Encode([]rune("<feil>" + secret + "</feil>")) {
		body = append(body, byte(unit), byte(unit>>8))
	}
	if got := string(secrets(secret).Bytes(body)); got != wire.Concealed {
		t.Errorf("%q", got)
	}
}

func TestConcealHeader(t *testing.T) {
	header := http.Header{"A": {"x", "Bearer " + secret}, "B": {"b"}, secret[:30]: {"c"}}
	want := http.Header{"A": {"x", "Bearer [token]"}, "B": {"b"}}
	if diff := cmp.Diff(want, secrets(secret).Header(header)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if header.Get("A") != "x" || len(header) != 3 || !strings.Contains(header["A"][1], secret) {
		t.Error("the header itself was changed")
	}
	if got := secrets(secret).Header(nil); got != nil {
		t.Errorf("of none: %v", got)
	}
}

func TestConcealError(t *testing.T) {
	err := errors.New("sent " + secret)
	if got := secrets(secret).Error(err); got.Error() != "sent [token]" || errors.Is(got, err) {
		t.Errorf("%v", got)
	}
	if got := secrets("x-y-z", "t").Error(err); got != err {
		t.Errorf("%v", got)
	}
	if got := secrets("x").Error(nil); got != nil {
		t.Errorf("%v", got)
	}
}

// A document that is still to be read keeps words that happen to be a short token.
func TestConcealInAnAnswer(t *testing.T) {
	header := http.Header{"A": {secret}}
	gotHeader, gotBody := secrets("status", secret).Answer(header, []byte("<status>"+secret+"</status>"))
	if diff := cmp.Diff([]string{"[token]", "<status>[token]</status>"}, []string{gotHeader.Get("A"), string(gotBody)}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	plain := []byte("<status/>")
	if _, body := secrets("status", secret).Answer(http.Header{}, plain); &body[0] != &plain[0] {
		t.Error("a body without a secret was copied")
	}
}

// Whatever stands around a secret, neither it nor a long piece of it is left.
func FuzzConceal(f *testing.F) {
	f.Add("before ", " after", 0, 90)
	f.Add(secret[:11], secret[60:], 5, 40)
	f.Fuzz(func(t *testing.T, before, after string, from, to int) {
		if from < 0 || to > len(secret) || to-from < 24 {
			return
		}
		got := secrets(secret).Text(before + secret[from:to] + after)
		for at := from; at+24 <= to; at++ {
			if strings.Contains(got, secret[at:at+24]) {
				t.Fatalf("%q is left in %q", secret[at:at+24], got)
			}
		}
	})
}
