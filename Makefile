# Everything here wraps plain Go commands; `go generate ./...` and `go test ./...` alone do the main work.
# A target's line after ## is its help.

LINT      := go tool -modfile=tools/lint.mod
FUZZTIME  ?= 10m
XSTS      ?= ../shared/xsts

# The page that tests write what they measured into; make record sets it.
RECORD ?=
export RECORD

# The version is part of the file's name, so that another one is installed when it changes.
GOLANGCI_VERSION := v2.15.0
GOLANGCI         := .bin/golangci-lint-$(GOLANGCI_VERSION)

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: generate
generate: ## Regenerate everything under generated/ and tools/internal/cases/
	go generate ./...

.PHONY: test
test: ## Run every test that needs nothing but Go, and the rest where the inputs and judges are there
	go test ./...

.PHONY: update
update: ## Rewrite the goldens; read them before you commit them
	UPDATE=1 go test ./...
	cd tools/peers && UPDATE=1 go test ./...

.PHONY: guides
guides: ## Follow the README and the guides as a user does, with commands installed and modules fetched
	GUIDES=1 go test -count=1 -timeout 30m -run '^TestSnippetsRun$$' .

.PHONY: lint
lint: ## Run vet, staticcheck, gofumpt and deadcode
	go vet ./...
	$(LINT) staticcheck ./...
	@test -z "$$($(LINT) gofumpt -l $$(git ls-files '*.go' ':!generated' ':!*/cases/*' ':!examples/*/*/*'))" || \
		{ echo "not formatted (run: $(LINT) gofumpt -w FILE):"; $(LINT) gofumpt -l $$(git ls-files '*.go' ':!generated' ':!*/cases/*' ':!examples/*/*/*'); exit 1; }
	$(LINT) deadcode -test ./...

# deadcode reads all that a program consists of and compiles nothing; what it says of dead code is lint's matter.
.PHONY: systems
systems: ## Type-check every package, tests included, for the other systems of a release
	@deadcode=$$($(LINT) -n deadcode) && for system in darwin windows; do \
		echo "type-checking for $$system"; GOOS=$$system GOARCH=amd64 CGO_ENABLED=0 "$$deadcode" -test ./... >/dev/null || exit 1; \
	done

.PHONY: lint-full
lint-full: $(GOLANGCI) ## Run golangci-lint too, after installing the pinned version into .bin (takes minutes the first time)
	$(GOLANGCI) run ./...

$(GOLANGCI):
	GOBIN=$(abspath $(dir $@)) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	mv $(dir $@)golangci-lint $@

.PHONY: fuzz
fuzz: ## Run every fuzz target for FUZZTIME (10m) each
	@tools/fuzz.sh $(FUZZTIME)

.PHONY: bench
bench: ## Compare with the peers; ARGS=-quick takes two minutes, ARGS="-only ubl/xmlread" measures what it names
	cd tools/bench && go run . $(ARGS)

.PHONY: conformance
conformance: ## Run the W3C suite in XSTS=DIR through the validator and through generated code; disagreements go to *.tsv
	XSTS=$(abspath $(XSTS)) DISAGREEMENTS=$(CURDIR) go test -count=1 -timeout 3h -run '^TestConformance$$' -v ./tools/internal/conformance

.PHONY: world
world: ## Generate the schemas of other publishers, compile and vet the code, and compare its verdicts with Xerces
	WORLD=all go test -count=1 -timeout 1h -run '^(TestWorld|TestReports)$$' -v ./tools/internal/conformance

.PHONY: families
families: ## Compile the code of every version of real families, and compare each version with each other
	FAMILIES=all go test -p 1 -count=1 -timeout 1h -run '^TestFamilies$$' -v ./tools/internal/conformance ./tools/internal/inclusion

.PHONY: conversions
conversions: ## Convert drawn documents of each version of real schemas, and of every feature case, into the next (half an hour)
	CONVERT=all go test -count=1 -timeout 1h -v ./tools/internal/convert

.PHONY: mutants
mutants: ## Compare verdicts with Xerces and xmllint on 10,000 mutated documents of real families
	MUTANTS=10000 go test -count=1 -short -v -run '^TestMutants$$' ./tools/internal/conformance

