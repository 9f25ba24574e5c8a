import { useEffect, useRef } from 'preact/hooks'
import { useDesk, useView } from './desk.ts'
import { QuestionCard } from './question.tsx'
import { TitleButton } from './title-button.tsx'
import { WorkItem } from './work-item.tsx'

/** What is asked about the works, and the works themselves with their pieces. */
export function Works() {
  const { words, state, act } = useDesk()
  const works = useView('works')
  const questions = useRef<HTMLElement>(null)
  // An answered question is gone: the focus goes to the one that took its place, not to the top of the page.
  useEffect(() => {
    if (document.activeElement !== document.body || state.undo === null) return
    questions.current?.querySelector<HTMLElement>('.question button')?.focus()
  }, [works])
  if (works === null) return <p class="waiting">{words.loading}</p>
  if (works.files.length === 0 && state.made > 0) return <p class="hint">{words.noFiles}</p>
  return (
    <div class="columns works">
      <section class="questions" ref={questions} aria-labelledby="questions">
        <h2 id="questions">{words.questions}</h2>
        {works.questions.length === 0 ? (
          <p>{words.noQuestions}</p>
        ) : (
          <ol>
            {works.questions.map((question) => (
              <li key={question.id}>
                <QuestionCard question={question} />
              </li>
            ))}
          </ol>
        )}
      </section>
      <section class="list" aria-labelledby="works">
        <h2 id="works">{words.works}</h2>
        <div class="acts">
          <TitleButton
            text={`${words.bookTitle}：${state.title}`}
            label={words.bookTitle}
            title={state.title}
            save={(title) => act({ kind: 'title', title })}
          />
          <button type="button" onClick={() => void act({ kind: 'in-order' })}>
            {words.inOrder}
          </button>
        </div>
        <ol class="work-list">
          {works.works.map((work, index) => (
            <li key={work.id}>
              <WorkItem work={work} index={index} all={works.works} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
