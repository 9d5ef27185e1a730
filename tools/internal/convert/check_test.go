// This file checks that nothing is lost in silence: each value of the old document is in the new one, or a loss names it with its path and text.

package convert_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert/proof"
)

// node is an element of a document, names without namespaces.
type node struct {
	name       string
	space      string // of the name
	attributes map[string]string
	children   []*node
	text       string
}

// parse reads a document, or a part of one.
func parse(document string) (*node, error) {
	decoder := xml.NewDecoder(strings.NewReader(document))
	top := &node{}
	stack := []*node{top}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			if len(top.children) != 1 {
				return nil, fmt.Errorf("%d roots", len(top.children))
			}
			return top.children[0], nil
		}
		if err != nil {
			return nil, err
		}
		at := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, space: token.Name.Space, attributes: map[string]string{}}
			for _, a := range token.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					n.attributes[a.Name.Local] = a.Value
				}
			}
			at.children = append(at.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			at.text += string(token)
		}
	}
}

// values are the values below an element, each as "path=text", with how often it is there. Paths have no numbers.
type values map[string]int

func (n *node) values(path string, all values) values {
	for name, text := range n.attributes {
		all[path+"/@"+name+"="+canonical(text)]++
	}
	for _, c := range n.children {
		c.values(path+"/"+c.name, all)
	}
	if text := canonical(n.text); text != "" {
		all[path+"="+text]++
	}
	return all
}

var isName = regexp.MustCompile(`^[\pL_][\pL\pN_.-]*$`)

// canonical spells equal values alike, as far as paths have types in common.
func canonical(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		if before, after, ok := strings.Cut(word, ":"); ok && isName.MatchString(before) && isName.MatchString(after) {
			words[i] = after // of a QName the prefix means nothing
			continue
		}
		if r, ok := new(big.Rat).SetString(word); ok && !strings.ContainsAny(word, "/xXpP_") && len(word) < 400 {
			words[i] = r.RatString()
		}
		switch word {
		case "true":
			words[i] = "1"
		case "false":
			words[i] = "0"
		}
		if f, err := strconv.ParseFloat(word, 64); err == nil && strings.ContainsAny(word, "eE") {
			words[i] = strconv.FormatFloat(f, 'g', -1, 64)
		}
	}
	return strings.Join(words, " ")
}

// find follows the path of a loss through a document, and returns the text there; an element with more than text is nil text and the node.
func (n *node) find(path string) (*node, string, bool) {
	steps := strings.Split(strings.TrimPrefix(path, "/"), "/")
	if steps[0] != n.name {
		return nil, "", false
	}
	at := n
	for _, step := range steps[1:] {
		if name, ok := strings.CutPrefix(step, "@"); ok {
			text, ok := at.attributes[name]
			return at, text, ok
		}
		if step == "text()" {
			return at, at.text, true
		}
		name, number, _ := strings.Cut(strings.TrimSuffix(step, "]"), "[")
		want, _ := strconv.Atoi(number)
		var found *node
		for _, c := range at.children {
			if c.name != name {
				continue
			}
			if want--; want <= 0 {
				found = c
				break
			}
		}
		if found == nil {
			return nil, "", false
		}
		at = found
	}
	return at, at.text, true
}

