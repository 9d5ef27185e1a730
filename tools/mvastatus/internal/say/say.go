// Package say words everything that people read, in bokmål and in English. Code writes the English format; the catalogue has both languages, and a
// test reads the code and finds what has no translation. Messages and errors are worded late, in the language of the reader.
package say

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Language is a language of output.
type Language string

// The languages.
const (
	Bokmaal Language = "nb"
	English Language = "en"
)

// Named is the language of a code; "no" and codes with a country, such as nb_NO.UTF-8, are understood too.
func Named(code string) (Language, bool) {
	short, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(code, "_", "-")), "-")
	switch short {
	case "nb", "no", "nn":
		return Bokmaal, true
	case "en":
		return English, true
	}
	return Bokmaal, false
}

// Voice speaks one language. The zero Voice speaks English.
type Voice struct {
	language Language
	printer  *message.Printer
}

// In is the voice of a language.
func In(l Language) Voice {
	tag := language.English
	if l == Bokmaal {
		tag = bokmaal
	}
	return Voice{language: l, printer: message.NewPrinter(tag, message.Catalog(messages))}
}

// Language is the language spoken.
func (v Voice) Language() Language { return v.language }

// Say words a message. Arguments that are messages or errors themselves are worded in the same language; numbers are written as it groups them.
func (v Voice) Say(format string, args ...any) string {
	if v.printer == nil {
		v = In(English)
	}
	worded := make([]any, len(args))
	for i, arg := range args {
		worded[i] = v.word(arg)
	}
	return v.printer.Sprintf(format, worded...)
}

func (v Voice) word(arg any) any {
	switch arg := arg.(type) {
	case Message:
		return v.Text(arg)
	case error:
		return v.Error(arg)
	}
	return arg
}

// Message is something to say that has not been worded yet.
type Message struct {
	format string
	args   []any
}

// Later is a message for a reader whose language is not known yet.
func Later(format string, args ...any) Message { return Message{format, args} }

// Text words a message.
func (v Voice) Text(m Message) string {
	if m.format == "" {
		return ""
	}
	return v.Say(m.format, m.args...)
}

// String is the message in English.
func (m Message) String() string { return Voice{}.Text(m) }

// fault is an error made of a message.
type fault struct{ Message }

// Error is the message in English, for logs.
func (f *fault) Error() string { return f.String() }

// Unwrap gives the errors among the arguments.
func (f *fault) Unwrap() []error {
	var causes []error
	for _, arg := range f.args {
		if err, ok := arg.(error); ok {
			causes = append(causes, err)
		}
	}
	return causes
}

// Errorf is an error that is worded in the language of its reader. Errors among the arguments can be found with errors.Is and errors.As.
func Errorf(format string, args ...any) error { return &fault{Message{format, args}} }

// Error words an error. What comes from elsewhere and is not known here stays as it is.
func (v Voice) Error(err error) string {
	var own *fault
	var advised *advice
	var call *callError
	var path *fs.PathError
	var link *os.LinkError
	switch joined, isJoined := err.(interface{ Unwrap() []error }); {
	case err == nil:
		return ""
	case asItself(err, &own):
		return v.Text(own.Message)
	case asItself(err, &advised):
		return v.Error(advised.error)
	case asCall(err, &call):
		return v.call(call)
	case isJoined:
		var lines []string
		for _, each := range joined.Unwrap() {
			lines = append(lines, v.Error(each))
		}
		return strings.Join(lines, "\n")
	case errors.As(err, &path):
		return v.Say("%s: %s", path.Path, v.system(path.Err))
	case errors.As(err, &link):
		return v.Say("%s: %s", link.New, v.system(link.Err))
	}
	return v.system(err)
}

// asItself tells whether err is of the type itself, not somewhere inside.
func asItself[T error](err error, target *T) bool {
	found, ok := err.(T) //nolint:errorlint // what wraps it says more than it does
	if ok {
		*target = found
	}
	return ok
}

var bokmaal = language.MustParse("nb")

// messages is the catalogue as the printers take it.
var messages = compile()

// entry is one message in both languages, the English one being its key. Where the number of something changes the words, one and en1 hold
// the singular, and count says which argument counts (1 where nothing is said).
type entry struct {
	en, nb   string
	en1, nb1 string
	count    int
}

func compile() catalog.Catalog {
	builder := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, e := range entries() {
		must(builder.Set(language.English, e.en, e.form(e.en1, e.en)...))
		must(builder.Set(bokmaal, e.en, e.form(e.nb1, e.nb)...))
	}
	return builder
}

func (e entry) form(one, other string) []catalog.Message {
	if one == "" {
		return []catalog.Message{catalog.String(other)}
	}
	return []catalog.Message{plural.Selectf(max(1, e.count), "%d", plural.One, one, plural.Other, other)}
}

func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("the catalogue: %v", err)) // found by every test
	}
}
