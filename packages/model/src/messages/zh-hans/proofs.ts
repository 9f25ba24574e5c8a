import type { proofs as english } from '../en/proofs.ts'
import type { WordsFor } from '../saying.ts'
import type { LedgerBreach } from '../values.ts'
import { list } from './phrases.ts'

const BREACHES: Readonly<Record<LedgerBreach, string>> = {
  lost: '有字符没有着落',
  twice: '有字符记了两次',
  empty: '字账中有一行是空的',
  'white-space': '文字被当作空白',
  'cut-short': '文件末尾有字符没有着落',
}

export const proofs: WordsFor<typeof english> = {
  conservation: ({ breach, at, found }) => ({
    reason: BREACHES[breach],
    expected: breach === 'white-space' ? '空白' : `字账自第 ${at} 字符起接续`,
    actual: found,
  }),
  'unassigned-text': ({ length, files, words }) => ({
    reason: `${list(files)} 自“${words}”起有 ${length} 字不属于 edition.yaml 所列的任何一篇`,
    expected: '每段文字都有所属的篇',
    actual: '无',
    hint:
      `如属已有的一篇，请在该篇之下写 contains: ["${words}"]；` +
      `如自成一篇，请加 - { id: …, title: …, cut: ["${words}"] }；` +
      `如不是正文，请写 omit: ["${words}"]。如整个文件都是一篇，请写 files: all。`,
  }),
  attestation: ({ at, character }) => ({
    reason: `正文第 ${at} 字不见于任何校本`,
    expected: '有校本或裁定为据',
    actual: character,
  }),
  composition: ({ at, text, tree }) => ({
    reason: `文档树自第 ${at} 字起与正文不合`,
    expected: text,
    actual: tree,
  }),
  adjacency: ({ before, after, work }) => ({
    reason: '正文中相接的两处，在各文件中都不相接',
    expected: '在某一文件中相接，或记为衔接、缺文、异文',
    actual: `${before}｜${after}`,
    hint: `请在 works › ${work} 下写明何者接何者：join: [{ after: ${before}, before: ${after} }]`,
  }),
  'printed-twice': ({ text, work }) => ({
    reason: '各文件都只有一次的文字，书中会印两次',
    expected: '与文件所有的次数相同',
    actual: `${text}…`,
    hint: `如各文件次序一致，请在 works › ${work} 下写 order: file`,
  }),
  'left-out': ({ text }) => ({
    reason: '两个文件都有的文字，书中会漏印',
    expected: '印入正文，或有裁定删去',
    actual: `${text}…`,
    hint: '或许本是两篇：请在 works 下分别列出各篇的文件；也可在 rulings.yaml 中裁定。',
  }),
  'more-breaches': ({ rule, count }) => ({
    reason: `同类问题（${rule}）另有 ${count} 处，下一处在此`,
  }),
}
