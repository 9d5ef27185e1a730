package sample

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestEdgesStandAtTheBoundaries: which value shows each facet, worked out by hand.
func TestEdgesStandAtTheBoundaries(t *testing.T) {
	for name, c := range map[string]struct {
		restriction string
		want        map[string]string // by facet; empty where no value can show it
	}{
		"integers":    {`base="xs:short"><xs:minInclusive value="-3"/><xs:maxExclusive value="100"/>`, map[string]string{"minInclusive": "-3", "maxExclusive": "99", "fractionDigits": "-3"}},
		"decimals":    {`base="xs:decimal"><xs:minExclusive value="1.5"/><xs:fractionDigits value="1"/><xs:totalDigits value="3"/>`, map[string]string{"minExclusive": "1.6", "fractionDigits": "1.6", "totalDigits": "999"}},
		"dates":       {`base="xs:date"><xs:maxExclusive value="2024-03-01"/>`, map[string]string{"maxExclusive": "2024-02-29"}},
		"years":       {`base="xs:gYear"><xs:minExclusive value="1999"/>`, map[string]string{"minExclusive": "2000"}},
		"excluded":    {`base="xs:int"><xs:maxInclusive value="9"/><xs:pattern value="[1-4]"/>`, map[string]string{"maxInclusive": "", "minInclusive": "", "fractionDigits": "*", "pattern": "*"}},
		"octets":      {`base="xs:hexBinary"><xs:length value="2"/>`, map[string]string{"length": "0A0A"}},
		"base64":      {`base="xs:base64Binary"><xs:maxLength value="4"/>`, map[string]string{"maxLength": "CgAACg=="}},
		"characters":  {`base="xs:token"><xs:minLength value="3"/><xs:maxLength value="4"/>`, map[string]string{"minLength": "NOK", "maxLength": "Blåb"}},
		"enumeration": {`base="xs:int"><xs:enumeration value="7"/>`, map[string]string{"value": "7"}},
	} {
		t.Run(name, func(t *testing.T) {
			set := inline(t, `<xs:simpleType name="t"><xs:restriction `+c.restriction+`</xs:restriction></xs:simpleType>`)
			offer := newTexts(rand.New(rand.NewPCG(1, 0))).offer(set.Types[0].(*schema.SimpleType).Runtime)
			got := map[string]string{}
			for _, e := range offer.edges {
				facet, _, _ := strings.Cut(e.what, " ")
				switch {
				case e.value < 0:
					got[facet] = ""
				case c.want[facet] == "*":
					got[facet] = "*"
				default:
					got[facet] = offer.values[e.value].Text
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
