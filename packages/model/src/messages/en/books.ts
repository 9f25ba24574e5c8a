import { fileFault, list } from './phrases.ts'
import type { Topic } from '../saying.ts'
import type { Faceless, FileFault } from '../values.ts'

const sayFaceless = ({ name, times, place }: Faceless): string =>
  `${name} (${times > 1 ? `${times} times, first ` : ''}at ${place})`

/** Of the programs that make books of a tree. */
export const books = {
  'no-browser': ({ tried }: { tried: readonly string[] }) => ({
    reason: 'There is no browser to print with',
    expected: 'Chromium, Chrome or Edge',
    actual: tried.length === 0 ? 'none' : `none; tried ${tried.join('; ')}`,
    hint: 'Install one (apt-get install chromium, or npx puppeteer browsers install chrome-headless-shell), or name one with CHROME_PATH=/path/to/chrome.',
  }),
  'browser-start': ({ text }: { text: string }) => ({
    reason: 'The browser does not start',
    actual: text,
    hint: 'Name another one with CHROME_PATH=/path/to/chrome.',
  }),
  'browser-died': ({ text }: { text: string }) => ({
    reason: 'The browser ended twice while it was printing',
    actual: text,
    hint: 'Memory may be too small: end other programs, or build fewer editions at once.',
  }),
  'browser-late': ({ seconds }: { seconds: number }) => ({
    reason: `The browser gave no answer within ${seconds} s`,
    hint: 'The machine may be too busy: build again when it has less to do.',
  }),
  'own-folder': ({ fault, variable }: { fault: FileFault; variable: string }) => ({
    reason: 'A folder that the program needs cannot be written',
    actual: fileFault(fault).actual,
    hint: `Name another one with ${variable}=/path/to/folder.`,
  }),
  'no-face': (v: { characters: readonly Faceless[]; more: number; isBoxed: boolean }) => ({
    reason: `No face has ${list(v.characters.map(sayFaceless))}${v.more > 0 ? ` and ${v.more} more` : ''}: ${
      v.isBoxed
        ? 'set as boxes'
        : 'reading systems draw it in a face of their own, where they have one'
    }`,
    hint: 'Correct what is misread in a ruling.',
  }),
  'no-page-list': ({ isOther }: { isOther: boolean }) => ({
    reason: 'The book has no page list',
    expected: 'the pages of the printed book',
    actual: isOther ? 'those of another tree' : 'no such file',
    hint: 'Print the book first, which needs a browser.',
  }),
  'no-book': () => ({
    reason: 'The site is without this book',
    actual: 'no such file',
  }),
  'program-fault': ({ text }: { text: string }) => ({ reason: 'The program failed', actual: text }),
} satisfies Topic
