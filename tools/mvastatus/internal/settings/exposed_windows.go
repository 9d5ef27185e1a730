package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// exposed looks at the place: Windows has no mode bits, a file inherits the access list of its folder, and only the user's own profile is
// closed to other users by default.
func exposed(path string) string {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	relative, err := filepath.Rel(home, absolute)
	if err == nil && relative != ".." && !strings.HasPrefix(relative, `..\`) {
		return ""
	}
	return fmt.Sprintf("%s lies outside your user profile, where other users may be able to read it: move it there, or check with icacls %[1]q", path)
}
