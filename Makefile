# Everything a developer or an operator types. Needs git, make and Python 3.11 or newer with venv; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install demo test check format bench nightly lock clean

help: ## what you can type here
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Ratsbote needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python cannot make a virtual environment here (Debian: apt install python3-venv)." >&2; rm -rf $(VENV); exit 1; }

# What the bot needs to run. The stamp is newer than the lock once everything of it is installed.
$(VENV)/run.stamp: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) from requirements.txt …"
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

# What developers need in addition, and the command `ratsbote` itself.
$(VENV)/dev.stamp: requirements-dev.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) from requirements-dev.txt …"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run.stamp

install: $(VENV)/dev.stamp ## set up .venv from the locked dependencies, with the command .venv/bin/ratsbote

demo: $(VENV)/run.stamp ## open the assistant in a chat page on this machine, with a sample council
	@$(BIN)/python -m bot demo $(ARGS)

test: $(VENV)/dev.stamp ## run all tests
	@$(BIN)/python -m pytest --numprocesses auto $(ARGS)

check: $(VENV)/dev.stamp ## format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto $(ARGS)

format: $(VENV)/dev.stamp ## put every file into the common format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/dev.stamp ## measure; prints ratios within one run
	@$(BIN)/python -m benchmarks

nightly: $(VENV)/dev.stamp ## the long tests: kills, sweeps, fuzzing at full length
	@RATSBOTE_NIGHTLY=1 $(BIN)/python -m pytest --timeout 3600 $(ARGS)

lock: $(VENV)/dev.stamp ## renew the locked dependencies from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
	  $(ARGS) pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
	  $(ARGS) pyproject.toml --group dev -o requirements-dev.txt

clean: ## remove the virtual environment and caches (never data)
	@rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
