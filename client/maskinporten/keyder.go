// This file tells private keys in DER apart by their outermost shape. Nothing inside is read here.

package maskinporten

import (
	"encoding/asn1"
	"encoding/pem"
)

// pemOfDER is the PEM of a private key that is there in DER: PKCS #8 (RFC 5958), encrypted or not, PKCS #1 (RFC 8017) or that of an elliptic curve
// (RFC 5915), which is refused later, with its own message. Not ok: der is something else, such as a PKCS #12 file or a certificate.
func pemOfDER(der []byte) (text []byte, ok bool) {
	kind := kindOfDER(members(der))
	if kind == "" {
		return nil, false
	}
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), true
}

// kindOfDER is the label under which PEM has a private key whose sequence begins with these members; empty for what is none.
func kindOfDER(parts []asn1.RawValue) string {
	switch {
	case has(parts, asn1.TagInteger, asn1.TagSequence, asn1.TagOctetString):
		return "PRIVATE KEY"
	case has(parts, asn1.TagInteger, asn1.TagInteger, asn1.TagInteger):
		return "RSA PRIVATE KEY"
	case has(parts, asn1.TagInteger, asn1.TagOctetString):
		return "EC PRIVATE KEY"
	case len(parts) == 2 && has(parts, asn1.TagSequence, asn1.TagOctetString):
		return "ENCRYPTED PRIVATE KEY"
	}
	return ""
}

// members are the values in a sequence; nil where der is not one sequence from its first byte to its last.
func members(der []byte) (parts []asn1.RawValue) {
	if !isSequence(der) {
		return nil
	}
	var sequence asn1.RawValue
	if _, err := asn1.Unmarshal(der, &sequence); err != nil {
		return nil
	}
	for rest := sequence.Bytes; len(rest) > 0; {
		var part asn1.RawValue
		var err error
		if rest, err = asn1.Unmarshal(rest, &part); err != nil {
			return nil
		}
		parts = append(parts, part)
	}
	return parts
}

// has reports whether values begin with those of certain universal tags.
func has(parts []asn1.RawValue, tags ...int) bool {
	if len(parts) < len(tags) {
		return false
	}
	for i, tag := range tags {
		if parts[i].Class != asn1.ClassUniversal || parts[i].Tag != tag {
			return false
		}
	}
	return true
}
