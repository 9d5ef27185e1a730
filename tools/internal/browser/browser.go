// Package browser shows pages to headless Chromium, for tests of what people see: what a script finds in a page of a given width, and what axe-core says of
// it.
package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// Asked is the environment variable that asks for what a browser shows: nothing may be missing then. Without it a machine that has no browser, as
// CI, leaves these tests to make release-check.
const Asked = "MVAINNSYN_BROWSER"

// missing ends a test because a tool is missing.
func missing(t testing.TB, format string, args ...any) {
	t.Helper()
	switch {
	case os.Getenv(Asked) != "":
		t.Fatalf(format, args...)
	case os.Getenv(inputs.Strict) != "":
		t.Skipf("NOT CHECKED, "+Asked+" does not ask for it: "+format, args...)
	}
	inputs.NotChecked(t, format, args...)
}

// Axe is the environment variable that holds the path of axe.min.js, from the npm package axe-core.
const Axe = "AXE_CORE"

// View is how a page is looked at.
type View struct {
	Width int // in pixels
	Dark  bool
	Hash  string // what follows # in the address
}

// frame shows the page in a frame of that width, runs the script in it once it is loaded, and sends its answer back. A window has a least width, a
// frame has none. The picture comes when the answer has arrived: until then the page around is not loaded, and the browser does not end.
const frame = `<!DOCTYPE html><meta charset="utf-8"><body><iframe id="f" src="/page%s" style="width:%dpx;height:900px;border:0"></iframe>
<img src="/held"><script>
document.getElementById("f").onload = async function () {
  let answer;
  try {
    await new Promise(r => setTimeout(r, 50));
    answer = {value: await this.contentWindow.eval("(async function () {" + %s + "})()")};
  } catch (e) { answer = {error: String(e)}; }
  fetch("/answer", {method: "POST", body: JSON.stringify(answer)});
};
</script>`

// patience is how long a page may take.
const patience = time.Minute

// Need ends a test where there is no browser, before it does what takes long.
func Need(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("chromium"); err != nil {
		missing(t, "the command chromium is missing")
	}
}

// Run shows a page and runs a script in it, the body of an asynchronous function; what that returns is decoded into answer. Without Chromium the test
// ends as in inputs.NotChecked.
func Run(t testing.TB, page []byte, v View, script string, answer any) {
	t.Helper()
	server := serve(t, page, v, script)
	defer server.Close()
	chromium(t, v, "--dump-dom", server.URL+"/")
	var got struct {
		Value json.RawMessage
		Error string
	}
	select {
	case answer := <-server.answer:
		if err := json.Unmarshal(answer, &got); err != nil {
			t.Fatal(err)
		}
	default:
		t.Fatal("the page gave no answer")
	}
	if got.Error != "" {
		t.Fatalf("the script failed: %s", got.Error)
	}
	if err := json.Unmarshal(got.Value, answer); err != nil {
		t.Fatalf("%v: %s", err, got.Value)
	}
}

// site offers the page, and the one with the frame around it.
type site struct {
	*httptest.Server
	answer  chan []byte   // the first answer
	arrived chan struct{} // closed once there is one
}

func serve(t testing.TB, page []byte, v View, script string) *site {
	t.Helper()
	source, err := json.Marshal(script)
	if err != nil {
		t.Fatal(err)
	}
	hash := ""
	if v.Hash != "" {
		hash = "#" + html.EscapeString(v.Hash)
	}
	s := &site{answer: make(chan []byte, 1), arrived: make(chan struct{})}
	var once sync.Once
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(page)
	})
	mux.HandleFunc("/answer", func(_ http.ResponseWriter, r *http.Request) {
		answer, _ := io.ReadAll(r.Body) // what is cut off is no JSON
		once.Do(func() {
			s.answer <- answer
			close(s.arrived)
		})
	})
	mux.HandleFunc("/held", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-s.arrived:
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, frame, hash, v.Width, source)
	})
	s.Server = httptest.NewServer(mux)
	return s
}

func chromium(t testing.TB, v View, args ...string) string {
	t.Helper()
	Need(t)
	scheme := 1
	if v.Dark {
		scheme = 0
	}
	for attempt := 1; ; attempt++ {
		out, err := start("chromium", append([]string{
			"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=" + t.TempDir(),
			fmt.Sprintf("--blink-settings=preferredColorScheme=%d", scheme),
		}, args...))
		switch {
		case err == nil:
			return out
		case attempt == attempts || !hasCrashed(err):
			t.Fatal(err)
		}
		t.Logf("once more, since the browser crashed: %v", err)
	}
}

// attempts is how often a browser is started that crashes, which says nothing of the page: it does so now and then on a machine that is busy.
const attempts = 3

// hasCrashed reports whether a signal ended a program.
func hasCrashed(err error) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit) && exit.ExitCode() == -1
}

// start runs a browser and returns what it wrote.
func start(command string, args []string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	run := exec.CommandContext(ctx, command, args...)
	var out, errs bytes.Buffer
	run.Stdout, run.Stderr = &out, &errs
	if err := run.Run(); err != nil {
		return "", fmt.Errorf("chromium: %w\n%s", err, errs.String())
	}
	return out.String(), nil
}

// Violations are what axe-core finds wrong with a page, a line each. Without axe-core the test ends as in inputs.NotChecked.
func Violations(t testing.TB, page []byte, v View) []string {
	t.Helper()
	file := os.Getenv(Axe)
	if file == "" {
		missing(t, "%s does not say where axe.min.js of the npm package axe-core is", Axe)
	}
	source, err := os.ReadFile(filepath.Clean(file))
	if err != nil {
		t.Fatal(err)
	}
	var found []struct {
		ID, Help string
		Nodes    []struct{ HTML string }
	}
	Run(t, page, v, string(source)+"\nreturn (await axe.run(document)).violations;", &found)
	var lines []string
	for _, f := range found {
		for i, n := range f.Nodes {
			if i == 3 {
				lines = append(lines, fmt.Sprintf("%s: and %d more", f.ID, len(f.Nodes)-i))
				break
			}
			lines = append(lines, fmt.Sprintf("%s: %s: %.200s", f.ID, f.Help, strings.Join(strings.Fields(n.HTML), " ")))
		}
	}
	return lines
}
