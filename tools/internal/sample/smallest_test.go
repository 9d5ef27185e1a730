package sample

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

const order = `
<xs:element name="order"><xs:complexType><xs:sequence>
	<xs:element name="note" type="xs:string" minOccurs="0"/>
	<xs:choice><xs:element name="many" type="line" minOccurs="3" maxOccurs="3"/><xs:element name="line" type="line"/></xs:choice>
	<xs:element name="end" type="xs:boolean" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element>
<xs:complexType name="line" abstract="true"/>
<xs:complexType name="item"><xs:complexContent><xs:extension base="line"><xs:sequence><xs:element name="part" type="part" minOccurs="0"/></xs:sequence><xs:attribute name="n" type="number" use="required"/></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="part"><xs:sequence><xs:element name="of" type="part" minOccurs="0"/><xs:element name="size" type="number"/></xs:sequence></xs:complexType>
<xs:simpleType name="number"><xs:restriction base="xs:int"><xs:minInclusive value="17"/></xs:restriction></xs:simpleType>`

const prolog = `<?xml version="1.0" encoding="UTF-8"?>`

// written writes a tree and wants it to be valid.
func written(t *testing.T, set *schema.Set, n *Node) string {
	t.Helper()
	document, err := n.Document()
	if err != nil {
		t.Fatal(err)
	}
	if err := validate.New(set).Document(strings.NewReader(document)); err != nil {
		t.Errorf("%s: %v", document, err)
	}
	return strings.TrimPrefix(document, prolog)
}

const item = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="item" n="17"`

func TestSmallestElement(t *testing.T) {
	set := inline(t, order)
	n, err := NewSmallest(set).Element(set.Element(schema.Name{Local: "order"}))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`<order><line `+item+`/></order>`, written(t, set, n)); diff != "" {
		t.Error(diff)
	}
}

// TestContentBehindWildcards: what a wildcard lets in is complete where the schema declares it and checks it, and bare elsewhere.
func TestContentBehindWildcards(t *testing.T) {
	for process, want := range map[string]string{
		"lax":  `<a><n>17</n><stranger/></a>`,
		"skip": `<a><n/><stranger/></a>`,
	} {
		set := inline(t, `<xs:element name="a"><xs:complexType><xs:sequence><xs:any processContents="`+process+`" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
			<xs:element name="n"><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="17"/></xs:restriction></xs:simpleType></xs:element>`)
		root := set.Element(schema.Name{Local: "a"})
		n, err := NewSmallest(set).Content(root, root.Type.(*schema.ComplexType), []schema.Name{{Local: "n"}, {Local: "stranger"}})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, written(t, set, n)); diff != "" {
			t.Errorf("%s: %s", process, diff)
		}
	}
}

// TestSmallestCountsElements: five elements beside each other are more than three within each other.
func TestSmallestCountsElements(t *testing.T) {
	set := inline(t, `<xs:element name="a"><xs:complexType><xs:choice>
		<xs:sequence><xs:element name="b" type="xs:int" minOccurs="3" maxOccurs="3"/><xs:element name="c" type="xs:int" minOccurs="2" maxOccurs="2"/></xs:sequence>
		<xs:element name="d"><xs:complexType><xs:sequence><xs:element name="e"><xs:complexType><xs:sequence><xs:element name="f" type="xs:boolean"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
	</xs:choice></xs:complexType></xs:element>`)
	n, err := NewSmallest(set).Element(set.Elements[0])
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`<a><d><e><f>1</f></e></d></a>`, written(t, set, n)); diff != "" {
		t.Error(diff)
	}
}

func TestContentHasTheWord(t *testing.T) {
	set := inline(t, order)
	root := set.Element(schema.Name{Local: "order"})
	n, err := NewSmallest(set).Content(root, root.Type.(*schema.ComplexType), []schema.Name{{Local: "note"}, {Local: "line"}, {Local: "end"}, {Local: "end"}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`<order><note/><line `+item+`/><end>1</end><end>1</end></order>`, written(t, set, n)); diff != "" {
		t.Error(diff)
	}
	n, err = NewSmallest(set).Content(root, root.Type.(*schema.ComplexType), []schema.Name{{Local: "end"}, {Local: "stranger"}})
	if err != nil {
		t.Fatal(err)
	}
	document, err := n.Document()
	if diff := cmp.Diff(prolog+`<order><end/><stranger/></order>`, document); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestAroundGoesTheShortestWay(t *testing.T) {
	set := inline(t, order)
	root, part := set.Element(schema.Name{Local: "order"}), set.Type(schema.Name{Local: "part"})
	tree, at, err := NewSmallest(set).Around(root, func(_ *schema.Element, typ schema.Type) bool { return typ == part })
	if err != nil {
		t.Fatal(err)
	}
	if at.Name.Local != "part" {
		t.Errorf("found %s, want part", at.Name)
	}
	want := `<order><many xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="item" n="17"><part><size>17</size></part></many>`
	if got := written(t, set, tree); !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want it to begin with %s", got, want)
	}
	_, _, err = NewSmallest(set).Around(root, func(e *schema.Element, _ schema.Type) bool { return e.Name.Local == "nowhere" })
	if !errors.Is(err, ErrNoDocument) {
		t.Errorf("an element that is nowhere was found: %v", err)
	}
}

func TestValueIsTheShortestAccepted(t *testing.T) {
	set := inline(t, order)
	number := set.Type(schema.Name{Local: "number"}).(*schema.SimpleType)
	s := NewSmallest(set)
	if value, ok := s.Value(number, nil); !ok || value.Text != "17" {
		t.Errorf("%v %t, want 17", value, ok)
	}
	if value, ok := s.Value(number, func(v Value) bool { return v.Text != "17" }); !ok || len(value.Text) != 2 {
		t.Errorf("%v %t, want another of two digits", value, ok)
	}
	if value, ok := s.Value(number, func(Value) bool { return false }); ok {
		t.Errorf("%v was accepted by nothing", value)
	}
}

// TestSettleMakesKeysHold: a reference to a key leads to one, keys differ, and so do IDs.
func TestSettleMakesKeysHold(t *testing.T) {
	set := inline(t, `
