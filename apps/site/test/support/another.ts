import { type Made, made } from './made.ts'

/** An edition in English, of one witness. */
export const another = (): Made =>
  made(
    { id: 'gazette', title: 'A Note', language: 'en', date: '2023-01-02' },
    ['甲'],
    [{ id: 'note', title: 'A Note', paragraphs: [['Printed in the Gazette of the town.']] }],
  )
