#!/usr/bin/env bash
# Starts the cache that hosts share: turborepo-remote-cache (MIT), which keeps its entries on disk, or in S3,
# Google Cloud Storage or Azure.
#
#   TURBO_TOKEN=… deploy/cache-server.sh FOLDER [PORT]
#
# FOLDER: where the entries lie. HOST: the address to listen on, 127.0.0.1 unless set.
# For another store set STORAGE_PROVIDER=s3 and what its documentation names; FOLDER is then the bucket.
set -euo pipefail
folder="${1:?a folder for the entries}"
: "${TURBO_TOKEN:?set TURBO_TOKEN, the secret that hosts are known by}"
export TURBO_TOKEN HOST="${HOST:-127.0.0.1}" PORT="${2:-3000}" LOG_LEVEL="${LOG_LEVEL:-warn}"
export STORAGE_PROVIDER="${STORAGE_PROVIDER:-local}" STORAGE_PATH_USE_TMP_FOLDER=false
if [ "$STORAGE_PROVIDER" = local ]; then
  mkdir -p "$folder"
  folder="$(cd "$folder" && pwd)"
fi
export STORAGE_PATH="$folder"
exec npx --yes turborepo-remote-cache@2.12.0
