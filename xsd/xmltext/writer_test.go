// What is written: by hand from XML 1.0 and Namespaces in XML 1.0, and read again.

package xmltext

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func name(space, local string) source.Name { return source.Name{Space: space, Local: local} }

var writeTests = []struct {
	name  string
	write func(w *Writer)
	want  string
}{
	{"empty element", func(w *Writer) {
		w.Start(name("", "a"))
		w.End()
	}, `<a/>`},
	{"declaration", func(w *Writer) {
		w.Declaration()
		w.Start(name("", "a"))
		w.End()
	}, `<?xml version="1.0" encoding="UTF-8"?><a/>`},
	{"text", func(w *Writer) {
		w.Start(name("", "a"))
		w.Text("1 < 2 && ]]> \"'\r\n\tæ\u0085")
		w.Text("")
		w.Text("!")
		w.End()
	}, "<a>1 &lt; 2 &amp;&amp; ]]&gt; \"'&#13;\n\tæ\u0085!</a>"},
	{"empty text does not open the tag", func(w *Writer) {
		w.Start(name("", "a"))
		w.Text("")
		w.End()
	}, `<a/>`},
	{"attributes", func(w *Writer) {
		w.Start(name("", "a"))
		w.Attr(name("", "x"), "\t\n\r<>&\"'æ")
		w.Attr(name("", "y"), "")
		w.End()
	}, `<a x="&#9;&#10;&#13;&lt;>&amp;&quot;'æ" y=""/>`},
	{"invented prefixes", func(w *Writer) {
		w.Start(name("u", "a"))
		w.Attr(name("u", "x"), "1")
		w.Attr(name("v", "x"), "2")
		w.Start(name("v", "b"))
		w.End()
		w.Start(name("w", "c"))
		w.End()
		w.End()
	}, `<ns1:a xmlns:ns1="u" ns1:x="1" xmlns:ns2="v" ns2:x="2"><ns2:b/><ns3:c xmlns:ns3="w"/></ns1:a>`},
	{"preferred prefixes", func(w *Writer) {
		w.Prefer("q", "u")
		w.Prefer("p", "u")
		w.Prefer("", "d")
		w.Start(name("d", "a"))
		w.Start(name("u", "b"))
		w.End()
		w.Start(name("u", "b"))
		w.End()
		w.End()
	}, `<a xmlns="d"><p:b xmlns:p="u"/><p:b xmlns:p="u"/></a>`},
	{"default namespace off and on", func(w *Writer) {
		w.Prefer("", "d")
		w.Start(name("d", "a"))
		w.Start(name("", "b"))
		w.Start(name("", "c"))
		w.End()
		w.Start(name("d", "e"))
		w.End()
		w.End()
		w.Start(name("d", "f"))
		w.End()
		w.End()
	}, `<a xmlns="d"><b xmlns=""><c/><e xmlns="d"/></b><f/></a>`},
	{"attribute in the default namespace", func(w *Writer) {
		w.Prefer("", "d")
		w.Start(name("d", "a"))
		w.Attr(name("d", "x"), "1")
		w.Start(name("d", "b"))
		w.End()
		w.End()
	}, `<a xmlns="d" xmlns:ns1="d" ns1:x="1"><b/></a>`},
	{"given declarations", func(w *Writer) {
		w.Start(name("u", "a"), Binding{"p", "u"}, Binding{"", "d"}, Binding{"q", "v"})
		w.Start(name("v", "b"), Binding{"q", "v"}, Binding{"p", "w"})
		w.End()
		w.End()
	}, `<p:a xmlns:p="u" xmlns="d" xmlns:q="v"><q:b xmlns:p="w"/></p:a>`},
	{"preferred prefix that the tag uses", func(w *Writer) {
		w.Prefer("p", "u")
		w.Start(name("v", "a"), Binding{"p", "v"})
		w.Attr(name("u", "x"), "1")
		w.End()
	}, `<p:a xmlns:p="v" xmlns:ns1="u" ns1:x="1"/>`},
	{"preferred prefix that an outer element uses", func(w *Writer) {
		w.Prefer("p", "u")
		w.Start(name("v", "a"), Binding{"p", "v"})
		w.Start(name("u", "b"))
		w.Attr(name("v", "x"), "1")
		w.End()
		w.End()
	}, `<p:a xmlns:p="v"><p:b xmlns:p="u" xmlns:ns1="v" ns1:x="1"/></p:a>`},
	{"invented prefix that is taken", func(w *Writer) {
		w.Start(name("", "a"), Binding{"ns1", "u"})
		w.Start(name("v", "b"))
		w.End()
		w.End()
	}, `<a xmlns:ns1="u"><ns2:b xmlns:ns2="v"/></a>`},
	{"the namespace xml", func(w *Writer) {
		w.Start(name("", "a"), Binding{"xml", XMLNamespace})
		w.Attr(name(XMLNamespace, "lang"), "no")
		w.End()
	}, `<a xml:lang="no"/>`},
	{"QNames in values", func(w *Writer) {
		w.Prefer("q", "v")
		w.Start(name("u", "a"), Binding{"p", "u"})
		w.Attr(name("", "x"), w.Prefix("u")+":x "+w.Prefix("v")+":y")
		w.Text(w.Prefix("v") + ":z" + w.Prefix(""))
		w.Start(name("", "b"))
		w.Declare("", "d")
		w.Declare("p", "u")
		w.Text(w.Prefix("u"))
		w.End()
		w.End()
	}, `<p:a xmlns:p="u" xmlns:q="v" x="p:x q:y">q:z<b>p</b></p:a>`},
	{"QName in no namespace", func(w *Writer) {
		w.Start(name("u", "a"), Binding{"", "d"}, Binding{"p", "u"})
		w.Start(name("u", "b"))
		w.Text(w.Prefix("") + "x")
		w.End()
		w.End()
	}, `<p:a xmlns="d" xmlns:p="u"><p:b xmlns="">x</p:b></p:a>`},
	{"indentation", func(w *Writer) {
		w.SetIndent("  ")
		w.Declaration()
		w.Start(name("", "a"))
		w.Start(name("", "b"))
		w.Text("x")
		w.End()
		w.Start(name("", "c"))
		w.Start(name("", "d"))
		w.End()
		w.End()
		w.Start(name("", "mixed"))
		w.Text("x")
		w.Start(name("", "e"))
		w.End()
		w.End()
		w.Start(name("", "inline"))
		w.Inline()
		w.Start(name("", "f"))
		w.End()
		w.End()
		w.End()
	}, `<?xml version="1.0" encoding="UTF-8"?>
<a>
  <b>x</b>
  <c>
    <d/>
  </c>
  <mixed>x<e/></mixed>
  <inline><f/></inline>
</a>
`},
}

