// This file runs jobs of each sort against a generated package, and plants what the runner is to find wrong.

package runner

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const document = `<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"><skattepliktig>` +
	`<organisasjonsnummer>974761076</organisasjonsnummer></skattepliktig><terminUtenLevertMvaMelding><meldingskategori>alminnelig</meldingskategori>` +
	`<skattleggingsperiode><periode>mai</periode><aar>2022</aar></skattleggingsperiode><skattleggingsperiodeType>maaned</skattleggingsperiodeType>` +
	`<leveringsfrist>2022-06-10</leveringsfrist></terminUtenLevertMvaMelding><harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding></mvaMeldingInnsendingStatus>`

// outcome is an answer in short: valid, invalid or broken, with the start of the reason.
func outcome(a answer) string {
	switch {
	case a.Broken:
		return "broken: " + a.Reason
	case !a.Valid:
		return "invalid: " + a.Reason
	}
	return "valid" + a.Trip + a.Alone
}

// run answers the documents in their order, each read with read.
func run(t *testing.T, read Read, documents ...string) []string {
	t.Helper()
	var jobs, out strings.Builder
	for i, text := range documents {
		file := filepath.Join(t.TempDir(), "a.xml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&jobs, "{\"ID\":\"%d\",\"Package\":\"p\",\"File\":%q}\n", i, file)
	}
	Run(strings.NewReader(jobs.String()), &out, map[string]Read{"p": read})
	var outcomes []string
	for i, line := range strings.Split(strings.TrimSpace(out.String()), "\n") {
		var a answer
		if err := json.Unmarshal([]byte(line), &a); err != nil || a.ID != fmt.Sprint(i) {
			t.Fatalf("line %d is %s: %v", i, line, err)
		}
		outcomes = append(outcomes, outcome(a))
	}
	return outcomes
}

func TestRun(t *testing.T) {
	invalid := strings.Replace(document, "974761076", "97476107", 1)
	tooDeep := strings.Repeat("<a>", 1100) + strings.Repeat("</a>", 1100)
	got := run(t, mvameldinginnsendingstatus.ReadXML, document, invalid, "<a", "<a/>", strings.Replace(document, "<skattepliktig>", "<skattepliktig>"+tooDeep, 1))
	for i, want := range []string{
		"valid", "invalid: line 1, column 142: /mvaMeldingInnsendingStatus/skattepliktig/organisasjonsnummer", "invalid: ", "invalid: ", "broken: ",
	} {
		if !strings.HasPrefix(got[i], want) {
			t.Errorf("document %d is %s, want %s", i, got[i], want)
		}
	}
}

// What ReadXML says is compared with UnmarshalXML: the verdict, of invalid documents too, and the value.
func TestRunFindsWhatDiffers(t *testing.T) {
	invalid := strings.Replace(document, "974761076", "97476107", 1)
	read := mvameldinginnsendingstatus.ReadXML
	for name, test := range map[string]struct {
		read      Read
		documents []string
		want      string // of the last
	}{
		"refuses all": {func(data []byte, opts ...xsd.Option) (xsd.Document, error) {
			d, err := read(data, opts...)
			if strings.Contains(string(data), "<!-- -->") {
				err = fmt.Errorf("no")
			}
			return d, err
		}, []string{document, document + "<!-- -->"}, "broken: ReadXML says no, UnmarshalXML says <nil>"},
		"takes all": {func(data []byte, _ ...xsd.Option) (xsd.Document, error) {
			d, _ := read([]byte(document))
			return d, nil
		}, []string{document, invalid}, "broken: ReadXML says <nil>, UnmarshalXML says line 1"},
		"reads another value": {func([]byte, ...xsd.Option) (xsd.Document, error) {
			return read([]byte(strings.Replace(document, "alminnelig", "primaernaering", 1)))
		}, []string{document}, "broken: ReadXML reads <?xml"},
		"panics": {func([]byte, ...xsd.Option) (xsd.Document, error) { panic("at once") }, []string{document}, "broken: panic: at once"},
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, test.read, test.documents...)
			if last := got[len(got)-1]; !strings.HasPrefix(last, test.want) {
				t.Errorf("the last document is %s, want %s", last, test.want)
			}
		})
	}
}

// A file that cannot be read is no verdict.
func TestRunWithoutFile(t *testing.T) {
	var out strings.Builder
	Run(strings.NewReader(`{"ID":"x","Package":"p","File":"absent.xml"}`), &out, map[string]Read{"p": mvameldinginnsendingstatus.ReadXML})
	var a answer
	if err := json.Unmarshal([]byte(out.String()), &a); err != nil {
		t.Fatal(err)
	}
	a.Elapsed, a.Reason = 0, a.Reason[:min(len(a.Reason), 15)]
	if diff := cmp.Diff(answer{ID: "x", Broken: true, Reason: "open absent.xml"}, a); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
