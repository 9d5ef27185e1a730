// This file reads and writes the built-in types whose values are strings, and lists of them.

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

// ReadXSD reads the value at the reader's position.
func (v *String) ReadXSD(r *XMLReader) error {
	*v = String(r.Text(typeString))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *String) WriteXSD(w *XMLWriter) error { return w.Text(typeString, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *String) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *NormalizedString) ReadXSD(r *XMLReader) error {
	*v = NormalizedString(r.Text(typeNormalizedString))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *NormalizedString) WriteXSD(w *XMLWriter) error {
	return w.Text(typeNormalizedString, string(*v))
}

// Validate returns nil exactly when the value is of the type.
func (v *NormalizedString) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Token) ReadXSD(r *XMLReader) error {
	*v = Token(r.Text(typeToken))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Token) WriteXSD(w *XMLWriter) error { return w.Text(typeToken, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *Token) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Language) ReadXSD(r *XMLReader) error {
	*v = Language(r.Text(typeLanguage))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Language) WriteXSD(w *XMLWriter) error { return w.Text(typeLanguage, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *Language) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *NMTOKEN) ReadXSD(r *XMLReader) error {
	*v = NMTOKEN(r.Text(typeNMTOKEN))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *NMTOKEN) WriteXSD(w *XMLWriter) error { return w.Text(typeNMTOKEN, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *NMTOKEN) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *XMLName) ReadXSD(r *XMLReader) error {
	*v = XMLName(r.Text(typeXMLName))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *XMLName) WriteXSD(w *XMLWriter) error { return w.Text(typeXMLName, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *XMLName) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *NCName) ReadXSD(r *XMLReader) error {
	*v = NCName(r.Text(typeNCName))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *NCName) WriteXSD(w *XMLWriter) error { return w.Text(typeNCName, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *NCName) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *ID) ReadXSD(r *XMLReader) error {
	*v = ID(r.Text(typeID))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *ID) WriteXSD(w *XMLWriter) error { return w.Text(typeID, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *ID) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *IDREF) ReadXSD(r *XMLReader) error {
	*v = IDREF(r.Text(typeIDREF))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *IDREF) WriteXSD(w *XMLWriter) error { return w.Text(typeIDREF, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *IDREF) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *ENTITY) ReadXSD(r *XMLReader) error {
	*v = ENTITY(r.Text(typeENTITY))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *ENTITY) WriteXSD(w *XMLWriter) error { return w.Text(typeENTITY, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *ENTITY) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *AnyURI) ReadXSD(r *XMLReader) error {
	*v = AnyURI(r.Text(typeAnyURI))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *AnyURI) WriteXSD(w *XMLWriter) error { return w.Text(typeAnyURI, string(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *AnyURI) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *NMTOKENS) ReadXSD(r *XMLReader) error {
	*v = splitItems[NMTOKEN](r.Text(typeNMTOKENS))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *NMTOKENS) WriteXSD(w *XMLWriter) error { return w.Text(typeNMTOKENS, v.String()) }

// Validate returns nil exactly when the value is of the type.
func (v *NMTOKENS) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *IDREFS) ReadXSD(r *XMLReader) error {
	*v = splitItems[IDREF](r.Text(typeIDREFS))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *IDREFS) WriteXSD(w *XMLWriter) error { return w.Text(typeIDREFS, v.String()) }

// Validate returns nil exactly when the value is of the type.
func (v *IDREFS) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *ENTITIES) ReadXSD(r *XMLReader) error {
	*v = splitItems[ENTITY](r.Text(typeENTITIES))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *ENTITIES) WriteXSD(w *XMLWriter) error { return w.Text(typeENTITIES, v.String()) }

// Validate returns nil exactly when the value is of the type.
func (v *ENTITIES) Validate() error { return Validate(v) }

// splitItems makes a list of a collapsed text.
func splitItems[S ~string](text string) []S {
	var items []S
	for word, rest := simple.FirstWord(text); word != ""; word, rest = simple.FirstWord(rest) {
		items = append(items, S(word))
	}
	return items
}
