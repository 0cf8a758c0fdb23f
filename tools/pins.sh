#!/bin/sh
# Updates constraints.txt from pyproject.toml: the newest versions that its ranges
# allow, one version of each package for Python 3.11 and newer, with the hashes of all
# files of that version. Uses uv from PATH, or installs it into a temporary folder.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if command -v uv >/dev/null; then
    uv=uv
else
    echo "Fetching uv, which resolves the versions ..." >&2
    "${PYTHON:-python3}" -m venv "$work/uv"
    "$work/uv/bin/python" -m pip install -q --disable-pip-version-check uv
    uv=$work/uv/bin/uv
fi

# Trust the certificates of this system, as pip does.
export UV_SYSTEM_CERTS=1

compile() {
    "$uv" pip compile -q --universal --python-version 3.11 --fork-strategy fewest \
        --no-header --no-emit-index-url --group build "$@" pyproject.toml
}

echo "Resolving the versions ..." >&2
compile --generate-hashes --extra dev >"$work/all.txt"
# Only the names; the versions come from all.txt, so that both parts agree.
compile --no-annotate --constraint "$work/all.txt" | sed 's/==.*//' >"$work/site.txt"

# part yes|no: prints the packages that are (or are not) needed for the site.
part() {
    awk -v want="$1" '
        NR == FNR { site[$1] = 1; next }
        /^[^ #]/ { name = $1; sub(/==.*/, "", name); shown = (name in site) == (want == "yes") }
        shown
    ' "$work/site.txt" "$work/all.txt"
}

{
    cat <<'END'
# Every package the project uses, with its exact version and the hashes of its
# files. `make pins` writes this file from pyproject.toml; do not edit it.
# The packages above the line "development and tests" are enough for the site.

END
    part yes
    echo
    echo '# --- development and tests ---'
    echo
    part no
} >"$work/new.txt"
cat "$work/new.txt" >constraints.txt
# The starter contains the packages that the recipes of a new playbook need.
sed '/^# --- development and tests ---/,$d' constraints.txt |
    sed '1,/^$/c\
# Every package that the generator uses, with its exact version and the hashes of its files.\
# They belong to this version of the generator; a newer one brings a file of its own.\
' >generator/starter/constraints.txt
echo "Wrote constraints.txt: $(grep -c '^[a-zA-Z0-9]' constraints.txt) packages." >&2
