// Xerces-J, through a small Java program that stays up for a whole process.

package judge

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

//go:embed Xerces.java
var xercesSource []byte

// patience is how long an answer may take.
const patience = 2 * time.Minute

// xerces is a Judge for one test; all tests of a process share its program.
type xerces struct {
	t       testing.TB
	program *program
	catalog []Mapping
}

// Mapping says which file holds the schema of a namespace or the document at a location. An empty Namespace or Location maps nothing.
type Mapping struct{ Namespace, Location, File string }

// Xerces returns Xerces-J of the JDK as a judge. Without java and javac the
// test ends as in inputs.NotChecked.
func Xerces(t testing.TB) Judge {
	t.Helper()
	return XercesWith(t, nil)
}

// XercesWith is Xerces with a catalog: it is asked for a location as written, then, where that is none or a network address, for the namespace.
func XercesWith(t testing.TB, catalog []Mapping) Judge {
	t.Helper()
	for _, tool := range []string{"javac", "java"} {
		if _, err := exec.LookPath(tool); err != nil {
			inputs.NotChecked(t, "the command %s, which runs Xerces-J, is missing", tool)
		}
	}
	program, err := running()
	if err != nil {
		t.Fatal(err)
	}
	return xerces{t, program, catalog}
}

// running starts the Java program when it is first asked for.
var running = sync.OnceValues(start)

// program is the running Java program. It ends with its standard input, that
// is with this process.
type program struct {
	lock    sync.Mutex
	process *os.Process
	in      io.Writer
	out     *bufio.Reader
	schemas string // the request that made the program's current schema
	schema  Verdict
}

// start compiles the program, once per version of its source, and runs it.
func start() (*program, error) {
	classes, err := inputs.Cached("xerces", xercesSource, compileJava)
	if err != nil {
		return nil, err
	}
	command := exec.Command("java", append(javaOptions(), "-cp", classes, "Xerces")...)
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // names of files beyond ASCII are not found in the locale of a bare environment
	in, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	return &program{process: command.Process, in: in, out: bufio.NewReader(out)}, nil
}

// compileJava compiles the program into a directory.
func compileJava(directory string) error {
	source := filepath.Join(directory, "Xerces.java")
	if err := os.WriteFile(source, xercesSource, 0o644); err != nil {
		return err
	}
	if out, err := exec.Command("javac", "-encoding", "UTF-8", "-d", directory, source).CombinedOutput(); err != nil {
		return fmt.Errorf("javac: %w\n%s", err, out)
	}
	return nil
}

// javaOptions lift the limits that the JDK sets for safety, so that verdicts
// are about XSD, and keep the process small and its messages English.
func javaOptions() []string {
	options := []string{
		"-Duser.language=en", "-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m", "-Xss16m",
	}
	for _, limit := range []string{
		"maxOccurLimit", "entityExpansionLimit", "elementAttributeLimit", "totalEntitySizeLimit",
		"maxGeneralEntitySizeLimit", "maxParameterEntitySizeLimit", "entityReplacementLimit",
	} {
		options = append(options, "-Djdk.xml."+limit+"=0")
	}
	return append(options, "-Djdk.xml.maxXMLNameLimit=1000000") // here 0 is a limit too
}

func (x xerces) SchemaOK(schemas []string) Verdict {
	x.t.Helper()
	x.program.lock.Lock()
	defer x.program.lock.Unlock()
	return x.use(schemas)
}

func (x xerces) Validate(schemas, documents []string) []Verdict {
	x.t.Helper()
	x.program.lock.Lock()
	defer x.program.lock.Unlock()
	if schema := x.use(schemas); !schema.Valid {
		return allInvalid(schema, documents)
	}
	verdicts := make([]Verdict, len(documents))
	for i, document := range documents {
		verdicts[i] = x.ask("validate", document)
	}
	return verdicts
}

// use makes schemas the current schema.
func (x xerces) use(schemas []string) Verdict {
	x.t.Helper()
	catalog := []string{"catalog"}
	for _, m := range x.catalog {
		catalog = append(catalog, m.Namespace, m.Location, m.File)
	}
	request := strings.Join(append(catalog, schemas...), "\t")
	if x.program.schemas != request {
		x.send(catalog)
		x.program.schema = x.ask(append([]string{"schema"}, schemas...)...)
		x.program.schemas = request
	}
	return x.program.schema
}

// ask sends a request, whose fields after the first are paths, and reads the
// answer.
func (x xerces) ask(request ...string) Verdict {
	x.t.Helper()
	for i, path := range request[1:] {
		absolute, err := filepath.Abs(path)
		if err != nil {
			x.t.Fatal(err)
		}
		if _, err := os.Stat(absolute); err != nil {
			x.t.Fatal(err)
		}
		request[i+1] = absolute
	}
	return x.send(request)
}

// send sends a request and reads the answer.
func (x xerces) send(request []string) Verdict {
	x.t.Helper()
	overdue := time.AfterFunc(patience, func() { _ = x.program.process.Kill() })
	defer overdue.Stop()
	if _, err := fmt.Fprintln(x.program.in, strings.Join(request, "\t")); err != nil {
		x.t.Fatalf("Xerces-J does not listen: %v", err)
	}
	line, err := x.program.out.ReadString('\n')
	if err != nil {
		x.t.Fatalf("Xerces-J does not answer to %q: %v", request, err)
	}
	verdict, err := parseAnswer(strings.TrimRight(line, "\r\n"))
	if err != nil {
		x.t.Fatal(err)
	}
	return verdict
}

// parseAnswer reads a line that Xerces.java writes.
func parseAnswer(line string) (Verdict, error) {
	if line == "valid" {
		return Verdict{Valid: true}, nil
	}
	fields := strings.SplitN(line, "\t", 4)
	if len(fields) != 4 || !slices.Contains([]string{"invalid", "malformed", "undecided"}, fields[0]) {
		return Verdict{}, fmt.Errorf("answer %q of Xerces-J is not one that Xerces.java writes", line)
	}
	lineNumber, lineErr := strconv.Atoi(fields[1])
	column, columnErr := strconv.Atoi(fields[2])
	if err := errors.Join(lineErr, columnErr); err != nil {
		return Verdict{}, err
	}
	return Verdict{
		Malformed: fields[0] == "malformed", Undecided: fields[0] == "undecided",
		Message: fields[3], Line: max(lineNumber, 0), Column: max(column, 0),
	}, nil
}
