// Decoding, the characters that are allowed, the window, and positions.

package source

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
)

// utf16Text encodes text, with the byte orders' first byte being the high one or not.
func utf16Text(text string, bigEndian bool) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		high, low := byte(unit>>8), byte(unit)
		if !bigEndian {
			high, low = low, high
		}
		b.WriteByte(high)
		b.WriteByte(low)
	}
	return b.String()
}

const utf16Declaration = "<?xml version='1.0' encoding='UTF-16'?>"

var decodeTests = []struct {
	name     string
	data     string
	want     string
	encoding Encoding
	err      string // "" if the input ends where it should
}{
	{"nothing", "", "", UTF8, ""},
	{"UTF-8", "<æ/>", "<æ/>", UTF8, ""},
	{"UTF-8 with a mark", "\xEF\xBB\xBF<a/>", "<a/>", UTF8, ""},
	{"UTF-8 declared", "<?xml encoding='utf-8'?>å", "<?xml encoding='utf-8'?>å", UTF8, ""},
	{"UTF-16, big end first", "\xFE\xFF" + utf16Text("<a>æ😀</a>", true), "<a>æ😀</a>", UTF16BE, ""},
	{"UTF-16, little end first", "\xFF\xFE" + utf16Text("<a>æ😀</a>", false), "<a>æ😀</a>", UTF16LE, ""},
	{"UTF-16 without a mark", utf16Text(utf16Declaration, true), utf16Declaration, UTF16BE, ""},
	{"UTF-16 without a mark, little", utf16Text(utf16Declaration, false), utf16Declaration, UTF16LE, ""},
	{"ISO-8859-1", "<?xml encoding=\"ISO-8859-1\"?>\xE6\xF8\xE5\x80", "<?xml encoding=\"ISO-8859-1\"?>æøå\u0080", Latin1, ""},
	{"ISO-8859-1 in lower case, with spaces", "<?xml\tencoding =\n'latin1' ?>\xE6", "<?xml\tencoding =\n'latin1' ?>æ", Latin1, ""},
	{"windows-1252", "<?xml encoding='Windows-1252'?>\x80\x9F\xE6", "<?xml encoding='Windows-1252'?>€Ÿæ", Windows1252, ""},
	{"US-ASCII", "<?xml encoding='US-ASCII'?>a", "<?xml encoding='US-ASCII'?>a", ASCII, ""},
	{"encoding outside of the declaration", "<a encoding='EUC-JP'/>", "<a encoding='EUC-JP'/>", UTF8, ""},
	{"encoding after the declaration", "<?xml?><a encoding='EUC-JP'/>", "<?xml?><a encoding='EUC-JP'/>", UTF8, ""},
	{"encoding without a value", "<?xml encoding", "<?xml encoding", UTF8, ""},
	{"encoding without an end", "<?xml encoding='EUC", "<?xml encoding='EUC", UTF8, ""},

	{"not US-ASCII", "<?xml encoding='ascii'?>\xE6", "<?xml encoding='ascii'?>", ASCII, "line 1, column 25: the byte 0xE6 is not US-ASCII; convert it"},
	{"not US-ASCII, the first such", "<?xml encoding='ascii'?>\x80", "<?xml encoding='ascii'?>", ASCII, "line 1, column 25: the byte 0x80 is not US-ASCII"},
	{"not windows-1252", "<?xml encoding='cp1252'?>\n\x81", "<?xml encoding='cp1252'?>\n", Windows1252, "line 2, column 1: the byte 0x81 is not windows-1252"},
	{"high surrogate alone", "\xFE\xFF\x00a\xD8\x00\x00b", "a", UTF16BE, "line 1, column 5: a UTF-16 surrogate stands alone"},
	{"low surrogate alone", "\xFF\xFEa\x00\x00\xDC", "a", UTF16LE, "line 1, column 5: a UTF-16 surrogate stands alone"},
	{"half a UTF-16 unit", "\xFE\xFF\x00a\x00", "a", UTF16BE, "line 1, column 5: the input ends inside a character"},
	{"half a surrogate pair", "\xFE\xFF\x00a\xD8\x00", "a", UTF16BE, "line 1, column 5: the input ends inside a character"},
	{"noncharacter in UTF-16", "\xFE\xFF\x00a\xFF\xFE", "a", UTF16BE, "line 1, column 5: the character U+FFFE is not allowed in XML"},
	{"control character in ISO-8859-1", "<?xml encoding='l1'?>\xE6\x02", "<?xml encoding='l1'?>æ", Latin1, "line 1, column 23: the character U+0002 is not allowed"},
	{"half a UTF-8 character", "ab\xE2\x82", "ab", UTF8, "line 1, column 3: the input ends inside a character"},
	{"not UTF-8", "a\r\nb\xE6c", "a\r\nb", UTF8, "line 2, column 2: the byte 0xE6 is not UTF-8"},
	{"unknown encoding", "<?xml encoding='koi8-r'?>", "", UTF8, "line 1, column 17: the encoding koi8-r is not read; convert it to UTF-8"},
	{"UTF-32, big end first", "\x00\x00\xFE\xFF\x00\x00\x00<", "", UTF8, "line 1, column 1: the encoding is UTF-32, which is not read"},
	{"UTF-32, little end first", "\xFF\xFE\x00\x00<\x00\x00\x00", "", UTF8, "line 1, column 1: the encoding is UTF-32"},
	{"UTF-32 without a mark", "<\x00\x00\x00", "", UTF8, "line 1, column 1: the encoding is UTF-32"},
	{"EBCDIC", "\x4C\x6F\xA7\x94", "", UTF8, "line 1, column 1: the encoding is EBCDIC"},
	{"UTF-16 that is none", "<?xml encoding='UTF-16LE'?>", "", UTF8, "line 1, column 17: the XML declaration says encoding UTF-16LE, but"},
}

