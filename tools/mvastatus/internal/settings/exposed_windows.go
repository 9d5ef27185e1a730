package settings

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// exposed looks at the place: Windows has no mode bits, a file inherits the access list of its folder, and only the user's own profile is
// closed to other users by default.
func exposed(path string) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	relative, err := filepath.Rel(home, absolute)
	if err == nil && relative != ".." && !strings.HasPrefix(relative, `..\`) {
		return nil
	}
	return say.Errorf("%s lies outside your user profile, where other users may be able to read it: move it there, or check with icacls %s", path, path)
}
