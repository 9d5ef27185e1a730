// This file holds what all commands share that read schemas: which ones, and where what they refer to is found.

package main

import (
	"io"
	"slices"

	"github.com/spf13/pflag"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// sources are the schemas that a command is given.
type sources struct {
	schemas  []string
	catalogs []string
}

// add adds the flags --schema and --catalog.
func (s *sources) add(flags *pflag.FlagSet) {
	flags.StringArrayVar(&s.schemas, "schema", nil, "schema document, folder of them, WSDL, or - for standard input; may be repeated")
	s.addCatalog(flags)
}

// addCatalog adds the flag --catalog.
func (s *sources) addCatalog(flags *pflag.FlagSet) {
	flags.StringArrayVar(&s.catalogs, "catalog", nil, "OASIS XML catalog with the places of documents that schemas refer to; may be repeated")
}

// options returns the options for load; in is read where a schema is standard input.
func (s *sources) options(in io.Reader) (load.Options, error) {
	options, err := catalog.Options(nil, s.catalogs...)
	if err != nil {
		return options, err
	}
	given, err := s.texts(in)
	options.Texts = given.Texts
	return options, err
}

// texts are options with standard input, where a schema is that.
func (s *sources) texts(in io.Reader) (load.Options, error) {
	if !slices.Contains(s.schemas, "-") {
		return load.Options{}, nil
	}
	data, err := io.ReadAll(io.LimitReader(in, maxInput))
	return load.Options{Texts: map[string][]byte{"-": data}}, err
}

// maxInput bounds what is read of standard input; the largest published schemas have a few megabytes.
const maxInput = 256 << 20

// load reads the schemas and all that they refer to.
func (s *sources) load(in io.Reader) ([]*load.Document, error) {
	options, err := s.options(in)
	if err != nil {
		return nil, err
	}
	return load.Load(s.schemas, options)
}

// build makes components of the schemas.
func (s *sources) build(in io.Reader) (*schema.Set, error) {
	documents, err := s.load(in)
	if err != nil {
		return nil, err
	}
	return schema.Build(documents)
}
