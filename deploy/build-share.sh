#!/usr/bin/env bash
# Builds one share of the editions on this host: what each job of a CI matrix, pod of an Indexed Job or task of
# a Slurm array runs, in a clone of this repository.
#
#   SHARE_INDEX=0 SHARE_COUNT=4 deploy/build-share.sh [PATH…]
#
# PATH: folders of editions; those under sources/ unless given.
# SHARE_INDEX: from 0; JOB_COMPLETION_INDEX and SLURM_ARRAY_TASK_ID are taken for it where it is not set.
# TURBO_API, TURBO_TOKEN, TURBO_TEAM, TURBO_REMOTE_CACHE_SIGNATURE_KEY: the shared cache; none where TURBO_API
# is not set.
# Ends with 0 where the share is made in full; running it again goes on where it stopped.
set -euo pipefail
index="${SHARE_INDEX:-${JOB_COMPLETION_INDEX:-${SLURM_ARRAY_TASK_ID:?set SHARE_INDEX, from 0}}}"
count="${SHARE_COUNT:?set SHARE_COUNT, how many shares there are}"
house="$(cd "$(dirname "$0")/.." && pwd)"
export TURBO_TELEMETRY_DISABLED=1
(
  cd "$house"
  npx --yes pnpm@12.21.0 install --frozen-lockfile
  npx --yes pnpm@12.21.0 compile
)
exec node "$house/packages/cli/bin/huijiao.js" build --shard "$index/$count" "$@"
