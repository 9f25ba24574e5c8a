import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faceById, subset } from '@huijiao/fonts'
import { afterAll } from 'vitest'
import { writeFontconfig } from '../src/fontconfig.ts'

/*
 * On a machine without a single font Chromium lays out no text, so that a page reads as empty. Every browser
 * that the tests start, ours or an ordinary one, sees this one font.
 */
const folder = mkdtempSync(join(tmpdir(), 'huijiao-fonts-'))
const face = faceById('hei-400')
if (face === undefined) throw new Error('no face for the tests')
const letters = Array.from({ length: 0x7e - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join(
  '',
)
process.env.FONTCONFIG_FILE = await writeFontconfig(
  folder,
  new Map([['latin.ttf', await subset(face, letters)]]),
)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
