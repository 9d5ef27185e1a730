// This file gives built-in datatypes the Go types that types: of the configuration says.

package model

import (
	"go/token"
	"math"
	"math/big"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Own is a type of the user's that stands for a built-in datatype. Generated types embed it.
type Own struct {
	Local         string // name of the datatype
	Package, Name string
	Alias         string // what generated code calls the package
	Parse         Ref    // a function; zero: UnmarshalText of the type
	Format        Ref    // a function, or without package a method; zero: MarshalText of the type
	Position      diag.Position
}

// Wrapper is the generated type of fields whose datatype is a built-in one with a type of the user's.
type Wrapper struct {
	GoName     string
	Path       string
	Definition *schema.SimpleType
	Own        *Own
}

// OwnOf is the user's type that a generated one embeds which stands for a built-in datatype; nil for others.
func OwnOf(packages []*Package, r Ref) *Own {
	for _, p := range packages {
		for _, w := range p.Wrappers {
			if p.Path == r.Package && w.GoName == r.Name {
				return w.Own
			}
		}
	}
	return nil
}

// ownTypes are the entries of types:, by the name of the datatype.
type ownTypes struct {
	integers map[string]string // to int64 or uint64
	own      map[string]*Own
}

// integerTypes are the built-in types of integers without bounds on both sides.
var integerTypes = []string{"integer", "nonPositiveInteger", "negativeInteger", "nonNegativeInteger", "positiveInteger"}

// newOwnTypes takes the entries of types:, and reports those that cannot be.
func newOwnTypes(c Config) (*ownTypes, diag.Problems) {
	t := &ownTypes{integers: map[string]string{}, own: map[string]*Own{}}
	var problems diag.Problems
	for _, entry := range c.Types {
		local, message := datatype(entry.Name)
		if message == "" {
			message = t.add(local, entry)
		}
		if message != "" {
			problems.Addf(entry.Position, "", "types: %s: %s", entry.Name, message)
		}
	}
	return t, problems
}

// datatype returns the local name of a built-in datatype that can have a type of its own, or says why it cannot.
func datatype(name string) (local, message string) {
	local, ok := strings.CutPrefix(name, "xs:")
	t := xsd.BuiltIn(local)
	switch {
	case !ok || t == nil:
		return "", "there is no such built-in datatype; write xs: and its name, as in xs:decimal"
	case local == "QName" || local == "NOTATION":
		return "", "its values mean something only with the prefixes in scope, which a conversion does not see; leave it out"
	case local == "anySimpleType":
		return "", "it has no values of its own; name the types derived from it"
	case builtIn(local).Kind == SliceKind:
		return "", "it is a list; name the type of its items, xs:" + strings.TrimSuffix(strings.Replace(local, "IES", "YS", 1), "S")
	}
	return local, ""
}

// add takes one entry, or says what is wrong with it.
func (t *ownTypes) add(local string, entry config.Type) (message string) {
	if entry.Go == "int64" || entry.Go == "uint64" {
		switch {
		case !slices.Contains(integerTypes, local):
			return entry.Go + " is for xs:" + strings.Join(integerTypes, ", xs:") + "; other types have their size in Go already, or no integers as values"
		case entry.Parse+entry.Format != "":
			return entry.Go + " needs no conversion; leave out parse: and format:"
		}
		t.integers[local] = entry.Go
		return ""
	}
	own := &Own{Local: local, Position: entry.Position}
	var ok bool
	if own.Package, own.Name, ok = qualified(entry.Go); !ok {
		return quoted(entry.Go) + " is no Go type here; it can be a type of some package, such as example.com/money.Amount, or for integers int64 or uint64"
	}
	if slices.Contains(ownMethods, own.Name) {
		return "generated code would embed a type " + own.Name + " beside its own method of that name; give the type another name"
	}
	if own.Alias = importAlias(packageAlias(own.Package)); !t.functions(own, entry, &message) {
		return message
	}
	t.own[local] = own
	return ""
}

// ownMethods are those of the types that embed a type of the user's.
var ownMethods = []string{
	"ReadXSD", "WriteXSD", "Validate", "SimpleType", "Text", "MarshalText", "UnmarshalText", "MarshalJSON", "UnmarshalJSON",
}

// functions takes the conversions of an entry.
func (t *ownTypes) functions(own *Own, entry config.Type, message *string) bool {
	var ok bool
	if entry.Parse != "" {
		if own.Parse.Package, own.Parse.Name, ok = qualified(entry.Parse); !ok {
			*message = "parse: " + quoted(entry.Parse) + " is no function of some package; write one such as example.com/money.Parse, which returns a value and an error"
			return false
		}
	}
	switch {
	case entry.Format == "":
	case token.IsIdentifier(entry.Format) && token.IsExported(entry.Format):
		own.Format.Name = entry.Format
	default:
		if own.Format.Package, own.Format.Name, ok = qualified(entry.Format); !ok {
			*message = "format: " + quoted(entry.Format) + " is neither a method such as String nor a function such as example.com/money.Format"
			return false
		}
	}
	return true
}

// quoted is a text of the configuration in a message.
func quoted(text string) string { return "\"" + text + "\"" }

// importPath is what an import path looks like.
var importPath = regexp.MustCompile(`^[A-Za-z0-9_~][A-Za-z0-9._~+-]*(/[A-Za-z0-9._~+-]+)*$`)

// qualified splits an import path and a name.
func qualified(text string) (importedFrom, name string, ok bool) {
	i := strings.LastIndexByte(text, '.')
	if i < 0 {
		return "", "", false
	}
	importedFrom, name = text[:i], text[i+1:]
	return importedFrom, name, importPath.MatchString(importedFrom) && token.IsIdentifier(name) && token.IsExported(name)
}

// packageAlias is the name that a package is likely to have.
func packageAlias(importedFrom string) string {
	base := path.Base(importedFrom)
	if strings.Trim(base, "v0123456789") == "" && path.Dir(importedFrom) != "." {
		base = path.Base(path.Dir(importedFrom))
	}
	if name := ascii(base); isPackageName(name) {
		return name
	}
	return "ownpkg"
}

// form returns the Go form of a simple type: that of its built-in ancestor, or what types: says of it. Enumerations stay as they are: their values
// are declared.
func (t *ownTypes) form(s *schema.SimpleType) BuiltIn {
	local := ancestor(s).Name.Local
	form := builtIn(local)
	if own := t.own[local]; own != nil && len(s.Runtime.Enumeration()) == 0 {
		return BuiltIn{Local: local, Kind: OwnKind, Runtime: own.Name, Own: own}
	}
	switch goName := t.integer(local); {
	case goName == "int64" && fits(s, big.NewInt(math.MinInt64), big.NewInt(math.MaxInt64)):
		return BuiltIn{Local: local, Kind: NumberKind, Basic: goName, Runtime: "Long"}
	case goName == "uint64" && fits(s, new(big.Int), maxUint64):
		return BuiltIn{Local: local, Kind: NumberKind, Basic: goName, Runtime: "UnsignedLong"}
	}
	return form
}

var maxUint64 = new(big.Int).SetUint64(math.MaxUint64)

// integer returns what types: says of a built-in type of integers, or of the next one that it is derived from.
func (t *ownTypes) integer(local string) string {
	if !slices.Contains(integerTypes, local) {
		return ""
	}
	for b := xsd.BuiltIn(local); b != nil; b = b.Base() {
		if goName := t.integers[b.Name().Local]; goName != "" {
			return goName
		}
	}
	return ""
}

// fits reports whether the facets of a type of integers keep its values between two numbers.
func fits(s *schema.SimpleType, least, most *big.Int) bool {
	low, high := bounds(s.Runtime)
	return low != nil && high != nil && low.Cmp(least) >= 0 && high.Cmp(most) <= 0
}

// bounds returns numbers between which the values of a type of integers are, nil where no facet says one.
func bounds(t *xsd.SimpleType) (low, high *big.Int) {
	raise := func(n *big.Int) {
		if low == nil || n.Cmp(low) > 0 {
			low = n
		}
	}
	lower := func(n *big.Int) {
		if high == nil || n.Cmp(high) < 0 {
			high = n
		}
	}
	for _, f := range t.Facets() {
		n, ok := new(big.Int).SetString(strings.TrimPrefix(t.Normalize(f.Value), "+"), 10)
		if !ok {
			continue
		}
		switch f.Kind {
		case xsd.FacetMinInclusive:
			raise(n)
		case xsd.FacetMinExclusive:
			raise(n.Add(n, big.NewInt(1)))
		case xsd.FacetMaxInclusive:
			lower(n)
		case xsd.FacetMaxExclusive:
			lower(n.Sub(n, big.NewInt(1)))
		case xsd.FacetTotalDigits:
			if !n.IsInt64() || n.Int64() > maxDigits {
				continue
			}
			most := new(big.Int).Exp(big.NewInt(10), n, nil)
			most.Sub(most, big.NewInt(1))
			lower(most)
			raise(new(big.Int).Neg(most))
		}
	}
	return low, high
}

// maxDigits is a number of digits that no Go integer has.
const maxDigits = 30

// wrapper returns the type of fields of a package whose datatype is a built-in one with a type of the user's; it is declared where it is first used.
func (b *builder) wrapper(p *Package, t *schema.SimpleType, own *Own) Ref {
	path := "xs:" + own.Local
	name := b.namer.choose(path, Identifier(own.Local))
	if !slices.ContainsFunc(p.Wrappers, func(w *Wrapper) bool { return w.Own == own }) {
		p.Wrappers = append(p.Wrappers, &Wrapper{GoName: name, Path: path, Definition: t, Own: own})
	}
	return Ref{Package: p.Path, Name: name}
}