<xs:element name="a"><xs:complexType><xs:sequence>
	<xs:element name="k" maxOccurs="9"><xs:complexType><xs:attribute name="n" type="xs:int" use="required"/><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType></xs:element>
	<xs:element name="r" maxOccurs="9"><xs:complexType><xs:attribute name="n" type="xs:short" use="required"/><xs:attribute name="to" type="xs:IDREFS" use="required"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
	<xs:key name="key"><xs:selector xpath="k"/><xs:field xpath="@n"/></xs:key>
	<xs:keyref name="ref" refer="key"><xs:selector xpath="r"/><xs:field xpath="@n"/></xs:keyref>
</xs:element>`)
	root := set.Element(schema.Name{Local: "a"})
	s := NewSmallest(set)
	n, err := s.Content(root, root.Type.(*schema.ComplexType), []schema.Name{{Local: "k"}, {Local: "k"}, {Local: "r"}, {Local: "r"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Settle(n); err != nil {
		t.Fatal(err)
	}
	written(t, set, n)
}

// TestSettleTakesOutReferences: what has two references that lead nowhere loses both, and a key keeps its value where a reference of its own element goes.
func TestSettleTakesOutReferences(t *testing.T) {
	set := inline(t, `
<xs:element name="a"><xs:complexType><xs:sequence>
	<xs:element name="r"><xs:complexType><xs:attribute name="from" type="xs:int"/><xs:attribute name="to" type="xs:date"/></xs:complexType></xs:element>
	<xs:element name="s" maxOccurs="2"><xs:complexType><xs:attribute name="after" type="xs:date"/><xs:attribute name="name" type="xs:token" use="required"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
	<xs:unique name="nothing"><xs:selector xpath="a"/><xs:field xpath="@n"/></xs:unique>
	<xs:key name="name"><xs:selector xpath="s"/><xs:field xpath="@name"/></xs:key>
	<xs:keyref name="from" refer="nothing"><xs:selector xpath="r"/><xs:field xpath="@from"/></xs:keyref>
	<xs:keyref name="to" refer="nothing"><xs:selector xpath="r"/><xs:field xpath="@to"/></xs:keyref>
	<xs:keyref name="after" refer="name"><xs:selector xpath="s"/><xs:field xpath="@after"/></xs:keyref>
</xs:element>`)
	root := set.Element(schema.Name{Local: "a"})
	s := NewSmallest(set)
	n, err := s.Content(root, root.Type.(*schema.ComplexType), []schema.Name{{Local: "r"}, {Local: "s"}, {Local: "s"}})
	if err != nil {
		t.Fatal(err)
	}
	optional := func(of *Node, local, text string) {
		for _, use := range of.Type.(*schema.ComplexType).AttributeUses {
			if use.Declaration.Name.Local == local {
				of.Attributes = slices.Insert(of.Attributes, 0, Attribute{Name: use.Declaration.Name, Use: use, Value: Value{Text: text}})
			}
		}
	}
	optional(n.Children()[0], "to", "2022-04-11")
	optional(n.Children()[0], "from", "7")
	optional(n.Children()[1], "after", "2022-04-11")
	optional(n.Children()[2], "after", "2022-04-11")
	if err := s.Settle(n); err != nil {
		t.Fatal(err)
	}
	if left := n.Children()[0].Attributes; len(left) > 0 {
		t.Errorf("%v is left of references to nothing", left)
	}
	written(t, set, n)
}

// TestNilEndsRecursion: an element that needs itself can be complete by xsi:nil alone.
func TestNilEndsRecursion(t *testing.T) {
	s := NewSmallest(inline(t, `<xs:element name="a" type="R" nillable="true"/>
		<xs:complexType name="R"><xs:sequence><xs:element name="r" type="R" nillable="true"/></xs:sequence></xs:complexType>`))
	n, err := s.Content(s.set.Elements[0], s.set.Types[0].(*schema.ComplexType), []schema.Name{{Local: "r"}})
	if err != nil {
		t.Fatal(err)
	}
	document, err := n.Document()
	if err != nil {
		t.Fatal(err)
	}
	want := `<a><r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></a>`
	if !strings.Contains(document, want) {
		t.Errorf("%s, want %s", document, want)
	}
}
