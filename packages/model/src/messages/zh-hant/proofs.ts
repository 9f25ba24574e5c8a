import type { proofs as english } from '../en/proofs.ts'
import type { WordsFor } from '../saying.ts'
import type { LedgerBreach } from '../values.ts'
import { list } from './phrases.ts'

const BREACHES: Readonly<Record<LedgerBreach, string>> = {
  lost: '有字元沒有著落',
  twice: '有字元記了兩次',
  empty: '字帳中有一行是空的',
  'white-space': '文字被當作空白',
  'cut-short': '檔案末尾有字元沒有著落',
}

export const proofs: WordsFor<typeof english> = {
  conservation: ({ breach, at, found }) => ({
    reason: BREACHES[breach],
    expected: breach === 'white-space' ? '空白' : `字帳自第 ${at} 字元起接續`,
    actual: found,
  }),
  'unassigned-text': ({ length, files, words }) => ({
    reason: `${list(files)} 自「${words}」起有 ${length} 字不屬於 edition.yaml 所列的任何一篇`,
    expected: '每段文字都有所屬的篇',
    actual: '無',
    hint:
      `如屬已有的一篇，請在該篇之下寫 contains: ["${words}"]；` +
      `如自成一篇，請加 - { id: …, title: …, cut: ["${words}"] }；` +
      `如不是正文，請寫 omit: ["${words}"]。如整個檔案都是一篇，請寫 files: all。`,
  }),
  attestation: ({ at, character }) => ({
    reason: `正文第 ${at} 字不見於任何校本`,
    expected: '有校本或裁定為據',
    actual: character,
  }),
  composition: ({ at, text, tree }) => ({
    reason: `文件樹自第 ${at} 字起與正文不合`,
    expected: text,
    actual: tree,
  }),
  adjacency: ({ before, after, work }) => ({
    reason: '正文中相接的兩處，在各檔案中都不相接',
    expected: '在某一檔案中相接，或記為銜接、闕文、異文',
    actual: `${before}｜${after}`,
    hint: `請在 works › ${work} 下寫明何者接何者：join: [{ after: ${before}, before: ${after} }]`,
  }),
  'printed-twice': ({ text, work }) => ({
    reason: '各檔案都只有一次的文字，書中會印兩次',
    expected: '與檔案所有的次數相同',
    actual: `${text}…`,
    hint: `如各檔案次序一致，請在 works › ${work} 下寫 order: file`,
  }),
  'left-out': ({ text }) => ({
    reason: '兩個檔案都有的文字，書中會漏印',
    expected: '印入正文，或有裁定刪去',
    actual: `${text}…`,
    hint: '或許本是兩篇：請在 works 下分別列出各篇的檔案；也可在 rulings.yaml 中裁定。',
  }),
  'more-breaches': ({ rule, count }) => ({
    reason: `同類問題（${rule}）另有 ${count} 處，下一處在此`,
  }),
}
