import JSZip from 'jszip'
import { readZip } from './zip.ts'

/**
 * The same book with one file changed: a seeded defect. `undefined` takes the file out.
 * Throws where the change changes nothing, since such a defect would prove nothing.
 */
export async function alter(
  book: Uint8Array,
  path: string,
  change: (text: string) => string | undefined,
): Promise<Uint8Array> {
  const zip = new JSZip()
  let changed = false
  for (const entry of readZip(book)) {
    let bytes: Uint8Array | string | undefined = entry.bytes
    if (entry.name === path) {
      const before = new TextDecoder().decode(entry.bytes)
      bytes = change(before)
      changed = bytes !== before
    }
    if (bytes === undefined) continue
    zip.file(entry.name, bytes, {
      date: new Date(Date.UTC(2000, 0, 1)),
      compression: entry.name === 'mimetype' ? 'STORE' : 'DEFLATE',
      createFolders: false,
    })
  }
  if (!changed) throw new Error(`${path}: the seeded defect changed nothing`)
  return zip.generateAsync({ type: 'uint8array' })
}
