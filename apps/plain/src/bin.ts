import { runRenderer } from '@huijiao/command'
import { plain } from './main.ts'

process.exitCode = await runRenderer(plain, process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
})
