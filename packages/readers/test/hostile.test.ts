import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs, readSource } from '../src/index.ts'
import { docx, epub } from './support/packed.ts'

const read = (file: string, content: string | Uint8Array) =>
  readFileAs(rawFile(file, typeof content === 'string' ? strToU8(content) : content), '甲')

const MIB = 1024 * 1024
const ALTO = (body: string): string =>
  `<alto><Layout><Page><PrintSpace><TextBlock><TextLine>${body}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`

describe('XML', () => {
  it.each([
    ['cut off', '<alto><Layout>\n<Page>', /a\.xml:2:\d+: error malformed-xml: .*unclosed tag/u],
    ['crossed', '<alto><a>\n<b></a></b></alto>', /a\.xml:2:\d+: error malformed-xml/u],
    ['with a bare &', ALTO('\n<String CONTENT="a & b"/>'), /a\.xml:2:\d+: error malformed-xml/u],
  ])('that is %s is refused at its line', async (_, xml, expected) => {
    await expect(read('a.xml', xml)).rejects.toThrow(expected)
  })

  it('does not let entities multiply', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`)
    const bomb = `<!DOCTYPE alto [<!ENTITY e0 "字">${lines.join('')}]>${ALTO('<String CONTENT="&e30;"/>')}`
    await expect(read('a.xml', bomb)).rejects.toThrow(/undefined entity[\s\S]*hint/u)
  })

  it('does not read other files', async () => {
    const xml = `<!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/passwd">]>${ALTO('<String CONTENT="&x;"/>')}`
    await expect(read('a.xml', xml)).rejects.toThrow(/undefined-entity/u)
  })

  it('may not be deeper than a reader walks', async () => {
    const deep = ALTO(`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`)
    await expect(read('a.xml', deep)).rejects.toThrow(/more elements than a reader takes on/u)
  })
})

describe('a volume of pages', () => {
  const mets = (pages: string): string =>
    `<mets xmlns:xlink="x"><fileSec>${[1, 2, 3, 4].map((n) => `<file ID="f${n}"><FLocat xlink:href="p${n}.xml"/></file><file ID="i${n}"><FLocat xlink:href="img/${n}.jpg"/></file>`).join('')}</fileSec><structMap TYPE="PHYSICAL"><div><fptr FILEID="f9"/>${pages}</div></structMap></mets>`
  const page = (n: number, order = n): string =>
    `<div ORDER="${order}"><fptr FILEID="i${n}"/><fptr FILEID="f${n}"/></div>`
  const readVolume = (pages: string, present: Readonly<Record<string, string>>) =>
    readFileAs(
      rawFile('mets.xml', strToU8(mets(pages)), {
        other: (path) => {
          const text = present[path]
          return text === undefined ? undefined : strToU8(text)
        },
      }),
      '甲',
    )
  const ONE = ALTO('<String CONTENT="一"/>')
  const THREE = ALTO('<String CONTENT="三"/>')

  it('says which of its pages have no text beside it', async () => {
    const { sources, messages, uses } = await readVolume(
      [1, 2, 3, 4].map((n) => page(n)).join(''),
      {
        'p1.xml': ONE,
        'p3.xml': THREE,
      },
    )
    expect(sources[0]?.text.trim()).toBe('一\n\n三')
    expect(uses).toEqual(['p1.xml', 'p3.xml'])
    expect(messages).toMatchObject([{ ruleId: 'missing-pages', actual: 'none for 2, 4' }])
  })

  it('is read in the order that it gives its pages, and knows their pictures', async () => {
    const { sources, messages } = await readVolume(page(3, 2) + page(1, 1), {
      'p1.xml': ONE,
      'p3.xml': THREE,
    })
    expect(sources[0]?.text.trim()).toBe('一\n\n三')
    expect(sources[0]?.pages?.map(({ image }) => image)).toEqual(['img/1.jpg', 'img/3.jpg'])
    expect(messages).toEqual([])
  })

  it('may name files in no way that is a path', async () => {
    const odd = mets(page(1)).replace('p1.xml', 'p%E4%.xml')
    await expect(readFileAs(rawFile('mets.xml', strToU8(odd)), '甲')).rejects.toThrow(/no-pages/u)
  })
})

