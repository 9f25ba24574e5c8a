declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat?: 'truetype' | 'woff' | 'woff2'
    preserveNameIds?: readonly number[]
    keepFeatures?: readonly string[]
    noHinting?: boolean
    dropTables?: readonly string[]
    variationAxes?: Readonly<Record<string, number>>
  }
  function subsetFont(font: Buffer, characters: string, options?: SubsetOptions): Promise<Buffer>
  export = subsetFont
}