func TestWrite(t *testing.T) {
	var w Writer
	for _, test := range writeTests {
		t.Run(test.name, func(t *testing.T) {
			w.Reset(nil)
			test.write(&w)
			got, err := w.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if last := lastLine(NewReader(got, source.Limits{})); last != "end" {
				t.Errorf("%s cannot be read: %s", got, last)
			}
		})
	}
}

func TestDeclare(t *testing.T) {
	var w Writer
	if w.Declare("p", "u") {
		t.Error("declared outside of an element")
	}
	w.Start(name("u", "a"), Binding{"p", "u"})
	tests := []struct {
		prefix, uri string
		want        bool
	}{
		{"p", "u", true},
		{"p", "v", false},
		{"q", "v", true},
		{"q", "w", false},
		{"", "d", true},
		{"", "", false},
		{"xml", "u", false},
		{"r", "", false},
		{"1", "u", false},
		{"s", XMLNamespace, false},
	}
	for _, test := range tests {
		if got := w.Declare(test.prefix, test.uri); got != test.want {
			t.Errorf("Declare(%q, %q) = %t, want %t", test.prefix, test.uri, got, test.want)
		}
	}
	w.Text("x")
	if w.Declare("t", "u") || w.Err() != nil {
		t.Errorf("declared after the tag; %v", w.Err())
	}
}

