//go:build !windows

package settings

import (
	"fmt"
	"os"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// exposed looks at the mode bits: group and others should have none.
func exposed(path string) error {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Mode().Perm()&0o077 == 0 {
		return nil
	}
	return say.Errorf("%s can be read by other users of this machine (mode %s): run chmod 600 %s", path, fmt.Sprintf("%04o", info.Mode().Perm()), path)
}
