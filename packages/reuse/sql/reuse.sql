-- Which files share which passages. One SELECT a step; a driver keeps the rows of each under the name given,
-- in order. DuckDB and Spark SQL both run it as it stands.
--
-- Given: grams (doc, hash, place), one row for each sampled gram of a file; files (doc, file, characters).
-- ${…}: numbers, from the parameters.

-- step: spread
-- In how many files a gram stands. What stands in one alone says nothing.
SELECT hash, COUNT(*) AS files
FROM grams
GROUP BY hash
HAVING COUNT(*) >= 2

-- step: shared
-- Places of grams that few files share.
SELECT g.doc, g.hash, g.place
FROM grams g
JOIN spread s ON g.hash = s.hash
WHERE s.files <= ${max_files}

-- step: passages
-- Places that two files share, as runs on one diagonal: from match to match at most ${gap} characters on, and at
-- most ${drift} characters more or fewer in one file than in the other. A match that none of the two before it and
-- the two after it agrees with is a chance one, and would tear a run in two: it goes first.
WITH matches AS (
  SELECT
    a.doc AS doc, b.doc AS other, a.place AS place, b.place AS other_place,
    b.place - a.place AS shift
  FROM shared a
  JOIN shared b ON a.hash = b.hash AND a.doc < b.doc
),
neighbours AS (
  SELECT
    doc, other, place, other_place, shift,
    place - LAG(place, 1) OVER w AS since_1, ABS(shift - LAG(shift, 1) OVER w) AS off_1,
    place - LAG(place, 2) OVER w AS since_2, ABS(shift - LAG(shift, 2) OVER w) AS off_2,
    (LEAD(place, 1) OVER w) - place AS until_1, ABS(shift - LEAD(shift, 1) OVER w) AS off_3,
    (LEAD(place, 2) OVER w) - place AS until_2, ABS(shift - LEAD(shift, 2) OVER w) AS off_4
  FROM matches
  WINDOW w AS (PARTITION BY doc, other ORDER BY place, other_place)
),
agreeing AS (
  SELECT doc, other, place, other_place, shift
  FROM neighbours
  WHERE (since_1 <= ${gap} AND off_1 <= ${drift}) OR (since_2 <= ${gap} AND off_2 <= ${drift})
    OR (until_1 <= ${gap} AND off_3 <= ${drift}) OR (until_2 <= ${gap} AND off_4 <= ${drift})
),
steps AS (
  SELECT
    doc, other, place, other_place,
    CASE
      WHEN place - LAG(place) OVER w <= ${gap} AND ABS(shift - LAG(shift) OVER w) <= ${drift}
      THEN 0 ELSE 1
    END AS breaks
  FROM agreeing
  WINDOW w AS (PARTITION BY doc, other ORDER BY place, other_place)
),
runs AS (
  SELECT
    doc, other, place, other_place,
    SUM(breaks) OVER (
      PARTITION BY doc, other ORDER BY place, other_place
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS run
  FROM steps
)
SELECT
  doc, MIN(place) AS from_place, MAX(place) + ${length} AS to_place,
  other, MIN(other_place) AS other_from, MAX(other_place) + ${length} AS other_to,
  COUNT(*) AS matches
FROM runs
GROUP BY doc, other, run
HAVING COUNT(*) >= ${min_matches} AND MAX(place) + ${length} - MIN(place) >= ${min_extent}

-- step: boilerplate
-- Runs of grams that many files share: mastheads, notices, formulas. They join nothing.
WITH places AS (
  SELECT g.doc, g.place, s.files
  FROM grams g
  JOIN spread s ON g.hash = s.hash
  WHERE s.files > ${max_files}
),
steps AS (
  SELECT
    doc, place, files,
    CASE
      WHEN place - LAG(place) OVER (PARTITION BY doc ORDER BY place) <= ${gap} THEN 0 ELSE 1
    END AS breaks
  FROM places
),
runs AS (
  SELECT
    doc, place, files,
    SUM(breaks) OVER (
      PARTITION BY doc ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS run
  FROM steps
)
SELECT
  doc, MIN(place) AS from_place, MAX(place) + ${length} AS to_place,
  MAX(files) AS files, COUNT(*) AS matches
FROM runs
GROUP BY doc, run
HAVING COUNT(*) >= ${min_matches}

-- step: spans
-- Stretches of a file that any passages cover together; two that merely touch stay two. UNION leaves no two rows
-- alike, which two windows might put in different orders.
WITH sides AS (
  SELECT doc, from_place, to_place FROM passages
  UNION
  SELECT other AS doc, other_from AS from_place, other_to AS to_place FROM passages
),
steps AS (
  SELECT
    doc, from_place, to_place,
    CASE
      WHEN from_place < MAX(to_place) OVER (
        PARTITION BY doc ORDER BY from_place, to_place
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) - ${length} THEN 0 ELSE 1
    END AS breaks
  FROM sides
),
runs AS (
  SELECT
    doc, from_place, to_place,
    SUM(breaks) OVER (
      PARTITION BY doc ORDER BY from_place, to_place
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS run
  FROM steps
),
merged AS (
  SELECT doc, MIN(from_place) AS from_place, MAX(to_place) AS to_place
  FROM runs
  GROUP BY doc, run
)
SELECT doc, from_place, to_place, ROW_NUMBER() OVER (ORDER BY doc, from_place) AS span
FROM merged

-- step: links
-- Which spans a passage joins, each way.
WITH pairs AS (
  SELECT DISTINCT s.span AS one, t.span AS other
  FROM passages p
  JOIN spans s ON s.doc = p.doc AND p.from_place >= s.from_place AND p.to_place <= s.to_place
  JOIN spans t ON t.doc = p.other AND p.other_from >= t.from_place AND p.other_to <= t.to_place
)
SELECT one, other FROM pairs
UNION ALL
SELECT other AS one, one AS other FROM pairs

-- step: labels
-- Every span is a group of its own, at first.
SELECT span, span AS label FROM spans

-- round: labels
-- A span takes the least label of its neighbours, and then the label of the span which that label names. Run
-- again until nothing changes: every span of a connected group then has the label of its first.
WITH lowered AS (
  SELECT l.span, LEAST(l.label, COALESCE(MIN(n.label), l.label)) AS label
  FROM labels l
  LEFT JOIN links k ON k.one = l.span
  LEFT JOIN labels n ON n.span = k.other
  GROUP BY l.span, l.label
)
SELECT a.span, b.label
FROM lowered a
JOIN lowered b ON b.span = a.label

-- step: members
-- The spans of each group.
SELECT l.label AS members_of, f.file, f.sha256, s.from_place, s.to_place
FROM labels l
JOIN spans s ON s.span = l.span
JOIN files f ON f.doc = s.doc
