//go:build unix

package say

import (
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestWhatTheSystemSaysIsTranslated(t *testing.T) {
	for _, reason := range []syscall.Errno{
		syscall.ENOENT, syscall.EEXIST, syscall.EACCES, syscall.EROFS, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EISDIR, syscall.ENOTDIR,
		syscall.EPIPE, syscall.ELOOP,
	} {
		text := In("nb").Error(&fs.PathError{Op: "write", Path: "ut.csv", Err: reason})
		if !strings.HasPrefix(text, "ut.csv: ") || strings.Contains(text, reason.Error()) {
			t.Errorf("%d: %q", reason, text)
		}
	}
}
