#!/usr/bin/env bash
# Runs all tests in two processes, those of the window beside the others, and the coverage gate.
#
#   run-tests.sh PYTHON
set -uo pipefail

python=$1
log=build/tests-ui.log

# The gate does not measure the window, so its tests run without the cost of measuring.
"$python" -m pytest tests/ui >"$log" 2>&1 &
window=$!
"$python" -m coverage run -m pytest tests --ignore=tests/ui
others=$?
wait "$window"
window=$?
cat "$log"
"$python" -m coverage report
gate=$?
exit $((others | window | gate))
