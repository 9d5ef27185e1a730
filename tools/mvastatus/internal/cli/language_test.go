// Norwegian output, read through for English.

package cli

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// english are words that a text in bokmål does not have. Words of both languages (for, under, i, status, service as a name of a flag) are not among them.
var english = regexp.MustCompile(`(?i)(^|[^-\w/._{<æøåÆØÅ])(the|is|are|was|were|not|no such|and|with|from|this|that|file|files|error|failed|failure|your|you|which|what|when|key|clock|` +
	`unknown|cannot|could|should|must|missing|expected|given|found|there|deadline|organisation number|overdue|due|left|days|day|rows|row|line|column|answer|asked|` +
	`again|today|usage|available|commands|flags|use|show|write|read|check|settings|address|connection|refused|timeout|attempts|correlation|after|before|` +
	`certificate|password|permission|denied|directory|folder|help|about|more|information|default|string|int|duration|warning|note|ok with)([^-\w/._}>=æøåÆØÅ]|$)`)

// allowed are what stays as it is in every language: values of flags, names of variables and formats, product names, and what users wrote themselves.
var allowed = strings.NewReplacer(
	"--again=failed", "", "failed (de", "(de", "failed eller all", "", "linje 3: key er", "", "--key-file", "", "JSON-skjemaet", "", "--help", "",
	"consumer-org, system-user eller none", "", "test eller production", "", "test, production", "", "Merk", "",
)

var quoted = regexp.MustCompile(`«([^»]*)»`)

// serversWords are what the servers of the scenes say, and may stand in quotation marks.
func serversWords() map[string]bool {
	words := map[string]bool{refusal: true}
	for status := 400; status < 600; status++ {
		words[http.StatusText(status)] = true
	}
	return words
}

const refusal = "some words in English that the server says"

// speaking is the address of a server that answers everything with a text, which need not be HTTP.
func speaking(t *testing.T, text string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer connection.Close() //nolint:errcheck // it was said
				if _, err := http.ReadRequest(bufio.NewReader(connection)); err == nil {
					_, _ = io.WriteString(connection, text)
				}
			}()
		}
	}()
	return "http://" + listener.Addr().String()
}

// scene is a run of the command whose output is read through.
type scene struct {
	name      string
	arguments []string
	prepare   func(*clienttest.Server, *surroundings)
}

