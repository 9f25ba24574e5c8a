import type { WitnessKind } from '@huijiao/ast'
import { type Strings, sayDoubt, stringsFor } from '@huijiao/hast/strings'
import {
  formatMessage,
  type LogicalBlock,
  placeOf,
  type Segmentation,
  type SegmentedWork,
  type Source,
} from '@huijiao/model'
import { foldText, isWebFurniture, segment } from '@huijiao/segment'
import { scriptOf } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import { stringify } from 'yaml'
import { type FileSpec, parseEdition } from '../config/edition.ts'
import { READERS } from '../readers/registry.ts'
import { adviceOf } from './advice.ts'

/** What can be said of raw files without any help. */
export interface Discovery {
  /** The text of an `edition.yaml`, for a person to edit. */
  readonly yaml: string
  /** What was found and what is doubtful, a line each. */
  readonly report: readonly string[]
  readonly sources: readonly Source[]
  readonly segmentation: Segmentation
}

/** What a person says of an edition to be proposed, and what reading its files brought up. */
export interface DiscoverOptions {
  readonly title: string
  /** Of publication, year-month-day. */
  readonly date: string
  /** Warnings to be told above the proposal. */
  readonly messages?: readonly VFileMessage[]
}

/** Proposes an edition for raw files: witnesses, works, titles, and what is uncertain. */
export function discover(sources: readonly Source[], options: DiscoverOptions): Discovery {
  const segmentation = segment(sources, null)
  const proposed = proposeWorks(segmentation.works, sources)
  const language =
    scriptOf(sources.flatMap(({ points }) => points)) === 'Hant' ? 'zh-Hant' : 'zh-Hans-CN'
  const strings = stringsFor(language)
  const edition = {
    title: options.title,
    language,
    date: options.date,
    trim: 'a5',
    witnesses: sources.map((source) => ({
      siglum: source.siglum,
      description: describe(source, segmentation, strings),
      kind: kindOf(source),
      files: [fileOf(source)],
    })),
    works: proposed,
  }
  const completed = { ...edition, works: complete(edition, sources) }
  const report = [
    ...(options.messages ?? []).map((doubt) => formatMessage(doubt).replaceAll('\n', ' ')),
    ...reportOf(segmentation, sources, proposed, strings),
  ]
  const head = report.map((line) => `# ${line}`).join('\n')
  return {
    yaml: `${head}\n\n${stringify(completed, { lineWidth: 0 })}`,
    report,
    sources,
    segmentation,
  }
}

/** The file of a source as `edition.yaml` names it. */
function fileOf({ file, witness, sha256 }: Source): Omit<FileSpec, 'place'> {
  if (witness === undefined) return { file, sha256 }
  return { file: file.slice(0, -`#${witness}`.length), witness, sha256 }
}

/** Works whose titles are alike are told apart by a quotation. */
function proposeWorks(works: readonly SegmentedWork[], sources: readonly Source[]): ProposedWork[] {
  const plain = works.map((work) => proposeWork(work, sources))
  const alike = (title: string): boolean =>
    plain.filter((other) => foldText(other.title) === foldText(title)).length > 1
  return works.map((work, i) => proposeWork(work, sources, alike(plain[i]?.title ?? '')))
}

/** Rounds of reading a proposal back; each adds works that only then were found. */
const ROUNDS = 3

/**
 * The works of a proposal, completed until it leaves no text without a work. Titles that are alike, or that
 * a heading inside a text has too, let works fall apart when they are read back.
 */
function complete(
  edition: { readonly works: readonly ProposedWork[] },
  sources: readonly Source[],
): ProposedWork[] {
  let works = [...edition.works]
  for (let round = 0; round < ROUNDS; round += 1) {
    const config = parseEdition(stringify({ ...edition, works }), 'edition.yaml')
    const named = new Set(works.map(({ id }) => id))
    const more = segment(sources, config.works).works.filter(({ id }) => !named.has(id))
    if (more.length === 0) return works
    works = [...works, ...more.map((work) => proposeWork(work, sources, true))]
  }
  return works
}

interface ProposedWork {
  readonly id: string
  readonly title: string
  readonly supplied?: true
  readonly contains?: readonly { readonly text: string; readonly siglum: string }[]
}

/**
 * A found title, or for a work without one its first words and a quotation to know it by.
 *
 * @param quoted whether to give a quotation in any case, because the title is not enough.
 */
