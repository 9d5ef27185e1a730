// Candidates: texts at the edges of two types, among which there is likely one that the first takes and the second refuses.

package inclusion

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// candidates are texts at the edges of both types, and some drawn from the first.
func (q *enquiry) candidates() []candidate {
	e := &edges{random: rand.New(rand.NewPCG(1, 2))}
	e.of(q.a, 0)
	e.of(q.b, 0)
	return e.out
}

// edges collects candidates.
type edges struct {
	random   *rand.Rand
	out      []candidate
	samplers int // made so far
}

// Bounds of what is tried.
const (
	maxCandidates = 200_000
	draws         = 40
	maxSamplers   = 20
	drawStates    = 5_000
	longestText   = 1 << 20
	itemsTried    = 40
)

func (e *edges) add(texts ...string) {
	for _, text := range texts {
		if len(e.out) < maxCandidates {
			e.out = append(e.out, candidate{text: text})
		}
	}
}

// of adds texts at the edges of a type.
func (e *edges) of(t *xsd.SimpleType, depth int) {
	if depth > maxDepth || len(e.out) >= maxCandidates {
		return
	}
	for _, v := range enumerationOf(t) {
		e.out = append(e.out, candidate(v))
	}
	switch t.Variety() {
	case xsd.VarietyUnion:
		for _, member := range t.Members() {
			e.of(member, depth+1)
		}
	case xsd.VarietyList:
		e.lists(t, depth)
	case xsd.VarietyAbsent:
		e.add("", "text", "a b")
	default:
		e.atoms(t)
	}
}

// lists adds as many items as the type asks for, and one more and one less.
func (e *edges) lists(t *xsd.SimpleType, depth int) {
	inner := &edges{random: e.random}
	inner.of(t.Item(), depth+1)
	shortest, longest := lengths(t)
	for _, n := range []int{shortest, shortest - 1, shortest + 1, longest, longest + 1} {
		if n < 0 || n > maxWords {
			continue
		}
		for i := range min(itemsTried, len(inner.out)) {
			words := make([]string, n)
			for w := range words {
				words[w] = inner.out[i].text
				if w > 0 {
					words[w] = inner.out[(i+w)%len(inner.out)].text
				}
			}
			same := strings.TrimSpace(strings.Repeat(inner.out[i].text+" ", n))
			e.out = append(e.out, candidate{same, inner.out[i].names}, candidate{strings.Join(words, " "), inner.out[i].names})
		}
	}
}

// atoms adds texts of an atomic type.
func (e *edges) atoms(t *xsd.SimpleType) {
	primitive := t.Primitive().Name().Local
	for _, bound := range boundsOf(t) {
		e.near(primitive, bound.Value)
	}
	e.add(extremes[primitive]...)
	shortest, longest := lengths(t)
	for _, n := range []int{shortest - 1, shortest, longest, longest + 1} {
		if n >= 0 && n <= longestText {
			e.add(strings.Repeat("a", n), strings.Repeat("0", n), strings.Repeat("00", n))
		}
	}
	if e.samplers++; e.samplers > maxSamplers {
		return
	}
	l, _ := languageOf(t, narrower)
	if sampler, answer := pattern.NewSampler(l.compile(), drawStates); answer == pattern.Yes {
		for i := range draws {
			e.add(sampler.Sample(e.random, i))
		}
	}
}

// near adds the neighbours of a bound.
func (e *edges) near(primitive, bound string) {
	e.add(bound)
	switch primitive {
	case "float":
		value, _ := strconv.ParseFloat(bound, 32)
		below, above := math.Nextafter32(float32(value), float32(math.Inf(-1))), math.Nextafter32(float32(value), float32(math.Inf(1)))
		for _, near := range []float32{below, above, float32(value - 1), float32(value + 1)} {
			e.add(xsd.Float(near).String())
		}
	case "double":
		value, _ := strconv.ParseFloat(bound, 64)
		for _, near := range []float64{math.Nextafter(value, math.Inf(-1)), math.Nextafter(value, math.Inf(1)), value - 1, value + 1} {
			e.add(xsd.Double(near).String())
		}
	case "duration", "decimal":
		e.neighbours(bound)
	default:
		e.moments(primitive, bound)
	}
}

