#!/usr/bin/env bash
# Runs all tests in two processes and the coverage gate.
#
#   run-tests.sh PYTHON
set -uo pipefail

python=$1
log=build/tests-beside.log
# Measuring doubles the time, so only the tests of what the gate measures are measured.
gated=(tests/catalogue tests/domain tests/player tests/progress)
# About half of the rest.
beside=(tests/ui tests/desktop tests/exchange)
others=()
for tests in "${gated[@]}" "${beside[@]}"; do
	others+=("--ignore=$tests")
done

"$python" -m pytest "${beside[@]}" >"$log" 2>&1 &
beside_job=$!
"$python" -m coverage run -m pytest "${gated[@]}"
code=$?
"$python" -m pytest tests "${others[@]}" || code=$?
wait "$beside_job" || code=$?
cat "$log"
"$python" -m coverage report || code=$?
exit $code
