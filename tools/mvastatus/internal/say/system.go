// What operating systems say of files and folders, in the reader's language.

package say

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"syscall"
)

// system words the reasons that people meet; any other stays as the system says it.
func (v Voice) system(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return v.Say("there is no such file or folder")
	case errors.Is(err, fs.ErrExist):
		return v.Say("it is there already")
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return v.Say("access is denied")
	case diskFull(err):
		return v.Say("the disk is full")
	case errors.Is(err, syscall.EDQUOT):
		return v.Say("the space on the disk that this user may use is full")
	case errors.Is(err, syscall.EFBIG):
		return v.Say("a file may not become as large here")
	case errors.Is(err, syscall.EISDIR):
		return v.Say("it is a folder, a file is expected")
	case errors.Is(err, syscall.ENOTDIR):
		return v.Say("a part of the path is no folder")
	case errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return v.Say("the reader has gone away")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return v.Say("it ends in the middle")
	case errors.Is(err, os.ErrDeadlineExceeded):
		return v.Say("the time is up")
	case errors.Is(err, exec.ErrNotFound):
		return v.Say("there is no such program")
	case errors.Is(err, syscall.ELOOP):
		return v.Say("the links lead in a circle")
	}
	return err.Error()
}
