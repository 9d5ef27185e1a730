// This file holds matching against shapes to what Next says of the same text.

package jsontext

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// testShape has a part of each sort, and itself in it.
func testShape() *source.Shape {
	any := func(string) bool { return true }
	shape := &source.Shape{Longest: len("flag")}
	shape.Parts = []source.ShapePart{
		{Key: `"id"`, Least: 1, Most: 1, Takes: func(text string) bool { return text != "no" }},
		{Key: `"n"`, Most: 1, Form: source.NumberForm, Takes: any},
		{Key: `"flag"`, Most: 1, Form: source.BooleanForm, Takes: func(text string) bool { return text == "true" || text == "false" }},
		{Key: `"all"`, Array: true, Least: 1, Most: 2, Takes: any},
		{Key: `"in"`, Most: 1, Inner: shape},
		{Key: `"more"`, Array: true, Most: math.MaxInt, Inner: shape},
	}
	return shape
}

// matched words what Match found: each text, and in braces what is in an object.
func matched(r *Reader, shape *source.Shape, all []source.Match, from, to int) string {
	var words []string
	for n := from; n < to; n = int(all[n].Next) {
		part := &shape.Parts[all[n].Part]
		text := r.Matched(all[n])
		if part.Inner != nil {
			text = "{" + matched(r, part.Inner, all, n+1, int(all[n].Next)) + "}"
		}
		words = append(words, strings.Trim(part.Key, `"`)+"="+text)
	}
	return strings.Join(words, " ")
}

// stepped words the same by Next, from the start of an object on to its end.
func stepped(t *testing.T, r *Reader) string {
	t.Helper()
	var words []string
	key, open := "", 0
	for {
		kind, err := r.Next()
		switch {
		case err != nil:
			t.Fatalf("a text matches that Next refuses: %v", err)
		case kind == ObjectEnd:
			return strings.Join(words, " ")
		case kind == Key:
			key = r.Text()
		case kind == ObjectStart:
			words = append(words, key+"={"+stepped(t, r)+"}")
		case kind == ArrayStart:
			open++
		case kind == ArrayEnd:
			open--
		default:
			words = append(words, key+"="+r.Text())
		}
	}
}

// checkMatch matches a text against the shape, if it is an object, and compares with Next what is found, where the reader then is, and what
// comes after it. It returns what was found.
func checkMatch(t *testing.T, text string, limits source.Limits) (found string, ok bool) {
	t.Helper()
	r, peer := NewReader([]byte(text), limits), NewReader([]byte(text), limits)
	kind, _ := r.Next()
	if _, err := peer.Next(); err != nil || kind != ObjectStart {
		return "", false
	}
	shape := testShape()
	all, ok := r.Match(shape, nil)
	if ok {
		found = matched(r, shape, all, 0, len(all))
		if diff := cmp.Diff(stepped(t, peer), found); diff != "" {
			t.Errorf("%s (-Next +Match):\n%s", text, diff)
		}
	}
	if diff := cmp.Diff(stepOf(peer), stepOf(r)); diff != "" {
		t.Errorf("%s, matching %t, the token (-Next +Match):\n%s", text, ok, diff)
	}
	want, wantErr := steps(peer)
	got, err := steps(r)
	if diff := cmp.Diff(want, got); diff != "" || fmt.Sprint(wantErr) != fmt.Sprint(err) {
		t.Errorf("%s, matching %t, what comes after (-Next +Match):\n%s\n%v\n%v", text, ok, diff, wantErr, err)
	}
	return found, ok
}

// step is a token as a caller sees it.
type step struct {
	Kind     Kind
	Depth    int
	Text     string
	Position source.Position
}

func stepOf(r *Reader) step { return step{r.Kind(), r.Depth(), r.Text(), r.Position()} }

// steps reads to the end with Next.
func steps(r *Reader) (all []step, err error) {
	for {
		kind, err := r.Next()
		if err != nil || kind == End {
			return all, err
		}
		all = append(all, stepOf(r))
	}
}

