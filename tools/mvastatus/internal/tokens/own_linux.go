// What a program started, where that has no group of its own: found among all processes, by what they inherited and whose children they are.

package tokens

import (
	"bytes"
	"crypto/rand"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// markVariable is in the environment of all that a program starts, with a value of that run alone. It tells them from others after their parents have ended.
const markVariable = "MVASTATUS_RUN"

// mostRounds bounds how often processes are looked for: some may start others meanwhile.
const mostRounds = 100

// withItsOwn makes a program end with what it started and is in our group of processes, as all of it is unless it took care to be in another one.
func withItsOwn(program *exec.Cmd) {
	mark := markVariable + "=" + rand.Text()
	program.Env = append(program.Env, mark)
	program.Cancel = func() error {
		for range mostRounds {
			found := startedBy(program.Process.Pid, mark)
			for _, p := range found {
				p.end()
			}
			if len(found) == 0 {
				break
			}
		}
		return program.Process.Kill()
	}
}

// process is one that runs. Its number may be given to another one once it has ended, which then begins at another time.
type process struct {
	number, parent, group int
	begun                 string
}

// startedBy lists the processes of our group that have a mark or descend from one that is there, and that one.
func startedBy(first int, mark string) []process {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	running := map[int]process{}
	for _, entry := range entries {
		number, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		if p, ok := processOf(number); ok {
			running[number] = p
		}
	}
	var found []process
	for _, p := range running {
		if p.number != os.Getpid() && p.group == syscall.Getpgrp() && (descends(p, first, running) || p.has(mark)) {
			found = append(found, p)
		}
	}
	return found
}

// descends reports whether a process is one with the number, or a child of such a child.
func descends(p process, from int, running map[int]process) bool {
	for range running { // numbers that are read one after the other may seem to go in a circle
		if p.number == from {
			return true
		}
		parent, ok := running[p.parent]
		if !ok {
			return false
		}
		p = parent
	}
	return false
}

// processOf is the process with a number. Not ok: there is none, or it has ended and nobody has waited for it.
func processOf(number int) (p process, ok bool) {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(number) + "/stat")
	if err != nil {
		return process{}, false
	}
	const state, parent, group, begun = 0, 1, 2, 19 // of the fields behind the name, which may hold anything (proc_pid_stat(5))
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) <= begun || fields[state] == "Z" || fields[state] == "X" {
		return process{}, false
	}
	p = process{number: number, begun: fields[begun]}
	var failed error
	p.parent, err = strconv.Atoi(fields[parent])
	p.group, failed = strconv.Atoi(fields[group])
	return p, err == nil && failed == nil
}

// has reports whether a variable is in the environment that a process began with.
func (p process) has(variable string) bool {
	environment, err := os.ReadFile("/proc/" + strconv.Itoa(p.number) + "/environ")
	return err == nil && bytes.Contains(append([]byte{0}, environment...), []byte("\x00"+variable+"\x00"))
}

// end kills a process, and none that came to have its number.
func (p process) end() {
	handle, err := os.FindProcess(p.number)
	if err != nil {
		return
	}
	defer handle.Release() //nolint:errcheck // nothing is asked of it any more
	if now, ok := processOf(p.number); ok && now.begun == p.begun {
		_ = handle.Kill() // it may have ended by itself
	}
}
