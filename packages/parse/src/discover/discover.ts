import { type Strings, sayDoubt, stringsFor } from '@huijiao/hast/strings'
import { formatMessage, placeOf, type Segmentation, type Source } from '@huijiao/model'
import { scriptOf, unwrapped } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import { stringify } from 'yaml'
import type { FileSpec } from '../config/edition.ts'
import { adviceOf } from './advice.ts'
import { kindOf } from './kind.ts'
import { type ProposedWork, propose } from './propose.ts'

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
  /** Of the book; where nobody says, that of the one work that all files have, else the name of the folder. */
  readonly title?: string
  readonly folder: string
  /** Of publication, year-month-day. */
  readonly date: string
  /** Warnings to be told above the proposal. */
  readonly messages?: readonly VFileMessage[]
}

/** Proposes an edition for raw files: witnesses, works, titles, and what is uncertain. */
export function discover(sources: readonly Source[], options: DiscoverOptions): Discovery {
  const { segmentation, works } = propose(sources)
  const language =
    scriptOf(sources.flatMap(({ points }) => points)) === 'Hant' ? 'zh-Hant' : 'zh-Hans-CN'
  const strings = stringsFor(language)
  const edition = {
    title: options.title ?? titleIn(works, segmentation, sources) ?? options.folder,
    language,
    date: options.date,
    trim: 'a5',
    witnesses: sources.map((source) => ({
      siglum: source.siglum,
      description: describe(source, segmentation, strings),
      kind: kindOf(source),
      files: [fileOf(source)],
    })),
    works,
  }
  const report = [
    ...(options.messages ?? []).map((doubt) => formatMessage(doubt)),
    ...reportOf(segmentation, sources, works, strings),
  ]
  const head = report.map((line) => `# ${unwrapped(line)}`).join('\n')
  return {
    yaml: `${head}\n\n${stringify(edition, { lineWidth: 0 })}`,
    report,
    sources,
    segmentation,
  }
}

/** The title of the one work that all files have; undefined where there are several, or none. */
function titleIn(
  works: readonly ProposedWork[],
  segmentation: Segmentation,
  sources: readonly Source[],
): string | undefined {
  const [first, ...others] = segmentation.works.filter(
    ({ texts }) => new Set(texts.map(({ file }) => file)).size === sources.length,
  )
  return others.length > 0 ? undefined : works.find(({ id }) => id === first?.id)?.title
}

/** The file of a source as `edition.yaml` names it. */
export function fileOf({ file, witness, sha256 }: Source): Omit<FileSpec, 'place'> {
  if (witness === undefined) return { file, sha256 }
  return { file: file.slice(0, -`#${witness}`.length), witness, sha256 }
}

/** What a witness holds, in words. */
export function describe(source: Source, { works }: Segmentation, { tools }: Strings): string {
  const held = works.filter(({ texts }) => texts.some(({ file }) => file === source.file))
  return tools.holds(
    source.file,
    held.map(({ id }) => id),
  )
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
