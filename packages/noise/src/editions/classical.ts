import type { Random } from '../random.ts'

/** Two characters that name something, three that end a line of verse, and so on; invented for this. */
const IMAGES =
  '寒江 孤舟 落日 空山 秋水 暮雲 疏鐘 遠樹 殘雪 曉月 古寺 長亭 白鷺 青燈 柴門 石徑 斷橋 細雨 飛花 平沙 故園 天涯 春草 西風 歸雁 夜火 東籬 寒砧 野渡 蒼苔 梧葉 竹影 曲岸 晴嵐 幽徑 荒臺 楊柳 新霜 滄浪 玉笛'
const VERBS = '照 隔 渡 過 入 生 滿 帶 隨 映 掩 落 聞 見 宿 醉 下 臨 依 連'
const STATES =
  '無人問 獨自歸 不知處 共誰看 幾時還 客未眠 水東流 一聲遲 照空階 又黃昏 兩三家 月如霜 在前川 晚來急 望不窮 夢難成'
const TAILS = '寒 深 遲 輕 長 稀 明 斜 空 清 孤 微'
const LEADS = '更 正 但 又 莫 欲 且 看 問 待'
const PEOPLE =
  '東里子 石門叟 季常 公孫休 漁者 樵父 令尹 賈生 南郭先生 太史 梁君 客 主人 僕夫 老圃 善卜者'
const VIRTUES = '信 讓 儉 慎 勤 默 恕 靜 廉 和'
const DEEDS =
  '耕於野 釣於渚 負薪而歌 閉戶讀書 辭官歸里 築室山中 賣藥於市 乘舟過江 種樹十年 教童子數人 病不能起 夜行失道 獻玉於朝 藏書於壁 治渠百里 伐木為橋'
const CLAUSES = [
  '{p}{d}',
  '人問其故',
  '{p}曰{v}者不可以久失也',
  '{i}{w}{i}',
  '鄉人皆以為{v}',
  '不出三年而{i}成',
  '其後{p}{d}',
  '{p}聞之而笑',
  '夫{v}之與{v}也猶{i}之與{i}也',
  '是歲{i}大至',
  '乃使{p}往視之',
  '未嘗一日忘{i}',
  '或曰{p}{d}遂不返',
  '觀者如堵莫有識其{v}者',
  '故君子貴{v}而賤{v}',
  '{p}以{v}聞於四方',
]

/** Authors of verse and classical prose, with their time at times. */
export const CLASSICAL_AUTHORS = [
  '{name}',
  '{name}',
  '{name}',
  '〔唐〕{name}',
  '[宋] {name}',
  '（明）{name}',
  '清·{name}',
  '{name}撰',
  '{name} 著',
]

const list = (words: string): readonly string[] => words.split(' ')

function fillClassical(template: string, dice: Random): string {
  return template.replace(/\{(\w)\}/gu, (_, slot: string) => {
    if (slot === 'p') return dice.pick(list(PEOPLE))
    if (slot === 'v') return dice.pick(list(VIRTUES))
    if (slot === 'd') return dice.pick(list(DEEDS))
    if (slot === 'w') return dice.pick(list(VERBS))
    return dice.pick(list(IMAGES))
  })
}

/** A paragraph of classical prose; its marks left out where `marks` is false. */
export function classicalParagraph(dice: Random, marks: boolean, least = 3, most = 9): string {
  const count = least + dice.below(most - least + 1)
  let text = ''
  for (let at = 0; at < count; at++) {
    const last = at === count - 1
    text += fillClassical(dice.pick(CLAUSES), dice)
    if (marks) text += last || dice.chance(0.4) ? '。' : '，'
  }
  return text
}

/** A note in the manner of a commentary, without brackets. */
export function classicalNote(dice: Random): string {
  const name = dice.pick(list(PEOPLE))
  return `${name}注${fillClassical(dice.pick(CLAUSES), dice)}`
}

/**
 * A line of verse of so many characters, without a mark at its end.
 *
 * @example verseLine(5, dice) // 寒江照古寺
 */
export function verseLine(length: number, dice: Random): string {
  const image = (): string => dice.pick(list(IMAGES))
  const verb = (): string => dice.pick(list(VERBS))
  switch (length) {
    case 2:
      return image()
    case 3:
      return dice.chance(0.5) ? dice.pick(list(STATES)) : image() + dice.pick(list(TAILS))
    case 4:
      return image() + image()
    case 5:
      return dice.chance(0.5) ? image() + verb() + image() : image() + dice.pick(list(STATES))
    case 6:
      return image() + image() + image()
    case 7:
      return (
        image() +
        image() +
        (dice.chance(0.5) ? dice.pick(list(STATES)) : image() + dice.pick(list(TAILS)))
      )
    default:
      return dice.pick(list(LEADS)) + verseLine(length - 1, dice)
  }
}

/** The title of a poem. */
export function verseTitle(dice: Random): string {
  const image = (): string => dice.pick(list(IMAGES))
  const forms = [
    image(),
    `${image()}夜泊`,
    `題${image()}`,
    `過${image()}`,
    `${image()}送${dice.pick(list(PEOPLE))}`,
    `${image()}即事`,
    `${image()}懷古`,
  ]
  return dice.pick(forms)
}

/** Names of tunes to which words are written, invented. */
export function tune(dice: Random): string {
  return dice.pick(list('寒江引 落花令 鷺鷥慢 小秋千 遠山子 雙石榴 舊城頭 晚汀曲 燈前詠 斜橋柳'))
}
