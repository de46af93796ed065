# Two commands do all: `make site` and `make test`. Both set up what they need on a fresh Debian 12.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: site test test-fast serve check lint lock bench audit clean setup setup-dev

PYTHON ?= python3
PRINT_APT := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0  # what draws PDFs
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

site: setup .venv/editions.stamp
	$(BIN)/karpear build

test: setup-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --no-loadscope-reorder

test-fast: setup-dev
	$(BIN)/pytest -q -m "not slow"

lint: setup-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

serve: setup
	$(BIN)/karpear serve

check: setup
	$(BIN)/karpear check

bench: setup-dev
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/page.py
	$(BIN)/python benchmarks/print.py

# Lighthouse over the built site: prints the scores, asserts nothing.
audit: site .venv/apt.stamp .venv/audit.stamp
	CHROME_PATH=$$(command -v chromium) node tests/audit/audit.mjs site

.venv/audit.stamp: tests/audit/package-lock.json .venv/apt.stamp
	npm ci --prefix tests/audit --no-audit --no-fund --ignore-scripts --loglevel=error
	touch $@

# The lock is made by the Python of Debian 12 (3.11.2): a later one picks releases that need it.
DEBIAN_PYTHON ?= /usr/bin/python3
LOCK := build/lock/bin/pip-compile -q --strip-extras --generate-hashes --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock:
	@$(DEBIAN_PYTHON) -c 'import ensurepip, sys; sys.exit(sys.version_info[:2] != (3, 11))' || tools/apt python3-venv
	$(DEBIAN_PYTHON) -m venv build/lock
	build/lock/bin/pip install -q pip-tools
	$(LOCK) --build-deps-for editable -o requirements.txt pyproject.toml
	$(LOCK) --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

clean:
	rm -rf build site dist

# --- set-up: stamps in .venv, so that a second run costs nothing ---

setup: .venv/site.stamp
setup-dev: .venv/dev.stamp .venv/apt.stamp .venv/npm.stamp .venv/kolibri.stamp

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || tools/apt python3
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || tools/apt python3-venv
	$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install -q --require-hashes -r requirements.txt
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	touch $@

.venv/dev.stamp: requirements-dev.txt .venv/site.stamp
	$(BIN)/pip install -q --require-hashes -r requirements-dev.txt
	touch $@

# What editions need of the system: Pango and its kin for PDF, fribidi for text in pictures. Without
# them the website is built all the same, and the build names what it leaves out.
.venv/editions.stamp: tools/apt Makefile | .venv/bin/python
	if tools/apt $(PRINT_APT) libfribidi0; then touch $@; fi

# libatomic1 is for Playwright's own driver; poppler and zbar read our PDFs as strangers do; the fonts
# are those of tests/fonts.conf.
.venv/apt.stamp: tools/apt Makefile .venv/editions.stamp | .venv/bin/python
	tools/apt default-jre-headless kiwix-tools zim-tools  # epubcheck; readers and checker of ZIM
	tools/apt chromium nodejs npm nginx apache2-bin libatomic1 poppler-utils zbar-tools
	tools/apt fonts-dejavu-core fonts-khmeros
	touch $@

.venv/npm.stamp: tests/package-lock.json .venv/apt.stamp
	npm ci --prefix tests --no-audit --no-fund --ignore-scripts --loglevel=error
	touch $@

# Kolibri, which a test asks to import our channel, in a place of its own.
.venv/kolibri.stamp: requirements-kolibri.txt | .venv/bin/python
	$(BIN)/python -m venv --clear .venv/kolibri  # what an interrupted run has left would pass for whole
	.venv/kolibri/bin/pip install -q --require-hashes -r requirements-kolibri.txt
	touch $@
