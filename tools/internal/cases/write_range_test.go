// This file holds WriteRange to MarshalXML: for every list in the documents of all cases, what is written with its items from a sequence is what is written of
// the whole value.

package cases_test

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	abstracttype "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/abstract_type"
	alloflists "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/all_of_lists"
	aswritten "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/as_written"
	carefulwithin "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/careful_within"
	choiceoptional "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/choice_optional"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/counted"
	elementref "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/element_ref"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extension"
	extensionchain "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extension_chain"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras/other"
	grouprepeated "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/group_repeated"
	idattributes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/id_attributes"
	ididref "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/id_idref"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/identity"
	identityanyattribute "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/identity_any_attribute"
	identitychildren "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/identity_children"
	identityscopes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/identity_scopes"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/imports"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/imports/common"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/list"
	listdefault "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/list_default"
	listenumeration "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/list_enumeration"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/many"
	mixedtext "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/mixed_text"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/nillable"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/occurrence"
	owntypes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/own_types"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/qname"
	qnamedefault "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/qname_default"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/recursive"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/service"
	servicesettings "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/service_settings"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/spelling"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/substitution"
	substitutionchain "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/substitution_chain"
	substitutionnamesakes "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/substitution_namesakes"
	substitutionsimple "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/substitution_simple"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/union"
	unionoflists "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/union_of_lists"
	wildcardnested "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/wildcard_nested"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// pourings are the lists in valid documents of all cases, by where they are.
