import { Converter } from 'opencc-js'

type Convert = (text: string) => string

/** The tables of OpenCC are large: each is loaded when it is first asked for, once. */
function lazy(from: 't' | 'cn', to: 't' | 'cn'): Convert {
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
