// JSONTestSuite: what every parser must read and refuse, and what this one does where parsers may differ.

package wellformed

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// decided are texts about which parsers may differ, by how their names begin, the longest counting: whether they are read, and why.
var decided = map[string]struct {
	read bool
	why  string
}{
	"i_number_":                          {true, "a number is kept as it is written: how large it may be is for its type to say"},
	"i_string_":                          {false, "a text is Unicode, in UTF-8 (RFC 8259, section 8.1), and no half of a character can stand in XML"},
	"i_object_key_lone_2nd_surrogate":    {false, "a key is Unicode, too"},
	"i_structure_UTF-8_BOM_empty_object": {true, "a byte order mark may be ignored (RFC 8259, section 8.1)"},
	"i_structure_500_nested_arrays":      {true, "it is within Limits.MaxDepth"},
	"y_object_duplicated_key":            {false, "which of the two counts is not known (RFC 7493, section 2.3): not to say so would lose data"},
}

func TestJSONTestSuite(t *testing.T) {
	directory := filepath.Join(inputs.Unpacked(t, "json", inputs.Shared(t, "suites", "json.tar.xz")), "jsontestsuite")
	texts, err := filepath.Glob(filepath.Join(directory, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	count := map[byte]int{}
	var rows [][]string
	for _, path := range texts {
		name := strings.TrimSuffix(filepath.Base(path), ".json")
		count[name[0]]++
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, why := mustBeRead(name)
		if why == "" {
			t.Errorf("%s: nobody has decided whether it is read", name)
			continue
		}
		whole := readsJSON(t, name, jsontext.NewReader(data, source.Limits{}))
		stream := readsJSON(t, name, jsontext.NewStreamReader(iotest.OneByteReader(bytes.NewReader(data)), source.Limits{}))
		if whole != want || stream != want {
			t.Errorf("%s: read %t, as a stream %t, want %t: %s", name, whole, stream, want, why)
		}
		if _, decided := longestDecided(name); decided {
			rows = append(rows, []string{name, map[bool]string{true: "read", false: "refused"}[want], why})
		}
	}
	if count['y'] < 50 || count['n'] < 90 || count['i'] < 15 {
		t.Errorf("the suite has %d texts to read, %d to refuse and %d to decide", count['y'], count['n'], count['i'])
	}
	t.Logf("%d texts to read, %d to refuse, %d decided here", count['y'], count['n'], count['i'])
	record.Section(t, "json", fmt.Sprintf("%d texts to read, %d to refuse, %d that parsers may differ in, each read whole and in single bytes. All end as the suite says, or as is decided here:\n\n%s",
		count['y'], count['n'], count['i'], record.Table([]string{"text", "is", "since"}, rows)))
}

// longestDecided returns the longest beginning of a name that something is decided about.
func longestDecided(name string) (start string, ok bool) {
	for candidate := range decided {
		if strings.HasPrefix(name, candidate) && len(candidate) > len(start) {
			start, ok = candidate, true
		}
	}
	return start, ok
}

// mustBeRead says whether a text of the suite is to be read, and why; why is empty if nobody knows.
func mustBeRead(name string) (read bool, why string) {
	longest, ok := longestDecided(name)
	switch {
	case ok:
		return decided[longest].read, decided[longest].why
	case strings.HasPrefix(name, "y_"):
		return true, "it is JSON"
	case strings.HasPrefix(name, "n_"):
		return false, "it is no JSON"
	}
	return false, ""
}

// readsJSON reads to the end. What is refused is refused for its form, not for a limit.
func readsJSON(t *testing.T, name string, r *jsontext.Reader) bool {
	t.Helper()
	for {
		kind, err := r.Next()
		var limit *source.LimitError
		if errors.As(err, &limit) && !strings.Contains(name, "100000") && !strings.Contains(name, "open_array_object") {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil || kind == jsontext.End {
			return err == nil
		}
	}
}
