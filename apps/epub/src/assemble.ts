import { type Chapter, EPub, type Options } from 'epub-gen-memory'

/** The library, fed from memory alone: nothing is fetched, dated or named by chance. */
export class Assembly extends EPub {
  readonly #fonts: ReadonlyMap<string, Uint8Array>
  readonly #cover: Uint8Array
  readonly #date: Date

  /**
   * @param fonts bytes by file name.
   * @param cover bytes of a PNG.
   * @param date of every entry of the container; not before 1980.
   */
  constructor(
    options: Options & Record<string, unknown>,
    chapters: readonly (Chapter & Record<string, unknown>)[],
    made: {
      identifier: string
      fonts: ReadonlyMap<string, Uint8Array>
      cover: Uint8Array
      date: Date
    },
  ) {
    super(options, chapters)
    this.uuid = made.identifier
    this.#fonts = made.fonts
    this.#cover = made.cover
    this.#date = made.date
    const names = this.content.map((c) => c.filename)
    const seen = new Set<string>()
    const twice = names.filter((name) => seen.size === seen.add(name.toLowerCase()).size)
    if (twice.length > 0) throw new Error(`two documents of one name: ${twice.join(', ')}`)
    if (this.images.length > 0) {
      throw new Error(
        `expected no images but the cover, got ${this.images.map((i) => i.url).join(', ')}`,
      )
    }
  }

  protected override async downloadAllFonts(): Promise<void> {
    for (const { filename } of this.options.fonts) {
      const bytes = this.#fonts.get(filename)
      if (bytes === undefined) throw new Error(`no font ${filename} in memory`)
      this.zip.file(`OEBPS/fonts/${filename}`, bytes)
    }
    return Promise.resolve()
  }

  protected override async downloadAllImages(): Promise<void> {
    return Promise.resolve()
  }

  protected override async makeCover(): Promise<void> {
    this.zip.file('OEBPS/cover.png', this.#cover)
    return Promise.resolve()
  }

  /** The finished container: `mimetype` first and stored, then the files by name, all of one date. */
  async pack(): Promise<Uint8Array> {
    await this.render()
    const files = Object.entries(this.zip.files).filter(([, file]) => !file.dir)
    const first = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']
    const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)
    files.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    for (const name of Object.keys(this.zip.files)) delete this.zip.files[name]
    for (const [name, file] of files) {
      file.date = this.#date
      this.zip.files[name] = file
    }
    return this.generateAsync({
      type: 'uint8array',
      mimeType: 'application/epub+zip',
      compression: 'DEFLATE',
      // The last steps of level 9 take longer than all before, for a hundredth of the size.
      compressionOptions: { level: 6 },
      platform: 'DOS',
    })
  }
}
