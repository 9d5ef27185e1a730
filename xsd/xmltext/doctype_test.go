// Document type declarations: what is refused, what the declared entities and attributes make of a document, what is not read, and what
// expansion may cost. The expectations are written by hand from XML 1.0 (fifth edition), the sections beside them.

package xmltext

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// within puts declarations into a document.
func within(subset, root string) string { return "<!DOCTYPE a [" + subset + "]>" + root }

func TestDoctypeContent(t *testing.T) {
	tests := []struct {
		name, doc string
		want      []string
	}{
		{"name alone", "<!DOCTYPE a><a/>", []string{"<a", ">a", "end"}},
		{"after a declaration and a comment", "<?xml version='1.0'?>\n<!-- c --><!DOCTYPE a >\n<?p?><a/>", []string{"<a", ">a", "end"}},
		{"brackets and quotes in declarations", within(`<!ENTITY e "]>'"><!-- ]> ' --><?p ]> ?>`, "<a>&e;</a>"), []string{"<a", `"]>'"`, ">a", "end"}},
		{"text", within(`<!ENTITY e "x">`, "<a>1&e;2</a>"), []string{"<a", `"1x2"`, ">a", "end"}},
		{"text alone", within(`<!ENTITY e ' x '>`, "<a>&e;</a>"), []string{"<a", `" x "`, ">a", "end"}},
		{"nothing", within(`<!ENTITY e ''>`, "<a>&e;</a>"), []string{"<a", ">a", "end"}},
		{"the first declaration counts (4.2)", within(`<!ENTITY e "1"><!ENTITY e "2">`, "<a>&e;</a>"), []string{"<a", `"1"`, ">a", "end"}},
		{"elements", within(`<!ENTITY e "x<b c='1'>y</b>z">`, "<a>1&e;2</a>"), []string{"<a", `"1x"`, `<b c="1"`, `"y"`, ">b", `"z2"`, ">a", "end"}},
		{
			"entities in entities", within(`<!ENTITY e "(&f;)"><!ENTITY f "<b>&g;</b>"><!ENTITY g "!">`, "<a>&e;&e;</a>"),
			[]string{"<a", `"("`, "<b", `"!"`, ">b", `")("`, "<b", `"!"`, ">b", `")"`, ">a", "end"},
		},
		{"a reference to a character is replaced once (4.5)", within(`<!ENTITY e "&#60;b/>">`, "<a>&e;</a>"), []string{"<a", "<b", ">b", ">a", "end"}},
		{"twice where it is written twice", within(`<!ENTITY e "&#38;#60;b/>">`, "<a>&e;</a>"), []string{"<a", `"<b/>"`, ">a", "end"}},
		{"predefined entities within one", within(`<!ENTITY e "&lt;&amp;">`, "<a b='&e;'>&e;</a>"), []string{`<a b="<&"`, `"<&"`, ">a", "end"}},
		{"predefined entities declared (4.6)", within(`<!ENTITY lt "&#38;#60;"><!ENTITY gt ">">`, "<a>&lt;&gt;</a>"), []string{"<a", `"<>"`, ">a", "end"}},
		{"in a value, quotes are data (4.4.5)", within(`<!ENTITY e "'">`, `<a b='&e;' c="&e;"/>`), []string{`<a b="'" c="'"`, ">a", "end"}},
		{"in a value, white space becomes spaces (3.3.3)", within("<!ENTITY e 'x\ty\nz&#13;&#10;'>", "<a b='&e;' c='1\r\n2&#9;'/>"), []string{`<a b="x y z  " c="1 2\t"`, ">a", "end"}},
		{"line ends in an entity (2.11)", within("<!ENTITY e '1\r\n2\r3'>", "<a>&e;</a>"), []string{"<a", `"1\n2\n3"`, ">a", "end"}},
		{"a carriage return that is referred to", within("<!ENTITY e '1&#13;&#10;2'>", "<a>&e;</a>"), []string{"<a", `"1\r\n2"`, ">a", "end"}},
		{"CDATA section in an entity", within("<!ENTITY e '<![CDATA[<&#38;]]>'>", "<a>&e;</a>"), []string{"<a", `"<&"`, ">a", "end"}},
		{"no ]]> comes about where texts meet", within(`<!ENTITY e "]]"><!ENTITY f ">"><!ENTITY g "">`, "<a>&e;>]]&f;]&g;]>]]&g;></a>"), []string{"<a", `"]]>]]>]]>]]>"`, ">a", "end"}},
		{"default", within(`<!ATTLIST a b CDATA "x  y">`, "<a/>"), []string{`<a b="x  y"`, ">a", "end"}},
		{"fixed", within(`<!ATTLIST a b CDATA #FIXED "x">`, "<a c='1'></a>"), []string{`<a c="1" b="x"`, ">a", "end"}},
		{"a default that is written", within(`<!ATTLIST a b CDATA "x">`, "<a b='y'/>"), []string{`<a b="y"`, ">a", "end"}},
		{"required and implied", within(`<!ATTLIST a b CDATA #REQUIRED c ID #IMPLIED>`, "<a/>"), []string{"<a", ">a", "end"}},
		{"the first declaration of an attribute counts (3.3)", within(`<!ATTLIST a b CDATA "1"><!ATTLIST a b CDATA "2" c CDATA "3">`, "<a/>"), []string{`<a b="1" c="3"`, ">a", "end"}},
		{"of elements inside", within(`<!ATTLIST b c CDATA "1">`, "<a><b/></a>"), []string{"<a", `<b c="1"`, ">b", ">a", "end"}},
		{"of elements in entities", within(`<!ATTLIST b c CDATA "1"><!ENTITY e "<b/>">`, "<a>&e;</a>"), []string{"<a", `<b c="1"`, ">b", ">a", "end"}},
		{"entity in a default", within(`<!ENTITY e "x"><!ATTLIST a b CDATA "&e;&#10;">`, "<a/>"), []string{`<a b="x\n"`, ">a", "end"}},
		{"namespaces by default", within(`<!ATTLIST a xmlns CDATA #FIXED "urn:n" xmlns:p CDATA "urn:p">`, "<a><p:b/></a>"), []string{"<{urn:n}a", "<{urn:p}b", ">{urn:p}b", ">{urn:n}a", "end"}},
		{"names with prefixes", within(`<!ATTLIST p:a p:b CDATA "1">`, "<p:a xmlns:p='urn:p'/>"), []string{`<{urn:p}a {urn:p}b="1"`, ">{urn:p}a", "end"}},
		{"tokens (3.3.3)", within(`<!ATTLIST a b NMTOKENS #IMPLIED c (x|y) " x " d CDATA #IMPLIED>`, "<a b=' 1\n\n2&#32;' d=' 1 '/>"), []string{`<a b="1 2" d=" 1 " c="x"`, ">a", "end"}},
		{"content models", within(`<!ELEMENT a ((b|c)+,(d?,(e|f)*),g)><!ELEMENT b (#PCDATA|c|d)*><!ELEMENT c ( #PCDATA )><!ELEMENT d EMPTY><!ELEMENT e ANY><!ELEMENT f (#PCDATA)*>`, "<a/>"), []string{"<a", ">a", "end"}},
		{"notations", within(`<!NOTATION n SYSTEM "x"><!NOTATION m PUBLIC "-//x//y"><!NOTATION o PUBLIC 'p' "s" ><!ENTITY u SYSTEM "f" NDATA n><!ATTLIST a t NOTATION (n|m) #IMPLIED>`, "<a/>"), []string{"<a", ">a", "end"}},
		{"types", within(`<!ATTLIST a b ID #IMPLIED c IDREF #IMPLIED d IDREFS #IMPLIED e ENTITY #IMPLIED f ENTITIES #IMPLIED g NMTOKEN #IMPLIED>`, "<a/>"), []string{"<a", ">a", "end"}},
		{"nothing is validated", within(`<!ELEMENT b EMPTY><!ATTLIST a b CDATA #FIXED "1" c CDATA #REQUIRED>`, "<a b='2'>t</a>"), []string{`<a b="2"`, `"t"`, ">a", "end"}},
		{"an entity that nobody refers to", within(`<!ENTITY e "<b"><!ENTITY f "&f;"><!ENTITY g SYSTEM "g.xml">`, "<a/>"), []string{"<a", ">a", "end"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, traceAll(t, test.doc, source.Limits{})); diff != "" {
				t.Errorf("%q (-want +got):\n%s", test.doc, diff)
			}
		})
	}
}

