import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../src/folder/store.ts'
import { stampOf } from '../src/folder/texts.ts'
import type { Act } from '../src/protocol/acts.ts'

const EDITION = `title: 渡船
works:
  - id: ferry
    title: 渡船
`
const signature = { by: '校者', date: '2024-03-01' }
const rename: Act = { kind: 'rename', work: 'ferry', title: '渡口' }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const edition = (): string => join(folder, 'edition.yaml')
const read = (): Promise<string> => readFile(edition(), 'utf8')

test('an act is written, shown, undone and done again, byte for byte', async () => {
  await writeFile(edition(), EDITION)
  const store = await openStore(folder)
  const outcome = await store.act(rename, stampOf(store.texts()), null, signature)
  expect(outcome).toEqual({
    kind: 'written',
    file: 'edition.yaml',
    lines: [{ number: 4, text: '    title: 渡口' }],
  })
  const changed = await read()
  await store.undo()
  expect(await read()).toBe(EDITION)
  await store.redo()
  expect(await read()).toBe(changed)
})

test('what another program has written meanwhile is not overwritten', async () => {
  await writeFile(edition(), EDITION)
  const store = await openStore(folder)
  const seen = stampOf(store.texts())
  const theirs = EDITION.replace('title: 渡船\nworks', 'title: 摆渡\nworks')
  await writeFile(edition(), theirs)
  expect(await store.act(rename, seen, null, signature)).toEqual({
    kind: 'conflict',
    files: ['edition.yaml'],
  })
  expect(await read()).toBe(theirs)
  // Once the page has seen it, the same act is written beside what the other has.
  await store.act(rename, stampOf(store.texts()), null, signature)
  expect(await read()).toBe(theirs.replace('    title: 渡船', '    title: 渡口'))
})

test('undoing does not take away what another program has written since', async () => {
  await writeFile(edition(), EDITION)
  const store = await openStore(folder)
  await store.act(rename, stampOf(store.texts()), null, signature)
  const theirs = `${await read()}# 后记\n`
  await writeFile(edition(), theirs)
  expect((await store.undo()).kind).toBe('conflict')
  expect(await read()).toBe(theirs)
})

test('of two desks that act at once on what both have seen, one is told of the other', async () => {
  await writeFile(edition(), EDITION)
  const [one, two] = [await openStore(folder), await openStore(folder)]
  const seen = stampOf(one.texts())
  await one.act(rename, seen, null, signature)
  const mine = await read()
  expect((await two.act({ ...rename, title: '码头' }, seen, null, signature)).kind).toBe('conflict')
  expect(await read()).toBe(mine)
})

test('the first act in a folder of raw files writes the edition, and leaves the files where they are', async () => {
  await writeFile(join(folder, 'a.txt'), '渡船\n\n摆渡的老人等到天黑。\n')
  const store = await openStore(folder)
  const beginning = { yaml: EDITION, loose: ['a.txt'] }
  await store.act(rename, stampOf(store.texts()), beginning, signature)
  expect(await read()).toContain('title: 渡口')
  expect(await readFile(join(folder, 'witnesses', 'a.txt'), 'utf8')).toContain('摆渡')
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toContain('摆渡')
})

test('an act that changes nothing writes nothing, and is no step to undo', async () => {
  await writeFile(edition(), EDITION)
  const store = await openStore(folder)
  const same: Act = { kind: 'rename', work: 'ferry', title: '渡船' }
  const outcome = await store.act(same, stampOf(store.texts()), null, signature)
  expect(outcome).toEqual({ kind: 'refused', refusal: { why: 'unchanged' } })
  expect(store.history().undo).toBeNull()
})
