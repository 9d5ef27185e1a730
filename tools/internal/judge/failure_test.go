// A judge that can't judge fails the test; it never passes a document.

package judge

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// errEnded is how a recorder leaves the function under test.
var errEnded = errors.New("ended")

// recorder is a testing.TB that records how a test failed.
type recorder struct {
	testing.TB
	failure string
}

func (r *recorder) Helper() {}

func (r *recorder) Fatal(args ...any) { r.failure = fmt.Sprint(args...); panic(errEnded) }

func (r *recorder) Fatalf(format string, args ...any) { r.Fatal(fmt.Sprintf(format, args...)) }

// failure returns how f fails its test.
func failure(t *testing.T, f func(testing.TB)) string {
	t.Helper()
	r := &recorder{TB: t}
	func() {
		defer func() {
			if p := recover(); p != nil && p != errEnded {
				panic(p)
			}
		}()
		f(r)
	}()
	return r.failure
}

// deaf is a writer that takes nothing.
type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestJudgeThatFails(t *testing.T) {
	document := files(t, "xml", documents[0])
	schemas := files(t, "xsd", schemaText, schemaText)
	sleeper := exec.Command("sleep", "60")
	if err := sleeper.Start(); err != nil {
		t.Skip("no process to stand for the program:", err)
	}
	defer func() { _ = sleeper.Process.Kill(); _ = sleeper.Wait() }()
	answering := func(in io.Writer, out string) func(testing.TB) {
		return func(t testing.TB) {
			p := &program{process: sleeper.Process, in: in, out: bufio.NewReader(strings.NewReader(out))}
			xerces{t: t, program: p}.Validate(schemas[:1], document)
		}
	}
	tests := []struct {
		name, want string
		f          func(testing.TB)
	}{
		{"deaf", "Xerces-J does not listen", answering(deaf{}, "")},
		{"dumb", "Xerces-J does not answer", answering(new(bytes.Buffer), "")},
		{"confused", `answer "maybe" of Xerces-J`, answering(new(bytes.Buffer), "valid\nvalid\nmaybe\n")},
		{"no document", "not a directory", func(t testing.TB) {
			xerces{t: t}.ask("validate", filepath.Join(document[0], "missing"))
		}},
		{"two schemas", "xmllint takes one schema document, not 2", func(t testing.TB) { xmllint{t}.run(schemas, document) }},
	}
	for _, test := range tests {
		if got := failure(t, test.f); !strings.Contains(got, test.want) {
			t.Errorf("%s: the test fails with %q, want %q", test.name, got, test.want)
		}
	}
}

func TestParseLint(t *testing.T) {
	if v := parseLint("a.xml:3: parser error : broken\n", "a.xml"); v.Valid || !v.Malformed || v.Line != 3 {
		t.Errorf("a document that is not well-formed: %+v", v)
	}
	if v := parseLint("b.xml validates\na.xml:x: y\n", "a.xml"); v.Valid {
		t.Errorf("a document that was not judged: %+v", v)
	}
}
