import type { Outcome, Told } from '../protocol/state.ts'
import { sayRefusal } from '../protocol/refusal.ts'
import { useDesk } from './desk.ts'

/** What the last act wrote, and what is wrong. */
export function Notices({
  outcome,
  isLost,
}: {
  readonly outcome: Outcome | null
  readonly isLost: boolean
}) {
  const { state, words } = useDesk()
  const files = (names: readonly string[]): string => names.join('、')
  return (
    <div class="notices">
      <div role="status">
        {outcome?.kind === 'written' && (
          <p class="written">
            {words.wrote(outcome.file)}
            {outcome.lines.map((line) => (
              <code key={line.number}>
                <span class="number">{line.number}</span> {line.text}
              </code>
            ))}
          </p>
        )}
      </div>
      <div role="alert">
        {isLost && <p class="bad">{words.lost}</p>}
        {outcome?.kind === 'conflict' && <p class="bad">{words.conflict(files(outcome.files))}</p>}
        {outcome?.kind === 'refused' && (
          <p class="bad">{words.refused(sayRefusal(words.refusals, outcome.refusal))}</p>
        )}
        {outcome?.kind !== 'conflict' && state.changedOutside.length > 0 && (
          <p>{words.changedOutside(files(state.changedOutside))}</p>
        )}
        {state.faults.length > 0 && (
          <div class="bad">
            <p>
              {words.faults(state.faults.length)} {words.faultsNote}
            </p>
            <Messages messages={state.faults} />
          </div>
        )}
      </div>
      {!state.begun && state.made > 0 && state.faults.length === 0 && (
        <p class="hint">{words.notBegun}</p>
      )}
      {state.warnings.length > 0 && (
        <details>
          <summary>{words.warnings(state.warnings.length)}</summary>
          <Messages messages={state.warnings} />
        </details>
      )}
    </div>
  )
}

function Messages({ messages }: { readonly messages: readonly Told[] }) {
  const { words } = useDesk()
  return (
    <ul>
      {messages.map((m, index) => (
        <li key={index}>
          <code>
            {m.file.split('/').at(-1)}
            {m.line === undefined ? '' : `:${m.line}:${m.column ?? 1}`}
          </code>{' '}
          {m.reason}
          {m.expected !== undefined && ` · ${words.expected} ${m.expected}`}
          {m.actual !== undefined && ` · ${words.got} ${m.actual}`}
          {m.hint !== undefined && <em> {m.hint}</em>}
        </li>
      ))}
    </ul>
  )
}
