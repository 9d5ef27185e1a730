// This file reads and writes the built-in types that are Go's basic types.

package codec

// ReadXSD reads the value at the reader's position.
func (v *Boolean) ReadXSD(r *XMLReader) error {
	*v = Boolean(r.Bool(typeBoolean))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Boolean) WriteXSD(w *XMLWriter) error { return w.Bool(typeBoolean, bool(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *Boolean) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Byte) ReadXSD(r *XMLReader) error {
	*v = Byte(r.Int(typeByte))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Byte) WriteXSD(w *XMLWriter) error { return w.Int(typeByte, int64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *Byte) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Short) ReadXSD(r *XMLReader) error {
	*v = Short(r.Int(typeShort))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Short) WriteXSD(w *XMLWriter) error { return w.Int(typeShort, int64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *Short) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Int) ReadXSD(r *XMLReader) error {
	*v = Int(r.Int(typeInt))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Int) WriteXSD(w *XMLWriter) error { return w.Int(typeInt, int64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *Int) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Long) ReadXSD(r *XMLReader) error {
	*v = Long(r.Int(typeLong))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Long) WriteXSD(w *XMLWriter) error { return w.Int(typeLong, int64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *Long) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *UnsignedByte) ReadXSD(r *XMLReader) error {
	*v = UnsignedByte(r.Uint(typeUnsignedByte))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *UnsignedByte) WriteXSD(w *XMLWriter) error { return w.Uint(typeUnsignedByte, uint64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *UnsignedByte) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *UnsignedShort) ReadXSD(r *XMLReader) error {
	*v = UnsignedShort(r.Uint(typeUnsignedShort))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *UnsignedShort) WriteXSD(w *XMLWriter) error { return w.Uint(typeUnsignedShort, uint64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *UnsignedShort) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *UnsignedInt) ReadXSD(r *XMLReader) error {
	*v = UnsignedInt(r.Uint(typeUnsignedInt))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *UnsignedInt) WriteXSD(w *XMLWriter) error { return w.Uint(typeUnsignedInt, uint64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *UnsignedInt) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *UnsignedLong) ReadXSD(r *XMLReader) error {
	*v = UnsignedLong(r.Uint(typeUnsignedLong))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *UnsignedLong) WriteXSD(w *XMLWriter) error { return w.Uint(typeUnsignedLong, uint64(*v)) }

// Validate returns nil exactly when the value is of the type.
func (v *UnsignedLong) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Float) ReadXSD(r *XMLReader) error {
	*v = Float(r.Float(typeFloat))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Float) WriteXSD(w *XMLWriter) error { return w.Float(typeFloat, float64(*v), 32) }

// Validate returns nil exactly when the value is of the type.
func (v *Float) Validate() error { return Validate(v) }

// ReadXSD reads the value at the reader's position.
func (v *Double) ReadXSD(r *XMLReader) error {
	*v = Double(r.Float(typeDouble))
	return r.Err()
}

// WriteXSD writes the value at the writer's position.
func (v *Double) WriteXSD(w *XMLWriter) error { return w.Float(typeDouble, float64(*v), 64) }

// Validate returns nil exactly when the value is of the type.
func (v *Double) Validate() error { return Validate(v) }

// valueOf returns a pointer as a value that can be read and written: itself, or the runtime type of a Go basic type. It is nil
// for a pointer to an interface.
func valueOf(pointer any) XMLValue {
	switch p := pointer.(type) {
	case XMLValue:
		return p
	case *string:
		return (*String)(p)
	case *bool:
		return (*Boolean)(p)
	}
	return numericValueOf(pointer)
}

// numericValueOf is valueOf for Go's numbers.
func numericValueOf(pointer any) XMLValue {
	switch p := pointer.(type) {
	case *int8:
		return (*Byte)(p)
	case *int16:
		return (*Short)(p)
	case *int32:
		return (*Int)(p)
	case *int64:
		return (*Long)(p)
	case *uint8:
		return (*UnsignedByte)(p)
	case *uint16:
		return (*UnsignedShort)(p)
	case *uint32:
		return (*UnsignedInt)(p)
	case *uint64:
		return (*UnsignedLong)(p)
	case *float32:
		return (*Float)(p)
	case *float64:
		return (*Double)(p)
	}
	return nil
}
