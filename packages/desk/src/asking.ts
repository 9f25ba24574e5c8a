import { openSession } from './collation/session.ts'
import type { DeskOptions } from './desk.ts'
import { openStore } from './folder/store.ts'
import { stampOf } from './folder/texts.ts'
import { worksView } from './look/works.ts'
import type { Act } from './protocol/acts.ts'
import { toldIn } from './protocol/message.ts'
import type { Outcome, Told } from './protocol/state.ts'
import type { Question } from './protocol/works.ts'
import { languageOf } from './words/language.ts'

/** The desk's questions about works without its page, for the terminal. */
export interface Asking {
  /** What is asked of the folder as it is now, the weightiest first; in the language of the edition unless given. */
  questions(language?: string): Promise<Asked>
  answer(act: Act): Promise<Outcome>
  /** Takes back the last answer. */
  undo(): Promise<Outcome>
}

export interface Asked {
  readonly questions: readonly Question[]
  readonly language: string
  /** Why nothing can be asked. */
  readonly faults: readonly Told[]
}

/** Opens a folder for questions; `onStage` is told what is being done. */
export async function openAsking(
  folder: string,
  options: DeskOptions,
  onStage: (stage: string) => void = () => {},
): Promise<Asking> {
  const store = await openStore(folder)
  const session = openSession(folder)
  return {
    questions: async (wanted) => {
      await store.look()
      const look = await session.refresh(store.texts(), onStage)
      const language = wanted ?? look.config?.language ?? 'zh-Hans-CN'
      return {
        questions: worksView(look, language).questions,
        language,
        faults: look.faults.map((m) => toldIn(m, languageOf(language))),
      }
    },
    answer: (act) => {
      const signature = { by: options.by, date: options.today() }
      return store.act(act, stampOf(store.texts()), session.look().beginning, signature)
    },
    undo: () => store.undo(),
  }
}
