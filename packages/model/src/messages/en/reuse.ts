import type { Topic } from '../saying.ts'

/** Of sketches of very many files. */
export const reuse = {
  'damaged-sketch': ({ text }: { text: string }) => ({
    reason: 'The file is damaged or cut off',
    expected: 'a whole Parquet file, as it was written',
    actual: text,
    hint: 'Delete it, and the files-….parquet that names it, and run sketch again: it makes only what is missing.',
  }),
  'no-clusters': () => ({
    reason: 'Nothing that passim wrote is here',
    expected: 'a folder with out.json/part-….json in it',
    hint: 'Run: passim --floating-ngrams -n 8 DIR/passim.jsonl OUT',
  }),
  'passim-line': ({ text }: { text: string }) => ({
    reason: 'The line is not one of a cluster of passim',
    expected: 'an object with id, cluster, begin and end',
    actual: text,
  }),
  'changed-while-sketched': ({ before, now }: { before: number; now: number }) => ({
    reason: 'The file changed while it was being read',
    expected: `${before} bytes`,
    actual: `${now} bytes`,
    hint: 'Let whatever writes it end, and run the same command again: it goes on where it stopped.',
  }),
  'changed-file': (v: { before: string; now: string; out: string | null }) => ({
    reason: 'The file has changed since it was sketched',
    expected: `sha-256 ${v.before}`,
    actual: v.now,
    hint:
      v.out === null
        ? 'Restore the file, or sketch all files anew and run reuse again.'
        : `Restore the file, or sketch all files anew into another folder than ${v.out}.`,
  }),
  'no-sketches': ({ folder }: { folder: string }) => ({
    reason: 'The folder holds no sketches',
    expected: 'files-….parquet and grams-….parquet',
    hint: `To make them: huijiao sketch FILES… --out ${folder}`,
  }),
  'mixed-sketches': ({ one, other }: { one: string; other: string }) => ({
    reason: 'Sketches made in different ways cannot be compared',
    expected: one,
    actual: other,
    hint: 'They come from different versions of this program. Sketch all files anew into another folder.',
  }),
  'sketched-twice': ({ one, other }: { one: string; other: string }) => ({
    reason: 'A file was sketched twice',
    expected: 'each file in one sketch',
    actual: `${one} and ${other}`,
    hint: 'Delete one of the two and run sketch again: it makes only what is missing.',
  }),
} satisfies Topic
