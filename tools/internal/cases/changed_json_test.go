// This file changes texts in JSON at random: members and items go, come twice, change places or stand for each other, and names come that mean something.

package cases_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rareKeys are names of members that mean something somewhere, or look as if they did.
var rareKeys = []string{
	"@{http://www.w3.org/2001/XMLSchema-instance}nil", "@{http://www.w3.org/2001/XMLSchema-instance}type",
	"@{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "@{http://www.w3.org/2001/XMLSchema-instance}other",
	"@{http://www.w3.org/XML/1998/namespace}lang", "@{http://www.w3.org/2000/xmlns/}p", "@{}xmlns", "@xmlns", "@{urn:x}a", "@a", "@id", "@type", "@xsi:type", "@nil", "#nil",
	"#text", "#content", "#any", "#namespaces", "{urn:case}root", "{urn:x}a", "{}a", "a", "{urn:x}", "{urn:x}1", "{a\u0001}b", "{http://www.w3.org/2000/xmlns/}a",
	"{http://www.w3.org/2001/XMLSchema-instance}nil",
}

// rareValues are what stands beside them.
var rareValues = []string{
	`null`, `true`, `"true"`, `"false"`, `"any"`, `""`, `" "`, `"1"`, `7`, `[]`, `{}`, `[{}]`, `["a"]`, `"{urn:case}Part"`, `"{http://www.w3.org/2001/XMLSchema}int"`,
	`"{http://www.w3.org/2001/XMLSchema}string"`, `"{http://www.w3.org/2001/XMLSchema}anyType"`, `"Part"`, `"p:a"`, `"p:anyType"`, `"a b"`, `"\u0001"`, `{"p":"urn:p"}`,
	`{"p":"http://www.w3.org/2001/XMLSchema"}`, `{"":""}`, `{"xml":"urn:p"}`, `[{"{urn:x}a":"b"}]`, `[{"{urn:x}a":null}]`, `{"{urn:x}a":"b"}`,
}

// changedAtRandom changes one to three things of a text in JSON.
func changedAtRandom(t *testing.T, random *rand.Rand, text []byte) []byte {
	t.Helper()
	c := &changer{random: random, tree: parseJSON(t, text)}
	for range 1 + random.IntN(3) {
		switch n := c.any(); {
		case random.IntN(4) == 0:
			c.addRare(n)
		case len(n.items) == 0:
			n.text = c.otherText()
		default:
			c.rearrange(n)
		}
	}
	var out strings.Builder
	c.tree.write(&out)
	return []byte(out.String())
}

// changer changes a tree.
type changer struct {
	random *rand.Rand
	tree   *jsonNode
}

// jsonNode is a value in JSON: a scalar by its text, else items; those of an object have keys, which are quoted, and keep their order.
type jsonNode struct {
	kind  byte // '{', '[', or 0
	text  string
	keys  []string
	items []*jsonNode
}

// any returns one of the nodes.
func (c *changer) any() *jsonNode {
	var all []*jsonNode
	c.tree.walk(func(n *jsonNode) { all = append(all, n) })
	return all[c.random.IntN(len(all))]
}

// otherText returns the text of a scalar, of this text or of none.
func (c *changer) otherText() string {
	if other := c.any(); len(other.items) == 0 && other.kind == 0 {
		return other.text
	}
	return []string{`null`, `""`, `"7"`}[c.random.IntN(3)]
}

// addRare adds a member of a rare name to an object, an object of one to an array, or makes one of a scalar.
func (c *changer) addRare(n *jsonNode) {
	key, item := strconv.Quote(rareKeys[c.random.IntN(len(rareKeys))]), &jsonNode{text: rareValues[c.random.IntN(len(rareValues))]}
	if c.random.IntN(3) == 0 {
		item = c.any().clone()
	}
	if n.kind == 0 && c.random.IntN(2) == 0 {
		*n = jsonNode{kind: '{'}
	}
	switch i := c.random.IntN(len(n.items) + 1); {
	case n.kind == '{':
		n.insert(i, key, item)
	case n.kind == '[':
		n.insert(i, "", &jsonNode{kind: '{', keys: []string{key}, items: []*jsonNode{item}})
	}
}

// rearrange changes what there is of an object or array.
func (c *changer) rearrange(n *jsonNode) {
	i, j := c.random.IntN(len(n.items)), c.random.IntN(len(n.items))
	switch other := c.any(); c.random.IntN(6) {
	case 0:
		n.remove(i)
	case 1:
		if n.kind == '[' {
			n.insert(j, "", n.items[i].clone())
		}
	case 2:
		n.items[i], n.items[j] = n.items[j], n.items[i]
	case 3:
		if n.kind == '{' {
			n.keys[i], n.keys[j] = n.keys[j], n.keys[i]
		}
	case 4:
		if other.kind == n.kind && len(other.items) > 0 {
			k := c.random.IntN(len(other.items))
			n.insert(i, other.key(k), other.items[k].clone())
		}
	case 5:
		n.items[i] = other.clone()
	}
}

// key returns the key of item i, "" in an array.
func (n *jsonNode) key(i int) string {
	if n.kind != '{' {
		return ""
	}
	return n.keys[i]
}

// insert adds an item, unless the object has one of that key.
func (n *jsonNode) insert(i int, key string, item *jsonNode) {
	if n.kind == '{' {
		if slices.Contains(n.keys, key) {
			return
		}
		n.keys = slices.Insert(n.keys, i, key)
	}
	n.items = slices.Insert(n.items, i, item)
}

func (n *jsonNode) remove(i int) {
	if n.kind == '{' {
		n.keys = slices.Delete(n.keys, i, i+1)
	}
	n.items = slices.Delete(n.items, i, i+1)
}

func (n *jsonNode) walk(visit func(*jsonNode)) {
	visit(n)
	for _, item := range n.items {
		item.walk(visit)
	}
}

func (n *jsonNode) clone() *jsonNode {
	c := &jsonNode{kind: n.kind, text: n.text, keys: slices.Clone(n.keys)}
	for _, item := range n.items {
		c.items = append(c.items, item.clone())
	}
	return c
}

func (n *jsonNode) write(out *strings.Builder) {
	if n.kind == 0 {
		out.WriteString(n.text)
		return
	}
	out.WriteByte(n.kind)
	for i, item := range n.items {
		if i > 0 {
			out.WriteByte(',')
		}
		if n.kind == '{' {
			out.WriteString(n.keys[i] + ":")
		}
		item.write(out)
	}
	out.WriteByte(n.kind + 2) // the closing bracket comes two behind the opening one
}

// parseJSON reads a text as a tree. encoding/json reads it, which has its own mind.
func parseJSON(t *testing.T, text []byte) *jsonNode {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	token := func() json.Token {
		next, err := d.Token()
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		return next
	}
	var value func() *jsonNode
	value = func() *jsonNode {
		first := token()
		bracket, ok := first.(json.Delim)
		if !ok {
			return &jsonNode{text: spelt(t, first)}
		}
		n := &jsonNode{kind: byte(bracket)}
		for d.More() {
			if n.kind == '{' {
				n.keys = append(n.keys, spelt(t, token()))
			}
			n.items = append(n.items, value())
		}
		token()
		return n
	}
	return value()
}

// spelt returns the text of a scalar.
func spelt(t *testing.T, scalar json.Token) string {
	t.Helper()
	text, err := json.Marshal(scalar)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
