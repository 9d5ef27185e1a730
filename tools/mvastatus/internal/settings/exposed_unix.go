//go:build !windows

package settings

import (
	"fmt"
	"os"
)

// exposed looks at the mode bits: group and others should have none.
func exposed(path string) string {
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&0o077 == 0 {
		return ""
	}
	return fmt.Sprintf("%s can be read by other users of this machine (mode %04o): run chmod 600 %[1]s", path, info.Mode().Perm())
}
