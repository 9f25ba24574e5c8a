import { copyFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faces } from './catalogue.ts'
import { openFont } from './open.ts'
import { readTables, writeTables } from './sfnt.ts'

/** A font for `fontconfig`: bytes to write, or a file to link. */
export type FontFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly file: string }

/**
 * Writes `fonts.conf` into a folder, together with the fonts that it lists and
 * nothing else, so that a browser started with it sees no font of the system.
 * Without `fonts` it lists the regular and bold faces of Song, Hei and Kai.
 * @returns the path of the file, for `FONTCONFIG_FILE`.
 */
export async function fontconfig(folder: string, fonts?: readonly FontFile[]): Promise<string> {
  const fontFolder = join(folder, 'fonts')
  const cache = join(folder, 'cache')
  await mkdir(fontFolder, { recursive: true })
  await mkdir(cache, { recursive: true })
  for (const font of fonts ?? (await wholeFaces())) {
    const target = join(fontFolder, font.name)
    if ('bytes' in font) await put(target, font.bytes)
    else await link(font.file, target)
  }
  const path = join(folder, 'fonts.conf')
  await put(path, configuration(fontFolder, cache))
  return path
}

/** The text of a `fonts.conf` that lists one folder and no other. */
export function configuration(fontFolder: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fontFolder)}</dir>
  <cachedir>${escapeXml(cache)}</cachedir>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
  </match>
</fontconfig>
`
}

function wholeFaces(): Promise<readonly FontFile[]> {
  return Promise.all(
    faces()
      .filter((face) => face.format !== 'woff2')
      .map(async (face): Promise<FontFile> => {
        const name = `${face.id}.ttf`
        if (face.format === 'ttf') return { name, file: face.file }
        return { name, bytes: writeTables(readTables(await openFont(face.file))) }
      }),
  )
}

async function put(path: string, data: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  await writeFile(draft, data)
  await rename(draft, path)
}

async function link(from: string, to: string): Promise<void> {
  await rm(to, { force: true })
  try {
    await symlink(from, to)
  } catch {
    // Not every file system has links.
    await copyFile(from, to)
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
