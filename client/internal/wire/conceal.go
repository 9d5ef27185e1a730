// This file conceals secrets in what is kept of an exchange: text, bodies, headers and errors.

package wire

import (
	"bytes"
	"errors"
	"html"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// Concealed stands where a secret was.
const Concealed = "[token]"

// Fragments of a secret are concealed from this length on, since servers shorten what they echo. Of any two places a piece apart,
// one begins a piece of such a fragment: few places need a look.
const (
	fragment = 24
	piece    = fragment / 2
)

// shortest is the length from which a secret cannot be a word of a document by chance.
const shortest = 16

// Secrets are the texts that were sent in confidence during a call. The zero value has none.
type Secrets struct{ texts []string }

// Add makes a text a secret. One of a few characters is none: it would be found in every word.
func (s *Secrets) Add(text string) {
	if len(text) >= 4 && !slices.Contains(s.texts, text) {
		s.texts = append(s.texts, text)
	}
}

// Text replaces the secrets in a text, whole or in long fragments; where they stand in it escaped, nothing of it is left.
func (s *Secrets) Text(text string) string { return string(s.Bytes([]byte(text))) }

// Bytes is Text for a body.
func (s *Secrets) Bytes(body []byte) []byte {
	if len(s.texts) == 0 || len(body) == 0 {
		return body
	}
	bare, found := s.replace(body)
	for _, unescape := range unescapers {
		if plain := unescape(body); !bytes.Equal(plain, body) {
			if _, more := s.replace(plain); more > found {
				return []byte(Concealed)
			}
		}
	}
	return bare
}

// Header is Text for the names and values of a header; the header itself stays as it is.
func (s *Secrets) Header(header http.Header) http.Header {
	bare := header.Clone()
	for name, values := range header {
		if s.Text(name) != name {
			delete(bare, name)
			continue
		}
		for i, value := range values {
			bare[name][i] = s.Text(value)
		}
	}
	return bare
}

// Error keeps err, unless its text holds a secret: then only the concealed text is left.
func (s *Secrets) Error(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	if concealed := s.Text(text); concealed != text {
		return errors.New(concealed)
	}
	return err
}

// Answer replaces secrets as they were sent in an answer that is still to be read, which costs little where there are none. A short
// secret is left, since it may be a word of the document.
func (s *Secrets) Answer(header http.Header, body []byte) (http.Header, []byte) {
	for _, text := range s.texts {
		if len(text) < shortest {
			continue
		}
		for _, form := range []string{text, strings.ReplaceAll(text, "/", `\/`)} {
			if bytes.Contains(body, []byte(form)) {
				body = bytes.ReplaceAll(body, []byte(form), []byte(Concealed))
			}
		}
		if inHeader(header, text) {
			header = s.Header(header)
		}
	}
	return header, body
}

func inHeader(header http.Header, text string) bool {
	for _, values := range header {
		if slices.ContainsFunc(values, func(value string) bool { return strings.Contains(value, text) }) {
			return true
		}
	}
	return false
}

// replace puts Concealed in the place of each secret and long fragment, and counts them.
func (s *Secrets) replace(body []byte) (bare []byte, found int) {
	for _, text := range s.texts {
		if n := bytes.Count(body, []byte(text)); n > 0 {
			found += n
			body = bytes.ReplaceAll(body, []byte(text), []byte(Concealed))
		}
		shortened, n := replaceFragments(body, text)
		body, found = shortened, found+n
	}
	return body, found
}

// replaceFragments replaces what a body and a secret have in common, where it is long. The cost grows in line with the body: what
// matches is passed over, and of the rest one place in twelve is looked up.
func replaceFragments(body []byte, secret string) (bare []byte, found int) {
	if len(secret) < fragment || len(body) < fragment {
		return body, 0
	}
	places := make(map[string]int, len(secret))
	for at := 0; at+piece <= len(secret); at++ {
		places[secret[at:at+piece]] = at
	}
	done := 0
	for at := 0; at+piece <= len(body); {
		begin, end := at, at
		if in, ok := places[string(body[at:at+piece])]; ok {
			begin, end = common(body[done:], secret, at-done, in)
			begin, end = begin+done, end+done
		}
		if end-begin < fragment {
			at += piece
			continue
		}
		bare = append(append(bare, body[done:begin]...), Concealed...)
		done, at, found = end, end, found+1
	}
	if found == 0 {
		return body, 0
	}
	return append(bare, body[done:]...), found
}

// common is the longest stretch of the body around a place that is the same in the secret around another.
func common(body []byte, secret string, at, in int) (begin, end int) {
	begin, end = at, at
	for i := in; begin > 0 && i > 0 && body[begin-1] == secret[i-1]; i-- {
		begin--
	}
	for i := in; end < len(body) && i < len(secret) && body[end] == secret[i]; i++ {
		end++
	}
	return begin, end
}

// unescapers undo the ways in which a server may write a text: in JSON, in a URL, in XML or HTML, in UTF-16. Each leaves alone what
// is no escape.
var unescapers = []func([]byte) []byte{
	unescapeJSON,
	unescapeURL,
	func(body []byte) []byte { return []byte(html.UnescapeString(string(body))) },
	func(body []byte) []byte { return bytes.ReplaceAll(body, []byte{0}, nil) },
}

func unescapeJSON(body []byte) []byte {
	return unescape(body, '\\', func(rest []byte) (plain []byte, size int) {
		switch {
		case len(rest) >= 5 && rest[0] == 'u':
			if code, err := strconv.ParseUint(string(rest[1:5]), 16, 16); err == nil {
				return []byte(string(rune(code))), 5
			}
		case len(rest) >= 1 && rest[0] == '/':
			return rest[:1], 1
		}
		return nil, 0
	})
}

func unescapeURL(body []byte) []byte {
	return unescape(body, '%', func(rest []byte) (plain []byte, size int) {
		if len(rest) >= 2 {
			if code, err := strconv.ParseUint(string(rest[:2]), 16, 8); err == nil {
				return []byte{byte(code)}, 2
			}
		}
		return nil, 0
	})
}

// unescape replaces the text after each mark by what read returns for it; size 0 leaves it.
func unescape(body []byte, mark byte, read func(rest []byte) (plain []byte, size int)) []byte {
	if bytes.IndexByte(body, mark) < 0 {
		return body
	}
	out := make([]byte, 0, len(body))
	for i := 0; i < len(body); i++ {
		if body[i] == mark {
			if plain, size := read(body[i+1:]); size > 0 {
				out = append(out, plain...)
				i += size
				continue
			}
		}
		out = append(out, body[i])
	}
	return out
}
