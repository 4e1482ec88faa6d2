# make dataset · make test · make coverage · make check · make stress · make browser-test · make datasets-test · make bench · make wheel · make clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready
TEST_PROCESSES ?= 2
# Modules are compiled when they are first imported, and kept: most of what is installed never is.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: dataset test coverage check stress browser-test datasets-test bench wheel clean

dataset: $(READY)
	$(BIN)/python build_dataset.py

# The tests come last, so that their closing lines end the run.
test: check
	$(BIN)/python -m pytest -n $(TEST_PROCESSES) --dist loadgroup

# The lines that no test runs; counting takes more than half as long again, and no bound is set on them.
coverage: $(READY)
	$(BIN)/python -m pytest -n $(TEST_PROCESSES) --dist loadgroup --cov --cov-report=term

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	! $(BIN)/radon cc --min D --show-complexity dianshang schema build_dataset.py bench tests | grep .

# In Debian's Chromium, which the machine must have.
browser-test: $(READY)
	$(BIN)/pip install --quiet --no-compile --constraint constraints.txt playwright axe-playwright-python
	CHROMIUM=$${CHROMIUM:-$$(command -v chromium)} $(BIN)/python -m pytest -n $(TEST_PROCESSES) --dist loadgroup tests/browser

# The long form of the tests of engines and hostile input, about a quarter of an hour. It mounts small disks, hence needs
# root. One seed decides all that is random: it is printed, and `make stress STRESS_SEED=…` repeats the run.
ifndef STRESS_SEED
STRESS_SEED := $(shell date +%s)
endif
stress: export STRESS_SEED := $(STRESS_SEED)
stress: $(READY)
	@echo "make stress STRESS_SEED=$$STRESS_SEED"
	$(BIN)/pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev,ray]' atheris
	$(BIN)/python -m pytest -s --hypothesis-profile=default --hypothesis-seed=$$STRESS_SEED tests/engines/stress_run.py tests/engines/stress_trials.py tests/hostile/stress_texts.py
	$(BIN)/python bench/fuzz.py --seconds 120 --seed $$STRESS_SEED

# Both ends of the versions of `datasets` that read what is published, which no one environment holds.
datasets-test: $(READY)
	$(BIN)/python bench/loading.py

# With the peers it is measured against.
bench: $(READY)
	$(BIN)/pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev,bench]'
	for name in conformance passages speed baselines perturbation; do $(BIN)/python bench/$$name.py || exit 1; done

# Not to dist/, which is the dataset. The same sources give the same bytes: every file is of the first day a zip knows.
EPOCH := 315532800
wheel: $(READY)
	rm -rf build
	umask 022 && SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$(EPOCH)} $(BIN)/pip wheel . --no-deps --no-build-isolation --wheel-dir build/wheel

clean:
	rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "dianshang needs Python 3.11 or later, and $(PYTHON) is older: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Installing into .venv what is needed; this takes some minutes the first time."
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt setuptools
	mkdir -p dist  # part of the package, even before the first build
	$(BIN)/pip install --no-compile --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	touch $(READY)
