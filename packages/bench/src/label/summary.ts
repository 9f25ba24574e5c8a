import { FEATURES, type Label, nameOf, type Weights } from '@huijiao/segment/label'

/** Weights of a feature that are shown. */
const SHOWN = 3

/** Rows of a table: each feature, how many weights it has, how far it may turn a line, and its loudest weights. */
export function summaryOf({ features }: Weights): string[] {
  const rows = FEATURES.map(({ name, reach }) => {
    const all = Object.entries(features[name] ?? {}).flatMap(([offset, byValue]) =>
      Object.entries(byValue).flatMap(([value, byLabel]) =>
        (Object.entries(byLabel) as [Label, number][]).map(([label, nats]) => ({
          offset: Number(offset),
          value,
          label,
          nats,
        })),
      ),
    )
    const total = all.reduce((sum, { nats }) => sum + Math.abs(nats), 0)
    all.sort((one, two) => Math.abs(two.nats) - Math.abs(one.nats))
    const loudest = all.slice(0, SHOWN).map(({ offset, value, label, nats }) => {
      const shown = nameOf('', offset, value).replace(/^: /u, '').trim()
      return `${shown === '' ? 'yes' : shown} → ${label} ${nats > 0 ? '+' : ''}${nats.toFixed(1)}`
    })
    return { total, row: `| ${name} | ${reach} | ${all.length} | ${loudest.join('; ')} |` }
  })
  rows.sort((one, two) => two.total - one.total)
  return [
    '| feature | neighbours | weights | the loudest, in nats |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ row }) => row),
  ]
}