// matchTests have "-" where the text does not match.
var matchTests = []struct{ name, text, want string }{
	{"least", `{"id":"x","all":["y"]}`, "id=x all=y"},
	{"each", `{"id":"x","n":-1.50,"flag":true,"all":["y","z"],"in":{"id":"","all":["a"]},"more":[]}`, "id=x n=-1.50 flag=true all=y all=z in={id= all=a}"},
	{"nested", `{"id":"x","all":["y"],"more":[{"id":"1","all":["y"]},{"id":"2","flag":false,"all":["y"]}]}`, "id=x all=y more={id=1 all=y} more={id=2 flag=false all=y}"},
	{"white space", "{ \"id\" : \"x\" ,\n\t\"n\"\r:\n1 , \"all\" : [ \"y\" , \"z\" ] , \"more\" : [ ] }\n", "id=x n=1 all=y all=z"},
	{"not ASCII", `{"id":"æøå","all":["` + "\U0001F600" + `"]}`, "id=æøå all=\U0001F600"},
	{"beyond XML", `{"id":"` + "\uFFFE" + `","all":["y"]}`, "-"},
	{"escape", `{"id":"\u0041","all":["y"]}`, "-"},
	{"escape in a key", `{"\u0069d":"x","all":["y"]}`, "-"},
	{"control character", "{\"id\":\"\x01\",\"all\":[\"y\"]}", "-"},
	{"not taken", `{"id":"no","all":["y"]}`, "-"},
	{"first one missing", `{"all":["y"]}`, "-"},
	{"last one missing", `{"id":"x"}`, "-"},
	{"nothing", `{}`, "-"},
	{"too few", `{"id":"x","all":[]}`, "-"},
	{"too many", `{"id":"x","all":["1","2","3"]}`, "-"},
	{"other order", `{"all":["y"],"id":"x"}`, "-"},
	{"twice", `{"id":"x","id":"x","all":["y"]}`, "-"},
	{"unknown", `{"id":"x","a":1,"all":["y"]}`, "-"},
	{"unknown at the end", `{"id":"x","all":["y"],"z":1}`, "-"},
	{"null", `{"id":null,"all":["y"]}`, "-"},
	{"number for string", `{"id":1,"all":["y"]}`, "-"},
	{"string for number", `{"id":"x","n":"1","all":["y"]}`, "-"},
	{"nothing for number", `{"id":"x","n":,"all":["y"]}`, "-"},
	{"exponent", `{"id":"x","n":1e3,"all":["y"]}`, "-"},
	{"not a number", `{"id":"x","n":01,"all":["y"]}`, "-"},
	{"not a literal", `{"id":"x","flag":truer,"all":["y"]}`, "-"},
	{"single for array", `{"id":"x","all":"y"}`, "-"},
	{"array for single", `{"id":["x"],"all":["y"]}`, "-"},
	{"object for string", `{"id":{},"all":["y"]}`, "-"},
	{"string for object", `{"id":"x","all":["y"],"in":"z"}`, "-"},
	{"fault inside", `{"id":"x","all":["y"],"in":{"id":"no","all":["y"]}}`, "-"},
	{"comma missing", `{"id":"x" "all":["y"]}`, "-"},
	{"comma too many", `{"id":"x","all":["y"],}`, "-"},
	{"comma too many in an array", `{"id":"x","all":["y",]}`, "-"},
	{"comma first", `{,"id":"x","all":["y"]}`, "-"},
	{"comma first in an array", `{"id":"x","all":[,"y"]}`, "-"},
	{"colon missing", `{"id" "x","all":["y"]}`, "-"},
	{"wrong end", `{"id":"x","all":["y"}]`, "-"},
	{"end too many", `{"id":"x","all":["y"]}}`, "id=x all=y"},
}

