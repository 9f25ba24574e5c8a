import { describe, expect, it } from 'vitest'
import { collate, readingsOf } from '../src/index.ts'
import { drawn, witnesses } from './support.ts'

describe('units', () => {
  it('makes one variant one unit', () => {
    expect(drawn(['在往来来信12年', '在往来信件12年'])).toBe('在往来[来信|信件]12年')
    expect(drawn(['姚秦天竺三藏鳩摩', '姚秦三藏法師鳩摩'])).toBe('姚秦[天竺三藏|三藏法師]鳩摩')
    expect(drawn(['心應云何住', '心云何應住'])).toBe('心[應云何|云何應]住')
  })

  it('keeps variants of different witnesses apart', () => {
    expect(drawn(['寺院各去', '寺援洛去', '寺園洛去', '寺援落去'])).toBe(
      '寺[院|援|園|援][各|洛|洛|落]去',
    )
  })

  it('lets a witness agree with the one that has both readings', () => {
    const texts = ['得度葱嶺山无一', '得度葱嶺无一', '得度葱嶺无一', '得度葱嶺无一', '得度葱山无一']
    expect(drawn(texts)).toBe('得度葱[嶺|嶺|嶺|嶺|-][山|-|-|-|山]无一')
  })

  it('takes an omission beside an addition for one variant where readings differ', () => {
    expect(
      drawn(['裂猶裹其外', '裂猶裹畏其外', '裂猶裹畏其外', '裂猶裹在其外', '裂猶畏其外']),
    ).toBe('裂猶[裹|裹畏|裹畏|裹在|畏]其外')
  })

  it('puts the gap of a doubled reading last', () => {
    expect(drawn(['法用轉轉勝', '法用轉勝'])).toBe('法用轉[轉|-]勝')
    // The one that lacks a mark before is no reason to put the gap of two witnesses first.
    expect(drawn(['起舍戶北向塔南有', '起脚舍戶北向塔塔南有', '起脚舍戶北向塔南有'])).toBe(
      '起[-|脚|脚]舍戶北向塔[-|塔|-]南有',
    )
    expect(drawn(['到鄔夷國鄔夷國僧', '到鄔夷國僧', '到鄔夷國僧'])).toBe('到鄔夷國[鄔夷國|-|-]僧')
  })

  it('puts a gap where its witness agrees with most others, whoever else has a gap there', () => {
    expect(drawn(['戶北向塔南有', '戶北向塔塔南有', '戶北向塔塔南有', '戶北向塔南有'])).toBe(
      '戶北向塔[-|塔|塔|-]南有',
    )
    expect(drawn(['度葱嶺葱嶺山冬夏', '度葱嶺葱嶺冬夏', '度葱嶺葱嶺冬夏', '度葱嶺葱山冬夏'])).toBe(
      '度葱嶺葱[嶺|嶺|嶺|-][山|-|-|山]冬夏',
    )
  })

  it('does not cut with a gap what always stands together', () => {
    const before = '供養一供養二供養三'
    expect(drawn([`${before}精舍供給`, `${before}精舍供養供給`])).toBe(`${before}精舍[-|供養]供給`)
    expect(drawn(['精舍供給', '精舍供養供給'])).toBe('精舍供[-|養供]給')
  })

  it('parts two variants where a name begins', () => {
    const before = '迦葉一迦葉二迦葉三釋迦四釋迦五釋迦六'
    expect(drawn([`${before}戲過迦葉佛`, `${before}戲遇釋迦佛`])).toBe(
      `${before}戲[過|遇][迦葉|釋迦]佛`,
    )
    expect(drawn(['戲過迦葉佛', '戲遇釋迦佛'])).toBe('戲[過迦葉|遇釋迦]佛')
  })

  it('takes doubled text for doubled', () => {
    expect(drawn(['作泥梨城泥梨城中有石', '作泥梨城中央有石'])).toBe(
      '作泥梨城[泥梨城|-]中[-|央]有石',
    )
    expect(drawn(['作泥梨城西門中有石', '作泥梨城中央有石'])).toBe('作泥梨城[西門中|中央]有石')
  })

  it('aligns punctuation after content, and never by it', () => {
    expect(drawn(['甲乙，丙丁。', '甲丙丁。', '甲，丙，丁。'])).toBe('甲[乙，|-|，]丙[-|-|，]丁。')
    expect(drawn(['一二。三四', '一二三。四'])).toBe('一二[。|-]三[-|。]四')
  })

  it('says which witnesses agree', () => {
    const given = witnesses('寺院去', '寺援去', '寺院去', '寺去')
    const variant = collate(given).units.find(({ equal }) => !equal)
    expect(variant && readingsOf(variant, given)).toEqual([0, 1, 0, -1])
  })

  it('takes a look-alike rather than an omission and an addition', () => {
    const alike = (a: string, b: string): number => ([a, b].sort().join('') === '己已' ? 0.1 : 1)
    expect(drawn(['天人已知', '天己知'], { substitution: alike })).toBe('天[人已|己]知')
    const given = witnesses('甲人已乙', '甲己乙')
    expect(collate(given, { substitution: alike }).units).toHaveLength(3)
  })

  it('has nothing to say of nothing', () => {
    expect(collate([]).units).toEqual([])
    expect(collate(witnesses('', '')).units).toEqual([])
    expect(drawn(['甲', ''])).toBe('[甲|-]')
  })
})
