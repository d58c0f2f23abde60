#!/usr/bin/env bash
# Restores, builds, checks the formatting and runs every test. Ends with a line "N passed, N failed".
# Needs the .NET 10 SDK; installs Chromium from Debian's packages when it is missing and may.
set -euo pipefail
cd "$(dirname "$0")/.."

# The browser tests are tests like the others: without a browser they fail, so the browser comes first.
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then command -v "$name"; return 0; fi
  done
  return 1
}

if ! find_chromium >/dev/null; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Chromium is missing: installing the packages chromium and chromium-driver."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null
  else
    echo "Chromium is missing, and installing it needs root. Install it, then run this again:" >&2
    echo "  sudo apt-get install chromium chromium-driver" >&2
    echo "0 passed, 1 failed"
    exit 1
  fi
fi
KB_CHROMIUM="$(find_chromium)"
export KB_CHROMIUM
echo "Browser: $KB_CHROMIUM"

# The build servers would outlive this script.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export UseSharedCompilation=false

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

stage() {
  echo "== $1"
  shift
  if ! "$@"; then
    echo "Failed: $*" >&2
    echo "0 passed, 1 failed"
    exit 1
  fi
}

stage "Restore" dotnet restore --locked-mode
stage "Build" dotnet build --configuration Release --no-restore
stage "Formatting" dotnet format --verify-no-changes --no-restore

echo "== Tests"
status=0
dotnet test --configuration Release --no-build --logger "console;verbosity=minimal" \
  --logger "trx" --results-directory "$results" || status=$?

# The figures come from the result files, not from text that another version may word differently.
counter() {
  grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}
passed="$(counter passed)"
failed="$(counter failed)"
total="$(counter total)"
skipped=$((total - passed - failed))
if [ "$total" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
  echo "The test run ended with status $status before every test had its result." >&2
  failed=$((failed + 1))
fi

# Failures again, where a log that is cut at its beginning still has them; and where the time went.
name_of() { sed -n 's/.* testName="\([^"]*\)".*/\1/p'; }
if [ "$failed" -gt 0 ]; then
  echo "Failed:"
  grep -ho '<UnitTestResult [^>]*outcome="Failed"[^>]*' "$results"/*.trx | name_of | sed 's/^/  /' || true
fi
echo "The classes that took longest, in seconds:"
grep -ho '<UnitTestResult [^>]*' "$results"/*.trx 2>/dev/null \
  | sed -n 's/.* testName="\([^"(]*\)\.[^".(]*["(].* duration="\([0-9]*\):\([0-9]*\):\([0-9.]*\)".*/\1 \2 \3 \4/p' \
  | awk '{ sum[$1] += $2 * 3600 + $3 * 60 + $4 } END { for (class in sum) printf "%8.0f  %s\n", sum[class], class }' | sort -rn | sed -n 1,12p || true

line="$passed passed, $failed failed"
if [ "$skipped" -gt 0 ]; then line="$line, $skipped skipped"; fi
echo "$line"
[ "$failed" -eq 0 ]
