// This file measures SAF-T files of many megabytes: ranged over, and validated by the command.

package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/documents"
)

const rangeOver = `
	debug.SetGCPercent(200)
	file, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	count := 0
	for _, err := range xsd.Range[PKG.ITEM](file, PKG.AuditFileElement, "GeneralLedgerEntries/Journal/Transaction") {
		if err != nil {
			panic(err)
		}
		count++
	}
	fmt.Println(count)`

const readWhole = `
	debug.SetGCPercent(400)
	document, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	start := measure.CPU()
	for range 10 {
		if err := xsd.UnmarshalXML(document, new(ROOT)); err != nil {
			panic(err)
		}
	}
	fmt.Println(int64(measure.CPU()-start) / 10)`

var itemType = regexp.MustCompile(`\tTransaction \[\](\w+) `)

// overRange compares Range over a huge file with UnmarshalXML of ten megabytes.
func overRange(b *builder) (string, error) {
	f := familyOf("saft")
	if _, err := b.packageOf(f); err != nil {
		return "", err
	}
	item, err := b.itemOf("saft")
	if err != nil {
		return "", err
	}
	ranging, err := b.small("range/saft", f, "\n\t\"fmt\"\n\t\"os\"\n\t\"runtime/debug\"", strings.ReplaceAll(rangeOver, "ITEM", item))
	if err != nil {
		return "", err
	}
	whole, err := b.small("whole/saft", f, "\n\t\"fmt\"\n\t\"os\"\n\t\"runtime/debug\"\n\t\""+module+"/tools/bench/internal/measure\"", readWhole)
	if err != nil {
		return "", err
	}
	huge, small := filepath.Join(filepath.Dir(ranging), "huge.xml"), filepath.Join(filepath.Dir(whole), "small.xml")
	defer os.Remove(huge)
	if err := writeHuge(b, f, huge, b.megabytes); err != nil {
		return "", err
	}
	if err := writeHuge(b, f, small, 10); err != nil {
		return "", err
	}
	rounds := make([]rangeRound, rangeRounds)
	for i := range rounds { // in turns, as a machine may change its speed
		if rounds[i], err = b.rangeRound(ranging, huge, whole, small); err != nil {
			return "", err
		}
	}
	slices.SortFunc(rounds, func(a, c rangeRound) int { return cmp.Compare(a.ratio(), c.ratio()) })
	m := rounds[rangeRounds/2]
	return fmt.Sprintf("%d MB at %.0f MB/s, %.2f of the speed of UnmarshalXML of 10 MB (%.0f MB/s), in %.1f MB of memory, with GOGC=200; the middle of %d rounds",
		b.megabytes, m.speed, m.ratio(), m.wholeSpeed, megabytes(m.memory), rangeRounds), nil
}

// rangeRounds is how often Range and UnmarshalXML are measured.
const rangeRounds = 5

// rangeRound is what was measured of both, one after the other, in megabytes for each second; and the memory of Range.
type rangeRound struct {
	speed, wholeSpeed float64
	memory            int64
}

func (r rangeRound) ratio() float64 { return r.speed / r.wholeSpeed }

func (b *builder) rangeRound(ranging, huge, whole, small string) (rangeRound, error) {
	read, err := b.process(nil, b.root, whole, small)
	if err != nil {
		return rangeRound{}, err
	}
	nanoseconds, err := strconv.ParseFloat(strings.TrimSpace(read.out), 64)
	if err != nil {
		return rangeRound{}, err
	}
	ranged, err := b.process(nil, b.root, ranging, huge)
	return rangeRound{speed: float64(b.megabytes) / ranged.cpu.Seconds(), wholeSpeed: 10 / (nanoseconds / 1e9), memory: ranged.memory}, err
}

// itemOf returns the Go type of a transaction, which its name alone does not tell.
func (b *builder) itemOf(name string) (string, error) {
	files, err := filepath.Glob(filepath.Join(b.generated, name, "*.go"))
	if err != nil {
		return "", err
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		if m := itemType.FindSubmatch(source); m != nil {
			return string(m[1]), nil
		}
	}
	return "", fmt.Errorf("the package %s has no field Transaction", name)
}

// writeHuge writes the family's sample with its part repeated to so many megabytes.
func writeHuge(b *builder, f documents.Family, name string, size int) error {
	before, part, after, err := f.Split(b.root)
	if err != nil {
		return err
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	_, _ = out.Write(before)
	for written := len(before); written < size*1e6; written += len(part) {
		_, _ = out.Write(part)
	}
	_, _ = out.Write(after)
	if err := out.Flush(); err != nil { // which tells of all that went wrong
		return err
	}
	return file.Close()
}

// validate compares xsdgen validate with xmllint --stream.
func validate(b *builder) (string, error) {
	f := familyOf("saft")
	schema := documents.Path(b.root, f.Schema)
	huge := filepath.Join(b.generated, "validated.xml")
	defer os.Remove(huge)
	if err := writeHuge(b, f, huge, b.megabytes); err != nil {
		return "", err
	}
	ours, err := b.process(nil, b.root, b.xsdgen, "validate", "--schema", schema, huge)
	if err != nil {
		return "", err
	}
	said := fmt.Sprintf("%d MB at %.0f MB/s in %.1f MB of memory", b.megabytes, float64(b.megabytes)/ours.cpu.Seconds(), megabytes(ours.memory))
	if _, err := exec.LookPath("xmllint"); err != nil {
		return said + "; NOT MEASURED: xmllint is missing (apt-get install libxml2-utils)", nil
	}
	theirs, err := b.process(nil, b.root, "xmllint", "--stream", "--noout", "--schema", schema, huge)
	if err != nil {
		return "", err
	}
	return said + fmt.Sprintf("; xmllint --stream takes %.2f times as long, in %.1f MB", theirs.cpu.Seconds()/ours.cpu.Seconds(), megabytes(theirs.memory)), nil
}
