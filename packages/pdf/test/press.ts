import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Session, writeFontconfig } from '@huijiao/browser'
import { faces } from '@huijiao/fonts'

/** Prints HTML as the renderer does, for tests. */
export interface Press {
  /** @param html content of the body. */
  print(html: string, css?: string): Promise<Uint8Array>
  close(): Promise<void>
}

export async function openPress(): Promise<Press> {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-press-'))
  const whole = faces().filter((face) => face.format === 'ttf')
  const fonts = await Promise.all(
    whole.map(async (face) => [`${face.id}.ttf`, await readFile(face.file)] as const),
  )
  const session: Session = await launch({
    fontconfig: await writeFontconfig(folder, new Map(fonts)),
  })
  return {
    async print(html, css = '') {
      return session.withPage(page(html, css), async (page) =>
        page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true, timeout: 0 }),
      )
    },
    async close() {
      await session.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function page(html: string, css: string): string {
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>印样</title><style>
@page{size:148mm 210mm;margin:20mm 18mm 22mm;
@top-center{content:"书眉";font:8pt 'Noto Serif SC'}
@bottom-center{content:counter(page);font:8pt 'Noto Serif SC'}}
html{font:10.5pt/1.7 'Noto Serif SC';text-autospace:normal;text-spacing-trim:trim-start}
h1,h2,h3{font-family:'Noto Sans SC';font-weight:700}
p{margin:0;text-indent:2em;text-align:justify}
a{color:inherit;text-decoration:none}
em{font-style:normal;text-emphasis:filled dot}
table{border-collapse:collapse}td,th{border:.4pt solid #000}
aside{font-size:8pt;border-top:.3pt solid #000}
ol,ul{list-style:none}
${css}</style></head><body>${html}</body></html>`
}
