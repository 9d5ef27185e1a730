// This file tests where WriteRange ends before the document does, what it says then, and how much it has written and holds.

package cases_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	alloflists "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/all_of_lists"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/identity"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/occurrence"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/qname"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/recursive"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// catalogue is a value without figures.
func catalogue() *katalog.Katalog {
	return &katalog.Katalog{Versjon: 1, Tittel: "t", Choice: katalog.KatalogKode{Kode: "AB1"}}
}

// figures yields so many figures, and notes how many were asked for.
func figures(count int, asked *int) iter.Seq2[katalog.AnyFigur, error] {
	return func(yield func(katalog.AnyFigur, error) bool) {
		for n := range count {
			*asked = n + 1
			if !yield(&katalog.Figur{Navn: fmt.Sprint("figure ", n+1)}, nil) {
				return
			}
		}
	}
}

// replaced yields what items does, with another at one place, which counts from 1.
func replaced[T any](items iter.Seq2[T, error], at int, item T, err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		n := 0
		for next, nextErr := range items {
			if n++; n == at {
				next, nextErr = item, err
			}
			if !yield(next, nextErr) {
				return
			}
		}
	}
}

// Where the items have no place nothing is written and none is asked for.
func TestWriteRangeLooksForThePlaceFirst(t *testing.T) {
	asked := 0
	full := catalogue()
	full.Figur = []katalog.AnyFigur{&katalog.Figur{Navn: "own"}}
	for name, c := range map[string]struct {
		write func(io.Writer) (int, error)
		want  string
	}{
		"unknown element": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, katalog.KatalogElement, catalogue(), "figurer", figures(1, &asked))
		}, `WriteRange: {urn:katalog}katalog has no element "figurer", step 1 of the path; it has tittel,`},
		"unknown root": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, xsd.Element[katalog.Katalog]{Name: xsd.Name{Local: "none"}}, catalogue(), "figur", figures(1, &asked))
		}, "WriteRange: the element none is listed in no schema"},
		"no value": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, katalog.KatalogElement, nil, "figur", figures(1, &asked))
		}, "there is no value to write"},
		"items of its own": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, katalog.KatalogElement, full, "figur", figures(1, &asked))
		}, `the value has elements "figur" of its own`},
		"another type": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, katalog.KatalogElement, catalogue(), "figur", oneByOne([]katalog.Figur{{Navn: "f"}}))
		}, `the elements "figur" are of the Go type katalog.AnyFigur, and the items of katalog.Figur`},
		"type of another element": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, katalog.KatalogElement, catalogue(), "figur", oneByOne([]katalog.Post{{}}))
		}, "the elements at the path are of type *katalog.Figur"},
		"among others": {func(w io.Writer) (int, error) {
			v := catalogue()
			v.Content = []katalog.KatalogItem{katalog.KatalogPost{}}
			return xsd.WriteRange(w, katalog.KatalogElement, v, "post", oneByOne([]katalog.Post{{}}))
		}, `the elements "post" are no list of their own in Go`},
		"among none": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, katalog.KatalogElement, catalogue(), "post", oneByOne([]katalog.Post{{}}))
		}, `the elements "post" are no list of their own in Go`},
		"one element": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, katalog.KatalogElement, catalogue(), "tittel", oneByOne([]string{"t"}))
		}, `the elements "tittel" are no list of their own in Go`},
		"nothing on the way": {func(w io.Writer) (int, error) {
			return xsd.WriteRange(w, identity.RootElement, &identity.Shop{}, "order/line", oneByOne([]identity.ShopOrderLine{{}}))
		}, `the value has no place for elements "order", step 1 of the path`},
		"nothing further on the way": {func(w io.Writer) (int, error) {
			v := &recursive.Node{Child: []recursive.Node{{}}}
			return xsd.WriteRange(w, recursive.RootElement, v, "child/child/child/child", oneByOne([]recursive.Node{{}}))
		}, `the value has no place for elements "child", step 2 of the path`},
	} {
		var output pieces
		n, err := c.write(&output)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if n != 0 || asked != 0 || len(output.sizes) > 0 {
			t.Errorf("%s: %d items are written, %d were asked for, and the output has %q", name, n, asked, output.text.String())
		}
	}
}

