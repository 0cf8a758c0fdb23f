#!/bin/sh
# Gets ready what the Makefile's targets need. Run from the project's root:
#
#   sh tools/env.sh site      .venv with the packages that build the site
#   sh tools/env.sh dev       the same, and the packages for the tests
#   sh tools/env.sh browser   a Chromium; its path is the only line on standard output
#   sh tools/env.sh poppler   pdftoppm, which turns PDF pages into pictures
#   sh tools/env.sh paper     Pango, which PDFs are made with; without it the site has none
#   sh tools/env.sh editor    the YAML language server of editors, in .venv/editor
#
# It never asks anything: it installs what it may install, or prints the command
# to type and stops with exit status 1. PYTHON names another Python than python3,
# CHROMIUM another browser.
set -eu

venv=.venv
pins=constraints.txt
# In constraints.txt the packages after this line are for development only.
dev_mark='# --- development and tests ---'

# Settings of a person's shell that would bend the environment.
unset PYTHONPATH PYTHONHOME PIP_REQUIRE_VIRTUALENV PIP_TARGET PIP_PREFIX PIP_CONSTRAINT PIP_REQUIREMENT
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { echo "$*" >&2; }
die() { say "$*"; exit 1; }

# step TEXT COMMAND...: says what it does; shows the command's output only if it fails.
step() {
    say "$1 ..."
    shift
    "$@" >"$work/log" 2>&1 </dev/null && return
    tail -n 40 "$work/log" >&2
    return 1
}

# ---- packages of the system ----

# As root, or with a sudo that asks no password; fails where neither is so.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# apt_install WHY PACKAGE...: installs, or says what to type and stops.
apt_install() {
    why=$1
    shift
    by_hand="apt-get update && apt-get install -y --no-install-recommends $*"
    [ "$(id -u)" -eq 0 ] || by_hand="sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        die "$why This system has no apt-get; install the like of '$*' with its own package manager, then run make again."
    fi
    if ! as_root true >/dev/null 2>&1 </dev/null; then
        die "$why Type this, then run make again:
    $by_hand"
    fi
    # A list that cannot be refreshed need not be fatal: the old one may do.
    step "Refreshing the system's package lists" as_root apt-get -q -o DPkg::Lock::Timeout=300 update || true
    step "Installing the system's $*" \
        as_root apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" ||
        die "$why The system's packages could not be installed. Once the cause above is removed, type this, then run make again:
    $by_hand"
}

# ---- Python ----

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }
can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# Sets $python to one that is new enough.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        python=$PYTHON
        new_enough "$python" && return
        found=$(version_of "$python") || die "PYTHON=$python does not run. Name a Python 3.11 or newer."
        die "Python 3.11 or newer is needed; $python is Python $found. Name a newer one: make PYTHON=python3.12"
    fi
    command -v python3 >/dev/null || apt_install "Python 3.11 or newer is needed." python3 python3-venv
    # Where the system's own is too old, a newer one may stand beside it.
    for python in python3 python3.13 python3.12 python3.11 python3.14; do
        new_enough "$python" && return
    done
    die "Python 3.11 or newer is needed; python3 is Python $(version_of python3).
Install a newer one and name it, for example:
    sudo apt-get install -y python3.11 python3.11-venv
    make PYTHON=python3.11"
}

make_venv() {
    find_python
    if ! can_make_venv "$python"; then
        package="python$(version_of "$python")-venv"
        why="Python's venv module is needed."
        apt_install "$why" "$package"
        can_make_venv "$python" || die "$why It is still missing in $python after installing $package; name another Python: make PYTHON=..."
    fi
    rm -rf "$venv"
    step "Creating $venv with Python $(version_of "$python")" "$python" -m venv "$venv" || die "The environment could not be created."
}

# ---- the packages ----

pip() { "$venv/bin/python" -m pip "$@"; }
sum() { cksum <"$1"; }
# The environment is good for these pins, at this place, since its scripts hold its path.
fingerprint() { printf '%s\n%s\n' "$(sum $pins)" "$(pwd -P)"; }

