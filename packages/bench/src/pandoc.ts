import { spawnSync } from 'node:child_process'
import type { Edition } from '@huijiao/ast'
import { toBook } from '@huijiao/hast'
import { toHtml } from 'hast-util-to-html'

/** The installed Pandoc, or undefined. */
export function pandocVersion(): string | undefined {
  const asked = spawnSync('pandoc', ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.split('\n')[0] : undefined
}

/** The same content for Pandoc: every document of the book, from title page to table of witnesses. */
export function toPage(edition: Edition): string {
  const documents = toBook(edition).documents.map((document) =>
    toHtml({ type: 'root', children: [...document.children] }),
  )
  const { language, title } = edition.meta
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</title></head><body>${documents.join('\n')}</body></html>`
}
