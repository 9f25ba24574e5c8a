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
  InputError,
  type Quotation,
  type Source,
  type TextsSpec,
  type WorkSpec,
} from '@huijiao/model'
import schema from '../../schema/edition.schema.json' with { type: 'json' }
import { contradictions } from './contradictions.ts'
import { type CheckedYaml, checkYaml, type YamlPlace } from './yaml.ts'

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
  const witnesses = raw.witnesses.map((w, i) => ({
    ...w,
    files: w.files.map((f, j) => ({ ...f, place: placeOf(['witnesses', i, 'files', j]) })),
  }))
  const works = raw.works.map((work, i) => workOf(work, ['works', i], placeOf))
  const problems = contradictions(witnesses, works, (...path) => ({ file, ...placeOf(path) }))
  if (problems.length > 0) throw new InputError(problems)
  const { omit, order, ...rest } = raw
  return {
    ...rest,
    texts: {
      ...(omit && { omit: omit.map((q, j) => quotationOf(q, placeOf(['omit', j]))) }),
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

type Path = readonly (string | number)[]

const quotationOf = (q: string | RawQuotation, place: YamlPlace): Quotation =>
  typeof q === 'string' ? { text: q, ...place } : { ...q, ...place }

/** A work as it is configured, its quotations with their places; `path` leads to it. */
function workOf(work: RawWork, path: Path, placeOf: CheckedYaml['placeOf']): WorkSpec {
  const { contains, files, cut, order, join, recensions, supplied, placement, ...rest } = work
  const quotation = (q: string | RawQuotation, ...below: Path): Quotation =>
    quotationOf(q, placeOf([...path, ...below]))
  return {
    ...rest,
    supplied: supplied ?? false,
    placement: placement ?? 'body',
    ...(contains && { contains: contains.map((q, j) => quotation(q, 'contains', j)) }),
    ...(files && { files: { names: files, ...placeOf([...path, 'files']) } }),
    ...(cut && { cut: cut.map((q, j) => quotation(q, 'cut', j)) }),
    ...(order && {
      order: order === 'file' ? order : order.map((q, j) => quotation(q, 'order', j)),
    }),
    ...(join && {
      join: join.map((pair, j) => ({
        after: quotation(pair.after, 'join', j, 'after'),
        before: quotation(pair.before, 'join', j, 'before'),
        ...(pair.lacuna === undefined ? {} : { lacuna: pair.lacuna }),
      })),
    }),
    ...(recensions && { recensions: recensions.map((r) => ({ ...r, base: r.base ?? false })) }),
  }
}
