declare module 'fontverter' {
  /** Packs or unpacks a font; the same bytes for the same font. */
  export function convert(font: Buffer, target: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
}
