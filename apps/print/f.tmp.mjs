import { makeEdition } from '/work/wt/print/packages/bench/dist/editions.js'
import { plainPdf } from './dist/index.js'
import { openPdf } from './dist/pdf/file.js'
import { openLazily } from './dist/pdf/lazy.js'
import { PDFRef } from '@cantoo/pdf-lib'
import { readFileSync } from 'node:fs'
const raw = new Uint8Array(readFileSync(process.argv[2]))
const a=performance.now()
const c0=process.cpuUsage()
if(process.argv[3]==='lazy'){ const l=openLazily(raw); let n=0; for(let i=1;i<l.count;i++) if(l.read(PDFRef.of(i))) n++; console.log(n,'lazy',(performance.now()-a).toFixed()) }
else { const f=await openPdf(raw); console.log(f.context.indirectObjects.size,'whole',(performance.now()-a).toFixed()) }
const c=process.cpuUsage(c0); console.log('cpu',(c.user+c.system)/1000)
