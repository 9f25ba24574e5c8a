import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LABELS, type Label, physicalLines } from '@huijiao/segment/label'
import type { LabelCase } from './case.ts'

/** Labels that begin something, and those of what is no text. */
const OTHER = new Set<Label>([
  'title',
  'opening',
  'page-number',
  'running-head',
  'jump-line',
  'source-note',
  'web',
  'rule',
  'advert',
  'advert-more',
  'imprint',
  'imprint-more',
])

/** Whatever stands in an article after its first line: the truth does not say what. */
const INSIDE = LABELS.filter((label) => !OTHER.has(label))

const GOLD = '.gold.tsv'

/**
 * Folds of a newspaper whose articles are marked: `<fold>/witnesses/a.txt`, `<fold>/a.gold.tsv` (and `b` where it was keyed twice) with the code
 * points `start`, `end` and a label: A… article, D… advertisement, H… head or margin, X nothing.
 */
export function newspaperFolds(folder: string): LabelCase[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith(GOLD))
        .sort()
        .map((file) => foldOf(folder, name, file.slice(0, -GOLD.length))),
    )
}

function foldOf(folder: string, name: string, keying: string): LabelCase {
  const points = Array.from(readFileSync(join(folder, name, 'witnesses', `${keying}.txt`), 'utf8'))
  const gold = readFileSync(join(folder, name, keying + GOLD), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const belongs: string[] = []
  for (const row of gold) {
    const [start, end, label] = row.split('\t')
    belongs.fill('', belongs.length)
    for (let at = Number(start); at < Number(end); at++) belongs[at] = label ?? ''
  }
  const lines = physicalLines(points)
  const owners = lines.map(({ start }) => belongs[start] ?? '')
  return {
    name,
    kind: 'newspaper',
    points,
    lines,
    truth: owners.map((owner, at) => truthOf(owner, owners[at - 1])),
    works: owners.map((owner) => (owner.startsWith('A') ? owner : null)),
  }
}

function truthOf(owner: string, before: string | undefined): readonly Label[] {
  const first = owner !== before
  if (owner.startsWith('A')) return first ? ['title', 'opening'] : INSIDE
  if (owner.startsWith('D')) return [first ? 'advert' : 'advert-more']
  if (owner.startsWith('H')) return first ? ['imprint', 'running-head'] : ['imprint-more']
  return ['page-number', 'running-head', 'rule', 'source-note', 'web']
}
