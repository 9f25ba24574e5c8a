import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PARAGRAPHS = [
  '渡口的老船工姓岳，撑了一辈子的篙。他的船不大，一次只坐得下六个人，可是来往两岸的货郎都愿意等他。',
  '那年冬天河水浅，露出了几块从没见过的石头。岳老头在石缝里拾到一只铜铃，擦干净了挂在船头，走起来叮叮当当。',
  '有个戴斗笠的客人听见铃声便不肯上船。他说：“这铃是当年沉船上的东西，听见的人都要记起一件忘了的事。”',
  '老船工笑他多心，把篙一点，船便离了岸。到了河心，铃忽然不响了，四面静得只剩下水声。',
  '他这才想起来，三十年前的这一天，他答应过要接一个人回家。那人一直在对岸的柳树下等着他。',
  '船靠岸的时候，柳树底下真的坐着一个老人，见了他便说：“你来晚了些，不过天还没有黑。”',
]

/** A story in three copies: one typed, one from the web with a notice, one recognised, with misreadings and short lines. */
export async function storyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-story-'))
  const title = '渡口的铃声'
  const typed = [title, ...PARAGRAPHS.map((p) => `　　${p}`)]
  const web = [`# ${title}`, ...PARAGRAPHS, '本页由渡口文艺网编辑整理，转载请注明出处。']
  const misread = PARAGRAPHS.map((p, index) =>
    index === 1 ? p.replace('铜铃', '钢铃') : index === 3 ? p.replace('离了岸', '高了岸') : p,
  )
  const lines = misread.flatMap((p) => `　　${p}`.match(/.{1,24}/gu) ?? [])
  await writeFile(join(folder, 'a.txt'), `${typed.join('\n')}\n`)
  await writeFile(join(folder, 'b.md'), `${web.join('\n\n')}\n`)
  await writeFile(join(folder, 'c.txt'), `${title}\n\n${lines.join('\n')}\n`)
  return folder
}
