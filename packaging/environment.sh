#!/usr/bin/env bash
# Makes the virtual environment, installs the pinned packages and this checkout into it.
#
#   environment.sh VENV PYTHON LOCK_FILE
set -euo pipefail

venv=$1
python=$2
lock=$3

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if [ -d "$venv" ] && ! new_enough "$venv/bin/python"; then
    echo "The virtual environment's Python is gone; making it again."
    rm -rf "$venv"
fi

if [ ! -d "$venv" ]; then
    for candidate in "$python" python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$candidate"; then
            found=$candidate
            break
        fi
    done
    if [ -z "${found:-}" ]; then
        echo "KneeGuide needs Python 3.11 or newer, and $python is" \
            "$("$python" -V 2>/dev/null || echo 'not there'). Name another: make run PYTHON=python3.12" >&2
        exit 2
    fi
    echo "Making the virtual environment with $("$found" -V)."
    if ! "$found" -m venv "$venv" >/dev/null 2>&1; then
        rm -rf "$venv"
        echo "Python's venv module is missing. Install: sudo apt-get install $(basename "$found")-venv" >&2
        exit 2
    fi
fi

pip() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@"
}
echo "Installing the pinned packages of $lock."
pip install --quiet --require-hashes --requirement "$lock"
# hatchling is among the pins: nothing else is fetched to build.
pip install --quiet --no-deps --no-build-isolation --no-index --editable .
