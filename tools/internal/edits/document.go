// Documents as trees of tags and texts as they are written, and the changes a careless program or person makes to one.

package edits

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Document is an element of a document as it is written, the root for the whole: names with their prefixes, declarations among the attributes.
type Document struct {
	name     string
	attrs    []attribute
	text     string // before the children, or all there is
	children []*Document
}

// ParseDocument reads a document. White space between elements is left out, and text behind a child is taken for text before it.
func ParseDocument(data []byte) (*Document, error) {
	reader := xmltext.NewReader(data, xsd.Limits{})
	var open []*Document
	for {
		kind, err := reader.Next()
		switch {
		case err != nil:
			return nil, err
		case kind == xmltext.StartElement:
			open = append(open, startElement(reader, open))
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

func startElement(reader *xmltext.Reader, open []*Document) *Document {
	t := &Document{name: qualified(reader.Prefix(), reader.Name().Local)}
	if len(open) == 0 {
		for _, binding := range reader.Bindings(nil) {
			t.attrs = append(t.attrs, attribute{strings.TrimSuffix("xmlns:"+binding.Prefix, ":"), binding.URI})
		}
		t.attrs = append(t.attrs, attribute{"xmlns:xsi_", "http://www.w3.org/2001/XMLSchema-instance"})
	} else {
		parent := open[len(open)-1]
		parent.children = append(parent.children, t)
	}
	for _, a := range reader.Attrs() {
		t.attrs = append(t.attrs, attribute{qualified(a.Prefix, a.Name.Local), a.Value})
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

// String writes the document.
func (t *Document) String() string {
	var b strings.Builder
	t.write(&b)
	return b.String()
}

func (t *Document) write(b *strings.Builder) {
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
func (t *Document) all() []*Document {
	out := []*Document{t}
	for _, child := range t.children {
		out = append(out, child.all()...)
	}
	return out
}

// oddTexts are what stands where something else should.
var oddTexts = []string{"", " ", "x", "0", "-1", "1.50", "+01", "1e3", "INF", "true", "2022-02-30", "2024-02-29", "2024-02-29Z", "2024-02-29T24:00:00", "P1Y", "NOK", "nok", "æøå", "🙂", " 12 ", "12\n", "aGVi", "\u00a0"}

// Mutate makes one change somewhere in the document. Some changes leave it valid.
func (t *Document) Mutate(random *rand.Rand) {
	elements := t.all()
	e := elements[random.IntN(len(elements))]
	changes := []func(*Document, *rand.Rand){
		(*Document).drop, (*Document).repeat, (*Document).swap, (*Document).rename, (*Document).retext, (*Document).retext, (*Document).pad,
		(*Document).dropAttribute, (*Document).changeAttribute, (*Document).addAttribute, (*Document).nil, (*Document).retype, (*Document).strayText, (*Document).move,
	}
	changes[random.IntN(len(changes))](e, random)
}

func (t *Document) drop(random *rand.Rand) {
	if len(t.children) > 0 {
		i := random.IntN(len(t.children))
		t.children = slices.Delete(slices.Clone(t.children), i, i+1)
	}
}

func (t *Document) repeat(random *rand.Rand) {
	if len(t.children) > 0 {
		i := random.IntN(len(t.children))
		t.children = slices.Insert(slices.Clone(t.children), i, t.children[i])
	}
}

func (t *Document) swap(random *rand.Rand) {
	if len(t.children) > 1 {
		i := random.IntN(len(t.children) - 1)
		t.children[i], t.children[i+1] = t.children[i+1], t.children[i]
	}
}

func (t *Document) rename(random *rand.Rand) {
	if len(t.children) > 0 {
		t.children[random.IntN(len(t.children))].name += "X"
	}
}

func (t *Document) retext(random *rand.Rand) {
	if len(t.children) == 0 {
		t.text = oddTexts[random.IntN(len(oddTexts))]
	}
}

func (t *Document) pad(*rand.Rand) { t.text = " " + t.text + "\n" }

func (t *Document) dropAttribute(random *rand.Rand) {
	if own := t.own(); len(own) > 0 {
		i := own[random.IntN(len(own))]
		t.attrs = slices.Delete(slices.Clone(t.attrs), i, i+1)
	}
}

func (t *Document) changeAttribute(random *rand.Rand) {
	if own := t.own(); len(own) > 0 {
		t.attrs[own[random.IntN(len(own))]].value = oddTexts[random.IntN(len(oddTexts))]
	}
}

// own are the indexes of attributes that declare nothing.
func (t *Document) own() []int {
	var out []int
	for i, a := range t.attrs {
		if !strings.HasPrefix(a.name, "xmlns") {
			out = append(out, i)
		}
	}
	return out
}

func (t *Document) addAttribute(*rand.Rand) { t.set("stray", "x") }

func (t *Document) nil(random *rand.Rand) {
	t.set("xsi_:nil", []string{"true", "false", "maybe"}[random.IntN(3)])
}

func (t *Document) retype(random *rand.Rand) {
	t.set("xsi_:type", []string{"unknown", "nowhere:type", "Tekst", "Document"}[random.IntN(4)])
}

func (t *Document) set(name, value string) {
	for i := range t.attrs {
		if t.attrs[i].name == name {
			t.attrs[i].value = value
			return
		}
	}
	t.attrs = append(t.attrs, attribute{name, value})
}

func (t *Document) strayText(*rand.Rand) { t.text += "-" }

func (t *Document) move(random *rand.Rand) {
	if len(t.children) > 1 {
		i := random.IntN(len(t.children))
		child := t.children[i]
		t.children = append(slices.Delete(slices.Clone(t.children), i, i+1), child)
	}
}
