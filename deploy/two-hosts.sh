#!/usr/bin/env bash
# Tries on one machine what deploy/README.md describes: two clones of this repository as two hosts, one cache
# server on loopback, the same editions on each.
#
#   deploy/two-hosts.sh FOLDER EDITION…
#
# 1. One host alone builds every edition, without the cache: what all else is compared with.
# 2. Two hosts build a share each, at once; the first is killed after 8 s and started again.
# 3. A third clone builds all; it must take everything from the cache.
# Ends with 0 where the bytes are the same everywhere.
set -euo pipefail
work="${1:?an empty folder to work in}"
shift
house="$(cd "$(dirname "$0")/.." && pwd)"
mkdir -p "$work"
work="$(cd "$work" && pwd)"
[ -z "$(ls -A "$work")" ] || { echo "two-hosts: $work is not empty" >&2; exit 2; }

for host in alone one two three; do
  git clone --quiet --no-hardlinks "$house" "$work/$host"
  mkdir "$work/$host.editions"
  for edition in "$@"; do cp -r "$edition" "$work/$host.editions/"; done
  rm -rf "$work/$host.editions"/*/dist
done
build() { # HOST INDEX COUNT
  (cd "$work/$1" && SHARE_INDEX="$2" SHARE_COUNT="$3" HOME="$work" \
    setsid deploy/build-share.sh "$work/$1.editions"/*/ >"$work/$1.log" 2>&1)
}

build alone 0 1

port=$((20000 + $$ % 10000))
TURBO_TOKEN="$(openssl rand -hex 16)"
TURBO_REMOTE_CACHE_SIGNATURE_KEY="$(openssl rand -hex 32)"
export TURBO_TOKEN TURBO_REMOTE_CACHE_SIGNATURE_KEY TURBO_TEAM=house TURBO_API="http://127.0.0.1:$port"
setsid "$house/deploy/cache-server.sh" "$work/cache" "$port" >"$work/cache.log" 2>&1 &
server=$!
trap 'kill -- -"$server" 2>/dev/null || true' EXIT
for _ in $(seq 120); do
  curl --silent --fail --output /dev/null -H "authorization: Bearer $TURBO_TOKEN" \
    "$TURBO_API/v8/artifacts/status" && break
  sleep 0.5
done

build two 1 2 &
second=$!
(cd "$work/one" && SHARE_INDEX=0 SHARE_COUNT=2 HOME="$work" \
  exec setsid deploy/build-share.sh "$work/one.editions"/*/ >"$work/one.killed.log" 2>&1) &
first=$!
# Compiling takes its time: killed once it has begun with the editions.
until grep -q 'share 0/2' "$work/one.killed.log" 2>/dev/null; do sleep 0.2; done
sleep "${KILL_AFTER:-8}"
pkill -KILL -s "$(ps -o sid= -p "$first" | tr -d ' ')" || true
wait "$first" || echo "two-hosts: the first host was killed"
build one 0 2
wait "$second"
build three 0 1

mkdir "$work/joined"
for host in one two; do
  for edition in "$work/$host.editions"/*/; do
    [ ! -d "$edition/dist" ] || cp -r "$edition" "$work/joined/"
  done
done
diff -r "$work/alone.editions" "$work/joined"
diff -r "$work/alone.editions" "$work/three.editions"
grep -E 'Cached:' "$work/three.log"
if grep -q 'cache miss' "$work/three.log"; then
  echo 'two-hosts: the third host built what was built before' >&2
  exit 1
fi
echo "two-hosts: $# editions, the same bytes from one run, from two shares with one killed, and from the cache"
