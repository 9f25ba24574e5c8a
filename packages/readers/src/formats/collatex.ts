import type { Node } from 'jsonc-parser'
import { decoded } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import { items, member, parseJson, stringInto, stringOf } from '../markup/json.ts'
import type { Reader, ReadText } from '../file/reader.ts'

/** What CollateX takes and gives: witnesses as text or tokens, or a table of aligned tokens. Each witness is a text. */
export const collatex: Reader = {
  id: 'collatex',
  name: 'CollateX (.json)',
  kind: 'manual',
  accepts: ({ file, head }) => /\.json$/iu.test(file) && /"witnesses"\s*:\s*\[/u.test(head),
  read(file) {
    const { text, encoding, messages } = decoded(file)
    const root = parseJson(file.file, text)
    const names = items(member(root, 'witnesses'))
    const rows = items(member(root, 'table'))
    return names.map((witness, index): ReadText => {
      const made = draft()
      made.part('', text)
      const tokens =
        rows.length === 0
          ? items(member(witness, 'tokens'))
          : rows.flatMap((row) => cellOf(row, index, names.length))
      const content = member(witness, 'content')
      if (content !== undefined) stringInto(made, text, content)
      for (const token of tokens) tokenInto(made, text, token)
      const name = stringOf(member(witness, 'id') ?? witness) ?? String(index + 1)
      return { ...made.finish(), witness: name, encoding, messages }
    })
  },
}

/** The tokens of a witness in one row: rows hold a cell for each witness. */
const cellOf = (row: Node, witness: number, witnesses: number): readonly Node[] => {
  const cells = items(row)
  return cells.length === witnesses ? items(cells[witness]) : []
}

/** A token is a string, or an object whose `t` is as written. */
function tokenInto(made: Draft, text: string, token: Node): void {
  const written = member(token, 't') ?? token
  if (stringOf(written) !== undefined) stringInto(made, text, written)
}
