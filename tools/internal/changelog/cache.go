// The cache: verdicts by the contents of both versions, and by the program that gave them.

package changelog

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
)

// Cache keeps verdicts in a folder. A nil cache keeps none.
type Cache struct{ dir, program string }

// OpenCache is the cache in the user's folder for such things. What verdicts depend on beside the schemas is the program itself, and options; where either
// cannot be told, there is no cache.
func OpenCache(options string) *Cache {
	base, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	executable, err := os.Executable()
	if err != nil {
		return nil
	}
	file, err := os.Open(executable)
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // it is only read
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return nil
	}
	return &Cache{filepath.Join(base, "xsdgen", "log"), hex.EncodeToString(hash.Sum([]byte(options)))}
}

func (c *Cache) key(before, after string) string {
	if c == nil {
		return ""
	}
	sum := sha256.Sum256([]byte(c.program + "\x00" + before + "\x00" + after))
	return hex.EncodeToString(sum[:])
}

// get is the verdict kept under a key; nil where there is none, or it cannot be read.
func (c *Cache) get(key string) *Verdict {
	if c == nil {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(c.dir, key+".json"))
	if err != nil {
		return nil
	}
	var v Verdict
	if json.Unmarshal(data, &v) != nil || v.Answers == nil {
		return nil
	}
	return &v
}

// put keeps a verdict. A folder that cannot be written to keeps nothing, and is no failure.
func (c *Cache) put(key string, v *Verdict) error {
	if c == nil {
		return nil
	}
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if os.MkdirAll(c.dir, 0o755) != nil {
		return nil
	}
	unfinished, err := os.CreateTemp(c.dir, key+"-")
	if err != nil {
		return nil
	}
	_, failed := unfinished.Write(data)
	if closed := unfinished.Close(); failed != nil || closed != nil || os.Rename(unfinished.Name(), filepath.Join(c.dir, key+".json")) != nil {
		_ = os.Remove(unfinished.Name())
	}
	return nil
}
