// This file holds xsdgen vendor.

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/mirror"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/outfile"
)

// vendorFlags are the flags of vendor.
type vendorFlags struct {
	sources
	out      string
	fetch    bool
	hosts    []string
	maxBytes int64
	timeout  time.Duration
	update   bool
	check    bool
}

func vendorCommand() *cobra.Command {
	var flags vendorFlags
	command := &cobra.Command{
		Use:   "vendor --schema FILE --out DIR",
		Short: "Copy what a schema refers to into a folder, with a catalog and a lock",
		Long: `Copy the documents that a schema refers to by address or namespace into a folder, and write catalog.xml, which leads to
the copies, and vendor.lock, which holds the sha256 of each. With --catalog DIR/catalog.xml every command then finds them without a
network. Documents that lie beside the schema stay where they are.

They are taken from the catalogs given and, with --fetch, over HTTP: from the hosts that the schema itself names and those given by
--host. Redirects are shown. What the folder has as locked is not fetched again; a document that is not the locked one is refused,
unless --update is given.

--check compares the folder with its lock and with what the schema refers to, and writes nothing.

Exit codes: 0 done, 1 --check found a difference, 2 could not do the work.`,
		Example: `  xsdgen vendor --schema order.xsd --out vendored --fetch
  xsdgen generate --schema order.xsd --catalog vendored/catalog.xml --package order --out order
  xsdgen vendor --schema order.xsd --out vendored --check`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return flags.run(cmd) },
	}
	f := command.Flags()
	flags.add(f)
	f.StringVar(&flags.out, "out", "", "folder for the copies")
	f.BoolVar(&flags.fetch, "fetch", false, "fetch what no catalog has")
	f.StringSliceVar(&flags.hosts, "host", nil, "host that may be asked, beside those that the schema names; may be repeated")
	f.Int64Var(&flags.maxBytes, "max-bytes", 32<<20, "the most bytes of a document that is fetched")
	f.DurationVar(&flags.timeout, "timeout", time.Minute, "the most time for a document that is fetched")
	f.BoolVar(&flags.update, "update", false, "fetch again what the folder has, and take what has changed")
	f.BoolVar(&flags.check, "check", false, "compare the folder with its lock and the schema, and write nothing")
	return command
}

func (f *vendorFlags) run(cmd *cobra.Command) error {
	switch {
	case len(f.schemas) == 0 || f.out == "":
		return errors.New("say for which schema, and into which folder: xsdgen vendor --schema FILE --out DIR")
	case f.check && (f.fetch || f.update):
		return errors.New("--check writes nothing and asks nobody: leave out --fetch and --update, or --check")
	case f.update && !f.fetch:
		return errors.New("--update fetches again: give --fetch too")
	}
	lock, err := f.lock()
	if err != nil {
		return err
	}
	if f.check {
		return f.compare(cmd.InOrStdin(), cmd.OutOrStdout(), lock)
	}
	folder, err := f.folder(cmd, lock)
	if err != nil {
		return err
	}
	return f.write(cmd.OutOrStdout(), folder, lock)
}

// lock reads the lock of an earlier run; there need not be one.
func (f *vendorFlags) lock() (mirror.Lock, error) {
	file := filepath.Join(f.out, mirror.LockName)
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return mirror.ParseLock(file, data)
}

// folder loads the schema and plans the copies.
func (f *vendorFlags) folder(cmd *cobra.Command, lock mirror.Lock) (*mirror.Folder, error) {
	options, err := f.options(cmd.InOrStdin())
	if err != nil {
		return nil, err
	}
	failed := map[string]error{}
	if f.fetch {
		fetcher, err := f.fetcher(cmd.ErrOrStderr(), options, lock)
		if err != nil {
			return nil, err
		}
		options.Fetch = func(address string) ([]byte, error) {
			data, err := fetcher.Fetch(address)
			if err != nil {
				failed[address] = err
			}
			return data, err
		}
	}
	documents, err := load.Load(f.schemas, options)
	if err != nil {
		return nil, err
	}
	if err := f.missing(cmd.ErrOrStderr(), documents, failed); err != nil {
		return nil, err
	}
	return mirror.Of(documents), nil
}

// fetcher makes a fetcher that may ask the hosts that the given schemas name.
func (f *vendorFlags) fetcher(errs io.Writer, options load.Options, lock mirror.Lock) (*mirror.Fetcher, error) {
	documents, err := load.Load(f.schemas, options)
	if err != nil {
		return nil, err
	}
	fetcher := &mirror.Fetcher{
		Hosts: slices.Clone(f.hosts), MaxBytes: f.maxBytes, Timeout: f.timeout, Lock: lock, Folder: os.DirFS(f.out),
		Tell: func(message string) { fmt.Fprintln(errs, message) },
	}
	if f.update {
		fetcher.Lock = nil
	}
	for _, doc := range documents {
		for _, ref := range doc.References {
			if address, err := url.Parse(ref.Address); err == nil && address.Host != "" {
				fetcher.Hosts = append(fetcher.Hosts, address.Host)
			}
		}
	}
	return fetcher, nil
}

// missing reports references that led nowhere, and tells where a built-in schema stands in for what could not be fetched.
func (f *vendorFlags) missing(errs io.Writer, documents []*load.Document, failed map[string]error) error {
	var problems diag.Problems
	for _, doc := range documents {
		for _, ref := range doc.References {
			switch {
			case ref.Target == nil && ref.Location != "":
				problems.Addf(ref.Element.Position, "", "%s", ref.Unresolved)
			case ref.Target != nil && ref.Target.BuiltIn && failed[ref.Address] != nil:
				fmt.Fprintf(errs, "note: %s: %v; the schema that is built in is used\n", ref.Address, failed[ref.Address])
			}
		}
	}
	return problems.Err()
}

// write writes the folder, and removes what was locked and is no longer needed.
func (f *vendorFlags) write(out io.Writer, folder *mirror.Folder, lock mirror.Lock) error {
	written := map[string]bool{}
	for _, c := range folder.Copies {
		written[c.Path] = true
		name := filepath.Join(f.out, filepath.FromSlash(c.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := outfile.Write(name, c.Data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %s\n", c.Path, c.Name)
	}
	for stale := range lock {
		if !written[stale] {
			if err := os.Remove(filepath.Join(f.out, filepath.FromSlash(stale))); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return err
	}
	if err := outfile.Write(filepath.Join(f.out, mirror.CatalogName), folder.Catalog(), 0o644); err != nil {
		return err
	}
	return outfile.Write(filepath.Join(f.out, mirror.LockName), folder.Lock(), 0o644)
}

// compare says what in the folder is not as locked, and what the schema refers to and the folder does not have.
func (f *vendorFlags) compare(in io.Reader, out io.Writer, lock mirror.Lock) error {
	if lock == nil {
		return fmt.Errorf("%s has no %s; run xsdgen vendor first", f.out, mirror.LockName)
	}
	faults, err := lock.Compare(os.DirFS(f.out))
	if err != nil {
		return err
	}
	f.catalogs = []string{filepath.Join(f.out, mirror.CatalogName)}
	documents, err := f.load(in)
	if err != nil {
		return err
	}
	for _, doc := range documents {
		for _, ref := range doc.References {
			if ref.Target == nil && ref.Location != "" {
				faults = append(faults, fmt.Sprintf("%s: %s is not in the folder", ref.Element.Position, ref.Location))
			}
		}
	}
	for _, fault := range faults {
		fmt.Fprintln(out, strings.TrimSpace(fault))
	}
	if len(faults) > 0 {
		return exitStatus(exitFound)
	}
	return nil
}
