/** What furniture looks like when it fills a whole line. */

const PAGE_NUMBERS = [
  /^[-—–－·•~～.\s]+\d{1,4}[-—–－·•~～.\s]+$/u,
  /^\d{1,3}$/u,
  /^第\s*\d{1,4}\s*[页頁]$/u,
  /^(?:第\s*)?\d{1,4}\s*[页頁]?\s*[/／,，]?\s*共\s*\d{1,4}\s*[页頁]$/u,
  /^第\s*\d{1,4}\s*[页頁]\s*[,，/／]?\s*共\s*\d{1,4}\s*[页頁]$/u,
  /^\d{1,4}\s*[/／]\s*\d{1,4}$/u,
  /^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/iu,
  /^\[\s*\d{1,4}\s*\]$/u,
]

const SOURCE_NOTES = [
  /^[（(【[]?(?:资料来源|資料來源|文章来源|稿件来源|信息来源|新闻来源|来源|來源|原载|原載|转载自|原文链接|原文网址|链接|网址|原标题|责任编辑|責任編輯|责编|責編|版面编辑|Source|URL)\s*[:：]/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:来源|來源|Source)\s*[:：]/iu,
]

const RUNNING_HEADS = [
  /^(?:第?\s*[A-Z]?\d{1,3}\s*版|\d{1,2}版)\s*[:：·\s]*\p{Script=Han}{0,6}$/u,
  /^\d{4}年\d{1,2}月\d{1,2}日\s+星期[一二三四五六日天](?:\s+\S{0,12})?$/u,
  /^\p{Script=Han}{2,8}(?:日报|晚报|时报|早报|日報|晚報|時報)\s+.{0,12}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.{0,16}$/u,
]

/** A rule, a row of dots: marks without a letter or digit. */
const RULE = /^[^\p{L}\p{N}]+$/u

/** The kind of furniture that a whole line is by its form, or null. */
export function lineFurniture(
  text: string,
): 'page-number' | 'source-note' | 'running-head' | 'other' | null {
  if (PAGE_NUMBERS.some((pattern) => pattern.test(text))) return 'page-number'
  if (SOURCE_NOTES.some((pattern) => pattern.test(text))) return 'source-note'
  if (RUNNING_HEADS.some((pattern) => pattern.test(text))) return 'running-head'
  return RULE.test(text) ? 'other' : null
}

/** A page number that stands between two Han characters of one line. */
export const INLINE_PAGE_NUMBER =
  /(?<=[\p{Script=Han}，、])\s*[-—–－]\s{0,2}\d{1,4}\s{0,2}[-—–－]\s*(?=\p{Script=Han})/gu

/** Markdown and HTML marks: at the head of a line, and in pairs around text. */
export const LINE_MARKUP = /^(?:(#{1,6})\s+|>\s+)/u
export const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/giu
