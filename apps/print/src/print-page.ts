import type { Page } from '@huijiao/browser'
import type { BookFonts } from './fonts.ts'
import { call, equip } from './in-page.ts'

/** How much of a print is fetched at once, in bytes. */
const PART = 1 << 22

/**
 * Gives a page its functions and waits until it has its faces.
 *
 * @throws {Error} of the face that could not be cut.
 */
export async function readyPage(page: Page, fonts: BookFonts): Promise<void> {
  await Promise.all([equip(page), ...fonts.faces.map((f) => f.bytes)])
  await call(page, 'awaitFaces')
}

/** Prints a page, tagged, in the size that its style sheet asks for. */
export async function printPage(page: Page): Promise<Uint8Array> {
  const session = await page.createCDPSession()
  const { stream } = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: false,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 0,
    marginRight: 0,
    transferMode: 'ReturnAsStream',
  })
  if (stream === undefined) throw new Error('the browser gave no print')
  const parts: Buffer[] = []
  for (;;) {
    const part = await session.send('IO.read', { handle: stream, size: PART })
    parts.push(Buffer.from(part.data, part.base64Encoded === true ? 'base64' : 'utf8'))
    if (part.eof) break
  }
  await session.send('IO.close', { handle: stream })
  await session.detach()
  return Buffer.concat(parts)
}
