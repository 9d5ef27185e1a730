// This file reads generate:, which asks for code beside what is always generated.

package config

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Extra is a word of generate:.
type Extra string

// The words of generate:.
const (
	Clone        Extra = "clone"        // a method that copies a value with all it holds
	Equal        Extra = "equal"        // a method that compares two values with all they hold
	Constructors Extra = "constructors" // a function that makes a value with all that is required
	Getters      Extra = "getters"      // methods for what derived types have in common
)

// extraWords lists the words of generate:, in the order in which messages do.
var extraWords = []Extra{Clone, Equal, Constructors, Getters}

// extras takes the words of generate:.
func (p *parser) extras(n *yaml.Node) []Extra {
	var extras []Extra
	p.sequence(n, "generate", func(item *yaml.Node) {
		switch extra := Extra(p.scalar(item)); {
		case extra == "":
		case !slices.Contains(extraWords, extra):
			p.problems.Addf(p.at(item), "", "generate: nothing is called %q; it can have %s", extra, joined(extraWords))
		case slices.Contains(extras, extra):
			p.problems.Addf(p.at(item), "", "generate: %s comes twice; keep one", extra)
		default:
			extras = append(extras, extra)
		}
	})
	return extras
}

// joined lists words in a message.
func joined(words []Extra) string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return strings.Join(list, ", ")
}
