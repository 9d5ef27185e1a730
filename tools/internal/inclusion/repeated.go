// Repetition: the documents that a document becomes by writing one of its elements twice, which makes values that are not unique.

package inclusion

import (
	"encoding/xml"
	"strings"
)

// Repeated are the documents that a document becomes by writing one of its elements twice, the root aside; at most so many.
func Repeated(document string, most int) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i, span := range elementSpans(document) {
			if i == most || !yield(document[:span[1]]+document[span[0]:span[1]]+document[span[1]:]) {
				return
			}
		}
	}
}

// elementSpans lists where the elements within the root begin and end.
func elementSpans(document string) [][2]int {
	var spans [][2]int
	var open []int
	decoder := xml.NewDecoder(strings.NewReader(document))
	for {
		start := int(decoder.InputOffset())
		token, err := decoder.RawToken()
		if err != nil {
			return spans
		}
		switch token.(type) {
		case xml.StartElement:
			open = append(open, start)
		case xml.EndElement:
			begin := open[len(open)-1]
			open = open[:len(open)-1]
			if len(open) > 0 {
				spans = append(spans, [2]int{begin, int(decoder.InputOffset())})
			}
		}
	}
}
