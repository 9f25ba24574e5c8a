import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, heading, lacuna, paragraph, reading, text, title, toText, work } from '@huijiao/ast'
import { rawFile, READERS } from '@huijiao/readers'
import { describe, expect, it } from 'vitest'
import { fromTei, toTei, witnessOf } from '../src/index.ts'
import { tei } from '../src/main.ts'
import { LETTER } from './support/edition.ts'

const PARALLEL = toTei(LETTER)
const STAND_OFF = toTei(LETTER, { form: 'stand-off' })

/** What the house's own reader of TEI makes of a document, by witness. */
async function readBack(xml: string): Promise<Readonly<Record<string, string>>> {
  const file = rawFile('letter.xml', Buffer.from(xml))
  const texts = (await READERS.find(({ id }) => id === 'tei')?.read(file)) ?? []
  return Object.fromEntries(
    texts.map(({ witness = '', text }) => [witness, text.replaceAll(/\s/gu, '')]),
  )
}

describe('a document', () => {
  it.each([PARALLEL, STAND_OFF])('gives each witness back to who reads TEI', async (xml) => {
    expect(await readBack(xml)).toEqual({
      'wit.甲': '匠人书他对木工很有耐心。刨木刨花如雪\ue000⿰木皮斧斤丁丁一尺二尺',
      'wit.乙': '匠人书他对木工很有耐必。刨木刨花\ue000⿰木皮斧斤丁丁一尺二尺',
    })
  })

  it.each(['parallel', 'stand-off'] as const)(
    'gives no witness what it lacks, nor what the editor wrote, %s',
    async (form) => {
      const own = work(
        'tools',
        [
          heading(1, title('工具')),
          paragraph(
            text('锯子一把，', [{ siglum: '乙', file: '乙.txt', start: 40, end: 45 }]),
            '斧一把。',
          ),
          paragraph(lacuna({ extent: '两字' }), '。'),
        ],
        { sigla: ['乙'] },
      )
      const tree = {
        ...LETTER,
        preface: [paragraph('编者的话。')],
        children: [...LETTER.children, { ...own, headnote: [paragraph('此篇只见乙本。')] }],
      }
      const witnesses = await readBack(toTei(tree, { form }))
      expect(Object.keys(witnesses)).toEqual(['wit.甲', 'wit.乙'])
      expect(witnesses['wit.甲']).toBe(
        '匠人书他对木工很有耐心。刨木刨花如雪\ue000⿰木皮斧斤丁丁一尺二尺',
      )
      expect(witnesses['wit.乙']).toBe(
        '匠人书他对木工很有耐必。刨木刨花\ue000⿰木皮斧斤丁丁一尺二尺锯子一把，斧一把。',
      )
    },
  )

  it('says what was decided, how surely, by whom, and why', () => {
    expect(PARALLEL).toContain(
      '<app xml:id="letter-9f31c2" type="content" subtype="noise" ana="#method.理校">' +
        '<lem wit="#wit.甲" corresp="w1.1:11-12" cert="medium" resp="#resp.program"><seg corresp="w1.1:11-12">心</seg></lem>' +
        '<rdg wit="#wit.乙" corresp="w2.1:11-12" type="substitution" cause="noise">必</rdg>',
    )
    expect(PARALLEL).toMatch(
      /<note type="evidence" subtype="wordhood" ana="#fs\.\d+">[^<]*耐心[^<]*<\/note>/u,
    )
    expect(PARALLEL).toContain('cert="high" resp="#resp.1"')
    expect(PARALLEL).toContain(
      '<note type="ruling" resp="#resp.1"><seg>乙本脱</seg><bibl>《木经》</bibl><date>2026-01-02</date></note>',
    )
    expect(PARALLEL).toContain('<editor xml:id="resp.1">编者甲</editor>')
  })

  it('puts the apparatus after the text, each entry between its anchors', () => {
    expect(STAND_OFF).toContain('method="double-end-point" location="external"')
    expect(STAND_OFF).toContain(
      '<anchor xml:id="beg.letter-9f31c2" /><seg corresp="w1.1:11-12">心</seg><anchor xml:id="end.letter-9f31c2" />',
    )
    const [body = '', back = ''] = STAND_OFF.split('<back>')
    expect(body).not.toContain('<app ')
    expect(back).toContain('from="#beg.letter-9f31c2" to="#end.letter-9f31c2"')
  })

  it('declares characters without a code', () => {
    expect(PARALLEL).toContain('<mapping type="PUA">U+E000</mapping>')
    expect(PARALLEL).toContain('<localProp name="IDS" value="⿰木皮" />')
    expect(PARALLEL).toContain(
      '<g ref="#char.E000">\ue000</g><g ref="#char.2FF0-6728-76AE">⿰木皮</g>',
    )
  })

  it('points into the files of the witnesses', () => {
    expect(PARALLEL).toContain(
      'ident="w2.1" matchPattern="([0-9]+)-([0-9]+)" replacementPattern="witnesses/%E4%B9%99.txt#char=$1,$2"',
    )
  })

  it('is the same for the same tree, whatever came before', () => {
    expect(toTei(structuredClone(LETTER))).toBe(PARALLEL)
  })

  it('is of one witness, where that is wanted', () => {
    const own = toTei(witnessOf(LETTER, '乙'))
    expect(own).not.toMatch(/<app |wit\.甲|如雪/u)
    expect(own).toContain('必')
    expect(fromTei(own)).toEqual(witnessOf(LETTER, '乙'))
    expect(witnessOf(LETTER, '丙').children).toEqual([])
  })

  it.each([
    ['甲', '雨停了。“走吧”'],
    ['乙', '“走吧”'],
  ])('gives %s the marks that hang on what it has, and no others', (siglum, said) => {
    const places = (start: number, end: number, ...sigla: string[]) =>
      sigla.map((one) => ({ siglum: one, file: `${one}.txt`, start, end }))
    const rain = app(
      'rain-1',
      [text('雨停了', places(0, 3, '甲'))],
      [
        reading('lemma', '雨停了', ['甲'], places(0, 3, '甲')),
        reading('omission', '', ['乙'], places(0, 0, '乙')),
      ],
      { certainty: 'low' },
    )
    const spoken = text('走吧', places(5, 7, '甲', '乙'))
    const tree = {
      ...LETTER,
      children: [work('rain', [paragraph(rain, '。', '“', spoken, '”')], { sigla: ['甲', '乙'] })],
    }
    expect(
      witnessOf(tree, siglum)
        .children.map((node) => toText(node))
        .join(''),
    ).toBe(said)
  })

  it('is written for the edition, stand-off, and for each witness', async () => {
    const files = await tei.render(LETTER, { out: 'a.xml', standOff: 'b.xml', witnesses: 'w' })
    expect(files.map(({ path }) => path)).toEqual([
      'a.xml',
      'b.xml',
      join('w', '1-甲.xml'),
      join('w', '2-乙.xml'),
    ])
  })
})

