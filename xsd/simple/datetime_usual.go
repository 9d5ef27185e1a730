// Dates and years in the form most of them have. They are decided on without taking the text apart.

package simple

// isUsualDate reports whether text is an existing day written as yyyy-mm-dd. Other texts may be dates all the same: see readDate.
func isUsualDate(text string) bool {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' || !isUsualYear(text[:4]) {
		return false
	}
	month, ok := usualNumber(text[5], text[6])
	day, alsoOK := usualNumber(text[8], text[9])
	if !ok || !alsoOK || month < 1 || month > 12 || day < 1 {
		return false
	}
	return day <= 28 || day <= daysIn(usualYear(text), month)
}

// isUsualYear reports whether text is a year written as yyyy. Other texts may be years all the same: see readGYear.
func isUsualYear(text string) bool {
	return len(text) == 4 && isDigit(text[0]) && isDigit(text[1]) && isDigit(text[2]) && isDigit(text[3]) && text != "0000"
}

// usualYear takes a text that begins with four digits.
func usualYear(text string) (year int64) {
	for _, digit := range []byte(text[:4]) {
		year = year*10 + int64(digit-'0')
	}
	return year
}

func usualNumber(tens, ones byte) (number int, ok bool) {
	return int(tens-'0')*10 + int(ones-'0'), isDigit(tens) && isDigit(ones)
}