// readAll reads an input to its end.
func readAll(in *Input) string {
	var b strings.Builder
	b.WriteString(in.Text())
	for keep := len(in.Text()); in.More(keep); keep = len(in.Text()) {
		b.WriteString(in.Text())
	}
	return b.String()
}

func checkDecoded(t *testing.T, in *Input, want string, encoding Encoding, wantErr string) {
	t.Helper()
	if diff := cmp.Diff(want, readAll(in)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if got, _ := in.Encoding(); got != encoding && wantErr == "" {
		t.Errorf("encoding %v, want %v", got, encoding)
	}
	message := ""
	if err := in.Err(); err != nil {
		message = err.Error()
	}
	if !strings.HasPrefix(message, wantErr) || wantErr == "" && message != "" {
		t.Errorf("error %q, want %q", message, wantErr)
	}
}

func TestDecode(t *testing.T) {
	for _, test := range decodeTests {
		t.Run(test.name, func(t *testing.T) {
			var in Input
			in.ResetBytes(XML, []byte(test.data), DefaultLimits())
			checkDecoded(t, &in, test.want, test.encoding, test.err)
			in.ResetStream(XML, strings.NewReader(test.data), DefaultLimits())
			checkDecoded(t, &in, test.want, test.encoding, test.err)
			in.ResetStream(XML, iotest.OneByteReader(strings.NewReader(test.data)), DefaultLimits())
			checkDecoded(t, &in, test.want, test.encoding, test.err)
		})
	}
}

func TestDecodeJSON(t *testing.T) {
	tests := []struct{ data, want, err string }{
		{"{}", "{}", ""},
		{"\xEF\xBB\xBF{}", "{}", ""},
		{"<?xml encoding='koi8-r'?>", "<?xml encoding='koi8-r'?>", ""},
		{"\"\x00\uFFFE\x01\"", "\"\x00\uFFFE\x01\"", ""},
		{"\xFE\xFF\x00{", "", "line 1, column 1: the encoding is UTF-16, but JSON is UTF-8"},
		{"12345678\xE6\"", "12345678", "line 1, column 9: the byte 0xE6 is not UTF-8; write the text in UTF-8"},
	}
	for _, test := range tests {
		var in Input
		in.ResetBytes(JSON, []byte(test.data), DefaultLimits())
		checkDecoded(t, &in, test.want, UTF8, test.err)
	}
}

func TestEncodingNames(t *testing.T) {
	tests := []struct {
		encoding Encoding
		name     string
		want     bool
	}{
		{UTF16BE, "utf-16", true},
		{UTF16LE, "UTF-16", true},
		{UTF16LE, "utf-16be", false},
		{UTF16BE, "UTF-16BE", true},
		{UTF8, "utf-16", false},
		{Latin1, "Latin1", true},
		{Latin1, "windows-1252", false},
		{UTF8, "", false},
		{ASCII, "us-ascii", true},
		{Windows1252, "CP1252", true},
	}
	for _, test := range tests {
		if got := test.encoding.Is(test.name); got != test.want {
			t.Errorf("%v is %q: %t, want %t", test.encoding, test.name, got, test.want)
		}
	}
}

// Each character is allowed or not, alone and after eight bytes of ASCII, as production 2 says.
func TestXMLCharacters(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		want := r == 0x9 || r == 0xA || r == 0xD || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
		if got := IsXMLChar(r); got != want {
			t.Fatalf("%U is an XML character: %t, want %t", r, got, want)
		}
		text := "abcdefgh" + string(r) + "ij"
		length := len(text)
		if !want {
			length = 8
		}
		if got := validXML([]byte(text)); got != length {
			t.Fatalf("%U: valid up to %d, want %d", r, got, length)
		}
	}
}

