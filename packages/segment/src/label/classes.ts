/** Classes of characters and forms of lines, by which features ask. */

export type CharacterClass =
  | 'stop'
  | 'comma'
  | 'pause'
  | 'colon'
  | 'semicolon'
  | 'dots'
  | 'dash'
  | 'opening quote'
  | 'closing quote'
  | 'opening bracket'
  | 'closing bracket'
  | 'bullet'
  | 'digit'
  | 'numeral'
  | 'Latin'
  | 'Han'
  | 'other'

const CLASSES: readonly (readonly [CharacterClass, RegExp])[] = [
  ['numeral', /[一二三四五六七八九十百千零〇廿卅]/u],
  ['Han', /\p{Script=Han}/u],
  ['stop', /[。！？!?.．｡]/u],
  ['comma', /[，,]/u],
  ['pause', /[、]/u],
  ['colon', /[：:]/u],
  ['semicolon', /[；;]/u],
  ['dots', /[…]/u],
  ['dash', /[-—–―－~～]/u],
  ['opening quote', /[“‘「『]/u],
  ['closing quote', /[”’」』"']/u],
  ['opening bracket', /[（(〔［[【《〈]/u],
  ['closing bracket', /[）)〕］\]】》〉]/u],
  ['digit', /\p{N}/u],
  ['Latin', /\p{L}/u],
  ['bullet', /[\p{So}\p{Sm}·•*＊※|｜/／_＿#＃]/u],
]

const known = new Map<string, CharacterClass>()

/** The class of a character. */
export function classOf(point: string): CharacterClass {
  let found = known.get(point)
  if (found === undefined) {
    found = CLASSES.find(([, pattern]) => pattern.test(point))?.[0] ?? 'other'
    known.set(point, found)
  }
  return found
}

const NUMERAL = '[一二三四五六七八九十百千零〇○廿卅两兩\\d０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,6}'

/** How a line is numbered, by the form of the number and what follows it; the first that fits. */
export const NUMBERINGS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'chapter',
    new RegExp(`^第?\\s?(${NUMERAL})\\s?[章回折齣出幕卷部编編篇集节節夜话話场場本辑輯]`, 'u'),
  ],
  ['article', new RegExp(`^第\\s?(${NUMERAL})\\s?[条條款项項]`, 'u')],
  ['volume', new RegExp(`^[卷其](${NUMERAL}|[上中下首末])(?=$|[\\s\\u3000：:·])`, 'u')],
  ['bare', new RegExp(`^(${NUMERAL})[.、．]?$`, 'u')],
  ['bracketed', new RegExp(`^[（(〔［[【](${NUMERAL})[）)〕］\\]】]`, 'u')],
  ['listed', new RegExp(`^(${NUMERAL})[、.．)）](?!\\d)`, 'u')],
  ['circled', /^([①-⑳⑴-⒇])/u],
  ['spaced', new RegExp(`^(${NUMERAL})[\\s\\u3000]`, 'u')],
  ['Latin', /^(?:chapter|part|act|scene)\s+(\d+|[ivxlc]+)/iu],
  [
    'unnumbered part',
    /^(?:楔子|引子|序[章幕言曲]?|自序|前言|导言|導言|绪论|緒論|引言|尾声|尾聲|后记|後記|跋|番外|附[录錄]|终章|終章|结语|結語|大结局|[上中下][篇卷部])(?=$|[\s\u3000：:一二三四五六七八九十\d])/u,
  ],
]

/** The commonest surnames. */
const SURNAMES =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文柳俞岑司欧歐辛元温溫施陶华華屈鲍鮑韦韋'

/** Words and shapes of whole lines, each speaking for some label. */
export const SHAPES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['agency report', /^[（(【]?.{2,14}(?:日|月).{0,6}(?:[电電]|[讯訊])[）)】]?/u],
  ['agency report', /^[（(].{1,12}[电電讯訊][）)]/u],
  [
    'byline word',
    /^[（(【■□◎●]?\s*(?:作者|文|图|撰文|译者|譯者|记者|記者|通[讯訊]员|本[报報刊]记者|编者|述者)\s*[:：/／\s]/u,
  ],
  ['byline word', /^.{2,5}\s?(?:著|撰|译|譯|述|作|输入|編|编)$/u],
  [
    'date in brackets',
    /^[（(【[〔].{0,40}[\d一二三四五六七八九十〇○]年?.{0,4}[月日].{0,30}[）)】\]〕]$/u,
  ],
  [
    'date',
    /^\D{0,6}[\d一二三四五六七八九十〇○]{2,6}年(?:[\d一二三四五六七八九十]{1,3}月)?.{0,8}$/u,
  ],
  ['date', /^[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日.{0,6}$/u],
  [
    'salutation',
    /^.{1,24}(?:们|們|先生|女士|同志|朋友|各位|来宾|阁下|同学|代表|主席|总理|部长|大使|兄|弟|姊|姐|君)[：:！!]$/u,
  ],
  ['question or answer', /^(?:问|問|答|记者|記者|[QA])\s?[:：]/u],
  ['speaker', /^[\p{Script=Han}·]{1,5}(?:[（(][^）)]{1,12}[）)])?[：:](?=.)/u],
  [
    'jump line',
    /^[（(【[]?\s*[上下]?(?:接|转|轉|续|續|見|见)\s?(?:自|第)?.{0,8}[版面页頁].{0,6}[）)】\]]?$/u,
  ],
  [
    'page number',
    /^[^\p{L}\p{N}]{0,4}(?:第|页|p\.?|page)?\s?[\d一二三四五六七八九十百〇零]{1,5}\s?[页頁]?(?:\s?[/／]\s?(?:共\s?)?\d{1,5}\s?[页頁]?)?[^\p{L}\p{N}]{0,4}$/iu,
  ],
  ['web address', /https?:|www\.|\.(?:com|cn|net|org)\b/iu],
  [
    'web button',
    /^(?:[[【（(«»]?\s*)?(?:首页|返回|上一[篇页章]|下一[篇页章]|打印|分享|收藏|点赞|评论|登录|注册|相关|推荐|扫一扫|加载|更多|关注|举报|书签|目录|下载|打赏|字[体号]|繁體|简体)/u,
  ],
  ['web counter', /(?:浏览|瀏覽|阅读|点击|播放|评论|字数|阅)(?:量|数|次数)?\s*(?:[:：]\s*)?\d/u],
  ['rights', /版[权權]所有|copyright|©|ICP[备证]|转载|轉載|公有领域|公有領域|授权|署名|侵权/iu],
  [
    'source note',
    /^[（(【[]?(?:资料来源|来源|來源|稿件来源|文章来源|原载|原題|原标题|责任编辑|責任編輯|责编|责编|校对|编辑|供稿|录入|据).{0,2}[:：]?.{1,24}$/u,
  ],
  ['breadcrumb', /[>›»].+[>›»]|^.{1,12}\s[>›»/／]\s.{1,20}$/u],
  [
    'note mark',
    /^(?:[□■【[]?(?:注[释釋]|註[释釋]?|附注|校[记記])(?:[】\]：:]|$)|\[\^\d{1,3}\]|〔\d{1,3}〕|[⑴-⒇①-⑳])/u,
  ],
  [
    'name',
    new RegExp(
      `^[（(·]?(?:[〔[（(].[〕\\]）)]|[唐宋元明清]·)?\\s?[${SURNAMES}]\\s?\\p{Script=Han}{1,2}(?:[\\s\\u3000]?(?:著|撰|作))?[）)·]?$`,
      'u',
    ),
  ],
  ['ends with a name', new RegExp(`[\\s\\u3000（(·][${SURNAMES}]\\p{Script=Han}{1,2}[）)]?$`, 'u')],
  ['caption', /^[（(]?[图圖表](?:\d|[一二三四五六七八九十])/u],
  ['reference', /^\[\d{1,3}\]/u],
  ['table rule', /^(?=.*?---)[|｜+\s:—-]+$/u],
  ['table cells', /\t|\s\|\s|｜|^\|/u],
  ['stage direction', /^[〔［[（(].{2,60}[〕］\])）]?$/u],
  ['tune', /^【[^】]{2,8}】/u],
]

/** Words of notices and advertisements. */
export const TRADE =
  /电话|電話|地址|电报|批发|批發|零售|价目|價目|减价|減價|廉价|廉價|特价|特價|大贈|赠送|贈送|公司|商标|商標|药|藥|主治|专治|專治|医|醫|出品|洋行|戏院|戲院|舞台|影院|今晚|日戲|夜戲|开演|開演|启事|啟事|招生|招聘|诚聘|每[瓶盒包只張张份]|[元角分]|出售|经售|經售|香煙|牌|谨防|敬請|光临|光臨|欢迎|歡迎|函索|保險|銀行|大廉|[路街].{0,6}[号號]/gu

/** Words of the head of a newspaper or the imprint of a book. */
export const IMPRINT =
  /发行|發行|本[报報]|社址|[馆館]址|主[编編]|第.{1,8}[号號期版]|零售|登[记記]|刊例|定[报報价價]|星期|今日.{1,3}[张張版]|出版|印刷|书号|ISBN/gu
