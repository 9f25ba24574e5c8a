import type { InEach } from '@huijiao/model'
import { editionHans, rulingsHans } from './about/zh-hans.ts'
import { editionHant, rulingsHant } from './about/zh-hant.ts'

/**
 * What a key is for, in each language; null where the schema says nothing of it.
 *
 * @param path of a value: `['works', 0, 'id']` in `edition.yaml`, `[3, 'locus']` in `rulings.yaml`.
 * @param english the schema's own description.
 */
export function aboutKey(
  path: readonly (string | number)[],
  english: string | undefined,
): InEach | null {
  if (english === undefined) return null
  const key = path.filter((step) => typeof step === 'string').join('.')
  const isRuling = typeof path[0] === 'number'
  return {
    en: english,
    'zh-Hans': (isRuling ? rulingsHans : editionHans)[key] ?? english,
    'zh-Hant': (isRuling ? rulingsHant : editionHant)[key] ?? english,
  }
}
