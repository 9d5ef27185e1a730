//go:build js

// Command worker is what the playground's page runs in the browser: it offers a function that takes a question as JSON and returns the answer as JSON.
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/playground"
)

func main() {
	js.Global().Set("respond", js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		var q playground.Question
		if err := json.Unmarshal([]byte(arguments[0].String()), &q); err != nil {
			return failed(err)
		}
		answer, err := json.Marshal(playground.Respond(q))
		if err != nil {
			return failed(err)
		}
		return string(answer)
	}))
	js.Global().Call("ready")
	select {}
}

// failed is an answer without content.
func failed(err error) string {
	answer, _ := json.Marshal(playground.Answer{Problem: err.Error()}) // a struct of strings has no reason to fail
	return string(answer)
}
