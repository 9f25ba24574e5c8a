import { basename, join } from 'node:path'
import { cutOut, launch } from '@huijiao/browser'
import { InputError, fault } from '@huijiao/model'
import {
  collated,
  explain,
  isAddress,
  type PassagePicture,
  pictureFile,
  picturesOf,
  readEdition,
} from '@huijiao/parse'
import { namesBelow, readRaw } from '@huijiao/readers'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'
import { EXIT } from '../exit.ts'
import { writeAll } from '../write.ts'
import type { Voice } from '../words/words.ts'

/** What is shown around a place, in heights of its box: a line above and below it. */
const MARGIN = 1.5

/** `huijiao crop EDITION TEXT`: the picture of a passage in each witness that has pages, boxes and pictures beside it. */
export function cropCommand(voice: Voice): Command {
  const words = voice.crop
  return new Command('crop')
    .description(words.description)
    .argument('<edition>', voice.edition)
    .argument('<passage...>', voice.explain.passage)
    .option('--out <dir>', words.out, '.')
    .option('--no-rulings', voice.noRulings)
    .action(
      async (edition: string, passage: string[], options: { out: string; rulings: boolean }) => {
        const folder = await editionFolder(edition)
        const result = collated(await readEdition(folder, { rulings: options.rulings }))
        const query = passage.join(' ')
        const places = explain(result, query).flatMap(picturesOf)
        if (places.length === 0) throw new InputError([noPicture(query)])
        const { pictures, missing } = await cropped(join(folder, 'witnesses'), places, words)
        await writeAll(options.out, pictures)
        for (const name of pictures.keys()) console.log(join(options.out, name))
        for (const line of missing) console.error(line)
        if (missing.length > 0) process.exitCode = pictures.size > 0 ? EXIT.incomplete : EXIT.input
      },
    )
}

/** The pictures by the names that they are written under, and what is said of those that cannot be made. */
async function cropped(witnesses: string, places: readonly PassagePicture[], words: Voice['crop']) {
  const present = await namesBelow(witnesses)
  const pictures = new Map<string, Uint8Array>()
  const missing: string[] = []
  const session = await launch()
  try {
    for (const [at, place] of places.entries()) {
      const file = pictureFile(place.file, place.image, present)
      const [, top, , bottom] = place.box
      const margin = MARGIN * (bottom - top)
      const picture = file === undefined ? null : await readRaw(join(witnesses, file), witnesses)
      const cut = picture === null ? null : await cutOut(session, picture, { ...place, margin })
      if (cut === null) missing.push(whyMissing(place, file, words))
      else pictures.set(`${at + 1}-${place.siglum}-${stemOf(place.file)}-${place.page}.png`, cut)
    }
  } finally {
    await session.close()
  }
  return { pictures, missing }
}

/** A name that is safe in any folder. */
const stemOf = (file: string): string => basename(file).replaceAll(/[^\p{L}\p{N}._-]/gu, '_')

function whyMissing(
  { siglum, image, page }: PassagePicture,
  file: string | undefined,
  words: Voice['crop'],
): string {
  if (isAddress(image)) return words.address(siglum, page, image)
  return file === undefined ? words.noFile(siglum, page, image) : words.notShown(siglum, page, file)
}

const noPicture = (query: string) => fault('no-picture', { file: 'edition.yaml' }, { query })
