import type { Encoding } from '@huijiao/model'
import iconv from 'iconv-lite'
import { shiftedText } from './shifted.ts'

/**
 * Encodings of single countries by the tables of iconv-lite: those of Node differ from version to version, and read
 * private characters where Big5 of Hong Kong has rare ones.
 */
const TABLES: Partial<Record<Encoding, string>> = {
  gb18030: 'gb18030',
  big5: 'big5hkscs',
  shift_jis: 'shift_jis',
  'euc-jp': 'euc-jp',
  'euc-kr': 'euc-kr',
  'windows-1252': 'windows-1252',
  'utf-7': 'utf7',
}

/**
 * Decodes bytes; what is no text becomes U+FFFD. A byte order mark stays.
 *
 * @param stream whether more follows, so that a sequence cut short at the end is no damage.
 */
export function decodeBytes(encoding: Encoding, bytes: Uint8Array, stream = false): string {
  if (encoding === 'hz' || encoding === 'iso-2022-jp') return shiftedText(encoding, bytes, stream)
  const table = TABLES[encoding]
  if (table === undefined) {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream })
  }
  const decoder = iconv.getDecoder(table, { stripBOM: false })
  const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return stream ? text : text + (decoder.end() ?? '')
}

/** The same, or null where a byte is no text. */
export function decodeWhole(encoding: Encoding, bytes: Uint8Array, stream = false): string | null {
  if (TABLES[encoding] !== undefined || encoding === 'hz' || encoding === 'iso-2022-jp') {
    const text = decodeBytes(encoding, bytes, stream)
    // No table has U+FFFD itself.
    return text.includes('\uFFFD') ? null : text
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream })
  } catch {
    return null
  }
}
