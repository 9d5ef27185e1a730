// What is not well-formed: the rule, where it is broken, and what the error says.

package xmltext

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

var malformedTests = []struct {
	name string
	doc  string
	want string // the error's beginning
}{
	// Documents (sections 2.1 and 2.8).
	{"empty", "", "line 1, column 1: the document is empty"},
	{"white space only", " \n ", "line 2, column 2: the document has no element"},
	{"comment only", "<!--x-->", "line 1, column 9: the document has no element"},
	{"plain text", "Internal error", "line 1, column 1: the document does not begin with an element"},
	{"JSON", `{"a":1}`, "line 1, column 1: the document does not begin with an element"},
	{"HTML", "<!doctype html><html></html>", "line 1, column 1: this is an HTML page, not XML data"},
	{"two roots", "<a/>\n<b/>", "line 2, column 1: a second root element begins"},
	{"text after the root", "<a/>x", "line 1, column 5: text stands after the end of the root element"},
	{"reference after the root", "<a/>&#32;", "line 1, column 5: text stands after"},
	{"CDATA after the root", "<a/><![CDATA[]]>", "line 1, column 5: text stands after"},
	{"CDATA before the root", "<![CDATA[]]><a/>", "line 1, column 1: the document does not begin"},
	{"end tag first", "</a>", "line 1, column 1: an end tag closes no element"},
	{"end tag last", "<a/></a>", "line 1, column 5: an end tag closes no element"},
	{"root not ended", "<a><b/>", "line 1, column 8: the document ends before an element does"},

	// Document types: refused.
	{"DTD in lower case", "<!doctype a><a/>", "line 1, column 1: a document type declaration is not written in capital letters"},
	{"DTD after the root", "<a/><!DOCTYPE a>", "line 1, column 5: a document type declaration stands after the root element"},
	{"DTD in the root", "<a><!DOCTYPE a></a>", "line 1, column 4: a document type declaration stands after the root element"},
	{"two DTDs", "<!DOCTYPE a><!DOCTYPE a><a/>", "line 1, column 13: a second document type declaration begins"},
	{"entity declaration", "<!ENTITY e 'x'><a/>", "line 1, column 1: a <! begins neither"},
	{"undeclared entity", "<a>&e;</a>", "line 1, column 4: the entity &e; is not declared"},

	// The XML declaration (section 2.8).
	{"white space before the declaration", " <?xml version='1.0'?><a/>", "line 1, column 2: a processing instruction is called xml; an XML declaration must come first"},
	{"declaration twice", "<?xml version='1.0'?><?xml version='1.0'?><a/>", "line 1, column 22: a processing instruction is called xml"},
	{"declaration in capitals", "<?XML version='1.0'?><a/>", "line 1, column 1: a processing instruction is called XML"},
	{"declaration in the content", "<a><?xml version='1.0'?></a>", "line 1, column 4: a processing instruction is called xml"},
	{"no version", "<?xml encoding='UTF-8'?><a/>", "line 1, column 6: the XML declaration has no version"},
	{"nothing declared", "<?xml?><a/>", "line 1, column 6: the XML declaration has no version"},
	{"version 2.0", "<?xml version='2.0'?><a/>", "line 1, column 16: the XML version 2.0 is not read"},
	{"version 1.", "<?xml version='1.'?><a/>", "line 1, column 16: the XML version 1. is not read"},
	{"version 1.0a", "<?xml version='1.0a'?><a/>", "line 1, column 16: the XML version 1.0a is not read"},
	{"no equals sign", "<?xml version '1.0'?><a/>", "line 1, column 15: an = is expected"},
	{"no quote", "<?xml version=1.0?><a/>", "line 1, column 15: a quoted value is expected"},
	{"quote not closed", "<?xml version='1.0?><a/>", "line 1, column 15: a quote in the XML declaration is not closed"},
	{"no space between", "<?xml version='1.0'encoding='UTF-8'?><a/>", "line 1, column 20: the XML declaration is malformed"},
	{"wrong order", "<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>", "line 1, column 37: the XML declaration is malformed"},
	{"standalone maybe", "<?xml version='1.0' standalone='maybe'?><a/>", "line 1, column 33: standalone is neither"},
	{"standalone without a value", "<?xml version='1.0' standalone?><a/>", "line 1, column 31: an = is expected"},
	{"encoding without a value", "<?xml version='1.0' encoding=?><a/>", "line 1, column 30: a quoted value is expected"},
	{"encoding's name malformed", "<?xml version='1.0' encoding=' '?><a/>", `line 1, column 31: " " is no name of an encoding`},
	{"encoding's name begins with a digit", "<?xml version='1.0' encoding='8859-1'?><a/>", `line 1, column 31: "8859-1" is no name of an encoding`},
	{"encoding's name empty", "<?xml version='1.0' encoding=''?><a/>", "line 1, column 31: the name of the encoding is malformed"},
	{"UTF-16 declared in UTF-8", "<?xml version='1.0' encoding='utf-16'?><a/>", "line 1, column 31: the XML declaration says encoding utf-16, but the bytes are not UTF-16"},
	{"mark against declaration", "\xEF\xBB\xBF<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "line 1, column 34: the XML declaration says encoding ISO-8859-1, but the document is in UTF-8"},
	{"unknown pseudo-attribute", "<?xml version='1.0' author='x'?><a/>", "line 1, column 20: the XML declaration is malformed"},

	// Characters (section 2.2) and encodings (section 4.3.3).
	{"control character", "<a>\x01</a>", "line 1, column 4: the character U+0001 is not allowed in XML"},
	{"NUL", "<a>\x00</a>", "line 1, column 4: the character U+0000 is not allowed in XML"},
	{"control character in a tag", "<a x='\x0b'/>", "line 1, column 7: the character U+000B is not allowed in XML"},
	{"control character in a comment", "<a><!--\x1f--></a>", "line 1, column 8: the character U+001F"},
	{"control character after the root", "<a/>\x02", "line 1, column 5: the character U+0002"},
	{"noncharacter", "<a>\uFFFE</a>", "line 1, column 4: the character U+FFFE is not allowed in XML"},
	{"the other noncharacter", "<a>ab\uFFFF</a>", "line 1, column 6: the character U+FFFF is not allowed in XML"},
	{"invalid UTF-8", "<a>\xE6</a>", "line 1, column 4: the byte 0xE6 is not UTF-8; write the document in UTF-8, or declare its encoding"},
	{"overlong", "<a>\xC0\xBC</a>", "line 1, column 4: the byte 0xC0 is not UTF-8"},
	{"surrogate in UTF-8", "<a>\xED\xA0\x80</a>", "line 1, column 4: the byte 0xED is not UTF-8"},
	{"beyond Unicode", "<a>\xF4\x90\x80\x80</a>", "line 1, column 4: the byte 0xF4 is not UTF-8"},
	{"continuation alone", "<a>12345678\x80</a>", "line 1, column 12: the byte 0x80 is not UTF-8"},
	{"cut inside a character", "<a>\xE2\x82", "line 1, column 4: the input ends inside a character"},
	{"earlier fault first", "<a b></a>\x01", "line 1, column 5: the attribute b has no value"},

	// Character data (section 2.4), CDATA sections (2.7), comments (2.5), instructions (2.6).
	{"]]> in text", "<a>x]]>y</a>", "line 1, column 5: ]]> stands in text; write ]]&gt;"},
	{"]]]> in text", "<a>]]]></a>", "line 1, column 5: ]]> stands in text"},
	{"& alone", "<a>a & b</a>", "line 1, column 6: an & begins no reference; write &amp;"},
	{"& without ;", "<a>&lt </a>", "line 1, column 4: an & begins no reference"},
	{"< alone", "<a>1 < 2</a>", "line 1, column 6: a < begins no tag; write &lt; for"},
	{"< before a digit", "<a><1/></a>", "line 1, column 4: a < begins no tag"},
	{"-- in a comment", "<a><!-- x -- y --></a>", "line 1, column 11: -- stands in a comment"},
	{"comment ends in --->", "<a><!-- x ---></a>", "line 1, column 11: -- stands in a comment"},
	{"comment too short", "<a><!--></a>", "line 1, column 13: the document ends inside a comment"},
	{"comment not closed", "<a><!-- x </a>", "line 1, column 15: the document ends inside a comment"},
	{"CDATA in lower case", "<a><![cdata[x]]></a>", "line 1, column 4: a <! begins neither a comment nor a CDATA section"},
	{"CDATA not closed", "<a><![CDATA[x]] ></a>", "line 1, column 22: the document ends inside a CDATA section"},
	{"instruction without a name", "<a><??></a>", "line 1, column 6: a processing instruction has no name"},
	{"instruction after a space", "<a><? p?></a>", "line 1, column 6: a processing instruction has no name"},
	{"instruction with a colon", "<a><?p:q?></a>", "line 1, column 7: the name of a processing instruction is malformed"},
	{"instruction with a question mark", "<a><?p?x?></a>", "line 1, column 7: the name of a processing instruction is malformed"},
	{"instruction not closed", "<a><?p x></a>", "line 1, column 14: the document ends inside a processing instruction"},
	{"instruction called xMl", "<a><?xMl?></a>", "line 1, column 4: a processing instruction is called xMl"},

	// References (section 4.1).
	{"reference to a forbidden character", "<a>&#0;</a>", "line 1, column 4: the reference &#0; is to a character that XML does not allow"},
	{"reference to a control character", "<a>&#x1;</a>", "line 1, column 4: the reference &#x1; is to a character"},
	{"reference to a surrogate", "<a>&#xD800;</a>", "line 1, column 4: the reference &#xD800; is to a character"},
	{"reference to a noncharacter", "<a>&#xFFFE;</a>", "line 1, column 4: the reference &#xFFFE; is to a character"},
	{"reference beyond Unicode", "<a>&#x110000;</a>", "line 1, column 4: the reference &#x110000; is to a character"},
	{"reference that overflows", "<a>&#x100000041;</a>", "line 1, column 4: the reference &#x100000041; is to a character"},
	{"reference without digits", "<a>&#;</a>", "line 1, column 4: a character reference is malformed"},
	{"reference with a capital X", "<a>&#X41;</a>", "line 1, column 4: a character reference is malformed"},
	{"hexadecimal digit in a decimal reference", "<a>&#6A;</a>", "line 1, column 4: a character reference is malformed"},
	{"reference with a space", "<a>&#65 ;</a>", "line 1, column 4: a character reference is malformed"},
	{"reference in an attribute", "<a x='&#0;'/>", "line 1, column 7: the reference &#0; is to a character"},
	{"undeclared entity in an attribute", "<a x='&nbsp;'/>", "line 1, column 7: the entity &nbsp; is not declared"},

	// Tags (section 3.1).
	{"wrong end tag", "<a><b></a></b>", "line 1, column 9: </a> does not close <b>; write </b> before it"},
	{"end tag with another prefix", "<p:a xmlns:p='u' xmlns:q='u'></q:a>", "line 1, column 32: </q:a> does not close <p:a>"},
	{"end tag that is longer", "<a></ab>", "line 1, column 6: </ab> does not close <a>"},
	{"end tag with an attribute", "<a></a x='1'>", "line 1, column 7: an end tag is malformed"},
	{"end tag with a space first", "<a></ a>", "line 1, column 6: an end tag has no name"},
	{"end tag in capitals", "<a></A>", "line 1, column 6: </A> does not close <a>"},
	{"< in an attribute", "<a x='<'/>", "line 1, column 7: a < stands in an attribute's value"},
	{"attribute without a value", "<a x/>", "line 1, column 5: the attribute x has no value"},
	{"attribute without an equals sign", "<a x '1'/>", "line 1, column 6: the attribute x has no value"},
	{"attribute without quotes", "<a x=1/>", "line 1, column 6: an attribute's value is not quoted"},
	{"attribute not closed", "<a x='1><b y='2'/></a>", "line 1, column 9: a < stands in an attribute's value"},
	{"attributes without a space", "<a x='1'y='2'/>", "line 1, column 9: a start tag is malformed; put white space before each attribute"},
	{"attribute twice", "<a x='1' y='2' x='1'/>", "line 1, column 16: the attribute x is there twice"},
	{"attribute of many twice", "<a a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m='' n='' o='' c=''/>", "line 1, column 79: the attribute c is there twice"},
	{"attribute after many twice", "<a a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m='' n='' o='' n=''/>", "line 1, column 79: the attribute n is there twice"},
	{"/ in the middle", "<a / x='1'>", "line 1, column 4: a / stands in a start tag"},
	{"= alone", "<a ='1'/>", "line 1, column 4: a start tag is malformed: an attribute's name is expected"},
	{"character that no name has", "<a×/>", "line 1, column 3: a start tag is malformed"},
	{"name that begins with a digit", "<a 1='1'/>", "line 1, column 4: a start tag is malformed: an attribute's name"},
	{"name that begins with a combining character", "<\u0301/>", "line 1, column 1: a < begins no tag"},
	{"tag in a tag", "<a <b/></a>", "line 1, column 4: a start tag is malformed"},

	// Namespaces (Namespaces in XML 1.0, sections 2 to 7).
	{"unbound prefix", "<p:a/>", "line 1, column 1: the prefix p is not declared; add xmlns:p"},
	{"unbound prefix of an attribute", "<a\np:x='1'/>", "line 2, column 1: the prefix p is not declared"},
	{"prefix out of scope", "<a><b xmlns:p='u'/><p:c/></a>", "line 1, column 20: the prefix p is not declared"},
	{"attribute twice by expanded name", "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "line 1, column 36: the attribute {u}x is there twice"},
	{"prefix declared twice", "<a xmlns:p='u' xmlns:p='u'/>", "line 1, column 16: the prefix p is declared twice"},
	{"default namespace declared twice", "<a xmlns='u' xmlns='v'/>", "line 1, column 14: the default namespace is declared twice"},
	{"prefix for no namespace", "<a xmlns:p=''/>", "line 1, column 4: the prefix p is declared for no namespace"},
	{"xmlns declared", "<a xmlns:xmlns='u'/>", "line 1, column 4: the prefix xmlns cannot be declared"},
	{"xml for another namespace", "<a xmlns:xml='u'/>", "line 1, column 4: the prefix xml cannot be declared for another namespace"},
	{"other prefix for xml", "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", "line 1, column 4: only the prefix xml stands for"},
	{"xml as default", "<a xmlns='http://www.w3.org/XML/1998/namespace'/>", "line 1, column 4: only the prefix xml stands for"},
	{"namespace of declarations", "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", "line 1, column 4: no prefix can be declared for the namespace"},
	{"namespace of declarations as default", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "line 1, column 4: no prefix can be declared for the namespace"},
	{"element with the prefix xmlns", "<xmlns:a/>", "line 1, column 1: the prefix xmlns is not declared"},
	{"colon first", "<:a/>", "line 1, column 1: a < begins no tag"},
	{"colon last", "<a: xmlns:a='u'/>", "line 1, column 2: a name ends with a colon"},
	{"two colons", "<p:q:a xmlns:p='u'/>", "line 1, column 5: a start tag is malformed"},
	{"digit after a colon", "<p:1 xmlns:p='u'/>", "line 1, column 2: a name ends with a colon"},
	{"declaration of an empty prefix", "<a xmlns:='u'/>", "line 1, column 4: a name ends with a colon"},
	{"colon in an attribute's end", "<a x:='1'/>", "line 1, column 4: a name ends with a colon"},
}

// A document in an encoding that is not read may be well-formed: nobody looked.
func TestUnreadEncoding(t *testing.T) {
	for _, doc := range []string{"<?xml version='1.0' encoding='EUC-JP'?><a/>", "<?xml version='1.0' encoding='ISO-8859-15'?><a", "\x00\x00\xFE\xFF\x00\x00\x00<"} {
		r := NewReader([]byte(doc), source.Limits{})
		trace(r)
		_, err := r.Next()
		if unread, ok := errors.AsType[*source.LimitError](err); !ok || unread.Limit != "" || !strings.Contains(err.Error(), "not read; convert it to UTF-8") {
			t.Errorf("%q: %v", doc, err)
		}
	}
}

func TestMalformed(t *testing.T) {
	for _, test := range malformedTests {
		t.Run(test.name, func(t *testing.T) {
			got := traceAll(t, test.doc, source.Limits{})
			last := strings.TrimPrefix(got[len(got)-1], "error ")
			if !strings.HasPrefix(last, test.want) {
				t.Errorf("%q (-want +got):\n%s", test.doc, cmp.Diff(test.want, last))
			}
			r := NewReader([]byte(test.doc), source.Limits{})
			trace(r)
			if _, err := r.Next(); !isSyntaxError(err) {
				t.Errorf("%q: %v is no *source.SyntaxError", test.doc, err)
			}
			checkNothingAfterFault(t, test.doc, source.Limits{})
		})
	}
}

// checkNothingAfterFault checks that no token holds what the error says is wrong.
func checkNothingAfterFault(t *testing.T, doc string, limits source.Limits) {
	t.Helper()
	r := NewReader([]byte(doc), limits)
	for end := 0; ; end = r.pos {
		_, err := r.Next()
		var (
			syntax *source.SyntaxError
			limit  *source.LimitError
		)
		switch {
		case err == nil:
			continue
		case errors.As(err, &syntax) && syntax.Offset >= int64(end):
		case errors.As(err, &limit) && limit.Offset >= int64(end):
		default:
			t.Errorf("%q: a token goes up to offset %d, beyond the fault in %v", doc, end, err)
		}
		return
	}
}

// The characters at the edges of the ranges of productions 4 and 4a, and those next to them.
func TestNames(t *testing.T) {
	const (
		starts    = "AZaz_ÀÖØöø\u02FF\u0370\u037D\u037F\u1FFF\u200C\u200D\u2070\u218F\u2C00\u2FEF\u3001\uD7FF\uF900\uFDCF\uFDF0\uFFFD\U00010000\U000EFFFF"
		continues = "-.09·\u0300\u036F\u203F\u2040"
		neither   = "@[`{/:;, ×÷\u00BF\u00B6\u00B8\u037E\u2000\u200B\u200E\u203E\u2041\u206F\u2190\u2BFF\u2FF0\u3000\uE000\uF8FF\uFDD0\uFDEF\U000F0000\U0010FFFF"
	)
	check := func(chars string, start, within bool) {
		for _, c := range chars {
			if got := IsNCName(string(c)); got != start {
				t.Errorf("a name begins with %U: %t, want %t", c, got, start)
			}
			if got := IsNCName("a" + string(c)); got != within {
				t.Errorf("a name has %U: %t, want %t", c, got, within)
			}
		}
	}
	check(starts, true, true)
	check(continues, false, true)
	check(neither, false, false)
	for _, text := range []string{"", "\xFF", "a\xFF", "a\xC3", "a b"} {
		if IsNCName(text) {
			t.Errorf("%q is a name", text)
		}
	}
}
