// This file measures whole processes: the first document, initialisation, compiling, size, and files of many megabytes.

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/documents"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/measure"
)

// process is a row that starts processes of its own.
type process struct {
	name    string
	title   string
	measure func(*builder) (string, error)
}

var processes = []process{
	{"first/status", "first document of a process, status of one term", first("status", "1")},
	{"first/ubl", "first document of a process, UBL of 20 KB", first("ubl", "20K")},
	{"init/status", "initialisation, status", initialisation("status")},
	{"init/ubl", "initialisation, UBL", initialisation("ubl")},
	{"size/status", "what the status package adds to a stripped program", size},
	{"compile/ubl", "compiling UBL", compile},
	{"range/saft", "Range over SAF-T", overRange},
	{"validate/saft", "xsdgen validate of SAF-T", validate},
}

// fact measures a process and says what came of it; the others are of interest all the same.
func (b *builder) fact(p process) string {
	said, err := p.measure(b)
	switch {
	case errors.Is(err, errMissing):
		return err.Error()
	case err != nil:
		return "FAILED: " + err.Error()
	}
	return said
}

// ran is what a process used.
type ran struct {
	cpu    time.Duration
	memory int64 // at most, in bytes
	out    string
	stderr string
}

// process runs a program and says what it used, its own children included.
func (b *builder) process(environment []string, directory, name string, args ...string) (ran, error) {
	c := exec.Command(name, args...)
	c.Dir, c.Env = directory, append(os.Environ(), environment...)
	var out, stderr bytes.Buffer
	c.Stdout, c.Stderr = &out, &stderr
	if err := c.Run(); err != nil {
		return ran{}, fmt.Errorf("%s: %w\n%s", filepath.Base(name), err, stderr.String())
	}
	usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return ran{}, errors.New("this system does not say what a process used")
	}
	unit := int64(1024)
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return ran{measure.Spent(usage), usage.Maxrss * unit, out.String(), stderr.String()}, nil
}

func familyOf(name string) documents.Family {
	i := slices.IndexFunc(documents.Families, func(f documents.Family) bool { return f.Name == name })
	return documents.Families[i]
}

// small builds a program that imports one family's package alone; args are what its body is made of: the type of the root.
func (b *builder) small(name string, f documents.Family, imports, body string) (string, error) {
	path, err := b.packageOf(f)
	if err != nil {
		return "", err
	}
	body = strings.NewReplacer("ROOT", f.Name+"."+f.Type, "PKG", f.Name).Replace(body)
	return b.build(name, fmt.Sprintf("\n\t%s %q%s", f.Name, path, imports), body)
}

const readFirst = `
	document, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	start := measure.CPU()
	if err := xsd.UnmarshalXML(document, new(ROOT)); err != nil {
		panic(err)
	}
	fmt.Println(int64(measure.CPU() - start))`

// first measures the first document that a process reads.
func first(family, sizeName string) func(*builder) (string, error) {
	return func(b *builder) (string, error) {
		f := familyOf(family)
		program, err := b.small("first/"+family, f, "\n\t\"fmt\"\n\t\"os\"\n\t\""+module+"/tools/bench/internal/measure\"", readFirst)
		if err != nil {
			return "", err
		}
		i := slices.IndexFunc(f.Sizes, func(s documents.Size) bool { return s.Name == sizeName })
		document, err := f.Document(b.root, f.Sizes[i])
		if err != nil {
			return "", err
		}
		file := filepath.Join(filepath.Dir(program), "document.xml")
		if err := os.WriteFile(file, document, 0o644); err != nil {
			return "", err
		}
		spent, err := b.median(func() (float64, error) {
			r, err := b.process(nil, b.root, program, file)
			if err != nil {
				return 0, err
			}
			return strconv.ParseFloat(strings.TrimSpace(r.out), 64)
		})
		return fmt.Sprintf("%.2f ms", spent/1e6), err
	}
}

// median returns the median of what f measures in several processes.
func (b *builder) median(f func() (float64, error)) (float64, error) {
	var values []float64
	for range b.rounds {
		v, err := f()
		if err != nil {
			return 0, err
		}
		values = append(values, v)
	}
	slices.Sort(values)
	return values[len(values)/2], nil
}