// In each of eight places, each byte of ASCII is judged as it is alone.
func TestPlainASCII(t *testing.T) {
	for place := range 8 {
		for c := range 256 {
			word := []byte("\t\n\r abcd")
			word[place] = byte(c)
			allowed := c < 0x80 && IsXMLChar(rune(c))
			if got := plainASCII(word) == 8; got != allowed {
				t.Errorf("byte %#x at %d: %t, want %t", c, place, got, allowed)
			}
		}
	}
}

// Each byte of ASCII is judged so at each place of a longer text, whatever control characters stand around it.
func TestPlainASCIIInText(t *testing.T) {
	for _, around := range []string{"abcdefghij", "abc\n  def\n", "a\tb\r\nc   ", "\x7f~} !\"&<>"} {
		text := []byte(strings.Repeat(around, (nearby+100)/len(around)))
		for place := range text {
			for _, c := range []byte{0, 8, '\t', '\n', 0x0B, 0x0C, '\r', 0x0E, 0x1F, ' ', 'x', 0x7F, 0x80, 0xFF} {
				kept := text[place]
				text[place] = c
				want := len(text)
				if c >= 0x80 || !IsXMLChar(rune(c)) {
					want = place
				}
				if got := plainASCII(text); got != want&^7 {
					t.Fatalf("byte %#x at %d of %q: plain up to %d, want %d", c, place, text, got, want&^7)
				}
				text[place] = kept
			}
		}
	}
}

// What is no UTF-8 is found wherever it stands, whatever stands before it.
func TestValidUTF8(t *testing.T) {
	for before := range 70 {
		for _, start := range []string{"", "é", "𝄞"} {
			text := start + strings.Repeat("x", before)
			for _, c := range []string{"\x00", "é", "\ufffe", "𝄞"} {
				if got, all := JSON.valid([]byte(text+c+"y")), len(text+c+"y"); got != all {
					t.Errorf("%q behind %d bytes: %d of %d bytes are valid", c, len(text), got, all)
				}
			}
			for _, c := range []string{"\x80", "\xff", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80"} {
				if got := JSON.valid([]byte(text + c + "y")); got != len(text) {
					t.Errorf("%q behind %d bytes: %d bytes are valid", c, len(text), got)
				}
			}
		}
	}
}

func TestPositions(t *testing.T) {
	const text = "a\nbæ\r\nc\rd\n\n\re"
	tests := []struct {
		encoding Encoding
		offset   int
		want     Position
	}{
		{UTF8, 0, Position{1, 1, 0}},
		{UTF8, 1, Position{1, 2, 1}},
		{UTF8, 2, Position{2, 1, 2}},
		{UTF8, 5, Position{2, 4, 5}}, // the carriage return: æ has two bytes
		{UTF8, 7, Position{3, 1, 7}},
		{UTF8, 9, Position{4, 1, 9}},
		{UTF8, 11, Position{5, 1, 11}},
		{UTF8, 13, Position{7, 1, 13}},
		{UTF8, 14, Position{7, 2, 14}},
		{Latin1, 5, Position{2, 3, 4}},
		{Latin1, 14, Position{7, 2, 13}},
		{UTF16BE, 5, Position{2, 5, 8}},
		{UTF16LE, 14, Position{7, 3, 26}},
	}
	for _, test := range tests {
		part := Part{text: text, at: Position{Line: 1, Column: 1}, encoding: test.encoding}
		var in Input
		in.ResetPart(part)
		if diff := cmp.Diff(test.want, in.Position(test.offset)); diff != "" {
			t.Errorf("%v, offset %d (-want +got):\n%s", test.encoding, test.offset, diff)
		}
		in.Position(len(text))
		if diff := cmp.Diff(test.want, in.Position(test.offset)); diff != "" {
			t.Errorf("%v, back to offset %d (-want +got):\n%s", test.encoding, test.offset, diff)
		}
	}
}

