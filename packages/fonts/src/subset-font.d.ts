// The package has no types of its own, and those of DefinitelyTyped know half of its options.
declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2'
    /** Tags of the OpenType features that stay; all of them unless given. */
    readonly keepFeatures?: readonly string[]
    /** Ids of names that stay besides 0 to 6. */
    readonly preserveNameIds?: readonly number[]
    readonly noHinting?: boolean
    readonly dropTables?: readonly string[]
    /** Where the axes of a variable font are pinned. */
    readonly variationAxes?: Readonly<Record<string, number>>
  }
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options?: Options,
  ): Promise<Buffer>
}
