// Sets of counter values, held as ranges: (a{2,3}){2,3} is legal and which
// iteration a character belongs to is not known while reading.

package pattern

// values is a range of counter values, both ends included.
type values struct{ lo, hi int32 }

// counts is a set of counter values: sorted ranges that neither overlap nor
// touch. It is immutable.
type counts []values

// zero is the counter of a loop just entered, and stands for "reached" where
// nothing is counted.
var zero = counts{{0, 0}}

// advance adds one iteration. For a loop without maximum, all values from its
// minimum on are the same.
func (l loop) advance(c counts) counts {
	out := make(counts, 0, len(c))
	for _, v := range c {
		lo, hi := v.lo+1, v.hi+1
		if l.max == unbounded {
			lo, hi = min(lo, l.min), min(hi, l.min)
		}
		if last := len(out) - 1; last >= 0 && lo <= out[last].hi+1 {
			out[last].hi = max(out[last].hi, hi)
			continue
		}
		out = append(out, values{lo, hi})
	}
	return out
}

// within returns the members from low to high.
func (c counts) within(low, high int32) counts {
	first, last := 0, len(c)
	for first < last && c[first].hi < low {
		first++
	}
	for last > first && c[last-1].lo > high {
		last--
	}
	c = c[first:last]
	if len(c) == 0 || (c[0].lo >= low && c[len(c)-1].hi <= high) {
		return c
	}
	out := append(counts(nil), c...)
	out[0].lo = max(out[0].lo, low)
	out[len(out)-1].hi = min(out[len(out)-1].hi, high)
	return out
}

// strongest drops each value that can do no more than another value can: of
// those that have reached the minimum the least has most iterations left, and
// where nothing can be exceeded the greatest has least to reach.
func (l loop) strongest(c counts) counts {
	if l.max == unbounded {
		greatest := c[len(c)-1].hi
		return counts{{greatest, greatest}}
	}
	enough := c.within(l.min, l.max)
	if len(enough) == 0 || (len(enough) == 1 && enough[0].lo == enough[0].hi) {
		return c
	}
	return c.within(0, enough[0].lo)
}

// merge adds fresh to known and returns the strongest of both and what of
// that was not known.
func (l loop) merge(known, fresh counts) (all, added counts) {
	if len(known) == 0 {
		all = l.strongest(fresh)
		return all, all
	}
	all = l.strongest(known.union(fresh))
	if added = all.minus(known); len(added) == 0 {
		return known, nil
	}
	return all, added
}

// minus returns the members of c that are not in other.
func (c counts) minus(other counts) counts {
	var out counts
	j := 0
	for _, v := range c {
		lo := v.lo
		for ; j < len(other) && other[j].hi < lo; j++ {
		}
		for k := j; k < len(other) && other[k].lo <= v.hi; k++ {
			if lo < other[k].lo {
				out = append(out, values{lo, other[k].lo - 1})
			}
			lo = other[k].hi + 1
		}
		if lo <= v.hi {
			out = append(out, values{lo, v.hi})
		}
	}
	return out
}

// union returns the members of both.
func (c counts) union(other counts) counts {
	out := make(counts, 0, len(c)+len(other))
	for len(c) > 0 || len(other) > 0 {
		var v values
		if len(other) == 0 || (len(c) > 0 && c[0].lo <= other[0].lo) {
			v, c = c[0], c[1:]
		} else {
			v, other = other[0], other[1:]
		}
		if last := len(out) - 1; last >= 0 && v.lo <= out[last].hi+1 {
			out[last].hi = max(out[last].hi, v.hi)
			continue
		}
		out = append(out, v)
	}
	return out
}