// In whatever order positions are asked for, they are those that one gets going forward.
func TestPositionsInAnyOrder(t *testing.T) {
	const text = "ab\næ\r\n\r\rcd😀\n\r\nefghijklmn\ro"
	for _, encoding := range []Encoding{UTF8, Latin1, UTF16LE} {
		var in Input
		in.ResetPart(Part{text: text, at: Position{Line: 5, Column: 9, Offset: 100}, encoding: encoding})
		want := map[int]Position{}
		for offset := range text {
			want[offset] = in.Position(offset)
		}
		for first := range want {
			for second := range want {
				in.Position(first)
				if diff := cmp.Diff(want[second], in.Position(second)); diff != "" {
					t.Fatalf("%v, offset %d after %d (-want +got):\n%s", encoding, second, first, diff)
				}
			}
		}
	}
}

// To ask for positions back and forth does not count the lines of all that came before.
func TestPositionsAreCheap(t *testing.T) {
	text := strings.Repeat("<a\nb='1' c='2'>", 200_000)
	var in Input
	in.ResetPart(Part{text: text, at: Position{Line: 1, Column: 1}})
	for offset := 0; offset < len(text); offset += 15 {
		in.Position(offset + 10)
		in.Position(offset + 3)
		in.Position(offset)
	}
	if in.counted > 4*len(text) {
		t.Errorf("lines were counted over %d bytes of a text of %d", in.counted, len(text))
	}
}

