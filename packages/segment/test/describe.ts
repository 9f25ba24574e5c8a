import type { Segmentation, Source } from '@huijiao/model'

/** A segmentation as a person reads it: works, witnesses, blocks with their ends, joins, furniture. */
export function describeSegmentation(found: Segmentation, sources: readonly Source[]): string {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const lines: string[] = []
  const quote = (file: string, start: number, end: number): string => {
    const text = (byFile.get(file)?.points ?? []).slice(start, end)
    return text.length <= 24
      ? text.join('')
      : `${text.slice(0, 10).join('')}…${text.slice(-10).join('')}`
  }
  for (const { id, texts, recensions } of found.works) {
    lines.push(`# ${id}`)
    for (const { id: name, label, sigla, base } of recensions) {
      lines.push(`  recension ${name} ${label} ${sigla.join('')}${base ? ' base' : ''}`)
    }
    for (const { siglum, file, blocks, recension } of texts) {
      lines.push(`  ## ${siglum}${recension === undefined ? '' : ` ${recension}`}`)
      for (const { role, depth, parts, join } of blocks) {
        const [first, last] = [parts[0], parts.at(-1)]
        if (first === undefined || last === undefined) continue
        const how = join === undefined ? '' : ` <${join.kind}>`
        const ends =
          parts.length === 1
            ? quote(file, first.start, first.end)
            : `${quote(file, first.start, Math.min(first.end, first.start + 10))}…${quote(file, Math.max(last.start, last.end - 10), last.end)}`
        const kinds = parts.slice(1).map((part) => part.join?.kind ?? 'none')
        const wraps = kinds.filter((kind) => kind === 'wrap').length
        const rest = kinds.filter((kind) => kind !== 'wrap')
        const inside = [...(wraps > 0 ? [`${wraps} wraps`] : []), ...rest].join(', ')
        lines.push(`  ${role}${depth ?? ''}${how} ${ends}${inside === '' ? '' : ` [${inside}]`}`)
      }
    }
  }
  lines.push('# furniture')
  for (const { role, work, file, start, end } of found.tiles) {
    if (role === 'text' || role === 'whitespace' || role === 'markup') continue
    lines.push(`  ${role} ${work ?? '-'} ${quote(file, start, end)}`)
  }
  return `${lines.join('\n')}\n`
}