var errSource = errors.New("the source dries up")

// The error says in which item it is and wraps what came; the sequence is asked for no more. What was not handed on yet is not written.
func TestWriteRangeEndsAtAFault(t *testing.T) {
	for name, c := range map[string]struct {
		items func(asked *int) iter.Seq2[katalog.AnyFigur, error]
		opts  []xsd.Option
		say   string
		path  string // of the violation
		cause error
	}{
		"item not valid": {func(asked *int) iter.Seq2[katalog.AnyFigur, error] {
			return replaced[katalog.AnyFigur](figures(9, asked), 3, &katalog.Figur{Navn: "\x01"}, nil)
		}, nil, "WriteRange: item 3: ", "/katalog/figur[3]/navn", nil},
		"no item": {func(asked *int) iter.Seq2[katalog.AnyFigur, error] {
			return replaced[katalog.AnyFigur](figures(9, asked), 3, nil, nil)
		}, nil, "WriteRange: item 3: ", "/katalog/figur[3]", nil},
		"what no text can hold": {func(asked *int) iter.Seq2[katalog.AnyFigur, error] {
			return replaced[katalog.AnyFigur](figures(9, asked), 3, &katalog.Figur{Navn: "\x01"}, nil)
		}, []xsd.Option{xsd.Unchecked()}, "WriteRange: item 3: ", "", nil},
		"error of the sequence": {func(asked *int) iter.Seq2[katalog.AnyFigur, error] {
			return replaced[katalog.AnyFigur](figures(9, asked), 3, nil, errSource)
		}, nil, "WriteRange: item 3: ", "", errSource},
	} {
		var output pieces
		asked := 0
		n, err := xsd.WriteRange(&output, katalog.KatalogElement, catalogue(), "figur", c.items(&asked), c.opts...)
		if err == nil || !strings.Contains(err.Error(), c.say) || c.cause != nil && !errors.Is(err, c.cause) {
			t.Errorf("%s: %v, want %q", name, err, c.say)
		}
		var violations xsd.Violations
		if errors.As(err, &violations) != (c.path != "") || c.path != "" && violations[0].Path != c.path {
			t.Errorf("%s: %v, want a violation of %q", name, err, c.path)
		}
		if n != 2 || asked != 3 || len(output.sizes) > 0 {
			t.Errorf("%s: %d items are written, %d were asked for, and the output has %q", name, n, asked, output.text.String())
		}
	}
}

// What is not valid in front of the items is found before one is asked for, and what is not valid behind them after the last.
func TestWriteRangeChecksTheRest(t *testing.T) {
	front, behind := catalogue(), catalogue()
	front.Tittel = "\x01"
	behind.Ramme = &xsd.Nillable[katalog.Ramme]{Nil: true, Value: katalog.Ramme{Type: new("\x01")}}
	for name, c := range map[string]struct {
		value *katalog.Katalog
		count int
		path  string
	}{
		"in front": {front, 0, "/katalog/tittel"},
		"behind":   {behind, 3, "/katalog/ramme/@type"},
	} {
		var output pieces
		asked := 0
		n, err := xsd.WriteRange(&output, katalog.KatalogElement, c.value, "figur", figures(3, &asked))
		var violations xsd.Violations
		if !errors.As(err, &violations) || violations[0].Path != c.path {
			t.Errorf("%s: %v, want a violation of %s", name, err, c.path)
		}
		if n != c.count || asked != c.count || len(output.sizes) > 0 {
			t.Errorf("%s: %d items are written, %d were asked for, and the output has %q", name, n, asked, output.text.String())
		}
	}
}

// There are two or three of the last elements.
func TestWriteRangeCountsTheItems(t *testing.T) {
	for count, want := range map[int]string{
		0: "[/root cvc-complex-type.2.4.b]", 1: "[/root cvc-complex-type.2.4.b]", 2: "[]", 3: "[]",
		4: "item 4 [/root/some[4] cvc-complex-type.2.4.a]", 5: "item 4 [/root/some[4] cvc-complex-type.2.4.a]",
	} {
		var output pieces
		n, err := xsd.WriteRange(&output, occurrence.RootElement, &occurrence.Bounds{One: 1}, "some", oneByOne(make([]int32, count)))
		if got := faults(err); got != want || n != min(count, 3) {
			t.Errorf("%d items: %s after %d, want %s", count, got, n, want)
		}
	}
}

