import { describe, expect, it } from 'vitest'
import { scriptOf, scriptOfLanguage } from '../src/script.ts'

const SIMPLIFIED =
  '这条路从东门进来，经过学校门前的广场，两旁种着国槐。里面还有几间旧书店，晚上开门。'
const TRADITIONAL =
  '這條路從東門進來，經過學校門前的廣場，兩旁種着國槐。裏面還有幾間舊書店，晚上開門。'

describe('the script of a text', () => {
  it('is told by characters that one script alone has', () => {
    expect(scriptOf(SIMPLIFIED)).toBe('Hans')
    expect(scriptOf(TRADITIONAL)).toBe('Hant')
    expect(scriptOf('山高水深，人在途中，日日如此。')).toBeUndefined()
    expect(scriptOf(SIMPLIFIED + TRADITIONAL)).toBeUndefined()
  })

  it('may be named by the language of the edition', () => {
    expect(scriptOfLanguage('zh-Hans-CN')).toBe('Hans')
    expect(scriptOfLanguage('zh-TW')).toBe('Hant')
    expect(scriptOfLanguage('zh-Hant')).toBe('Hant')
    expect(scriptOfLanguage('lzh')).toBeUndefined()
  })
})
