package diagram

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drawn is a diagram of classes, each with a row, that associations such as "A/b>B" and generalisations such as "B<A" join.
func drawn(classes []string, associations map[string]string, generalisations map[string]string) *Diagram {
	d, byPath := &Diagram{}, map[string]*Class{}
	for _, path := range classes {
		byPath[path] = &Class{Path: path, Name: path, Rows: []Row{{Path: path + "/row", Name: "row"}}}
		d.Classes = append(d.Classes, byPath[path])
	}
	for path, to := range associations {
		d.Links = append(d.Links, &Association{Path: path, From: byPath[path[:1]], To: byPath[to], Role: path[2:], Mark: "xor"})
	}
	for special, general := range generalisations {
		d.Links = append(d.Links, &Generalisation{Special: byPath[special], General: byPath[general]})
	}
	return d
}

// shown lists what a diagram shows of the class A.
func shown(d *Diagram) map[string]int {
	found := map[string]int{}
	for _, c := range d.Classes {
		found["class "+c.Path]++
		if c.Path == "A" {
			for _, r := range c.Rows {
				found["row "+r.Path+" "+r.Type]++
			}
		}
	}
	for _, l := range d.Links {
		from, to := l.Ends()
		mark := ""
		if a, ok := l.(*Association); ok {
			mark = a.Path + a.Mark
		}
		found[fmt.Sprintf("%T %s>%s %s", l, from.Path, to.Path, mark)]++
	}
	return found
}

// TestMergeOfLinks: a link that is gone is drawn between the classes of the new version, as a row where the class it led to is not drawn, and not at
// all where nothing is gone or the new version has it.
func TestMergeOfLinks(t *testing.T) {
	toB := map[string]string{"A/b": "B"}
	for name, c := range map[string]struct {
		old, now *Diagram
		gone     string
		want     map[string]int
	}{
		"gone": {drawn([]string{"A", "B"}, toB, nil), drawn([]string{"A", "B"}, nil, nil), "A/b", map[string]int{
			"class A": 1, "class B": 1, "row A/row ": 1, "*diagram.Association A>B A/b": 1,
		}},
		"not gone": {drawn([]string{"A", "B"}, toB, nil), drawn([]string{"A", "B"}, nil, nil), "", map[string]int{"class A": 1, "class B": 1, "row A/row ": 1}},
		"still there": {drawn([]string{"A", "B"}, toB, nil), drawn([]string{"A", "B"}, toB, nil), "A/b", map[string]int{
			"class A": 1, "class B": 1, "row A/row ": 1, "*diagram.Association A>B A/bxor": 1,
		}},
		"to a class that is not drawn": {drawn([]string{"A", "B"}, toB, nil), drawn([]string{"A"}, nil, nil), "A/b", map[string]int{
			"class A": 1, "row A/row ": 1, "row A/b B": 1,
		}},
		"of a class that is not drawn": {drawn([]string{"A", "B"}, toB, nil), drawn([]string{"B"}, nil, nil), "A/b", map[string]int{"class B": 1}},
		"with its class": {drawn([]string{"A", "B"}, toB, nil), drawn([]string{"B"}, nil, nil), "A", map[string]int{
			"class A": 1, "class B": 1, "row A/row ": 1, "*diagram.Association A>B A/b": 1,
		}},
		"base of a class that is gone": {drawn([]string{"A", "B"}, nil, map[string]string{"A": "B"}), drawn([]string{"B"}, nil, nil), "A", map[string]int{
			"class A": 1, "class B": 1, "row A/row ": 1, "*diagram.Generalisation A>B ": 1,
		}},
		"base of a class that is not": {drawn([]string{"A", "B"}, nil, map[string]string{"A": "B"}), drawn([]string{"A", "B"}, nil, nil), "", map[string]int{
			"class A": 1, "class B": 1, "row A/row ": 1,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			Merge(c.old, c.now, func(path string) bool { return path == c.gone }, func(string) bool { return true })
			if diff := cmp.Diff(c.want, shown(c.now)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
