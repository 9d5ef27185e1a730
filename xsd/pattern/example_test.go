// Ways of using the package.

package pattern_test

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

func ExampleCompile() {
	p, err := pattern.Compile(`[A-Z-[AEIOU]]{2}\d{1,4000}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Match("NR1234"), p.Match("NO1234"))

	_, err = pattern.Compile(`^\bword`)
	fmt.Println(err)
	// Output:
	// true false
	// pattern "^\\bword", character 2: XSD has no escape \b; write b itself, or a character reference of XML
}

// A schema replaces \d by [0-9]: which strings does that shut out?
func ExampleIncludes() {
	before, err := pattern.Compile(`\d{9}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := pattern.Compile(`[0-9]{9}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, witness := pattern.Includes(after.Language(), before.Language(), 10_000)
	fmt.Printf("%v: %+q\n", answer, witness)
	// Output:
	// no: "00000000\u0660"
}
