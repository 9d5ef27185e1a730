// Package mvainnsyn is the root of the module: a schema compiler for XML Schema 1.0, the Go packages it generates for
// Skatteetaten's VAT schemas, and a client of the VAT status service. It has no code of its own; this is the map.
//
// For users:
//
//	generated/<name>/<version>             Go types of one schema version, generated; nothing hand-written
//	generated/<name>/<version>/<x>client   the thin client, where the schema has a service
//	xsd                                    reading, writing and validating, options, errors, and the datatypes as Go types
//	client                                 the generic half of a thin client: HTTP, tokens, negotiation, errors, retries
//	client/maskinporten                    token source for Maskinporten
//	client/oauth2source                    token source for ID-porten and other OAuth servers
//	client/orgnr, client/frist             organisation numbers; days left and overdue in Oslo
//	client/clienttest                      an in-process Maskinporten and the services to test against
//	tools/xsdgen                           the compiler's command: init, generate, validate, sample, doc, diff, adopt, convert
//	tools/validator                        compile a schema at run time, and judge documents by it
//	tools/playground                       builds a page with the compiler in it, for the browser
//	tools/mvastatus                        the command for people: status, batch, sandbox, doctor, keygen
//	examples                               a module of its own: programs that use all of this, with tests
//
// Below xsd:
//
//	xsd/codec        for generated code: what describes its types, and the reader and the writer that follow it
//	xsd/simple       simple types, facets and value spaces, for the runtime and the compiler
//	xsd/source       names, positions, limits and encodings of what is read
//	xsd/xmltext      namespace-aware pull reader and writer for XML
//	xsd/jsontext     the same for JSON
//	xsd/pattern      the regular expressions of XSD
//	xsd/content      content models as automata with counters
//	xsd/xsdtest      for tests: quick reading held to careful reading, with documents spelled in two ways
//	xsd/internal     what only the packages above share
//	xsd/schemas      the schema versions: .xsd, SOURCE, xsdgen.yaml
//
// The stages of the compiler, each a pure function of what the one before it returns:
//
//	tools/internal/diag         positions and problems
//	tools/internal/load         schema documents and all they include and import
//	tools/internal/catalog      OASIS XML catalogs: where documents are that schemas refer to
//	tools/internal/mirror       copies of what a schema refers to, in a folder with catalog and lock
//	tools/internal/rules        what each rule demands that a message names
//	tools/internal/schema       resolved, immutable schema components
//	tools/internal/automaton    decisions about content models: ambiguity, inclusion, sampling
//	tools/internal/model        the Go view: every naming and type decision
//	tools/internal/emit         model to files
//	tools/internal/config       xsdgen.yaml
//	tools/internal/generate     the stages in a row, and the output directory
//	tools/internal/validate     a document against schema components
//	tools/internal/engine       a document, in JSON too, judged by the runtime without generated code
//	tools/internal/sample       documents drawn from a schema
//	tools/internal/doc          the information model as a picture and the reference as a page: a room for each step
//	tools/internal/inclusion    is every document of one schema valid under another, and a document that shows it
//	tools/internal/goapi        does source written against one generated package compile with another, and mean the same
//	tools/internal/diff         what changed between two schemas, and what each change does
//	tools/internal/changelog    the history of a schema in git: what each step broke, and for whom
//	tools/internal/origin       where a version of a schema is: a file, a folder, a revision of git
//	tools/internal/report       what a comparison found, as text, JSON, Markdown, HTML, annotations and SARIF
//	tools/internal/playground   what the page of the playground asks, answered without a disk
//	tools/internal/adopt        a new version of a schema, filed beside its predecessors
//	tools/internal/convert      the package that turns documents of one version into documents of another
//	tools/internal/cases        one folder per XSD feature, with its generated package and documents
//	tools/internal/conformance  the W3C's test suite, real families, mutated documents
//
// What keeps it honest:
//
//	internal/cost                for tests: what work costs in bytes, which no busy machine changes
//	tools/internal/attacks       known attacks on readers, validator and compiler, and what each costs
//	tools/internal/inputs        shared inputs of tests, and what was not checked where they are missing
//	tools/internal/downstream    modules like those of our users, in which tests compile what was generated
//	tools/internal/judge         the independent judges: xmllint and Xerces-J
//	tools/internal/world         schemas of other publishers, and what public reports found
//	tools/internal/conformance/record  what release candidates measured, in docs/conformance.md
//	tools/internal/convert/proof runs converting packages on documents, in a program that tests generate
//	tools/internal/goapi/pairs   pairs of schemas that differ in Go in one way, for goapi and for apidiff
//	tools/peers                  a module of its own: what we write read by other people's libraries, and xsdgen's scripts
//	tools/internal/transcription our schemas against the published ones, component for component
//	tools/internal/secondreading the published schemas read by another parser
//	tools/internal/edits         schemas and documents edited at random, for tests of what compares and validates them
//	tools/internal/apicheck      what users of the generated packages may write, recorded: names may be added, none may go
//	tools/internal/mutate        planted faults, and which of them no test noticed
package mvainnsyn

//go:generate go run ./tools/xsdgen generate --config xsd/schemas/mvameldinginnsendingstatus/v1/xsdgen.yaml
//go:generate go run ./tools/xsdgen generate --config xsd/schemas/mvameldinginnsending/v1/xsdgen.yaml
//go:generate go run ./tools/xsdgen generate --config xsd/schemas/skattemeldingformerverdiavgift/v1/xsdgen.yaml
//go:generate go run ./tools/xsdgen generate --config xsd/schemas/betalingsinformasjon/v1/xsdgen.yaml
//go:generate go run ./tools/xsdgen generate --config xsd/schemas/valideringsresultat/v1/xsdgen.yaml
//go:generate go run ./tools/xsdgen generate --config xsd/schemas/frister/v1/xsdgen.yaml
//go:generate go run ./tools/xsdgen generate --config xsd/schemas/mvameldingsopplysning/v1/xsdgen.yaml
//go:generate go run ./tools/xsdgen generate --config examples/xsdgen.yaml
