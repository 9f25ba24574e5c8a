import type { Encoding } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'
import { decode } from '../encoding/decode.ts'
import { withinLimit } from './limits.ts'
import type { RawFile } from './reader.ts'

/** A text file as characters. */
export interface DecodedFile {
  readonly text: string
  readonly encoding: Encoding
  readonly messages: readonly VFileMessage[]
}

/**
 * The characters of a text file: by the encoding that a person gives, else by the one that the file names itself,
 * else by what its bytes say.
 *
 * @param named what the file says of itself: the encoding of an XML declaration or an HTML page.
 */
export function decoded(raw: RawFile, named?: Encoding): DecodedFile {
  const { file, bytes, encoding = named, strict } = raw
  withinLimit(file, bytes.length)
  return decode(file, bytes, { encoding, strict })
}

const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'iso-2022-jp',
]

/** The encoding that a file names itself, where it is one of ours: `encoding="GBK"`, `<meta charset="big5">`. */
export function namedEncoding(head: string): Encoding | undefined {
  const label =
    /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1] ??
    /<meta\s[^<>]*?charset\s*=\s*(?:["']\s*)?([\w.:-]+)/iu.exec(head)?.[1]
  if (label === undefined) return undefined
  try {
    // The labels of the WHATWG: ISO-8859-1 is windows-1252.
    const { encoding } = new TextDecoder(label)
    return ENCODINGS.find((own) => own === (encoding === 'gbk' ? 'gb18030' : encoding))
  } catch {
    return undefined
  }
}