// neighbours adds a text with each number in it one larger and one smaller.
func (e *edges) neighbours(text string) {
	for start := 0; start < len(text); start++ {
		end := start
		for end < len(text) && '0' <= text[end] && text[end] <= '9' {
			end++
		}
		if number, err := strconv.ParseInt(text[start:end], 10, 62); err == nil {
			e.add(text[:start]+strconv.FormatInt(number+1, 10)+text[end:], text[:start]+strconv.FormatInt(max(0, number-1), 10)+text[end:])
			start = end
		}
	}
}

// layouts are those of package time for the types of dates and times without fraction and zone.
var layouts = map[string]string{
	"dateTime": "2006-01-02T15:04:05", "time": "15:04:05", "date": "2006-01-02", "gYearMonth": "2006-01", "gYear": "2006",
	"gMonthDay": "--01-02", "gDay": "---02", "gMonth": "--01",
}

// moments adds the moments around one, in zones from the easternmost to the westernmost and without one.
func (e *edges) moments(primitive, bound string) {
	stem, zone := bound, ""
	if hasZone(bound) {
		stem = strings.TrimRight(bound, "Z")
		if stem == bound {
			stem = bound[:len(bound)-6]
		}
		zone = bound[len(stem):]
	}
	stem, _, _ = strings.Cut(stem, ".")
	zones := []string{"", "Z", zone, "+14:00", "-14:00"}
	for _, near := range e.shifted(layouts[primitive], stem) {
		for _, zone := range zones {
			e.add(near + zone)
		}
	}
}

// shifted are the texts of a moment and of those a second, a day, a month and a year away.
func (e *edges) shifted(layout, stem string) []string {
	moment, err := time.Parse(layout, stem)
	if err != nil {
		return []string{stem}
	}
	out := []string{stem, stem + ".5"}
	for _, sign := range []int{-1, 1} {
		for _, near := range []time.Time{
			moment.Add(time.Duration(sign) * time.Second), moment.AddDate(0, 0, sign), moment.AddDate(0, 0, 2*sign), moment.AddDate(0, sign, 0), moment.AddDate(sign, 0, 0),
		} {
			out = append(out, near.Format(layout))
		}
	}
	return out
}

// extremes are typical texts of the primitive types, and those far out.
var extremes = map[string][]string{
	"string":     {"a", "0", "A", "text", "A1", "a b", " ", "", "\t", "%", "\u00e5"},
	"anyURI":     {"a", "urn:a", "https://example.org/a?b#c", ""},
	"boolean":    {"true", "false", "1", "0"},
	"decimal":    {"0", "1", "-1", "0.1", "-0.1", "1000000", "-1000000", "+1", "01", "1.0"},
	"float":      {"0", "1", "-1", "INF", "-INF", "NaN", "1E1", "1.5", "1E30", "-1E30"},
	"double":     {"0", "1", "-1", "INF", "-INF", "NaN", "1E1", "1.5", "1E300", "-1E300"},
	"duration":   {"PT0S", "P1D", "-P1D", "P1M", "P99999Y", "-P99999Y", "PT1S", "PT0.5S"},
	"dateTime":   {"2000-01-01T00:00:00", "2000-01-01T00:00:00Z", "0001-01-01T00:00:00", "9999-12-31T23:59:59", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "99999-01-01T00:00:00", "-0001-01-01T00:00:00"},
	"time":       {"00:00:00", "12:00:00", "23:59:59", "00:00:00Z", "23:59:59Z", "00:00:00+14:00", "23:59:59-14:00"},
	"date":       {"2000-01-01", "2000-01-01Z", "0001-01-01", "9999-12-31", "0001-01-01Z", "9999-12-31Z", "99999-01-01", "-0001-01-01"},
	"gYearMonth": {"2000-01", "2000-01Z", "0001-01", "9999-12", "0001-01Z", "9999-12Z", "99999-01", "-0001-01"},
	"gYear":      {"2000", "2000Z", "0001", "9999", "0001Z", "9999Z", "99999", "-0001"},
	"gMonthDay":  {"--01-01", "--12-31", "--02-29", "--01-01Z", "--12-31Z", "--01-01+14:00", "--12-31-14:00"},
	"gDay":       {"---01", "---31", "---01Z", "---31Z", "---01+14:00", "---31-14:00"},
	"gMonth":     {"--01", "--12", "--01Z", "--12Z", "--01+14:00", "--12-14:00"},
	"QName":      {"a"},
}
