// The lexical spaces of the eight types of dates and times (Part 2, sections 3.2.7 to 3.2.14): one set of fields, read by one
// cursor.

package simple

// maxYearDigits is the greatest number of digits of a year: section 3.2.7 lets a processor set such a limit if it says so.
const maxYearDigits = 15

// DateFields are the parts of a date or time. Parts that a type does not have are those of 2000-01-01T00:00:00: a leap year,
// whose January has 31 days.
type DateFields struct {
	Year                 int64
	Month, Day           int
	Hour, Minute, Second int
	fraction             string // digits of a second after the point
	Zoned                bool
	zone                 int // minutes east of UTC
}

var noDateFields = DateFields{Year: 2000, Month: 1, Day: 1}

// dateCursor reads a text from the left. Once something is wrong, bad stays set.
type dateCursor struct {
	rest string
	bad  bool
	DateFields
}

func startDate(text string) dateCursor {
	return dateCursor{rest: text, DateFields: noDateFields}
}

// finish reads the zone, which every type may have.
func (c *dateCursor) finish() (fields DateFields, ok bool) {
	c.readZone()
	return c.DateFields, !c.bad && c.rest == "" && c.Day <= daysIn(c.Year, c.Month)
}

func ReadDateTime(text string) (DateFields, bool) {
	c := startDate(text)
	c.readDate()
	c.literal("T")
	c.readTime()
	return c.finish()
}

func ReadTime(text string) (DateFields, bool) {
	c := startDate(text)
	c.readTime()
	return c.finish()
}

func ReadDate(text string) (DateFields, bool) {
	c := startDate(text)
	c.readDate()
	return c.finish()
}

func ReadGYearMonth(text string) (DateFields, bool) {
	c := startDate(text)
	c.readYear()
	c.literal("-")
	c.readMonth()
	return c.finish()
}

func ReadGYear(text string) (DateFields, bool) {
	c := startDate(text)
	c.readYear()
	return c.finish()
}

func ReadGMonthDay(text string) (DateFields, bool) {
	c := startDate(text)
	c.literal("--")
	c.readMonth()
	c.literal("-")
	c.readDay()
	return c.finish()
}

func ReadGDay(text string) (DateFields, bool) {
	c := startDate(text)
	c.literal("---")
	c.readDay()
	return c.finish()
}

func ReadGMonth(text string) (DateFields, bool) {
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

func (c *dateCursor) readMonth() { c.Month = c.twoDigits(1, 12) }

func (c *dateCursor) readDay() { c.Day = c.twoDigits(1, 31) }

// readYear reads at least four digits, more only without leading zeros; there is no year 0000.
func (c *dateCursor) readYear() {
	negative := c.skip("-")
	n := afterDigits(c.rest, 0)
	if n < 4 || n > maxYearDigits || n > 4 && c.rest[0] == '0' {
		c.bad = true
		return
	}
	c.Year = 0
	for _, digit := range []byte(c.rest[:n]) {
		c.Year = c.Year*10 + int64(digit-'0')
	}
	c.rest = c.rest[n:]
	c.bad = c.bad || c.Year == 0
	if negative {
		c.Year = -c.Year
	}
}

// ReadTime reads hh:mm:ss with any number of digits after a point; 24:00:00 is the end of the day.
func (c *dateCursor) readTime() {
	c.Hour = c.twoDigits(0, 24)
	c.literal(":")
	c.Minute = c.twoDigits(0, 59)
	c.literal(":")
	c.Second = c.twoDigits(0, 59)
	if c.skip(".") {
		c.readFraction()
	}
	if c.Hour == 24 && (c.Minute != 0 || c.Second != 0 || c.fraction != "") {
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
	c.Zoned = true
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
