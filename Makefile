# `make` or `make site` builds the playbook into ./site; `make help` lists the rest.
# Everything runs in .venv, which tools/env.sh creates and keeps up to date.

# To use a Python other than python3: make PYTHON=python3.12
PYTHON ?=
# Extra arguments for generate, site, serve, bench, check or pytest:
# make test ARGS="tests/test_x.py -k name"
ARGS ?=

# Processes of pytest: one more than there are cores, because tests of pages wait for the browser; at most 5.
WORKERS := $(shell cores=$$(nproc 2>/dev/null || echo 2); echo $$((cores < 4 ? cores + 1 : 5)))

bin := .venv/bin
npm := PATH="$(CURDIR)/.venv/node:$$PATH" node_modules/.bin
env := sh tools/env.sh

export PYTHON
# No part of the project may ever download a browser.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
# Without compiled modules each process would compile them again, which tests start by the hundred.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := site
.PHONY: site serve edit check generate components test test-every prove lint format bench pins clean clean-all help env-site env-dev env-node

site: env-site ## build the site with PDFs into ./site (the default)
	@$(env) paper
	@$(bin)/playbook build --pdf $(ARGS)

serve: env-site ## build the site, open it in a browser, rebuild after each change
	@exec $(bin)/playbook serve $(ARGS)

edit: env-site ## change the playbook in the browser, with a form for every entry
	@exec $(bin)/playbook edit $(ARGS)

check: env-site ## check the content without building
	@$(bin)/playbook check $(ARGS)

generate: env-site ## write the generated documentation and schemas
	@$(bin)/python -m generator.schema.write $(ARGS)
	@$(bin)/python -m tools.documents

components: env-site ## show every component of the theme with its examples in build/components
	@$(bin)/python -m tools.component_reference build/components && echo "Open build/components/index.html."

# Lint runs beside the tests; what it says is shown at the end, and only if it fails.
test: env-node ## run all tests, with Chromium, and check the code meanwhile
	@$(env) poppler
	@CHROMIUM=$$($(env) browser) && export CHROMIUM && \
	said=$$(mktemp) && trap 'rm -f "$$said"' EXIT && \
	echo "lint; pytest, with $$CHROMIUM" && \
	{ $(MAKE) lint >"$$said" 2>&1 & } && lint=$$! && \
	{ $(bin)/python -m pytest -n $(WORKERS) --dist worksteal -m "not rehearsal" $(ARGS); tests=$$?; } && \
	{ wait $$lint || { cat "$$said"; echo "make lint failed"; exit 1; }; } && exit $$tests

test-every: env-node ## try every case where make test tries a sample, and rehearsals; CI runs both
	@$(env) poppler
	@$(env) office
	@CHROMIUM=$$($(env) browser) && export CHROMIUM && \
	EVERY_CASE=1 $(bin)/python -m pytest -n $(WORKERS) --dist worksteal -m "sampled or rehearsal" $(ARGS)

# PROVE=small tries a few cases of each proof; ARGS="-k texts" runs one of them.
prove: env-node ## try what takes too long for make test: edits, hostile texts and more; takes hours, prints figures
	@CHROMIUM=$$($(env) browser) && export CHROMIUM && \
	$(bin)/python -m pytest -n $(WORKERS) --dist worksteal -o faulthandler_timeout=0 -o python_files="prove_*.py" tests/prove $(ARGS)

lint: env-node ## check format, style, types, import layers, scripts, styles, templates and CI files, without tests
	@echo "ruff format"; $(bin)/ruff format --check . || { echo "Some files are not formatted: run make format."; exit 1; }
	@echo "ruff check"; $(bin)/ruff check -q .
	@echo "mypy"; $(bin)/mypy
	@echo "import layers"; $(bin)/lint-imports --no-logo
	@echo "eslint"; $(npm)/eslint .
	@echo "tsc"; $(npm)/tsc
	@echo "stylelint"; $(npm)/stylelint "themes/**/*.css" "generator/**/*.css"
	@echo "djlint"; $(bin)/djlint --lint --quiet themes generator --extension j2
	@$(bin)/djlint --lint --quiet themes generator --extension html
	@echo "recipes"; $(bin)/zizmor --offline --pedantic --quiet .github generator/starter/.github
	@$(bin)/hadolint Containerfile generator/starter/Containerfile

format: env-dev ## format the code and apply the corrections that ruff offers
	@$(bin)/ruff check -q --fix-only .
	@$(bin)/ruff format -q .

bench: env-dev ## measure builds against stock Material and Hugo on the same text, and PDFs against the commit before
	@$(bin)/python -m tests.bench.bench $(ARGS)

pins: ## update constraints.txt to the newest versions that pyproject.toml allows
	@sh tools/pins.sh

clean: ## remove the built site and all caches
	@rm -rf site .site-* .cache build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@for folder in generator tests tools themes; do \
		if [ -d $$folder ]; then find $$folder -name __pycache__ -prune -exec rm -rf {} +; fi; done

clean-all: clean ## remove .venv and node_modules as well
	@rm -rf .venv node_modules

help: ## show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

env-site:
	@$(env) site

env-dev:
	@$(env) dev

env-node:
	@$(env) node
