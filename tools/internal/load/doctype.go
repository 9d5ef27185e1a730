// Document type declarations of schema documents. XSD's own schema and XML Signature's have one, for the use of DTD
// processors and of no consequence to a schema processor, so it is passed over; the hardened reader would refuse it.
// Nothing in it is read: a reference to an entity declared there is an error of the reader.

package load

import "bytes"

// blankDoctype returns data with a document type declaration overwritten by spaces, line ends kept, so that positions
// stay. It returns data itself when there is none, or when data is not in an encoding that extends ASCII.
func blankDoctype(data []byte) []byte {
	start := skipProlog(data)
	if !bytes.HasPrefix(data[start:], []byte("<!DOCTYPE")) {
		return data
	}
	end := doctypeEnd(data, start)
	if end < 0 {
		return data
	}
	blanked := bytes.Clone(data)
	for i := start; i < end; i++ {
		if c := blanked[i]; c != '\n' && c != '\r' {
			blanked[i] = ' '
		}
	}
	return blanked
}

// skipProlog returns the offset after byte order mark, white space, comments and processing instructions.
func skipProlog(data []byte) int {
	at := len(data) - len(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")))
	for {
		for at < len(data) && isSpace(rune(data[at])) {
			at++
		}
		next := skipMarkup(data, at)
		if next == at {
			return at
		}
		at = next
	}
}

// skipMarkup returns the offset after the comment or processing instruction at offset at, or at itself.
func skipMarkup(data []byte, at int) int {
	for _, delimiters := range [][2]string{{"<!--", "-->"}, {"<?", "?>"}} {
		if !bytes.HasPrefix(data[at:], []byte(delimiters[0])) {
			continue
		}
		if n := bytes.Index(data[at+len(delimiters[0]):], []byte(delimiters[1])); n >= 0 {
			return at + len(delimiters[0]) + n + len(delimiters[1])
		}
	}
	return at
}

// doctypeEnd returns the offset after the declaration that starts at offset at, or -1 when it has no end.
func doctypeEnd(data []byte, at int) int {
	depth := 0
	for at < len(data) {
		switch data[at] {
		case '"', '\'':
			n := bytes.IndexByte(data[at+1:], data[at])
			if n < 0 {
				return -1
			}
			at += n + 1
		case '<', '[':
			if next := skipMarkup(data, at); next > at {
				at = next
				continue
			}
			depth++
		case '>', ']':
			depth--
			if depth == 0 {
				return at + 1
			}
		}
		at++
	}
	return -1
}
