// The options of reading and writing. Strict reading and checked writing are what one gets without any.

package xsd

import "github.com/mvainnsyn/mvainnsyn/xsd/codec"

// Option changes how one call reads or writes.
type Option = codec.Option

// Tolerant reads what a client of a living service has to cope with: unknown and reordered elements, a missing namespace,
// unknown enumeration values, missing lists beside recognised siblings, and the spellings JSON services use. Each of them is
// appended to deviations. What is left out where every value has it is refused with a [*RefusedError], since a Go zero value
// would be a false statement. So is what comes twice where there is room for one, and a missing list beside anything that may
// be the list under another name, in another place or in another shape.
func Tolerant(deviations *Violations) Option {
	return codec.Tolerant(deviations)
}

// As names the global element to write or to expect, where the value's type has none or several.
func As(name Name) Option {
	return codec.As(name)
}

// Within says that the value's element is a payload inside a document of another kind, and names the elements around it, the root first, such as
// Envelope and Body of SOAP. The payload is the first element in the last of them, and of each of them the first of its name counts. What is around the
// payload is not validated, but its namespace declarations are in scope: values such as xsi:type may use its prefixes. Lines and columns are those of the
// document; paths begin at the payload. For JSON, and for writing, the option is without effect.
func Within(names ...Name) Option {
	return codec.Within(names...)
}

// Noting makes reading take notes of what the values do not tell, and writing put it back. Reading forgets earlier notes. For
// JSON, which has nothing of the kind, it is without effect.
func Noting(notes *Notes) Option {
	return codec.Noting(notes)
}

// Unchecked writes a value without validating it.
func Unchecked() Option {
	return codec.Unchecked()
}

// WithLimits replaces the limits of reading. A [*LimitError] names the limit that a document exceeds.
func WithLimits(limits Limits) Option {
	return codec.WithLimits(limits)
}

// RefuseDoctype refuses documents with a document type declaration with a [*LimitError], whatever the limits say. A client reads so.
func RefuseDoctype() Option {
	return codec.RefuseDoctype()
}

// Limits bound what reading may cost; source.DefaultLimits is the table of defaults.
// [github.com/mvainnsyn/mvainnsyn/xsd/source.Limits] lists its fields and methods.
type Limits = codec.Limits

// CheckIdentity makes [Range] and [WriteRange] check identity constraints and ID references too, with at most limit key sequences in memory;
// beyond that they end with a [*LimitError].
func CheckIdentity(limit int) Option {
	return codec.CheckIdentity(limit)
}

// Indent makes writing put each element, or each member in JSON, on a line of its own with indent once for each level. White space is never added in
// mixed content, in what wildcards allow, and in elements that hold text. Indent must be white space.
func Indent(indent string) Option {
	return codec.Indent(indent)
}

// Declaration says whether an XML document begins with <?xml version="1.0" encoding="UTF-8"?>, as it does otherwise.
func Declaration(write bool) Option {
	return codec.Declaration(write)
}

// WithPrefixes chooses the prefixes of namespaces in XML, by prefix; the empty one makes its namespace the default one. Each is declared once, on the
// root, where anything uses it. Namespaces that are not listed keep the prefix of the schema's author. A prefix that cannot be declared is an error.
func WithPrefixes(prefixes Prefixes) Option {
	return codec.WithPrefixes(prefixes)
}

// SchemaLocation adds a hint at the root of an XML document where to find the schema of a namespace: xsi:schemaLocation, or
// xsi:noNamespaceSchemaLocation for the empty namespace. It can be given once for each namespace.
func SchemaLocation(namespace, address string) Option {
	return codec.SchemaLocation(namespace, address)
}