var pourings = []pouring{
	{"abstract_type", "shape", pour[abstracttype.AnyShape](abstracttype.RootElement, "shape")},
	{"all_of_lists", "lines/line", pour[int32](alloflists.RootElement, "lines/line")},
	{"as_written", "line", pour[aswritten.AnyLine](aswritten.RootElement, "line")},
	{"as_written", "line/amount", pour[aswritten.Amount](aswritten.RootElement, "line/amount")},
	{"as_written", "line/free", pour[xsd.Nillable[xsd.AnySimple]](aswritten.RootElement, "line/free")},
	{"careful_within", "last", pour[carefulwithin.Box](carefulwithin.RootElement, "last")},
	{"choice_optional", "b", pour[string](choiceoptional.RootElement, "b")},
	{"choice_optional", "e", pour[int32](choiceoptional.RootElement, "e")},
	{"counted", "a", pour[string](counted.RootElement, "a")},
	{"element_ref", "part", pour[xsd.Nillable[xsd.Token]](elementref.RootElement, "part")},
	{"extension", "party", pour[extension.AnyParty](extension.RootElement, "party")},
	{"extension_chain", "any", pour[extensionchain.AnyA](extensionchain.RootElement, "any")},
	{"extras", "amounts", pour[xsd.Nillable[extras.Amount]](extras.RootElement, "amounts")},
	{"extras", "choices", pour[extras.Choices](extras.RootElement, "choices")},
	{"extras", "fixed/XMLLang", pour[string](extras.RootElement, "fixed/XMLLang")},
	{"extras", "fixed/days", pour[extras.Day](extras.RootElement, "fixed/days")},
	{"extras", "note/word", pour[xsd.Token](extras.RootElement, "note/word")},
	{"extras", "notes", pour[other.Note](extras.RootElement, "notes")},
	{"extras", "notes/word", pour[xsd.Token](extras.RootElement, "notes/word")},
	{"extras", "shape", pour[xsd.Substitutable[other.AnyShape]](extras.RootElement, "shape")},
	{"extras", "values/colour", pour[extras.Colour](extras.RootElement, "values/colour")},
	{"extras", "values/days", pour[extras.Day](extras.RootElement, "values/days")},
	{"extras", "values/numbers", pour[xsd.Integer](extras.RootElement, "values/numbers")},
	{"extras", "values/ratios", pour[extras.Ratios](extras.RootElement, "values/ratios")},
	{"group_repeated", "ref", pour[string](grouprepeated.RootElement, "ref")},
	{"id_attributes", "n", pour[idattributes.RootN](idattributes.RootElement, "n")},
	{"id_idref", "n", pour[ididref.HolderN](ididref.RootElement, "n")},
	{"identity", "order/line", pour[identity.ShopOrderLine](identity.RootElement, "order/line")},
	{"identity", "product", pour[identity.ShopProduct](identity.RootElement, "product")},
	{"identity_any_attribute", "n", pour[xsd.Nillable[identityanyattribute.RootN]](identityanyattribute.RootElement, "n")},
	{"identity_any_attribute", "s", pour[xsd.Nillable[int32]](identityanyattribute.RootElement, "s")},
	{"identity_any_attribute", "t", pour[xsd.AnySimple](identityanyattribute.RootElement, "t")},
	{"identity_any_attribute", "v", pour[xsd.Nillable[identityanyattribute.AnyBase]](identityanyattribute.RootElement, "v")},
	{"identity_children", "book", pour[identitychildren.Book](identitychildren.RootElement, "book")},
	{"identity_children", "loan", pour[identitychildren.Loan](identitychildren.RootElement, "loan")},
	{"identity_scopes", "page", pour[identityscopes.Page](identityscopes.RootElement, "page")},
	{"identity_scopes", "page/cell", pour[identityscopes.PageCell](identityscopes.RootElement, "page/cell")},
	{"imports", "box/base", pour[common.AnyBase](imports.RootElement, "box/base")},
	{"katalog", "figur", pour[katalog.AnyFigur](katalog.KatalogElement, "figur")},
	{"katalog", "publikasjon", pour[xsd.Substitutable[katalog.Publikasjon]](katalog.KatalogElement, "publikasjon")},
	{"list", "few", pour[int32](list.RootElement, "few")},
	{"list", "marked", pour[list.Marked](list.RootElement, "marked")},
	{"list", "numbers", pour[int32](list.RootElement, "numbers")},
	{"list_default", "firm", pour[listdefault.Days](listdefault.RootElement, "firm")},
	{"list_default", "open", pour[int32](listdefault.RootElement, "open")},
	{"list_default", "shift", pour[listdefault.SomeDays](listdefault.RootElement, "shift")},
	{"list_enumeration", "few", pour[listenumeration.Few](listenumeration.RootElement, "few")},
	{"list_enumeration", "pair", pour[int32](listenumeration.RootElement, "pair")},
	{"many", "a", pour[string](many.RootElement, "a")},
	{"mixed_text", "note", pour[mixedtext.Note](mixedtext.RootElement, "note")},
	{"nillable", "c", pour[xsd.Nillable[xsd.Date]](nillable.RootElement, "c")},
	{"occurrence", "many", pour[int32](occurrence.RootElement, "many")},
	{"occurrence", "some", pour[int32](occurrence.RootElement, "some")},
	{"own_types", "fee", pour[owntypes.Fee](owntypes.RootElement, "fee")},
	{"own_types", "sum", pour[owntypes.Decimal](owntypes.RootElement, "sum")},
	{"qname", "either", pour[qname.ColourOrNumber](qname.RootElement, "either")},
	{"qname_default", "several", pour[qnamedefault.NumberOrMixture](qnamedefault.RootElement, "several")},
	{"recursive", "child", pour[recursive.Node](recursive.RootElement, "child")},
	{"recursive", "child/child", pour[recursive.Node](recursive.RootElement, "child/child")},
	{"recursive", "child/child/child", pour[recursive.Node](recursive.RootElement, "child/child/child")},
	{"service", "order", pour[service.Order](service.OrdersElement, "order")},
	{"service_settings", "day", pour[xsd.Date](servicesettings.DeadlinesElement, "day")},
	{"spelling", "flag", pour[spelling.Flag](spelling.RootElement, "flag")},
	{"substitution", "animal", pour[xsd.Substitutable[substitution.AnyAnimal]](substitution.RootElement, "animal")},
	{"substitution_chain", "b", pour[xsd.Substitutable[xsd.XMLValue]](substitutionchain.RootElement, "b")},
	{"substitution_namesakes", "both/remark", pour[substitutionnamesakes.AnyNote](substitutionnamesakes.RootElement, "both/remark")},
	{"substitution_namesakes", "many/note", pour[xsd.Substitutable[substitutionnamesakes.AnyNote]](substitutionnamesakes.RootElement, "many/note")},
	{"substitution_simple", "code", pour[xsd.Substitutable[xsd.XMLValue]](substitutionsimple.RootElement, "code")},
	{"substitution_simple", "value", pour[xsd.Substitutable[xsd.XMLValue]](substitutionsimple.RootElement, "value")},
	{"union", "size", pour[union.Size](union.RootElement, "size")},
	{"union_of_lists", "v", pour[unionoflists.Outer](unionoflists.RootElement, "v")},
	{"wildcard_nested", "box", pour[wildcardnested.Box](wildcardnested.RootElement, "box")},
	{"wildcard_nested", "pair", pour[wildcardnested.Pair](wildcardnested.RootElement, "pair")},
}

// pouring is a list, with what writes documents whose items come from a sequence.
type pouring struct {
	name, path string
	poured
}

// poured are WriteRange for the lists at a path of a root, and Range over them.
type poured struct {
	// write writes v with the items that the list had.
	write func(output *pieces, v xsd.XMLValue, list reflect.Value, opts ...xsd.Option) (int, error)
	// copied reads items from a document and writes them while they are read.
	copied func(output *pieces, v xsd.XMLValue, document []byte, opts ...xsd.Option) (int, error)
}

