import { readFileSync } from 'node:fs'
import type { Page } from '@huijiao/browser'
import type * as InPage from './page/index.ts'

type Functions = typeof InPage
type Name = keyof Functions

/** All that runs in the page, bundled when the package is compiled: a script that makes `huijiao`. */
const SCRIPT = new URL('../dist/page.js', import.meta.url)

/** Gives a page the functions of `page/`. */
export async function equip(page: Page): Promise<void> {
  await page.evaluate(readFileSync(SCRIPT, 'utf8'))
}

/** Calls a function of `page/` in a page that has them. */
export async function call<N extends Name>(
  page: Page,
  name: N,
  ...args: Parameters<Functions[N]>
): Promise<Awaited<ReturnType<Functions[N]>>> {
  const values = args.map((value) => JSON.stringify(value)).join(', ')
  return (await page.evaluate(`huijiao.${name}(${values})`)) as Awaited<ReturnType<Functions[N]>>
}
