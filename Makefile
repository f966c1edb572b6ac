# `make site` builds the site, `make test` runs every check; both work from a fresh clone.
# Needs GNU make, Python 3.11 or later with venv, and a way to PyPI; `make test` also needs Chromium, nginx and Graphviz.

PYTHON ?= python3
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
LIBRARY := $(VENV)/.stamp-site
TOOLS := $(VENV)/.stamp-test
BROWSER := $(VENV)/.stamp-browser
SERVER := $(VENV)/.stamp-server
GRAPHS := $(VENV)/.stamp-graphs
PACKAGE := briefbook tools
LINTED := briefbook tools tests bench
WORKERS := 3 # for two cores: many tests wait for a browser or a server

# Tests start hundreds of programs; without it each of them would compile all modules again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site example serve test lint type unit coverage update docs words bench lock clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(LIBRARY) ## build the site into build/
	$(BIN)/briefbook build
	@echo "The site is built. Open build/index.html"

example: $(LIBRARY) ## build the invented situation into build-example/
	$(BIN)/briefbook build --content examples/juniper-pass/content --out build-example
	@echo "The example is built. Open build-example/index.html"

serve: $(LIBRARY) ## show the site in a browser, and follow what is written
	$(BIN)/briefbook serve --open

test: lint type unit ## run every check: lint, floors, types, tests

lint: $(TOOLS) ## run ruff and the import floors
	$(BIN)/ruff check $(LINTED)
	$(BIN)/ruff format --check $(LINTED)
	$(BIN)/lint-imports --no-cache --no-logo

type: $(TOOLS) ## run mypy
	$(BIN)/mypy --strict $(PACKAGE)

unit: $(TOOLS) $(BROWSER) $(SERVER) $(GRAPHS) ## run the tests
	PATH="$(CURDIR)/$(VENV)/graphviz:$$PATH" $(BIN)/pytest --numprocesses $(WORKERS)

coverage: $(TOOLS) $(BROWSER) $(SERVER) $(GRAPHS) ## run the tests and list the branches that none takes
	PATH="$(CURDIR)/$(VENV)/graphviz:$$PATH" $(BIN)/pytest --numprocesses $(WORKERS) --cov

update: $(TOOLS) $(GRAPHS) docs ## write the golden files and the generated docs; read the diff
	PATH="$(CURDIR)/$(VENV)/graphviz:$$PATH" $(BIN)/pytest --snapshot-update --ignore tests/browser

docs: $(TOOLS) ## write the references made from the code
	$(BIN)/python -m tools.reference

words: $(TOOLS) ## take up new words of the interface and compile its catalogues
	$(BIN)/python -m tools.words $(LANGUAGES)

bench: $(TOOLS) ## measure, as in: make bench N=1000 SEED=7 PEERS=hugo,eleventy
	$(BIN)/python bench/run.py --n $(or $(N),1000) --seed $(or $(SEED),7) --peers "$(PEERS)"

lock: ## pin every dependency afresh; needs uv
	$(UV) pip compile pyproject.toml --extra calendar --extra serve --group build $(LOCK) -o requirements.lock
	$(UV) pip compile pyproject.toml --extra calendar --extra distil --extra nlp --extra serve --extra sources --group build --group dev $(LOCK) -c requirements.lock -o requirements-dev.lock

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

clean: ## remove what was built and installed
	rm -rf build build-example $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "briefbook needs Python 3.11 or later; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(LIBRARY): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): requirements-dev.lock $(LIBRARY)
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(BROWSER): | $(BIN)/python
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
	  if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as=sudo; else as=none; fi; \
	  if [ "$$as" = none ] || ! command -v apt-get >/dev/null; then \
	    echo "The browser tests need Chromium; on Debian: apt-get install chromium fonts-dejavu-core" >&2; exit 1; fi; \
	  $$as apt-get update -qq && \
	  $$as apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; }
	@touch $@

# unpacked, not installed: a test must not start a service on somebody's machine
$(SERVER): | $(BIN)/python
	@PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null || { \
	  mkdir -p $(VENV)/nginx && cd $(VENV)/nginx && \
	  { apt-get download -qq nginx || { apt-get update -qq && apt-get download -qq nginx; }; } >/dev/null 2>&1 && \
	  dpkg-deb -x nginx_*.deb . || { \
	  echo "The server tests need nginx; on Debian: apt-get install nginx" >&2; exit 1; }; }
	@touch $@

# what lays out one drawing; unpacked too, with the libraries that lay out and none of those that paint
$(GRAPHS): | $(BIN)/python
	@command -v dot >/dev/null || { \
	  mkdir -p $(VENV)/graphviz && cd $(VENV)/graphviz && \
	  { apt-get download -qq $(DOT) || { apt-get update -qq && apt-get download -qq $(DOT); }; } >/dev/null 2>&1 && \
	  for each in *.deb; do dpkg-deb -x "$$each" . || exit 1; done && \
	  lib="$$PWD/$$(dirname usr/lib/*/libgvc.so.6)" && \
	  find "$$lib/graphviz" -name 'libgvplugin_*' ! -name '*_core.*' ! -name '*_dot_layout.*' -delete && \
	  printf '#!/bin/sh\nLD_LIBRARY_PATH="%s" GVBINDIR="%s/graphviz" exec "%s/usr/bin/dot" "$$@"\n' \
	    "$$lib" "$$lib" "$$PWD" >dot && chmod +x dot && ./dot -c || { \
	  echo "The tests of drawings need Graphviz; on Debian: apt-get install graphviz" >&2; exit 1; }; }
	@touch $@

DOT := graphviz libgvc6 libcgraph6 libcdt5 libpathplan4 libxdot4 libgvpr2 libltdl7
