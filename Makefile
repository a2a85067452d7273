# Two commands do everything on a fresh machine with Swift: `make demo` and `make test`.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup solver build lib demo test soak mixed-day format lint bench bench-stages bench-gate bench-gate-update completions clean mixed-day-check

WRIT := .build/release/writ

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: ## Install what is missing (libyaml, simdjson)
	@scripts/setup

solver: ## Install z3, the second solver, where it is missing; nothing needs it
	@scripts/setup-solver

build: setup ## Build the release command
	swift build -c release --product writ

lib: setup ## Build libwrit.so for C, Python and other hosts
	@scripts/make-lib

demo: build ## Decide real cases and print the explained answers
	@scripts/demo $(WRIT)

test: setup ## Run every test, and the examples in C and Python
	swift test
	@scripts/test-hosts

soak: setup ## Let threads decide while versions swap, under the thread sanitizer
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/SoakTests/thread-sanitizer.suppressions \
	    swift test --scratch-path .build-tsan --sanitize=thread --filter SoakTests

mixed-day: build ## Make up a day of contacts for each pack and print what share needs no person
	python3 scripts/mixed-day
	@scripts/replay-days $(WRIT)

mixed-day-check: setup ## Check that the mixed days are what their generators write
	python3 scripts/mixed-day --check

format: ## Format every Swift file
	swift format -i -r --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

lint: ## Check the format of every Swift file
	swift format lint -r --strict --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

bench: build ## Compare Writ with Swift and C++ by hand, in one run
	@swift run -c release --package-path Benchmarks writ-benchmarks --writ $(WRIT)

bench-stages: setup ## Measure lex, parse, check and lower on the shipped policies
	@swift run -c release --package-path Benchmarks writ-benchmarks stages rules

bench-gate: setup ## Count the instructions of fixed work and compare them with Benchmarks/baseline.tsv
	@scripts/bench-gate

bench-gate-update: setup ## Count them and make them the baseline
	@scripts/bench-gate --update

completions: build ## Write shell completions to completions/
	mkdir -p completions
	for shell in bash zsh fish; do $(WRIT) --generate-completion-script $$shell > completions/writ.$$shell; done

clean: ## Remove what was built
	rm -rf .build .build-lib .build-tsan Benchmarks/.build completions
