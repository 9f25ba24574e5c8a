import { descendants, elements, textOf, type XmlElement } from '../../markup/xml.ts'

/** The apparatus of a TEI document, as far as it is needed to rebuild its witnesses. */
export interface TeiApparatus {
  /** Ids of the witnesses, in the order of their list; empty where the document has no apparatus. */
  readonly witnesses: readonly string[]
  /** Entries outside the text (location-referenced), by the id of the anchor where their lemma begins. */
  readonly standOff: ReadonlyMap<string, { readonly entry: XmlElement; readonly to: string }>
  /**
   * The witness whose files pointers with a prefix lead into, by prefix: `w1.2` in `corresp="w1.2:30-42"`. Where a document
   * ties prefixes to witnesses, its runs of text say who has them; elsewhere all have what no entry says otherwise of.
   */
  readonly prefixes: ReadonlyMap<string, string>
}

/** A text that is its own witness: the lemmas of an apparatus that names only those who differ. */
const BASE = 'base'

/** The sigla that an attribute names: `#wit1 #wit2`, `【宋】【元】`, `A B`. */
function sigla(value: string | undefined): string[] {
  return (value ?? '').match(/【[^【】]*】|[^\s【】]+/gu)?.map((s) => s.replace(/^#/u, '')) ?? []
}

/** What an apparatus says of whom. */
export function apparatusOf(root: XmlElement): TeiApparatus {
  const entries = [...descendants(root, 'app')]
  if (entries.length === 0) return { witnesses: [], standOff: new Map(), prefixes: new Map() }
  const cited = new Set(
    entries.flatMap((entry) =>
      readingsIn(entry).flatMap(({ attributes }) => sigla(attributes.wit)),
    ),
  )
  const lemmas = entries.flatMap((entry) => elements(entry, 'lem'))
  const listed = [...descendants(root, 'witness')].flatMap(
    (w) => w.attributes['xml:id'] ?? textOf(w).trim(),
  )
  const named = listed.filter((id) => cited.has(id))
  // A document may cite witnesses that it does not list.
  const others = [...cited].filter((id) => !named.includes(id)).toSorted()
  const negative = lemmas.every(({ attributes }) => attributes.wit === undefined)
  const standOff = new Map(
    entries.flatMap((entry) => {
      const { from, to } = entry.attributes
      return from === undefined
        ? []
        : [[from.replace(/^#/u, ''), { entry, to: (to ?? from).replace(/^#/u, '') }] as const]
    }),
  )
  const prefixes = new Map(
    [...descendants(root, 'prefixDef')].flatMap(({ attributes: { ident, corresp } }) => {
      const [id] = sigla(corresp)
      return ident !== undefined && id !== undefined && listed.includes(id)
        ? [[ident, id] as const]
        : []
    }),
  )
  return { witnesses: [...(negative ? [BASE] : []), ...named, ...others], standOff, prefixes }
}

/** Whether a witness has something of what is below an element; undefined where nothing there says who has it. */
export function has(
  element: XmlElement,
  { prefixes }: Pick<TeiApparatus, 'prefixes'>,
  witness: string,
): boolean | undefined {
  const owners = (element.attributes.corresp ?? '')
    .split(/\s+/u)
    .flatMap((pointer) => prefixes.get(pointer.slice(0, pointer.indexOf(':'))) ?? [])
  if (owners.length > 0) return owners.includes(witness)
  const below = elements(element).map((child) => has(child, { prefixes }, witness))
  return below.includes(true) ? true : below.includes(false) ? false : undefined
}

/** The lemma and readings of an entry, those of reading groups among them. */
function readingsIn(entry: XmlElement): XmlElement[] {
  return elements(entry).flatMap((child) =>
    child.name === 'rdgGrp' ? readingsIn(child) : /^(?:lem|rdg)$/u.test(child.name) ? [child] : [],
  )
}

/**
 * What a witness reads at an entry: the reading that names it, else the lemma, for an apparatus may name only
 * those who differ, unless its text says of all runs who has them. Undefined where the witness reads nothing there.
 */
export function readingOf(
  entry: XmlElement,
  witness: string,
  { prefixes }: TeiApparatus,
): XmlElement | undefined {
  const readings = readingsIn(entry)
  const own = readings.find(({ attributes }) => sigla(attributes.wit).includes(witness))
  return own ?? (prefixes.size > 0 ? undefined : readings.find(({ name }) => name === 'lem'))
}
