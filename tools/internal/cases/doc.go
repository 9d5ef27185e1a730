// Package cases has a folder for each feature of XML Schema: a schema, the package generated from it, and documents that are
// valid and invalid under it. The test in this package generates everything anew and compares, and reads every document
// through the generated code.
//
// UPDATE=1 go test ./tools/internal/cases rewrites what is generated.
package cases
