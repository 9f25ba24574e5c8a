"""Finds on Apache Spark which of many sketched files share which passages.

    spark-submit deploy/spark/reuse.py DIR [NAME=NUMBER ...]

DIR: a folder of sketches (`huijiao sketch`) that every worker can read and write under this path. Runs the SQL
text of packages/reuse as it stands and leaves what `huijiao reuse DIR` leaves: passages.parquet,
boilerplate.parquet and members.parquet. Then `huijiao reuse DIR --rows` makes groups and proposals of them.
NAME=NUMBER sets a parameter of the SQL text, as max_files=50.
"""

import hashlib
import json
import os
import re
import shutil
import sys

from pyspark.sql import SparkSession

SQL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../packages/reuse/sql")

# Columns that put the rows of a step in one order.
ORDER = {
    "passages": ["doc", "other", "from_place", "other_from"],
    "boilerplate": ["doc", "from_place"],
    "members": ["members_of", "file", "from_place"],
}


def fail(message):
    print(f"error: {message}\n1 error; nothing was written", file=sys.stderr)
    sys.exit(2)


def check(path):
    """A file of a sketch is named by its bytes."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    except OSError as error:
        fail(f"{path}: damaged-sketch: {error}")
    if f"-{digest.hexdigest()[:20]}." not in path:
        fail(f"{path}: damaged-sketch: the file is damaged or cut off (expected a whole Parquet file, as it was "
             f"written)\n  hint: Delete it, and the files-….parquet that names it, and run sketch again.")


def sketches(spark, folder):
    """Views of the grams and the files, checked."""
    names = sorted(n for n in os.listdir(folder) if re.fullmatch(r"files-\w+\.parquet", n))
    if not names:
        fail(f"{folder}: no-sketches: the folder holds no sketches")
    paths = [os.path.join(folder, name) for name in names]
    for path in paths:
        check(path)
    files = spark.read.parquet(*paths)
    grams = [os.path.join(folder, row.grams) for row in files.select("grams").distinct().collect()]
    for path in grams:
        check(path)
    lengths = [row.length for row in files.select("length").distinct().collect()]
    ways = files.select("length", "every").distinct().count()
    if ways != 1:
        fail(f"{folder}: mixed-sketches: sketches made in different ways cannot be compared")
    if files.count() != files.select("file").distinct().count():
        fail(f"{folder}: sketched-twice: a file was sketched twice")
    files.createOrReplaceTempView("files")
    spark.read.parquet(*grams).createOrReplaceTempView("grams")
    return lengths[0]


def steps(parameters):
    """Name, whether it is run until nothing changes, and SELECT of every step."""
    with open(os.path.join(SQL, "reuse.sql"), encoding="utf-8") as file:
        text = file.read()
    for part in re.split(r"^-- (?=(?:step|round): )", text, flags=re.M)[1:]:
        head, body = part.split("\n", 1)
        kind, name = head.split(": ")
        body = re.sub(r"^--.*\n", "", body, flags=re.M)
        yield name, kind == "round", re.sub(r"\$\{(\w+)\}", lambda m: str(parameters[m[1]]), body)


def main(folder, *settings):
    with open(os.path.join(SQL, "parameters.json"), encoding="utf-8") as file:
        parameters = json.load(file)
    parameters.update((key, int(value)) for key, value in (s.split("=") for s in settings))
    spark = SparkSession.builder.appName("huijiao reuse").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    folder = os.path.abspath(folder)
    work = os.path.join(folder, ".spark")
    shutil.rmtree(work, ignore_errors=True)
    parameters["length"] = sketches(spark, folder)

    def keep(name, select, turn=0):
        path = os.path.join(work, f"{name}-{turn}")
        spark.sql(select).write.parquet(path)
        spark.read.parquet(path).createOrReplaceTempView(name)

    for name, is_round, select in steps(parameters):
        if not is_round:
            keep(name, select)
            continue
        before, turn = None, 0
        while (total := spark.sql(f"SELECT SUM(label) AS total FROM {name}").first().total) != before:
            before, turn = total, turn + 1
            keep(name, select, turn)
    for name, order in ORDER.items():
        spark.table(name).coalesce(1).sortWithinPartitions(*order).write.parquet(os.path.join(work, f"{name}-out"))
    for name in ORDER:
        out = os.path.join(work, f"{name}-out")
        [part] = [n for n in os.listdir(out) if n.startswith("part-") and n.endswith(".parquet")]
        os.replace(os.path.join(out, part), os.path.join(folder, f"{name}.parquet"))
    shutil.rmtree(work)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    main(*sys.argv[1:])
