// Package documents knows what is measured: families of schemas, and documents of each, small and large. The large ones are the published
// ones with a part of them repeated.
package documents

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// Family is a schema and documents of it.
type Family struct {
	Name   string
	Schema string // the file, below the root of the module or, with a leading shared/, of the shared inputs
	Import string // the committed package, "" where one is generated for the occasion
	Type   string // the root's Go type
	Root   string // the root's local name, which is its Go name in the peer too
	sample string // the document, like Schema
	repeat string // the tag of what is repeated
	Sizes  []Size
}

// Size is a document of a family.
type Size struct {
	Name  string
	Terms int // status: the number of terms
	Bytes int // else the least number of bytes, 0 for the sample itself
}

// Families lists what is measured, in the order of the table.
var Families = []Family{
	{
		Name: "status", Import: "mvameldinginnsendingstatus/v1", Type: "MvaMeldingInnsendingStatus", Root: "MvaMeldingInnsendingStatus",
		Schema: StatusSchema,
		Sizes:  []Size{{Name: "1", Terms: 1}, {Name: "6", Terms: 6}, {Name: "1000", Terms: 1000}},
	},
	{
		Name: "vatreturn", Import: "skattemeldingformerverdiavgift/v1", Type: "MvaMeldingDto", Root: "MvaMeldingDto",
		Schema: "xsd/schemas/skattemeldingformerverdiavgift/v1/no.skatteetaten.fastsetting.avgift.mva.skattemeldingformerverdiavgift.v1.0.xsd",
		sample: "shared/published/examples/melding/eksempelMedAlleTilfeller.xml", repeat: "mvaSpesifikasjonslinje",
		Sizes: []Size{{Name: "10K"}, {Name: "1M", Bytes: 1 << 20}},
	},
	{
		Name: "ubl", Type: "InvoiceType", Root: "Invoice", Schema: "shared/families/ubl/2.1/maindoc/UBL-Invoice-2.1.xsd",
		sample: "shared/families/ubl/samples/oasis-2.1/UBL-Invoice-2.1-Example.xml", repeat: "cac:InvoiceLine",
		Sizes: []Size{{Name: "20K"}, {Name: "1M", Bytes: 1 << 20}},
	},
	{
		Name: "pain", Type: "Document", Root: "Document", Schema: "shared/families/iso20022-pain.001/pain.001.001.09.xsd",
		sample: "shared/families/iso20022-pain.001/samples/pain.001.001.09.xml", repeat: "CdtTrfTxInf",
		Sizes: []Size{{Name: "3.5K"}, {Name: "1M", Bytes: 1 << 20}},
	},
	{
		Name: "saft", Type: "AuditFile", Root: "AuditFile",
		Schema: "shared/families/saft-financial-no/11-2021-03-17-v1.10-6c831528/Norwegian_SAF-T_Financial_Schema_v_1.10.xsd",
		sample: "shared/families/saft-financial-no/samples/ExampleFile SAF-T Financial_888888888_20180228235959.xml", repeat: "n1:Transaction",
		Sizes: []Size{{Name: "156K"}, {Name: "1M", Bytes: 1 << 20}},
	},
}

// Title is what the table calls the documents of a family.
func (f *Family) Title() string {
	return map[string]string{"status": "status", "vatreturn": "VAT return", "ubl": "UBL Invoice", "pain": "pain.001", "saft": "SAF-T"}[f.Name]
}

// Title is what the table calls a document of this size.
func (s Size) Title() string {
	switch {
	case s.Terms == 1:
		return "1 term"
	case s.Terms > 1:
		return s.Name + " terms"
	}
	return s.Name[:len(s.Name)-1] + " " + s.Name[len(s.Name)-1:] + "B"
}

// Path finds a file of the table above, seen from the root of the main module.
func Path(root, name string) string {
	if rest, shared := cutShared(name); shared {
		return filepath.Join(filepath.Dir(root), "shared", filepath.FromSlash(rest))
	}
	return filepath.Join(root, filepath.FromSlash(name))
}

func cutShared(name string) (string, bool) {
	const prefix = "shared/"
	if len(name) > len(prefix) && name[:len(prefix)] == prefix {
		return name[len(prefix):], true
	}
	return name, false
}

// Document returns the document of this size.
func (f *Family) Document(root string, size Size) ([]byte, error) {
	if f.sample == "" {
		return Status(size.Terms, Plain), nil
	}
	sample, err := f.read(root)
	if err != nil {
		return nil, err
	}
	before, part, after, err := f.split(sample)
	if err != nil {
		return nil, err
	}
	times := 1
	if missing := size.Bytes - len(sample); missing > 0 {
		times += (missing + len(part) - 1) / len(part)
	}
	return bytes.Join([][]byte{before, bytes.Repeat(part, times), after}, nil), nil
}

// Split returns the sample as what comes before the repeated part, the part itself, and what comes after it.
func (f *Family) Split(root string) (before, part, after []byte, err error) {
	sample, err := f.read(root)
	if err != nil {
		return nil, nil, nil, err
	}
	return f.split(sample)
}

func (f *Family) read(root string) ([]byte, error) {
	sample, err := os.ReadFile(Path(root, f.sample))
	return bytes.TrimPrefix(sample, []byte("\ufeff")), err
}

// split cuts from the first start tag of what is repeated to the last end tag. That is balanced, also where the first and the last have
// different parents.
func (f *Family) split(sample []byte) (before, part, after []byte, err error) {
	start := bytes.Index(sample, []byte("<"+f.repeat+">"))
	endTag := []byte("</" + f.repeat + ">")
	end := bytes.LastIndex(sample, endTag)
	if start < 0 || end < start {
		return nil, nil, nil, fmt.Errorf("%s has no element %s to repeat", f.sample, f.repeat)
	}
	end += len(endTag)
	return sample[:start], sample[start:end], sample[end:], nil
}
