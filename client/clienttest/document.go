// This file writes status documents, as the service likely does and in every variant that a tolerant reader must take.

package clienttest

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"strconv"
	"strings"
)

// Namespace is the namespace of status documents.
const Namespace = "no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"

// XML is the taxpayer's status document in XML. Without a term it departs from the schema, which wants one; so does the
// service.
func (t Taxpayer) XML() []byte {
	type period struct {
		Period string `xml:"periode"`
		Year   int    `xml:"aar"`
	}
	type term struct {
		Category   string `xml:"meldingskategori"`
		Period     period `xml:"skattleggingsperiode"`
		PeriodType string `xml:"skattleggingsperiodeType"`
		Deadline   string `xml:"leveringsfrist"`
	}
	var status struct {
		XMLName      xml.Name `xml:"mvaMeldingInnsendingStatus"`
		Namespace    string   `xml:"xmlns,attr"`
		Organisation string   `xml:"skattepliktig>organisasjonsnummer"`
		Terms        []term   `xml:"terminUtenLevertMvaMelding"`
		HasFiled     bool     `xml:"harTidligereSendtMvaMelding"`
	}
	status.Namespace, status.Organisation, status.HasFiled = Namespace, t.Organisation, t.HasFiled
	for _, open := range t.Terms {
		status.Terms = append(status.Terms, term{open.Category, period{open.Period, open.Year}, open.PeriodType, open.Deadline})
	}
	return mustXML(status)
}

// JSON is the taxpayer's status document in JSON, in the form most likely.
func (t Taxpayer) JSON() []byte { return mustJSON(t.object()) }

// object is a JSON object.
type object = map[string]any

func (t Taxpayer) object() object {
	terms := []any{}
	for _, open := range t.Terms {
		terms = append(terms, object{
			"meldingskategori":         open.Category,
			"skattleggingsperiode":     object{"periode": open.Period, "aar": strconv.Itoa(open.Year)},
			"skattleggingsperiodeType": open.PeriodType,
			"leveringsfrist":           open.Deadline,
		})
	}
	return object{
		"skattepliktig":               object{"organisasjonsnummer": t.Organisation},
		"terminUtenLevertMvaMelding":  terms,
		"harTidligereSendtMvaMelding": t.HasFiled,
	}
}

func mustJSON(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic("clienttest: " + err.Error())
	}
	return text
}

// Variant is a way of writing JSON that sister services have been seen to use, or that may come.
type Variant struct {
	Name     string // for messages
	Readable bool   // a tolerant reader takes it; otherwise it must refuse it
	change   func(status object) any
}

// Variants are all of them.
func Variants() []Variant {
	return []Variant{
		{"root wrapper", true, func(s object) any { return object{"mvaMeldingInnsendingStatus": s} }},
		{"lone object for the list", true, func(s object) any { return set(s, list, loneOrNull(s[list].([]any))) }},
		{"null for the list", true, func(s object) any { return set(s, list, nil) }},
		{"empty list", true, func(s object) any { return set(s, list, []any{}) }},
		{"list left out", true, func(s object) any { delete(s, list); return s }},
		{"keys padded with spaces", true, func(s object) any { return renamed(s, list, "   "+list) }},
		{"numbers for year and organisation", true, numeric},
		{"deadline with zone", true, deadlines(func(date string) string { return date + "+01:00" })},
		{"deadline with time", true, deadlines(func(date string) string { return date + "T00:00:00" })},
		{"compact deadline", true, deadlines(func(date string) string { return strings.ReplaceAll(date, "-", "") })},
		{"number for boolean", true, func(s object) any { return set(s, hasFiled, map[bool]int{true: 1}[s[hasFiled].(bool)]) }},
		{"text for boolean", true, func(s object) any { return set(s, hasFiled, strconv.FormatBool(s[hasFiled].(bool))) }},
		{"period as one-key object", true, wrappedPeriods},
		{"Norwegian letters", true, norwegianLetters},
		{"unknown values", true, eachTerm(func(term object) { term["meldingskategori"] = "nyKategori" })},
		{"unknown fields", true, func(s object) any { return set(s, "nyttFelt", object{"a": []any{1, "to", nil}}) }},
		{"no known key", false, func(object) any { return object{"resultat": "OK"} }},
		{"another organisation", false, func(s object) any { return set(s, "skattepliktig", object{"organisasjonsnummer": OneOpen[:8] + "0"}) }},
		{"boolean left out", false, func(s object) any { delete(s, hasFiled); return s }},
	}
}

// JSONAs is the taxpayer's status document in a variant.
func (t Taxpayer) JSONAs(v Variant) []byte { return mustJSON(v.change(t.object())) }

const (
	list     = "terminUtenLevertMvaMelding"
	hasFiled = "harTidligereSendtMvaMelding"
)

func set(s object, key string, value any) object {
	s[key] = value
	return s
}

func renamed(s object, from, to string) object {
	s[to] = s[from]
	delete(s, from)
	return s
}

func loneOrNull(terms []any) any {
	if len(terms) == 0 {
		return nil
	}
	return terms[0]
}

// eachTerm is a variant that changes every term.
func eachTerm(change func(term object)) func(object) any {
	return func(s object) any {
		for _, term := range s[list].([]any) {
			change(term.(object))
		}
		return s
	}
}

func deadlines(write func(date string) string) func(object) any {
	return eachTerm(func(term object) { term["leveringsfrist"] = write(term["leveringsfrist"].(string)) })
}

func numeric(s object) any {
	number := func(text any) json.Number { return json.Number(text.(string)) }
	organisation := s["skattepliktig"].(object)
	organisation["organisasjonsnummer"] = number(organisation["organisasjonsnummer"])
	return eachTerm(func(term object) {
		period := term["skattleggingsperiode"].(object)
		period["aar"] = number(period["aar"])
	})(s)
}

func wrappedPeriods(s object) any {
	return eachTerm(func(term object) {
		period := term["skattleggingsperiode"].(object)
		period["periode"] = object{"toMaaneder": period["periode"]}
	})(s)
}

func norwegianLetters(s object) any {
	return eachTerm(func(term object) {
		term["meldingskategori"] = "primærnæring"
		term["skattleggingsperiode"].(object)["periode"] = "årlig"
	})(s)
}

// As answers the question about an organisation in a variant, in JSON whatever was asked for, once the token has passed.
func As(v Variant) Effect {
	return func(s *Server, next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			organisation := r.PathValue("organisation")
			s.mu.Lock()
			taxpayer, ok := s.taxpayers[organisation]
			s.mu.Unlock()
			if code, _ := s.authorise(r, organisation); code != "" || !ok {
				next.ServeHTTP(w, r)
				return
			}
			send(w, http.StatusOK, "application/json", taxpayer.JSONAs(v))
		})
	}
}
