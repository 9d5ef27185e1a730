// This file holds the synthetic taxpayers that the status service knows.

package clienttest

import (
	"fmt"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/frist"
)

// OwnOrganisation is the organisation that the built-in client belongs to. It has terms of its own.
const OwnOrganisation = "310000132"

// The built-in taxpayers, named after what is special about them.
const (
	OneOpen         = "312409852" // one term, due in twelve days
	NothingOpen     = "213023012" // no term: the commonest answer, and one that the schema does not allow
	Overdue         = "310000043" // two terms overdue, one to come
	FirstTime       = "310000051" // has never filed
	UnknownCategory = "310000078" // a category that the schema does not list
	ManyTerms       = "310000086" // sixty terms
	DueToday        = "310000094" // due on the clock's day
	PrimaryIndustry = "310000108" // one term a year
	Compensation    = "310000116" // the category with a space in it
)

// Taxpayer is an organisation with its terms not delivered.
type Taxpayer struct {
	Organisation string // nine digits
	Terms        []Term // in the order they are answered in
	HasFiled     bool   // has delivered a VAT return before
}

// Term is a term without a VAT return, in the schema's words.
type Term struct {
	Category   string // meldingskategori
	Period     string // periode, for example januar-februar
	Year       int    // aar
	PeriodType string // skattleggingsperiodeType, for example toMaaned
	Deadline   string // leveringsfrist, YYYY-MM-DD
}

// BuiltIn are the taxpayers a Server has unless told otherwise, with deadlines relative to the day of now in Oslo.
func BuiltIn(now time.Time) []Taxpayer {
	now = now.In(frist.Oslo())
	many := Taxpayer{Organisation: ManyTerms, HasFiled: true}
	for i := range 60 {
		many.Terms = append(many.Terms, TwoMonths(now, 7*(i-30)))
	}
	unknown := TwoMonths(now, 20)
	unknown.Category = "omvendtAvgiftsplikt"
	compensation := TwoMonths(now, 5)
	compensation.Category = "merverdiavgift kompensasjon"
	year := now.AddDate(0, 0, 90)
	annual := Term{
		Category: "primaernaering", Period: "aarlig", Year: year.Year() - 1, PeriodType: "aar",
		Deadline: year.Format(time.DateOnly),
	}
	return []Taxpayer{
		{Organisation: OneOpen, HasFiled: true, Terms: []Term{TwoMonths(now, 12)}},
		{Organisation: NothingOpen, HasFiled: true},
		{Organisation: Overdue, HasFiled: true, Terms: []Term{TwoMonths(now, -71), TwoMonths(now, -10), TwoMonths(now, 50)}},
		{Organisation: FirstTime, Terms: []Term{TwoMonths(now, 30)}},
		{Organisation: UnknownCategory, HasFiled: true, Terms: []Term{unknown}},
		many,
		{Organisation: DueToday, HasFiled: true, Terms: []Term{TwoMonths(now, 0)}},
		{Organisation: PrimaryIndustry, HasFiled: true, Terms: []Term{annual}},
		{Organisation: Compensation, HasFiled: true, Terms: []Term{compensation}},
		{Organisation: OwnOrganisation, HasFiled: true, Terms: []Term{TwoMonths(now, 12)}},
	}
}

// TwoMonths is a two-monthly term of the ordinary category whose deadline is that many days after now, in Oslo: the last term
// that had ended thirty days before the deadline, so that no open term is one that is still going on.
func TwoMonths(now time.Time, days int) Term {
	deadline := now.In(frist.Oslo()).AddDate(0, 0, days)
	names := []string{"januar-februar", "mars-april", "mai-juni", "juli-august", "september-oktober", "november-desember"}
	within := deadline.AddDate(0, 0, -30)
	number := within.Year()*len(names) + (int(within.Month())-1)/2 - 1
	return Term{
		Category: "alminnelig", Period: names[number%len(names)], Year: number / len(names), PeriodType: "toMaaned",
		Deadline: deadline.Format(time.DateOnly),
	}
}

// Organisations are n synthetic organisation numbers that pass the check digit, always the same ones, none of them built in.
func Organisations(n int) []string {
	numbers := make([]string, 0, n)
	for base := 32000000; len(numbers) < n; base++ {
		if digit, ok := checkDigit(base); ok {
			numbers = append(numbers, fmt.Sprintf("%d%d", base, digit))
		}
	}
	return numbers
}

// checkDigit is the ninth digit for eight others, by modulus 11; not ok where it would be 10.
func checkDigit(eight int) (digit int, ok bool) {
	sum := 0
	for _, weight := range []int{2, 3, 4, 5, 6, 7, 2, 3} { // from the last digit to the first
		sum += weight * (eight % 10)
		eight /= 10
	}
	digit = (11 - sum%11) % 11
	return digit, digit < 10
}

// Add adds taxpayers, or replaces those with the same organisation number.
func (s *Server) Add(taxpayers ...Taxpayer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, taxpayer := range taxpayers {
		s.taxpayers[taxpayer.Organisation] = taxpayer
	}
}

// document is an answer given by the caller.
type document struct {
	contentType string
	body        []byte
}

// SetDocument answers every question about the organisation with this body, whatever format was asked for.
func (s *Server) SetDocument(organisation, contentType string, body []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.documents[organisation] = document{contentType, append([]byte(nil), body...)}
}

// knows tells whether an organisation has anything to answer with.
func (s *Server) knows(organisation string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, taxpayer := s.taxpayers[organisation]
	_, given := s.documents[organisation]
	return taxpayer || given
}
