import { describe, expect, it } from 'vitest'
import { guessedForms } from '../../src/export/guessed-forms.ts'
import { editionOf } from './edition.ts'

const TRADITIONAL = `河邊的人

　　余老伯住在河邊，門前種著幾棵桃樹。他年輕時在縣裡學過修鐘錶，後來回到鄉下，給人看風水，也替人寫信。每年春天，孩子們都來聽他講故事。

　　余老伯說，種樹和修錶一樣，都要有耐心，急不得。`
const SIMPLIFIED = `河边的人

　　余老伯住在河边，门前种着几棵桃树。他年轻时在县里学过修钟表，后来回到乡下，给人看风水，也替人写信。每年春天，孩子们都来听他讲故事。

　　余老伯说，种树和修表一样，都要有耐心，急不得。

　　那年秋天，皇后的船从河上过，余老伯的头发已经白了，穿着干净的衣服站在岸边，身后跟着一只小狗。船队走了二三十里，在山谷里停下，余老伯回家煮了一碗面，拿面粉的手还是白的，于老伯来看他。`

describe('a copy in the other script', () => {
  const { result, text } = editionOf([TRADITIONAL, SIMPLIFIED], 'zh-Hant-TW')
  const last = text.trim().split('\n').at(-1) ?? ''

  it('is converted by words, not by characters', () => {
    for (const word of ['皇后的船', '頭髮', '乾淨', '一隻小狗', '二三十里', '一碗麵'])
      expect(last).toContain(word)
  })

  it('takes the forms that the other witness uses in the same words', () => {
    expect(last).toContain('余老伯的頭髮')
    expect(last).not.toContain('餘老伯')
  })

  it('lists what was guessed, and only that', () => {
    const guessed = guessedForms(result)
    expect(guessed).toContainEqual(expect.objectContaining({ siglum: '乙', from: '于', line: 7 }))
    expect(guessed.map(({ from }) => from)).not.toContain('余')
    expect(guessed.map(({ from }) => from)).not.toContain('发')
  })

  it('stays the same character where a phrase would have another', () => {
    const more = `${SIMPLIFIED}\n\n　　他没有回复，也不了解。\n`
    const traditional = editionOf([TRADITIONAL, more], 'zh-Hant-TW').text
    expect(traditional).toContain('他沒有回復，也不了解。')
    const back = editionOf(
      [SIMPLIFIED.split('\n\n').slice(0, 3).join('\n\n'), `${TRADITIONAL}\n\n　　余老伯不瞭解。\n`],
      'zh-Hans-CN',
    )
    expect(back.text).toContain('余老伯不瞭解。')
    expect(guessedForms(back.result).map(({ from }) => from)).toContain('瞭')
  })

  it('is no surer of a form for one place where another word has it', () => {
    const more = `${SIMPLIFIED}\n\n　　他买了一斗面。\n`
    const model = TRADITIONAL.replace('門前', '門的前面')
    const guessed = guessedForms(editionOf([model, more], 'zh-Hant-TW').result)
    expect(guessed).toContainEqual(expect.objectContaining({ from: '面', line: 9 }))
  })

  it('is told where no witness is in the script that is asked for', () => {
    const { result, text } = editionOf([SIMPLIFIED, SIMPLIFIED], 'zh-Hant-TW')
    expect(result.messages).toMatchObject([{ ruleId: 'other-script', fatal: false }])
    expect(text).toContain('余老伯的头发')
    expect(editionOf([TRADITIONAL, SIMPLIFIED], 'zh-Hant-TW').result.messages).toEqual([])
  })

  it('marks in the tree what was guessed', () => {
    const marked: string[] = []
    const visit = (node: object): void => {
      if ('data' in node && 'value' in node && JSON.stringify(node.data).includes('"guessed":true'))
        marked.push(String(node.value))
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
    }
    visit(result.edition)
    expect(marked.join('').replaceAll(/[，。]/gu, '')).toBe(
      guessedForms(result)
        .map(({ to }) => to)
        .join(''),
    )
  })

  it('is converted into the simplified script by words too', () => {
    const classic = '　　乾隆年間，余老伯的祖父著書立說，乾淨俐落，瞭望江邊，幾隻白鷺飛過。'
    const { text: simplified } = editionOf(
      [SIMPLIFIED.split('\n\n').slice(0, 3).join('\n\n'), `${TRADITIONAL}\n\n${classic}\n`],
      'zh-Hans-CN',
    )
    expect(simplified).toContain(
      '乾隆年间，余老伯的祖父著书立说，干净俐落，瞭望江边，几只白鹭飞过。',
    )
  })
})
