// This file passes over members that tolerant reading does not know, once so many deviations are listed that no further one is: then nothing has to be said of them,
// and their objects need no frames.

package codec

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
)

// mostPassed is how many members of an object are passed over. Each is compared with those before.
const mostPassed = 8

// isSilent reports whether nothing more is to be said of what deviates.
func (r *Reader) isSilent() bool { return r.tolerant() && !r.listsMore() && r.notes == nil }

// unknown passes over a member that is not known, and returns where it ends. It is not ok where it needs a closer look: it may be known by another name, be something
// that is missed, or have something in it.
func (d *objectReader) unknown(o *object, i int, isFirst bool) (end int, ok bool) {
	outermost := o.around == nil && len(d.r.frames) <= 1 // its only member may be named like the root
	if !d.r.isSilent() || outermost || len(o.passed) == mostPassed || len(o.shape.members)+mostPassed > d.limits.MaxMembers {
		return 0, false
	}
	if i = jsontext.SkipSpace(d.src, i); !isFirst {
		if d.kindAt(i) != ',' {
			return 0, false
		}
		i = jsontext.SkipSpace(d.src, i+1)
	}
	key, value, ok := jsontext.KeyAt(d.src, i)
	if !ok || !d.isStrange(o, key) {
		return 0, false
	}
	if end, ok = d.scalarEnd(value); ok {
		o.passed = append(o.passed, key)
	}
	return end, ok
}

// isStrange reports whether a key is not known, has come for the first time, and is not like one that is missed.
func (d *objectReader) isStrange(o *object, key string) bool {
	if key == "" || strings.TrimSpace(key) != key || strings.IndexByte("@#{", key[0]) >= 0 || len(key) > d.limits.MaxNameBytes {
		return false
	}
	p := o.shape.plan
	if _, known := p.keys()[key]; known || slices.Contains(o.passed, key) || p.resemblesList(key) || d.r.losesItem(key) {
		return false
	}
	for around := o.around; around != nil; around = around.around {
		if around.shape.plan.hasList(key) {
			return false
		}
	}
	return true
}

// scalarEnd returns where a string, number, boolean or null ends.
func (d *objectReader) scalarEnd(i int) (end int, ok bool) {
	switch d.kindAt(i) {
	case '"':
		_, end, ok = d.text(i)
	case 't', 'f':
		_, end, ok = jsontext.BooleanAt(d.src, i)
	case 'n':
		end, ok = jsontext.NullAt(d.src, i)
	default:
		_, end, ok = jsontext.NumberAt(d.src, i, d.limits.MaxNumberBytes)
	}
	return end, ok
}