func TestDoctypeMalformed(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"no name", "<!DOCTYPE><a/>", "line 1, column 10: white space is missing"},
		{"no white space", "<!DOCTYPEa><a/>", "line 1, column 10: white space is missing"},
		{"name that is none", "<!DOCTYPE 1><a/>", "line 1, column 11: the name of the root element is expected"},
		{"not closed", "<!DOCTYPE a", "line 1, column 12: the document ends inside its document type declaration"},
		{"subset not closed", "<!DOCTYPE a [<!ELEMENT a ANY>", "line 1, column 30: the document ends inside its document type declaration"},
		{"system identifier missing", "<!DOCTYPE a PUBLIC 'x'><a/>", "line 1, column 23: white space is missing"},
		{"public identifier with a tab", "<!DOCTYPE a PUBLIC 'x\ty' 'z'><a/>", "line 1, column 22: a public identifier holds a character"},
		{"system identifier not quoted", "<!DOCTYPE a SYSTEM x><a/>", "line 1, column 20: a quote is expected"},
		{"text in the subset", within("x", "<a/>"), "line 1, column 14: a declaration in the document type declaration is malformed"},
		{"conditional section (3.4)", within("<![INCLUDE[]]>", "<a/>"), "line 1, column 14: a declaration in the document type declaration is malformed"},
		{"XML declaration in the subset", within("<?xml version='1.0'?>", "<a/>"), "line 1, column 14: a processing instruction is called xml"},
		{"comment with hyphens", within("<!-- -- -->", "<a/>"), "line 1, column 19: -- stands in a comment"},
		{"lower case", within("<!element a ANY>", "<a/>"), "line 1, column 14: a declaration in"},
		{"content without parentheses", within("<!ELEMENT a b>", "<a/>"), "line 1, column 26: what an element may hold is malformed"},
		{"two separators", within("<!ELEMENT a (b,c|d)>", "<a/>"), "line 1, column 30: what an element may hold is malformed"},
		{"empty content", within("<!ELEMENT a ()>", "<a/>"), "line 1, column 27: the name of an element is expected"},
		{"content with a name too few", within("<!ELEMENT a (b,)>", "<a/>"), "line 1, column 29: the name of an element is expected"},
		{"mixed content not repeated", within("<!ELEMENT a (#PCDATA|b)>", "<a/>"), "line 1, column 37: mixed content with elements is repeated"},
		{"mixed content later", within("<!ELEMENT a (b|#PCDATA)*>", "<a/>"), "line 1, column 29: the name of an element is expected"},
		{"mixed content as a sequence", within("<!ELEMENT a (#PCDATA,b)*>", "<a/>"), "line 1, column 34: what an element may hold is malformed"},
		{"space before a repetition", within("<!ELEMENT a (b) +>", "<a/>"), "line 1, column 30: the declaration of an element is malformed"},
		{"parenthesis too many", within("<!ELEMENT a (b))>", "<a/>"), "line 1, column 29: the declaration of an element is malformed"},
		{"attribute of no type", within("<!ATTLIST a b #IMPLIED>", "<a/>"), "line 1, column 28: the type of an attribute is malformed"},
		{"attribute of an unknown type", within("<!ATTLIST a b NUTOKEN #IMPLIED>", "<a/>"), "line 1, column 28: the type of an attribute is malformed"},
		{"attribute without a default", within("<!ATTLIST a b CDATA>", "<a/>"), "line 1, column 33: white space is missing"},
		{"default not quoted", within("<!ATTLIST a b CDATA x>", "<a/>"), "line 1, column 34: a quote is expected"},
		{"attributes not separated", within("<!ATTLIST a b CDATA 'x'c CDATA 'y'>", "<a/>"), "line 1, column 37: the declaration of attributes is malformed"},
		{"empty enumeration", within("<!ATTLIST a b () #IMPLIED>", "<a/>"), "line 1, column 29: a value of the attribute is expected"},
		{"enumeration with commas", within("<!ATTLIST a b (x,y) #IMPLIED>", "<a/>"), "line 1, column 30: the values of an attribute are malformed"},
		{"< in a default", within("<!ATTLIST a b CDATA '<'>", "<a/>"), "line 1, column 35: a < stands in an attribute's value"},
		{"undeclared entity in a default", within("<!ATTLIST a b CDATA '&e;'><!ENTITY e 'x'>", "<a/>"), "line 1, column 35: the entity &e; is not declared"},
		{"external entity in a default (3.1)", within("<!ENTITY e SYSTEM 'x'><!ATTLIST a b CDATA '&e;'>", "<a/>"), "line 1, column 57: the entity &e; is in another file"},
		{"entity of nothing", within("<!ENTITY e>", "<a/>"), "line 1, column 24: white space is missing"},
		{"entity with a colon", within("<!ENTITY p:e 'x'>", "<a/>"), "line 1, column 24: white space is missing"},
		{"% in an entity (2.8)", within("<!ENTITY % p 'x'><!ENTITY e '%p;'>", "<a/>"), "line 1, column 43: a % stands in the text of an entity"},
		{"& in an entity", within("<!ENTITY e 'x & y'>", "<a/>"), "line 1, column 28: an & begins no reference"},
		{"reference to no character", within("<!ENTITY e '&#0;'>", "<a/>"), "line 1, column 26: the reference &#0; is to a character that XML does not allow"},
		{"NDATA of a parameter entity", within("<!ENTITY % e SYSTEM 'x' NDATA n>", "<a/>"), "line 1, column 38: the declaration of an entity is malformed"},
		{"NDATA without white space", within("<!ENTITY e SYSTEM 'x'NDATA n>", "<a/>"), "line 1, column 35: white space is missing"},
		{"notation of nothing", within("<!NOTATION n>", "<a/>"), "line 1, column 26: SYSTEM or PUBLIC"},
		{"undeclared entity", within("", "<a>&e;</a>"), "line 1, column 19: the entity &e; is not declared"},
		{"undeclared entity beside others", within("<!ENTITY f 'x'>", "<a>&f;&e;</a>"), "line 1, column 37: the entity &e; is not declared"},
		{"undeclared entity in an entity", within("<!ENTITY f '&e;'>", "<a>&f;</a>"), "line 1, column 36: the entity &e; is not declared"},
		{"undeclared entity in a value", within("<!ENTITY f 'x'>", "<a b='&f;' c='&e;'/>"), "line 1, column 45: the entity &e; is not declared"},
		{"undeclared entity, standalone (4.1)", "<?xml version='1.0' standalone='yes'?><!DOCTYPE a SYSTEM 'x'><a>&e;</a>", "line 1, column 65: the entity &e; is not declared"},
		{"unparsed entity (4.1)", within("<!NOTATION n SYSTEM 'x'><!ENTITY e SYSTEM 'x' NDATA n>", "<a>&e;</a>"), "line 1, column 73: the entity &e; is not XML"},
		{"external entity in a value (3.1)", within("<!ENTITY e SYSTEM 'x'>", "<a b='&e;'/>"), "line 1, column 44: the entity &e; is in another file"},
		{"entity in itself (4.1)", within("<!ENTITY e '&e;'>", "<a>&e;</a>"), "line 1, column 36: the entity &e; refers to itself"},
		{"entities in each other", within("<!ENTITY e '&f;'><!ENTITY f 'x&e;'>", "<a>&e;</a>"), "line 1, column 54: the entity &e; refers to itself"},
		{"entity in itself in a value", within("<!ENTITY e '&e;'>", "<a b='&e;'/>"), "line 1, column 39: the entity &e; refers to itself"},
		{"< of an entity in a value (3.1)", within("<!ENTITY e '&#60;'>", "<a b='&e;'/>"), "line 1, column 41: an entity in an attribute's value holds a <"},
		{"element that an entity does not end (4.3.2)", within("<!ENTITY e '<b>'>", "<a>&e;</b></a>"), "line 1, column 36: the entity e begins an element that it does not end"},
		{"element that an entity does not begin", within("<!ENTITY e '</a>'>", "<a>&e;"), "line 1, column 37: the entity e ends an element that it does not begin"},
		{"elements that do", within("<!ENTITY e '</a><a>'>", "<a>&e;</a>"), "line 1, column 40: the entity e ends an element that it does not begin"},
		{"tag that an entity does not end", within("<!ENTITY e '<b'>", "<a>&e;></b></a>"), "line 1, column 35: the text of the entity e ends inside"},
		{"comment that an entity does not end", within("<!ENTITY e '<!--'>", "<a>&e;--></a>"), "line 1, column 37: the text of the entity e ends inside"},
		{"reference that an entity does not end", within("<!ENTITY e '&#38;'>", "<a>&e;amp;</a>"), "line 1, column 38: the text of the entity e ends inside"},
		{"]]> in an entity", within("<!ENTITY e ']]>'>", "<a>&e;</a>"), "line 1, column 36: ]]> stands in text"},
		{"XML declaration in an entity", within("<!ENTITY e '<?xml version=\"1.0\"?>'>", "<a>&e;</a>"), "line 1, column 54: a processing instruction is called xml"},
		{"wrong end tag in an entity", within("<!ENTITY e '<b></c>'>", "<a>&e;</a>"), "line 1, column 40: </c> does not close <b>"},
		{"entity outside the root", within("<!ENTITY e 'x'>", "&e;<a/>"), "line 1, column 31: the document does not begin with an element"},
		{"entity after the root", within("<!ENTITY e 'x'>", "<a/>&e;"), "line 1, column 35: text stands after the end of the root element"},
		{"malformed beside entities", within("<!ENTITY e 'x'>", "<a>&e;<b c></b></a>"), "line 1, column 41: the attribute c has no value"},
		{"attribute twice by default", within(`<!ATTLIST a p:b CDATA "1" xmlns:p CDATA "u" xmlns:q CDATA "u">`, "<a q:b='2'/>"), "line 1, column 88: the attribute {u}b is there twice"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := traceAll(t, test.doc, source.Limits{})
			if last := strings.TrimPrefix(got[len(got)-1], "error "); !strings.HasPrefix(last, test.want) {
				t.Errorf("%q:\n got %s\nwant %s", test.doc, last, test.want)
			}
			r := NewReader([]byte(test.doc), source.Limits{})
			trace(r)
			if _, err := r.Next(); !isSyntaxError(err) {
				t.Errorf("%q: %v is no *source.SyntaxError", test.doc, err)
			}
		})
	}
}

