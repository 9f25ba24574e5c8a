import type { Asking, Question } from '@huijiao/desk'
import { expect, it } from 'vitest'
import { walkWorks } from '../src/review-works.ts'

const question = (id: string, title: string): Question => ({
  id,
  kind: 'join',
  certainty: 'low',
  work: 'ferry',
  file: 'a.txt',
  line: 7,
  before: '等到天黑',
  after: '船才靠岸',
  why: '前段句子未完',
  stake: 120,
  answers: [
    { label: 'joined', act: { kind: 'rename', work: 'ferry', title }, line: `title: ${title}` },
    { label: 'omit', act: { kind: 'omit', quote: '船才靠岸' }, line: 'omit: [船才靠岸]' },
  ],
})

/** An edition in which each question that is answered is settled. */
function edition(all: readonly Question[]) {
  const answered: string[] = []
  const asking: Asking = {
    questions: () =>
      Promise.resolve({
        questions: all.filter(({ answers }) => !answered.includes(answers[0]?.line ?? '')),
        language: 'zh-Hans',
        faults: [],
      }),
    answer: (act) => {
      const line = act.kind === 'rename' ? `title: ${act.title}` : act.kind
      answered.push(line)
      return Promise.resolve({
        kind: 'written',
        file: 'edition.yaml',
        lines: [{ number: 4, text: line }],
      })
    },
    undo: () => {
      answered.pop()
      return Promise.resolve({ kind: 'written', file: 'edition.yaml', lines: [] })
    },
  }
  return { asking, answered }
}

async function walked(asking: Asking, typed: readonly string[]) {
  const lines = [...typed]
  let out = ''
  const goesOn = await walkWorks({
    asking,
    ask: () => Promise.resolve(lines.shift() ?? null),
    print: (text) => {
      out += text
    },
  })
  return { goesOn, out }
}

it('asks one question after the other with the line that each answer writes, and goes on to readings', async () => {
  const { asking, answered } = edition([question('1', '渡口'), question('2', '石桥')])
  const { goesOn, out } = await walked(asking, ['1', '7', 's'])
  expect(goesOn).toBe(true)
  expect(answered).toEqual(['title: 渡口'])
  expect(out).toContain('…等到天黑｜船才靠岸…')
  expect(out).toContain('a.txt:7')
  expect(out).toContain('4: title: 渡口')
  expect(out).toContain('没有“7”')
})

it('takes an answer back, and stops where the editor stops', async () => {
  const { asking, answered } = edition([question('1', '渡口'), question('2', '石桥')])
  expect((await walked(asking, ['1', 'z', 'q'])).goesOn).toBe(false)
  expect(answered).toEqual([])
  expect((await walked(asking, [])).goesOn).toBe(false)
})
