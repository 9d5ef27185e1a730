// The value spaces of dates and times: moments on the time line, with the partial order of Part 2, section 3.2.7.4.

package simple

import (
	"cmp"
	"strconv"
	"strings"
)

// Seconds.
const (
	secondsPerDay    = 24 * 60 * 60
	secondsPerMinute = 60
	// WidestZone is how far a moment without zone may be from UTC on either side.
	WidestZone = 14 * 60 * secondsPerMinute
)

// moment is a point in time, or, without a zone, a local one that may be any of those of 28 hours. Types with fewer fields
// are the moments at which their periods begin.
type moment struct {
	day      int64 // counted from 0001-01-01; in UTC where zoned
	second   int   // of the day
	fraction string
	zoned    bool
}

func datePrimitive(read func(text string) (DateFields, bool)) *primitive[moment] {
	return &primitive[moment]{
		facets: orderedFacets,
		valid:  func(text string) bool { _, ok := read(text); return ok },
		read: func(text string, _ PrefixResolver) (moment, bool) {
			fields, _ := read(text)
			return fields.moment(), true
		},
	}
}

// usually makes valid answer for texts in the usual form without reading them.
func usually(isUsual func(text string) bool, p *primitive[moment]) *primitive[moment] {
	valid := p.valid
	p.valid = func(text string) bool { return isUsual(text) || valid(text) }
	return p
}

var (
	dateTimeSpace   = datePrimitive(ReadDateTime)
	timeSpace       = datePrimitive(ReadTime)
	dateSpace       = usually(isUsualDate, datePrimitive(ReadDate))
	gYearMonthSpace = datePrimitive(ReadGYearMonth)
	gYearSpace      = usually(isUsualYear, datePrimitive(ReadGYear))
	gMonthDaySpace  = datePrimitive(ReadGMonthDay)
	gDaySpace       = datePrimitive(ReadGDay)
	gMonthSpace     = datePrimitive(ReadGMonth)
)

// CompareDates is Compare for two texts of one type, which are valid or empty: an empty one is equal to itself and has no
// order to others.
func CompareDates(a, b string, read func(text string) (DateFields, bool)) (order int, ok bool) {
	v, okA := read(a)
	w, okB := read(b)
	if !okA || !okB {
		return 0, a == b
	}
	return v.moment().compare(w.moment())
}

func (f *DateFields) moment() moment {
	m := moment{
		day:      daysBefore(f.Year, f.Month) + int64(f.Day) - 1,
		fraction: f.fraction,
		zoned:    f.Zoned,
	}
	return m.plus((f.Hour*60+f.Minute-f.zone)*secondsPerMinute + f.Second)
}

// plus adds seconds and carries whole days.
func (m moment) plus(seconds int) moment {
	m.second += seconds
	m.day += int64(floorDiv(m.second, secondsPerDay))
	m.second -= floorDiv(m.second, secondsPerDay) * secondsPerDay
	return m
}

// floorDiv rounds towards negative infinity; b is positive.
func floorDiv[I int | int64](a, b I) I {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

var daysBeforeMonth = [...]int64{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

// daysBefore counts the days from 0001-01-01 to the first of a month. Year -1 is the one before year 1: the days of a year
// 0, which does not exist, are left out. Negative years are leap years by the number written, as in daysIn.
func daysBefore(year int64, month int) int64 {
	y := year - 1
	days := y*365 + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + daysBeforeMonth[month-1]
	if month > 2 && isLeap(year) {
		days++
	}
	if year < 0 {
		days += 366
	}
	return days
}

func (m moment) compare(n moment) (order int, ok bool) {
	switch {
	case m.zoned == n.zoned:
		return m.compareTo(n), true
	case m.zoned:
		return m.compareLocal(n)
	default:
		order, ok = n.compareLocal(m)
		return -order, ok
	}
}

// compareLocal compares a moment in UTC with a local one: there is an order where it is the same for all zones the
// local one may be in.
func (m moment) compareLocal(local moment) (order int, ok bool) {
	switch {
	case m.compareTo(local.plus(-WidestZone)) < 0:
		return -1, true
	case m.compareTo(local.plus(WidestZone)) > 0:
		return 1, true
	default:
		return 0, false
	}
}

func (m moment) compareTo(n moment) int {
	return cmp.Or(cmp.Compare(m.day, n.day), cmp.Compare(m.second, n.second), strings.Compare(m.fraction, n.fraction))
}

func (m moment) appendKey(key []byte) []byte {
	key = strconv.AppendInt(key, m.day, 10)
	key = strconv.AppendInt(append(key, ':'), int64(m.second), 10)
	key = append(append(key, '.'), m.fraction...)
	if m.zoned {
		key = append(key, 'Z')
	}
	return key
}
