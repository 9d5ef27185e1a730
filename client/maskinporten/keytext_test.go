// This file tests keys as editors and environment variables hand them on, encrypted ones, and how long a certificate lasts.

package maskinporten_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"log/slog"
	"os/exec"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/go-jose/go-jose/v4"
	"github.com/youmark/pkcs8"
	"software.sslmate.com/src/go-pkcs12"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// utf16Text is a text as Windows editors save it.
func utf16Text(text string, big bool) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		if big {
			out = append(out, byte(unit>>8), byte(unit))
		} else {
			out = append(out, byte(unit), byte(unit>>8))
		}
	}
	return out
}

func TestKeysFromEnvironmentVariables(t *testing.T) {
	server := clienttest.New(t)
	private := server.Key()
	text := string(server.KeyPEM())
	der := must[[]byte](t)(x509.MarshalPKCS8PrivateKey(private))
	jwk := must[[]byte](t)(json.Marshal(jose.JSONWebKey{Key: private, KeyID: "k"}))
	p12 := must[[]byte](t)(pkcs12.Modern.Encode(private, server.Chain()[0], server.Chain()[1:], "hemmelig"))
	std, folded := base64.StdEncoding.EncodeToString, func(between string) string {
		return strings.ReplaceAll(strings.TrimSpace(text), "\n", between)
	}
	kid, password := maskinporten.KeyID("k"), maskinporten.Password("hemmelig")
	certificate := string(pemOf("CERTIFICATE", server.Chain()[0].Raw))
	type reader = func([]byte, ...maskinporten.KeyOption) (maskinporten.Key, error)
	pkcs1 := x509.MarshalPKCS1PrivateKey(private)
	encrypted := must[[]byte](t)(pkcs8.MarshalPrivateKey(private, []byte("hemmelig"), nil))
	fromPKCS12 := func(text []byte, opts ...maskinporten.KeyOption) (maskinporten.Key, error) {
		return maskinporten.KeyFromPKCS12(text, "hemmelig", opts...)
	}
	for _, form := range []struct {
		read  reader
		texts map[string]string
	}{
		{maskinporten.KeyFromPEM, map[string]string{
			"as it is":                   text,
			"byte order mark":            "\ufeff" + text,
			"spaces around":              "\n  " + text + "\n\n",
			"UTF-16, little end first":   string(utf16Text(text, false)),
			"UTF-16, big end first":      string(utf16Text(text, true)),
			"line ends of Windows":       strings.ReplaceAll(text, "\n", "\r\n"),
			"spelt line ends":            folded(`\n`),
			"spelt line ends of Windows": folded(`\r\n`),
			"spelt line ends, in quotes": `"` + folded(`\n`) + `"`,
			"spaces for line ends":       folded(" "),
			"no line ends":               folded(""),
			"base64":                     std([]byte(text)),
			"base64, folded, with mark":  "\ufeff" + std([]byte(text))[:64] + "\n" + std([]byte(text))[64:] + "\n",
			"base64, folded and spelt":   std([]byte(text))[:64] + `\n` + std([]byte(text))[64:] + `\r\n`,
			"base64 for URLs":            base64.RawURLEncoding.EncodeToString([]byte(text)),
			"base64 of spelt line ends":  std([]byte(folded(`\n`))),
			"base64 of DER":              std(der),
			"base64 of PKCS1 in DER":     std(pkcs1),
			"base64 of encrypted DER":    std(encrypted),
			"in quotes":                  "'" + text + "'",
			"spelt, with a certificate":  strings.ReplaceAll(certificate+text, "\n", `\n`),
			"spaces, with a certificate": strings.ReplaceAll(certificate+text, "\n", " "),
		}},
		{maskinporten.ReadKey, map[string]string{
			"DER":           string(der),
			"PKCS1 in DER":  string(pkcs1),
			"encrypted DER": string(encrypted),
		}},
		{maskinporten.KeyFromJWK, map[string]string{
			"JWK":                        string(jwk),
			"JWK with a byte order mark": "\ufeff" + string(jwk),
			"JWK in base64":              std(jwk),
			"JWK in quotes":              "'" + string(jwk) + "'",
		}},
		{fromPKCS12, map[string]string{
			"PKCS12":                       string(p12),
			"PKCS12 in base64":             std(p12),
			"PKCS12 in base64, with lines": "\ufeff" + std(p12)[:76] + "\r\n" + std(p12)[76:] + "\r\n",
		}},
	} {
		for name, text := range form.texts {
			for how, read := range map[string]reader{"by its own function": form.read, "by ReadKey": maskinporten.ReadKey} {
				key, err := read([]byte(text), kid, password)
				if err != nil || key.Bits() != private.N.BitLen() {
					t.Errorf("%s, %s: %v", name, how, err)
				}
			}
		}
	}
	for _, text := range []string{"", "hello", "-----BEGIN PRIVATE KEY-----", `-----BEGIN PRIVATE KEY-----\n`, "AAAA", "\ufeff", "\xff\xfe", `"`, "'-----BEGIN'"} {
		if _, err := maskinporten.KeyFromPEM([]byte(text), kid); asError(t, err).Cause != client.CauseKeyMissing {
			t.Errorf("%q: %v", text, err)
		}
		switch _, err := maskinporten.ReadKey([]byte(text), kid); asError(t, err).Cause {
		case client.CauseKeyMissing, client.CauseKeyUnreadable:
		default:
			t.Errorf("%q by ReadKey: %v", text, err)
		}
	}
}