func TestWriteFaults(t *testing.T) {
	tests := []struct {
		name  string
		write func(w *Writer)
		want  string
	}{
		{"nothing", func(w *Writer) {}, "the document has no element"},
		{"not ended", func(w *Writer) { w.Start(name("", "a")) }, "an element is not ended"},
		{"control character", func(w *Writer) { w.Start(name("", "a")); w.Text("x\x01") }, `the text "x\x01" holds the character U+0001, which XML cannot hold`},
		{"noncharacter", func(w *Writer) { w.Start(name("", "a")); w.Attr(name("", "x"), "\uFFFF") }, `holds the character U+FFFF`},
		{"not UTF-8", func(w *Writer) { w.Start(name("", "a")); w.Text("x\xE6") }, `the text "x\xe6" is not UTF-8`},
		{"NUL in a namespace", func(w *Writer) { w.Start(name("\x00", "a")) }, `holds the character U+0000`},
		{"bad name", func(w *Writer) { w.Start(name("", "1")) }, `"1" is not a name`},
		{"name with a prefix", func(w *Writer) { w.Start(name("", "p:a")) }, `"p:a" is not a name`},
		{"bad attribute name", func(w *Writer) { w.Start(name("", "a")); w.Attr(name("", ""), "") }, `"" is not a name`},
		{"bad prefix", func(w *Writer) { w.Start(name("", "a"), Binding{"p q", "u"}) }, `"p q" is not a prefix`},
		{"prefix for nothing", func(w *Writer) { w.Start(name("", "a"), Binding{"p", ""}) }, "the prefix p is declared for no namespace"},
		{"prefix twice", func(w *Writer) { w.Start(name("", "a"), Binding{"p", "u"}, Binding{"p", "v"}) }, `the prefix "p" stands for two namespaces in one tag`},
		{"default namespace against the name", func(w *Writer) { w.Start(name("", "a"), Binding{"", "u"}) }, `the prefix "" stands for two namespaces in one tag`},
		{"namespace of declarations", func(w *Writer) { w.Start(name(xmlnsNamespace, "a")) }, "no prefix can be declared for the namespace"},
		{"attribute twice", func(w *Writer) {
			w.Start(name("", "a"))
			w.Attr(name("u", "x"), "")
			w.Attr(name("u", "x"), "")
		}, "the attribute {u}x is there twice"},
		{"attribute after text", func(w *Writer) { w.Start(name("", "a")); w.Text("x"); w.Attr(name("", "x"), "") }, "the attribute x comes after the start tag"},
		{"attribute without an element", func(w *Writer) { w.Attr(name("", "x"), "") }, "the attribute x comes after the start tag"},
		{"two roots", func(w *Writer) { w.Start(name("", "a")); w.End(); w.Start(name("", "b")) }, "a document has one root element"},
		{"text outside", func(w *Writer) { w.Text("x") }, "text stands outside of the root element"},
		{"end too many", func(w *Writer) { w.Start(name("", "a")); w.End(); w.End() }, "no element is open"},
		{"declaration too late", func(w *Writer) { w.Start(name("", "a")); w.Declaration() }, "the XML declaration must come first"},
		{"indentation", func(w *Writer) { w.SetIndent("-") }, `the indentation "-" is not white space`},
		{"indentation of a word", func(w *Writer) { w.SetIndent("\x1b\x1b\x1b\x1b\x1b\x1b\x1b\x1b ") }, `the indentation "\x1b\x1b\x1b\x1b\x1b\x1b\x1b\x1b " is not white space`},
		{"QName after the tag", func(w *Writer) { w.Start(name("", "a")); w.Text("x"); w.Prefix("u") }, "the namespace u comes after the start tag"},
		{"QName in no namespace", func(w *Writer) {
			w.Prefer("", "d")
			w.Start(name("d", "a"))
			w.Prefix("")
		}, "a QName in no namespace stands where there is a default namespace"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var w Writer
			test.write(&w)
			_, err := w.Bytes()
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("%v, want %q", err, test.want)
			}
			// Nothing that comes after the first error changes it, or panics.
			first := w.Err()
			w.Declaration()
			w.Start(name("", "b"))
			w.Attr(name("", "x"), "")
			w.Text("x")
			w.Inline()
			w.Prefix("u")
			w.End()
			if first != nil && w.Err() != first {
				t.Errorf("%v became %v", first, w.Err())
			}
		})
	}
}

// Writing allocates nothing once the writer has its memory.
func TestWriteWithoutAllocation(t *testing.T) {
	var w Writer
	var buf []byte
	write := func() {
		w.Reset(buf)
		w.Prefer("", "u")
		w.Declaration()
		w.Start(name("u", "a"))
		for range 100 {
			w.Start(name("u", "b"))
			w.Attr(name("v", "x"), "a & b")
			w.Text("smør < brød")
			w.End()
		}
		w.End()
		var err error
		if buf, err = w.Bytes(); err != nil || w.Depth() != 0 {
			t.Fatal(err)
		}
	}
	write()
	if allocs := testing.AllocsPerRun(10, write); allocs > 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestWriterRefusesTextWithoutAnyCharacter(t *testing.T) {
	var w Writer
	w.Start(source.Name{Space: strings.Repeat("\x9f", 200), Local: "a"})
	if w.Err() == nil {
		t.Error("continuation bytes alone were taken for a namespace")
	}
}

func TestReorder(t *testing.T) {
	var w Writer
	w.Start(name("", "a"))
	w.Start(name("", "first"))
	w.End()
	var marks []int
	for _, child := range []string{"b", "c", "d"} {
		marks = append(marks, w.Mark())
		w.Start(name("urn:"+child, child))
		w.Text(child)
		w.End()
	}
	w.Reorder(marks, []int{2, 3, 1})
	w.Start(name("", "last"))
	w.End()
	w.End()
	got, err := w.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	want := `<a><first/><ns1:d xmlns:ns1="urn:d">d</ns1:d><ns1:b xmlns:ns1="urn:b">b</ns1:b><ns1:c xmlns:ns1="urn:c">c</ns1:c><last/></a>`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}