func TestMatchIsWhatNextSays(t *testing.T) {
	for _, test := range matchTests {
		t.Run(test.name, func(t *testing.T) {
			found, ok := checkMatch(t, test.text, source.Limits{})
			if !ok {
				found = "-"
			}
			if diff := cmp.Diff(test.want, found); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

// Wherever a text ends too early, it does not match.
func TestMatchOfTruncated(t *testing.T) {
	for _, test := range matchTests[:5] {
		text := strings.TrimSpace(test.text)
		for n := range text {
			if _, ok := checkMatch(t, text[:n], source.Limits{}); ok {
				t.Errorf("%s matches", text[:n])
			}
		}
	}
}

// At every limit that the text exceeds, it does not match; where no limit is near, it does. White space counts, before each token.
func TestMatchKeepsLimits(t *testing.T) {
	tokens := strings.Fields(`{ "id" : "xxxxxxxxxxxx" , "n" : 1234567 , "all" : [ "y" , "z" ] , "in" : { "id" : "a" , "all" : [ "b" ] } }`)
	matches := 0
	for n := range tokens {
		text := strings.Join(tokens[:n], "") + strings.Repeat(" ", 25) + strings.Join(tokens[n:], "")
		for max := 1; max < 60; max++ {
			for _, limits := range []source.Limits{
				{MaxTextBytes: max}, {MaxNameBytes: max}, {MaxDepth: max}, {MaxMembers: max}, {MaxNumberBytes: max}, {MaxBytes: int64(3 * max)},
			} {
				if _, ok := checkMatch(t, text, limits); ok {
					matches++
				}
			}
		}
	}
	if most := len(tokens) * 60 * 6; matches < most/2 {
		t.Errorf("the text matches %d times of %d: the limits are kept too strictly", matches, most)
	}
}

// As many members as may be do match, and as many objects in each other, which those beside each other are not.
func TestMatchWithinLimits(t *testing.T) {
	text := `{"id":"x","all":["y"],"more":[` + strings.Repeat(`{"id":"x","all":["y"]},`, 9) + `{"id":"x","all":["y"]}]}`
	if _, ok := checkMatch(t, text, source.Limits{MaxDepth: 4, MaxMembers: 6}); !ok {
		t.Error("it does not match")
	}
	nested := &source.Shape{Longest: 1}
	nested.Parts = []source.ShapePart{{Key: `"a"`, Most: 1, Inner: nested}}
	for depth, want := range map[int]bool{1: false, 2: false, 3: true, 4: true} {
		r := NewReader([]byte(`{"a":{"a":{}}}`), source.Limits{MaxDepth: depth})
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		if _, ok := r.Match(nested, nil); ok != want {
			t.Errorf("three objects in each other match within %d: %t, want %t", depth, ok, want)
		}
	}
}

// Of a stream nothing matches: what is found would be gone with the window.
func TestMatchOfStream(t *testing.T) {
	r := NewStreamReader(strings.NewReader(matchTests[0].text), source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if _, ok := r.Match(testShape(), nil); ok {
		t.Error("a stream matches")
	}
}

// A long text does not match as a whole, so that the memory for what is found stays small; its parts do.
func TestMatchesAreBounded(t *testing.T) {
	text := `{"id":"x","all":["y"],"more":[` + strings.Repeat(`{"id":"x","all":["y"]},`, source.MaxMatches) + `{"id":"x","all":["y"]}]}`
	r := NewReader([]byte(text), source.Limits{})
	objects, found := 0, 0
	for kind, err := r.Next(); kind != End; kind, err = r.Next() {
		if err != nil {
			t.Fatal(err)
		}
		if kind == ObjectStart {
			objects++
			if _, ok := r.Match(testShape(), nil); ok {
				found++
			}
		}
	}
	if objects != source.MaxMatches+2 || found != objects-1 {
		t.Errorf("of %d objects %d match, want all but the first of %d", objects, found, source.MaxMatches+2)
	}
}

// However deep objects are in each other, what is tried in vain stays proportional to the text.
func TestMatchTriesAreBounded(t *testing.T) {
	const depth = 2000
	shape, looks := testShape(), 0
	shape.Parts[0].Takes = func(string) bool { looks++; return true }
	text := strings.Repeat(`{"id":"x","all":["y"],"in":`, depth) + `{}` + strings.Repeat(`}`, depth)
	r := NewReader([]byte(text), source.Limits{MaxDepth: 2 * depth})
	for kind, err := r.Next(); kind != End; kind, err = r.Next() {
		if err != nil {
			t.Fatal(err)
		}
		if kind == ObjectStart {
			r.Match(shape, nil)
		}
	}
	if most := (source.MaxTries + 1) * depth; looks < depth || looks > most {
		t.Errorf("%d texts were looked at, want at least each of %d once, and at most %d", looks, depth, most)
	}
}

func TestRecordMatch(t *testing.T) {
	const text = "\n{\"id\":\"x\",\"n\":15,\"all\":[\"y\"],\n\"in\":{\"id\":\"z\",\"all\":[\"y\"]}}"
	r := NewReader([]byte(text), source.Limits{})
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	shape := testShape()
	all, ok := r.Match(shape, nil)
	if !ok {
		t.Fatal("no match")
	}
	var got []string
	for n := 0; n < len(all); n = int(all[n].Next) {
		recording := r.RecordMatch(all[n], shape.Parts[all[n].Part].Inner != nil)
		replay := NewReplay(recording)
		if _, err := replay.Next(); err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(replay.Position(), " ", recording.Raw()))
	}
	want := []string{
		`line 2, column 7 "x"`, `line 2, column 15 15`, `line 2, column 25 "y"`, `line 3, column 6 {"id":"z","all":["y"]}`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzMatch(f *testing.F) {
	for _, test := range matchTests {
		f.Add(test.text)
	}
	limits := source.Limits{MaxDepth: 20, MaxMembers: 20, MaxNameBytes: 50, MaxTextBytes: 200, MaxNumberBytes: 30}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= 10_000 {
			checkMatch(t, text, limits)
			checkMatch(t, text, source.Limits{})
		}
	})
}
