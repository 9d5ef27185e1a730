package measure_test

import (
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/measure"
)

var kept []*int

// TestAllocations: a call counts with what it allocates, which no turn counts twice.
func TestAllocations(t *testing.T) {
	nothing := measure.Contender{Name: "nothing", Run: func() error { return nil }}
	three := measure.Contender{Name: "three", Run: func() error {
		kept = []*int{new(int), new(int)}
		return nil
	}}
	figures, err := measure.Compare(measure.Plan{Rounds: 3, Turn: time.Millisecond}, []measure.Contender{three, nothing})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{3, 0} {
		if got := figures[i].Allocations; got < want || got > want+0.5 {
			t.Errorf("%s: %.2f allocations, want %v", figures[i].Name, got, want)
		}
	}
}

// TestTurns: the contenders take turns.
func TestTurns(t *testing.T) {
	var order []byte
	contender := func(name byte) measure.Contender {
		return measure.Contender{Name: string(name), Run: func() error {
			if len(order) == 0 || order[len(order)-1] != name {
				order = append(order, name)
			}
			return nil
		}}
	}
	if _, err := measure.Compare(measure.Plan{Rounds: 3}, []measure.Contender{contender('a'), contender('b')}); err != nil {
		t.Fatal(err)
	}
	if want := "abababab"; string(order) != want { // once to warm up, and three rounds
		t.Errorf("the turns were %s, want %s", order, want)
	}
}
