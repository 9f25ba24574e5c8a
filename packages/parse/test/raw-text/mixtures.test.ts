import { keyOf } from '@huijiao/text'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apparatusOf } from '../../src/export/apparatus.ts'
import { leftOut } from '../../src/export/left-out.ts'
import { textOf } from '../../src/export/text.ts'
import type { EditionResult } from '../../src/pipeline.ts'
import { BODY, editionOf } from './edition.ts'

/** Sentences with figures, words of other scripts and marks of all kinds. */
const SENTENCES = [
  '有人说“河上起雾了”，船便停在岸边不走。',
  '票价分为20 40 60元三档，小孩不收。',
  '他念了一句 Slow water, deep river，大家都笑了。',
  '柳林边的茶馆叫No.七，主人姓柳，爱下棋。',
  '她问：“什么时候开船？”没有人答话。',
  '门牌上写着1923年，字迹已经看不清了。',
  '马车从龙王庙门前经过，青年人都站起来看。',
  '老人（那年他七十岁）把长长的竹篙收了起来。',
  '货重三百㎏，水温二十℃，都记在第Ⅲ本①页上。',
  '水位是3-5米——老人说——涨到７米就停船。',
  "客人叫O'Neill，他说：“I don't know，问船家。”",
  '船尾的木板上写着ガラス几个字样，旁边还画着一家\u{1F468}\u200D\u{1F469}\u200D\u{1F467}。',
]

/** What copies do to a text: another code, another width, another convention, something unseen, a loss. */
const CHANGES: readonly ((text: string, at: number) => string)[] = [
  (text, at) => `${text.slice(0, at)}\u200B${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\u00AD${text.slice(at)}`,
  (text) => text.replaceAll('门', '⻔').replaceAll('马', '⻢'),
  (text) => text.replaceAll('长', '⻓').replaceAll('龙', '⻰').replaceAll('青', '⻘'),
  (text) => text.replaceAll(/[“”]/gu, '"'),
  (text) => text.replaceAll('“', '「').replaceAll('”', '」'),
  (text) => text.replaceAll('，', ',').replaceAll('。', '.'),
  (text) => text.replaceAll(/\d/gu, (d) => String.fromCodePoint(0xff10 + Number(d))),
  (text, at) =>
    /\p{Script=Han}/u.test(text[at] ?? '') ? `${text.slice(0, at)}□${text.slice(at + 1)}` : text,
  (text, at) =>
    /\p{Script=Han}/u.test(text[at] ?? '') ? `${text.slice(0, at)}${text.slice(at + 1)}` : text,
  (text) => text.replaceAll('㎏', 'kg').replaceAll('℃', '°C').replaceAll('Ⅲ', 'III'),
  (text) => text.replaceAll('——', '—').replaceAll('3-5', '3–5'),
  (text) => text.replaceAll("'", '’').replaceAll('ガラス', 'ｶﾞﾗｽ'),
  (text) => text.replaceAll('“', '‘').replaceAll('”', '’'),
  (text, at) =>
    /\p{Script=Han}/u.test(text[at] ?? '') ? `${text.slice(0, at)}？${text.slice(at + 1)}` : text,
  (text, at) => `${text.slice(0, at)}\uFFFD${text.slice(at)}`,
  (text) => text,
]

const line = fc.record({
  sentence: fc.constantFrom(...SENTENCES.keys()),
  changes: fc.array(fc.record({ kind: fc.constantFrom(...CHANGES.keys()), at: fc.nat(18) }), {
    maxLength: 2,
  }),
})
/** Ten lines in a witness and another: ten mixtures. */
const copies = fc.array(fc.tuple(line, line), { minLength: 10, maxLength: 10 })

const write = ({
  sentence,
  changes,
}: {
  sentence: number
  changes: readonly { kind: number; at: number }[]
}): string =>
  changes.reduce(
    (text, { kind, at }) => CHANGES[kind]?.(text, at) ?? text,
    SENTENCES[sentence] ?? '',
  )

