import type { Use } from './assign.ts'
import type { Role } from './face.ts'

/** Marks that stand in the middle of their square in Taiwan, Hong Kong and Macau, and in its corner on the mainland. */
const CENTRED = /[，。、；：！？]+/gu

/** Whether a book in a language has its marks in the middle: traditional characters without a region are those of Taiwan. */
export const hasCentredMarks = (language: string): boolean =>
  /^zh-(?:Hant(?!-CN)|TW|HK|MO)\b/iu.test(language)

/** The role that sets the marks within a text of another role. */
export const marksOf = (role: Role): Role => (role.endsWith('-bold') ? 'marks-bold' : 'marks')

/** The uses of a book in a language: its marks in the face that has them as the region does. */
export function* regional(uses: Iterable<Use>, language: string): Generator<Use> {
  const centred = hasCentredMarks(language)
  for (const use of uses) {
    if (!centred) {
      yield use
      continue
    }
    const marks = use.text.match(CENTRED)?.join('') ?? ''
    yield { ...use, text: use.text.replaceAll(CENTRED, '') }
    if (marks !== '') yield { ...use, text: marks, role: marksOf(use.role) }
  }
}