describe('conventions that viewers of editions rely on', () => {
  // EVT 3 splits `wit` at each `#`, finds witnesses by `xml:id` in listWit, and names them by `*[type="siglum"]`.
  it('names each witness of a reading by a pointer into the list', () => {
    const listed = [...PARALLEL.matchAll(/<witness xml:id="([^"]+)"><abbr type="siglum">/gu)].map(
      ([, id]) => id,
    )
    const named = [...PARALLEL.matchAll(/ wit="([^"]+)"/gu)].flatMap(([, wit = '']) =>
      wit
        .split('#')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    expect(listed).toEqual(['wit.甲', 'wit.乙'])
    expect(named.length).toBeGreaterThan(0)
    for (const id of named) expect(listed).toContain(id)
  })

  // It takes the first lem below an app, and every rdg whose nearest app it is: entries hold no entries.
  it('has one lemma in each entry, first, and no entry in another', () => {
    const entries = [...PARALLEL.matchAll(/<app .*?<\/app>/gu)].map(([entry]) => entry)
    expect(entries).toHaveLength(2)
    for (const entry of entries) {
      expect(entry.match(/<lem /gu)).toHaveLength(1)
      expect(entry).toMatch(/^<app [^>]*><lem /u)
      expect(entry.match(/<app /gu)).toHaveLength(1)
    }
  })

  // What an edition counts as not significant is named there by an attribute and its value.
  it('tells noise by an attribute of the reading', () => {
    expect(PARALLEL).toContain('cause="noise">必</rdg>')
  })
})

describe('Jing', () => {
  const hasJing = spawnSync('jing', { encoding: 'utf8' }).error === undefined
  if (!hasJing)
    console.warn('SKIPPED: jing is not there, so no second validator reads the documents')

  it.runIf(hasJing)('finds the documents valid, ids and pointers too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huijiao-tei-'))
    try {
      const files = [PARALLEL, STAND_OFF, toTei(witnessOf(LETTER, '乙'))].map((xml, index) => {
        const path = join(folder, `${index}.xml`)
        writeFileSync(path, xml)
        return path
      })
      const schema = fileURLToPath(new URL('fixtures/tei_all.rng', import.meta.url))
      const { status, stdout } = spawnSync('jing', [schema, ...files], { encoding: 'utf8' })
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
