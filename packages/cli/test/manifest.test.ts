import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionsOf, strangersIn } from '../src/editions.ts'
import { admit, isInHouse, SOURCES } from '../src/manifest.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'huijiao-house-'))
  await mkdir(join(root, 'sources/bridge'), { recursive: true })
  await writeFile(join(root, 'sources/bridge/edition.yaml'), 'title: 古桥\n')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const bridge = (): string => join(root, 'sources/bridge')

describe('a new edition', () => {
  it('is passed by until it is a package, and then found', async () => {
    expect(await strangersIn(root)).toEqual(['sources/bridge'])
    expect(await editionsOf(root)).toEqual([])
    expect(await admit(bridge())).toBe(join(bridge(), 'package.json'))
    expect(await strangersIn(root)).toEqual([])
    expect((await editionsOf(root)).map((e) => e.package)).toEqual(['@huijiao-edition/bridge'])
  })

  it('has the tasks and tools of the editions that stand', async () => {
    await admit(bridge())
    const made = JSON.parse(await readFile(join(bridge(), 'package.json'), 'utf8')) as Manifest
    const [known] = await editionsOf(join(SOURCES, '..'))
    const model = JSON.parse(
      await readFile(join(known?.folder ?? '', 'package.json'), 'utf8'),
    ) as Manifest
    const scripts = JSON.stringify(model.scripts).replaceAll(known?.name ?? '', 'bridge')
    expect(made.scripts).toEqual(JSON.parse(scripts))
    expect(made.devDependencies).toEqual(model.devDependencies)
    expect(made.description).toBe('古桥')
  })

  it('keeps a package.json that it has', async () => {
    await writeFile(join(bridge(), 'package.json'), '{"name":"own"}')
    expect(await admit(bridge())).toBeNull()
    expect(await readFile(join(bridge(), 'package.json'), 'utf8')).toBe('{"name":"own"}')
  })

  it('may have an edition.yaml that is wrong: the build says where', async () => {
    await writeFile(join(bridge(), 'edition.yaml'), 'title: [\n')
    expect(await admit(bridge())).not.toBeNull()
  })

  it.each(['古桥', 'My Book', '.hidden'])('cannot be called %s', async (name) => {
    const folder = join(root, 'sources', name)
    await mkdir(folder)
    await expect(admit(folder)).rejects.toThrow(/edition-name.*expected small letters/su)
  })

  it('is one of the house where it lies under sources/', () => {
    expect(isInHouse(join(SOURCES, 'bridge'))).toBe(true)
    expect(isInHouse(join(SOURCES, 'bridge/witnesses'))).toBe(false)
    expect(isInHouse(bridge())).toBe(false)
  })
})

interface Manifest {
  readonly description: string
  readonly scripts: Record<string, string>
  readonly devDependencies: Record<string, string>
}