// withoutNumbers is a path as values have it.
func withoutNumbers(path string) string {
	var b strings.Builder
	inside := false
	for _, r := range path {
		switch r {
		case '[':
			inside = true
		case ']':
			inside = false
		default:
			if !inside {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// The reasons that matter here, by their texts.
const (
	missing    = "the new version needs it, and the old document does not have it"
	notAllowed = "the new version does not allow the value"
	defaulted  = "it is absent, and the new version takes this default for it"
	reordered  = "the new version does not keep the order of these elements"
	retyped    = "the new version has no such type; what the declared type has is carried over"
	whiteSpace = "the new version makes less of white space"
	isNil      = "the new version does not allow nil"
)

// lossValues are the values that a loss names, and what is wrong with it.
func lossValues(before *node, l proof.Loss) (values, error) {
	path := withoutNumbers(l.Path)
	switch l.Reason {
	case missing, defaulted, reordered:
		return nil, nil
	case retyped:
		return values{path + "/@type=" + canonical(l.Text): 1}, nil
	}
	at, text, ok := before.find(l.Path)
	switch {
	case !ok && strings.Contains(path, "/text()"):
		return values{strings.TrimSuffix(path, "/text()") + "=" + canonical(l.Text): 1}, nil
	case !ok:
		return nil, fmt.Errorf("%s leads to nothing in the old document", l.Path)
	case l.Reason == isNil:
		return values{path + "/@nil=1": 1}, nil
	case strings.HasPrefix(l.Text, "<") && !strings.Contains(path, "@") && len(at.children)+len(at.attributes) > 0:
		element, err := parse(l.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: its text is no element: %w: %s", l.Path, err, l.Text)
		}
		return element.values(path, values{}), nil
	case strings.HasPrefix(l.Text, "<"+at.name) || strings.HasPrefix(l.Text, "<") && strings.Contains(l.Text, "xmlns"):
		element, err := parse(l.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: its text is no element: %w: %s", l.Path, err, l.Text)
		}
		return element.values(path, values{}), nil
	case canonical(text) != canonical(l.Text) && !strings.HasSuffix(l.Path, "/text()"):
		return nil, fmt.Errorf("%s: the text is %q, not %q", l.Path, text, l.Text)
	}
	if canonical(l.Text) == "" {
		return nil, nil
	}
	return values{strings.TrimSuffix(path, "/text()") + "=" + canonical(l.Text): 1}, nil
}

// faults are what is wrong with an answer: what was lost in silence, losses of what is there, and a result that is invalid for no reason named.
func faults(a proof.Answer) []string {
	if strings.Contains(a.Broken, "read the document with ReadXML") {
		return nil // xsi:type of the root: then it is another type's function
	}
	if strings.Contains(a.Broken, "cannot be held by the Go type") {
		return nil // a type of the user's, which holds fewer values than the schema allows
	}
	if a.Broken != "" {
		return []string{a.Broken}
	}
	var found []string
	before, err := parse(a.Before)
	if err != nil {
		return []string{"before: " + err.Error()}
	}
	after, err := parse(a.After)
	if err != nil {
		return []string{"after: " + err.Error()}
	}
	root := "/" + before.name
	left := before.values(root, values{})
	gone := maps.Clone(left)
	extra := values{}
	for v, n := range after.values(root, values{}) {
		if gone[v] -= n; gone[v] < 0 {
			extra[v] = -gone[v]
		}
	}
	named, needs, reasons := values{}, map[string]bool{}, map[string]bool{}
	for _, l := range a.Losses {
		reasons[l.Reason] = true
		if l.Reason == missing {
			needs[withoutNumbers(l.Path)] = true
		}
		lost, err := lossValues(before, l)
		if err != nil {
			found = append(found, err.Error())
		}
		for v, n := range lost {
			named[v] += n
			if l.Reason != notAllowed && l.Reason != whiteSpace && gone[v] < named[v] {
				found = append(found, fmt.Sprintf("%s is called lost (%s), and is there", v, l.Reason))
			}
		}
	}
	for _, v := range slices.Sorted(maps.Keys(gone)) {
		if gone[v] > 0 && named[v] < gone[v] {
			found = append(found, fmt.Sprintf("%s is lost %d times, and named %d times", v, gone[v], named[v]))
		}
	}
	if a.Fault != "" && !reasons[missing] && !reasons[notAllowed] {
		found = append(found, "not valid, and no loss says why: "+a.Fault)
	}
	for _, v := range slices.Sorted(maps.Keys(extra)) {
		path, _, _ := strings.Cut(v, "=")
		if !isNeeded(path, needs) && !reasons[notAllowed] && !reasons[whiteSpace] {
			found = append(found, v+" is new, and nothing says that it was missing")
		}
	}
	return found
}

// isNeeded reports whether a path, or one above it, was called missing.
func isNeeded(path string, needs map[string]bool) bool {
	for path != "" {
		if needs[path] {
			return true
		}
		path = path[:max(0, strings.LastIndex(path, "/"))]
	}
	return false
}

// plain writes an element with all that is in it.
func (n *node) plain(b *strings.Builder) {
	b.WriteString("<" + n.name)
	for _, name := range slices.Sorted(maps.Keys(n.attributes)) {
		fmt.Fprintf(b, " %s=%q", name, n.attributes[name])
	}
	b.WriteString(">")
	if text := strings.TrimSpace(n.text); text != "" {
		b.WriteString(n.text)
	}
	for _, c := range n.children {
		c.plain(b)
	}
	b.WriteString("</" + n.name + ">")
}