// TestDERThatIsNoKey: DER of other kinds, and of keys that cannot be used, is told apart from garbage and never taken for a key.
func TestDERThatIsNoKey(t *testing.T) {
	server := clienttest.New(t)
	private := server.Key()
	der := must[[]byte](t)(x509.MarshalPKCS8PrivateKey(private))
	pkcs1 := x509.MarshalPKCS1PrivateKey(private)
	encrypted := must[[]byte](t)(pkcs8.MarshalPrivateKey(private, []byte("hemmelig"), nil))
	curve := must[*ecdsa.PrivateKey](t)(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	for name, c := range map[string]struct {
		der      []byte
		password string
		cause    client.Cause
	}{
		"a certificate":               {server.Chain()[0].Raw, "", client.CauseKeyUnreadable},
		"a public key":                {must[[]byte](t)(x509.MarshalPKIXPublicKey(&private.PublicKey)), "", client.CauseKeyUnreadable},
		"a key of an elliptic curve":  {must[[]byte](t)(x509.MarshalECPrivateKey(curve)), "", client.CauseKeyKind},
		"the same in PKCS8":           {must[[]byte](t)(x509.MarshalPKCS8PrivateKey(curve)), "", client.CauseKeyKind},
		"PKCS8, cut":                  {der[:len(der)-1], "", client.CauseKeyUnreadable},
		"PKCS1, cut":                  {pkcs1[:200], "", client.CauseKeyUnreadable},
		"PKCS8, and more":             {append(bytes.Clone(der), 0), "", client.CauseKeyUnreadable},
		"PKCS1 with nothing in it":    {[]byte{0x30, 9, 2, 1, 0, 2, 1, 1, 2, 1, 1}, "", client.CauseKeyUnreadable},
		"a sequence with nothing":     {[]byte{0x30, 0}, "", client.CauseKeyUnreadable},
		"encrypted, without password": {encrypted, "", client.CauseKeyEncrypted},
		"encrypted, wrong password":   {encrypted, "feil", client.CauseKeyPassword},
		"encrypted with nothing":      {[]byte{0x30, 4, 0x30, 0, 4, 0}, "x", client.CauseKeyUnreadable},
		"the length of all memory":    {[]byte{0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 2, 1, 0}, "", client.CauseKeyUnreadable},
	} {
		_, err := maskinporten.ReadKey(c.der, maskinporten.KeyID("k"), maskinporten.Password(c.password))
		if e := asError(t, err); e.Cause != c.cause || e.Remedy == "" || e.Stage != client.StageKey {
			t.Errorf("%s: %v, want %v", name, err, c.cause)
		}
	}
}

func TestEncryptedKeys(t *testing.T) {
	server := clienttest.New(t)
	private := server.Key()
	encrypt := func(opts *pkcs8.Opts) []byte {
		return pemOf("ENCRYPTED PRIVATE KEY", must[[]byte](t)(pkcs8.MarshalPrivateKey(private, []byte("hemmelig"), opts)))
	}
	//nolint:staticcheck // deprecated, and what old files hold
	//lint:ignore SA1019 keys that are encrypted so are read
	old := must[*pem.Block](t)(x509.EncryptPEMBlock(zeros{}, "RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(private), []byte("hemmelig"), x509.PEMCipherAES128))
	keys := map[string][]byte{
		"PBKDF2, AES":                       encrypt(nil),
		"scrypt, AES":                       encrypt(&pkcs8.Opts{Cipher: pkcs8.AES256CBC, KDFOpts: pkcs8.ScryptOpts{SaltSize: 8, CostParameter: 16, BlockSize: 1, ParallelizationParameter: 1}}),
		"the old way":                       pem.EncodeToMemory(old),
		"on one line":                       []byte(strings.ReplaceAll(string(encrypt(nil)), "\n", `\n`)),
		"by openssl":                        byOpenSSL(t, server.KeyPEM(), "pkcs8", "-topk8", "-passout", "pass:hemmelig"),
		"by openssl, v1":                    byOpenSSL(t, server.KeyPEM(), "pkcs8", "-topk8", "-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA1", "-passout", "pass:hemmelig"),
		"by openssl, 3DES":                  byOpenSSL(t, server.KeyPEM(), "pkcs8", "-topk8", "-v2", "des3", "-passout", "pass:hemmelig"),
		"by openssl, the old way":           byOpenSSL(t, server.KeyPEM(), "rsa", "-traditional", "-aes256", "-passout", "pass:hemmelig"),
		"by openssl, the old way, and 3DES": byOpenSSL(t, server.KeyPEM(), "rsa", "-traditional", "-des3", "-passout", "pass:hemmelig"),
	}
	for name, text := range keys {
		if text == nil {
			continue
		}
		kid := maskinporten.KeyID("k")
		key, err := maskinporten.KeyFromPEM(text, kid, maskinporten.Password("hemmelig"))
		if err != nil || key.Bits() != private.N.BitLen() {
			t.Errorf("%s: %v", name, err)
		}
		for password, cause := range map[string]client.Cause{"": client.CauseKeyEncrypted, "feil": client.CauseKeyPassword} {
			_, err := maskinporten.KeyFromPEM(text, kid, maskinporten.Password(password))
			if e := asError(t, err); e.Cause != cause || e.Remedy == "" || e.Stage != client.StageKey {
				t.Errorf("%s, password %q: %v", name, password, err)
			}
		}
	}
}

// A wrong password is wrong where what it decrypts to ends as it should, too: one in 256 does.
func TestWrongPasswordThatSeemsRight(t *testing.T) {
	private := clienttest.New(t).Key()
	//nolint:staticcheck // what old keys are encrypted with
	//lint:ignore SA1019 what old keys are encrypted with
	old := must[*pem.Block](t)(x509.EncryptPEMBlock(zeros{}, "RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(private), []byte("riktig"), x509.PEMCipherAES128))
	for n := range 100_000 {
		password := fmt.Sprint("feil", n)
		//nolint:staticcheck // see above
		//lint:ignore SA1019 see above
		if _, err := x509.DecryptPEMBlock(old, []byte(password)); err != nil {
			continue
		}
		_, err := maskinporten.KeyFromPEM(pem.EncodeToMemory(old), maskinporten.KeyID("k"), maskinporten.Password(password))
		if asError(t, err).Cause != client.CauseKeyPassword {
			t.Errorf("password %q: %v", password, err)
		}
		return
	}
	t.Error("no password seems right")
}

// What is encrypted in a way that nobody reads is not mended by a password.
func TestEncryptionThatIsNotRead(t *testing.T) {
	_, err := maskinporten.KeyFromPEM(pemOf("ENCRYPTED PRIVATE KEY", []byte{0x30, 0}), maskinporten.KeyID("k"), maskinporten.Password("x"))
	if asError(t, err).Cause != client.CauseKeyUnreadable {
		t.Error(err)
	}
}

// zeros is a source of randomness for what need not be random.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// byOpenSSL is the key as openssl converts it, nil where there is no openssl.
func byOpenSSL(t *testing.T, key []byte, arguments ...string) []byte {
	t.Helper()
	path, err := exec.LookPath("openssl")
	if err != nil {
		t.Log("no openssl: its files were not read")
		return nil
	}
	command := exec.Command(path, arguments...)
	command.Stdin = bytes.NewReader(key)
	out, err := command.Output()
	if err != nil {
		t.Fatalf("openssl %v: %v", arguments, err)
	}
	return out
}

// Damaged encrypted keys are errors, whatever they claim about themselves.
func FuzzEncryptedKey(f *testing.F) {
	for _, der := range [][]byte{{1}, {0x30, 0}, bytes.Repeat([]byte{0x30}, 40)} {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		if len(der) > 1000 || bytes.Contains(der, []byte{0x02, 0x03}) || bytes.Contains(der, []byte{0x02, 0x04}) {
			return // counts of rounds that only take time
		}
		_, err := maskinporten.KeyFromPEM(pemOf("ENCRYPTED PRIVATE KEY", der), maskinporten.KeyID("k"), maskinporten.Password("x"))
		if err == nil {
			t.Error("no error")
		}
	})
}

func TestExpiryOfCertificates(t *testing.T) {
	server := clienttest.New(t)
	uploaded := newKey(t, server)
	if _, known := uploaded.Expiry(); known {
		t.Error("an uploaded key has no certificate here")
	}
	if _, known := (maskinporten.Key{}).Expiry(); known {
		t.Error("no key has no certificate")
	}
	certified := must[maskinporten.Key](t)(maskinporten.KeyFromSigner(server.Key(), maskinporten.Certificates(server.Chain()...)))
	end, ok := certified.Expiry()
	if !ok || !end.Equal(server.Chain()[0].NotAfter) {
		t.Errorf("%s %v", end, ok)
	}
	for days, want := range map[int]bool{29: true, 31: false} {
		var log bytes.Buffer
		leaf := *server.Chain()[0]
		leaf.NotAfter = time.Now().Add(time.Duration(days) * 24 * time.Hour)
		leaf.PublicKey = &rsa.PublicKey{N: server.Key().N, E: server.Key().E}
		key := must[maskinporten.Key](t)(maskinporten.KeyFromSigner(server.Key(), maskinporten.Certificates(&leaf)))
		source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Test(), "id", key,
			maskinporten.WithLogger(slog.New(slog.NewTextHandler(&log, nil)))))
		_ = source.Close()
		if got := strings.Contains(log.String(), "ends soon"); got != want {
			t.Errorf("%d days left: %s", days, log.String())
		}
	}
}