// What was not read decides nothing where it is not needed, and makes the document one that could not be checked where it is (5.1).
func TestDoctypeUnread(t *testing.T) {
	tests := []struct {
		name, doc string
		want      string // in the last line
		unread    string
	}{
		{"external subset", "<!DOCTYPE a SYSTEM 'a.dtd'><a/>", "end", "line 1, column 13: the external subset a.dtd"},
		{"with a public identifier", "<!DOCTYPE a PUBLIC '-//a' 'a.dtd' [ ]><a/>", "end", "line 1, column 13: the external subset a.dtd"},
		{"reference", "<!DOCTYPE a SYSTEM 'a.dtd'><a>&e;</a>", "error line 1, column 31: the entity &e; is declared, if at all, in what is not read: the external subset a.dtd; write", ""},
		{"reference beside one that is known", "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY f 'x'>]><a>&f;&e;</a>", "error line 1, column 52: the entity &e; is declared, if at all", ""},
		{"reference in a value", "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY f 'x'>]><a b='&f;' c='&e;'/>", "error line 1, column 60: the entity &e; is declared, if at all", ""},
		{"reference in a default that nobody needs", "<!DOCTYPE a SYSTEM 'a.dtd' [<!ATTLIST b c CDATA '&e;'>]><a/>", "end", "line 1, column 13: the external subset a.dtd"},
		{"reference in a default", "<!DOCTYPE a SYSTEM 'a.dtd' [<!ATTLIST a c CDATA '&e;'>]><a/>", "error line 1, column 59: the entity &e; is declared, if at all", ""},
		{"external entity", within("<!ENTITY e SYSTEM 'e.xml'>", "<a>&e;</a>"), "error line 1, column 45: the entity &e; is in another file, which is not read; write out what it stands for", ""},
		{"parameter entity", within("<!ENTITY % p 'x'>%p;", "<a/>"), "end", "line 1, column 31: the parameter entity %p;"},
		{"entity declared before it", within("<!ENTITY e 'x'><!ENTITY % p 'x'>%p;", "<a>&e;</a>"), "end", "line 1, column 46: the parameter entity %p;"},
		{"entity declared after it", within("<!ENTITY % p 'x'>%p;<!ENTITY e 'x'>", "<a>&e;</a>"), "error line 1, column 54: the entity &e; is declared, if at all", ""},
		{"attribute declared after it", within("<!ENTITY % p 'x'>%p;<!ATTLIST a b CDATA 'x'>", "<a/>"), "end", "line 1, column 31: the parameter entity %p;"},
		{"after it, standalone", "<?xml version='1.0' standalone='yes'?>" + within("<!ENTITY % p 'x'>%p;<!ENTITY e 'x'>", "<a>&e;</a>"), "end", "line 1, column 69: the parameter entity %p;"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := traceAll(t, test.doc, source.Limits{})
			if last := got[len(got)-1]; !strings.HasPrefix(last, test.want) {
				t.Errorf("%q:\n got %s\nwant %s", test.doc, last, test.want)
			}
			r := NewReader([]byte(test.doc), source.Limits{})
			trace(r)
			if _, err := r.Next(); err != nil {
				if limit := (*source.LimitError)(nil); !errors.As(err, &limit) {
					t.Errorf("%q: %v is no *source.LimitError", test.doc, err)
				}
				return
			}
			var unread []string
			for _, u := range r.Doctype().Unread {
				unread = append(unread, u.Position.String()+": "+u.What)
			}
			if diff := cmp.Diff([]string{test.unread}, unread); diff != "" {
				t.Errorf("unread (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDoctypeIsKnownAtTheRoot(t *testing.T) {
	r := NewReader([]byte("<!DOCTYPE p:a PUBLIC '-//x//y' 'a.dtd'><p:a xmlns:p='u'/>"), source.Limits{})
	if r.Doctype() != nil {
		t.Error("the declaration is known before it is read")
	}
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	want := &Doctype{Name: "p:a", PublicID: "-//x//y", SystemID: "a.dtd", Unread: []Unread{{source.Position{Line: 1, Column: 15, Offset: 14}, "the external subset a.dtd"}}}
	if diff := cmp.Diff(want, r.Doctype()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r.Reset([]byte("<a/>"), source.Limits{})
	if trace(r); r.Doctype() != nil {
		t.Error("another document has the declaration of the former")
	}
}

// TestDoctypePositions checks that what follows an entity, and what it holds, is where it is in the document as given.
func TestDoctypePositions(t *testing.T) {
	doc := "<!DOCTYPE a [\n<!ENTITY e '<b/>\n<b/>'><!ATTLIST c d CDATA 'x' e NMTOKEN #IMPLIED>\n]>\n<a>\n &e; <c/>\n<c e=' y ' f='z'/></a>"
	want := []string{"<a 5:1", "T 5:4", "<b 6:2", "T 6:2", "<b 6:2", "T 6:5", "<c 6:6", "@d 6:8", "T 6:10", "<c 7:1", "@e 7:4", "@f 7:12", "@d 7:17"}
	for _, size := range []int{0, 1, 7} {
		r := NewReader([]byte(doc), source.Limits{})
		if size > 0 {
			r = NewStreamReader(&chunkReader{data: []byte(doc), size: size}, source.Limits{})
		}
		var got []string
		for {
			kind, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			at := fmt.Sprintf(" %d:%d", r.Position().Line, r.Position().Column)
			switch kind {
			case StartElement:
				got = append(got, "<"+r.Name().Local+at)
				for i, a := range r.Attrs() {
					got = append(got, fmt.Sprintf("@%s %d:%d", a.Name.Local, r.AttrPosition(i).Line, r.AttrPosition(i).Column))
				}
			case Text:
				got = append(got, "T"+at)
			}
			if kind == End {
				break
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("chunks of %d (-want +got):\n%s", size, diff)
		}
	}
}

func TestDoctypeLimits(t *testing.T) {
	laughs := `<!ENTITY e0 "ha">`
	for i := range 12 {
		laughs += fmt.Sprintf(`<!ENTITY e%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	var chain strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&chain, `<!ENTITY c%d "&c%d;">`, i, i+1)
	}
	refuse := source.Limits{RefuseDoctype: true}
	tests := []struct {
		name, doc string
		limits    source.Limits
		want      string
	}{
		{"a billion laughs", within(laughs, "<a>&e12;</a>"), source.Limits{}, "the text that entities and defaults of attributes add, as a multiple of the document's own, exceeds the limit of 10"},
		{"in a value", within(laughs, "<a b='&e12;'/>"), source.Limits{}, "the text that entities"},
		{"in a default", within(laughs+"<!ATTLIST a b CDATA '&e12;'>", "<a/>"), source.Limits{}, "the text that entities"},
		{"of nothing", within(strings.Replace(laughs, "ha", "", 1), "<a>&e12;</a>"), source.Limits{}, "the text that entities"},
		{"of long texts", within(`<!ENTITY e "`+strings.Repeat("x", 1<<16)+`">`, "<a>"+strings.Repeat("&e;", 1<<10)+"</a>"), source.Limits{}, "the text that entities"},
		{"of defaults", within(`<!ATTLIST b c CDATA "`+strings.Repeat("x", 1<<16)+`">`, "<a>"+strings.Repeat("<b/>", 1<<10)+"</a>"), source.Limits{}, "the text that entities"},
		{"entities inside each other", within(chain.String(), "<a>&c0;</a>"), source.Limits{}, "the number of entities inside each other exceeds the limit of 1000; raise Limits.MaxDepth"},
		{"refused", "<!DOCTYPE a><a/>", refuse, "line 1, column 1: the document has a document type declaration, which is refused here; remove it"},
		{"name", within("<!ENTITY "+strings.Repeat("e", 5000)+" 'x'>", "<a/>"), source.Limits{}, "the size in bytes of a name exceeds the limit of 4096"},
		{"declaration", within("<!--"+strings.Repeat("e", 5000)+"-->", "<a/>"), source.Limits{MaxTextBytes: 1000}, "the size in bytes of this tag, text, comment or instruction exceeds"},
		{"element in an entity", within("<!ENTITY e '<b><b/></b>'>", "<a>&e;</a>"), source.Limits{MaxDepth: 2}, "the number of elements inside each other exceeds the limit of 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, r := range []*Reader{NewReader([]byte(test.doc), test.limits), NewStreamReader(strings.NewReader(test.doc), test.limits)} {
				got := trace(r)
				if last := got[len(got)-1]; !strings.Contains(last, test.want) {
					t.Errorf("got %s\nwant %s", last, test.want)
				}
				_, err := r.Next()
				if limit := (*source.LimitError)(nil); !errors.As(err, &limit) {
					t.Errorf("%v is no *source.LimitError", err)
				}
			}
		})
	}
	page := traceAll(t, "<!DOCTYPE html><html></html>", refuse)
	if want := "error line 1, column 1: this is an HTML page"; !strings.HasPrefix(page[0], want) {
		t.Errorf("an HTML page: %s, want %s", page[0], want)
	}
}

// TestManyReferences checks that many small entities are no attack.
func TestManyReferences(t *testing.T) {
	const n = 200_000
	doc := within(`<!ENTITY nbsp "&#160;">`, "<a>"+strings.Repeat("&nbsp;", n)+"</a>")
	for _, r := range []*Reader{NewReader([]byte(doc), source.Limits{}), NewStreamReader(strings.NewReader(doc), source.Limits{})} {
		if got := trace(r); len(got) != 4 || len(got[1]) < n {
			t.Errorf("%d lines, the last %.200s", len(got), got[len(got)-1])
		}
	}
}
