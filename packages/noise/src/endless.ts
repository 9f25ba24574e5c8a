/**
 * What a bad program may repeat on one line without end, by kind: of each kind that a pattern of this house looks for.
 * A pattern that takes more than linear time on it does not come to an end.
 */
export const ENDLESS: Readonly<Record<string, readonly string[]>> = {
  'white space': [' ', '\u3000', '\t', ' \u3000', '\r', '\f'],
  brackets: ['）', ')', ']', '》', '”', '（', '(', '[', '《', '【'],
  markup: ['<a', '<a ', '<x y=', '<x y="', '<!--', '&am', '&#1', '</', '`', '~'],
  links: ['[花](', '![', '[[', '[^1]', '](', '[花]{'],
  'jump lines': ['（下转第', '下转第3版', '▶上接', '→', '▶ ', '未完（'],
  datelines: ['本报北京1月1日电', '（记者', '2023年1月1日', '讯（'],
  names: ['记者 王', '王三、', '（王三）', '作者：', '王 三 '],
  'site titles': ['新闻_', ' - 网', '频道--', '|', '| a ', '首页 > '],
  figures: ['1,234,', '1.', '12', '１，', ' 1', '一二三', '第一百', '〇', '页'],
  salutations: ['尊敬的', '女士们、', '亲爱的某先生：'],
  'set apart': ['a b ', '本 报 ', '花 ', 'wo-', 'word '],
  addresses: ['http://', 'www.', 'a@', 'a/', 'a.', '?a=b&'],
  marks: [
    '…',
    '-',
    '—',
    '_',
    '*',
    '#',
    '，',
    '。',
    '：',
    '·',
    '“”',
    '>',
    '\u0301',
    '\ufe00',
    '\ufffd',
  ],
}
