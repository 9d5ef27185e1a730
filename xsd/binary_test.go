// Octets and names as Go types.

package xsd_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestBinary(t *testing.T) {
	data := []byte{0x0f, 0xb7, 0x00}
	hex, base64 := xsd.NewHexBinary(data), xsd.NewBase64Binary(data)
	if hex.String() != "0FB700" || base64.String() != "D7cA" {
		t.Errorf("%v and %v", hex, base64)
	}
	lower, spaced := xsd.Must(xsd.ParseHexBinary(" 0fb700 ")), xsd.Must(xsd.ParseBase64Binary("D7\ncA"))
	if lower.String() != "0fb700" || spaced.String() != "D7 cA" {
		t.Errorf("%v and %v", lower, spaced)
	}
	if lower.Equal(hex) || spaced.Equal(base64) || relation(lower.Compare(hex)) != "=" || relation(spaced.Compare(base64)) != "=" {
		t.Error("Equal sees the octets, or Compare the text")
	}
	if !bytes.Equal(lower.Bytes(), data) || !bytes.Equal(spaced.Bytes(), data) {
		t.Errorf("%x and %x", lower.Bytes(), spaced.Bytes())
	}
	if got := relation(hex.Compare(xsd.HexBinary{})); got != "<>" {
		t.Error(got)
	}
	if err := hex.UnmarshalText([]byte("0")); err == nil {
		t.Error("half an octet is accepted")
	}
	if err := base64.UnmarshalText([]byte("D7c")); err == nil {
		t.Error("base64 without padding is accepted")
	}
	if text, err := spaced.MarshalText(); err != nil || string(text) != "D7 cA" {
		t.Errorf("%s, %v", text, err)
	}
	if text, err := lower.MarshalText(); err != nil || string(text) != "0fb700" {
		t.Errorf("%s, %v", text, err)
	}
}

// Section 3.2.16: with padding, the last digit has bits to spare, which are zero.
func TestBase64Digits(t *testing.T) {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	typ := xsd.BuiltIn("base64Binary")
	for c := byte(1); c < 128; c++ {
		d := string([]byte{c})
		digit := strings.Contains(digits, d)
		want := []bool{digit, digit && strings.Contains("AEIMQUYcgkosw048", d), digit && strings.Contains("AQgw", d)}
		got := []bool{
			typ.Check("A"+d+"AA", nil) == nil && d != " ", typ.Check("AA"+d+"=", nil) == nil, typ.Check("A"+d+"==", nil) == nil,
		}
		if diff := cmp.Diff(want, got); diff != "" && d != "=" && d != "\n" && d != "\t" && d != "\r" {
			t.Errorf("%q: %s", d, diff)
		}
	}
}

// Any octets can be written and read back, whatever their number modulo three.
func FuzzBinary(f *testing.F) {
	f.Add([]byte("abc"))
	f.Fuzz(func(t *testing.T, data []byte) {
		hex, err := xsd.ParseHexBinary(xsd.NewHexBinary(data).String())
		if err != nil || !bytes.Equal(hex.Bytes(), data) {
			t.Errorf("%x: %v, %v", data, hex, err)
		}
		base64, err := xsd.ParseBase64Binary(xsd.NewBase64Binary(data).String())
		if err != nil || !bytes.Equal(base64.Bytes(), data) {
			t.Errorf("%x: %v, %v", data, base64, err)
		}
		length := xsd.Facet{Kind: xsd.FacetLength, Value: xsd.NewInteger(int64(len(data))).String()}
		if fault := restrict(xsd.BuiltIn("base64Binary"), length).Check(base64.String(), nil); fault != nil {
			t.Error(fault)
		}
	})
}

func TestQName(t *testing.T) {
	ns := xsd.Prefixes{"p": "urn:p", "q": "urn:p", "": "urn:default"}
	p, q := xsd.Must(xsd.ParseQName(" p:a ", ns)), xsd.Must(xsd.ParseQName("q:a", ns))
	if diff := cmp.Diff(xsd.Name{Space: "urn:p", Local: "a"}, p.Name()); diff != "" || p.Prefix() != "p" || p.String() != "p:a" {
		t.Errorf("%v: %s", p, diff)
	}
	if p.Equal(q) || relation(p.Compare(q)) != "=" {
		t.Errorf("%v and %v: Equal sees the name, or Compare the prefix", p, q)
	}
	local := xsd.Must(xsd.ParseQName("a", ns))
	if local.Name().Space != "urn:default" || local.String() != "a" || relation(local.Compare(p)) != "<>" {
		t.Errorf("%v is %v", local, local.Name())
	}
	if lang := xsd.Must(xsd.ParseQName("xml:lang", nil)); lang.Name().Space != "http://www.w3.org/XML/1998/namespace" {
		t.Errorf("xml:lang is %v", lang.Name())
	}
	if none := xsd.Must(xsd.ParseQName("a", nil)); none.Name() != (xsd.Name{Local: "a"}) {
		t.Errorf("a without context is %v", none.Name())
	}
	if unbound, err := xsd.ParseQName("x:a", ns); err == nil {
		t.Errorf("x:a is %v", unbound)
	}
}

// Text alone has no prefixes: names are written with their namespace.
func TestNamesAsText(t *testing.T) {
	name := xsd.Name{Space: "urn:p", Local: "a"}
	for want, q := range map[string]xsd.QName{"{urn:p}a": xsd.NewQName(name, "p"), "a": xsd.NewQName(xsd.Name{Local: "a"}, "")} {
		text, err := q.MarshalText()
		if err != nil || string(text) != want {
			t.Errorf("%v written %s, %v", q, text, err)
		}
		var back xsd.QName
		if err := back.UnmarshalText(text); err != nil || back.Name() != q.Name() {
			t.Errorf("%s read as %v, %v", text, back.Name(), err)
		}
		n := xsd.NewNotation(q.Name(), q.Prefix())
		var notation xsd.Notation
		if text, err := n.MarshalText(); err != nil || notation.UnmarshalText(text) != nil || notation.Name() != n.Name() {
			t.Errorf("notation %v became %v, %v", n, notation.Name(), err)
		}
	}
	var q xsd.QName
	for _, text := range []string{"", "p:a", "{urn:p}", "{urn:p", "1"} {
		if err := q.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is the name %v", text, q)
		}
	}
	if text, err := (xsd.QName{}).MarshalText(); err == nil {
		t.Errorf("zero QName is written %q", text)
	}
	if text, err := (xsd.Notation{}).MarshalText(); err == nil {
		t.Errorf("zero Notation is written %q", text)
	}
	jpeg := xsd.Must(xsd.ParseNotation("p:jpeg", xsd.Prefixes{"p": "urn:p"}))
	if jpeg.String() != "p:jpeg" || jpeg.Prefix() != "p" || !jpeg.Equal(jpeg) || relation(jpeg.Compare(xsd.Notation{})) != "<>" {
		t.Errorf("%v", jpeg)
	}
	if n, err := xsd.ParseNotation("p:jpeg", nil); err == nil {
		t.Errorf("p:jpeg is %v", n)
	}
}
