// This file reads and writes the built-in types that are structs keeping their text. Generated types embed them and call ReadAs
// and WriteAs with their own descriptor.

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

// ReadAs reads a value of type t, which is derived from xs:date.
func (v *Date) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *Date) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *Date) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeDate)
}

// WriteXSD writes the value at the writer's position.
func (v *Date) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeDate) }

// Validate returns nil exactly when the value is of the type.
func (v *Date) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:dateTime.
func (v *DateTime) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *DateTime) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *DateTime) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeDateTime)
}

// WriteXSD writes the value at the writer's position.
func (v *DateTime) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeDateTime) }

// Validate returns nil exactly when the value is of the type.
func (v *DateTime) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:time.
func (v *Time) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *Time) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *Time) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeTime)
}

// WriteXSD writes the value at the writer's position.
func (v *Time) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeTime) }

// Validate returns nil exactly when the value is of the type.
func (v *Time) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:gYear.
func (v *GYear) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *GYear) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *GYear) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeGYear)
}

// WriteXSD writes the value at the writer's position.
func (v *GYear) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeGYear) }

// Validate returns nil exactly when the value is of the type.
func (v *GYear) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:gYearMonth.
func (v *GYearMonth) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *GYearMonth) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *GYearMonth) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeGYearMonth)
}

// WriteXSD writes the value at the writer's position.
func (v *GYearMonth) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeGYearMonth) }

// Validate returns nil exactly when the value is of the type.
func (v *GYearMonth) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:gMonth.
func (v *GMonth) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *GMonth) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *GMonth) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeGMonth)
}

// WriteXSD writes the value at the writer's position.
func (v *GMonth) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeGMonth) }

// Validate returns nil exactly when the value is of the type.
func (v *GMonth) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:gMonthDay.
func (v *GMonthDay) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *GMonthDay) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *GMonthDay) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeGMonthDay)
}

// WriteXSD writes the value at the writer's position.
func (v *GMonthDay) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeGMonthDay) }

// Validate returns nil exactly when the value is of the type.
func (v *GMonthDay) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:gDay.
func (v *GDay) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *GDay) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *GDay) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeGDay)
}

// WriteXSD writes the value at the writer's position.
func (v *GDay) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeGDay) }

// Validate returns nil exactly when the value is of the type.
func (v *GDay) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:duration.
func (v *Duration) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *Duration) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *Duration) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeDuration)
}

// WriteXSD writes the value at the writer's position.
func (v *Duration) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeDuration) }

// Validate returns nil exactly when the value is of the type.
func (v *Duration) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:hexBinary.
func (v *HexBinary) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *HexBinary) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *HexBinary) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeHexBinary)
}

// WriteXSD writes the value at the writer's position.
func (v *HexBinary) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeHexBinary) }

// Validate returns nil exactly when the value is of the type.
func (v *HexBinary) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:base64Binary.
func (v *Base64Binary) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *Base64Binary) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.text) }

// ReadXSD reads the value at the reader's position.
func (v *Base64Binary) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeBase64Binary)
}

// WriteXSD writes the value at the writer's position.
func (v *Base64Binary) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeBase64Binary) }

// Validate returns nil exactly when the value is of the type.
func (v *Base64Binary) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:decimal.
func (v *Decimal) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *Decimal) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.String()) }

// ReadXSD reads the value at the reader's position.
func (v *Decimal) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeDecimal)
}

// WriteXSD writes the value at the writer's position.
func (v *Decimal) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeDecimal) }

// Validate returns nil exactly when the value is of the type.
func (v *Decimal) Validate() error { return Validate(v) }

// ReadAs reads a value of type t, which is derived from xs:integer.
func (v *Integer) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	v.text = r.Text(t)
	return r.Err()
}

// WriteAs writes the value as one of type t.
func (v *Integer) WriteAs(w *XMLWriter, t *simple.SimpleType) error { return w.Text(t, v.String()) }

// ReadXSD reads the value at the reader's position.
func (v *Integer) ReadXSD(r *XMLReader) error {
	return v.ReadAs(r, typeInteger)
}

// WriteXSD writes the value at the writer's position.
func (v *Integer) WriteXSD(w *XMLWriter) error { return v.WriteAs(w, typeInteger) }

// Validate returns nil exactly when the value is of the type.
func (v *Integer) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *NonPositiveInteger) ReadXSD(r *XMLReader) error {
	return (*Integer)(v).ReadAs(r, typeNonPositiveInteger)
}

// WriteXSD writes the value at the writer's position.
func (v *NonPositiveInteger) WriteXSD(w *XMLWriter) error {
	return (*Integer)(v).WriteAs(w, typeNonPositiveInteger)
}

// Validate returns nil exactly when the value is of the type.
func (v *NonPositiveInteger) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *NegativeInteger) ReadXSD(r *XMLReader) error {
	return (*Integer)(v).ReadAs(r, typeNegativeInteger)
}

// WriteXSD writes the value at the writer's position.
func (v *NegativeInteger) WriteXSD(w *XMLWriter) error {
	return (*Integer)(v).WriteAs(w, typeNegativeInteger)
}

// Validate returns nil exactly when the value is of the type.
func (v *NegativeInteger) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *NonNegativeInteger) ReadXSD(r *XMLReader) error {
	return (*Integer)(v).ReadAs(r, typeNonNegativeInteger)
}

// WriteXSD writes the value at the writer's position.
func (v *NonNegativeInteger) WriteXSD(w *XMLWriter) error {
	return (*Integer)(v).WriteAs(w, typeNonNegativeInteger)
}

// Validate returns nil exactly when the value is of the type.
func (v *NonNegativeInteger) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *PositiveInteger) ReadXSD(r *XMLReader) error {
	return (*Integer)(v).ReadAs(r, typePositiveInteger)
}

// WriteXSD writes the value at the writer's position.
func (v *PositiveInteger) WriteXSD(w *XMLWriter) error {
	return (*Integer)(v).WriteAs(w, typePositiveInteger)
}

// Validate returns nil exactly when the value is of the type.
func (v *PositiveInteger) Validate() error { return Validate(v) }