var initialised = regexp.MustCompile(`init github\.com/mvainnsyn/mvainnsyn/\S+ @\S+ ms, (\S+) ms clock`)

// initialisation measures what the packages of the project do before main begins. It is time on the clock, the only one the Go runtime tells, and
// so the least of several processes is what they need.
func initialisation(family string) func(*builder) (string, error) {
	return func(b *builder) (string, error) {
		program, err := b.small("init/"+family, familyOf(family), "", "\n\t_ = xsd.XMLValue(new(ROOT))")
		if err != nil {
			return "", err
		}
		least := -1.0
		for range b.rounds {
			r, err := b.process([]string{"GODEBUG=inittrace=1"}, b.root, program)
			if err != nil {
				return "", err
			}
			total := 0.0
			for _, m := range initialised.FindAllStringSubmatch(r.stderr, -1) {
				clock, err := strconv.ParseFloat(m[1], 64)
				if err != nil {
					return "", err
				}
				total += clock
			}
			if least < 0 || total < least {
				least = total
			}
		}
		return fmt.Sprintf("%.2f ms", least), nil
	}
}

const readSome = `
	document, _ := os.ReadFile(os.Args[0])
	fmt.Println(xsd.UnmarshalXML(document, new(ROOT)))`

// size measures what a program grows by when it reads a status document: one that only prints, and one that has net/http.
func size(b *builder) (string, error) {
	var sizes [4]int64
	for i, one := range []struct{ name, imports, body string }{
		{"size/print", "", "\n\tdocument, _ := os.ReadFile(os.Args[0])\n\tfmt.Println(document)"},
		{"size/printstatus", "", readSome},
		{"size/http", "\n\t\"net/http\"", "\n\tdocument, _ := os.ReadFile(os.Args[0])\n\tfmt.Println(document, http.ListenAndServe(\":0\", nil))"},
		{"size/httpstatus", "\n\t\"net/http\"", readSome + "\n\tfmt.Println(http.ListenAndServe(\":0\", nil))"},
	} {
		var program string
		var err error
		if i%2 == 1 {
			program, err = b.small(one.name, familyOf("status"), "\n\t\"fmt\"\n\t\"os\""+one.imports, one.body)
		} else {
			program, err = b.compiled(one.name, "\n\t\"fmt\"\n\t\"os\""+one.imports, one.body)
		}
		if err != nil {
			return "", err
		}
		stripped := program + "-stripped"
		if err := b.command(b.bench(), "go", "build", "-ldflags=-s -w", "-o", stripped, "./_gen/"+one.name); err != nil {
			return "", err
		}
		info, err := os.Stat(stripped)
		if err != nil {
			return "", err
		}
		sizes[i] = info.Size()
	}
	return fmt.Sprintf("%.2f MB to a program that reads a file and prints; %.2f MB to one with net/http", megabytes(sizes[1]-sizes[0]), megabytes(sizes[3]-sizes[2])), nil
}

func megabytes(bytes int64) float64 { return float64(bytes) / 1e6 }

// compile measures what the compiler needs for the UBL packages, generated where no cache knows them.
func compile(b *builder) (string, error) {
	f := familyOf("ubl")
	program, err := b.small("init/ubl", f, "", "\n\t_ = xsd.XMLValue(new(ROOT))") // whatever they import is compiled by now
	if err != nil {
		return "", err
	}
	fresh := fmt.Sprintf("fresh%d", time.Now().UnixNano())
	defer os.RemoveAll(filepath.Join(b.generated, fresh))
	if _, err := b.generate(documents.Path(b.root, f.Schema), fresh+"/ubl"); err != nil {
		return "", err
	}
	source, err := sourceBytes(filepath.Join(b.generated, fresh))
	if err != nil {
		return "", err
	}
	r, err := b.process(nil, b.bench(), "go", "build", "./_gen/"+fresh+"/ubl")
	if err != nil {
		return "", err
	}
	info, err := os.Stat(program)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%.1f MB of Go, %.1f s of CPU, %.0f MB of memory, a program of %.1f MB", megabytes(source), r.cpu.Seconds(), megabytes(r.memory), megabytes(info.Size())), nil
}

// sourceBytes returns the size of all Go files below a folder.
func sourceBytes(directory string) (sum int64, err error) {
	err = filepath.WalkDir(directory, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return sum, err
}
