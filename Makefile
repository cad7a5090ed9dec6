# make demo: extract the sample reports and print their records.   make test: everything that CI checks.
# make readme: refresh what the READMEs show.
PYTHON ?= python3
VENV ?= .venv
EXTRAS ?= dev # make test EXTRAS=dev,train tests training too: torch is several gigabytes
BIN := $(VENV)/bin

.PHONY: demo test lint readme clean

demo: $(VENV)/.installed
	@$(BIN)/unionie extract corpora/samples/*.txt

test: $(VENV)/.installed-dev lint
	$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal
	$(BIN)/unionie evaluate corpora/reports --split dev --floor corpora/reports/figures.json

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

readme: $(VENV)/.installed-dev
	$(BIN)/python .ci/readme.py

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "unionie needs Python 3.10 or later: make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing unionie into $(VENV) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "unionie needs Python 3.10 or later: make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing unionie with its test tools into $(VENV) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$(strip $(EXTRAS))]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
