import { type Chapter, EPub, type Options } from 'epub-gen-memory'
import { container } from './container.ts'
import type { Picture } from './pictures.ts'

/** The library, fed from memory alone: nothing is fetched, dated or named by chance. */
export class Assembly extends EPub {
  readonly #date: Date

  /** @param date of every entry of the container; not before 1980. */
  constructor(
    options: Options & Record<string, unknown>,
    chapters: readonly (Chapter & Record<string, unknown>)[],
    { identifier, date }: { identifier: string; date: Date },
  ) {
    super(options, chapters)
    this.uuid = identifier
    this.#date = date
    const names = this.content.map((c) => c.filename)
    const seen = new Set<string>()
    const twice = names.filter((name) => seen.size === seen.add(name.toLowerCase()).size)
    if (twice.length > 0) throw new Error(`two documents of one name: ${twice.join(', ')}`)
    // The library names pictures by chance.
    for (const { id, extension, url } of this.images) {
      for (const chapter of this.content)
        chapter.content = chapter.content.replaceAll(`images/${id}.${extension}`, url)
    }
  }

  /** Faces and cover come from memory, once they are made. */
  protected override async downloadAllFonts(): Promise<void> {}
  protected override async downloadAllImages(): Promise<void> {}
  protected override async makeCover(): Promise<void> {}

  /**
   * The finished container: `mimetype` first and stored, then the files by name, all of one date.
   *
   * @param fonts bytes by file name, all that the options name.
   * @param cover bytes of a PNG.
   * @param pictures all that the documents show.
   */
  async pack(
    fonts: ReadonlyMap<string, Uint8Array>,
    cover: Uint8Array,
    pictures: readonly Picture[],
  ): Promise<Uint8Array> {
    const inMemory = new Set(pictures.map(({ file }) => file))
    const absent = this.images.filter(({ url }) => !inMemory.has(url))
    if (absent.length > 0) throw new Error(`no picture ${absent.map((i) => i.url).join(', ')}`)
    for (const { file, bytes } of pictures) this.zip.file(`OEBPS/${file}`, bytes)
    for (const { filename } of this.options.fonts) {
      const bytes = fonts.get(filename)
      if (bytes === undefined) throw new Error(`no font ${filename} in memory`)
      this.zip.file(`OEBPS/fonts/${filename}`, bytes)
    }
    this.zip.file('OEBPS/cover.png', cover)
    const files = Object.values(this.zip.files).filter((file) => !file.dir)
    const first = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']
    const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)
    files.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1))
    // The library's own compression takes longer.
    return container(
      await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          bytes: await file.async('uint8array'),
          stored: file.name === 'mimetype',
        })),
      ),
      this.#date,
    )
  }
}
