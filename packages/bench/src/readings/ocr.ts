import { launch, type Session } from '@huijiao/browser'
import { type Scan, scanned } from './scan.ts'
import type { CopyText, Purpose, ReadingSet, Trial } from './set.ts'
import { type Engine, installedModels, recognised } from './tesseract.ts'
import { type KnownText, knownTexts } from './texts.ts'

/** One copy: a scan of one printing, as one engine read it. */
interface Reading {
  readonly siglum: string
  readonly scan: Scan
  readonly engine: 'language' | 'script'
  readonly psm: Engine['psm']
  readonly family?: string
}

/** Models for a script: one trained on a language, one on all that is written in the script. */
const MODELS = {
  Hans: { language: 'chi_sim', script: 'HanS' },
  Hant: { language: 'chi_tra', script: 'HanT' },
} as const

/** Noise seeds of the scans. */
const SEED: Readonly<Record<Purpose, number>> = { fitting: 40, scoring: 940 }
/** Characters of a page, and pages of each text: as many as can be read in some minutes. */
const PAGE = 500
const PAGES = 2

/** Three scans: a fair one, a blurred small one, and a coarse one in black and white. */
function scansOf(purpose: Purpose): readonly [Scan, Scan, Scan] {
  const seed = SEED[purpose]
  return [
    { face: 'song-400', size: 30, blur: 0.9, skew: 0.2, noise: 18, seed },
    { face: 'kai-400', size: 28, blur: 1.1, skew: -0.2, noise: 15, seed: seed + 1 },
    { face: 'song-400', size: 26, blur: 0.6, skew: 0.2, noise: 24, threshold: 150, seed: seed + 2 },
  ]
}

/** Sets of pages that were printed, scanned badly and read by Tesseract; none where it is not installed. */
export async function ocrSets(
  purpose: Purpose,
  print: (line: string) => void,
): Promise<ReadingSet[]> {
  const installed = installedModels()
  const missing = Object.values(MODELS)
    .flatMap((m) => Object.values(m))
    .filter((model) => !installed.has(model))
  if (missing.length > 0) {
    print(`SKIPPED recognised pages: Tesseract has no ${missing.join(', ')}`)
    return []
  }
  const [fair, small, coarse] = scansOf(purpose)
  const kinds: readonly (readonly [name: string, readings: readonly Reading[]])[] = [
    [
      'three scans of three printings',
      [
        { siglum: '甲', scan: fair, engine: 'language', psm: 6 },
        { siglum: '乙', scan: small, engine: 'language', psm: 6 },
        { siglum: '丙', scan: coarse, engine: 'language', psm: 6 },
      ],
    ],
    [
      'two scans',
      [
        { siglum: '甲', scan: fair, engine: 'language', psm: 6 },
        { siglum: '乙', scan: small, engine: 'script', psm: 6 },
      ],
    ],
    [
      'one scan read by two engines, and another scan',
      [
        { siglum: '甲', scan: fair, engine: 'language', psm: 6, family: 'one scan' },
        { siglum: '乙', scan: fair, engine: 'script', psm: 6, family: 'one scan' },
        { siglum: '丙', scan: coarse, engine: 'language', psm: 6 },
      ],
    ],
    [
      'one scan read in two ways, and another scan',
      [
        { siglum: '甲', scan: coarse, engine: 'language', psm: 6, family: 'one scan' },
        { siglum: '乙', scan: coarse, engine: 'language', psm: 4, family: 'one scan' },
        { siglum: '丙', scan: small, engine: 'language', psm: 6 },
      ],
    ],
  ]
  const session = await launch({ bare: true })
  try {
    const read = reader(session)
    const sets: ReadingSet[] = []
    for (const [name, readings] of kinds) {
      const trials: Trial[] = []
      for (const text of knownTexts(purpose)) trials.push(await trialOf(text, readings, read))
      sets.push({ name: `OCR, ${name}`, from: `Tesseract, scans ${SEED[purpose]}`, trials })
    }
    return sets
  } finally {
    await session.close()
  }
}

type Read = (paragraphs: readonly string[], scan: Scan, engine: Engine) => Promise<string[]>

/** Reads pages, each picture and each reading of it made once. */
function reader(session: Session): Read {
  const pictures = new Map<string, Promise<Uint8Array>>()
  const lines = new Map<string, string[]>()
  return async (paragraphs, scan, engine) => {
    const page = JSON.stringify([paragraphs, scan])
    const picture = pictures.get(page) ?? scanned(session, paragraphs, scan)
    pictures.set(page, picture)
    const key = JSON.stringify([page, engine])
    const known = lines.get(key) ?? recognised(await picture, engine)
    lines.set(key, known)
    return known
  }
}

async function trialOf(text: KnownText, readings: readonly Reading[], read: Read): Promise<Trial> {
  const copies: CopyText[] = []
  const pages = pagesOf(text.paragraphs)
  for (const { siglum, scan, engine, psm, family } of readings) {
    const blocks: string[][] = []
    for (const page of pages) {
      blocks.push(await read(page, scan, { model: MODELS[text.script][engine], psm }))
    }
    copies.push({ siglum, kind: 'ocr', blocks, ...(family === undefined ? {} : { family }) })
  }
  return { name: text.genre, copies, truth: pages.flat().join('\n') }
}

function pagesOf(paragraphs: readonly string[]): string[][] {
  const pages: string[][] = []
  let length = PAGE
  for (const paragraph of paragraphs) {
    if (length >= PAGE) {
      pages.push([])
      length = 0
    }
    pages.at(-1)?.push(paragraph)
    length += paragraph.length
  }
  return pages.slice(0, PAGES)
}
