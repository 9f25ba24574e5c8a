// Makes the picture of the desk in the guides, once the package is compiled:
// `node packages/desk/test/picture.mjs docs/crossing docs/pictures/desk.png`
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveBrowser } from '@huijiao/browser'
import { launch } from 'puppeteer'
import { openDesk } from '../dist/desk.js'
import { serve } from '../dist/server/server.js'

const [edition = '', picture = ''] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'huijiao-picture-'))
// Without its rulings, as an editor finds it.
await cp(edition, folder, {
  recursive: true,
  filter: (path) => !/[/\\](?:dist|rulings\.yaml)$/u.test(path),
})
const desk = await openDesk(folder, { by: '编者', today: () => '2031-04-20' })
const served = await serve(desk, { port: 0, language: 'zh-Hans' })
const { executablePath, env } = await resolveBrowser()
const browser = await launch({
  executablePath,
  headless: 'shell',
  args: ['--no-sandbox', '--disable-gpu'],
  env: { ...process.env, ...env },
})
try {
  const page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  await page.setViewport({ width: 1180, height: 640 })
  await page.goto(`${served.address}#readings`)
  // The variant that the guide follows.
  const variant = await page.waitForFunction(() =>
    [...document.querySelectorAll('main button')].find((b) => b.textContent.includes('镇南五里')),
  )
  await variant.click()
  await page.waitForSelector('.choice')
  await page.waitForFunction(() => document.querySelector('.stage:not(.busy)') !== null)
  await page.screenshot({ path: picture })
} finally {
  await browser.close()
  await served.close()
  await desk.close()
  await rm(folder, { recursive: true, force: true })
}
