import type { Question } from '../protocol/works.ts'
import { titleOf, useDesk } from './desk.ts'

/** A question with its place and the answers to it; one click writes the line that stands beside the answer. */
export function QuestionCard({ question }: { readonly question: Question }) {
  const { words, state, act, go } = useDesk()
  const { kind, work, file, line, start, before, after, why, stake, answers, certainty } = question
  return (
    <article class={`question ${certainty}`}>
      <h3>
        {words.question[kind]}{' '}
        {work !== undefined && <span class="small">{titleOf(state, work)}</span>}
      </h3>
      {after !== undefined && (
        <p class="quoted">
          <span class="before">…{before}</span>
          <span class="joint" aria-hidden="true">
            ｜
          </span>
          <span class="after">{after}…</span>
        </p>
      )}
      <p class="small">
        {words.certainty[certainty]}
        {stake > 0 && ` · ${words.stake(stake)}`}
        {why !== '' && ` · ${words.why}：${why}`}
        {file !== undefined && start !== undefined && (
          <>
            {' · '}
            <button
              type="button"
              class="link"
              onClick={() => go({ tab: 'sources', file, at: start })}
            >
              {words.inSource} {file}:{line}
            </button>
          </>
        )}
      </p>
      <ul class="answers">
        {answers.map((answer) => (
          <li key={answer.line}>
            <button type="button" onClick={() => void act(answer.act)}>
              {words.answers[answer.label]}
              {answer.of !== undefined && ` ${titleOf(state, answer.of)}`}
            </button>
            <code>{answer.line}</code>
          </li>
        ))}
      </ul>
    </article>
  )
}
