import type { Random } from '../random.ts'
import { block as text, times } from './blocks.ts'
import { headline, paragraph, sentence } from './sentences.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeWork } from './work.ts'

/** A report of an agency, of one to three lines of headline. */
export function report(dice: Random): MadeWork {
  const blocks = [text('title', headline('report', dice))]
  if (dice.chance(0.4)) blocks.push(text('subtitle', headline('report', dice)))
  else if (dice.chance(0.3)) blocks.push(text('subtitle', fill('——{project}侧记', dice)))
  if (dice.chance(0.3))
    blocks.push(
      text(
        'byline',
        fill(dice.pick(['本报记者 {name}', '记者 {name} {name}', '{agency}记者{name}']), dice),
      ),
    )
  blocks.push(text('paragraph', fill('{agency}{town}{date}电 ', dice) + paragraph('report', dice)))
  blocks.push(...times(2 + dice.below(6), () => text('paragraph', paragraph('report', dice, 1, 5))))
  return { genre: 'report', blocks }
}

export function speech(dice: Random): MadeWork {
  const blocks = [text('title', fill('在{project}座谈会上的讲话', dice))]
  if (dice.chance(0.8))
    blocks.push(
      text(
        'dateline',
        fill(
          dice.pick(['（{year}年{date}）', '（{year}年{date}，{town}）', '{year}年{date}']),
          dice,
        ),
      ),
    )
  if (dice.chance(0.4)) blocks.push(text('byline', fill('{name}', dice)))
  blocks.push(
    text(
      'salutation',
      dice.pick(['各位来宾，各位朋友：', '同志们：', '老师们、同学们：', '女士们、先生们：']),
    ),
  )
  blocks.push(...times(4 + dice.below(6), () => text('paragraph', paragraph('speech', dice, 2, 5))))
  blocks.push(
    text('paragraph', dice.pick(['谢谢大家！', '祝各位身体健康，工作顺利！', '我的话完了。'])),
  )
  return { genre: 'speech', blocks }
}

/** Questions and answers, or the speakers by name. */
export function interview(dice: Random): MadeWork {
  const blocks = [text('title', fill('就{project}答读者问', dice))]
  const [asks, answers] = dice.pick([
    ['问：', '答：'],
    ['记者：', fill('{name}：', dice)],
    ['Q：', 'A：'],
    ['', '答：'],
  ] as const)
  let number = 0
  for (let left = 3 + dice.below(6); left > 0; left--) {
    number += 1
    const mark = asks === '' ? `${hanNumber(number)}、` : asks
    blocks.push(text('paragraph', mark + sentence('say', dice)))
    blocks.push(text('paragraph', answers + paragraph('speech', dice, 1, 4)))
    if (dice.chance(0.3)) blocks.push(text('paragraph', paragraph('speech', dice, 1, 3)))
  }
  return { genre: 'interview', blocks }
}
