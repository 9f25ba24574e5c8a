import { spawnSync } from 'node:child_process'
import { type Edition, isApp, leafBlocks, toText } from '@huijiao/ast'

/** The installed Pandoc, or undefined. */
export function pandocVersion(): string | undefined {
  const asked = spawnSync('pandoc', ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.split('\n')[0] : undefined
}

/** The same content for Pandoc: a chapter for each work, a footnote for each variant. */
export function toMarkdown(edition: Edition): string {
  const parts: string[] = [
    `---\ntitle: "${edition.meta.title}"\nlang: ${edition.meta.language}\n---\n`,
  ]
  for (const work of edition.children)
    for (const { node } of leafBlocks(work)) {
      const text = escape(toText(node))
      if (node.type === 'title') {
        parts.push(`# ${text}\n`)
        continue
      }
      const notes = 'children' in node ? node.children.filter(isApp) : []
      const calls = notes.map((note) => {
        const said = note.readings.map((r) => `${r.sigla.join('')}作“${r.text}”`).join('；')
        return `^[${escape(said)}]`
      })
      parts.push(`${text}${calls.join('')}\n`)
    }
  return parts.join('\n')
}

function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+.!|^~$@"'-]/g, '\\$&')
}
