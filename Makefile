# `make` or `make site` builds the playbook into ./site; `make help` lists the rest.
# Everything runs in .venv, which tools/env.sh creates and keeps up to date.

# Another Python than python3: make PYTHON=python3.12
PYTHON ?=
# Extra words for the command of generate, serve, bench, check or pytest:
# make test ARGS="tests/test_x.py -k name"
ARGS ?=

bin := .venv/bin
env := sh tools/env.sh

export PYTHON
# No part of the project may ever download a browser.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
unexport PYTHONPATH PYTHONHOME
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := site
.PHONY: site serve check generate test lint format bench pins clean clean-all help env-site env-dev

site: env-site ## build the site with its PDFs into ./site (the default)
	@$(env) paper
	@$(bin)/playbook build --pdf $(ARGS)

serve: env-site ## build, show the site in a browser, rebuild on each change
	@exec $(bin)/playbook serve $(ARGS)

check: env-site ## check the content without building
	@$(bin)/playbook check $(ARGS)

generate: env-site ## write the generated content
	@$(bin)/python -m generator.schema.write $(ARGS)

test: lint ## all checks of the code, then all tests, with a real Chromium
	@$(env) poppler
	@$(env) editor
	@CHROMIUM=$$($(env) browser) && export CHROMIUM && \
	echo "pytest, with $$CHROMIUM" && \
	$(bin)/python -m pytest -n 2 --dist worksteal $(ARGS)

lint: env-dev ## format, lint, types and layers of the code, without the tests
	@echo "ruff format"; $(bin)/ruff format --check . || { echo "Not formatted: run make format."; exit 1; }
	@echo "ruff check"; $(bin)/ruff check -q .
	@echo "mypy"; $(bin)/mypy
	@echo "import layers"; $(bin)/lint-imports --no-logo
	@echo "recipes"; $(bin)/zizmor --offline --pedantic --quiet .github generator/starter/.github
	@$(bin)/hadolint Containerfile generator/starter/Containerfile

format: env-dev ## format the code and repair what ruff can repair
	@$(bin)/ruff check -q --fix-only .
	@$(bin)/ruff format -q .

bench: env-dev ## measure the build's speed
	@$(bin)/python tests/bench/bench.py $(ARGS)

pins: ## write constraints.txt anew with the newest versions pyproject.toml allows
	@sh tools/pins.sh

clean: ## remove the built site and all caches
	@rm -rf site .site-* .cache build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@for folder in generator tests tools themes; do \
		if [ -d $$folder ]; then find $$folder -name __pycache__ -prune -exec rm -rf {} +; fi; done

clean-all: clean ## the same, and .venv
	@rm -rf .venv

help: ## show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

env-site:
	@$(env) site

env-dev:
	@$(env) dev
