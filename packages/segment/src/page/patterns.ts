import { isWordless, readable } from '@huijiao/text'

/** What furniture looks like when it fills a whole line. */

const PAGE_NUMBERS = [
  /^[-—–－·•~～.\s]+[\d０-９]{1,4}[-—–－·•~～.\s]+$/u,
  /^\d{1,3}$/u,
  /^第\s*\d{1,4}\s*[页頁]$/u,
  /^(?:第\s*)?\d{1,4}\s*(?:[页頁]\s*)?(?:[/／,，]\s*)?共\s*\d{1,4}\s*[页頁]$/u,
  /^第\s*\d{1,4}\s*[页頁]\s*(?:[,，/／]\s*)?共\s*\d{1,4}\s*[页頁]$/u,
  /^\d{1,4}\s*[/／]\s*\d{1,4}$/u,
  /^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/iu,
  /^[[【〔［〈<]\s*\d{1,4}\s*[\]】〕］〉>]$/u,
  /^[A-Z]\d{1,3}$/u,
]

const SOURCE_NOTES = [
  /^[（(【[]?(?:资料来源|資料來源|文章来源|稿件来源|信息来源|新闻来源|来源|來源|原载|原載|转载自|原文链接|原文网址|链接|网址|原标题|责任编辑|責任編輯|责编|責編|版面编辑|Source|URL)\s*[:：]/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*)?(?:来源|來源|Source)\s*[:：]/iu,
]

/** Who saw a text through the press, alone on its line and mostly in brackets. */
const IMPRINT = new RegExp(
  '^(?:【纠错】|\\[纠错\\])?\\s*(?:[（(【[]\\s*)?' +
    '(?:责任编辑|責任編輯|责编|責編|本版编辑|版面编辑|值班编辑|网络编辑|校对|审核|监制|编审|初审|复审|终审)' +
    '(?:\\s*[:：]\\s*|\\s+)[\\p{Script=Han}\\s、，·]{2,24}(?:[）)】\\]])?$|' +
    '^[（(【[]\\s*(?:编辑|編輯)\\s*[:：]\\s*[\\p{Script=Han}\\s、]{2,12}[）)】\\]]$',
  'u',
)

/** A link that is a line of its own. */
const LINK = /^!?\[[^\]]{0,40}\]\(\s*(?:https?:|www\.|\/|\.)[^)]*\)$/u

const RUNNING_HEADS = [
  /^(?:第?\s*[A-Z]?\d{1,3}\s*版|\d{1,2}版)[:：·\s]*\p{Script=Han}{0,6}$/u,
  /^\d{4}年\d{1,2}月\d{1,2}日\s+星期[一二三四五六日天](?:\s+\S{0,12})?$/u,
  /^\p{Script=Han}{2,6}(?:日报|晚报|时报|早报|晨报|商报|日報|晚報|時報|早報|晨報|商報)$/u,
  /^\p{Script=Han}{2,8}(?:日报|晚报|时报|早报|日報|晚報|時報)\s+.{0,12}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.{0,16}$/u,
]

/** What a web page sets around its article: where one is, counters, times, buttons, rights. */
const WEB_CONTROLS =
  '打印|打印本页|列印|关闭|关闭窗口|返回|返回顶部|返回首页|返回列表|回到顶部|上一篇|下一篇|上一页|下一页|上一章|下一章|' +
  '分享|分享到|分享至|转发|收藏|点赞|评论|我要评论|网友评论|发表评论|扫一扫|扫码|扫码阅读|复制链接|加载更多|展开全文|' +
  '阅读全文|查看全文|查看原文|阅读原文|相关阅读|相关文章|相关链接|相关新闻|延伸阅读|推荐阅读|热门推荐|热门文章|猜你喜欢|' +
  '更多|更多内容|字体|字号|字体大小|繁體中文|简体中文|登录|注册'
const WEB = [
  /^(?:首页|首頁|您的位置|你的位置|您所在的位置|当前位置|當前位置|您现在的位置|目前位置)(?:\s*[:：>›»/|·]|\s+\S)/u,
  /^[\p{L}\p{N}]{1,12}(?:\s*[>›»]+\s*[\p{L}\p{N}]{1,20}){2,6}$/u,
  new RegExp(`^(?:${WEB_CONTROLS})(?:\\s*[:：|｜>›»／/].{0,40}|(?:\\s+\\S{1,10}){0,6})$`, 'u'),
  new RegExp(`^(?:[[【（(](?:${WEB_CONTROLS})[\\]】）)]\\s*)+$`, 'u'),
  /^[^。！？；]{0,60}(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问|播放|评论|點閱)(?:数|量|次数|數|次數|率)?\s*[:：(（]\s*[\d,.]+\s*万?[^。！？；]{0,60}$/u,
  /^(?:发布|发表|更新|来稿|刊登|上传)?(?:时间|日期)\s*[:：]\s*\d{2,4}\s*[-年/.][^。！？]{0,60}$/u,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+\S{1,16}){0,3}$/u,
  /^(?:版权所有|版權所有|copyright\b|©|\p{Script=Han}ICP备?[证證]?\d)/iu,
  /^(?:免责声明|版权声明|特别声明|免責聲明|版權聲明)\s*[:：]/u,
]

/** Whether a whole line is what a web page sets around its article. */
export const isWebFurniture = (text: string): boolean => WEB.some((pattern) => pattern.test(text))

/** A rule, a row of dots: marks without a letter or digit. */
const RULE = /^[^\p{L}\p{N}]+$/u

/** The kind of furniture that a whole line is by its form, or null. */
export function lineFurniture(
  line: string,
): 'page-number' | 'source-note' | 'running-head' | 'other' | null {
  const text = readable(line)
  if (PAGE_NUMBERS.some((pattern) => pattern.test(text))) return 'page-number'
  if (SOURCE_NOTES.some((pattern) => pattern.test(text)) || LINK.test(text)) return 'source-note'
  if (IMPRINT.test(text)) return 'source-note'
  if (RUNNING_HEADS.some((pattern) => pattern.test(text))) return 'running-head'
  if (RULE.test(text)) return isWordless(text) ? null : 'other'
  return isWebFurniture(text) ? 'other' : null
}

/** A page number that stands between two Han characters of one line. */
export const INLINE_PAGE_NUMBER =
  /(?<=[\p{Script=Han}，、])\s*[-—–－]\s{0,2}\d{1,4}\s{0,2}[-—–－]\s*(?=\p{Script=Han})/gu

/** What the title of a web page has after that of its article: the names of channel and site. */
export const SITE =
  /(?<=^\S.{3,80}?)(?:\s*[_＿|｜丨]\s*[\p{L}\p{N}.·]{2,16}){0,3}(?:\s*[_＿|｜丨]\s*|\s+[-—–]+\s+|--?)(?:[\p{L}\p{N}·]{1,12}(?:网|網|在线|線上|频道|頻道|门户|日报|日報|晚报|新闻|论坛|博客|百科|公众号|传媒|客户端)|[\w-]+\.(?:com|cn|net|org)(?:\.cn)?)$/u

/** Marks of Markdown at the head of a line. */
export const LINE_MARKUP = /^(?:>\s*)?(?:(#{1,6})\s+)|^>\s+/u
/** The marks of a link around its words, and a picture. */
export const LINKED =
  /!\[[^[\]]*\]\([^)[]*\)|\[(?=[^\]]{1,80}\]\()|(?<=\[[^\]]{1,80})\]\([^)[]*\)/gu
