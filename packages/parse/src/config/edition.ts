import type {
  ApparatusStyle,
  Contributor,
  IndexedName,
  Licence,
  Openings,
  Publication,
  Trim,
  WitnessKind,
} from '@huijiao/ast'
import {
  fault,
  InputError,
  type MessagePlace,
  type Quotation,
  type RuleMessage,
  type Source,
  type TextsSpec,
  type WorkSpec,
} from '@huijiao/model'
import schema from '../../schema/edition.schema.json' with { type: 'json' }
import { checkYaml, type YamlPlace } from './yaml.ts'

/** One file of a witness, as `edition.yaml` names it. */
export interface FileSpec {
  readonly file: string
  readonly sha256?: string
  readonly encoding?: Source['encoding']
  /** Which witness, where the file holds several. */
  readonly witness?: string
  /** Whether a byte that is no text is an error. */
  readonly strict?: boolean
  readonly place: YamlPlace
}

/** Whether a source is the text that a file of `edition.yaml` means. */
export const isMeant = (
  { file, witness }: Pick<FileSpec, 'file' | 'witness'>,
  source: Source,
): boolean =>
  source.file === file ||
  (witness !== undefined && source.witness === witness && source.file === `${file}#${witness}`)

interface WitnessSpec {
  readonly siglum: string
  readonly description: string
  readonly kind: WitnessKind
  readonly publication?: Publication
  readonly family?: string
  readonly files: readonly FileSpec[]
}

/** What `edition.yaml` says, checked. */
export interface EditionConfig {
  readonly title: string
  readonly subtitle?: string
  readonly language: string
  readonly date: string
  readonly shortTitle?: string
  readonly publisher?: string
  readonly place?: string
  readonly editionNumber?: number
  readonly isbn?: string
  readonly series?: string
  readonly subjects?: string[]
  readonly url?: string
  readonly licence?: Licence
  readonly apparatus?: ApparatusStyle
  readonly openings?: Openings
  readonly names?: IndexedName[]
  readonly description?: string
  readonly rights?: string
  readonly trim: Trim
  readonly layout: 'horizontal' | 'vertical'
  /** What is made of the tree; the build reads it. All unless given. */
  readonly formats?: readonly string[]
  readonly contributors: readonly Contributor[]
  readonly note: readonly string[]
  readonly witnesses: readonly WitnessSpec[]
  /** What is no text of any work, and whether all files are in order. */
  readonly texts: TextsSpec
  readonly works: readonly WorkSpec[]
}

interface RawQuotation {
  text: string
  siglum?: string
}
interface RawWork {
  id: string
  title: string
  supplied?: boolean
  placement?: 'body' | 'appendix'
  shortTitle?: string
  lacks?: ('beginning' | 'end')[]
  base?: string
  contains?: (string | RawQuotation)[]
  files?: 'all' | string[]
  cut?: (string | RawQuotation)[]
  order?: 'file' | (string | RawQuotation)[]
  join?: { after: string | RawQuotation; before: string | RawQuotation; lacuna?: boolean }[]
  recensions?: { id: string; label: string; sigla: string[]; base?: boolean }[]
}
type RawEdition = Omit<
  EditionConfig,
  'works' | 'witnesses' | 'trim' | 'layout' | 'contributors' | 'note' | 'texts'
> & {
  omit?: (string | RawQuotation)[]
  order?: 'file'
  trim?: Trim
  layout?: 'horizontal' | 'vertical'
  contributors?: Contributor[]
  note?: string[]
  works: RawWork[]
  witnesses: (Omit<WitnessSpec, 'files'> & { files: Omit<FileSpec, 'place'>[] })[]
}

/**
 * Reads the text of an `edition.yaml`.
 *
 * @param file name for messages.
 * @throws {InputError} with every problem at its line and column.
 */
