// The promise that matters: whatever a document looks like, tolerant reading does not say that nothing is open where a deadline
// stands in it that it did not understand.

package status_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const deadline = "2022-04-11"

// part is an element, or a member of a JSON object.
type part struct {
	name, attributes, text string
	parts                  []*part
}

// statusPart is a status with one open term.
func statusPart() *part {
	text := func(name, text string) *part { return &part{name: name, text: text} }
	parts := func(name string, parts ...*part) *part { return &part{name: name, parts: parts} }
	return parts("mvaMeldingInnsendingStatus",
		parts("skattepliktig", text("organisasjonsnummer", "312409852")),
		parts("terminUtenLevertMvaMelding",
			text("meldingskategori", "alminnelig"),
			parts("skattleggingsperiode", text("periode", "januar-februar"), text("aar", "2022")),
			text("skattleggingsperiodeType", "toMaaned"),
			text("leveringsfrist", deadline)),
		text("harTidligereSendtMvaMelding", "true"))
}

// all returns the part and all parts in it.
func (p *part) all() []*part {
	found := []*part{p}
	for _, inner := range p.parts {
		found = append(found, inner.all()...)
	}
	return found
}

// cut takes one of the parts out.
func (p *part) cut(i int) *part {
	taken := p.parts[i]
	p.parts = slices.Delete(slices.Clone(p.parts), i, i+1)
	return taken
}

func (p *part) insert(random *rand.Rand, inner *part) {
	p.parts = slices.Insert(slices.Clone(p.parts), random.IntN(len(p.parts)+1), inner)
}

// disturb changes what the document looks like, not what it says.
func disturb(random *rand.Rand, root *part) {
	all := root.all()
	p, other := all[random.IntN(len(all))], all[random.IntN(len(all))]
	last := len(p.parts) - 1
	switch random.IntN(8) {
	case 0: // elsewhere
		if last >= 0 && !slices.Contains(p.all()[1:], other) {
			other.insert(random, p.cut(random.IntN(last+1)))
		}
	case 1: // under another name
		p.name = []string{"ny", "leveringsfrist", "skattepliktig", "TerminUtenLevertMvaMelding", p.name + "er"}[random.IntN(5)]
	case 2: // in something else
		inner := *p
		*p = part{name: []string{"liste", p.name}[random.IntN(2)], parts: []*part{&inner}}
	case 3: // without what is around it
		if i := slices.Index(other.parts, p); i >= 0 && last >= 0 {
			other.parts = slices.Replace(slices.Clone(other.parts), i, i+1, p.parts...)
		}
	case 4: // said to be what it is not
		p.attributes += []string{` xsi:nil="true"`, ` xmlns="urn:x"`, ` xmlns=""`}[random.IntN(3)]
	case 5: // as an attribute
		if last >= 0 && len(p.parts[last].parts) == 0 && p != root {
			inner := p.cut(last)
			p.attributes += " " + inner.name + `="` + inner.text + `"`
		}
	case 6: // as text among elements
		if last >= 0 && len(p.parts[last].parts) == 0 {
			p.text += p.cut(last).text
		}
	default: // beside something new
		other.insert(random, &part{name: "ny", text: "x"})
	}
}

func (p *part) xml(b *strings.Builder, declarations string) {
	b.WriteString("<" + p.name + declarations + p.attributes + ">" + p.text)
	for _, inner := range p.parts {
		inner.xml(b, "")
	}
	b.WriteString("</" + p.name + ">")
}

// json is the value of the part; a list is an array or, as some write it, a lone value.
func (p *part) json(random *rand.Rand) any {
	if len(p.parts) == 0 {
		return p.text
	}
	members := map[string]any{}
	if strings.Contains(p.attributes, "nil") {
		members["#nil"] = true
	}
	if p.text != "" {
		members["#text"] = p.text
	}
	for _, inner := range p.parts {
		value := inner.json(random)
		switch before := members[inner.name].(type) {
		case nil:
			if members[inner.name] = value; random.IntN(2) == 0 && strings.HasPrefix(inner.name, "termin") {
				members[inner.name] = []any{value}
			}
		case []any:
			members[inner.name] = append(before, value)
		default:
			members[inner.name] = []any{before, value}
		}
	}
	return members
}

func TestNothingOpenIsNeverInferred(t *testing.T) {
	const declarations = ` xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`
	taken := 0
	for seed := range uint64(20_000) {
		random := rand.New(rand.NewPCG(1, seed))
		root := statusPart()
		for range 1 + random.IntN(3) {
			disturb(random, root)
		}
		var b strings.Builder
		root.xml(&b, declarations)
		object, err := json.Marshal(root.json(random))
		if err != nil {
			t.Fatal(err)
		}
		for file, document := range map[string]string{"a.xml": b.String(), "a.json": string(object)} {
			var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
			if read(file, []byte(document), &status, xsd.Tolerant(nil)) != nil {
				continue
			}
			taken++
			if len(status.TerminUtenLevertMvaMelding) == 0 && strings.Contains(document, deadline) {
				t.Errorf("no open term was found in %s", document)
			}
		}
	}
	if taken < 5000 {
		t.Errorf("only %d documents were taken: too few to prove much", taken)
	}
}
