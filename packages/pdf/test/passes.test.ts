import { describe, expect, test } from 'vitest'
import { openPdf } from '../src/file.ts'
import { newJob } from '../src/passes/job.ts'
import { PASSES, runPasses } from '../src/passes/passes.ts'
import { PDFDocument } from '../src/pdf-lib.ts'
import { OPTIONS } from './sample.ts'

async function emptyJob() {
  const document = await PDFDocument.create()
  document.addPage([419.53, 595.28])
  return newJob(await openPdf(await document.save()), { ...OPTIONS, outline: [] })
}

describe('the passes', () => {
  test('run on a file without tags, and say that it has none', async () => {
    const job = await emptyJob()
    runPasses(job)
    expect(job.obstacles).toEqual(['the file is not tagged'])
  })

  test('have names of their own', () => {
    expect(new Set(PASSES.map(({ name }) => name)).size).toBe(PASSES.length)
  })

  test('are refused in an order in which one lacks what it needs', async () => {
    const job = await emptyJob()
    const turned = [...PASSES].reverse()
    expect(() => runPasses(job, turned)).toThrow(/“metadata” needs claim before it/)
  })
})
