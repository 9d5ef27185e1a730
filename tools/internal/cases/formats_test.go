// This file takes the documents of every case through an io.Reader and an io.Writer.

package cases_test

import (
	"bytes"
	"os"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// A valid document that an input delivers is the one that its bytes are, and an output gets what is returned otherwise, in XML and in JSON.
func TestFormatsReadAndWriteWhatBytesAre(t *testing.T) {
	for name, read := range readers {
		for _, file := range documents(t, name, "valid") {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			document, err := read(data)
			if err != nil {
				t.Fatal(file, err)
			}
			as := xsd.As(document.Element)
			sameByFormat(t, file, codec.XML, document.Value, xsd.MarshalXML, as)
			sameByFormat(t, file, codec.XML, document.Value, xsd.MarshalXML, as, xsd.Indent("  "), xsd.Noting(document.Notes))
			sameByFormat(t, file, codec.JSON, document.Value, xsd.MarshalJSON, as)
		}
	}
}

// sameByFormat writes v in a format, and reads it again.
func sameByFormat(t *testing.T, file string, format codec.Format, v xsd.XMLValue, marshal func(xsd.XMLValue, ...xsd.Option) ([]byte, error), opts ...xsd.Option) {
	t.Helper()
	want, err := marshal(v, opts...)
	if err != nil {
		t.Fatal(file, err)
	}
	var written bytes.Buffer
	if err := format.Write(&written, v, opts...); err != nil {
		t.Fatal(file, err)
	}
	if diff := cmp.Diff(string(want), written.String()); diff != "" {
		t.Errorf("%s (-bytes +output):\n%s", file, diff)
	}
	again := newOf(v)
	if err := format.Read(iotest.HalfReader(&written), again, opts[0]); err != nil {
		t.Fatal(file, err)
	}
	text, err := marshal(again, opts...)
	if err != nil {
		t.Fatal(file, err)
	}
	if diff := cmp.Diff(string(want), string(text)); diff != "" {
		t.Errorf("%s, read and written again (-first +second):\n%s", file, diff)
	}
}

// What is wrong with a document that is not valid is the same where an input delivers it.
func TestFormatsReportWhatIsWrongWithBytes(t *testing.T) {
	for name, read := range readers {
		valid, err := os.ReadFile(documents(t, name, "valid")[0])
		if err != nil {
			t.Fatal(err)
		}
		known, err := read(valid)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, file := range documents(t, name, "invalid") {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := xsd.UnmarshalXML(data, newOf(known.Value), xsd.As(known.Element))
			got := xsd.XML.Read(iotest.OneByteReader(bytes.NewReader(data)), newOf(known.Value), xsd.As(known.Element))
			if want == nil || got == nil || want.Error() != got.Error() {
				t.Errorf("%s: %v, want %v", file, got, want)
			}
		}
	}
}
