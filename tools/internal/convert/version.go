// This file indexes one version of a schema: components with their Go types.

package convert

import (
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// version is a version with what is looked up in it.
type version struct {
	Version
	types    map[schema.Type]model.Type
	packages map[schema.Type]*model.Package
	byName   map[schema.Name]schema.Type
	elements map[schema.Name]*model.Element
	derived  map[*schema.ComplexType][]*schema.ComplexType // named types by each of their ancestors, itself first
}

func newVersion(v Version) *version {
	indexed := &version{
		Version: v, types: map[schema.Type]model.Type{}, packages: map[schema.Type]*model.Package{}, byName: map[schema.Name]schema.Type{},
		elements: map[schema.Name]*model.Element{}, derived: map[*schema.ComplexType][]*schema.ComplexType{},
	}
	for _, p := range v.Packages {
		for _, t := range p.Types {
			indexed.types[t.Component()], indexed.packages[t.Component()] = t, p
			if name := t.Component().TypeName(); name.Local != "" {
				indexed.byName[name] = t.Component()
			}
			indexed.derive(t)
		}
		for _, e := range p.Elements {
			indexed.elements[e.Component.Name] = e
		}
	}
	return indexed
}

// derive notes a complex type with its ancestors.
func (v *version) derive(t model.Type) {
	s, ok := t.(*model.Struct)
	if !ok {
		return
	}
	for c := s.Definition; c != nil && !c.BuiltIn; c, _ = c.Base.(*schema.ComplexType) {
		v.derived[c] = append(v.derived[c], s.Definition)
	}
}

// extending lists the complex types with names that are derived from a type, in their order, abstract ones aside.
func (v *version) extending(base schema.Type) []*schema.ComplexType {
	var found []*schema.ComplexType
	for _, p := range v.Packages {
		for _, t := range p.Types {
			s, ok := t.(*model.Struct)
			if ok && s.Name.Local != "" && !s.Definition.Abstract && isDerived(s.Definition, base) {
				found = append(found, s.Definition)
			}
		}
	}
	return found
}

// isDerived reports whether a type is derived from another.
func isDerived(t *schema.ComplexType, base schema.Type) bool {
	for at := t.BaseType(); at != nil; at = at.BaseType() {
		if at == base {
			return true
		}
	}
	return false
}

// structOf is the Go struct of a complex type; nil for xs:anyType.
func (v *version) structOf(t schema.Type) *model.Struct {
	s, _ := v.types[t].(*model.Struct)
	return s
}

// ref is the declared Go type of a complex type.
func (v *version) ref(t schema.Type) model.Ref {
	return model.Ref{Package: v.packages[t].Path, Name: v.types[t].Base().GoName}
}

// alias is what the generated code calls a package of the version: by the version's name, with its own where there are several.
func (v *version) alias(p *model.Package) string {
	if p == v.Packages[0] {
		return v.Name
	}
	return v.Name + p.Name
}

// isAlias reports whether generated code calls a package so.
func (g *generator) isAlias(name string) bool {
	for _, v := range []*version{g.old, g.new} {
		for _, p := range v.Packages {
			if v.alias(p) == name {
				return true
			}
		}
	}
	return false
}

// word is what a person calls the schema: the name of its main package.
func (v *version) word() string { return v.Packages[0].Name }

// sources are the schema documents' file names; of many, the first.
func (v *version) sources() string {
	sources := v.Packages[0].Sources
	if len(sources) == 0 {
		return v.Name
	}
	return sources[0]
}

// identifier makes a Go identifier of the name of a version: other signs become underscores.
func identifier(name string) string {
	word := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return '_'
	}, name)
	if !token.IsIdentifier(word) || slices.Contains(ownNames, word) {
		word = "v" + word
	}
	return word
}

// PackageName is the name of the package that converts from a version, such as fromv1.
func PackageName(old string) string { return "from" + strings.ReplaceAll(identifier(old), "_", "") }

// VersionName is what generated code may call the version whose package is at an import path: its last segment.
func VersionName(importPath string) string { return identifier(path.Base(importPath)) }

// localNames lists names for people; of many, the first.
func localNames(list []schema.Name) string {
	const most = 12
	words := []string{}
	for i, name := range list {
		if i == most {
			words = append(words, "and "+strconv.Itoa(len(list)-most)+" more")
			break
		}
		words = append(words, name.Local)
	}
	return strings.Join(words, ", ")
}
