import { lexicon } from '@huijiao/text'

/** Forms of the lines that open and close an article. */

/** A line that is wholly in brackets and tells where and when. */
const PLACE_AND_DATE =
  /^[（(【[〔].{0,60}[\d一二三四五六七八九十〇○]+年?.{0,4}(?:月|日|电|電|讯).{0,30}[）)】\]〕]$/u
const AGENCY = '(?:本报|本刊|本台|本社|\\p{Script=Han}{2,6}?(?:社|报|報|网|網|台))'
const OPENING_DATELINE = new RegExp(
  `^[（(【]?${AGENCY}[^，。！？：]{0,24}?(?:` +
    '(?:电|電|讯|訊|报道|報導|消息)[）)】]?(?:[\\s\\u3000（(]|$)' +
    '|日(?:电|電|讯|訊)[）)】]?)',
  'u',
)
const CLOSING_DATELINE = new RegExp(
  `^[（(【][^（）()]{0,40}(?:电|電|讯|訊|完|报道|報導)[）)】]$`,
  'u',
)
const BYLINE = new RegExp(
  `^(?:[■□◎●]?\\s*(?:作者|文|图|撰文|记者|記者|通讯员|编辑|翻译|译者)\\s*[:：/／]|(?:${AGENCY}|特约)?(?:记者|記者|通讯员|评论员|特派员)[\\s\\u3000:：])`,
  'u',
)
const SUBTITLE = /^(?:——|—|--|－－|――)\s*[^—\s-]/u
const SALUTATION =
  /^(?=.{2,40}$)(?!.*[。？?]).*(?:们|先生|女士|夫人|同志|朋友|各位|来宾|嘉宾|阁下|殿下|陛下|同学|代表|委员|主席|总理|总统|部长|大使|同胞|們|閣下).*[：:！!]$/u

export function isBracketedDateline(text: string): boolean {
  return PLACE_AND_DATE.test(text)
}

export function opensWithDateline(text: string): boolean {
  return OPENING_DATELINE.test(text)
}

/** The dateline that closes an agency report, or the word that it is complete. */
export function isClosingDateline(text: string): boolean {
  return CLOSING_DATELINE.test(text)
}

export function isByline(text: string): boolean {
  return BYLINE.test(text) && !/[。！？]/u.test(text)
}

export function isSubtitle(text: string): boolean {
  return SUBTITLE.test(text) && !/[。]$/u.test(text)
}

export function isSalutation(text: string): boolean {
  return SALUTATION.test(text)
}

/** Office and name, as a speech has them under its title: two to five names in a row, nothing else. */
export function isNameLine(text: string): boolean {
  if (/[，。！？：；,.!?:;“”]/u.test(text)) return false
  const parts = text.trim().split(/[\s\u3000]+/u)
  return (
    parts.length >= 2 &&
    parts.length <= 8 &&
    parts.slice(1).every((part) => /^(?:[\p{Script=Han}·]{2,4}|\p{Lu}[\p{L}.'-]*)$/u.test(part)) &&
    [...(parts[0] ?? '')].length <= 16
  )
}

/** The surnames of the Hundred Families, and of today, in both scripts. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄封储靳焦巴段侯全秋仲伊宫宁栾甘厉祖武符刘景詹束龙叶幸司黎薄白蒲从索赖卓屠蒙池乔阴闻党翟谭劳姬申冉桑桂牛边农温庄晏柴瞿阎连习容向古易廖庾耿满匡文寇广东欧沃利越师巩聂敖冷辛那简饶曾沙丰关查游竺权盖益桓' +
  '趙錢孫馮陳褚衛蔣韓楊許呂張嚴華謝鄒竇雲蘇魯韋馬鳳鮑費賀湯羅畢鄔樂時傅齊顧黃蕭龐紀項藍閔賈婁顏鐘駱萬盧應鄧單諸龔陸榮儲寧劉葉黎賴喬陰聞黨譚農溫莊連習滿廣東歐師聶簡饒豐關'

/** A name of two to four characters alone on its line: what stands under a headline so is its author. */
export function isLoneName(text: string): boolean {
  const name = text.replace(/[\s\u3000]/gu, '')
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || name.length < 2) return false
  return SURNAMES.includes(name.charAt(0)) && lexicon().frequency(name) === 0
}

/** Whether a line is of the length of a name: under a date in brackets it is one, misread or not. */
export function isNameLong(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text.replace(/[\s\u3000]/gu, ''))
}

// Brackets with nothing in them have lost their number.
const NUMBERED =
  /^(?:[（(][一二三四五六七八九十百\d]{0,3}[）)]|[一二三四五六七八九十百]{1,3}(?:[、.．]|[,，]\s*(?=\p{Script=Han}))|第[一二三四五六七八九十百\d]{1,4}[章节回卷部篇]|\d{1,2}[、.．]\s*(?!\d)|[IVX]{1,4}[.、]\s)/u

/** The number that a section heading or a question begins with. */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text)
}

export function isAnswer(text: string): boolean {
  return /^(?:答|回答|答复|A)\s*[:：]/u.test(text)
}

export function isQuestion(text: string): boolean {
  return /^(?:问|問|提问|Q|(?:[^，。：]{0,12})?(?:记者|記者)(?:问|問)?)\s*[:：]/u.test(text)
}
