package jsontext

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// tokens reads a text to its end, member by member and item by item where that is possible if ahead says so, else with Next alone.
func tokens(text string, ahead bool) (list []string) {
	r := NewReader([]byte(text), source.Limits{MaxDepth: 8, MaxNameBytes: 12, MaxNumberBytes: 9, MaxMembers: 5})
	note := func() { list = append(list, fmt.Sprint(r.Kind(), " ", r.Text(), " ", r.Position(), " ", r.Depth())) }
	for {
		if ahead {
			for takeAhead(r, func(key string) { list = append(list, "key "+key) }) {
				note()
			}
		}
		kind, err := r.Next()
		switch {
		case err != nil:
			return append(list, err.Error())
		case kind == Key:
			list = append(list, "key "+r.Text())
			continue
		}
		note()
		if kind == End {
			return list
		}
	}
}

// takeAhead takes what is ahead, if that can be told, and reports whether it did.
func takeAhead(r *Reader, key func(string)) bool {
	if name, kind, ok := r.MemberAhead(); ok {
		if !r.TakeMember() {
			return false
		}
		if kind != ObjectEnd {
			key(name)
		}
		return true
	}
	if _, ok := r.ItemAhead(); ok {
		return r.TakeItem()
	}
	return false
}

// Looking ahead changes nothing of what is read, be the text right or wrong.
func TestAheadReadsAsNextDoes(t *testing.T) {
	texts := []string{
		`{"a":"x","b":1.50,"c":true,"d":{"e":[1,"two",false,{"f":"g"},[]]},"h":[]}`,
		` { "a" : "x" , "b" : [ 1 , 2 ] , "c" : { } } `,
		`[{"a":null},{"a\u0062":"c"},"\n",{"long name of a member":1},123456789012]`,
		`{"a":1,"a":2}`, `{"a":1,}`, `[1,]`, `{"a":tru}`, `{"a":01}`, `{"a" 1}`, `{"a":1 "b":2}`, `[1 2]`, `{"a":1]`, `["a":1]`, `{"a":1`, `{"a`, `{`, `[`, `{"a":[`,
		`{"a":"` + "\x01" + `"}`, `{"a":"` + "\xff" + `"}`, `{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":1}}}}}}}}`, `{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}`,
		`[[[[[[[[[[]]]]]]]]]]`, "{\"a\":\"\uFFFE\",\"b\":\"æ\"}",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, text := range slices.Clone(texts) {
		for range 300 {
			texts = append(texts, disturbed(random, text))
		}
	}
	same := 0
	for _, text := range texts {
		want, got := tokens(text, false), tokens(text, true)
		if !slices.Equal(want, got) {
			t.Fatalf("%q\nNext:  %q\nahead: %q", text, want, got)
		}
		same++
	}
	if same < 5000 {
		t.Errorf("%d texts were compared", same)
	}
}

// disturbed changes, removes or repeats a few bytes.
func disturbed(random *rand.Rand, text string) string {
	b := []byte(text)
	for range 1 + random.IntN(3) {
		if len(b) == 0 {
			return ""
		}
		i := random.IntN(len(b))
		switch random.IntN(3) {
		case 0:
			b[i] = "{}[]\",:0-\\ t"[random.IntN(12)]
		case 1:
			b = slices.Delete(b, i, i+1)
		default:
			b = slices.Insert(b, i, b[i])
		}
	}
	return string(b)
}
