# What one does with this project. `make` alone lists it. Needs make, a POSIX shell and Python 3.11 or newer.

PYTHON ?= python3
export PYTHON

BIN := .venv/bin
RUN := $(BIN)/python

# $(call step,name,command): says which step runs, and which one stopped the rest.
step = echo "== $(1)"; $(2) || { echo "$@: stopped at step: $(1)" >&2; exit 1; }

.PHONY: help demo run test bench sim soak check fmt translations lock clean
.DEFAULT_GOAL := help

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## training mode; without a display: registration and both purchases on a virtual screen, results in demo-output/
ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	@packaging/bootstrap app
	@$(RUN) -m inaproc_desktop --training
else
	@packaging/bootstrap screen
	@packaging/with-xvfb $(RUN) -m inaproc_desktop.tour --output demo-output
endif

run: ## open the application
	@packaging/bootstrap app
	@$(RUN) -m inaproc_desktop

check: ## formatting, lint, types and import contracts
	@packaging/bootstrap test
	@$(call step,format,$(BIN)/ruff format --check .)
	@$(call step,lint,$(BIN)/ruff check .)
	@$(call step,types,$(BIN)/mypy)
	@$(call step,import contracts,$(BIN)/lint-imports --no-logo --no-cache)

test: check ## check, then all tests
	@echo "== tests"
	@$(RUN) -m pytest -n 2

bench: ## measure against floors taken in the same run
	@packaging/bootstrap screen
	@$(RUN) -m benchmarks

SCHEDULES ?= 10000
SEED ?= 1

sim: ## play SCHEDULES made-up days of trouble from SEED on; no promise of the sync may break
	@packaging/bootstrap test
	@$(RUN) -m simulator --schedules $(SCHEDULES) --seed $(SEED)

MINUTES ?= 10
DATABASE ?= sqlite

soak: ## MINUTES of bad line, kills and pauses for 8 real clients (DATABASE=sqlite|postgresql, SEED)
	@packaging/bootstrap test
	@$(RUN) -m endurance soak --minutes $(MINUTES) --seed $(SEED) --database $(DATABASE)

fmt: ## format the code and mend what lint can mend
	@packaging/bootstrap app
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

translations: ## collect the texts of the screens and compile what the program loads
	@packaging/bootstrap app
	@packaging/translate

lock: ## write packaging/constraints.txt anew from the pins of pyproject.toml
	@packaging/lock

clean: ## remove everything that can be made again
	rm -rf .venv build dist demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
