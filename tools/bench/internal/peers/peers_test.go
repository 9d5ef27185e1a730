// The comparison is fair where the peers hold all that the documents say.

package peers_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/documents"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/peers/pain"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/peers/saft"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/peers/status"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/peers/ubl"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/peers/vatreturn"
)

var peers = map[string]func() any{
	"status":    func() any { return new(status.MvaMeldingInnsendingStatus) },
	"vatreturn": func() any { return new(vatreturn.MvaMeldingDto) },
	"ubl":       func() any { return new(ubl.Invoice) },
	"pain":      func() any { return new(pain.Document) },
	"saft":      func() any { return new(saft.AuditFile) },
}

// TestPeersKeepAllText: what a peer writes has every text and attribute of what it read. That its JSON is ours to the byte is checked
// before it is measured, since that needs the generated packages.
func TestPeersKeepAllText(t *testing.T) {
	root, err := filepath.Abs("../../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range documents.Families {
		t.Run(f.Name, func(t *testing.T) {
			document, err := f.Document(root, f.Sizes[0])
			if err != nil {
				t.Skipf("NOT CHECKED: %v", err)
			}
			peer := peers[f.Name]()
			if err := xml.Unmarshal(document, peer); err != nil {
				t.Fatal(err)
			}
			want := texts(t, document)
			if len(want) < 5 {
				t.Fatalf("the document has %d texts only", len(want))
			}
			compare(t, want, peer)
		})
	}
}

func compare(t *testing.T, want []string, peer any) {
	t.Helper()
	written, err := xml.Marshal(peer)
	if err != nil {
		t.Fatal(err)
	}
	got := texts(t, written)
	for _, text := range want {
		if !slices.Contains(got, text) {
			t.Errorf("the peer loses %s", text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the peer keeps %d texts of %d", len(got), len(want))
	}
}

// texts returns the names and texts of all elements and attributes, sorted; namespaces aside, since the peers do without them.
func texts(t *testing.T, document []byte) []string {
	t.Helper()
	var all []string
	var name string
	for decoder := xml.NewDecoder(bytes.NewReader(document)); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			slices.Sort(all)
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name = token.Name.Local
			for _, a := range token.Attr {
				if a.Name.Local != "xmlns" && a.Name.Space != "xmlns" && a.Name.Local != "schemaLocation" {
					all = append(all, name+"@"+a.Name.Local+"="+a.Value)
				}
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); text != "" {
				all = append(all, name+"="+text)
			}
		case xml.EndElement:
			name = ""
		}
	}
}