describe('hOCR', () => {
  const page = (body: string): string =>
    `<html><body><div class="ocr_page" title="bbox 0 0 100 100">${body}</div></body></html>`
  const line = (text: string, name = 'ocr_line'): string =>
    `<span class="${name}" title="bbox 0 0 9 9">${text}</span>`

  it.each([
    [
      'lines beside paragraphs',
      page(`${line('甲')}<p class="ocr_par">${line('乙')}</p>${line('丙')}`),
    ],
    ['paragraphs without lines', page(`<p class="ocr_par">甲乙</p>${line('丙')}`)],
    ['words beside those of lines', page(`<p class="ocr_par">甲${line('乙')}丙</p>`)],
    ['text beside words in a line', page(line('甲<span class="ocrx_word">乙</span>丙'))],
    ['several classes', page(line('甲乙丙', 'wide ocr_line'))],
    [
      'no page',
      `<html><head><meta name="ocr-system" content="x"></head><body>${line('甲乙丙')}</body></html>`,
    ],
    ['no lines', page('甲乙丙')],
  ])('is read whole with %s', async (_, html) => {
    const { sources } = await read('a.hocr', html)
    expect(sources[0]?.text.replaceAll(/\s/gu, '')).toBe('甲乙丙')
  })
})

describe('size', () => {
  it.each(['a.txt', 'a.md', 'a.html', 'a.xml'])(
    'of 100 MB is refused for %s before it is read',
    async (file) => {
      const bytes = new Uint8Array(100 * MIB).fill(0x20)
      bytes.set(strToU8(file === 'a.xml' ? '<alto>' : '# 字'))
      await expect(read(file, bytes)).rejects.toThrow(/too-large.*at most 48 MiB, got 100 MiB/u)
    },
  )

  it.each([
    [
      'a.epub',
      (member: Uint8Array) =>
        zipSync({ mimetype: strToU8('application/epub+zip'), 'a.xhtml': member }),
    ],
    ['a.docx', (member: Uint8Array) => zipSync({ 'word/document.xml': member })],
  ])('of what %s unpacks to is asked before it is unpacked', async (file, pack) => {
    const bomb = pack(new Uint8Array(60 * MIB))
    expect(bomb.length).toBeLessThan(MIB)
    await expect(read(file, bomb)).rejects.toThrow(/unpacks to more than a reader takes on/u)
  })

  it('of an archive that lies about it fills no memory', async () => {
    const honest = epub({
      'OEBPS/text/one.xhtml': `<html><body>${'灯'.repeat(100_000)}</body></html>`,
    })
    const view = new DataView(honest.buffer, honest.byteOffset, honest.byteLength)
    // The size as the directory tells it, of every member, is one byte.
    for (let at = 0; at + 46 < honest.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true)
    }
    await expect(read('a.epub', honest)).rejects.toThrow(/broken-archive|malformed-xml/u)
  })
})

describe('a file that is not what it says', () => {
  it.each([
    ['a.pdf', '%PDF-1.7 broken', /broken-pdf/u],
    ['a.epub', 'PK\u0003\u0004mimetypeapplication/epub+zip', /broken-archive/u],
    ['a.json', '{"witnesses": [\n{"id": }', /a\.json:2:\d+: error malformed-json/u],
    ['a.json', '{"some": "thing"}', /unknown-format[\s\S]*ALTO/u],
    ['a.xml', '<note>字</note>', /unknown-format/u],
    ['a.jpg', '\u0000\u0001', /unknown-format/u],
    ['a.xml', '<TEI><teiHeader/></TEI>', /no-text/u],
    ['mets.xml', '<mets><structMap/></mets>', /no-pages/u],
  ])('%s %s', async (file, content, expected) => {
    await expect(read(file, content)).rejects.toThrow(expected)
  })

  it('names the document that a book or a Word file lacks', async () => {
    await expect(
      read('a.epub', epub({ 'META-INF/container.xml': '<container/>' })),
    ).rejects.toThrow(/missing-member/u)
    await expect(read('a.docx', zipSync({ 'word/a.xml': strToU8('<a/>') }))).rejects.toThrow(
      /word\/document\.xml/u,
    )
    await expect(read('a.docx', docx({ 'word/document.xml': '<w:document' }))).rejects.toThrow(
      /broken-docx/u,
    )
  })
})

describe('plain text without markup', () => {
  it.each(['a < b，c > d。', '3 & 5，R&D', '<未命名>', '《<a>》', '&amp 不是引文', '5 <6>'])(
    'stays as it is: %s',
    async (text) => {
      const { sources } = await read('a.txt', `题目\n\n${text}\n`)
      expect(sources[0]?.text).toBe(readSource('a.txt', '甲', strToU8(`题目\n\n${text}\n`)).text)
    },
  )
})