func pour[T, R any](root xsd.Element[R], path string) poured {
	return poured{
		write: func(output *pieces, v xsd.XMLValue, list reflect.Value, opts ...xsd.Option) (int, error) {
			items, _ := reflect.TypeAssert[[]T](list)
			return xsd.WriteRange(output, root, any(v).(*R), path, oneByOne(items), opts...)
		},
		copied: func(output *pieces, v xsd.XMLValue, document []byte, opts ...xsd.Option) (int, error) {
			items := xsd.Range[T](bytes.NewReader(document), root, path)
			return xsd.WriteRange(output, root, any(v).(*R), path, items, opts...)
		},
	}
}

// oneByOne yields values without errors.
func oneByOne[T any](values []T) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		for _, v := range values {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// pieces keeps what is written, and how long each piece was.
type pieces struct {
	text  bytes.Buffer
	sizes []int
}

func (p *pieces) Write(text []byte) (int, error) {
	p.sizes = append(p.sizes, len(text))
	return p.text.Write(text)
}

// oneList is a list in a value. Branches of choices are copies: commit puts them back.
type oneList struct {
	reflect.Value
	commit func()
}

// set replaces the list.
func (l *oneList) set(items reflect.Value) {
	l.Set(items)
	l.commit()
}

// emptied empties the list and returns what was in it.
func (l *oneList) emptied() reflect.Value {
	items := reflect.ValueOf(l.Interface())
	l.set(reflect.Zero(l.Type()))
	return items
}

// lists finds the lists at a path, in the order of the document, and all paths that lead to one.
type lists struct {
	at    string
	found []oneList
	all   map[string]bool
}

// maxSteps is how long a path may be: a recursive type has paths of any length.
const maxSteps = 3

func (l *lists) walk(v reflect.Value, path string, commit func()) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			l.walk(v.Elem(), path, commit)
		}
	case reflect.Interface:
		if v.Elem().Kind() == reflect.Struct {
			branch := reflect.New(v.Elem().Type()).Elem()
			branch.Set(v.Elem())
			l.walk(branch, path, func() { v.Set(branch); commit() })
		} else if !v.IsNil() {
			l.walk(v.Elem(), path, commit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				l.field(v.Field(i), v.Type().Field(i).Tag.Get("xml"), path, commit)
			}
		}
	}
}

// field walks what a Go field holds. One without a tag holds the branch of a choice, or what is wrapped; a list without one is no list of one element.
func (l *lists) field(f reflect.Value, tag, path string, commit func()) {
	switch {
	case strings.Contains(tag, ",") || tag == "" && f.Kind() == reflect.Slice:
		return
	case tag != "":
		path = strings.TrimPrefix(path+"/"+tag[strings.LastIndexByte(tag, ' ')+1:], "/")
	}
	if f.Kind() != reflect.Slice {
		l.walk(f, path, commit)
		return
	}
	if strings.Count(path, "/") >= maxSteps {
		return
	}
	l.all[path] = true
	if path == l.at {
		l.found = append(l.found, oneList{f, commit})
	}
	for i := range f.Len() {
		l.walk(f.Index(i), path, commit)
	}
}

// listsAt returns the lists at a path of a value.
func listsAt(v xsd.XMLValue, path string) *lists {
	l := &lists{at: path, all: map[string]bool{}}
	l.walk(reflect.ValueOf(v), "", func() {})
	return l
}

// valid returns the valid documents of a case.
func valid(t *testing.T, name string) map[string]xsd.Document {
	t.Helper()
	all := map[string]xsd.Document{}
	for _, file := range documents(t, name, "valid") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if all[file], err = readers[name](data); err != nil {
			t.Fatal(file, err)
		}
	}
	return all
}

// beyond are the paths that lead to a list only by a type that xsi:type names for the root: paths follow the declared types, in Range too.
var beyond = []string{"nillable_derived root"}

// Every list in a valid document is in the table.
func TestPouringsAreComplete(t *testing.T) {
	want, got := map[string]bool{}, map[string]bool{}
	for name := range readers {
		for _, document := range valid(t, name) {
			for path := range listsAt(document.Value, "").all {
				want[name+" "+path] = true
			}
		}
	}
	for _, p := range pourings {
		got[p.name+" "+p.path] = true
	}
	for _, path := range beyond {
		got[path] = true
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the table (-want +got):\n%s", diff)
	}
}

// valuesAreLists says of an error that what looks like a list of elements is one value of a list type.
const valuesAreLists = "are no list of their own"

