// This file tests reading a document part by part.

package katalog_test

import (
	"errors"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// ranged is what Range yields: the numbers of the posts, and the rules of what is wrong.
func ranged(document string, opts ...xsd.Option) (numbers []int32, faults [][]string) {
	for post, err := range xsd.Range[Post](strings.NewReader(document), KatalogElement, "post", opts...) {
		if err != nil {
			faults = append(faults, rules(err))
			continue
		}
		numbers = append(numbers, *post.Nr)
	}
	return numbers, faults
}

func TestRange(t *testing.T) {
	const posts = `<post nr="1">1</post><avsnitt>a</avsnitt><post nr="2">2</post>`
	for name, c := range map[string]struct {
		document string
		opts     []xsd.Option
		numbers  []int32
		faults   [][]string
	}{
		"valid":            {minimal("", posts), nil, []int32{1, 2}, nil},
		"everything":       {katalogXML, nil, []int32{1, 2}, nil},
		"item not valid":   {minimal("", posts+`<post nr="x">1</post><post nr="3">3</post>`), nil, []int32{1, 2, 3}, [][]string{{"/katalog/post[3]/@nr cvc-datatype-valid.1.2.1"}}},
		"rest not valid":   {minimal("", posts+`<post nr="3">3</post><stoerrelse>x</stoerrelse>`), nil, []int32{1, 2, 3}, [][]string{{"/katalog/stoerrelse cvc-datatype-valid.1.2.3"}}},
		"figure not valid": {minimal("", posts+`<figur xsi:type="Sirkel"><navn/></figur>`), nil, []int32{1, 2}, [][]string{{"/katalog/figur cvc-complex-type.2.4.b"}}},
		"another root":     {`<katalog/>`, nil, nil, [][]string{{"/katalog cvc-elt.1"}}},
		"keys unchecked":   {minimal("", posts+`<post nr="1">3</post>`), nil, []int32{1, 2, 1}, nil},
		"keys checked":     {minimal("", posts+`<post nr="1">3</post><stoerrelse/>`), []xsd.Option{xsd.CheckIdentity(100)}, []int32{1, 2}, [][]string{{"/katalog/post[3] cvc-identity-constraint.4.2.2"}}},
		"IDs checked":      {minimal("", `<post nr="1" se="a">3</post>`), []xsd.Option{xsd.CheckIdentity(100)}, []int32{1}, [][]string{{"/katalog/post/@se cvc-id.1"}}},
	} {
		numbers, faults := ranged(c.document, c.opts...)
		if diff := cmp.Diff(c.numbers, numbers); diff != "" {
			t.Errorf("%s: items (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(c.faults, faults); diff != "" {
			t.Errorf("%s: faults (-want +got):\n%s", name, diff)
		}
	}
}

func TestRangeStops(t *testing.T) {
	count := 0
	for _, err := range xsd.Range[Post](strings.NewReader(katalogXML), KatalogElement, "post") {
		if err != nil {
			t.Fatal(err)
		}
		count++
		break
	}
	if count != 1 {
		t.Error(count)
	}
}

func TestRangeReportsWhatEndsIt(t *testing.T) {
	var syntax *xsd.SyntaxError
	var last error
	for _, err := range xsd.Range[Post](strings.NewReader(minimal("", `<post nr="1">1</post><post`)), KatalogElement, "post") {
		last = err
	}
	if !errors.As(last, &syntax) {
		t.Error(last)
	}
	var limit *xsd.LimitError
	for _, err := range xsd.Range[Post](strings.NewReader(minimal("", strings.Repeat(`<post nr="1">1</post>`, 9))), KatalogElement, "post", xsd.CheckIdentity(3)) {
		last = err
	}
	if !errors.As(last, &limit) || limit.Limit != "CheckIdentity" {
		t.Error(last)
	}
}

func TestRangeChecksThePath(t *testing.T) {
	first := func(err error) string {
		if err == nil {
			return ""
		}
		return err.Error()
	}
	for _, err := range xsd.Range[Post](strings.NewReader(katalogXML), KatalogElement, "poster") {
		if got := first(err); !strings.Contains(got, `no element "poster"`) || !strings.Contains(got, "post, avsnitt") {
			t.Error(got)
		}
	}
	for _, err := range xsd.Range[Post](strings.NewReader(katalogXML), KatalogElement, "tittel/post") {
		if got := first(err); !strings.Contains(got, "step 2 of the path; it has none") {
			t.Error(got)
		}
	}
	for _, err := range xsd.Range[Figur](strings.NewReader(katalogXML), KatalogElement, "post") {
		if got := first(err); !strings.Contains(got, "of type *katalog.Post") {
			t.Error(got)
		}
	}
	for _, err := range xsd.Range[Post](strings.NewReader(katalogXML), xsd.Element[Post]{Name: local("ukjent")}, "post") {
		if got := first(err); !strings.Contains(got, "listed in no schema") {
			t.Error(got)
		}
	}
}

func TestRangeOfTypesThatVary(t *testing.T) {
	var got []AnyFigur
	for figur, err := range xsd.Range[AnyFigur](strings.NewReader(katalogXML), KatalogElement, "figur") {
		if err != nil {
			t.Error(err)
		}
		got = append(got, figur)
	}
	if diff := cmp.Diff([]AnyFigur{&Figur{Navn: "f"}, &Sirkel{Navn: "s", Radius: 1.5}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTolerantRange(t *testing.T) {
	var deviations xsd.Violations
	numbers, faults := ranged(minimal("", `<post nr="1" ukjent="x">1</post><post nr="2">x</post>`), xsd.Tolerant(&deviations))
	if cmp.Diff([]int32{1}, numbers) != "" || cmp.Diff([][]string{{"/katalog/post[2] cvc-datatype-valid.1.2.1"}}, faults) != "" || len(deviations) != 1 {
		t.Error(numbers, faults, deviations)
	}
}

// TestRangeMemory reads a document of 30 MB in memory that is far smaller.
func TestRangeMemory(t *testing.T) {
	const count = 300_000
	reader, writer := io.Pipe()
	go func() {
		start, end, _ := strings.Cut(minimal("", "|"), "|")
		_, _ = io.WriteString(writer, start)
		padding := strings.Repeat(" ", 80)
		for i := range count {
			_, _ = io.WriteString(writer, `<post nr="`+strconv.Itoa(i)+`">`+padding+`1</post>`)
		}
		_, _ = io.WriteString(writer, end)
		_ = writer.Close()
	}()
	var before, during runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	seen := 0
	for _, err := range xsd.Range[Post](reader, KatalogElement, "post") {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen == count-1 {
			runtime.GC()
			runtime.ReadMemStats(&during)
		}
	}
	if seen != count {
		t.Errorf("%d items", seen)
	}
	if grown := int64(during.HeapAlloc) - int64(before.HeapAlloc); grown > 4<<20 {
		t.Errorf("the heap grew by %d bytes", grown)
	}
}
