import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringifyEntities } from 'stringify-entities'

/**
 * Writes a `fonts.conf` into a folder, together with the fonts that it lists, so that a browser started with it sees no
 * font of the system.
 *
 * @param fonts bytes by file name.
 * @param place where the folder will lie when it is used.
 * @returns the path of the file, for `FONTCONFIG_FILE`.
 */
export async function writeFontconfig(
  folder: string,
  fonts: ReadonlyMap<string, Uint8Array>,
  place = folder,
): Promise<string> {
  await mkdir(join(folder, 'fonts'), { recursive: true })
  await mkdir(join(folder, 'cache'), { recursive: true })
  for (const [name, bytes] of fonts) await writeFile(join(folder, 'fonts', name), bytes)
  await writeFile(join(folder, 'fonts.conf'), configuration(place))
  return join(place, 'fonts.conf')
}

const configuration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escaped(join(folder, 'fonts'))}</dir>
  <cachedir>${escaped(join(folder, 'cache'))}</cachedir>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
  </match>
</fontconfig>
`

const escaped = (text: string): string => stringifyEntities(text, { subset: ['&', '<', '>'] })
