import { fault, type MessagePlace, type RuleMessage, type WorkSpec } from '@huijiao/model'

/** A witness by its siglum, with the files that hold it. */
interface Witness {
  readonly siglum: string
  readonly files: readonly { readonly file: string; readonly witness?: string }[]
}

/** The place of a value in `edition.yaml`, by the keys and indexes that lead to it. */
type PlaceAt = (...path: (string | number)[]) => MessagePlace

/** What a configuration says twice, or names without having it: each value may be right by itself. */
export function contradictions(
  witnesses: readonly Witness[],
  works: readonly WorkSpec[],
  at: PlaceAt,
): RuleMessage[] {
  return [
    ...namedTwice(witnesses, works, at),
    ...wrongFiles(witnesses, works, at),
    ...works.flatMap((work, i) => unknownSigla(work, i, witnesses, at)),
  ]
}

function namedTwice(
  witnesses: readonly Witness[],
  works: readonly WorkSpec[],
  at: PlaceAt,
): RuleMessage[] {
  const sigla = witnesses.map((w) => w.siglum)
  const ids = works.map((w) => w.id)
  const files = witnesses.flatMap((w, i) => w.files.map((f, j) => ({ ...f, i, j })))
  return [
    ...repeated(sigla).map((i) =>
      fault('duplicate', at('witnesses', i, 'siglum'), { what: 'siglum', value: sigla[i] ?? '' }),
    ),
    ...repeated(ids).map((i) =>
      fault('duplicate', at('works', i, 'id'), { what: 'work', value: ids[i] ?? '' }),
    ),
    ...repeated(files.map((f) => `${f.file}#${f.witness ?? ''}`)).flatMap((k) => {
      const f = files[k]
      if (f === undefined) return []
      const place = at('witnesses', f.i, 'files', f.j, 'file')
      return [fault('duplicate', place, { what: 'file', value: f.file })]
    }),
  ]
}

function wrongFiles(
  witnesses: readonly Witness[],
  works: readonly WorkSpec[],
  at: PlaceAt,
): RuleMessage[] {
  const known = witnesses.flatMap((w) => w.files.map((f) => f.file))
  const whole = works.filter((w) => w.files?.names === 'all')
  const [first] = whole
  return [
    ...witnesses.flatMap((w, i) =>
      w.files.flatMap(({ file: path }, j) =>
        path.startsWith('/') || path.split(/[\\/]/).includes('..')
          ? [fault('file-outside', at('witnesses', i, 'files', j, 'file'), { path })]
          : [],
      ),
    ),
    ...works.flatMap(({ files: own }, i) =>
      (own === undefined || own.names === 'all' ? [] : own.names)
        .filter((name) => !known.includes(name))
        .map((name) => fault('unknown-file', at('works', i, 'files'), { name, known })),
    ),
    ...works.flatMap((work, i) =>
      work.files?.names === 'all' && first !== undefined && work !== first
        ? [
            fault('files-twice', at('works', i, 'files'), {
              work: first.id,
              count: whole.length,
              files: known,
            }),
          ]
        : [],
    ),
  ]
}

function unknownSigla(
  work: WorkSpec,
  i: number,
  witnesses: readonly Witness[],
  at: PlaceAt,
): RuleMessage[] {
  const known = witnesses.map((w) => w.siglum)
  const check = (siglum: string, place: MessagePlace): RuleMessage[] =>
    known.includes(siglum) ? [] : [fault('unknown-siglum', place, { siglum, known })]
  return [
    ...(work.base === undefined ? [] : check(work.base, at('works', i, 'base'))),
    ...(work.contains ?? []).flatMap(({ siglum }, j) =>
      siglum === undefined ? [] : check(siglum, at('works', i, 'contains', j)),
    ),
    ...(work.recensions ?? []).flatMap((r, j) =>
      r.sigla.flatMap((s, k) => check(s, at('works', i, 'recensions', j, 'sigla', k))),
    ),
  ]
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
