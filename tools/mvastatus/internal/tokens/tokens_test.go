//go:build unix

package tokens

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
)

func TestWhatAProgramPrints(t *testing.T) {
	for line, want := range map[string]string{
		"echo abc":          "abc",
		"printf ' abc\n\n'": "abc",
		"echo Bearer abc":   "abc",
		`echo '{"access_token":"abc","expires_in":60}'`: "abc",
		"echo noise >&2; echo abc":                      "abc",
		`echo "$MVASTATUS_SCOPE-$MVASTATUS_ORGNR"`:      "a:b-312409852",
	} {
		token, err := Command(line).Token(context.Background(), client.TokenRequest{Scope: "a:b", OnBehalfOf: "312409852"})
		if err != nil || token.Reveal() != want {
			t.Errorf("%s: %v, want %s", line, err, want)
		}
	}
	for line, want := range map[string]string{
		"true":                           "one token is expected",
		"echo a b":                       "one token is expected",
		`echo '{"token":"abc"}'`:         "no access_token",
		`echo '{"access_token":'`:        "no access_token",
		"echo one; echo why >&2; exit 3": ": why",
		"exit 3":                         "exit status 3",
		"while :; do echo yes; done":     "more than 1 MiB",
		"for i in 1 2 3 4 5 6 7 8 9; do " + strings.Repeat("echo no >&2; ", 10_000) + "done; echo why >&2; exit 3": ": why",
	} {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		_, err := Command(line).Token(ctx, client.TokenRequest{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", line, err, want)
		}
		cancel()
	}
}

func TestATokenIsUsedUntilItEndsOrIsRefused(t *testing.T) {
	runs := filepath.Join(t.TempDir(), "runs")
	source := Command(`echo x >>` + runs + `; n=0; while read -r _; do n=$((n+1)); done <` + runs + `; echo '{"access_token":"'$n'","expires_in":3600}'`)
	ask := func(request client.TokenRequest) client.Token {
		t.Helper()
		token, err := source.Token(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	first := ask(client.TokenRequest{Scope: "a"})
	if again := ask(client.TokenRequest{Scope: "a"}); !again.Equal(first) {
		t.Error("a token that is good was not used again")
	}
	if other := ask(client.TokenRequest{Scope: "a", OnBehalfOf: "312409852"}); other.Equal(first) {
		t.Error("a token was used for another organisation")
	}
	renewed := ask(client.TokenRequest{Scope: "a", Renew: true, Rejected: first})
	if renewed.Equal(first) {
		t.Error("a refused token was given again")
	}
	if late := ask(client.TokenRequest{Scope: "a", Renew: true, Rejected: first}); !late.Equal(renewed) {
		t.Error("a token was renewed that nobody refused")
	}
	if data, err := os.ReadFile(runs); err != nil || strings.Count(string(data), "x") != 3 {
		t.Errorf("%q runs, %v", data, err)
	}
}

func TestAProgramEndsWithItsCall(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Command("sleep 60").Token(ctx, client.TokenRequest{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// lasting is the environment variable that makes TestLasting the program that a test needs: a bare system may have none that waits.
const lasting = "TOKENS_TEST_LASTING"

func TestLasting(*testing.T) {
	if os.Getenv(lasting) != "" {
		time.Sleep(time.Hour)
	}
}

// TestWhatAProgramStartedEndsWithItsCall: what the shell began keeps its pipe open, and is written down by its number. At a terminal it is found although its
// parent has ended, or its environment was taken from it.
func TestWhatAProgramStartedEndsWithItsCall(t *testing.T) {
	if terminal, err := os.Open("/dev/tty"); err == nil {
		_ = terminal.Close()
		if runtime.GOOS != "linux" {
			t.Skip("at a terminal what was started is not ended")
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := "'" + self + "' -test.run='^TestLasting$'"
	for name, line := range map[string]string{
		"a child":                    program + " & echo $! >NUMBER; wait",
		"an orphan":                  "( " + program + " & echo $! >NUMBER ); while :; do read -r _ || wait; done",
		"without what was inherited": "env -i " + lasting + "=1 " + program + " & echo $! >NUMBER; wait",
	} {
		numbered := filepath.Join(t.TempDir(), "number")
		ctx, cancel := context.WithCancel(context.Background())
		ended := make(chan error, 1)
		go func() {
			_, err := Run(ctx, strings.ReplaceAll(line, "NUMBER", "'"+numbered+"'"), lasting+"=1")
			ended <- err
		}()
		for {
			if text, _ := os.ReadFile(numbered); strings.HasSuffix(string(text), "\n") {
				break
			}
			time.Sleep(time.Millisecond)
		}
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
		text, err := os.ReadFile(numbered)
		if err != nil {
			t.Fatal(err)
		}
		number, err := strconv.Atoi(strings.TrimSpace(string(text)))
		if err != nil {
			t.Fatal(err)
		}
		for running(number) {
			time.Sleep(time.Millisecond)
		}
	}
}

// running tells whether a process runs. One that has ended and that nobody has waited for runs no more.
func running(number int) bool {
	if syscall.Kill(number, 0) != nil {
		return false
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(number) + "/stat")
	return err != nil || !strings.Contains(string(stat), ") Z ")
}

func TestAFileIsReadAnew(t *testing.T) {
	text := "one"
	source := File(func() (string, error) { return text, nil })
	for _, want := range []string{"one", "two"} {
		text = want
		if token, err := source.Token(context.Background(), client.TokenRequest{}); err != nil || token.Reveal() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
