// Package proof runs converting packages on documents, for the tests of package convert: a program that is generated around them hands its roots over.
package proof

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Job is a document and the name of the pair of versions that it is for.
type Job struct {
	Pair, Document string
}

// Loss is a Loss of any converting package.
type Loss struct{ Path, Reason, Text string }

// Answer is what came of a document.
type Answer struct {
	Before string // the old value as XML
	After  string // the new one
	Losses []Loss
	Fault  string // what the new version says of it; empty for nothing
	Broken string // what kept the document from being converted
}

// Root is a converting function.
type Root struct {
	Name xsd.Name // of the old element
	run  func(document []byte) Answer
}

// Of makes a root of a converting function and the names of the element in both versions.
func Of[A, B, L any, PA interface {
	*A
	xsd.XMLValue
}, PB interface {
	*B
	xsd.XMLValue
}](before, after xsd.Name, convert func(PA) (PB, []L), loss func(L) Loss,
) Root {
	return Root{Name: before, run: func(document []byte) Answer {
		var old A
		if err := xsd.UnmarshalXML(document, PA(&old), xsd.As(before)); err != nil {
			return Answer{Broken: "reading: " + err.Error()}
		}
		written, err := xsd.MarshalXML(PA(&old), xsd.As(before))
		if err != nil {
			return Answer{Broken: "writing the old value: " + err.Error()}
		}
		to, losses := convert(&old)
		answer := Answer{Before: string(written)}
		for _, l := range losses {
			answer.Losses = append(answer.Losses, loss(l))
		}
		if nothing, lost := convert(nil); nothing != nil || len(lost) > 0 {
			answer.Broken = "of no document it made one"
		}
		if again, err := xsd.MarshalXML(PA(&old), xsd.As(before)); err != nil || string(again) != string(written) {
			answer.Broken = fmt.Sprintf("the old value was changed: %v\n%s", err, again)
		}
		if _, err := xsd.MarshalXML(to, xsd.As(after)); err != nil {
			answer.Fault = err.Error()
		}
		data, err := xsd.MarshalXML(to, xsd.As(after), xsd.Unchecked())
		if err != nil {
			answer.Fault += " writing unchecked: " + err.Error()
		}
		answer.After = string(data)
		return answer
	}}
}

// Run answers jobs, one line of JSON each.
func Run(in io.Reader, out io.Writer, pairs map[string][]Root) error {
	decoder, buffered := json.NewDecoder(in), bufio.NewWriter(out)
	encoder := json.NewEncoder(buffered)
	for {
		var job Job
		if err := decoder.Decode(&job); err == io.EOF {
			return buffered.Flush()
		} else if err != nil {
			return err
		}
		if err := encoder.Encode(answer(pairs[job.Pair], job.Document)); err != nil {
			return err
		}
	}
}

// answer converts a document by the function for its root.
func answer(roots []Root, document string) Answer {
	name, err := rootOf(document)
	if err != nil {
		return Answer{Broken: "no root: " + err.Error()}
	}
	for _, root := range roots {
		if root.Name == name {
			return root.run([]byte(document))
		}
	}
	return Answer{Broken: "no function for the root " + name.String()}
}

// rootOf returns the expanded name of a document's root.
func rootOf(document string) (xsd.Name, error) {
	for decoder := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := decoder.Token()
		if err != nil {
			return xsd.Name{}, err
		}
		if start, ok := token.(xml.StartElement); ok {
			return xsd.Name{Space: start.Name.Space, Local: start.Name.Local}, nil
		}
	}
}
