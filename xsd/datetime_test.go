// Dates and times as Go types: text kept, zones kept apart, conversion to time.Time.

package xsd_test

import (
	"encoding"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

var oslo = time.FixedZone("Oslo", 2*60*60)

// dateType is one of the eight types behind one face.
type dateType struct {
	text  string
	parse func(text string) (dateValue, error)
	zero  dateValue
}

type dateValue interface {
	String() string
	IsZero() bool
	HasZone() bool
	encoding.TextMarshaler
}

func dates() []dateType {
	return []dateType{
		{"2022-04-11", func(s string) (dateValue, error) { return xsd.ParseDate(s) }, xsd.Date{}},
		{"2022-04-11T13:20:00", func(s string) (dateValue, error) { return xsd.ParseDateTime(s) }, xsd.DateTime{}},
		{"13:20:00", func(s string) (dateValue, error) { return xsd.ParseTime(s) }, xsd.Time{}},
		{"2022", func(s string) (dateValue, error) { return xsd.ParseGYear(s) }, xsd.GYear{}},
		{"2022-04", func(s string) (dateValue, error) { return xsd.ParseGYearMonth(s) }, xsd.GYearMonth{}},
		{"--04", func(s string) (dateValue, error) { return xsd.ParseGMonth(s) }, xsd.GMonth{}},
		{"--04-11", func(s string) (dateValue, error) { return xsd.ParseGMonthDay(s) }, xsd.GMonthDay{}},
		{"---11", func(s string) (dateValue, error) { return xsd.ParseGDay(s) }, xsd.GDay{}},
	}
}

func TestDatesKeepTheirText(t *testing.T) {
	for _, d := range dates() {
		for _, zone := range []string{"", "Z", "+02:00", "-00:00"} {
			text := d.text + zone
			v, err := d.parse(" " + text + "\n")
			if err != nil || v.String() != text || v.HasZone() != (zone != "") || v.IsZero() {
				t.Errorf("%q became %q, %v", text, v, err)
				continue
			}
			if written, err := v.MarshalText(); err != nil || string(written) != text {
				t.Errorf("%q written %q, %v", text, written, err)
			}
		}
		if v, err := d.parse(d.text + "x"); err == nil || !v.IsZero() {
			t.Errorf("%sx became %v", d.text, v)
		}
		if !d.zero.IsZero() || d.zero.String() != "" || d.zero.HasZone() {
			t.Errorf("zero %T is %v", d.zero, d.zero)
		}
		if text, err := d.zero.MarshalText(); err == nil {
			t.Errorf("zero %T is written %q", d.zero, text)
		}
	}
}

func TestDatesUnmarshalText(t *testing.T) {
	targets := map[string]encoding.TextUnmarshaler{
		"2022-04-11": new(xsd.Date), "2022-04-11T13:20:00": new(xsd.DateTime), "13:20:00": new(xsd.Time), "2022": new(xsd.GYear),
		"2022-04": new(xsd.GYearMonth), "--04": new(xsd.GMonth), "--04-11": new(xsd.GMonthDay), "---11": new(xsd.GDay),
	}
	for text, target := range targets {
		if err := target.UnmarshalText([]byte("x")); err == nil {
			t.Errorf("%T accepts x", target)
		}
		if err := target.UnmarshalText([]byte(text)); err != nil {
			t.Error(err)
		}
		if written, err := target.(encoding.TextMarshaler).MarshalText(); err != nil || string(written) != text {
			t.Errorf("%T: %q became %q, %v", target, text, written, err)
		}
	}
}

func TestDateParts(t *testing.T) {
	date := xsd.Must(xsd.ParseDate("-0044-03-15Z"))
	if date.Year() != -44 || date.Month() != time.March || date.Day() != 15 {
		t.Errorf("%v has parts %d %v %d", date, date.Year(), date.Month(), date.Day())
	}
	if year := xsd.Must(xsd.ParseGYear("123456789012345")); year.Year() != 123456789012345 {
		t.Errorf("%v is %d", year, year.Year())
	}
	month := xsd.Must(xsd.ParseGYearMonth("2022-12"))
	if month.Year() != 2022 || month.Month() != time.December {
		t.Errorf("%v has parts %d %v", month, month.Year(), month.Month())
	}
	day := xsd.Must(xsd.ParseGMonthDay("--02-29"))
	if day.Month() != time.February || day.Day() != 29 {
		t.Errorf("%v has parts %v %d", day, day.Month(), day.Day())
	}
	if m, d := xsd.Must(xsd.ParseGMonth("--09")), xsd.Must(xsd.ParseGDay("---31")); m.Month() != time.September || d.Day() != 31 {
		t.Errorf("%v and %v have parts %v, %d", m, d, m.Month(), d.Day())
	}
	if got, want := xsd.Must(xsd.ParseTime("13:20:01.0000000019Z")).SinceMidnight(), 13*time.Hour+20*time.Minute+time.Second+time.Nanosecond; got != want {
		t.Errorf("since midnight %v, want %v", got, want)
	}
	if got := xsd.Must(xsd.ParseTime("24:00:00")).SinceMidnight(); got != 24*time.Hour {
		t.Errorf("24:00:00 is %v", got)
	}
}

func TestDateToTime(t *testing.T) {
	tests := []struct {
		got  func(loc *time.Location) (time.Time, error)
		loc  *time.Location
		want time.Time
	}{
		{xsd.Must(xsd.ParseDate("2022-04-11")).Time, oslo, time.Date(2022, 4, 11, 0, 0, 0, 0, oslo)},
		{xsd.Must(xsd.ParseDate("2022-04-11-05:30")).Time, oslo, time.Date(2022, 4, 11, 5, 30, 0, 0, time.UTC)},
		{xsd.Must(xsd.ParseDateTime("2022-04-11T13:20:00.5Z")).Time, nil, time.Date(2022, 4, 11, 13, 20, 0, 500_000_000, time.UTC)},
		{xsd.Must(xsd.ParseDateTime("2022-12-31T24:00:00")).Time, time.UTC, time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)},
		{xsd.Must(xsd.ParseDateTime("2022-04-11T13:20:00.1234567899")).Time, time.UTC, time.Date(2022, 4, 11, 13, 20, 0, 123456789, time.UTC)},
	}
	for _, test := range tests {
		if got, err := test.got(test.loc); err != nil || !got.Equal(test.want) {
			t.Errorf("got %v, %v, want %v", got, err, test.want)
		}
	}
	refused := map[string]func(loc *time.Location) (time.Time, error){
		"no zone":       xsd.Must(xsd.ParseDate("2022-04-11")).Time,
		"zero":          xsd.DateTime{}.Time,
		"beyond":        xsd.Must(xsd.ParseDate("1000000000-01-01Z")).Time,
		"before year 1": xsd.Must(xsd.ParseDate("-0001-01-01Z")).Time,
	}
	for name, convert := range refused {
		if got, err := convert(nil); err == nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestTimeToDate(t *testing.T) {
	moment := time.Date(2022, 4, 11, 1, 2, 3, 450_000_000, oslo)
	whole := time.Date(22, 4, 11, 1, 2, 3, 0, time.UTC)
	beyond := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	odd := time.FixedZone("odd", 61)
	got := []string{
		xsd.DateOf(moment).String(), xsd.DateTimeOf(moment).String(), xsd.TimeOf(moment).String(), xsd.GYearMonthOf(moment).String(),
		xsd.DateOf(whole).String(), xsd.DateTimeOf(whole).String(), xsd.TimeOf(whole).String(),
		xsd.DateOf(beyond).String(), xsd.DateTimeOf(beyond).String(), xsd.DateTimeOf(moment.In(odd)).String(),
		xsd.NewGYear(2022).String(), xsd.NewGYear(-44).String(), xsd.NewGYear(0).String(), xsd.NewGYear(12345).String(),
		xsd.NewGMonth(time.April).String(), xsd.Must(xsd.NewGMonthDay(time.February, 29)).String(), xsd.Must(xsd.NewGDay(9)).String(),
	}
	want := []string{
		"2022-04-11", "2022-04-11T01:02:03.45+02:00", "01:02:03.45", "2022-04",
		"0022-04-11", "0022-04-11T01:02:03Z", "01:02:03",
		"", "", "",
		"2022", "-0044", "", "12345",
		"--04", "--02-29", "---09",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if day, err := xsd.NewGMonthDay(time.April, 31); err == nil {
		t.Errorf("31 April is %v", day)
	}
	if day, err := xsd.NewGDay(32); err == nil {
		t.Errorf("day 32 is %v", day)
	}
}

// Equal sees the text, Compare the value.
func TestDateEqualAndCompare(t *testing.T) {
	east, west := xsd.Must(xsd.ParseDate("2000-01-01+13:00")), xsd.Must(xsd.ParseDate("1999-12-31-11:00"))
	if east.Equal(west) || relation(east.Compare(west)) != "=" || !east.Equal(east) {
		t.Errorf("%v and %v: %s", east, west, relation(east.Compare(west)))
	}
	local := xsd.Must(xsd.ParseDate("2000-01-01"))
	if got := relation(east.Compare(local)); got != "<>" {
		t.Errorf("%v %s %v", east, got, local)
	}
	noon, alsoNoon := xsd.Must(xsd.ParseDateTime("2000-01-01T12:00:00Z")), xsd.Must(xsd.ParseDateTime("2000-01-01T13:00:00+01:00"))
	hour, sameHour := xsd.Must(xsd.ParseTime("12:00:00")), xsd.Must(xsd.ParseTime("12:00:00.0"))
	year, month := xsd.NewGYear(2000), xsd.Must(xsd.ParseGYearMonth("2000-01"))
	anyYear, may, first := xsd.Must(xsd.NewGMonthDay(time.May, 1)), xsd.NewGMonth(time.May), xsd.Must(xsd.NewGDay(1))
	if noon.Equal(alsoNoon) || hour.Equal(sameHour) || year.Equal(xsd.GYear{}) || month.Equal(xsd.GYearMonth{}) ||
		anyYear.Equal(xsd.GMonthDay{}) || may.Equal(xsd.GMonth{}) || first.Equal(xsd.GDay{}) {
		t.Error("other texts are equal")
	}
	if !noon.Equal(noon) || !hour.Equal(hour) || !year.Equal(year) || !month.Equal(month) || !anyYear.Equal(anyYear) ||
		!may.Equal(may) || !first.Equal(first) {
		t.Error("the same texts are not equal")
	}
	var zero xsd.Date
	if relation(zero.Compare(zero)) != "=" || relation(zero.Compare(local)) != "<>" || relation(local.Compare(zero)) != "<>" {
		t.Error("the zero Date has an order")
	}
	got := []string{
		relation(xsd.NewGYear(2021).Compare(xsd.NewGYear(2022))),
		relation(xsd.NewGMonth(time.May).Compare(xsd.NewGMonth(time.April))),
		relation(xsd.GYearMonthOf(time.Unix(0, 0).UTC()).Compare(xsd.Must(xsd.ParseGYearMonth("1970-01")))),
		relation(xsd.Must(xsd.NewGMonthDay(time.May, 1)).Compare(xsd.Must(xsd.NewGMonthDay(time.May, 2)))),
		relation(xsd.Must(xsd.NewGDay(2)).Compare(xsd.Must(xsd.NewGDay(1)))),
		relation(xsd.Must(xsd.ParseTime("12:00:00Z")).Compare(xsd.Must(xsd.ParseTime("13:00:00+01:00")))),
		relation(xsd.Must(xsd.ParseDateTime("2000-01-01T00:00:00Z")).Compare(xsd.Must(xsd.ParseDateTime("2000-01-01T00:00:00.1Z")))),
	}
	if diff := cmp.Diff([]string{"<", ">", "=", "<", ">", "=", "<"}, got); diff != "" {
		t.Error(diff)
	}
}

// The calendar agrees with package time's on every day of four centuries and on the years around.
func TestCalendarAgreesWithTime(t *testing.T) {
	var before xsd.Value
	typ := xsd.BuiltIn("date")
	for day := time.Date(1599, 12, 30, 0, 0, 0, 0, time.UTC); day.Year() < 2002; day = day.AddDate(0, 0, 1) {
		v := mustParse(t, typ, day.Format("2006-01-02"))
		if order, ok := before.Compare(v); before.Type() != nil && (!ok || order >= 0) {
			t.Fatalf("%v is not before %v", before, v)
		}
		before = v
		next := day.AddDate(0, 0, 1)
		if text := day.Format("2006-01-") + two(day.Day()+1); (typ.Check(text, nil) == nil) != (next.Month() == day.Month()) {
			t.Fatalf("%s: another calendar", text)
		}
		a, b := xsd.DateOf(day), xsd.Must(xsd.ParseDate(next.Format("2006-01-02")+"+14:00"))
		midnight := xsd.Must(xsd.ParseDateTime(a.String() + "T24:00:00+14:00"))
		if got, err := midnight.Time(nil); err != nil || !got.Equal(xsd.Must(b.Time(nil))) {
			t.Fatalf("%v is %v, %v", midnight, got, err)
		}
	}
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

func TestMust(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("Must returned a date that does not exist")
		}
	}()
	xsd.Must(xsd.ParseDate("2022-02-30"))
}
