import type { Random } from '../random.ts'
import { fill, hanNumber } from './vocabulary.ts'

/** What stands around the text on the pages and sites of one copy. */
export interface Furniture {
  readonly pageNumber: (value: number) => string
  readonly runningHead: (title: string, value: number) => string
  /** Lines of a site before the title, between title and text, and after the text, by what they are. */
  readonly above: readonly FurnitureLine[]
  readonly under: readonly FurnitureLine[]
  readonly below: readonly FurnitureLine[]
  readonly rule: string
}

export interface FurnitureLine {
  readonly kind: 'web' | 'source-note' | 'imprint' | 'rule'
  readonly text: string
}

interface Lists {
  readonly pageNumbers: readonly ((value: number) => string)[]
  readonly runningHeads: readonly ((title: string, value: number) => string)[]
  readonly above: readonly string[]
  readonly under: readonly string[]
  readonly sources: readonly string[]
  readonly below: readonly string[]
  readonly rights: readonly string[]
  readonly rules: readonly string[]
}

/** The furniture that everybody knows. */
const PLAIN: Lists = {
  pageNumbers: [
    (n) => String(n),
    (n) => `- ${n} -`,
    (n) => `— ${n} —`,
    (n) => `第${n}页`,
    (n) => `${n} / 240`,
    (n) => `·${n}·`,
    (n) => `[${n}]`,
  ],
  runningHeads: [
    (title) => title,
    (title, n) => (n % 2 === 0 ? `${n}　${title}` : `${title}　${n}`),
    (title) => `《${title}》`,
  ],
  above: [
    '首页 > 文库 > {field}',
    '您的位置：首页 > {trade} > 正文',
    '登录 | 注册',
    '打印 收藏 字号：大 中 小',
    '{site}文学网',
  ],
  under: [
    '时间：{year}-0{count}-1{count}',
    '浏览：{big}次',
    '发布时间：{year}年{date}',
    '字体：大 中 小',
    '点击：{big} 评论：{count}',
  ],
  sources: ['来源：{site}日报', '责任编辑：{name}', '稿件来源：{agency}', '原标题：{project}'],
  below: [
    '上一篇：{matter}',
    '下一篇：{matter}',
    '返回列表',
    '分享到：',
    '相关阅读',
    '点赞 收藏 评论',
    '扫一扫 关注我们',
    '加载更多',
  ],
  rights: [
    '版权所有 {site}网 未经许可不得转载',
    'Copyright © {year} {site}网 All Rights Reserved',
    '{site}ICP备{big}号',
    '本文档由{site}文学网整理发布，仅供个人学习与研究之用，未经许可，不得用于任何商业用途，否则后果自负。',
    '此文件可以免费取用，惟须保留本声明全文；{year}年{date}由{site}文库校订第{count}次。',
    '本作品在全世界都属于公有领域，因为作者逝世已经超过{count}年。',
  ],
  rules: ['----------', '＊＊＊', '※　※　※', '———————', '* * *', '……………………'],
}

/** A second vocabulary: the same kinds of furniture in other words and other marks. */
const OTHER: Lists = {
  pageNumbers: [
    (n) => `·${hanNumber(n)}·`,
    (n) => `（${n}）`,
    (n) => `p.${n}`,
    (n) => `∽${n}∽`,
    (n) => `${n}｜`,
    (n) => `页 ${n}`,
    (n) => `〇${hanNumber(n)}〇`,
  ],
  runningHeads: [
    (title, n) => `${title}·卷${hanNumber(1 + (n % 9))}`,
    (title) => `${title}（增订本）`,
    (title, n) => `${n}┃${title}`,
    (title) => `◆ ${title}`,
  ],
  above: [
    '频道：{trade} ／ 栏目：{field}',
    '» 回书目 » 书签 » 夜间模式',
    '听全文 约{count}分钟',
    '[手机版] [电脑版]',
    '{site}书屋 免费在线',
  ],
  under: [
    '{year}.{count}.{count} 阅 {big}',
    '字数 {big}　推荐 {count}',
    '作者其他作品（{count}）',
    '最后改动 {date}',
    '★★★★☆ {count}人打分',
  ],
  sources: [
    '录入：{name}',
    '据{year}年{site}版扫描',
    '供稿 {office}',
    '校勘记见{site}书屋',
    '本栏编委 {name}',
  ],
  below: [
    '« 前章',
    '后章 »',
    '返目录',
    '打赏作者',
    '你可能还想看',
    '举报错字',
    '喜欢 {count} · 踩 {count}',
    '下载本书 txt',
  ],
  rights: [
    '本站文字由网友上传，侵权请联系{site}书屋',
    '转载须注明出处 {site}书屋',
    '仅供试读，请于{count}小时内删除',
    '依知识共享 署名-相同方式共享 许可发布',
    '凡从{site}书屋取走此书者，视为同意下列约定：不改动文字，不转售，不去掉这一行。',
    '校对：{name}　{name}。底本为{year}年{town}刻本，错字已径改，不出校。',
  ],
  rules: ['≡≡≡≡≡', '◇　◇　◇', '～～～～～～', '☆☆☆', '＝＝＝＝', '· · · · ·'],
}

/** The furniture of one copy. @param second whether the words are of the second vocabulary */
export function furnitureOf(dice: Random, second: boolean): Furniture {
  const lists = second ? OTHER : PLAIN
  const some = (
    list: readonly string[],
    kind: FurnitureLine['kind'],
    most: number,
  ): FurnitureLine[] => {
    const start = dice.below(list.length)
    const count = dice.below(Math.min(most, list.length) + 1)
    return Array.from({ length: count }, (_, at) => ({
      kind,
      text: fill(list[(start + at) % list.length] ?? '', dice),
    }))
  }
  return {
    pageNumber: dice.pick(lists.pageNumbers),
    runningHead: dice.pick(lists.runningHeads),
    above: some(lists.above, 'web', 3),
    under: [...some(lists.under, 'web', 2), ...some(lists.sources, 'source-note', 2)],
    below: [
      ...some(lists.sources, 'source-note', 1),
      ...some(lists.below, 'web', 5),
      ...some(lists.rights, 'web', 2),
    ],
    rule: dice.pick(lists.rules),
  }
}

/** The lines of an advertisement. */
export function advertisement(dice: Random): string[] {
  const lines = [
    '{site}牌{thing}',
    '{town}{trade}公司',
    '认明商标 谨防假冒',
    '地址：{town}{place}{count}号',
    '电话 {big}',
    '{thing} {thing} {thing}',
    '每只{count}元',
    '大减价{count}天',
    '{look}耐用 老少咸宜',
    '{name}{trade}行',
    '诚聘{who}{count}名',
    '药到病除',
    '函购即寄',
    '{site}大戏院 今晚上演',
    '批发零售 代客送货',
  ]
  const start = dice.below(lines.length)
  return Array.from({ length: 3 + dice.below(7) }, (_, at) =>
    fill(lines[(start + at) % lines.length] ?? '', dice),
  )
}

/** What a newspaper says of itself at the head of its first page. */
export function masthead(dice: Random): string[] {
  const name = fill('{site}日报', dice)
  const lines = [
    name,
    fill('{year}年{date}　星期三　第{big}期', dice),
    fill('社址：{town}　电话{big}', dice),
    '今日四版　零售每份五角',
    fill('主编：{name}', dice),
  ]
  return lines.slice(0, 2 + dice.below(4))
}