describe('the reading text', () => {
  it('differs from each witness only where a locus or a list says so, in 1,000 mixtures', () => {
    const found = fc.check(
      fc.property(copies, (lines) => {
        // Both witnesses have the same sentences, each in its own way.
        const pages = [0, 1].map((w) => {
          const own = lines.map(
            (pair, i) =>
              `　　第${'一二三四五六七八九十'[i]}天，${write({ ...pair[w === 0 ? 0 : 1], sentence: pair[0].sentence })}`,
          )
          return `渡口\n\n${BODY}\n\n${own.join('\n\n')}\n`
        })
        const { result } = editionOf(pages)
        for (const w of [0, 1]) {
          agrees(result, w)
          agreesInMarks(result, w)
        }
      }),
      { numRuns: 100, seed: 20231 },
    )
    expect(found.failed, fc.defaultReportMessage(found)).toBe(false)
  })
})

/** Content of a text by an independent rule: letters, digits, degrees, pictures and □, in their plain codes, as keys. */
const contentOf = (text: string): string =>
  Array.from(text.normalize('NFKC').replaceAll(/\p{Script=Han}/gu, keyOf))
    .map((c) => keyOf(c))
    .filter((c) => /[\p{L}\p{N}\p{Extended_Pictographic}°□]/u.test(c))
    .join('')

function agrees(result: EditionResult, w: number): void {
  const [work] = result.works
  const witness = work?.witnesses[w]
  const source = result.input.sources.find(({ file }) => file === witness?.file)
  if (work === undefined || witness === undefined || source === undefined)
    throw new Error('no witness')
  const out = leftOut(result).filter(({ file }) => file === source.file)
  // All that the file says is in its tokens, or listed as left out.
  expect(out).toEqual([])
  expect(
    witness.tokens
      .map(({ n }) => n)
      .join('')
      .replaceAll('\u200D', ''),
  ).toBe(contentOf(source.text))
  // Where no decision says otherwise, the text has what the witness has.
  const decided = new Set(result.decided.decisions.map(({ locus }) => locus.unit))
  for (const [index, { spans, covers }] of work.units.entries()) {
    if (decided.has(index) || covers[w] !== true) continue
    const [start, end] = spans[w] ?? [0, 0]
    const own = witness.tokens.slice(start, end).map(({ n }) => n)
    const lemma = result.placed[0]?.lemma.filter(({ unit }) => unit === index) ?? []
    expect(lemma.map(({ t }) => keyOf(t))).toEqual(own)
  }
}

/** A line by an independent rule: signs that are one in several codes, widths or conventions are one, spaces are none. */
const signsOf = (line: string): string =>
  Array.from(line.normalize('NFKC').replaceAll(/[\s\u00AD\u200B\u200D]/gu, ''))
    .map(keyOf)
    .join('')
    .replaceAll(/[“”‘’「」『』"']/gu, '"')
    .replaceAll(/[-–—]+/gu, '-')
    .replaceAll('。', '.')

/** Where no entry of the apparatus stands in a block, it has the signs of each witness, marks and all. */
function agreesInMarks(result: EditionResult, w: number): void {
  const [work] = result.edition.children
  const file = result.works[0]?.witnesses[w]?.file
  const source = result.input.sources.find((s) => s.file === file)
  if (work === undefined || source === undefined) throw new Error('no witness')
  const differ = new Set(apparatusOf(result.edition).map(({ block }) => block))
  const printed = textOf(work).trimEnd().split('\n')
  const written = source.text.split('\n').filter((line) => line.trim() !== '')
  expect(printed.length).toBe(written.length)
  const agreed = (lines: readonly string[]): string[] =>
    lines.filter((_, index) => !differ.has(index + 1)).map(signsOf)
  expect(agreed(printed)).toEqual(agreed(written))
}