func TestWriteRangeWritesTheWhole(t *testing.T) {
	written, long, copies := 0, 0, 0
	for _, p := range pourings {
		for file, document := range valid(t, p.name) {
			found := listsAt(document.Value, p.path).found
			if len(found) == 0 {
				continue
			}
			for _, opts := range [][]xsd.Option{
				nil,
				{xsd.Indent("\t")},
				{xsd.Declaration(false), xsd.SchemaLocation("urn:a", "a.xsd"), xsd.SchemaLocation("", "b.xsd")},
				{xsd.WithPrefixes(xsd.Prefixes{"own": document.Element.Space, "x": instance})},
				{xsd.Noting(document.Notes)},
				{xsd.CheckIdentity(1000)},
			} {
				written += p.whole(t, file, document, found[0], opts)
			}
			long += p.long(t, file, document, found[0])
			if len(found) == 1 {
				copies += p.copies(t, file, document, found[0])
			}
		}
	}
	t.Logf("%d documents, %d long ones and %d copies are the same", written, long, copies)
	if written < 500 || long < 50 || copies < 50 {
		t.Error("want 500 documents, 50 long ones and 50 copies")
	}
}

// whole demands that the value is written with the items of a list as it is written with the list, and returns 1; or 0 where that is no list of elements.
func (p pouring) whole(t *testing.T, file string, document xsd.Document, l oneList, opts []xsd.Option) int {
	t.Helper()
	as := xsd.As(document.Element)
	want, err := xsd.MarshalXML(document.Value, append(opts, as)...)
	if document.Element.Space == "" && err != nil {
		return 0 // no prefix can be given to no namespace
	}
	if err != nil {
		t.Fatal(file, p.path, err)
	}
	items := l.emptied()
	defer l.set(items)
	var got pieces
	n, err := p.write(&got, document.Value, items, opts...)
	if err != nil && strings.Contains(err.Error(), valuesAreLists) {
		return 0
	}
	if err != nil || n != items.Len() || len(got.sizes) != 1 {
		t.Errorf("%s, %s: %d of %d items in %d pieces: %v", file, p.path, n, items.Len(), len(got.sizes), err)
		return 0
	}
	if diff := cmp.Diff(string(want), got.text.String()); diff != "" {
		t.Errorf("%s, %s (-whole +items):\n%s", file, p.path, diff)
	}
	return 1
}

// long does the same with so many items that they are written in several pieces; whether there may be as many is not asked.
func (p pouring) long(t *testing.T, file string, document xsd.Document, l oneList) int {
	t.Helper()
	items := l.emptied()
	defer l.set(items)
	if items.Len() == 0 {
		return 0
	}
	many := items
	for many.Len() < 20_000 {
		many = reflect.AppendSlice(many, items)
	}
	l.set(many)
	want, err := xsd.MarshalXML(document.Value, xsd.As(document.Element), xsd.Unchecked())
	if err != nil {
		t.Fatal(file, p.path, err)
	}
	l.set(reflect.Zero(l.Type()))
	var got pieces
	n, err := p.write(&got, document.Value, many, xsd.Unchecked())
	if err != nil && strings.Contains(err.Error(), valuesAreLists) {
		return 0
	}
	if err != nil || n != many.Len() || len(got.sizes) < 2 {
		t.Errorf("%s, %s: %d of %d items in %d pieces: %v", file, p.path, n, many.Len(), len(got.sizes), err)
		return 0
	}
	for _, size := range got.sizes[:len(got.sizes)-1] {
		if size < 64<<10 {
			t.Errorf("%s, %s: a piece has %d bytes", file, p.path, size)
		}
	}
	if got := got.text.Bytes(); !bytes.Equal(got, want) {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("%s, %s: at byte %d of %d comes\n%.200s\nwant\n%.200s", file, p.path, i, len(want), got[i:], want[i:])
	}
	return 1
}

// copies demands that items that are written while they are read make the document that they were read from.
func (p pouring) copies(t *testing.T, file string, document xsd.Document, l oneList) int {
	t.Helper()
	want, err := xsd.MarshalXML(document.Value, xsd.As(document.Element))
	if err != nil {
		t.Fatal(file, p.path, err)
	}
	items := l.emptied()
	defer l.set(items)
	var got pieces
	_, err = p.copied(&got, document.Value, want)
	if err != nil && strings.Contains(err.Error(), valuesAreLists) {
		return 0
	}
	if err != nil {
		t.Errorf("%s, %s: %v", file, p.path, err)
		return 0
	}
	if diff := cmp.Diff(string(want), got.text.String()); diff != "" {
		t.Errorf("%s, %s (-document +copy):\n%s", file, p.path, diff)
	}
	return 1
}
