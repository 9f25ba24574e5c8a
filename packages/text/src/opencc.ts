import { Converter } from 'opencc-js'

type Convert = (text: string) => string

/** Variants of written Chinese as OpenCC names them; `t` are its own traditional forms, of no region. */
export type Region = 'cn' | 't' | 'tw' | 'hk'

/** The tables of OpenCC are large: each is loaded when it is first asked for, once. */
function lazy(from: Region, to: Region): Convert {
  let loaded: Convert | undefined
  return (text) => {
    const convert = loaded ?? Converter({ from, to })
    loaded = convert
    return convert(text)
  }
}

/** Text in simplified characters, by the character and phrase tables of OpenCC. */
export const toSimplified = lazy('t', 'cn')

/** Text in traditional characters, by the character and phrase tables of OpenCC. */
export const toTraditional = lazy('cn', 't')

/** Text in the characters of a region, from the other script. */
export const toRegion: Readonly<Record<Region, Convert>> = {
  cn: toSimplified,
  t: toTraditional,
  tw: lazy('cn', 'tw'),
  hk: lazy('cn', 'hk'),
}

/** The region whose characters a language tag asks for (BCP 47). */
export function regionOf(language: string): Region {
  const tag = language.toLowerCase()
  if (/-hans\b|^zh-(?:cn|sg|my)\b|^zh$/u.test(tag)) return 'cn'
  if (/-(?:hk|mo)\b/u.test(tag)) return 'hk'
  return /-tw\b/u.test(tag) ? 'tw' : 't'
}

const fromTaiwan = lazy('tw', 't')
const fromHongKong = lazy('hk', 't')
const ownForms = { tw: lazy('t', 'tw'), hk: lazy('t', 'hk') }

/** A traditional character as a region writes it: 裏, 裡 are 裡 in Taiwan and 裏 in Hong Kong. Words are not changed. */
export const asInRegion = (character: string, region: 'tw' | 'hk'): string =>
  ownForms[region](fromHongKong(fromTaiwan(character)))
