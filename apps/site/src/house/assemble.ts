import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeWhole } from '@huijiao/files'
import { baseStyles } from '@huijiao/hast'
import { COMPARE_SCRIPT } from '../comparing/write.ts'
import { type Card, GRAMS } from '../edition.ts'
import { facesFor } from '../page/faces.ts'
import { pageHtml, STYLES } from '../page/frame.ts'
import { InputFileError, optional, parsed } from '../read-dist.ts'
import { type Indexed, indexFiles } from '../searching/index-files.ts'
import { SEARCH_SCRIPT, searchPage } from '../searching/page.ts'
import { script, siteStyles } from '../styles.ts'
import { wordsFor } from '../words/index.ts'
import { housePages, newestFirst } from './front.ts'

/** What a site is called, where its makers say so. */
export interface HouseOptions {
  readonly title?: string
  /** BCP 47; that of most editions unless given. */
  readonly language?: string
  /** What else the site depends on, such as the code that makes it. */
  readonly stamp?: string
}

/**
 * Puts the parts of editions together into a site. What has not changed since the site was last put together is left as
 * it lies there; what is no longer an edition goes.
 *
 * @param dists the `dist/` folders of editions, each with its part of the site in `site/`.
 * @returns how many editions the site has, and how many of them were copied now.
 */
export async function assemble(
  dists: readonly string[],
  out: string,
  options: HouseOptions = {},
): Promise<{ readonly editions: number; readonly copied: number }> {
  const cards: Card[] = []
  const places = new Map<Card, string>()
  let copied = 0
  for (const dist of dists) {
    const path = join(dist, 'site/card.json')
    const bytes = await optional(path)
    if (bytes === null)
      throw new InputFileError(path, 'an edition’s part of the site', 'no such file')
    const card = parsed(bytes, path) as Card
    if (OWN.has(card.id))
      throw new InputFileError(path, 'another name than one of the site’s own', card.id)
    cards.push(card)
    places.set(card, dist)
    const old = await optional(join(out, card.id, 'card.json'))
    if (old !== null && Buffer.compare(old, bytes) === 0) continue
    await copyEdition(dist, card, join(out, card.id))
    copied += 1
  }
  await sweep(out, new Set(cards.map(({ id }) => id)))
  const state = stateOf(cards, options)
  const before = await optional(join(out, STATE))
  if (before === null || Buffer.from(before).toString('utf8') !== state) {
    await rm(join(out, STATE), { force: true })
    await writeHouse(cards, out, options)
    await writeIndex(places, out)
    await writeWhole(join(out, STATE), state)
  }
  return { editions: cards.length, copied }
}

/** Says of what the pages of the site as a whole were made; written last. */
const STATE = 'assets/state.txt'

function stateOf(
  cards: readonly Card[],
  { title = '', language = '', stamp = '' }: HouseOptions,
): string {
  const hash = createHash('sha256').update(
    JSON.stringify([title, language, stamp, siteStyles(), script('compare'), script('search')]),
  )
  for (const { id, digest } of newestFirst(cards)) hash.update(`\n${id} ${digest}`)
  return `${hash.digest('hex')}\n`
}

/** What lies beside the folders of editions; `editions-2.html` and so on are no names of folders that anyone gives. */
const OWN = new Set(['assets', 'search', 'index.html', 'search.html'])

/** Copies an edition, its card last: a copy that was broken off is made again. */
async function copyEdition(dist: string, card: Card, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  const site = join(dist, 'site')
  const apart = [join(site, 'card.json'), join(site, GRAMS)]
  await cp(site, to, { recursive: true, filter: (path) => !apart.includes(path) })
  for (const { path } of card.files) {
    await mkdir(dirname(join(to, 'files', path)), { recursive: true })
    await cp(join(dist, path), join(to, 'files', path))
  }
  await writeWhole(join(to, 'card.json'), await readFile(join(site, 'card.json')))
}

/** Takes away editions that are none any more; whatever else lies there is not ours. */
async function sweep(out: string, known: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(out).catch(() => [])) {
    if (known.has(name)) continue
    const isEdition = (await stat(join(out, name, 'card.json')).catch(() => null)) !== null
    if (isEdition) await rm(join(out, name), { recursive: true })
  }
}

async function writeHouse(
  cards: readonly Card[],
  out: string,
  options: HouseOptions,
): Promise<void> {
  const language = options.language ?? mostUsed(cards.map((c) => c.language))
  const words = wordsFor(language)
  const title = options.title ?? words.house
  const pages = [...housePages(cards, language, title), searchPage(language, title)]
  const faces = await facesFor(pages.flatMap((p) => p.main))
  for (const name of await readdir(out).catch(() => [])) {
    if (/^editions-\d+\.html$/u.test(name)) await rm(join(out, name))
  }
  for (const page of pages) await writeWhole(join(out, page.path), pageHtml(page, words, GENERATOR))
  await writeWhole(join(out, STYLES), `${baseStyles()}\n${siteStyles()}`)
  await writeWhole(join(out, 'assets/faces.css'), faces.css)
  await writeWhole(join(out, COMPARE_SCRIPT), script('compare'))
  await writeWhole(join(out, SEARCH_SCRIPT), script('search'))
  for (const [path, bytes] of faces.files) await writeWhole(join(out, 'assets', path), bytes)
  await writeWhole(join(out, 'assets/icon.svg'), ICON)
  // Hosts that make pages of their own leave files alone where this one lies.
  await writeWhole(join(out, '.nojekyll'), '')
}

/** Writes the index of the search over all editions, in the order in which the front has them. */
async function writeIndex(places: ReadonlyMap<Card, string>, out: string): Promise<void> {
  const indexed: Indexed[] = []
  for (const card of newestFirst([...places.keys()])) {
    const path = join(places.get(card) ?? '', 'site', GRAMS)
    const bytes = await optional(path)
    if (bytes === null)
      throw new InputFileError(path, 'what the edition is found by', 'no such file')
    indexed.push({ id: card.id, grams: parsed(bytes, path) as Indexed['grams'] })
  }
  await rm(join(out, 'search'), { recursive: true, force: true })
  for (const [path, content] of indexFiles(indexed)) {
    await writeWhole(join(out, 'search', path), content)
  }
}

const GENERATOR = 'Huijiao'

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#8c2f26"/><path d="M9 7h14v18H9z" fill="none" stroke="#fff" stroke-width="2"/><path d="M16 10v12" stroke="#fff" stroke-width="2"/></svg>\n'

/** The language that most editions have; of several the first by name. */
function mostUsed(languages: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [first] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return first?.[0] ?? 'zh-Hans'
}
