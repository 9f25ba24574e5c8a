/** What only an EPUB says: labels of its navigation, and the summary for those who choose by accessibility. */
export interface Wording {
  readonly landmarks: string
  readonly pages: string
  readonly accessibilitySummary: string
}

const ZH_HANS: Wording = {
  landmarks: '导览',
  pages: '页码',
  accessibilitySummary:
    '全书为可重排的文字，封面图有替代文本；标题、目录、注释与校勘记均有结构标记与链接；颜色、字号、行距可由读者自定。',
}
const ZH_HANT: Wording = {
  landmarks: '導覽',
  pages: '頁碼',
  accessibilitySummary:
    '全書為可重排的文字，封面圖有替代文本；標題、目錄、注釋與校勘記均有結構標記與連結；顏色、字級、行距可由讀者自訂。',
}
const EN: Wording = {
  landmarks: 'Landmarks',
  pages: 'Pages',
  accessibilitySummary:
    'Reflowable text throughout; the cover image has a text alternative. Headings, contents, notes and the collation appendix are marked up and linked. Colours, sizes and spacing are the reader’s to choose.',
}

export function wording(language: string): Wording {
  const [primary, ...rest] = language.toLowerCase().split('-')
  if (primary !== 'zh') return EN
  return rest.some((tag) => ['hant', 'tw', 'hk', 'mo'].includes(tag)) ? ZH_HANT : ZH_HANS
}
