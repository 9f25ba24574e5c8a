import { convert } from 'fontverter'

/** A TrueType font packed as WOFF2, as web pages load it. Equal fonts give equal bytes. */
export const toWoff2 = async (font: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await convert(Buffer.from(font), 'woff2'))