func scenes(t *testing.T) []scene {
	t.Helper()
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	customers := put("kunder.csv", "navn;orgnr\nA;312409852\nB;310000043\nC;12\n\"D;310000051\nE;974761076\nF;\nG;123456789\n")
	inject := func(effect clienttest.Effect, at clienttest.Endpoint) func(*clienttest.Server, *surroundings) {
		return func(server *clienttest.Server, _ *surroundings) {
			server.Inject(clienttest.Fault{At: at, Effect: effect})
		}
	}
	set := func(name, value string) func(*clienttest.Server, *surroundings) {
		return func(_ *clienttest.Server, s *surroundings) { s.environment["MVASTATUS_"+name] = value }
	}
	list := []scene{
		{"help", []string{"--help"}, nil},
		{"no arguments", nil, nil},
		{"help of help", []string{"help", "batch"}, nil},
		{"no such command", []string{"statsu"}, nil},
		{"no such flag", []string{"status", "--fromat", "x"}, nil},
		{"no value", []string{"status", "--format"}, nil},
		{"wrong value", []string{"status", "--soon", "mange", "312409852"}, nil},
		{"wrong format", []string{"status", "--format", "yaml", "312409852"}, nil},
		{"wrong time", []string{"status", "--timeout", "-1s", "312409852"}, nil},
		{"no number", []string{"status"}, nil},
		{"bad numbers", []string{"status", "12", "abc", ""}, nil},
		{"too many", []string{"doctor", "312409852", "310000043"}, nil},
		{"one too many", []string{"keygen", "x"}, nil},
		{"no shell", []string{"completion"}, nil},
		{"status", []string{"status", "312409852", "310000043", "213023012", "310000051", "310000078", "310000094", "310000108", "310000116", "974761076", "123456789"}, nil},
		{"verbose", []string{"status", "213023012", "310000078"}, nil},
		{"no time", []string{"status", "312409852", "--timeout", "1ns"}, nil},
		{"batch", []string{"batch", customers}, nil},
		{"batch again", []string{"batch", customers}, nil},
		{"batch as calendar", []string{"batch", customers, "--format", "ics"}, nil},
		{"batch without column", []string{"batch", put("uten.csv", "navn;adresse\nA;B\n")}, nil},
		{"batch of PDF", []string{"batch", put("a.pdf", "%PDF-1.4")}, nil},
		{"batch of nothing", []string{"batch", put("tom.csv", "")}, nil},
		{"batch of no file", []string{"batch", filepath.Join(dir, "ingen.csv")}, nil},
		{"batch of a folder", []string{"batch", dir}, nil},
		{"batch without file", []string{"batch"}, nil},
		{"batch over itself", []string{"batch", customers, "--output", customers}, nil},
		{"output nowhere", []string{"status", "312409852", "--output", filepath.Join(dir, "ingen", "ut")}, nil},
		{"doctor", []string{"doctor", "312409852"}, nil},
		{"doctor without number", []string{"doctor"}, nil},
		{"not delegated", []string{"doctor", "974761076"}, nil},
		{"clock", []string{"doctor", "312409852"}, func(server *clienttest.Server, _ *surroundings) { server.Skew(-400 * 24 * time.Hour) }},
		{"key", []string{"doctor"}, set("KEY", "-----BEGIN nonsense")},
		{"kid", []string{"doctor"}, set("KID", "annen")},
		{"client", []string{"doctor"}, set("CLIENT_ID", "annen")},
		{"key file", []string{"doctor"}, func(_ *clienttest.Server, s *surroundings) {
			s.environment["MVASTATUS_KEY"], s.environment["MVASTATUS_KEY_FILE"] = "", filepath.Join(dir, "ingen.pem")
		}},
		{"nobody there", []string{"status", "312409852"}, set("BASE_URL", "http://127.0.0.1:1")},
		{"no Maskinporten", []string{"doctor"}, set("ISSUER", "http://127.0.0.1:1/")},
		{"no host", []string{"status", "312409852"}, set("BASE_URL", "https://finnes-ikke.invalid")},
		{"no URL", []string{"status", "312409852"}, set("BASE_URL", "tull")},
		{"not encrypted", []string{"status", "312409852"}, set("BASE_URL", "http://example.no")},
		{"query in the URL", []string{"status", "312409852"}, set("ISSUER", "https://example.no?a")},
		{"password in the URL", []string{"doctor"}, set("BASE_URL", "https://a:b@example.no")},
		{"no URL at all", []string{"doctor"}, set("ISSUER", "http://a b")},
		{"path without place", []string{"status", "312409852", "--service", "frister", "--path", "/a"}, nil},
		{"path with host", []string{"status", "312409852", "--service", "frister", "--path", "//a/{organisasjonsnummer}"}, nil},
		{"path with fragment", []string{"doctor", "--service", "frister", "--path", "/a#{organisasjonsnummer}"}, nil},
		{"all wrong", []string{"status", "312409852"}, func(_ *clienttest.Server, s *surroundings) {
			s.environment = map[string]string{"MVASTATUS_CONFIG": put("config.yaml", "service: annen\nenvironment: annet\ndelegation: annen\naccept: pdf\nsoon: -1\norganisation: 12\n")}
		}},
		{"config", []string{"status", "312409852"}, set("CONFIG", put("feil.yaml", "bas_url: x\nsoon: mange\nkey: x\naccept: [a]\n"))},
		{"config broken", []string{"status", "312409852"}, set("CONFIG", put("brutt.yaml", "a: [\n"))},
		{"config missing", []string{"status", "312409852"}, set("CONFIG", filepath.Join(dir, "x.yaml"))},
		{"token file", []string{"status", "312409852"}, set("TOKEN_FILE", filepath.Join(dir, "ingen"))},
		{"token command", []string{"doctor", "312409852"}, set("TOKEN_COMMAND", "exit 3")},
		{"keygen", []string{"keygen", "--private", filepath.Join(dir, "a.pem"), "--public", filepath.Join(dir, "a.jwk")}, nil},
		{"keygen again", []string{"keygen", "--private", filepath.Join(dir, "a.pem"), "--public", filepath.Join(dir, "a.jwk")}, nil},
	}
	for _, command := range []string{"status", "batch", "doctor", "keygen", "sandbox", "schema", "completion"} {
		list = append(list, scene{"help of " + command, []string{command, "--help"}, nil})
	}
	for name, effect := range map[string]clienttest.Effect{
		"400": clienttest.Status(400, ""), "401": clienttest.Status(401, ""), "403": clienttest.Status(403, ""), "404": clienttest.Status(404, ""), "406": clienttest.Status(406, ""),
		"429": clienttest.Status(429, ""), "500": clienttest.Status(500, ""), "503": clienttest.Status(503, ""), "page": clienttest.WebPage(), "empty": clienttest.Empty(),
		"drop": clienttest.Drop(), "cut": clienttest.Truncate(), "other": clienttest.Confuse("310000043"), "redirect": clienttest.Redirect("https://example.no/"),
	} {
		list = append(list, scene{"service " + name, []string{"status", "312409852"}, inject(effect, clienttest.StatusEndpoint)},
			scene{"Maskinporten " + name, []string{"status", "312409852"}, inject(effect, clienttest.TokenEndpoint)})
	}
	for name, text := range map[string]string{
		"101": "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", "102": "HTTP/1.1 102 Processing\r\n\r\n",
		"103 without end": strings.Repeat("HTTP/1.1 103 Early Hints\r\n\r\n", 1000), "no HTTP": "SSH-2.0-OpenSSH_9.6\r\n",
		"no gzip": "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n<a",
		"no XML":  "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 2\r\n\r\n<a",
		"text":    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n<a",
		"sources": "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 38\r\n\r\n{\"virksomhet\":\"312409852\",\"kilder\":[]}",
	} {
		address := speaking(t, text)
		list = append(list, scene{"service " + name, []string{"status", "312409852"}, set("BASE_URL", address)},
			scene{"Maskinporten " + name, []string{"status", "312409852"}, set("ISSUER", address+"/")},
			scene{"doctor " + name, []string{"doctor", "312409852"}, set("ISSUER", address+"/")})
		for _, service := range []string{"frister", "meldingsopplysning"} {
			list = append(list, scene{service + " " + name, []string{"status", "312409852", "--service", service, "--path", "/{organisasjonsnummer}"}, set("BASE_URL", address)})
		}
	}
	for _, code := range []string{"MP-011", "MP-100", "MP-110", "MP-120", "MP-121", "MP-122", "MP-123", "MP-124", "MP-200", "MP-201", "MP-250", "MP-251", "MP-301", "MP-302", "MP-303", "MP-999"} {
		list = append(list, scene{code, []string{"status", "312409852"}, inject(clienttest.Refuse(code, refusal), clienttest.TokenEndpoint)})
	}
	return list
}

