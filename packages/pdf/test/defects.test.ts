import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkFile, type Faults } from '../src/check/check.ts'
import {
  flateStream,
  lookup,
  lookupDict,
  name,
  openPdf,
  type PdfFile,
  pageContent,
  streamBytes,
} from '../src/file.ts'
import { type Finished, finish } from '../src/index.ts'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream } from '../src/pdf-lib.ts'

import { openPress, type Press } from './press.ts'
import { OPTIONS, SAMPLE } from './sample.ts'

vi.setConfig({ testTimeout: 60_000 })

let press: Press
let printed: Uint8Array
let finished: Finished

beforeAll(async () => {
  press = await openPress()
  printed = await press.print(SAMPLE)
  finished = await finish(printed, OPTIONS)
}, 60_000)

afterAll(async () => {
  await press.close()
})

const expected = { trim: OPTIONS.trim }
/** Breaks a finished file and checks it again. */
async function broken(how: (file: PdfFile) => void): Promise<Faults> {
  const file = await openPdf(finished.bytes)
  how(file)
  return checkFile(file, expected)
}

/** Rewrites the content of the first page that matches. */
function editContent(file: PdfFile, from: RegExp, to: string): void {
  for (const page of file.pages) {
    const content = Buffer.from(pageContent(page.dict)).toString('latin1')
    if (!from.test(content)) continue
    const bytes = Buffer.from(content.replace(from, to), 'latin1')
    const stream = flateStream(file, bytes)
    page.dict.set(name('Contents'), file.context.register(stream))
    return
  }
  throw new Error(`no page matches ${from.source}`)
}

/** The first object whose dictionary matches. */
function findDict(file: PdfFile, match: (dict: PDFDict) => boolean): PDFDict {
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && match(object)) return object
  }
  throw new Error('no such object')
}

const has = (key: string, value: string) => (dict: PDFDict) =>
  lookup(dict, key) === PDFName.of(value)

