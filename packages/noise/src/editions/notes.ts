import type { Random } from '../random.ts'
import { block as text, times } from './blocks.ts'
import { fill } from './vocabulary.ts'
import type { MadeBlock } from './work.ts'

/** Notes at the end of a text, under a word that says so at times. */
export function notes(dice: Random): MadeBlock[] {
  const mark = dice.pick<(at: number) => string>([
    (at) => `[${at}]`,
    (at) => `〔${at}〕`,
    (at) => String.fromCodePoint(0x2474 + at - 1),
    (at) => String.fromCodePoint(0x2460 + at - 1),
    (at) => `${at}. `,
    (at) => `[^${at}]: `,
  ])
  const words = [
    '{thing}：{town}一带的叫法。',
    '{year}年初版作“{thing}”。',
    '即{town}，今属{town}。',
    '见《{town}志》卷{count}。',
    '{name}（{year}—{year}），{town}人，{who}。',
    '“{matter}”，当地俗语。',
  ]
  const head = dice.chance(0.6)
    ? [text('note', dice.pick(['注释', '注', '【注释】', '□注释', '注释：', '附注']))]
    : []
  return [
    ...head,
    ...times(2 + dice.below(6), (at) => text('note', mark(at + 1) + fill(dice.pick(words), dice))),
  ]
}
