import { runRenderer } from '@huijiao/command'
import { docx } from './main.ts'

process.exitCode = await runRenderer(docx, process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
})
