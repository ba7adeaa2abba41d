#!/usr/bin/env bash
# From a bare Debian 12 to a page that searches: installs, builds, indexes an archive and serves it.
#   ./quickstart.sh [ARCHIVE_DIR]      default: the sample archive, tests/archive
# BACKFILE_SERVER_LISTEN gives another address than 127.0.0.1:8080.
set -euo pipefail
started_in=$PWD
cd "$(dirname "$0")"

archive=tests/archive
tries=('tug strike' '"rare earth" -magnet' '科技创新')
if [ $# -gt 0 ]; then
  archive=$(cd "$started_in" && realpath -- "$1")
  [ -d "$archive" ] || { echo "quickstart: $archive is not a folder" >&2; exit 2; }
  tries=('' 'a word' '"a phrase"')
fi
listen=${BACKFILE_SERVER_LISTEN:-127.0.0.1:8080}
index=data/$(basename "$archive")-$(printf %s "$archive" | cksum | cut -d ' ' -f 1)

./install_dependencies.sh build
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
cmake --build --preset release --target backfile-indexer backfile-server
mkdir -p data

# 3: some files were rejected, each named above; the others are indexed.
build/release/bin/backfile-indexer index --archive "$archive" --index "$index" || [ $? -eq 3 ]

build/release/bin/backfile-server --index "$index" --listen "$listen" 2>"$index/server.log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; exit 0' INT TERM
for _ in $(seq 100); do
  curl -fs "http://$listen/readyz" >/dev/null && break
  kill -0 "$server" 2>/dev/null || { cat "$index/server.log" >&2; exit 1; }
  sleep 0.1
done

echo
echo "Backfile serves $archive at http://$listen/"
echo "Queries to try, there or here:"
for query in "${tries[@]}"; do
  echo "  curl -sG http://$listen/api/v1/search --data-urlencode q='$query' -d pretty=1"
done
echo "The server's log is $index/server.log. Ctrl-C ends it."
wait "$server"