describe('each check catches its defect', () => {
  test('a link to a place that is not there, to no place, to an address of no one', async () => {
    const isHome = (dict: PDFDict): boolean =>
      has('Subtype', 'Link')(dict) && dict.has(name('Dest'))
    const astray = await broken((file) => {
      findDict(file, isHome).set(name('Dest'), name('nowhere'))
    })
    expect(astray.links.join()).toMatch('leads to “nowhere”')
    const dead = await broken((file) => {
      findDict(file, isHome).delete(name('Dest'))
    })
    expect(dead.links.join()).toMatch('leads nowhere')
    const unknown = await broken((file) => {
      const link = findDict(file, isHome)
      link.delete(name('Dest'))
      const address = PDFHexString.fromText('https://edition.invalid/at/a#b')
      link.set(name('A'), file.context.obj({ S: 'URI', URI: address }))
    })
    expect(unknown.links.join()).toMatch('edition.invalid')
  })

  test('a font that is not embedded, or no subset of TrueType', async () => {
    const lost = await broken((file) => {
      findDict(file, (dict) => dict.has(name('FontFile2'))).delete(name('FontFile2'))
    })
    expect(lost.fonts.join()).toMatch('not embedded')
    const type3 = await broken((file) => {
      findDict(file, has('Subtype', 'Type0')).set(name('Subtype'), name('Type3'))
    })
    expect(type3.fonts.join()).toMatch('got Type3')
    const whole = await broken((file) => {
      findDict(file, has('Subtype', 'Type0')).set(name('BaseFont'), name('Whole'))
    })
    expect(whole.fonts.join()).toMatch('not a subset')
  })

  test('a font that says radicals', async () => {
    const faults = await broken((file) => {
      const font = findDict(file, has('Subtype', 'Type0'))
      const map = lookup(font, 'ToUnicode')
      if (!(map instanceof PDFRawStream)) throw new Error('no map')
      const text = Buffer.from(streamBytes(map)).toString('latin1')
      const said = text.replace(/(beginbfchar\s*<[^>]*>\s*)<[^>]*>/, '$1<2F00>')
      const stream = flateStream(file, Buffer.from(said))
      font.set(name('ToUnicode'), file.context.register(stream))
    })
    expect(faults.fonts.join()).toMatch('says radicals: ⼀')
  })

  test('a box that is a tenth of a millimetre off', async () => {
    const faults = await broken((file) => {
      const box = lookup(file.pages[2]?.dict ?? PDFDict.withContext(file.context), 'TrimBox')
      if (box instanceof PDFArray) box.set(2, file.context.obj(419.8))
    })
    expect(faults.boxes).toEqual([
      'page 3: TrimBox: expected 0.00 0.00 419.53 595.28, got 0.00 0.00 419.80 595.28',
    ])
  })

  test('a box that leaves the one around it', async () => {
    const file = await openPdf(finished.bytes)
    expect(checkFile(file, {}).boxes).toEqual([])
    file.pages[0]?.dict.set(name('TrimBox'), file.context.obj([-1, 0, 419, 595]))
    file.pages[1]?.dict.delete(name('BleedBox'))
    expect(checkFile(file, {}).boxes).toEqual([
      'page 1: TrimBox is not within BleedBox',
      'page 2: no BleedBox',
    ])
  })

  test('black in four inks', async () => {
    const faults = await broken((file) => editContent(file, /\b0 g\b/, '0 0 0 rg'))
    expect(faults.ink).toEqual(['page 1: 0 0 0 rg'])
  })

  test('a running head outside of the artifacts', async () => {
    const faults = await broken((file) => {
      editContent(file, /\/Artifact BMC\n(BT[^]*?ET)\nEMC/, '$1')
    })
    expect(faults.tags.join()).toMatch('page 1: byte')
    expect(faults.tags.join()).toMatch('painted outside of marked content')
  })

  test('a sequence that ends in another graphics state', async () => {
    const faults = await broken((file) => editContent(file, /EMC\nQ/, 'Q\nEMC'))
    expect(faults.tags.join()).toMatch('Q closes artifact')
  })

  test('a note without an identifier, a picture without words, a type without a role', async () => {
    const note = await broken((file) => findDict(file, has('S', 'Note')).delete(name('ID')))
    expect(note.tags).toEqual(['a Note without ID'])
    const figure = await broken((file) => findDict(file, has('S', 'Figure')).delete(name('Alt')))
    expect(figure.tags).toEqual(['a Figure without Alt'])
    const role = await broken((file) => {
      lookupDict(file.catalog, 'StructTreeRoot')?.delete(name('RoleMap'))
    })
    expect(role.tags.join()).toMatch('Em is no standard type')
  })

  test('a link without words or without a tag', async () => {
    const silent = await broken((file) => {
      findDict(file, has('Subtype', 'Link')).delete(name('Contents'))
    })
    expect(silent.tags).toEqual(['page 1, annotation 1: no Contents'])
    const untagged = await broken((file) =>
      findDict(file, has('S', 'Link')).set(name('S'), name('P')),
    )
    expect(untagged.tags.join()).toMatch('belongs to P, expected Link')
  })

  test('content that no element owns', async () => {
    const faults = await broken((file) => {
      findDict(file, (dict) => has('S', 'P')(dict) && dict.has(name('K'))).delete(name('K'))
    })
    expect(faults.tags.join()).toMatch('belongs to 0 elements')
  })

  test('a heading that skips a level', async () => {
    const faults = await broken((file) => findDict(file, has('S', 'H2')).set(name('S'), name('H3')))
    expect(faults.tags).toEqual(['H3 after H1'])
  })

  test('metadata that disagrees', async () => {
    const faults = await broken((file) => {
      const info = file.context.lookup(file.context.trailerInfo.Info)
      if (info instanceof PDFDict) info.set(name('Title'), PDFHexString.fromText('别的书'))
    })
    expect(faults.metadata).toEqual(['Title: “别的书” and “印样 & <样书>” differ'])
  })
})
