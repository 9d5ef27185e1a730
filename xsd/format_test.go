// This file tests reading from an io.Reader and writing to an io.Writer: how much is read, and what becomes of their errors.

package xsd_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

type status = mvameldinginnsendingstatus.MvaMeldingInnsendingStatus

const documentJSON = `{"skattepliktig":{"organisasjonsnummer":"312409852"},"terminUtenLevertMvaMelding":[{"meldingskategori":"alminnelig",` +
	`"skattleggingsperiode":{"periode":"januar-februar","aar":"2022"},"skattleggingsperiodeType":"toMaaned","leveringsfrist":"2022-04-11"}],` +
	`"harTidligereSendtMvaMelding":true}`

// formats are the formats with a document each, and the functions that read and write it as bytes.
var formats = map[string]struct {
	format    codec.Format
	document  string
	unmarshal func([]byte, xsd.XMLValue, ...xsd.Option) error
	marshal   func(xsd.XMLValue, ...xsd.Option) ([]byte, error)
}{
	"XML":  {xsd.XML, document, xsd.UnmarshalXML, xsd.MarshalXML},
	"JSON": {xsd.JSON, documentJSON, xsd.UnmarshalJSON, xsd.MarshalJSON},
}

// However an input delivers a document, the value is that of its bytes.
func TestReadTakesEveryInput(t *testing.T) {
	for name, f := range formats {
		var want status
		if err := f.unmarshal([]byte(f.document), &want); err != nil {
			t.Fatal(err)
		}
		for how, input := range map[string]io.Reader{
			"at once":           strings.NewReader(f.document),
			"byte by byte":      iotest.OneByteReader(strings.NewReader(f.document)),
			"in halves":         iotest.HalfReader(strings.NewReader(f.document)),
			"end with the rest": iotest.DataErrReader(strings.NewReader(f.document)),
			"with pauses":       &pausing{input: strings.NewReader(f.document)},
			"more than it says": io.MultiReader(strings.NewReader(f.document), strings.NewReader(strings.Repeat(" \n", 10_000))),
			"lies about size":   &understated{strings.NewReader(f.document)},
		} {
			got := status{HarTidligereSendtMvaMelding: true}
			if err := f.format.Read(input, &got); err != nil {
				t.Errorf("%s, %s: %v", name, how, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s (-bytes +input):\n%s", name, how, diff)
			}
		}
	}
}

// pausing delivers nothing in every second call, as an io.Reader may.
type pausing struct {
	input io.Reader
	calls int
}

func (p *pausing) Read(b []byte) (int, error) {
	if p.calls++; p.calls%2 == 0 {
		return 0, nil
	}
	return p.input.Read(b[:min(len(b), 7)])
}

// understated says that it has less than it has.
type understated struct{ *strings.Reader }

func (*understated) Len() int { return 3 }

// Of an input without end no more is read than the limit and the byte that shows that it is exceeded.
func TestReadStopsAtTheLimit(t *testing.T) {
	for name, f := range formats {
		for _, most := range []int64{1, 1000, 100_000} {
			endless := &counted{input: io.MultiReader(strings.NewReader(f.document), spaces{})}
			err := f.format.Read(endless, new(status), xsd.WithLimits(xsd.Limits{MaxBytes: most}))
			var limit *xsd.LimitError
			if !errors.As(err, &limit) || limit.Limit != "MaxBytes" || limit.Max != most {
				t.Errorf("%s, %d bytes: %v", name, most, err)
			}
			if endless.bytes != most+1 {
				t.Errorf("%s, %d bytes: %d were read", name, most, endless.bytes)
			}
		}
		size := int64(len(f.document))
		if err := f.format.Read(strings.NewReader(f.document), new(status), xsd.WithLimits(xsd.Limits{MaxBytes: size})); err != nil {
			t.Errorf("%s: a document as large as the limit: %v", name, err)
		}
		if err := f.format.Read(strings.NewReader(f.document), new(status), xsd.WithLimits(xsd.Limits{MaxBytes: -1})); err != nil {
			t.Errorf("%s: a document without a limit: %v", name, err)
		}
	}
}

type counted struct {
	input io.Reader
	bytes int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.input.Read(b)
	c.bytes += int64(n)
	return n, err
}

// spaces is white space without end, which may follow a document.
type spaces struct{}

func (spaces) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

var errBroken = errors.New("broken")

// What an input fails with is found in the error, whatever came before it; an input that delivers nothing for good is one that fails.
func TestReadReportsTheInput(t *testing.T) {
	for name, f := range formats {
		for how, c := range map[string]struct {
			input io.Reader
			want  error
		}{
			"at once":        {iotest.ErrReader(errBroken), errBroken},
			"in the middle":  {io.MultiReader(strings.NewReader(f.document[:100]), iotest.ErrReader(errBroken)), errBroken},
			"after the root": {io.MultiReader(strings.NewReader(f.document), iotest.ErrReader(errBroken)), errBroken},
			"never":          {io.MultiReader(strings.NewReader(f.document), idle{}), io.ErrNoProgress},
		} {
			if err := f.format.Read(c.input, new(status)); !errors.Is(err, c.want) {
				t.Errorf("%s, %s: %v, want %v", name, how, err, c.want)
			}
		}
	}
}

type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// What may follow the root is read, and all else is an error.
func TestReadTakesTheWholeInput(t *testing.T) {
	for after, c := range map[string]struct {
		format string
		valid  bool
	}{
		"\n<!-- the end --><?done?> ": {"XML", true},
		"<more/>":                     {"XML", false},
		"text":                        {"XML", false},
		" \n\t":                       {"JSON", true},
		" {}":                         {"JSON", false},
	} {
		f := formats[c.format]
		err := f.format.Read(strings.NewReader(f.document+after), new(status))
		var syntax *xsd.SyntaxError
		if c.valid && err != nil || !c.valid && !errors.As(err, &syntax) {
			t.Errorf("%q behind %s: %v", after, c.format, err)
		}
	}
}

// Options are those of the functions on bytes.
func TestReadWithOptions(t *testing.T) {
	var deviations xsd.Violations
	if err := xsd.XML.Read(strings.NewReader(nothingOpen), new(status), xsd.Tolerant(&deviations)); err != nil || len(deviations) != 1 {
		t.Error(err, deviations)
	}
	var limit *xsd.LimitError
	if err := xsd.XML.Read(strings.NewReader("<!DOCTYPE a>"+document), new(status), xsd.RefuseDoctype()); !errors.As(err, &limit) {
		t.Error(err)
	}
	var violations xsd.Violations
	if err := xsd.XML.Read(strings.NewReader(nothingOpen), new(status)); !errors.As(err, &violations) {
		t.Error(err)
	}
}

// calls notes what an io.Writer is given, and answers as it is told.
type calls struct {
	given [][]byte
	short int
	err   error
}

func (c *calls) Write(b []byte) (int, error) {
	c.given = append(c.given, bytes.Clone(b))
	return len(b) - c.short, c.err
}

// A document is written with one call, as the functions on bytes return it.
func TestWriteWritesOnce(t *testing.T) {
	for name, f := range formats {
		var v status
		if err := f.unmarshal([]byte(f.document), &v); err != nil {
			t.Fatal(err)
		}
		for _, opts := range [][]xsd.Option{nil, {xsd.Indent("  ")}, {xsd.Declaration(false), xsd.SchemaLocation(namespace, "status.xsd"), xsd.WithPrefixes(xsd.Prefixes{"s": namespace})}} {
			want, err := f.marshal(&v, opts...)
			if err != nil {
				t.Fatal(err)
			}
			var output calls
			if err := f.format.Write(&output, &v, opts...); err != nil {
				t.Error(name, err)
			}
			if diff := cmp.Diff([][]byte{want}, output.given); diff != "" {
				t.Errorf("%s (-bytes +output):\n%s", name, diff)
			}
		}
	}
}

// Nothing is written of a value that is not valid, unless it is not to be looked at.
func TestWriteWritesNothingThatIsNotValid(t *testing.T) {
	for name, f := range formats {
		var output calls
		var violations xsd.Violations
		if err := f.format.Write(&output, new(status)); !errors.As(err, &violations) || len(output.given) > 0 {
			t.Errorf("%s: %v, and %q is written", name, err, output.given)
		}
		if err := f.format.Write(&output, new(status), xsd.Unchecked()); err != nil || len(output.given) != 1 {
			t.Errorf("%s, unchecked: %v, and %q is written", name, err, output.given)
		}
	}
}

func TestWriteReportsTheOutput(t *testing.T) {
	for name, f := range formats {
		var v status
		if err := f.unmarshal([]byte(f.document), &v); err != nil {
			t.Fatal(err)
		}
		if err := f.format.Write(&calls{err: errBroken}, &v); !errors.Is(err, errBroken) {
			t.Error(name, err)
		}
		if err := f.format.Write(&calls{short: 1}, &v); !errors.Is(err, io.ErrShortWrite) {
			t.Error(name, err)
		}
	}
}

// A document whose root is not known in advance goes through a reader and a writer as it goes through bytes.
func TestDocumentsOfAnyRoot(t *testing.T) {
	text := strings.Replace(document, ">true<", ">1<", 1)
	want, err := mvameldinginnsendingstatus.ReadXML([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	got, err := mvameldinginnsendingstatus.Schema.ReadXML(iotest.OneByteReader(strings.NewReader(text)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-bytes +input):\n%s", diff)
	}
	whole, err := want.WriteXML(xsd.Indent("\t"))
	if err != nil {
		t.Fatal(err)
	}
	var output calls
	if err := got.WriteXMLTo(&output, xsd.Indent("\t")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]byte{whole}, output.given); diff != "" {
		t.Errorf("(-bytes +output):\n%s", diff)
	}
	if _, err := mvameldinginnsendingstatus.Schema.ReadXML(iotest.ErrReader(errBroken)); !errors.Is(err, errBroken) {
		t.Error(err)
	}
}
