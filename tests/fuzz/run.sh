#!/usr/bin/env bash
# Fuzzes for so many seconds each target, or those named: tests/fuzz/run.sh 600 [tokenizer|query|highlighter|html|feed|warc|markdown|text]...
# Needs clang and its libFuzzer (Debian: clang libclang-rt-14-dev). New inputs are kept in build/fuzz/corpus; one that
# fails stands in build/fuzz/found: mend the fault and put the input into tests/fuzz/corpus/NAME.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:?usage: tests/fuzz/run.sh SECONDS [NAME...]}
shift
[ $# -gt 0 ] || set -- tokenizer query highlighter html feed warc markdown text

targets=()
for name in "$@"; do targets+=("fuzz_$name"); done
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${targets[@]}"
failed=0
for name in "$@"; do
  mkdir -p "build/fuzz/corpus/$name" build/fuzz/found
  echo "== $name"
  "build/fuzz/bin/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/found/$name-" "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name" || failed=1
done
exit $failed