// faults are the item that an error names, and the paths and rules of the violations.
func faults(err error) string {
	list := []string{}
	var violations xsd.Violations
	errors.As(err, &violations)
	for _, v := range violations {
		list = append(list, v.Path+" "+v.Rule)
	}
	text := fmt.Sprint(list)
	if err == nil {
		return text
	}
	if _, item, ok := strings.Cut(err.Error(), "WriteRange: "); ok {
		number, _, _ := strings.Cut(item, ":")
		return number + " " + text
	}
	return text
}

// shop is a shop that has an order of products.
func shop(ordered ...int32) *identity.Shop {
	v := &identity.Shop{Order: &identity.ShopOrder{}}
	for _, id := range ordered {
		v.Order.Line = append(v.Order.Line, identity.ShopOrderLine{Product: new(id)})
	}
	return v
}

// Keys and what refers to them, inside of items and in the rest, are checked where that is asked for, and then with so many of them at most.
func TestWriteRangeChecksIdentity(t *testing.T) {
	products := func(ids ...int32) iter.Seq2[identity.ShopProduct, error] {
		var list []identity.ShopProduct
		for _, id := range ids {
			list = append(list, identity.ShopProduct{Id: new(id)})
		}
		return oneByOne(list)
	}
	for name, c := range map[string]struct {
		items iter.Seq2[identity.ShopProduct, error]
		rest  *identity.Shop
		opts  []xsd.Option
		want  string
		count int
	}{
		"all there":         {products(1, 2, 3), shop(3, 1), []xsd.Option{xsd.CheckIdentity(5)}, "[]", 3},
		"a key twice":       {products(1, 2, 1), shop(1), []xsd.Option{xsd.CheckIdentity(5)}, "item 3 [/root/product[3] cvc-identity-constraint.4.2.2]", 2},
		"not asked for":     {products(1, 2, 1), shop(7), nil, "[]", 3},
		"leads nowhere":     {products(1, 2), shop(1, 7), []xsd.Option{xsd.CheckIdentity(5)}, "[/root/order/line[2] cvc-identity-constraint.4.3]", 2},
		"too many of them":  {products(1, 2, 3), shop(1), []xsd.Option{xsd.CheckIdentity(2)}, "item 3 []", 2},
		"also not asked":    {products(1, 2, 1), shop(7), []xsd.Option{xsd.CheckIdentity(0)}, "[]", 3},
		"checked by no one": {products(1, 2, 1), shop(7), []xsd.Option{xsd.CheckIdentity(5), xsd.Unchecked()}, "[]", 3},
	} {
		var output pieces
		n, err := xsd.WriteRange(&output, identity.RootElement, c.rest, "product", c.items, c.opts...)
		var limit *xsd.LimitError
		if got := faults(err); got != c.want || n != c.count || errors.As(err, &limit) != (name == "too many of them") {
			t.Errorf("%s: %s after %d, want %s after %d: %v", name, got, n, c.want, c.count, err)
		}
	}
}

// limited takes so many bytes, and then fails, or takes less than it is given.
type limited struct {
	pieces
	room int
	err  error
}

func (l *limited) Write(text []byte) (int, error) {
	if len(text) > l.room {
		return l.room, l.err
	}
	l.room -= len(text)
	return l.pieces.Write(text)
}

