// Physical lines: what an editor numbers, whatever ends them.

package sheet

// line is a physical line and what ends it, empty at the end of a file.
type line struct {
	number    int // from 1
	text, end string
}

// split cuts a text into lines, which LF, CR LF and CR alone may end, mixed as they like.
func split(text string) []line {
	var lines []line
	start := 0
	for i := 0; i < len(text); i++ {
		end := ""
		switch {
		case text[i] == '\n':
			end = "\n"
		case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
			end = "\r\n"
		case text[i] == '\r':
			end = "\r"
		default:
			continue
		}
		lines = append(lines, line{len(lines) + 1, text[start:i], end})
		i += len(end) - 1
		start = i + 1
	}
	if start < len(text) {
		lines = append(lines, line{len(lines) + 1, text[start:], ""})
	}
	return lines
}

// commonEnd is what ends most lines.
func commonEnd(lines []line) string {
	counts := map[string]int{}
	for _, l := range lines {
		counts[l.end]++
	}
	best := "\n"
	for _, candidate := range []string{"\r\n", "\r"} {
		if counts[candidate] > counts[best] {
			best = candidate
		}
	}
	return best
}
