package keyfile

import (
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/youmark/pkcs8"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/keygen"
)

const password = "hemmelig å"

func TestEveryFormIsTheSameKey(t *testing.T) {
	pair, err := keygen.New()
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(pair.Private)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	encrypted, err := pkcs8.MarshalPrivateKey(key, []byte(password), nil)
	if err != nil {
		t.Fatal(err)
	}
	//nolint:staticcheck // old keys are encrypted like this
	//lint:ignore SA1019 keys that are encrypted so are read
	legacy, err := x509.EncryptPEMBlock(rand.Reader, "PRIVATE KEY", block.Bytes, []byte(password), x509.PEMCipherAES256)
	if err != nil {
		t.Fatal(err)
	}
	want, err := Read(pair.Private, "", maskinporten.KeyID("a"))
	if err != nil {
		t.Fatal(err)
	}
	plain := string(pair.Private)
	for name, text := range map[string]string{
		"byte order mark":  "\ufeff" + plain,
		"spaces around":    "\n  " + plain + "\n\n",
		"CR LF":            strings.ReplaceAll(plain, "\n", "\r\n"),
		`\n written out`:   strings.ReplaceAll(plain, "\n", `\n`),
		`\r\n written out`: strings.ReplaceAll(plain, "\n", `\r\n`),
		"base64":           base64.StdEncoding.EncodeToString(pair.Private),
		"base64, wrapped":  wrapped(base64.StdEncoding.EncodeToString(pair.Private)),
		"base64 of a URL":  base64.RawURLEncoding.EncodeToString(pair.Private),
		"encrypted":        string(pem.EncodeToMemory(&pem.Block{Type: "ENCRYPTED PRIVATE KEY", Bytes: encrypted})),
		"encrypted of old": string(pem.EncodeToMemory(legacy)),
	} {
		got, err := Read([]byte(text), password, maskinporten.KeyID("a"))
		if err != nil || got.String() != want.String() {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		if !strings.Contains(name, "encrypted") {
			continue
		}
		for given, cause := range map[string]error{"": client.CauseKeyEncrypted, "feil": client.CauseKeyPassword} {
			if _, err := Read([]byte(text), given, maskinporten.KeyID("a")); !errors.Is(err, cause) {
				t.Errorf("%s with password %q: %v, want %v", name, given, err, cause)
			}
		}
	}
}

// A wrong password is wrong where what it decrypts to ends as it should, too: one in 256 does.
func TestWrongPasswordThatSeemsRight(t *testing.T) {
	pair, err := keygen.New()
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(pair.Private)
	//nolint:staticcheck // what old keys are encrypted with
	//lint:ignore SA1019 what old keys are encrypted with
	legacy, err := x509.EncryptPEMBlock(rand.Reader, "RSA PRIVATE KEY", block.Bytes, []byte("riktig"), x509.PEMCipherAES128)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 100_000 {
		password := fmt.Sprint("feil", n)
		//nolint:staticcheck // see above
		//lint:ignore SA1019 see above
		if _, err := x509.DecryptPEMBlock(legacy, []byte(password)); err != nil {
			continue
		}
		if _, err := Read(pem.EncodeToMemory(legacy), password, maskinporten.KeyID("a")); !errors.Is(err, client.CauseKeyPassword) {
			t.Errorf("password %q: %v", password, err)
		}
		return
	}
	t.Error("no password seems right")
}

func wrapped(text string) string {
	var out strings.Builder
	for len(text) > 64 {
		out.WriteString(text[:64] + "\n")
		text = text[64:]
	}
	return out.String() + text
}

// TestOpenSSLsKeys has another program encrypt, as users do.
func TestOpenSSLsKeys(t *testing.T) {
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Log("there is no openssl here")
		return
	}
	pair, err := keygen.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, cipher := range []string{"-aes256", "-aes128", "-des3"} {
		command := exec.Command("openssl", "pkcs8", "-topk8", "-v2", strings.TrimPrefix(cipher, "-"), "-passout", "pass:"+password)
		if cipher != "-aes128" {
			command = exec.Command("openssl", "rsa", "-traditional", cipher, "-passout", "pass:"+password)
		}
		command.Stdin = strings.NewReader(string(pair.Private))
		encrypted, err := command.Output()
		if err != nil {
			t.Fatalf("%s: %v", cipher, err)
		}
		if _, err := Read(encrypted, password, maskinporten.KeyID("a")); err != nil {
			t.Errorf("%s: %v", cipher, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("-----BEGIN ENCRYPTED PRIVATE KEY-----\\nAAAA\\n-----END ENCRYPTED PRIVATE KEY-----"))
	f.Add([]byte("eyJrdHkiOiJSU0EifQ=="))
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, err := Read(text, "a"); err == nil {
			t.Log("a key was guessed")
		}
	})
}