// What an output fails with ends writing; what it has is where the document begins.
func TestWriteRangeReportsTheOutput(t *testing.T) {
	const count = 10_000
	var whole pieces
	asked := 0
	if n, err := xsd.WriteRange(&whole, katalog.KatalogElement, catalogue(), "figur", figures(count, &asked)); err != nil || n != count {
		t.Fatal(n, err)
	}
	for name, output := range map[string]*limited{
		"at once":         {err: errSource},
		"in the middle":   {err: errSource, room: 200_000},
		"at the end":      {err: errSource, room: whole.text.Len() - 1},
		"silently":        {room: 200_000},
		"silently at end": {room: whole.text.Len() - 1},
	} {
		want := output.err
		if want == nil {
			want = io.ErrShortWrite
		}
		n, err := xsd.WriteRange(output, katalog.KatalogElement, catalogue(), "figur", figures(count, &asked))
		if !errors.Is(err, want) || asked != n {
			t.Errorf("%s: %v after %d items of %d that were asked for, want %v", name, err, n, asked, want)
		}
		if got := output.text.Bytes(); !bytes.HasPrefix(whole.text.Bytes(), got) {
			t.Errorf("%s: the output has what no part of the document begins with", name)
		}
		if atEnd := strings.HasSuffix(name, "end"); (n == count) != atEnd {
			t.Errorf("%s: %d items", name, n)
		}
	}
}

