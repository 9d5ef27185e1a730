// The suite through the schema compiler, and its documents through the validator and the engine.

package conformance

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TimeLimit is how long one test may take.
const TimeLimit = 10 * time.Second

// judging makes what judges documents by a schema.
type judging func(*schema.Set) func(io.Reader) error

// byReference judges by the validator of schema components.
func byReference(set *schema.Set) func(io.Reader) error {
	v := validate.New(set)
	return func(document io.Reader) error { return v.Document(document) }
}

// byEngine judges by the reader of generated code, over descriptors made of the components.
func byEngine(set *schema.Set) func(io.Reader) error {
	e := engine.New(set)
	return func(document io.Reader) error { return e.XML(document) }
}

// Validator judges every test of the suite with schema components: schemas by building them, documents by validating them.
func Validator(suite *Suite) Outcomes { return judgedWith(suite, byReference) }

// Engine is [Validator] with the engine for the documents.
func Engine(suite *Suite) Outcomes { return judgedWith(suite, byEngine) }

func judgedWith(suite *Suite, judging judging) Outcomes {
	groups := suite.groups()
	outcomes := make([]Outcomes, len(groups))
	inParallel(len(groups), func(i int) { outcomes[i] = judgeGroup(suite, groups[i], judging) })
	var all Outcomes
	for _, o := range outcomes {
		all = append(all, o...)
	}
	return all
}

// inParallel calls work for each index, as many at a time as there are processors.
func inParallel(count int, work func(int)) {
	queue := make(chan int)
	var workers sync.WaitGroup
	for range runtime.NumCPU() {
		workers.Go(func() {
			for i := range queue {
				work(i)
			}
		})
	}
	for i := range count {
		queue <- i
	}
	close(queue)
	workers.Wait()
}

func judgeGroup(suite *Suite, g *group, judging judging) Outcomes {
	var outcomes Outcomes
	var set *schema.Set
	verdict := bounded(func() error {
		built, err := Build(g.schemas)
		set = built
		return err
	})
	for _, test := range g.schema {
		outcomes = append(outcomes, Outcome{test, verdict})
	}
	if set == nil || !verdict.Valid {
		for _, test := range g.documents {
			outcomes = append(outcomes, Outcome{test, Verdict{Broken: true, Reason: "its schema was refused: " + verdict.Reason}})
		}
		return outcomes
	}
	judge := judging(set)
	for _, test := range g.documents {
		outcomes = append(outcomes, Outcome{test, bounded(func() error { return judgeFile(judge, suite.path(test.Instance)) })})
	}
	return outcomes
}

// Build loads and builds a schema of files.
func Build(files []string) (*schema.Set, error) {
	documents, err := load.Load(files, load.Options{})
	if err != nil {
		return nil, err
	}
	return schema.Build(documents)
}

func judgeFile(judge func(io.Reader) error, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // read only
	return judge(file)
}

// bounded runs a judgement with a time limit and takes a panic for what it is: a fault of ours, not a verdict.
func bounded(judge func() error) Verdict {
	started := time.Now()
	done := make(chan Verdict, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				done <- Verdict{Broken: true, Reason: fmt.Sprintf("panic: %v", fault)}
			}
		}()
		done <- verdictOf(judge())
	}()
	var verdict Verdict
	select {
	case verdict = <-done:
	case <-time.After(TimeLimit):
		verdict = Verdict{Broken: true, Reason: fmt.Sprintf("took more than %s", TimeLimit)}
	}
	verdict.Elapsed = time.Since(started)
	return verdict
}

// verdictOf reads an error: a limit or a file that cannot be read is no verdict.
func verdictOf(err error) Verdict {
	var limit *xsd.LimitError
	var file *os.PathError
	switch {
	case err == nil:
		return Verdict{Valid: true}
	case errors.As(err, &limit), errors.As(err, &file):
		return Verdict{Broken: true, Reason: err.Error()}
	default:
		return Verdict{Reason: err.Error()}
	}
}
