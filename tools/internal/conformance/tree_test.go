// A document as a tree of tags and texts as they are written, and the changes a careless program or person makes to one.

package conformance

import (
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// tree is an element as it is written: names with their prefixes, declarations among the attributes.
type tree struct {
	name     string
	attrs    []pair
	text     string // before the children, or all there is
	children []*tree
}

type pair struct{ name, value string }

// parseTree reads a file. White space between elements is left out, and text behind a child is taken for text before it.
func parseTree(file string) (*tree, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	reader := xmltext.NewReader(data, xsd.Limits{})
	var open []*tree
	for {
		kind, err := reader.Next()
		switch {
		case err != nil:
			return nil, err
		case kind == xmltext.StartElement:
			open = append(open, startTree(reader, open))
		case kind == xmltext.Text && !reader.Blank():
			open[len(open)-1].text += reader.Text()
		case kind == xmltext.EndElement && len(open) > 1:
			open = open[:len(open)-1]
		case kind == xmltext.End:
			if len(open) == 0 {
				return nil, errors.New("no element")
			}
			return open[0], nil
		}
	}
}

func startTree(reader *xmltext.Reader, open []*tree) *tree {
	t := &tree{name: qualified(reader.Prefix(), reader.Name().Local)}
	if len(open) == 0 {
		for _, binding := range reader.Bindings(nil) {
			t.attrs = append(t.attrs, pair{strings.TrimSuffix("xmlns:"+binding.Prefix, ":"), binding.URI})
		}
		t.attrs = append(t.attrs, pair{"xmlns:xsi_", "http://www.w3.org/2001/XMLSchema-instance"})
	} else {
		parent := open[len(open)-1]
		parent.children = append(parent.children, t)
	}
	for _, a := range reader.Attrs() {
		t.attrs = append(t.attrs, pair{qualified(a.Prefix, a.Name.Local), a.Value})
	}
	return t
}

func qualified(prefix, local string) string {
	if prefix == "" {
		return local
	}
	return prefix + ":" + local
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// String writes the tree as a document.
func (t *tree) String() string {
	var b strings.Builder
	t.write(&b)
	return b.String()
}

func (t *tree) write(b *strings.Builder) {
	b.WriteString("<" + t.name)
	for _, a := range t.attrs {
		b.WriteString(" " + a.name + `="` + escape.Replace(a.value) + `"`)
	}
	b.WriteString(">" + escape.Replace(t.text))
	for _, child := range t.children {
		child.write(b)
	}
	b.WriteString("</" + t.name + ">")
}

// all are the element and those below it.
func (t *tree) all() []*tree {
	out := []*tree{t}
	for _, child := range t.children {
		out = append(out, child.all()...)
	}
	return out
}

// oddTexts are what stands where something else should.
var oddTexts = []string{"", " ", "x", "0", "-1", "1.50", "+01", "1e3", "INF", "true", "2022-02-30", "2024-02-29", "2024-02-29Z", "2024-02-29T24:00:00", "P1Y", "NOK", "nok", "æøå", "🙂", " 12 ", "12\n", "aGVi", "\u00a0"}

// mutate makes one change somewhere in the tree. Some changes leave the document valid.
func (t *tree) mutate(random *rand.Rand) {
	elements := t.all()
	e := elements[random.IntN(len(elements))]
	changes := []func(*tree, *rand.Rand){
		(*tree).drop, (*tree).repeat, (*tree).swap, (*tree).rename, (*tree).retext, (*tree).retext, (*tree).pad,
		(*tree).dropAttribute, (*tree).changeAttribute, (*tree).addAttribute, (*tree).nil, (*tree).retype, (*tree).strayText, (*tree).move,
	}
	changes[random.IntN(len(changes))](e, random)
}

func (t *tree) drop(random *rand.Rand) {
	if len(t.children) > 0 {
		i := random.IntN(len(t.children))
		t.children = slices.Delete(slices.Clone(t.children), i, i+1)
	}
}

func (t *tree) repeat(random *rand.Rand) {
	if len(t.children) > 0 {
		i := random.IntN(len(t.children))
		t.children = slices.Insert(slices.Clone(t.children), i, t.children[i])
	}
}

func (t *tree) swap(random *rand.Rand) {
	if len(t.children) > 1 {
		i := random.IntN(len(t.children) - 1)
		t.children[i], t.children[i+1] = t.children[i+1], t.children[i]
	}
}

func (t *tree) rename(random *rand.Rand) {
	if len(t.children) > 0 {
		t.children[random.IntN(len(t.children))].name += "X"
	}
}

func (t *tree) retext(random *rand.Rand) {
	if len(t.children) == 0 {
		t.text = oddTexts[random.IntN(len(oddTexts))]
	}
}

func (t *tree) pad(*rand.Rand) { t.text = " " + t.text + "\n" }

func (t *tree) dropAttribute(random *rand.Rand) {
	if own := t.own(); len(own) > 0 {
		i := own[random.IntN(len(own))]
		t.attrs = slices.Delete(slices.Clone(t.attrs), i, i+1)
	}
}

func (t *tree) changeAttribute(random *rand.Rand) {
	if own := t.own(); len(own) > 0 {
		t.attrs[own[random.IntN(len(own))]].value = oddTexts[random.IntN(len(oddTexts))]
	}
}

// own are the indexes of attributes that declare nothing.
func (t *tree) own() []int {
	var out []int
	for i, a := range t.attrs {
		if !strings.HasPrefix(a.name, "xmlns") {
			out = append(out, i)
		}
	}
	return out
}

func (t *tree) addAttribute(*rand.Rand) { t.set("stray", "x") }

func (t *tree) nil(random *rand.Rand) {
	t.set("xsi_:nil", []string{"true", "false", "maybe"}[random.IntN(3)])
}

func (t *tree) retype(random *rand.Rand) {
	t.set("xsi_:type", []string{"unknown", "nowhere:type", "Tekst", "Document"}[random.IntN(4)])
}

func (t *tree) set(name, value string) {
	for i := range t.attrs {
		if t.attrs[i].name == name {
			t.attrs[i].value = value
			return
		}
	}
	t.attrs = append(t.attrs, pair{name, value})
}

func (t *tree) strayText(*rand.Rand) { t.text += "-" }

func (t *tree) move(random *rand.Rand) {
	if len(t.children) > 1 {
		i := random.IntN(len(t.children))
		child := t.children[i]
		t.children = append(slices.Delete(slices.Clone(t.children), i, i+1), child)
	}
}

func TestATreeIsWrittenAsItWasRead(t *testing.T) {
	const text = `<p:a xmlns:p="u" xmlns:xsi_="http://www.w3.org/2001/XMLSchema-instance" x="1&amp;2">&lt;<b></b><p:c>t</p:c></p:a>`
	file := t.TempDir() + "/a.xml"
	if err := os.WriteFile(file, []byte(strings.Replace(text, ` xmlns:xsi_="http://www.w3.org/2001/XMLSchema-instance"`, "", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	read, err := parseTree(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, read.String()); diff != "" {
		t.Error(diff)
	}
}
