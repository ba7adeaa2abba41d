#!/usr/bin/env bash
# Installs what Backfile needs from Debian 12, and nothing where it is there already.
#   ./install_dependencies.sh build    to build and run the two programs
#   ./install_dependencies.sh test     and to run every test
set -euo pipefail
cd "$(dirname "$0")"

build_packages=(
  g++ cmake ninja-build pkg-config ccache curl ca-certificates dpkg-dev file
  libxapian-dev libcpp-httplib-dev nlohmann-json3-dev libspdlog-dev libcli11-dev doctest-dev
  libicu-dev libcld2-dev libxxhash-dev zlib1g-dev libzstd-dev libbrotli-dev libxml2-dev libmd4c-dev libmd4c-html0-dev libuchardet-dev
  libsystemd-dev
)
test_packages=(chromium fonts-noto-cjk clang-format git strace systemd)

case "${1:-}" in
  build) wanted=("${build_packages[@]}") ;;
  test) wanted=("${build_packages[@]}" "${test_packages[@]}") ;;
  *) echo "usage: $0 build|test" >&2; exit 2 ;;
esac

# Any Node.js of version 18 or newer will do, from Debian or from elsewhere.
if [ "$1" = test ] && ! { command -v node && command -v npm; } >/dev/null; then
  wanted+=(nodejs npm)
fi

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "needed, as root: apt-get install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "installing: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

if [ "$1" = test ] && ! cmp -s package-lock.json node_modules/.installed-lock.json; then
  npm ci --no-audit --no-fund
  cp package-lock.json node_modules/.installed-lock.json
fi
