import { type Edition, type IndexedName, leafBlocks, toText } from '@huijiao/ast'

/** A place of a name: a block of a work, and the code point of its text. */
export interface NamePlace {
  readonly work: string
  readonly block: string
  readonly number: number
  readonly offset: number
}

/** A name with its places in the order of the text. */
export interface FoundName {
  readonly name: string
  readonly places: readonly NamePlace[]
}

/** Where the names of an edition's index stand in its works; of names within one another the longest is meant. */
export function namesOf({ meta, children }: Edition): FoundName[] {
  const names = meta.names ?? []
  if (names.length === 0) return []
  const owners = new Map(names.flatMap((n) => formsOf(n).map((form) => [form, n.name] as const)))
  const forms = Array.from(owners.keys()).sort((a, b) => b.length - a.length)
  const any = new RegExp(
    forms.map((f) => f.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('|'),
    'gu',
  )
  const places = new Map<string, NamePlace[]>(names.map((n) => [n.name, []]))
  for (const work of children)
    for (const { node, id, number } of leafBlocks(work)) {
      const text = toText(node)
      for (const { 0: form, index } of text.matchAll(any)) {
        const offset = Array.from(text.slice(0, index)).length
        places.get(owners.get(form) ?? '')?.push({ work: work.id, block: id, number, offset })
      }
    }
  return names.flatMap(({ name }) => {
    const found = places.get(name) ?? []
    return found.length === 0 ? [] : [{ name, places: found }]
  })
}

const formsOf = ({ name, forms = [] }: IndexedName): string[] =>
  [name, ...forms].filter((form) => form.trim() !== '')
