# Each target does its own set-up: the environment in $(VENV) is made once, and again when its list changes.

VENV ?= .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

# The first Python that the pinned versions are known to work on; else any that is new enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && exit; done; \
	for p in python3 python; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; done)

.DEFAULT_GOAL := help
.PHONY: help report check test test-browser test-tools fuzz lab bench nightly lint types lock clean

# The fast part of the tests: who imports whom, the tables, and reading with its examples.
QUICK := $(addprefix tests/test_, \
	layers.py \
	tables.py lexicon.py \
	tokens.py sentences.py quotes.py \
	quantities.py figures_gold.py \
	things.py times.py speakers.py \
	gold.py first_article.py golden.py \
	explain.py reading_page.py \
	) $(addprefix lib/allegedly/,model.py lexicon text reading explanation)

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

report: $(VENV)/.report ## articles → tables, notebooks and pages: ends with reports/index.html
	$(BIN)/allegedly report

check: lint types ## what is fast, under a minute: lint, types, layers, tables, reading
	$(BIN)/python -m pytest -q $(QUICK) $(ARGS)

test: $(VENV)/.dev ## all tests but those in a browser and those with other tools
	$(BIN)/python -m pytest -n 2 -m "not browser and not tools" $(ARGS)

test-browser: $(VENV)/.dev ## the pages and notebooks opened in headless Chromium
	$(BIN)/python -m pytest -m browser $(ARGS)

test-tools: $(VENV)/.dev $(VENV)-tools/.tools ## exports opened by Datasette, Label Studio, brat's, HXL's and Apache's code
	TOOLS=$(VENV)-tools $(BIN)/python -m pytest -m tools $(ARGS)

fuzz: $(VENV)/.fuzz ## ten minutes of texts that nobody thought of; what fails is kept in tests/seeds
	$(BIN)/python tests/fuzz.py $(SECONDS)

lab: $(VENV)/.lab ## JupyterLab on notebooks/, at the start page
	$(BIN)/jupyter lab --notebook-dir=. --LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb

bench: $(VENV)/.dev ## speed and accuracy, side by side with peers, in one run
	$(BIN)/python -m benchmarks

nightly: $(VENV)/.report ## what a scheduled run calls: reads what is new, reports, says what turned
	$(BIN)/allegedly report --quiet

lint: $(VENV)/.dev ## ruff, and notebooks without outputs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/nbstripout --verify --extra-keys "metadata.papermill cell.metadata.papermill" notebooks/*.ipynb

types: $(VENV)/.dev ## mypy: no room may have more errors than .ci/typecheck.toml says
	$(BIN)/python .ci/typecheck.py $(if $(LOWER),--lower)

lock: ## pin anew what pyproject.toml asks for (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --all-extras --upgrade --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml -o constraints.txt

clean: ## removes what a build made; data/raw and the environment stay
	git clean -fdXq data/processed reports
	rm -rf build dist .fuzz .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find lib tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# --- the environment -----------------------------------------------------------------------------------------

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found; name one: make PYTHON=/path/to/python3.12" >&2; exit 2; }
ifneq ($(UV),)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV)
endif

# A stamp an extra: made anew when the list of dependencies changes.
$(VENV)/.report: EXTRAS := report,ingest,export
$(VENV)/.lab: EXTRAS := report,lab,ingest,export
$(VENV)/.dev: EXTRAS := report,lab,ingest,export,scale,dev
$(VENV)/.fuzz: EXTRAS := report,lab,ingest,export,scale,dev,fuzz
$(VENV)/.report $(VENV)/.lab $(VENV)/.dev $(VENV)/.fuzz: pyproject.toml constraints.txt | $(BIN)/python
ifneq ($(UV),)
	$(UV) pip install --quiet --python $(BIN)/python -c constraints.txt -e ".[$(EXTRAS)]"
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[$(EXTRAS)]"
endif
	@touch $@

# The tools that exports are for: an environment of their own, as they hold packages back that the project needs newer.
$(VENV)-tools/.tools: tests/tools/requirements.txt tests/tools/constraints.txt
	$(if $(PYTHON),$(PYTHON),python3) -m venv $(VENV)-tools
	$(VENV)-tools/bin/python -m pip install --quiet --disable-pip-version-check -c tests/tools/constraints.txt -r $<
	! command -v npm >/dev/null || \
		npm install --silent --no-audit --no-fund --prefix $(VENV)-tools @apache-annotator/selector@0.2.0
	@touch $@
