// This file judges documents by descriptors alone, where no Go types were generated: nothing is kept of what is read.

package codec

import (
	"errors"
	"fmt"
	"io"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Judged stands for the values of every type of a schema that was compiled at run time: a document is judged, and the value stays empty.
type Judged struct{}

// JudgedSchema ties parts together that were made at run time, all of whose types are Judged. Programs that read and write values do not see it.
func JudgedSchema(parts *SchemaParts) *Schema {
	s := new(Schema)
	s.hold(parts)
	parts.tie(s)
	return s
}

// JudgeXML reads an XML document whose root is any global element of the schema, and returns what [UnmarshalXML] would. Memory grows with the depth of the
// document, not with its length, but for what identity constraints and xs:ID keep. unread is what the document type declaration refers to and was not read.
func JudgeXML(s *Schema, input io.Reader, opts ...Option) (unread []xmltext.Unread, err error) {
	r := newReader(opts)
	if r.keptXML == nil {
		r.keptXML = new(xmltext.Reader)
	}
	r.readXML(r.keptXML)
	r.xml.ResetStream(input, r.limits)
	defer func() {
		r.keptXML.Reset(nil, Limits{}) // of the document nothing is kept
		r.release()
	}()
	err = r.readDocument(func() {
		if (xmlCursor{r}).enterAnyRoot(s) != nil {
			r.judge()
		}
	})
	if declared := r.xml.Doctype(); declared != nil {
		unread = declared.Unread
	}
	return unread, err
}

// JudgeJSON reads a JSON text whose value is the element root, and returns what [UnmarshalJSON] would.
func JudgeJSON(s *Schema, input io.Reader, root Name, opts ...Option) error {
	d := s.element(root)
	if d == nil {
		return fmt.Errorf("the schema has no global element %s", root)
	}
	r := emptyReader().begin(opts)
	r.as = root
	r.readJSON(jsontext.NewStreamReader(input, r.limits))
	return r.readDocument(func() {
		r.enterRoot([]*declaration{d}, d.complexType(), nil)
		r.judge()
	})
}

// Lost adds the paths of elements and attributes in XML that the schema knows nothing of at their place to paths, in the order of the document: tolerant reading does not
// keep them. What is within such an element is not listed.
func Lost(paths *[]string) Option {
	return func(o *options) { o.lost = paths }
}

// lose notes that what a deviation is about is not kept.
func (r *Reader) lose(v Violation) {
	if r.lost != nil {
		*r.lost = append(*r.lost, v.Path)
	}
}

// judge reads the current element.
func (r *Reader) judge() {
	w := walker{r: r}
	w.element(0, false)
}

// errJudged says that there is nothing to write.
var errJudged = errors.New("xsd: a document was judged, and nothing of it is kept to be written")

// ReadXSD reads the element at the reader's position.
func (*Judged) ReadXSD(r *XMLReader) error {
	if r.err == nil && r.at != atElement {
		r.misused()
	}
	r.judge()
	return r.err
}

// WriteXSD fails.
func (*Judged) WriteXSD(w *XMLWriter) error {
	w.fail(errJudged)
	return errJudged
}

// Validate fails.
func (*Judged) Validate() error { return errJudged }
