// References by name (Part 1, section 3.15.3, src-resolve).

package schema

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// expand returns the expanded name that a QName in an attribute of el stands for; false, with the problem noted, where the
// prefix is bound to nothing.
func (b *builder) expand(el *load.Element, qname string) (Name, bool) {
	prefix, local, prefixed := strings.Cut(qname, ":")
	if !prefixed {
		prefix, local = "", qname
	}
	space, bound := el.Scope.LookupPrefix(prefix)
	if prefixed && !bound {
		b.problem(el, "src-resolve", "the prefix %s of %s is bound to no namespace; declare it with xmlns:%s", prefix, qname, prefix)
		return Name{}, false
	}
	if space == "" && el.Document.Chameleon {
		space = el.Document.TargetNamespace
	}
	return Name{Space: space, Local: local}, true
}

// resolve finds the global component that an attribute of el refers to; nil, with the problem noted, where there is none.
func (b *builder) resolve(space symbolSpace, el *load.Element, qname string) Component {
	name, ok := b.expand(el, qname)
	if !ok {
		return nil
	}
	if c := builtInComponent(space, name); c != nil {
		return c
	}
	g, ok := b.globals[space][name]
	switch {
	case !b.visible[el.Document][name.Space]:
		b.once("import "+el.Document.File+" "+name.Space, el, "src-resolve.4", "%s %s is in %s, which %s does not import; add <xs:import%s/>",
			space, qname, namespaceWords(name.Space), el.Document.File, importAttribute(name.Space))
		return nil
	case !ok && b.unread(name.Space) != nil:
		b.once("unread "+name.Space, el, "src-resolve", "there is no %s %s in %s; a document that may define it was not read: %s",
			space, qname, namespaceWords(name.Space), b.unread(name.Space).Unresolved)
		return nil
	case !ok:
		b.problem(el, "src-resolve", "%s", b.unknown(space, qname, name))
		return nil
	}
	if redefinition := b.enclosingRedefinition(space, name, el); redefinition != nil && refersToOriginal(el) {
		return redefinition.original.component
	}
	return g.component
}

// builtInComponent returns the component of every schema that name refers to, or nil.
func builtInComponent(space symbolSpace, name Name) Component {
	switch {
	case space == typeSpace && name.Space == XSDNamespace:
		if t, ok := BuiltInType(name.Local).(Component); ok {
			return t
		}
	case space == attributeSpace && name.Space == XSINamespace:
		if a, ok := builtIns().attributes[name.Local]; ok {
			return a
		}
	}
	return nil
}

// refersToOriginal reports whether a reference at el is one of those that, inside a redefinition, mean the component that is
// redefined: the base of a type, a group, an attribute group.
func refersToOriginal(el *load.Element) bool {
	switch el.Name.Local {
	case "group", "attributeGroup":
		return true
	case "restriction", "extension":
		definition := el.Parent
		if !definition.IsXSD("simpleType") {
			definition = definition.Parent
		}
		return definition != nil && definition.Parent != nil && definition.Parent.IsXSD("redefine")
	}
	return false
}

// resolveType is resolve for types.
func (b *builder) resolveType(el *load.Element, qname string) Type {
	if t, ok := b.resolve(typeSpace, el, qname).(Type); ok {
		return t
	}
	return nil
}

// resolveSimple is resolve for simple types; a complex type is a problem under the given rule.
func (b *builder) resolveSimple(el *load.Element, qname, rule string) *SimpleType {
	switch t := b.resolveType(el, qname).(type) {
	case *SimpleType:
		return t
	case *ComplexType:
		b.problem(el, rule, "%s is a complex type, but a simple type is needed here", qname)
	}
	return nil
}

// maxSuggestions bounds how often the whole schema is searched for what may have been meant.
const maxSuggestions = 100

// unknown says that a name is not defined, with what may have been meant or what is missing.
func (b *builder) unknown(space symbolSpace, qname string, name Name) string {
	text := fmt.Sprintf("there is no %s %s in %s", space, qname, namespaceWords(name.Space))
	if b.suggestions++; b.suggestions > maxSuggestions {
		return text + "; define it or correct the reference"
	}
	if near := b.nearest(space, name); near != "" {
		return text + "; did you mean " + near + "?"
	}
	for other := range symbolSpaces {
		if g, ok := b.globals[other][name]; ok && other != space {
			return text + fmt.Sprintf("; there is %s of that name, at %s", withArticle(other.String()), g.el.Position)
		}
	}
	return text + "; define it or correct the reference"
}

// unread returns a reference to a document that was not read and may have defined names of a namespace; nil where there is none.
func (b *builder) unread(space string) *load.Reference {
	if b.unreadRefs == nil {
		b.unreadRefs = map[string]*load.Reference{}
		for _, doc := range b.docs {
			for _, ref := range doc.References {
				if ref.Target == nil && ref.Unresolved != "" && b.unreadRefs[ref.Namespace] == nil {
					b.unreadRefs[ref.Namespace] = ref
				}
			}
		}
	}
	return b.unreadRefs[space]
}

// withArticle puts a or an before a word.
func withArticle(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// nearest returns the local name in the same namespace that is spelled most like name, or "".
func (b *builder) nearest(space symbolSpace, name Name) string {
	best, least := "", len(name.Local)/3+1
	consider := func(candidate string) {
		if d := distance(name.Local, candidate, least); d < least || d == least && best != "" && candidate < best {
			best, least = candidate, d
		}
	}
	for candidate := range b.globals[space] {
		if candidate.Space == name.Space {
			consider(candidate.Local)
		}
	}
	if space == typeSpace && name.Space == XSDNamespace {
		consider("anyType")
		for local := range builtIns().simple {
			consider(local)
		}
	}
	return best
}

// distance is the number of characters to insert, delete or replace to make b of a, letter case counting for nothing; more
// than limit counts as limit+1.
func distance(a, b string, limit int) int {
	s, t := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if len(s)-len(t) > limit || len(t)-len(s) > limit {
		return limit + 1
	}
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j := range t {
			cost := diagonal
			if s[i] != t[j] {
				cost = min(diagonal, row[j], row[j+1]) + 1
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(t)]
}

func namespaceWords(uri string) string {
	if uri == "" {
		return "no namespace"
	}
	return "namespace " + uri
}

func importAttribute(uri string) string {
	if uri == "" {
		return ""
	}
	return fmt.Sprintf(" namespace=%q", uri)
}
