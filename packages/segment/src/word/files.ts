import type { Source, WorkSpec } from '@huijiao/model'

type Named = Pick<Source, 'file'>

/** The files that the editor gives to one work alone: by source, the index of its specification. */
export function wholeFiles(
  specs: readonly WorkSpec[],
  sources: readonly Named[],
): Map<number, number> {
  const owners = sources.map((): number[] => [])
  for (const [index, spec] of specs.entries()) {
    if (spec.files !== undefined)
      for (const source of filesOf(spec, sources)) owners[source]?.push(index)
  }
  return new Map(
    owners.flatMap((own, source): [number, number][] => {
      const [first] = own
      return first === undefined || own.length > 1 ? [] : [[source, first]]
    }),
  )
}

/** The sources that a specification names, by index; all where it names none. */
export function filesOf({ files }: WorkSpec, sources: readonly Named[]): number[] {
  return sources.flatMap(({ file }, source) =>
    files === undefined || files.names === 'all' || files.names.includes(file) ? [source] : [],
  )
}
