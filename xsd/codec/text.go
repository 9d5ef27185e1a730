// This file holds the texts of single values of simple types, for the MarshalText and UnmarshalText methods of generated types.

package codec

// MarshalText returns a value of simple type as text, if it is valid; names of xs:QName as "{namespace}local".
func MarshalText(v XMLValue) ([]byte, error) {
	w := newWriter(nil)
	defer w.release()
	w.sink, w.at = textSink{jsonSink{w}}, atAlone
	w.write(v)
	if w.err != nil {
		return nil, w.err
	}
	if err := w.violations.Err(); err != nil {
		return nil, err
	}
	return []byte(w.cur.text), nil
}

// UnmarshalText reads a value of simple type from text, strictly.
func UnmarshalText(text []byte, v XMLValue) error {
	r := newReader(nil)
	r.cursor = textCursor{xmlCursor{r}}
	defer r.release()
	r.at = atAlone
	r.cur.text = string(text)
	r.Value(v)
	return r.verdict()
}