function proposeWork(
  work: SegmentedWork,
  sources: readonly Source[],
  quoted = false,
): ProposedWork {
  const title = commonest(
    work.texts.flatMap((text) => {
      const source = sources.find(({ file }) => file === text.file)
      const block = text.blocks.find(({ role }) => role === 'title')
      return source === undefined || block === undefined ? [] : [blockText(block, source)]
    }),
  )
  const [text] = work.texts
  const source = sources.find(({ file }) => file === text?.file)
  const [block] = text?.blocks ?? []
  if (source === undefined || block === undefined) return { id: work.id, title: title ?? work.id }
  const quotation = title !== undefined && !quoted ? null : distinct(text?.blocks ?? [], source)
  const contains =
    quotation === null ? {} : { contains: [{ text: quotation, siglum: source.siglum }] }
  if (title !== undefined) return { id: work.id, title, ...contains }
  const words = Array.from(blockText(block, source))
  return {
    id: work.id,
    title: words.length > 20 ? `${words.slice(0, 20).join('')}……` : words.join(''),
    supplied: true,
    ...contains,
  }
}

/** The title that most texts have, width and marks aside; of several the first. */
function commonest(titles: readonly string[]): string | undefined {
  const votes = (title: string): number =>
    titles.filter((other) => foldText(other) === foldText(title)).length
  return titles.toSorted((a, b) => votes(b) - votes(a))[0]
}

/** A short quotation that stands once in its source; null where none is found. */
function distinct(blocks: readonly LogicalBlock[], source: Source): string | null {
  const whole = foldText(source.text)
  for (const part of blocks.flatMap(({ parts }) => parts)) {
    const text = source.points.slice(part.start, Math.min(part.end, part.start + 16)).join('')
    const folded = foldText(text)
    if (folded.length < 8) continue
    const at = whole.indexOf(folded)
    if (at >= 0 && whole.indexOf(folded, at + 1) < 0) return text
  }
  return null
}

function blockText({ parts }: LogicalBlock, { points }: Source): string {
  return parts.map(({ start, end }) => points.slice(start, end).join('')).join('')
}

function describe(source: Source, { works }: Segmentation, { tools }: Strings): string {
  const held = works.filter(({ texts }) => texts.some(({ file }) => file === source.file))
  return tools.holds(
    source.file,
    held.map(({ id }) => id),
  )
}

/** What web pages set around a text points to the web, text in printed lines to PDF, the rest to recognition. */
function kindOf({ text, format }: Source): WitnessKind {
  const known = READERS.find(({ id }) => id === format)?.kind
  if (known !== undefined) return known
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (/^#{1,6} |\*\*|https?:\/\/\S+\)/mu.test(text) || lines.some(isWebFurniture)) return 'web'
  const length = (some: readonly string[]): number => some.reduce((sum, l) => sum + l.length, 0)
  const broken = lines.filter((line) => line.length < 60 && /[\p{L}\p{N}，、]$/u.test(line))
  return lines.length > 10 && length(broken) * 2 > length(lines) ? 'pdf' : 'ocr'
}

function reportOf(
  segmentation: Segmentation,
  sources: readonly Source[],
  proposed: readonly ProposedWork[],
  strings: Strings,
): readonly string[] {
  const { works, doubts, tiles } = segmentation
  const titles = new Map(proposed.map(({ id, title }) => [id, title]))
  const { tools, colon, separator, brackets } = strings
  const lines = [tools.discovered(sources.length, works.length)]
  const shared = works.filter(({ texts }) => new Set(texts.map(({ file }) => file)).size > 1)
  if (sources.length === 1) lines.push(tools.alone)
  else if (shared.length === 0) lines.push(tools.nothingShared)
  for (const { id, texts, recensions } of works) {
    const sigla = [...new Set(texts.map(({ siglum }) => siglum))]
    const versions = recensions.map(
      ({ label, sigla: own }) => `${label}${colon}${strings.joinSigla(own)}`,
    )
    const told = versions.length === 0 ? '' : brackets.join(versions.join(separator))
    lines.push(
      `${id}${tools.inQuotes(titles.get(id) ?? id)}${colon}${strings.joinSigla(sigla)}${told}`,
    )
  }
  const byFile = new Map(sources.map((source) => [source.file, source]))
  for (const doubt of doubts) {
    const { place, certainty } = doubt
    const source = byFile.get(place.file)
    if (source === undefined) continue
    const { line, column } = placeOf(source, place.start)
    const where = `${place.file}:${line}:${column}`
    lines.push(`${where}${colon}${sayDoubt(doubt, strings)} [${tools.doubtful[certainty]}]`)
    const advice = adviceOf(doubt, segmentation, source, tools)
    if (advice !== null) lines.push(`  ${advice}`)
  }
  const furniture = tiles.filter(({ role }) => role !== 'text' && role !== 'whitespace')
  lines.push(tools.furniture(furniture.length))
  return lines
}
