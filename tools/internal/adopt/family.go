// This file finds the family that a schema belongs to, and which version of it it is.

package adopt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
)

// family is the versions of one schema, in their order.
type family struct {
	name     string
	editions []*edition
}

// edition is a version that is filed.
type edition struct {
	version version
	config  *config.Config
	schema  *incoming
}

// readFamilies reads all families below a directory: <name>/<version>/xsdgen.yaml.
func readFamilies(dir string) ([]*family, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, noDirectory{slashed(dir)}
	}
	if err != nil {
		return nil, err
	}
	var families []*family
	for _, entry := range entries {
		f := &family{name: entry.Name()}
		if err := f.read(filepath.Join(dir, entry.Name())); err != nil {
			return nil, err
		}
		if len(f.editions) > 0 {
			families = append(families, f)
		}
	}
	return families, nil
}

// noDirectory says that there are no schema versions yet.
type noDirectory struct{ dir string }

func (n noDirectory) Error() string {
	return n.dir + ": there is no such directory; file the first version of a schema with --first, or say with --schemas where the schema versions are"
}

// Unwrap makes it one of the errors of a file that is not there.
func (noDirectory) Unwrap() error { return fs.ErrNotExist }

func (f *family) read(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "v*", configName))
	if err != nil {
		return err
	}
	for _, file := range files {
		v, err := parseVersion(filepath.Base(filepath.Dir(file)))
		if err != nil {
			continue // another directory than a version's
		}
		e := &edition{version: v}
		if e.config, err = readConfig(file); err != nil {
			return err
		}
		if e.schema, err = readIncoming(filepath.Join(e.config.Dir(), e.config.Schemas[0]), catalogsOf(e.config)); err != nil {
			return err
		}
		f.editions = append(f.editions, e)
	}
	slices.SortFunc(f.editions, func(a, b *edition) int { return a.version.compare(b.version) })
	return nil
}

// before returns the latest version before v, or nil.
func (f *family) before(v version) *edition {
	var found *edition
	for _, e := range f.editions {
		if e.version.compare(v) < 0 {
			found = e
		}
	}
	return found
}

// chooseFamily finds the one family asked for by name, or whose namespace is the schema's but for the version, or whose name is in the file's.
func (a *adoption) chooseFamily(families []*family) (*family, error) {
	var names []string
	for _, f := range families {
		names = append(names, f.name)
	}
	for _, matches := range []func(*family) bool{a.isNamed, a.hasNamespace, a.hasName} {
		var found []*family
		for _, f := range families {
			if matches(f) {
				found = append(found, f)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return nil, fmt.Errorf("%s could be of %s or %s; say which with --name", a.File, found[0].name, found[1].name)
		case a.Name != "":
			return nil, fmt.Errorf("%s has no family %s; it has %s; file a first version with --first", slashed(a.Schemas), a.Name, strings.Join(names, ", "))
		}
	}
	return nil, fmt.Errorf("%s has no family with namespace %s in any version; it has %s; say with --name which it belongs to, or file a first version with --first",
		slashed(a.Schemas), stem(a.schema.namespace), strings.Join(names, ", "))
}

func (a *adoption) isNamed(f *family) bool { return f.name == a.Name }

func (a *adoption) hasNamespace(f *family) bool {
	return a.schema.namespace != "" && slices.ContainsFunc(f.editions, func(e *edition) bool { return stem(e.schema.namespace) == stem(a.schema.namespace) })
}

func (a *adoption) hasName(f *family) bool {
	base := strings.ToLower(strings.TrimSuffix(filepath.Base(a.File), filepath.Ext(a.File)))
	return slices.Contains(strings.FieldsFunc(base, func(r rune) bool { return r == '.' || r == '-' || r == '_' }), strings.ToLower(f.name))
}

// chooseVersion takes the version asked for, that under which the same schema is filed already, or the one the schema says.
func (a *adoption) chooseVersion() (version, error) {
	if a.Version != "" {
		return parseVersion(a.Version)
	}
	for _, e := range a.family.editions {
		if e.schema.equal(a.schema) {
			return e.version, nil
		}
	}
	said, by, ok := saidVersion(a.schema.namespace, a.schema.version)
	if !ok {
		return nil, fmt.Errorf("%s does not say its version, neither in its namespace, as in :v2, nor in its version attribute; give it with --version, such as %s", a.File, a.proposal())
	}
	for _, e := range a.family.editions {
		inPlace := by != byAttribute && e.schema.namespace == a.schema.namespace
		if inPlace || e.version.compare(said) == 0 {
			return nil, fmt.Errorf("%s has the namespace and version of %s %s and is another schema: it was edited in place; give its version with the day it was published: --version %s",
				a.File, a.family.name, e.version, editedInPlace(e.version))
		}
	}
	if by == byForm {
		a.stepf("version %s: read from the namespace %s; where that is wrong, take away what follows and give --version", said, a.schema.namespace)
	}
	return said, nil
}

// proposal is a version after all that are filed.
func (a *adoption) proposal() string {
	if len(a.family.editions) == 0 {
		return version{1}.String()
	}
	last := a.family.editions[len(a.family.editions)-1].version
	return version{last[0] + 1}.String()
}

// editedInPlace is the form of a version that has an old version's namespace.
func editedInPlace(v version) string { return v[:1].String() + "_YYYYMMDD" }

// catalogsOf are the catalogs of a configuration as seen from the working directory.
func catalogsOf(c *config.Config) []string {
	files := make([]string, len(c.Catalogs))
	for i, file := range c.Catalogs {
		if files[i] = file; !filepath.IsAbs(file) {
			files[i] = filepath.Join(c.Dir(), file)
		}
	}
	return files
}
