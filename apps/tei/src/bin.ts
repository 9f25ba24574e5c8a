import { runRenderer } from '@huijiao/command'
import { tei } from './main.ts'

process.exitCode = await runRenderer(tei, process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
})
