import type {
  ApparatusStyle,
  Contributor,
  Licence,
  Openings,
  Publication,
  Trim,
  WitnessKind,
} from '@huijiao/ast'
import {
  InputError,
  message,
  type Problem,
  type Quotation,
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
  const problems: Problem[] = []
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

  const report = (path: (string | number)[], p: Omit<Problem, 'file'>) =>
    problems.push({ file, ...placeOf(path), ...p })
  const sigla = new Set(witnesses.map((w) => w.siglum))
  once(witnesses.map((w) => w.siglum)).forEach((i) => {
    report(['witnesses', i, 'siglum'], duplicate('siglum', witnesses[i]?.siglum))
  })
  once(works.map((w) => w.id)).forEach((i) => {
    report(['works', i, 'id'], duplicate('work id', works[i]?.id))
  })
  const files = witnesses.flatMap((w, i) => w.files.map((f, j) => ({ ...f, i, j })))
  once(files.map((f) => `${f.file}#${f.witness ?? ''}`)).forEach((k) => {
    const f = files[k]
    if (f) report(['witnesses', f.i, 'files', f.j, 'file'], duplicate('file', f.file))
  })
  for (const f of files) {
    if (f.file.startsWith('/') || f.file.split(/[\\/]/).includes('..')) {
      report(['witnesses', f.i, 'files', f.j, 'file'], {
        rule: 'file-outside',
        reason: 'A witness file lies outside the folder `witnesses/`',
        expected: 'a path below witnesses/',
        actual: f.file,
      })
    }
  }
  for (const w of works) {
    for (const name of w.files === undefined || w.files.names === 'all' ? [] : w.files.names) {
      if (files.some(({ file: known }) => known === name)) continue
      problems.push({
        file,
        line: w.files?.line ?? 1,
        column: w.files?.column ?? 1,
        rule: 'unknown-file',
        reason: `No witness has the file ${name}`,
        expected: files.map(({ file: known }) => known).join(', '),
        actual: name,
      })
    }
  }
  const whole = works.filter((w) => w.files?.names === 'all')
  for (const w of whole.slice(1)) {
    problems.push({
      file,
      line: w.files?.line ?? 1,
      column: w.files?.column ?? 1,
      rule: 'files-twice',
      reason: `All files are already the work ${whole[0]?.id}`,
      expected: 'one work with `files: all`, or the files of each by name',
      actual: `${whole.length} works`,
      hint: `Write the files of each: files: [${files.map(({ file: known }) => known).join(', ')}]`,
    })
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
        report(path, {
          rule: 'unknown-siglum',
          reason: 'No witness has this siglum',
          expected: [...sigla].join(', '),
          actual: siglum,
        })
      }
    }
  }
  if (problems.length > 0) throw new InputError(problems.map((p) => message(p)))
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

/** Indexes of values that stand already. */
function once(values: readonly string[]): number[] {
  const seen = new Set<string>()
  return values.flatMap((v, i) => {
    if (seen.has(v)) return [i]
    seen.add(v)
    return []
  })
}

const duplicate = (what: string, value: string | undefined): Omit<Problem, 'file'> => ({
  rule: 'duplicate',
  reason: `This ${what} stands twice`,
  expected: `each ${what} once`,
  actual: value ?? '',
})