export function parseEdition(text: string, file: string): EditionConfig {
  const { value, placeOf } = checkYaml(text, file, schema)
  const raw = value as RawEdition
  const problems: RuleMessage[] = []
  const quotation = (q: string | RawQuotation, path: (string | number)[]): Quotation =>
    typeof q === 'string' ? { text: q, ...placeOf(path) } : { ...q, ...placeOf(path) }

  const witnesses = raw.witnesses.map((w, i) => ({
    ...w,
    files: w.files.map((f, j) => ({ ...f, place: placeOf(['witnesses', i, 'files', j]) })),
  }))
  const works = raw.works.map((w, i): WorkSpec => {
    const { contains, files, cut, order, join, recensions, supplied, placement, ...rest } = w
    const at = (...path: (string | number)[]) => ['works', i, ...path]
    return {
      ...rest,
      supplied: supplied ?? false,
      placement: placement ?? 'body',
      ...(contains && { contains: contains.map((q, j) => quotation(q, at('contains', j))) }),
      ...(files && { files: { names: files, ...placeOf(at('files')) } }),
      ...(cut && { cut: cut.map((q, j) => quotation(q, at('cut', j))) }),
      ...(order && {
        order: order === 'file' ? order : order.map((q, j) => quotation(q, at('order', j))),
      }),
      ...(join && {
        join: join.map((pair, j) => ({
          after: quotation(pair.after, at('join', j, 'after')),
          before: quotation(pair.before, at('join', j, 'before')),
          ...(pair.lacuna === undefined ? {} : { lacuna: pair.lacuna }),
        })),
      }),
      ...(recensions && { recensions: recensions.map((r) => ({ ...r, base: r.base ?? false })) }),
    }
  })

  const at = (...path: (string | number)[]): MessagePlace => ({ file, ...placeOf(path) })
  const sigla = new Set(witnesses.map((w) => w.siglum))
  for (const i of repeated(witnesses.map((w) => w.siglum))) {
    const value = witnesses[i]?.siglum ?? ''
    problems.push(fault('duplicate', at('witnesses', i, 'siglum'), { what: 'siglum', value }))
  }
  for (const i of repeated(works.map((w) => w.id))) {
    const value = works[i]?.id ?? ''
    problems.push(fault('duplicate', at('works', i, 'id'), { what: 'work', value }))
  }
  const files = witnesses.flatMap((w, i) => w.files.map((f, j) => ({ ...f, i, j })))
  const names = files.map((f) => f.file)
  for (const k of repeated(files.map((f) => `${f.file}#${f.witness ?? ''}`))) {
    const f = files[k]
    if (f === undefined) continue
    const place = at('witnesses', f.i, 'files', f.j, 'file')
    problems.push(fault('duplicate', place, { what: 'file', value: f.file }))
  }
  for (const f of files) {
    if (!f.file.startsWith('/') && !f.file.split(/[\\/]/).includes('..')) continue
    const place = at('witnesses', f.i, 'files', f.j, 'file')
    problems.push(fault('file-outside', place, { path: f.file }))
  }
  for (const { files: own } of works) {
    for (const name of own === undefined || own.names === 'all' ? [] : own.names) {
      if (names.includes(name)) continue
      problems.push(fault('unknown-file', { file, ...own }, { name, known: names }))
    }
  }
  const whole = works.filter((w) => w.files?.names === 'all')
  for (const { files: own } of whole.slice(1)) {
    const said = { work: whole[0]?.id ?? '', count: whole.length, files: names }
    problems.push(fault('files-twice', { file, ...own }, said))
  }
  for (const [i, w] of works.entries()) {
    const named: [string, (string | number)[]][] = [
      ...(w.base === undefined ? [] : [[w.base, ['works', i, 'base']] as [string, string[]]]),
      ...(w.contains ?? []).flatMap((q, j): [string, (string | number)[]][] =>
        q.siglum === undefined ? [] : [[q.siglum, ['works', i, 'contains', j]]],
      ),
      ...(w.recensions ?? []).flatMap((r, j) =>
        r.sigla.map((s, k): [string, (string | number)[]] => [
          s,
          ['works', i, 'recensions', j, 'sigla', k],
        ]),
      ),
    ]
    for (const [siglum, path] of named) {
      if (!sigla.has(siglum)) {
        problems.push(fault('unknown-siglum', at(...path), { siglum, known: [...sigla] }))
      }
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  const { omit, order, ...rest } = raw
  return {
    ...rest,
    texts: {
      ...(omit && { omit: omit.map((q, j) => quotation(q, ['omit', j])) }),
      ...(order && { order }),
    },
    trim: raw.trim ?? 'a5',
    layout: raw.layout ?? 'horizontal',
    contributors: raw.contributors ?? [],
    note: raw.note ?? [],
    witnesses,
    works,
  }
}

/** Indexes of values that occur before. */
function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>()
  return values.flatMap((v, i) => {
    if (seen.has(v)) return [i]
    seen.add(v)
    return []
  })
}
