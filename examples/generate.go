// Package examples is a module with programs that use the library, each in a folder of its own with a test. README.md says what each shows.
package examples

//go:generate go tool xsdgen generate
