#!/usr/bin/env bash
# Every test: installs what they need, builds with address and undefined behaviour sanitizers, runs them all, and ends
# with one line, "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"

preset=debug
bin=build/$preset/bin
passed=0
failed=0

./install_dependencies.sh test || exit 1
cmake --preset "$preset" >/dev/null && cmake --build --preset "$preset" || { echo "0 passed, 1 failed"; exit 1; }

count() { passed=$((passed + $1)); failed=$((failed + $2)); }

# The browser's tests run beside the others, on the second processor, and are told of at the end.
browser_told=$(mktemp)
BACKFILE_BIN="$PWD/$bin" node --test --test-reporter=tap tests/browser/*_test.js >"$browser_told" 2>&1 &
browser=$!
trap 'kill "$browser" 2>/dev/null; rm -f "$browser_told"' EXIT

# A program that ends without its closing line has failed, whatever it had passed until then.
for program in "$bin"/test_*; do
  echo "== ${program##*/}"
  output=$("$program" --no-colors=true 2>&1)
  status=$?
  echo "$output"
  line=$(grep -E '^\[doctest\] test cases:' <<<"$output" | tail -n 1)
  ok=$(sed -nE 's/.*\| +([0-9]+) passed.*/\1/p' <<<"$line")
  bad=$(sed -nE 's/.*\| +([0-9]+) failed.*/\1/p' <<<"$line")
  count "${ok:-0}" "${bad:-1}"
  [ "$status" -eq 0 ] || [ "${bad:-1}" -gt 0 ] || count 0 1
done

echo "== browser"
wait "$browser"
status=$?
trap 'rm -f "$browser_told"' EXIT
cat "$browser_told"
ok=$(sed -nE 's/^# pass ([0-9]+)$/\1/p' "$browser_told" | tail -n 1)
bad=$(sed -nE 's/^# (fail|cancelled) ([0-9]+)$/\2/p' "$browser_told" | awk '{n += $1} END {print n + 0}')
count "${ok:-0}" "$bad"
[ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || count 0 1

echo "== formatting"
if git ls-files '*.h' '*.cc' | xargs clang-format --dry-run -Werror; then count 1 0; else count 0 1; fi

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
