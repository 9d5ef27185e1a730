// The subset of XPath in selectors and fields (Part 1, section 3.11.6).

package schema

import (
	"errors"
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// XPath is a selector or field: the union of its paths.
type XPath struct {
	Origin
	Expression string // as written
	Paths      []Path
}

// Path is a relative path from the element that the identity constraint or the selector starts at. A path without steps is
// that element itself.
type Path struct {
	Descendants bool // begins with ".//": the steps may start at the element itself or at any element within it
	Steps       []Step
}

// Step goes from an element to its children, or, as the last step of a field, to its attributes.
type Step struct {
	Attribute bool
	Test      NameTest
}

// NameTest says which names a step takes.
type NameTest struct {
	AnyName  bool // "*"
	AnyLocal bool // "prefix:*": any name in Name.Space
	Name     Name
}

// Matches reports whether the test takes name.
func (t NameTest) Matches(name Name) bool {
	return t.AnyName || t.AnyLocal && t.Name.Space == name.Space || t.Name == name
}

// Expanded spells the path as the runtime reads it: names with their namespaces in braces.
func (x *XPath) Expanded() string {
	paths := make([]string, len(x.Paths))
	for i, p := range x.Paths {
		paths[i] = p.expanded()
	}
	return strings.Join(paths, "|")
}

func (p Path) expanded() string {
	steps := make([]string, len(p.Steps))
	for i, s := range p.Steps {
		steps[i] = s.expanded()
	}
	if len(steps) == 0 {
		steps = []string{"."}
	}
	text := strings.Join(steps, "/")
	if p.Descendants {
		return ".//" + text
	}
	return text
}

func (s Step) expanded() string {
	name := s.Test.Name.String()
	switch {
	case s.Test.AnyName:
		name = "*"
	case s.Test.AnyLocal:
		name = "{" + s.Test.Name.Space + "}*"
	}
	if s.Attribute {
		return "@" + name
	}
	return name
}

// parseXPath parses a selector, or a field, whose last step may lead to an attribute. Prefixes are resolved with ns; an
// unprefixed name is in no namespace.
func parseXPath(expression string, field bool, ns xsd.PrefixResolver) ([]Path, error) {
	p := xpathParser{rest: expression, field: field, ns: ns}
	var paths []Path
	for {
		path, err := p.path()
		if err != nil {
			return nil, err
		}
		paths = append(paths, path)
		p.space()
		switch {
		case p.rest == "":
			return paths, nil
		case !p.accept("|"):
			return nil, fmt.Errorf("%q is not allowed at %q; a path is made of child steps, | between paths, .// only at the start", firstToken(p.rest), p.rest)
		}
	}
}

// xpathParser is a recursive descent parser of the grammar in section 3.11.6.
type xpathParser struct {
	rest  string
	field bool
	ns    xsd.PrefixResolver
}

func (p *xpathParser) space() { p.rest = strings.TrimLeft(p.rest, " \t\r\n") }

// accept takes token if it comes next, after white space.
func (p *xpathParser) accept(token string) bool {
	p.space()
	rest, ok := strings.CutPrefix(p.rest, token)
	if ok {
		p.rest = rest
	}
	return ok
}

// path parses ('.//')? Step ('/' Step)*.
func (p *xpathParser) path() (Path, error) {
	var path Path
	if before := p.rest; p.accept(".") {
		path.Descendants = p.accept("//")
		if !path.Descendants {
			p.rest = before
		}
	}
	for {
		step, self, err := p.step()
		if err != nil {
			return Path{}, err
		}
		if !self {
			path.Steps = append(path.Steps, step)
		}
		if !p.accept("/") {
			return path, nil
		}
		if step.Attribute {
			return Path{}, errors.New("an attribute has no children: it must be the last step of a field")
		}
	}
}

// step parses one step; self is true for ".".
func (p *xpathParser) step() (step Step, self bool, err error) {
	if p.accept(".") {
		return Step{}, true, nil
	}
	switch {
	case p.accept("@"), p.axis("attribute"):
		step.Attribute = true
		if !p.field {
			return Step{}, false, errors.New("a selector leads to elements, not to attributes; put the attribute into the field")
		}
	default:
		p.axis("child")
	}
	step.Test, err = p.nameTest()
	return step, false, err
}

// axis takes the axis called name and the colons after it.
func (p *xpathParser) axis(name string) bool {
	before := p.rest
	if p.accept(name) && p.accept("::") {
		return true
	}
	p.rest = before
	return false
}

// nameTest parses QName | '*' | NCName ':' '*'.
func (p *xpathParser) nameTest() (NameTest, error) {
	if p.accept("*") {
		return NameTest{AnyName: true}, nil
	}
	p.space()
	name := p.ncName()
	if name == "" {
		return NameTest{}, fmt.Errorf("a name, * or . is missing at %q; a path is made of child steps such as p:a/p:b", p.rest)
	}
	if !strings.HasPrefix(p.rest, ":") || strings.HasPrefix(p.rest, "::") {
		return NameTest{Name: Name{Local: name}}, nil
	}
	p.rest = p.rest[1:]
	uri, ok := p.ns.LookupPrefix(name)
	if !ok {
		return NameTest{}, fmt.Errorf("the prefix %s is bound to no namespace; declare it with xmlns:%s", name, name)
	}
	if rest, ok := strings.CutPrefix(p.rest, "*"); ok {
		p.rest = rest
		return NameTest{AnyLocal: true, Name: Name{Space: uri}}, nil
	}
	local := p.ncName()
	if local == "" {
		return NameTest{}, fmt.Errorf("after the prefix %s and its colon a name is missing", name)
	}
	return NameTest{Name: Name{Space: uri, Local: local}}, nil
}

// ncName takes an NCName, "" where none comes next.
func (p *xpathParser) ncName() string {
	end := strings.IndexAny(p.rest, " \t\r\n/|:@*()[]'\"$,=<>+!")
	if end < 0 {
		end = len(p.rest)
	}
	name := p.rest[:end]
	if xsd.BuiltIn("NCName").Check(name, nil) != nil || name == "" {
		return ""
	}
	p.rest = p.rest[end:]
	return name
}

// firstToken is the beginning of text, for a message.
func firstToken(text string) string {
	if end := strings.IndexAny(text, " \t\r\n"); end > 0 {
		return text[:end]
	}
	return text
}
