import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blankFont } from './blank.ts'
import { cacheFolder } from './cache.ts'
import type { Env } from './env.ts'
import { placeFolder } from './unpack.ts'

/**
 * The path of a fontconfig file that lists a blank font and no other, in a folder of the cache.
 *
 * @throws {Error} when the cache cannot be written.
 */
export async function bareFontconfig(env: Env): Promise<string> {
  const folder = join(cacheFolder(env), 'no-fonts-1')
  if (!existsSync(folder)) {
    await placeFolder(folder, async (draft) => {
      await mkdir(join(draft, 'fonts'))
      await mkdir(join(draft, 'cache'))
      await writeFile(join(draft, 'fonts', 'blank.ttf'), blankFont())
      await writeFile(join(draft, 'fonts.conf'), configuration(folder))
    })
  }
  return join(folder, 'fonts.conf')
}

const configuration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(join(folder, 'fonts'))}</dir>
  <cachedir>${escapeXml(join(folder, 'cache'))}</cachedir>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
  </match>
</fontconfig>
`

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
