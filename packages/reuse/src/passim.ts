import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fault, InputError } from '@huijiao/model'
import { type Group, groupOf, type Span } from './groups.ts'

/**
 * One file as passim reads it: a line of JSON. Each file is a series of its own, as passim compares no two
 * texts of one series; the hash comes back with the clusters.
 */
export function passimLine(file: string, sha256: string, text: string): string {
  return `${JSON.stringify({ id: file, series: file, sha256, text })}\n`
}

/**
 * The groups that passim has found: its clusters, one for each, by the files and places of their passages.
 *
 * @param out the folder that passim wrote, its `out.json` in it, or one file of such lines.
 * @throws {InputError} where a line is none of passim's.
 */
export async function* passimGroups(out: string): AsyncGenerator<Group> {
  const clusters = new Map<string, Span[]>()
  for (const file of await partsOf(out)) {
    let line = 0
    for await (const text of createInterface({
      input: createReadStream(file),
      crlfDelay: Infinity,
    })) {
      line += 1
      if (text.trim() === '') continue
      const { cluster, span } = parse(text, file, line)
      const spans = clusters.get(cluster)
      if (spans === undefined) clusters.set(cluster, [span])
      else spans.push(span)
    }
  }
  const groups = [...clusters.values()].map((spans) => spans.sort(byPlace))
  groups.sort((a, b) => (a[0] === undefined || b[0] === undefined ? 0 : byPlace(a[0], b[0])))
  for (const spans of groups) yield groupOf(spans)
}

/** Spark writes a folder of parts where others write a file. */
async function partsOf(out: string): Promise<string[]> {
  for (const place of [join(out, 'out.json'), out]) {
    const status = await stat(place).catch(() => null)
    if (status?.isFile() === true) return [place]
    if (status?.isDirectory() !== true) continue
    const names = (await readdir(place)).filter((name) => /^part-.*\.json$/u.test(name)).sort()
    if (names.length > 0) return names.map((name) => join(place, name))
  }
  throw new InputError([fault('no-clusters', { file: out })])
}

function parse(text: string, file: string, line: number): { cluster: string; span: Span } {
  let row: Readonly<Record<string, unknown>> = {}
  try {
    row = JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    // Said below, as of a line that lacks a field.
  }
  const { id, cluster, begin, end, sha256 } = row
  const isNumber = typeof cluster === 'number' || typeof cluster === 'string'
  if (typeof id === 'string' && isNumber && Number.isInteger(begin) && Number.isInteger(end)) {
    const hash = typeof sha256 === 'string' ? sha256 : ''
    return {
      cluster: String(cluster),
      span: { file: id, sha256: hash, from: Number(begin), to: Number(end) },
    }
  }
  throw new InputError([
    fault('passim-line', { file, line, column: 1 }, { text: text.slice(0, 60) }),
  ])
}

const byPlace = (a: Span, b: Span): number =>
  a.file === b.file ? a.from - b.from : a.file < b.file ? -1 : 1
