package keygen

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/go-jose/go-jose/v4"
)

func TestThePairBelongsTogether(t *testing.T) {
	pair, err := New()
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(pair.Private)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	var set jose.JSONWebKeySet
	if err := json.Unmarshal(pair.Public, &set); err != nil {
		t.Fatal(err)
	}
	public := set.Key(pair.KeyID)
	if len(public) != 1 || !key.(*rsa.PrivateKey).PublicKey.Equal(public[0].Key) {
		t.Error("the uploaded key is not the private key's public half")
	}
	for _, private := range []string{`"d"`, `"p"`, `"q"`} {
		if strings.Contains(string(pair.Public), private) {
			t.Errorf("%s stands in the key to upload", private)
		}
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	private, public := filepath.Join(t.TempDir(), "key.pem"), filepath.Join(t.TempDir(), "key.jwk")
	pair := Pair{Private: []byte("private"), Public: []byte("public")}
	if err := pair.Write(private, public); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(private)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the private key has mode %o", info.Mode().Perm())
	}
	if err := pair.Write(private, public); err == nil || !strings.Contains(err.Error(), "not overwritten") {
		t.Errorf("second Write: %v", err)
	}
}
