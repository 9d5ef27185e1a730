// This file tests that the two spellings say the same and look unlike, and that a difference between them fails a test.

package xsdtest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

func diff(want, got any) string { return cmp.Diff(want, got) }

func TestSpaced(t *testing.T) {
	for document, want := range map[string]string{
		`<a>x</a>`: `<a >x</a >`, `<a b="1>"/>`: `<a b="1>" />`, `<?p?><!-- <a> --><a><![CDATA[<b>]]></a>`: `<?p?><!-- <a> --><a ><![CDATA[<b>]]></a >`,
	} {
		if diff := cmp.Diff(want, string(spaced([]byte(document)))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestEscaped(t *testing.T) {
	for text, want := range map[string]string{
		`{"a":"b c"}`: `{"\u0061":"\u0062 c"}`, `["","\n","æ",1]`: `["","\n","æ",1]`,
	} {
		if diff := cmp.Diff(want, string(escaped([]byte(text)))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// recorder is a test whose failure is looked at.
type recorder struct {
	testing.TB
	said string
}

func (r *recorder) Helper()                           {}
func (r *recorder) Logf(string, ...any)               {}
func (r *recorder) Errorf(format string, args ...any) { r.said += fmt.Sprintf(format, args...) }
func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

// saidOf returns what a test says that fails.
func saidOf(test func(t testing.TB)) string {
	var r recorder
	done := make(chan struct{})
	go func() {
		defer close(done)
		test(&r)
	}()
	<-done
	return r.said
}

const document = `<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"><skattepliktig>` +
	`<organisasjonsnummer>974761076</organisasjonsnummer></skattepliktig><terminUtenLevertMvaMelding><meldingskategori>alminnelig</meldingskategori>` +
	`<skattleggingsperiode><periode>mai</periode><aar>2022</aar></skattleggingsperiode><skattleggingsperiodeType>maaned</skattleggingsperiodeType>` +
	`<leveringsfrist>2022-06-10</leveringsfrist></terminUtenLevertMvaMelding><harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding></mvaMeldingInnsendingStatus>`

func status() xsd.XMLValue { return new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus) }

// spy is a status that has another number each time it is read.
type spy struct {
	mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	Number int
}

var spied int

func (s *spy) ReadXSD(r *codec.Reader) error {
	spied++
	s.Number = spied
	return s.MvaMeldingInnsendingStatus.ReadXSD(r)
}

func TestReadings(t *testing.T) {
	readings := New(50, diff)
	readings.XML(t, []byte(document), status)
	v := new(mvameldinginnsendingstatus.MvaMeldingInnsendingStatus)
	if err := xsd.UnmarshalXML([]byte(document), v); err != nil {
		t.Fatal(err)
	}
	text, err := xsd.MarshalJSON(v)
	if err != nil {
		t.Fatal(err)
	}
	readings.JSON(t, text, status)
	readings.JSON(t, []byte("{no JSON"), status)
	readings.Enough(t, 10)
	if said := saidOf(func(t testing.TB) { readings.Enough(t, 1000) }); !strings.Contains(said, "want 1000 of each kind") {
		t.Errorf("too few readings fail with %q", said)
	}
}

// Values or outcomes that differ fail the test.
func TestReadingsThatDiffer(t *testing.T) {
	numbered := func() xsd.XMLValue { return new(spy) }
	said := saidOf(func(t testing.TB) { New(0, diff).XML(t, []byte(document), numbered) })
	if !strings.Contains(said, "the value (-careful +quick)") {
		t.Errorf("values that differ fail with %q", said)
	}
	said = saidOf(func(t testing.TB) {
		New(0, func(want, got any) string { return "always" }).XML(t, []byte(document), status)
	})
	if !strings.Contains(said, "tolerant true (-careful +quick):\nalways") {
		t.Errorf("outcomes that differ fail with %q", said)
	}
}

// lender is a status that keeps a part of the bytes that it is read from.
type lender struct {
	mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
	Part string
}

// What does not outlive the bytes that it was read from fails the test, whichever spelling that is of.
func TestReadingsThatGo(t *testing.T) {
	for length, want := range map[int]string{len(document): "the value (-careful +quick)", len(spaced([]byte(document))): "what was read is not kept (-read +left)"} {
		read := func(data []byte, v xsd.XMLValue, _ ...xsd.Option) error {
			v.(*lender).Part = "<mva"
			if len(data) == length {
				v.(*lender).Part = unsafe.String(&data[0], len("<mva"))
			}
			return nil
		}
		said := saidOf(func(t testing.TB) {
			New(0, diff).same(t, []byte(document), spaced([]byte(document)), read, func() xsd.XMLValue { return new(lender) })
		})
		if !strings.Contains(said, want) {
			t.Errorf("what goes with %d bytes fails with %q", length, said)
		}
	}
}

// An outcome has no columns and offsets, and quotes what both spellings have.
func TestOutcome(t *testing.T) {
	v := xsd.Violation{Path: "/a", Line: 2, Column: 7, Rule: "r", Text: `<b c="1" />`, Message: "m"}
	for _, test := range []struct {
		err  error
		want []string
	}{
		{nil, []string{`deviation 2 /a r <b c="1"/> m`}},
		{xsd.Violations{v}, []string{`violation 2 /a r <b c="1"/> m`, `deviation 2 /a r <b c="1"/> m`}},
		{&xsd.RefusedError{Violations: xsd.Violations{v}}, []string{`violation 2 /a r <b c="1"/> m`, `deviation 2 /a r <b c="1"/> m`}},
		{fmt.Errorf("lost"), []string{"lost"}},
	} {
		if diff := cmp.Diff(test.want, Outcome(test.err, xsd.Violations{v})); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.err, diff)
		}
	}
	if got := Outcome(xsd.UnmarshalXML([]byte("<a b>"), status()), nil); len(got) != 1 || !strings.HasPrefix(got[0], "1 ") {
		t.Errorf("what is not well-formed comes to %q", got)
	}
}