func TestNorwegianOutputHasNoEnglish(t *testing.T) {
	t.Parallel() // it waits more than it works
	server := clienttest.New(t)
	read, theirs := 0, serversWords()
	for _, scene := range scenes(t) {
		server.Clear()
		world := around(server)
		delete(world.environment, "MVASTATUS_LANG") // bokmål is the standard
		if scene.prepare != nil {
			scene.prepare(server, world)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second) // retries of what stays broken are cut short
		world.ctx = ctx
		got := world.run(scene.arguments...)
		cancel()
		server.Skew(0)
		text := got.stdout + got.stderr
		if text == "" {
			t.Errorf("%s: nothing was said", scene.name)
		}
		for _, line := range strings.Split(text, "\n") {
			read++
			ours := quoted.ReplaceAllStringFunc(allowed.Replace(line), func(said string) string {
				if theirs[strings.Trim(said, "«»")] {
					return ""
				}
				return strings.NewReplacer("«", "", "»", "").Replace(said)
			})
			if hit := english.FindStringSubmatch(ours); hit != nil {
				t.Errorf("%s: %q in %q", scene.name, hit[2], line)
			}
			if strings.Contains(line, "%!") {
				t.Errorf("%s: a verb without its value in %q", scene.name, line)
			}
		}
	}
	if read < 500 {
		t.Errorf("only %d lines were read through", read)
	}
}

// TestHelpFits: no line of the help is wider than a terminal of 80 columns.
func TestHelpFits(t *testing.T) {
	t.Setenv("HOME", "/home/kari") // the help names the place of the settings
	t.Setenv("XDG_CONFIG_HOME", "")
	for _, language := range []string{"nb", "en"} {
		for _, command := range []string{"", "status", "batch", "doctor", "keygen", "sandbox", "schema", "completion"} {
			arguments := []string{"--lang", language, "--help"}
			if command != "" {
				arguments = append([]string{command}, arguments...)
			}
			got := around(nil).run(arguments...)
			for _, line := range strings.Split(got.stdout, "\n") {
				if utf8.RuneCountInString(line) > 80 {
					t.Errorf("%s: %q", command, line)
				}
			}
		}
	}
}
