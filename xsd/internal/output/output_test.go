package output

import "testing"

// What is added is there, through growing and from any state.
func TestBuffer(t *testing.T) {
	var b Buffer
	want := ""
	for i := range 300 {
		text := "0123456789"[:i%11]
		b.Add(text)
		b.AddByte('x')
		want += text + "x"
		from := len(want) / 3
		copy(b.Extend(i%7), b[from:])
		want += want[from : from+i%7]
		b.Cut(i % 3)
		want = want[:len(want)-i%3]
		if string(b) != want {
			t.Fatalf("after %d steps:\n%s\nwant\n%s", i, b, want)
		}
	}
}

// Adding to a buffer that is large enough allocates nothing.
func TestBufferKeepsItsMemory(t *testing.T) {
	b := make(Buffer, 0, 64)
	if n := testing.AllocsPerRun(10, func() { b = b[:0]; b.Add("text"); b.AddByte('x'); b.Cut(1); _ = b.Extend(3) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// What was made ready is added as it is, whatever its length and however little room there is.
func TestReady(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
	for length := range len(letters) {
		r := NewReady(letters[:length])
		if r.String() != letters[:length] {
			t.Fatalf("%q is kept as %q", letters[:length], r)
		}
		for room := range 2 * block {
			b := append(make(Buffer, 0, len("before")+room), "before"...)
			b.AddReady(r)
			b.AddReady(r)
			b.Add("after")
			if want := "before" + letters[:length] + letters[:length] + "after"; string(b) != want {
				t.Fatalf("%s, want %s", b, want)
			}
		}
	}
}