func TestPositionOfSurrogatePairs(t *testing.T) {
	var in Input
	in.ResetBytes(XML, []byte("\xFE\xFF"+utf16Text("😀a\n😀b", true)), DefaultLimits())
	if diff := cmp.Diff(Position{2, 5, 14}, in.Position(len("😀a\n😀"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A window keeps what is asked for, counts positions on, and never ends inside a line end.
func TestWindow(t *testing.T) {
	const text = "one\r\ntwo\r\nthree\r\n"
	var in Input
	in.ResetStream(XML, iotest.OneByteReader(strings.NewReader(text)), DefaultLimits())
	if in.Text() != "" || !in.Streams() || in.Err() != nil {
		t.Errorf("a stream that was not read: %q, %v", in.Text(), in.Err())
	}
	read := ""
	for in.More(len(in.Text())) {
		if strings.HasSuffix(in.Text(), "\r") {
			t.Errorf("the window %q ends inside a line end", in.Text())
		}
		read += in.Text()
		if got, want := in.Position(len(in.Text())).Line, 1+strings.Count(read, "\n"); got != want {
			t.Errorf("after %q: line %d, want %d", read, got, want)
		}
	}
	if diff := cmp.Diff(text, read); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Position{4, 1, int64(len(text))}, in.Position(len(in.Text()))); diff != "" {
		t.Errorf("at the end (-want +got):\n%s", diff)
	}
}

// To keep all of a stream costs reading it few times, however small its pieces are.
func TestWindowGrowsByMuch(t *testing.T) {
	const size = 1 << 20
	var in Input
	in.ResetStream(JSON, iotest.OneByteReader(io.LimitReader(zeros{}, size)), DefaultLimits())
	times := 0
	for in.More(0) {
		times++
	}
	if len(in.Text()) != size || times > 40 {
		t.Errorf("the window grew %d times, to %d bytes", times, len(in.Text()))
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}

func TestSizeLimits(t *testing.T) {
	limits := Limits{MaxBytes: 5, MaxStreamBytes: 100_000}.Effective()
	var in Input
	in.ResetBytes(XML, []byte("<abc/>"), limits)
	want := &LimitError{Position: Position{1, 1, 0}, Limit: "MaxBytes", Max: 5, Message: "the size of the document"}
	if diff := cmp.Diff(error(want), in.Err()); diff != "" || in.Text() != "" {
		t.Errorf("text %q (-want +got):\n%s", in.Text(), diff)
	}
	in.ResetBytes(XML, []byte("<ab/>"), limits)
	if in.Err() != nil || in.Text() != "<ab/>" {
		t.Errorf("%q, %v", in.Text(), in.Err())
	}
	in.ResetStream(XML, zeros{}, limits)
	if got := len(readAll(&in)); got != 100_000 {
		t.Errorf("%d bytes were read", got)
	}
	want = &LimitError{Position: Position{1, 100_001, 100_000}, Limit: "MaxStreamBytes", Max: 100_000, Message: "the size of the stream"}
	if diff := cmp.Diff(error(want), in.Err()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	in.ResetStream(XML, io.LimitReader(zeros{}, 100_000), limits)
	if got := len(readAll(&in)); got != 100_000 || in.Err() != nil {
		t.Errorf("a stream as large as its limit: %d bytes, %v", got, in.Err())
	}
}

// What was read before a stream broke is handed out.
func TestBrokenStream(t *testing.T) {
	broken := errors.New("broken")
	var in Input
	in.ResetStream(XML, io.MultiReader(strings.NewReader("<a>\xE2"), iotest.ErrReader(broken)), DefaultLimits())
	if got := readAll(&in); got != "<a>" || !errors.Is(in.Err(), broken) {
		t.Errorf("%q, %v", got, in.Err())
	}
}

func TestPart(t *testing.T) {
	var in, part Input
	in.ResetBytes(XML, []byte("\xFF\xFE"+utf16Text("<a>\n <b>æ</b></a>", false)), DefaultLimits())
	offset := strings.Index(in.Text(), "<b>")
	part.ResetPart(in.Part(in.Position(offset), in.Text()[offset:]))
	if diff := cmp.Diff(Position{2, 11, 20}, part.Position(len("<b>æ"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if part.More(0) || part.Err() != nil || part.Streams() {
		t.Error("a part has more than its text")
	}
	if diff := cmp.Diff(DefaultLimits(), part.Limits()); diff != "" {
		t.Errorf("limits (-want +got):\n%s", diff)
	}
}

func FuzzDecode(f *testing.F) {
	for _, test := range decodeTests {
		f.Add([]byte(test.data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var whole, stream Input
		whole.ResetBytes(XML, data, DefaultLimits())
		stream.ResetStream(XML, iotest.OneByteReader(strings.NewReader(string(data))), DefaultLimits())
		text := readAll(&whole)
		if strings.ContainsFunc(text, func(r rune) bool { return !IsXMLChar(r) }) || !utf8.ValidString(text) {
			t.Errorf("%q holds characters that XML does not allow", text)
		}
		if diff := cmp.Diff(text, readAll(&stream)); diff != "" {
			t.Errorf("bytes and stream differ (-bytes +stream):\n%s", diff)
		}
		if diff := cmp.Diff(whole.Err(), stream.Err()); diff != "" {
			t.Errorf("their errors differ (-bytes +stream):\n%s", diff)
		}
	})
}

// TestSlowStreams checks that a stream of single bytes costs memory in proportion: what is read ahead grows by doubling.
func TestSlowStreams(t *testing.T) {
	doc := strings.Repeat("<a/>", 25_000)
	var in Input
	in.ResetStream(XML, iotest.OneByteReader(strings.NewReader(doc)), DefaultLimits())
	if used := cost.Of(func() {
		for in.More(len(in.Text())) {
			continue
		}
	}); used > uint64(100*len(doc)) {
		t.Errorf("%d bytes were allocated for a stream of %d", used, len(doc))
	}
}

// What an input that was lent owns stays; its window changes with the bytes until it is settled.
func TestLent(t *testing.T) {
	data := []byte("<a>text</a>")
	var in Input
	in.ResetLent(XML, data, DefaultLimits())
	own, window := in.Own(in.Text()[3:7]), in.Text()
	part := in.Part(in.Position(0), window)
	var again Input
	again.ResetPart(part)
	fromPart := again.Own(again.Text()[3:7])
	in.Settle()
	copy(data, "<b>other")
	if own != "text" || fromPart != "text" {
		t.Errorf("owned are %q and %q, want text", own, fromPart)
	}
	if in.Text() != "<a>text</a>" {
		t.Errorf("the settled window is %q", in.Text())
	}
	if !strings.HasPrefix(window, "<b>") {
		t.Errorf("the window %q was copied: nothing was lent", window)
	}
}