// A sequence may set what stands behind its items, such as a sum; what stands in front is written by then.
func TestWriteRangeReadsTheRestAfterTheItems(t *testing.T) {
	v := catalogue()
	items := func(yield func(katalog.AnyFigur, error) bool) {
		v.Tittel = "too late"
		if yield(&katalog.Figur{Navn: "f"}, nil) {
			v.Ramme = &xsd.Nillable[katalog.Ramme]{Value: katalog.Ramme{Bredde: 7}}
		}
	}
	var output pieces
	if _, err := xsd.WriteRange(&output, katalog.KatalogElement, v, "figur", items, xsd.Declaration(false)); err != nil {
		t.Fatal(err)
	}
	const want = `<katalog xmlns="urn:katalog" versjon="1"><tittel>t</tittel><kode>AB1</kode><figur><navn>f</navn></figur><ramme><bredde>7</bredde></ramme></katalog>`
	if diff := cmp.Diff(want, output.text.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Of several lists at the path the first gets the items; the others have those of the value.
func TestWriteRangeFillsTheFirstList(t *testing.T) {
	v := &recursive.Node{Child: []recursive.Node{{}, {Child: []recursive.Node{{}, {}}}}}
	var output pieces
	n, err := xsd.WriteRange(&output, recursive.RootElement, v, "child/child", oneByOne(make([]recursive.Node, 1)))
	if err != nil || n != 1 {
		t.Fatal(n, err)
	}
	v.Child[0].Child = make([]recursive.Node, 1)
	want, err := xsd.MarshalXML(v)
	if diff := cmp.Diff(string(want), output.text.String()); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// Ten times as many items take no more memory, in pieces no longer than the limit and an item: what is allocated for an item is gone with it.
func TestWriteRangeHoldsOneItem(t *testing.T) {
	const longest = 64<<10 + 200
	item := katalog.AnyFigur(&katalog.Figur{Navn: strings.Repeat("n", 100)})
	write := func(count int) func() {
		return func() {
			var output largest
			n, err := xsd.WriteRange(&output, katalog.KatalogElement, catalogue(), "figur", func(yield func(katalog.AnyFigur, error) bool) {
				for range count {
					if !yield(item, nil) {
						return
					}
				}
			})
			if err != nil || n != count || output.all < 100*count || output.most > longest {
				t.Errorf("%d items, %d bytes, %d of them at once: %v", n, output.all, output.most, err)
			}
		}
	}
	few, many := cost.Steady(write(10_000)), cost.Steady(write(100_000))
	if many > few+100_000 { // a byte an item
		t.Errorf("10,000 items take %d bytes, and 100,000 take %d", few, many)
	}
}

// largest notes how much it was given, and how much at once.
type largest struct{ all, most int }

func (l *largest) Write(text []byte) (int, error) {
	l.all += len(text)
	l.most = max(l.most, len(text))
	return len(text), nil
}

// A name in no namespace cannot stand where there is a default one. MarshalXML then begins again, with a prefix for the namespace of the root; what is in an item comes too
// late for that, and what is in the rest does not.
func TestWriteRangeOfNamesInNoNamespace(t *testing.T) {
	const document = `<q:root xmlns:q="urn:case"><q:colour xmlns="urn:colours">red</q:colour><q:any xmlns:x="urn:x">x:y</q:any><q:either>plain</q:either></q:root>`
	var v qname.Holder
	if err := xsd.UnmarshalXML([]byte(document), &v); err != nil {
		t.Fatal(err)
	}
	write := func(opts ...xsd.Option) (string, error) {
		rest := v
		rest.Either = nil
		var output pieces
		_, err := xsd.WriteRange(&output, qname.RootElement, &rest, "either", oneByOne(v.Either), opts...)
		return output.text.String(), err
	}
	if text, err := write(); err == nil || !strings.Contains(err.Error(), "item 1: ") || !strings.Contains(err.Error(), "xsd.WithPrefixes") || text != "" {
		t.Errorf("%v, and the output has %q", err, text)
	}
	same := func(opts ...xsd.Option) {
		t.Helper()
		want, err := xsd.MarshalXML(&v, opts...)
		if err != nil {
			t.Fatal(err)
		}
		text, err := write(opts...)
		if diff := cmp.Diff(string(want), text); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	same(xsd.WithPrefixes(xsd.Prefixes{"q": "urn:case"}))
	v.Any, v.Either = xsd.NewQName(xsd.Name{Local: "plain"}, ""), nil
	same()
}

// A namespace that is used for the first time when the root has been handed on is declared where it is used, and the document says the same.
func TestWriteRangeDeclaresLateNamespaces(t *testing.T) {
	v := catalogue()
	for range 5000 {
		v.Figur = append(v.Figur, &katalog.Figur{Navn: "f"})
	}
	v.Figur = append(v.Figur, &katalog.Sirkel{Navn: "s", Radius: 1}, &katalog.Figur{Navn: "f"})
	want, err := xsd.MarshalXML(v)
	if err != nil {
		t.Fatal(err)
	}
	figures := v.Figur
	v.Figur = nil
	var output pieces
	if _, err := xsd.WriteRange(&output, katalog.KatalogElement, v, "figur", oneByOne(figures)); err != nil {
		t.Fatal(err)
	}
	const declaration = ` xmlns:xsi="` + instance + `"`
	at := strings.Index(output.text.String(), declaration)
	if at < 64<<10 || strings.Count(output.text.String(), declaration) != 1 || !strings.HasPrefix(output.text.String()[at:], declaration+` xsi:type="Sirkel"`) {
		t.Errorf("xsi is declared at %d:\n%s", at, output.text.String()[max(at, 0):][:100])
	}
	if diff := cmp.Diff(canonical(t, want), canonical(t, output.text.Bytes())); diff != "" {
		t.Errorf("(-whole +items):\n%s", diff)
	}
}

// The order that the members of xs:all had is put back where the document is one piece; of a longer one, that of the members behind the items.
func TestWriteRangeOfNotedOrder(t *testing.T) {
	document := valid(t, "all_of_lists")["all_of_lists/valid/other_order.xml"]
	v := document.Value.(*alloflists.Report)
	for count, want := range map[int]string{
		2:      "<remark>first</remark><total>3</total><lines><line>0</line><line>0</line></lines></root>",
		20_000: "<line>0</line></lines><remark>first</remark><total>3</total></root>",
	} {
		v.Lines.Line = nil
		var output pieces
		_, err := xsd.WriteRange(&output, alloflists.RootElement, v, "lines/line", oneByOne(make([]int32, count)), xsd.Noting(document.Notes))
		if err != nil || !strings.HasSuffix(output.text.String(), want) || (len(output.sizes) > 1) != (count > 2) {
			t.Errorf("%d lines, %d pieces: %v: ...%s", count, len(output.sizes), err, output.text.String()[max(0, output.text.Len()-200):])
		}
		var again alloflists.Report
		if err := xsd.UnmarshalXML(output.text.Bytes(), &again); err != nil || len(again.Lines.Line) != count || again.Total != 3 {
			t.Errorf("%d lines: %v, %d lines, total %d", count, err, len(again.Lines.Line), again.Total)
		}
	}
}
