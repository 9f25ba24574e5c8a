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

/** What is shown around a place, in heights of its box: a line above and below it. */
const MARGIN = 1.5

/** `huijiao crop EDITION TEXT`: the picture of a passage in each witness that has pages, boxes and pictures beside it. */
export function cropCommand(): Command {
  return new Command('crop')
    .description('write the picture of any passage in each witness that has boxes and page images')
    .argument('<edition>', 'folder of the edition, or its name under sources/')
    .argument('<passage...>', 'id of a locus, or words of the text or of any witness')
    .option('--out <dir>', 'folder for the pictures', '.')
    .option('--no-rulings', 'leave rulings.yaml aside')
    .action(
      async (edition: string, words: string[], options: { out: string; rulings: boolean }) => {
        const folder = await editionFolder(edition)
        const result = collated(await readEdition(folder, { rulings: options.rulings }))
        const query = words.join(' ')
        const places = explain(result, query).flatMap(picturesOf)
        if (places.length === 0) throw new InputError([noPicture(query)])
        const { pictures, missing } = await cropped(join(folder, 'witnesses'), places)
        await writeAll(options.out, pictures)
        for (const name of pictures.keys()) console.log(join(options.out, name))
        for (const line of missing) console.error(line)
        if (missing.length > 0) process.exitCode = pictures.size > 0 ? EXIT.incomplete : EXIT.input
      },
    )
}

/** The pictures by the names that they are written under, and what is said of those that cannot be made. */
async function cropped(witnesses: string, places: readonly PassagePicture[]) {
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
      if (cut === null) missing.push(whyMissing(place, file))
      else pictures.set(`${at + 1}-${place.siglum}-${stemOf(place.file)}-${place.page}.png`, cut)
    }
  } finally {
    await session.close()
  }
  return { pictures, missing }
}

/** A name that is safe in any folder. */
const stemOf = (file: string): string => basename(file).replaceAll(/[^\p{L}\p{N}._-]/gu, '_')

function whyMissing({ siglum, image, page }: PassagePicture, file: string | undefined): string {
  if (isAddress(image))
    return `${siglum}, page ${page}: ${image} is an address, which is not fetched`
  return file === undefined
    ? `${siglum}, page ${page}: there is no ${image} in witnesses/, nor a PNG or JPEG of that name`
    : `${siglum}, page ${page}: ${file} is no picture that a browser shows; put a PNG or JPEG of that name beside it`
}

const noPicture = (query: string) => fault('no-picture', { file: 'edition.yaml' }, { query })
