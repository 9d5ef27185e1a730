// This file reads ordered content in JSON without frames: an array of texts, and of objects that name one element each.

package codec

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// orderedContent stands for the member for ordered content.
var orderedContent = jsonMember{start: `,"` + keyContent + `":`}

// items reads the array of ordered content, and returns where it ends. It is not ok where it needs more care; frames were made then, or nothing was done.
func (d *objectReader) items(o *object, i int) (end int, ok bool) {
	if d.kindAt(i) != '[' {
		return 0, false
	}
	o.items = inItems
	i = jsontext.SkipSpace(d.src, i+1)
	for begin := i; ; {
		from := i
		switch kind := d.kindAt(i); {
		case kind == ']':
			o.items = done
			if items := o.shape.layout.items; items != nil {
				items.came(o.holder)
			}
			return i + 1, true
		case from == begin:
		case kind != ',':
			return d.care(o, from, false)
		default:
			i = jsontext.SkipSpace(d.src, i+1)
		}
		end, ok := d.orderedItem(o, i)
		switch {
		case o.framed:
			return 0, false
		case !ok:
			o.items = inItems
			return d.care(o, from, from == begin)
		}
		i = jsontext.SkipSpace(d.src, end)
	}
}

// orderedItem reads an item, and returns where it ends.
func (d *objectReader) orderedItem(o *object, i int) (end int, ok bool) {
	if d.kindAt(i) != '{' {
		return d.runOfText(o, i)
	}
	m, value := d.nextItem(o, jsontext.SkipSpace(d.src, i+1))
	if m == nil || m.occurs == many {
		return 0, false
	}
	if m.text.atOnce {
		end, ok = d.textAtOnce(o, m, value)
	}
	if ok {
		o.itemCame(m)
	} else if end, ok = d.itemMember(o, m, value); !ok {
		return 0, false
	}
	if end = jsontext.SkipSpace(d.src, end); d.kindAt(end) != '}' {
		o.items = afterItem
		return d.care(o, end, false)
	}
	return end + 1, true
}

// itemCame notes the element that an item names.
func (o *object) itemCame(m *jsonMember) {
	o.item = m.field
	o.arrivals = append(o.arrivals, arrival{m.field, m.facts.symbol})
}

// itemMember reads the element that an item names, where it is more than a text, and returns where its value ends. It is not ok where it needs more care; frames were made
// then, or nothing was done.
func (d *objectReader) itemMember(o *object, m *jsonMember, value int) (end int, ok bool) {
	o.items = afterItem
	o.itemCame(m)
	end, ok = d.member(o, m, value)
	switch {
	case o.framed:
		return 0, false
	case !ok:
		o.arrivals = o.arrivals[:len(o.arrivals)-1]
	}
	o.items = inItems
	return end, ok
}

// runOfText reads a run of text of mixed content.
func (d *objectReader) runOfText(o *object, i int) (end int, ok bool) {
	if o.shape.plan.mixed == absent {
		return 0, false
	}
	text, end, ok := d.likelyText(i)
	if ok {
		s := &o.shape.layout.slots[o.shape.plan.mixed]
		*textAt(d.r.target(s, o.holder)) = text
	}
	return end, ok
}

// likelyText is text, as one that may be kept, for a string that is probably that of the last run, as white space between elements is.
func (d *objectReader) likelyText(i int) (text string, end int, ok bool) {
	if d.written != "" && strings.HasPrefix(d.src[i:], d.written) {
		return d.run, i + len(d.written), true
	}
	text, end, ok = d.text(i)
	if ok {
		text = d.r.input.Own(text)
		d.written, d.run = d.src[i:end], text
	}
	return text, end, ok
}

// text returns the string at an offset, if XML can hold it, and where it ends.
func (d *objectReader) text(i int) (text string, end int, ok bool) {
	if text, end, ok = jsontext.StringAt(d.src, i); ok {
		return text, end, true
	}
	text, end, ok = jsontext.EscapedAt(d.src, i)
	return text, end, ok && simple.IsXMLText(text)
}

// nextItem finds the element that the only member of an item's object names, and where its value begins. There is none where it needs a closer look.
func (d *objectReader) nextItem(o *object, i int) (m *jsonMember, value int) {
	following := &o.shape.firstItem
	if o.item != absent {
		following = &o.shape.members[o.item].next
	}
	if m = following.Load(); m != nil && strings.HasPrefix(d.src[i:], m.start[len(","):]) {
		return m, jsontext.SkipSpace(d.src, i+len(m.start)-len(","))
	}
	key, value, ok := jsontext.KeyAt(d.src, i)
	if !ok {
		return nil, 0
	}
	field, ok := o.shape.plan.itemKey(key)
	if !ok || o.shape.members[field].directPart == nil || o.shape.members[field].facts.key != key {
		return nil, 0
	}
	m = &o.shape.members[field]
	following.Store(m)
	return m, value
}

// inOrder is a row of elements that the content model of a shape allows.
type inOrder struct {
	shape    *jsonShape
	arrivals []arrival
}

// longestProved is how many elements are kept of such a row.
const longestProved = 64

// isInOrder reports whether the items are what the content model allows. Most often they are those of the object before.
func (d *objectReader) isInOrder(o *object) bool {
	if p := o.proved; p != nil && p.shape == o.shape && slices.Equal(p.arrivals, o.arrivals) {
		return true
	}
	if !d.matchItems(o) {
		return false
	}
	if o.proved == nil {
		o.proved = new(inOrder)
	}
	if len(o.arrivals) <= longestProved {
		o.proved.shape, o.proved.arrivals = o.shape, append(o.proved.arrivals[:0], o.arrivals...)
	}
	return true
}

// matchItems matches the items with the content model.
func (d *objectReader) matchItems(o *object) bool {
	if o.shape.plan.model == nil { // mixed content without elements
		return len(o.arrivals) == 0
	}
	var c contents
	d.r.arena.push(o.shape.plan, &c)
	defer d.r.arena.pop(&c)
	for _, a := range o.arrivals {
		if !c.takeItem(a.field, &o.shape.plan.facts[a.field]) {
			return false
		}
	}
	return c.matcher.AtEnd()
}

// frameItems tells a frame of the items that came.
func (o *object) frameItems(r *Reader, f *frame) {
	for _, a := range o.arrivals {
		f.counts[a.field]++
	}
	f.arrivals = append(f.arrivals, o.arrivals...)
	r.json.Has(keyContent)
	if o.items == done {
		return
	}
	f.phase = o.items
	r.json.Enter(true)
	if o.items == afterItem {
		f.resume = inItems
		r.json.Enter(false)
		r.json.Has(o.shape.members[o.item].facts.key)
	}
}
