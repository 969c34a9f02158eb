# `make run` and `make test` are all that is needed; `make help` names the rest.

# Another interpreter: make run PYTHON=python3.13
PYTHON ?= python3
# What follows the program or pytest: make run ARGS="--page exercises", make test ARGS="-k dose"
ARGS ?=
# What makes the lock files; installing from them needs only pip.
UV ?= uv

VENV := .venv
PY := $(VENV)/bin/python
RUN_READY := $(VENV)/run-ready
DEV_READY := $(VENV)/dev-ready
COMPILE := $(UV) pip compile --quiet pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	--custom-compile-command "make lock" --group build

.DEFAULT_GOAL := help
.PHONY: help run test check format bench faults screenshots images lock clean distclean \
	run-system test-system

help: ## Names the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: run-system $(RUN_READY) ## Opens the program; ARGS="--page exercises" is passed on
	@packaging/linux/run.sh $(PY) $(ARGS)

test: test-system $(DEV_READY) ## Runs the tests and the coverage gate; ARGS="-k dose" is passed on
	@mkdir -p build
	@$(if $(strip $(ARGS)),$(PY) -m pytest $(ARGS),packaging/run-tests.sh $(PY))

check: $(DEV_READY) ## Checks format, lint, types and who imports whom
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m pyright
	$(VENV)/bin/lint-imports

format: $(DEV_READY) ## Formats the code and mends what lint can mend
	$(PY) -m ruff check --fix-only .
	$(PY) -m ruff format .

bench: test-system $(DEV_READY) ## Measures start-up, memory and response against their goals
	@$(PY) -m tests.bench $(ARGS)

faults: test-system $(DEV_READY) ## Tries what may go wrong around a session; fifty kills take four minutes
	@$(PY) -m tests.journeys.faults $(ARGS)

screenshots: test-system $(DEV_READY) ## Draws every page, light and dark, at three sizes
	@$(PY) -m tests.screenshots $(ARGS)

images: test-system $(RUN_READY) ## Draws the exercise pictures in resources/images again
	@$(PY) -m kneegui.figure bake $(ARGS)

lock: ## Pins the dependencies again (needs uv)
	$(COMPILE) --output-file packaging/requirements.lock
	$(COMPILE) --group dev --constraint packaging/requirements.lock \
		--output-file packaging/requirements-dev.lock

clean: ## Removes what was built, keeps the virtual environment
	rm -rf build dist .coverage .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find kneegui tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Removes the virtual environment too
	rm -rf $(VENV)

run-system:
	@packaging/linux/system-packages.sh run $(PY) $(PYTHON)

test-system:
	@packaging/linux/system-packages.sh test $(PY) $(PYTHON)

# Installed again when the pins or the project's own description change.
$(RUN_READY): pyproject.toml packaging/requirements.lock | run-system
	@packaging/environment.sh $(VENV) $(PYTHON) packaging/requirements.lock
	@touch $(RUN_READY)

$(DEV_READY): pyproject.toml packaging/requirements-dev.lock | test-system
	@packaging/environment.sh $(VENV) $(PYTHON) packaging/requirements-dev.lock
	@touch $(RUN_READY) $(DEV_READY)
