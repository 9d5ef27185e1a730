// The lexical spaces of the built-in types (Part 2, section 3) as regular expressions over texts whose white space is treated.

package inclusion

import "strings"

const (
	decimalForm = `[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)`
	ncNameForm  = `[\i-[:]][\c-[:]]*`
	zoneForm    = `(Z|[+\-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?`
	clockForm   = `(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)`
	monthForm   = `(0[1-9]|1[0-2])`
	dayForm     = `(0[1-9]|[12][0-9]|3[01])`
	// monthDayForm are the days of the year that all years have.
	monthDayForm = `((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)`
	// yearForm lets years have 15 digits, as package xsd does; there is no year 0000.
	yearForm = `-?([1-9][0-9]{3,14}|0[0-9]{2}[1-9]|0[0-9][1-9]0|0[1-9]00)`
	// leapForm are the years divisible by 4, and of those that end in 00 the ones divisible by 400.
	leapForm     = `-?(([1-9][0-9]{1,12}|0[0-9])(0[48]|[2468][048]|[13579][26])|[1-9][0-9]{0,10}([02468][048]|[13579][26])00|(0[48]|[2468][048]|[13579][26])00)`
	durationDays = `([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D)`
	seconds      = `([0-9]+|[0-9]*\.[0-9]+)S`
	durationTime = `T([0-9]+H([0-9]+M)?(` + seconds + `)?|[0-9]+M(` + seconds + `)?|` + seconds + `)`
	base64Digit  = `[A-Za-z0-9+/]`
	integerForm  = `[+\-]?[0-9]+`
	dateForm     = `(` + yearForm + `-` + monthDayForm + `|` + leapForm + `-02-29)`
	floatForm    = decimalForm + `([eE][+\-]?[0-9]+)?|INF|-INF|NaN`
	base64Quad   = base64Digit + ` ?` + base64Digit + ` ?` + base64Digit + ` ?` + base64Digit
	hexForm      = `([0-9a-fA-F]{2})*`
)

// lexicalForms are the lexical spaces by the name of the built-in type; a derived type that is missing has that of its base. Those of
// xs:anyURI and xs:base64Binary are made elsewhere.
var lexicalForms = map[string]string{
	"boolean":      `true|false|1|0`,
	"decimal":      decimalForm,
	"integer":      integerForm,
	"float":        floatForm,
	"double":       floatForm,
	"duration":     `-?P(` + durationDays + `(` + durationTime + `)?|` + durationTime + `)`,
	"dateTime":     dateForm + `T` + clockForm + zoneForm,
	"time":         clockForm + zoneForm,
	"date":         dateForm + zoneForm,
	"gYearMonth":   yearForm + `-` + monthForm + zoneForm,
	"gYear":        yearForm + zoneForm,
	"gMonthDay":    `--(` + monthDayForm + `|02-29)` + zoneForm,
	"gDay":         `---` + dayForm + zoneForm,
	"gMonth":       `--` + monthForm + zoneForm,
	"hexBinary":    hexForm,
	"QName":        `(` + ncNameForm + `:)?` + ncNameForm,
	"NOTATION":     `(` + ncNameForm + `:)?` + ncNameForm,
	"language":     `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`,
	"NMTOKEN":      `\c+`,
	"Name":         `\i\c*`,
	"NCName":       ncNameForm,
	"base64Binary": `(` + base64Quad + ` ?)*(` + base64Tail(1) + `|` + base64Tail(2) + `)?`,
}

// base64Tail is what stands for the last one or two octets: bits that stand for nothing are 0.
func base64Tail(octets int) string {
	if octets == 1 {
		return base64Digit + ` ?[AQgw] ?= ?=`
	}
	return base64Digit + ` ?` + base64Digit + ` ?[AEIMQUYcgkosw048] ?=`
}

// uriForm is the lexical space of xs:anyURI but for the addresses in brackets: without brackets before the query it is less than
// that, with them anywhere it is more.
func uriForm(brackets bool) string {
	without := `\[\]`
	if brackets {
		without = ``
	}
	// A unit of the text that is none of the excluded characters.
	unit := func(excluded string) string {
		return `(%[0-9a-fA-F]{2}|[^%#` + excluded + `])`
	}
	path, text := unit(without+`?`), unit(``)
	tail := `(\?` + text + `*)?(#` + text + `*)?`
	// From a slash on; // alone is nothing.
	slash := `/(` + unit(without+`?/`) + path + `*)?` + tail + `|//` + path + `+` + tail + `|//(\?` + text + `*(#` + text + `*)?|#` + text + `*)`
	return strings.Join([]string{
		unit(without+`:/?`) + `+(/` + path + `*)?` + tail,
		tail,
		slash,
		`[A-Za-z][A-Za-z0-9+.\-]*:(` + unit(`/`) + text + `*(#` + text + `*)?|` + slash + `)`,
	}, `|`)
}
