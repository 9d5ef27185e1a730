package xmlequal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const xsi = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" `

func TestCompare(t *testing.T) {
	located := Options{IgnoreAttr: SchemaLocation}
	folded := Options{EqualText: func(path, a, b string) bool {
		return path != "/a/strict[1]" && strings.EqualFold(a, b)
	}}
	tests := []struct {
		name    string
		a, b    string
		options Options
		want    string
	}{
		{"same", "<a/>", "<a></a>", Options{}, ""},
		{"comments and spelling", "<a>x&lt;<!--c-->y</a>", "<?p?><a><![CDATA[x<y]]></a>", Options{}, ""},
		{"prefixes", "<p:a xmlns:p='u'><p:b/></p:a>", "<a xmlns='u'><b/></a>", Options{}, ""},
		{"order of attributes", "<a x='1' y='2'/>", "<a y='2' x='1'/>", Options{}, ""},
		{"white space between", "<a>\n <b/></a>", "<a><b/></a>", Options{}, ""},
		{"root", "<a/>", "<b/>", Options{}, "/a: a against b"},
		{"namespace", "<a><b/></a>", "<a><b xmlns='u'/></a>", Options{}, "/a/b[1]: b against {u}b"},
		{"text", "<a><b/><b>1</b></a>", "<a><b/><b>2</b></a>", Options{}, `/a/b[2]: "1" against "2"`},
		{"white space in text", "<a> 1</a>", "<a>1</a>", Options{}, `/a: " 1" against "1"`},
		{"blank text without children", "<a> </a>", "<a/>", Options{}, `/a: " " against ""`},
		{"mixed", "<a>1 <b/> </a>", "<a>1 <b/></a>", Options{}, `/a: " " against ""`},
		{"white space that counts", "<a> <b/></a>", "<a><b/></a>", Options{Mixed: true}, `/a: " " against ""`},
		{"child too many", "<a><b/><c/></a>", "<a><b/></a>", Options{}, "/a: c against nothing"},
		{"child too few", "<a/>", "<a><b/></a>", Options{}, "/a: nothing against b"},
		{"text after a child", "<a><b/>x</a>", "<a><b/></a>", Options{}, `/a: "x" against ""`},
		{"attribute", "<a x='1'/>", "<a x='2'/>", Options{}, `/a/@x: "1" against "2"`},
		{"attribute missing", "<a x='1' y='2'/>", "<a y='2'/>", Options{}, `/a/@x: "1" against nothing`},
		{"attribute too many", "<a/>", "<a x='1'/>", Options{}, `/a/@x: nothing against "1"`},
		{"attribute of another name", "<a y='1'/>", "<a x='1'/>", Options{}, `/a/@x: nothing against "1"`},
		{"schema location", "<a " + xsi + "xsi:schemaLocation='u v' xsi:noNamespaceSchemaLocation='w'/>", "<a/>", located, ""},
		{"xsi:type counts", "<a " + xsi + "xsi:type='t'/>", "<a/>", located, `/a/@{http://www.w3.org/2001/XMLSchema-instance}type: "t" against nothing`},
		{"equal texts", "<a x='TRUE'><b>True</b></a>", "<a x='true'><b>true</b></a>", folded, ""},
		{"path of texts", "<a><strict>T</strict></a>", "<a><strict>t</strict></a>", folded, `/a/strict[1]: "T" against "t"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Compare([]byte(test.a), []byte(test.b), test.options)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s and %s (-want +got):\n%s", test.a, test.b, diff)
			}
		})
	}
}

func TestCompareUnreadable(t *testing.T) {
	for _, test := range []struct{ a, b, want string }{
		{"<a>", "<a/>", "the first document: line 1, column 4"},
		{"<a/>", "", "the second document: line 1, column 1"},
	} {
		if _, err := Compare([]byte(test.a), []byte(test.b), Options{}); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
	}
}

func TestQualifiedNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{`<a xmlns:p="u">p:x y</a>`, `<a xmlns:q="u">q:x y</a>`, true},
		{`<p:a xmlns:p="u" xmlns="v">x</p:a>`, `<p:a xmlns:p="u" xmlns:q="v">q:x</p:a>`, true},
		{`<a xmlns:p="u" t="p:x"/>`, `<a xmlns:p="v" t="p:x"/>`, true}, // the same letters are never a difference
		{`<a xmlns:p="u">p:x</a>`, `<a xmlns:q="v">q:x</a>`, false},
		{`<a xmlns:p="u">p:x</a>`, `<a>q:x</a>`, false},
	} {
		difference, err := Compare([]byte(c.a), []byte(c.b), Options{QualifiedNames: true})
		if err != nil || (difference == "") != c.same {
			t.Errorf("%s and %s: %q, %v", c.a, c.b, difference, err)
		}
	}
}
