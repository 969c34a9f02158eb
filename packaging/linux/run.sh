#!/usr/bin/env bash
# Opens the program; where there is no display, on a virtual one that is photographed.
#
#   run.sh PYTHON [ARGUMENT ...]
set -euo pipefail

python=$1
shift

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$python" -m kneegui "$@"
fi
if ! command -v Xvfb >/dev/null 2>&1; then
    echo "There is no display here. To see a picture of the program: sudo apt-get install xvfb" >&2
    exit 2
fi
echo "There is no display here: opening the program on a virtual one."
exec "$python" -m tests.support.photograph build/screenshot.png -- "$python" -m kneegui "$@"
