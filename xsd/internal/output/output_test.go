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
