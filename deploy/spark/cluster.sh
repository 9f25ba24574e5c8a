#!/usr/bin/env bash
# Runs deploy/spark/reuse.py on a Spark cluster of its own on loopback: a master and two workers, which end with it.
#
#   deploy/spark/cluster.sh DIR [NAME=NUMBER …]
#
# Needs Java 17 and `pip install pyspark` (PYTHON names the interpreter that has it, python3 unless set).
# PORT: of the master; it and its two neighbours are used. CORES, MEMORY: of each worker.
# On a real cluster: spark-submit --master spark://HOST:7077 deploy/spark/reuse.py DIR
set -euo pipefail
dir="${1:?a folder of sketches}"
here="$(cd "$(dirname "$0")" && pwd)"
python="${PYTHON:-python3}"
home="$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')" ||
  { echo 'cluster: pyspark is not installed (pip install pyspark)' >&2; exit 2; }
command -v java >/dev/null || { echo 'cluster: Java is not installed' >&2; exit 2; }
port="${PORT:-17077}"
export SPARK_HOME="$home" SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$python" PYSPARK_DRIVER_PYTHON="$python"
logs="$(mktemp -d)"
children=()
trap 'kill "${children[@]}" 2>/dev/null || true; rm -rf "$logs"' EXIT
start() { # CLASS ARGUMENT…
  bash "$home/bin/spark-class" "org.apache.spark.deploy.$@" >"$logs/${#children[@]}.log" 2>&1 &
  children+=("$!")
}
start master.Master --host 127.0.0.1 --port "$port" --webui-port "$((port + 1))"
for worker in 1 2; do
  start worker.Worker --host 127.0.0.1 --webui-port "$((port + 1 + worker))" \
    --cores "${CORES:-1}" --memory "${MEMORY:-2g}" --work-dir "$logs/work$worker" "spark://127.0.0.1:$port"
done
for _ in $(seq 120); do
  [ "$(cat "$logs"/*.log | grep -c 'Successfully registered with master')" -ge 2 ] && break
  sleep 0.5
done
bash "$home/bin/spark-submit" --master "spark://127.0.0.1:$port" --conf spark.sql.shuffle.partitions=16 \
  --conf "spark.executor.memory=${EXECUTOR_MEMORY:-1g}" --conf spark.ui.enabled=false \
  "$here/reuse.py" "$dir" "${@:2}"
