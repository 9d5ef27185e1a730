// The lexical spaces of the eight types of dates and times (Part 2, sections 3.2.7 to 3.2.14): one set of fields, read by one
// cursor.

package xsd

// maxYearDigits is the greatest number of digits of a year: section 3.2.7 lets a processor set such a limit if it says so.
const maxYearDigits = 15

// dateFields are the parts of a date or time. Parts that a type does not have are those of 2000-01-01T00:00:00: a leap year,
// whose January has 31 days.
type dateFields struct {
	year                 int64
	month, day           int
	hour, minute, second int
	fraction             string // digits of a second after the point
	zoned                bool
	zone                 int // minutes east of UTC
}

var noDateFields = dateFields{year: 2000, month: 1, day: 1}

// dateCursor reads a text from the left. Once something is wrong, bad stays set.
type dateCursor struct {
	rest string
	bad  bool
	dateFields
}

func startDate(text string) dateCursor {
	return dateCursor{rest: text, dateFields: noDateFields}
}

// finish reads the zone, which every type may have.
func (c *dateCursor) finish() (fields dateFields, ok bool) {
	c.readZone()
	return c.dateFields, !c.bad && c.rest == "" && c.day <= daysIn(c.year, c.month)
}

func readDateTime(text string) (dateFields, bool) {
	c := startDate(text)
	c.readDate()
	c.literal("T")
	c.readTime()
	return c.finish()
}

func readTime(text string) (dateFields, bool) {
	c := startDate(text)
	c.readTime()
	return c.finish()
}

func readDate(text string) (dateFields, bool) {
	c := startDate(text)
	c.readDate()
	return c.finish()
}

func readGYearMonth(text string) (dateFields, bool) {
	c := startDate(text)
	c.readYear()
	c.literal("-")
	c.readMonth()
	return c.finish()
}

func readGYear(text string) (dateFields, bool) {
	c := startDate(text)
	c.readYear()
	return c.finish()
}

func readGMonthDay(text string) (dateFields, bool) {
	c := startDate(text)
	c.literal("--")
	c.readMonth()
	c.literal("-")
	c.readDay()
	return c.finish()
}

func readGDay(text string) (dateFields, bool) {
	c := startDate(text)
	c.literal("---")
	c.readDay()
	return c.finish()
}

func readGMonth(text string) (dateFields, bool) {
	c := startDate(text)
	c.literal("--")
	c.readMonth()
	return c.finish()
}

func (c *dateCursor) readDate() {
	c.readYear()
	c.literal("-")
	c.readMonth()
	c.literal("-")
	c.readDay()
}

func (c *dateCursor) readMonth() { c.month = c.twoDigits(1, 12) }

func (c *dateCursor) readDay() { c.day = c.twoDigits(1, 31) }

// readYear reads at least four digits, more only without leading zeros; there is no year 0000.
func (c *dateCursor) readYear() {
	negative := c.skip("-")
	n := afterDigits(c.rest, 0)
	if n < 4 || n > maxYearDigits || n > 4 && c.rest[0] == '0' {
		c.bad = true
		return
	}
	c.year = 0
	for _, digit := range []byte(c.rest[:n]) {
		c.year = c.year*10 + int64(digit-'0')
	}
	c.rest = c.rest[n:]
	c.bad = c.bad || c.year == 0
	if negative {
		c.year = -c.year
	}
}

// readTime reads hh:mm:ss with any number of digits after a point; 24:00:00 is the end of the day.
func (c *dateCursor) readTime() {
	c.hour = c.twoDigits(0, 24)
	c.literal(":")
	c.minute = c.twoDigits(0, 59)
	c.literal(":")
	c.second = c.twoDigits(0, 59)
	if c.skip(".") {
		c.readFraction()
	}
	if c.hour == 24 && (c.minute != 0 || c.second != 0 || c.fraction != "") {
		c.bad = true
	}
}

func (c *dateCursor) readFraction() {
	n := afterDigits(c.rest, 0)
	c.bad = c.bad || n == 0
	c.fraction = c.rest[:n]
	c.rest = c.rest[n:]
	for c.fraction != "" && c.fraction[len(c.fraction)-1] == '0' {
		c.fraction = c.fraction[:len(c.fraction)-1]
	}
}

// readZone reads Z or an offset of at most 14 hours, if there is one.
func (c *dateCursor) readZone() {
	if c.rest == "" {
		return
	}
	c.zoned = true
	if c.skip("Z") {
		return
	}
	west := c.skip("-")
	if !west {
		c.literal("+")
	}
	hours := c.twoDigits(0, 14)
	c.literal(":")
	c.zone = hours*60 + c.twoDigits(0, 59)
	c.bad = c.bad || c.zone > 14*60
	if west {
		c.zone = -c.zone
	}
}

func (c *dateCursor) skip(prefix string) bool {
	if len(c.rest) < len(prefix) || c.rest[:len(prefix)] != prefix {
		return false
	}
	c.rest = c.rest[len(prefix):]
	return true
}

func (c *dateCursor) literal(text string) { c.bad = !c.skip(text) || c.bad }

func (c *dateCursor) twoDigits(least, greatest int) int {
	if len(c.rest) < 2 || !isDigit(c.rest[0]) || !isDigit(c.rest[1]) {
		c.bad = true
		return least
	}
	value := int(c.rest[0]-'0')*10 + int(c.rest[1]-'0')
	c.rest = c.rest[2:]
	c.bad = c.bad || value < least || value > greatest
	return value
}

// daysIn is maximumDayInMonthFor of appendix E, which takes the year as it is written.
func daysIn(year int64, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if isLeap(year) {
			return 29
		}
		return 28
	default:
		return 31
	}
}

func isLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }
