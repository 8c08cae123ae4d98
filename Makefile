# The commands. Each first prepares what it needs, and skips this when nothing has changed.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
OUT ?= demo-output
BIN := .venv/bin
export PYTHON
# Compiled modules, which the many processes of the tests share, lie apart from the sources.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/compiled

.PHONY: help setup setup-program run demo test attack check quick format bench translations rights-table help-pictures lock clean

help: ## This list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## Prepare everything the checks need
	@installer/linux/prepare.sh checks

setup-program:
	@installer/linux/prepare.sh program

run: setup-program ## The program for a real office; the first start sets the office up
	@$(BIN)/reception

demo: setup-program ## A demonstration office, in a window (or OUT=dir without a display)
	@$(BIN)/python -m reception.console.app demo --window --out "$(OUT)"

# Three processes on two cores, because tests often wait for a child process or a timer.
WORKERS ?= 3
test: check ## All checks and all tests (SEED=n repeats the order of a run)
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(if $(SEED),--randomly-seed=$(SEED))

attack: check ## The attacks, and every other test that docs/security.md names
	$(BIN)/python -m pytest -q -n 2 tests/attacks \
	  $$(grep -oE 'tests/[a-z0-9_/]+\.py' docs/security.md | sort -u | grep -v '^tests/attacks/')

check: setup ## Format, lint, types, imports, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy -p installer
	$(BIN)/lint-imports
	$(BIN)/python -m installer.translations check
	$(BIN)/python -m installer.service_table check

# The parts without a window, a print service or a slow hash.
quick: check ## The checks before a commit, under a minute
	$(BIN)/python -m pytest -q -n 2 tests/test_project.py tests/domain tests/law tests/messages tests/storage tests/printing

format: setup ## Format every file
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

help-pictures: setup-program ## Make the pictures of the user guide again, from the demonstration
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m reception.console.app demo --out demo-output/guide
	@$(BIN)/python -m installer.help_pictures demo-output/guide

bench: setup ## Ratios against bare equivalents
	$(BIN)/python -m tests.benchmarks

translations: setup ## Bring resources/i18n up to date with the texts in ui/
	$(BIN)/python -m installer.translations update
	$(BIN)/python -m installer.translations compile

rights-table: setup-program ## Make the table of rights in docs/security.md again
	@$(BIN)/python -m installer.service_table

lock: setup ## Pin the newest allowed version of every package
	$(BIN)/python -m installer.lock

clean: ## Remove the files that these commands made
	rm -rf .venv demo-output build *.egg-info .mypy_cache .ruff_cache .hypothesis .import_linter_cache
