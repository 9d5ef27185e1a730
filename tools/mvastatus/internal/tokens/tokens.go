// Package tokens obtains tokens from elsewhere than Maskinporten: from a file that something else keeps fresh, or from a program, such as one that
// logs a person in at ID-porten.
package tokens

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// File is a source that reads the token anew for every call, so that whatever renews it is heard at once.
func File(read func() (string, error)) client.TokenSource {
	return client.TokenSourceFunc(func(context.Context, client.TokenRequest) (client.Token, error) {
		text, err := read()
		if err != nil {
			return client.Token{}, err
		}
		return parse(text, time.Now())
	})
}

// Command is a source that runs a program of the user's, by the system's shell. It prints the token alone, or an OAuth 2.0 token response (RFC
// 6749, section 5.1); the variables MVASTATUS_SCOPE and MVASTATUS_ORGNR say what for. A token is used again until it ends.
func Command(line string) client.TokenSource {
	return &command{line: line, held: map[client.TokenRequest]client.Token{}}
}

type command struct {
	line string
	mu   sync.Mutex
	held map[client.TokenRequest]client.Token
}

// leeway is how long before its end a token is not used any more.
const leeway = 10 * time.Second

// Token runs the program unless there is a token. One at a time: the program may ask a person.
func (c *command) Token(ctx context.Context, request client.TokenRequest) (client.Token, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	what := client.TokenRequest{Scope: request.Scope, OnBehalfOf: request.OnBehalfOf}
	held, ok := c.held[what]
	refused := request.Renew && held.Equal(request.Rejected)
	if ok && !refused && time.Now().Add(leeway).Before(held.Expiry()) {
		return held, nil
	}
	printed, err := Run(ctx, c.line, "MVASTATUS_SCOPE="+request.Scope, "MVASTATUS_ORGNR="+request.OnBehalfOf)
	if err != nil {
		return client.Token{}, err
	}
	token, err := parse(printed, time.Now())
	if err == nil {
		c.held[what] = token
	}
	return token, err
}

// Run runs a program by the shell and returns what it printed, without the white space around it.
func Run(ctx context.Context, line string, environment ...string) (string, error) {
	program := exec.CommandContext(ctx, "sh", "-c", line) //nolint:gosec // the user's own program, from the user's own settings
	if runtime.GOOS == "windows" {
		program = exec.CommandContext(ctx, "cmd", "/C", line) //nolint:gosec // the same
	}
	program.WaitDelay = 2 * time.Second // what it started itself may hold the pipe
	program.Env = append(os.Environ(), environment...)
	withAllItStarts(program)
	out := &printed{}
	program.Stdout, program.Stderr = &out.token, &out.complaint
	err := runUntil(ctx, program)
	switch {
	case ctx.Err() != nil: // what was printed may still be written to
		return "", ctx.Err()
	case out.token.over:
		return "", say.Errorf("the program %q prints more than 1 MiB: that is no token", line)
	case err == nil:
		return strings.TrimSpace(string(out.token.text)), nil
	}
	return "", say.Errorf("the program %q failed: %s", line, clip(err, string(out.complaint)))
}

// printed is what a program wrote.
type printed struct {
	token     head
	complaint tail
}

// runUntil runs a program to its end or to that of ctx, which it does not outlive. What else holds its pipes is not waited for then.
func runUntil(ctx context.Context, program *exec.Cmd) error {
	if err := program.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- program.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		_ = program.Cancel() // it has ended already, or ends now
		return ctx.Err()
	}
}

// mostPrinted is how much a program may print, and mostComplaint how much of what it complains of is kept.
const (
	mostPrinted   = 1 << 20
	mostComplaint = 4 << 10
)

// head takes what a program prints, and nothing more once that is too much: the program's next write fails then.
type head struct {
	text []byte
	over bool
}

func (h *head) Write(p []byte) (int, error) {
	if h.over = h.over || len(h.text)+len(p) > mostPrinted; h.over {
		return 0, io.ErrShortWrite
	}
	h.text = append(h.text, p...)
	return len(p), nil
}

// tail keeps the end of what is written into it.
type tail []byte

func (t *tail) Write(p []byte) (int, error) {
	*t = append(*t, p...)
	*t = append((*t)[:0], (*t)[max(0, len(*t)-mostComplaint):]...)
	return len(p), nil
}

// clip is the last line a program complained with, or what became of it where it said nothing.
func clip(err error, complaint string) string {
	lines := strings.Split(strings.TrimSpace(complaint), "\n")
	const most = 200
	if last := []rune(strings.TrimSpace(lines[len(lines)-1])); len(last) > 0 {
		return string(last[:min(len(last), most)])
	}
	return err.Error()
}

// parse reads a token as it stands, or a token response.
func parse(text string, now time.Time) (client.Token, error) {
	var response struct {
		Token     string `json:"access_token"`
		ExpiresIn int64  `json:"expires_in"`
	}
	if strings.HasPrefix(text, "{") {
		if err := json.Unmarshal([]byte(text), &response); err != nil || response.Token == "" {
			return client.Token{}, say.Errorf("there is no access_token in it")
		}
		expiry := time.Time{}
		if response.ExpiresIn > 0 {
			expiry = now.Add(time.Duration(min(response.ExpiresIn, 1<<20)) * time.Second)
		}
		return client.NewToken(response.Token, expiry), nil
	}
	text = strings.TrimPrefix(text, "Bearer ")
	if text == "" || strings.ContainsAny(text, " \t\r\n") {
		return client.Token{}, say.Errorf("one token is expected, and nothing else")
	}
	return client.NewToken(text, time.Time{}), nil
}
