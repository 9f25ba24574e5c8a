import { spawnSync } from 'node:child_process'
import type { Case } from './cases.ts'

const SCRIPT = `
import json, sys, time
from collatex import collate
data = json.load(sys.stdin)
start = time.process_time()
collate(data, segmentation=False)
print(time.process_time() - start)
`

/** Aligns a case with CollateX for Python where it is installed, and says how much longer it takes. */
export function collatexSeconds({ copies }: Case, ours: number): string {
  const present = spawnSync('python3', ['-c', 'import collatex'])
  if (present.status !== 0)
    return 'SKIPPED: CollateX is not installed here (pip install collatex Levenshtein)'
  const witnesses = copies.map(({ characters }, i) => ({
    id: String(i),
    tokens: characters.map((t) => ({ t, n: t })),
  }))
  const { stdout, status } = spawnSync('python3', ['-c', SCRIPT], {
    encoding: 'utf8',
    input: JSON.stringify({ witnesses }),
    timeout: 300_000,
  })
  if (status !== 0) return 'CollateX did not finish in 300 s'
  const milliseconds = Number(stdout) * 1000
  const lengths = copies.map(({ characters }) => characters.length).join(' and ')
  return `${lengths} characters: ${(milliseconds / 1000).toFixed(1)} s, ${(milliseconds / ours).toFixed(0)} times as long as here`
}