# is STAMP TEXT / stamp STAMP TEXT: a stamp is a small file in .venv, written when a step is done.
is() { [ "$(cat "$venv/$1" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$venv/$1"; }

usable() {
    is .packages-site "$(fingerprint)" || return
    has=$(version_of "$venv/bin/python") || return
    [ -z "${PYTHON:-}" ] || [ "$has" = "$(version_of "$PYTHON")" ]
}

# install_pins WHAT SED-COMMAND: one part of constraints.txt. Every package stands
# in it with its hashes, so pip need not look for dependencies; pip check does later.
install_pins() {
    sed "$2" $pins >"$work/part.txt"
    step "Installing the packages $1" pip install --require-hashes --no-deps -r "$work/part.txt" ||
        die "The packages could not be installed."
}

site_env() {
    if ! usable; then
        make_venv
        install_pins "for the site" "/^$dev_mark/,\$d"
        stamp .packages-site "$(fingerprint)"
    fi
    project=$(cat pyproject.toml setup.py | cksum)
    if ! is .project "$project"; then
        step "Installing the playbook command" pip install --no-deps --no-build-isolation -e . ||
            die "The project could not be installed."
        step "Checking that the pinned packages suit pyproject.toml" pip check ||
            die "constraints.txt is not up to date: run make pins."
        stamp .project "$project"
    fi
}

dev_env() {
    site_env
    if ! is .packages-dev "$(fingerprint)"; then
        install_pins "for the tests" "1,/^$dev_mark/d"
        step "Checking that the packages suit each other" pip check || die "constraints.txt is not consistent: run make pins."
        stamp .packages-dev "$(fingerprint)"
    fi
}

# Two makes at once must not write into one environment.
alone() {
    if command -v flock >/dev/null; then
        exec 9<"$pins"
        flock 9
    fi
}

# ---- programs for the tests ----

# Some systems have a chromium that only says where to get one, so it is asked for its version.
find_browser() {
    if [ -n "${CHROMIUM:-}" ]; then
        browser=$(command -v "$CHROMIUM") && "$browser" --version >/dev/null 2>&1 && return
        die "CHROMIUM=$CHROMIUM does not run. Name a Chromium or Google Chrome, or leave CHROMIUM unset."
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        browser=$(command -v $name) && "$browser" --version >/dev/null 2>&1 && return
    done
    return 1
}

browser() {
    find_browser || {
        apt_install "The tests need Chromium (or set CHROMIUM to the path of one)." chromium
        find_browser || die "The package chromium brought no browser that runs. Install Google Chrome, or set CHROMIUM to the path of a Chromium."
    }
    echo "$browser"
}

poppler() {
    command -v pdftoppm >/dev/null || apt_install "The tests need pdftoppm." poppler-utils
    command -v pdftoppm >/dev/null || die "The package poppler-utils brought no pdftoppm."
}

# The server and what it needs stand in a lock file with their sums; nothing of them runs while it is installed.
editor() {
    lock=tests/editor/package-lock.json
    ! is .editor "$(sum $lock)" || return 0
    command -v node >/dev/null || apt_install "The tests of the editor's help need Node.js." nodejs npm
    command -v npm >/dev/null || apt_install "The tests of the editor's help need npm." npm
    rm -rf "$venv/editor"
    mkdir "$venv/editor"
    cp tests/editor/package.json $lock "$venv/editor"
    step "Installing the YAML language server" \
        npm ci --prefix "$venv/editor" --ignore-scripts --no-audit --no-fund ||
        die "The YAML language server could not be installed."
    stamp .editor "$(sum $lock)"
}

# ---- Pango, for PDFs ----

can_print() { "$venv/bin/python" -c 'import weasyprint' >/dev/null 2>&1; }

# The site is whole without PDFs, so nothing here stops the build. The fonts are what a bare system lacks as well.
paper() {
    can_print && return
    (apt_install "PDFs need Pango." libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-urw-base35) || true
    can_print || say "Going on without PDFs."
}

case "${1:-}" in
    site) alone; site_env ;;
    dev) alone; dev_env ;;
    browser) browser ;;
    poppler) poppler ;;
    editor) alone; editor ;;
    paper) paper ;;
    *) die "usage: sh tools/env.sh site|dev|browser|poppler|editor|paper" ;;
esac