.PHONY: samples
samples: ## Draw documents from every shared schema and the W3C suite, and have Xerces judge them
	SAMPLES=all go test -count=1 -timeout 1h -v -run '^(TestRealSchemas|TestSuite)$$' ./tools/internal/sample

.PHONY: drawn
drawn: ## Draw 700 documents of each kind for every case, take them, 20 changes of each and 40 of their JSON through generated code, and 7,000 edited values of each example (SEED=n draws others)
	DRAWN=700 go test -count=1 -timeout 2h -v -run '^(TestDrawn|TestEdited)$$' ./tools/internal/cases

.PHONY: edits
edits: ## Compare 3,000 randomly edited schemas with what they were, and hold the verdicts to drawn documents
	PAIRS=3000 go test -count=1 -timeout 1h -v -run '^(TestVerdictsAgreeWithDocuments|TestRandomEdits)$$' ./tools/internal/diff ./tools/internal/inclusion

.PHONY: judges
judges: ## Put all witnesses, and 1,000 documents for each compatible verdict, to Xerces-J and xmllint
	FAMILIES=all DRAWN=1000 go test -count=1 -timeout 2h -v -run 'ForJudges$$' ./tools/internal/diff

.PHONY: mutate
mutate: ## Plant 250 faults, one at a time, and list those that no test noticed (half an hour)
	go run ./tools/internal/mutate -record "$(RECORD)"

.PHONY: attacks
attacks: ## Count the steps that known attacks take at a size and at four times that size
	ATTACKS=steps go test -count=1 -timeout 1h -v ./tools/internal/attacks

.PHONY: record
record: ## Measure all that docs/conformance.md tells, and write it (an hour)
	RECORD=docs/conformance.md go test -count=1 -run '^(TestXMLConf|TestJSONTestSuite)$$' -v ./tools/internal/conformance/wellformed
	$(MAKE) attacks families world conformance mutate RECORD=docs/conformance.md

.PHONY: release-check
release-check: check ## What a release needs beside CI: tidy, licences, the interface, all that is measured, judges, fuzzing, mutation (hours)
	@for inner in . $$(git ls-files '*/go.mod' | xargs -n1 dirname); do (cd $$inner && go mod tidy -diff) || exit 1; done
	.ci/licences
	.ci/api
	npm install --silent --no-audit --no-fund --prefix .bin/axe axe-core@4
	MVAINNSYN_BROWSER=1 AXE_CORE=$(CURDIR)/.bin/axe/node_modules/axe-core/axe.min.js go test -count=1 ./tools/internal/browser ./tools/internal/doc/... ./tools/xsdgen ./tools/playground
	.ci/release all
	for system in darwin windows; do GOOS=$$system GOARCH=amd64 CGO_ENABLED=0 go vet -trimpath ./... || exit 1; done
	$(MAKE) record mutants samples judges edits
	$(MAKE) fuzz FUZZTIME=60s

.PHONY: playground
playground: ## Build playground.html, one page with the compiler in it: a schema's Go, picture, samples, verdicts, and what another version breaks
	go run ./tools/playground -o playground.html

.PHONY: interop
interop: ## Ask a real OAuth server for tokens
	cd client/maskinporten/interop && go test ./...

.PHONY: peers
peers: ## Have other people's libraries read what we write, and run xsdgen's scripts; a module of its own
	cd tools/peers && go vet ./... && go test -vet=off ./...

.PHONY: examples
examples: ## Generate, build and run the example programs, a module of their own
	cd examples && go tool xsdgen generate --check && go vet ./... && go test -vet=off ./...

.PHONY: cover
cover: ## Coverage of the runtime and of the compiler, package by package
	go test -coverpkg=./xsd/...,./tools/internal/... -coverprofile=coverage.out ./... && go tool cover -func=coverage.out | tail -n 1

.PHONY: check
check: generate lint test guides peers interop examples ## What CI does: regenerate, lint, test, and see that nothing changed
	@test -z "$$(git status --porcelain)" || { git status --porcelain; echo "the tree changed: commit what go generate wrote"; exit 1; }
