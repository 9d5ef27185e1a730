// Duration as a Go type, and its order against the definition of section 3.2.6.2, written out with package time.

package xsd_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestDurationText(t *testing.T) {
	var zero, read xsd.Duration
	if zero.String() != "PT0S" || !zero.Equal(xsd.DurationOf(0)) {
		t.Errorf("zero is %v", zero)
	}
	if err := read.UnmarshalText([]byte(" P12M ")); err != nil || read.String() != "P12M" {
		t.Errorf("P12M became %v, %v", read, err)
	}
	if text, err := read.MarshalText(); err != nil || string(text) != "P12M" {
		t.Errorf("P12M written %s, %v", text, err)
	}
	if year := xsd.Must(xsd.ParseDuration("P1Y")); year.Equal(read) || relation(year.Compare(read)) != "=" {
		t.Errorf("%v %s %v", year, relation(year.Compare(read)), read)
	}
	if err := read.UnmarshalText([]byte("P")); err == nil {
		t.Error("P is accepted")
	}
}

func TestDurationOf(t *testing.T) {
	tests := map[time.Duration]string{
		0: "PT0S", 1: "PT0.000000001S", -time.Millisecond: "-PT0.001S", 90 * time.Second: "PT1M30S", 36 * time.Hour: "PT36H",
		-(time.Hour + 500*time.Millisecond): "-PT1H0.5S", math.MaxInt64: "PT2562047H47M16.854775807S",
		math.MinInt64: "-PT2562047H47M16.854775808S", 60 * time.Minute: "PT1H",
	}
	for d, want := range tests {
		got := xsd.DurationOf(d)
		if got.String() != want {
			t.Errorf("%v became %v, want %s", d, got, want)
		}
		if back, err := got.TimeDuration(); err != nil || back != d {
			t.Errorf("%v became %v and %v, %v", d, got, back, err)
		}
	}
}

func TestTimeDuration(t *testing.T) {
	tests := map[string]time.Duration{
		"P1DT2H3M4.5S": 26*time.Hour + 3*time.Minute + 4500*time.Millisecond, "-P2D": -48 * time.Hour, "P0Y0MT1.0000000019S": time.Second + 1,
	}
	for text, want := range tests {
		if got, err := xsd.Must(xsd.ParseDuration(text)).TimeDuration(); err != nil || got != want {
			t.Errorf("%s is %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"P1M", "-P1Y", "P106752D", "P" + huge + "D"} {
		if got, err := xsd.Must(xsd.ParseDuration(text)).TimeDuration(); err == nil {
			t.Errorf("%s is %v", text, got)
		}
	}
	var zero xsd.Duration
	if got, err := zero.TimeDuration(); err != nil || got != 0 {
		t.Errorf("zero is %v, %v", got, err)
	}
}

// byDefinition compares by adding both to each of the four reference moments.
func byDefinition(months1, seconds1, months2, seconds2 int) string {
	var found string
	for _, start := range []time.Time{
		time.Date(1696, 9, 1, 0, 0, 0, 0, time.UTC), time.Date(1697, 2, 1, 0, 0, 0, 0, time.UTC),
		time.Date(1903, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(1903, 7, 1, 0, 0, 0, 0, time.UTC),
	} {
		a := start.AddDate(0, months1, 0).Add(time.Duration(seconds1) * time.Second)
		b := start.AddDate(0, months2, 0).Add(time.Duration(seconds2) * time.Second)
		now := relation(a.Compare(b), true)
		if found != "" && now != found {
			return "<>"
		}
		found = now
	}
	return found
}

func TestDurationOrderByDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		sign := 1 - 2*random.IntN(2)
		months1, months2 := random.IntN(60)*sign, random.IntN(60)*sign
		days := (months2-months1)*30 + random.IntN(80) - 40 + months1*30
		if days*sign < 0 {
			days = -days
		}
		a := durationText(sign, months1*sign, 0)
		b := durationText(sign, 0, days*sign*86400)
		if random.IntN(2) == 0 {
			b = durationText(sign, months2*sign, days*sign%50*86400)
			days = days * sign % 50 * sign
		} else {
			months2 = 0
		}
		got := relation(xsd.Must(xsd.ParseDuration(a)).Compare(xsd.Must(xsd.ParseDuration(b))))
		if want := byDefinition(months1, 0, months2, days*86400); got != want {
			t.Fatalf("%s %s %s, want %s", a, got, b, want)
		}
	}
}

func durationText(sign, months, seconds int) string {
	text := fmt.Sprintf("P%dMT%dS", months, seconds)
	if sign < 0 {
		return "-" + text
	}
	return text
}
