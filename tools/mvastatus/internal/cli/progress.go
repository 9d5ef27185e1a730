// How far a batch has come.

package cli

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// progress is a bar on a terminal and a line now and then elsewhere.
type progress struct {
	stderr   io.Writer
	voice    say.Voice
	bar      *progressbar.ProgressBar
	quiet    bool
	terminal bool
	said     time.Time
	now      func() time.Time
}

func (o *batchOptions) progress() *progress {
	_, terminal := o.world.Width(o.world.Stderr)
	return &progress{stderr: o.world.Stderr, voice: o.voice, quiet: o.quiet, terminal: terminal, now: o.world.Now}
}

// sayEvery is the pause between lines where there is no terminal.
const sayEvery = 30 * time.Second

func (p *progress) show(done, total int) {
	switch {
	case p.quiet:
	case p.terminal:
		p.bar = p.barOf(total)
		_ = p.bar.Set(done) // a progress bar that cannot be drawn is no reason to stop
	case p.now().Sub(p.said) >= sayEvery || done == total:
		p.said = p.now()
		fmt.Fprintln(p.stderr, p.voice.Say("%d of %d", done, total))
	}
}

func (p *progress) barOf(total int) *progressbar.ProgressBar {
	if p.bar != nil {
		return p.bar
	}
	return progressbar.NewOptions(total, progressbar.OptionSetWriter(p.stderr), progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
