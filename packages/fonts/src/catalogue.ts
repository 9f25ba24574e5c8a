import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Mapping } from './cmap.ts'
import type { Face } from './face.ts'
import { mappingOfFile } from './open.ts'
import { readSlices } from './sliced.ts'

const require = createRequire(import.meta.url)

const SERIF = '@expo-google-fonts/noto-serif-sc'
const SANS = '@expo-google-fonts/noto-sans-sc'
const KAI = '@fontsource/lxgw-wenkai'
const RARE = 'chiron-sung-hk-webfont'

/** The packages that the faces come from. */
export const PACKAGES: readonly string[] = [SERIF, SANS, KAI, RARE]

const ASCII = String.fromCharCode(...Array.from({ length: 0x7e - 0x20 }, (_, i) => 0x21 + i))

/**
 * What Kai takes from Song. Its own quotation marks are a third of an em wide, and its brackets and stops have
 * no narrow forms (`halt`, `chws`), so that they would not close up in pairs; its digits and Latin letters are
 * those of a sans serif, each 0.6 em wide, and tear years and dates apart.
 */
export const LENT = `“”‘’、。，．：；（）［］｛｝〈〉《》「」『』【】〔〕〖〗〘〙〚〛${ASCII}`

let catalogue: readonly Face[] | undefined

/** All faces, in a fixed order; font files are opened on first use only. */
export function faces(): readonly Face[] {
  catalogue ??= [
    whole('song-400', SERIF, '400Regular/NotoSerifSC_400Regular.ttf'),
    whole('song-700', SERIF, '700Bold/NotoSerifSC_700Bold.ttf'),
    whole('hei-400', SANS, '400Regular/NotoSansSC_400Regular.ttf'),
    whole('hei-700', SANS, '700Bold/NotoSansSC_700Bold.ttf'),
    // The package numbers the Regular 500.
    whole('kai-400', KAI, 'files/lxgw-wenkai-latin-500-normal.woff'),
    whole('kai-700', KAI, 'files/lxgw-wenkai-latin-700-normal.woff'),
    ...rare([400, 700]),
  ]
  return catalogue
}

const FAMILIES: Readonly<Record<string, string>> = {
  song: 'Huijiao Song',
  hei: 'Huijiao Hei',
  kai: 'Huijiao Kai',
}

function whole(id: string, packageName: string, path: string): Face {
  const [role = '', weight = ''] = id.split('-')
  const found = locate(packageName)
  const file = join(found.folder, path)
  const lends =
    role === 'kai' ? (point: number) => LENT.includes(String.fromCodePoint(point)) : none
  let mapping: Mapping | undefined
  const read = () => (mapping ??= mappingOfFile(file))
  return {
    id,
    family: FAMILIES[role] ?? role,
    weight: Number(weight),
    file,
    format: path.endsWith('.woff') ? 'woff' : 'ttf',
    source: found.source,
    codePoints: once(() =>
      read()
        .codePoints()
        .filter((point) => !lends(point)),
    ),
    covers: (point) => read().glyph(point) !== 0 && !lends(point),
  }
}

const none = (): boolean => false

function rare(weights: readonly number[]): readonly Face[] {
  const found = locate(RARE)
  const slices = readSlices(join(found.folder, 'css/vf.css'))
  return weights.flatMap((weight) =>
    slices.map((slice) => {
      const codePoints = once(slice.codePoints)
      const set = once(() => new Set(codePoints()))
      return {
        id: `rare-${slice.name}-${weight}`,
        family: `Huijiao Rare ${slice.name}`,
        weight,
        file: slice.file,
        format: 'woff2' as const,
        source: found.source,
        axes: { wght: weight, PADG: 0 },
        codePoints,
        covers: (point: number) => set().has(point),
      }
    }),
  )
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Where a package of faces lies: within this package where it was packed with them, else as it is installed. */
export function locate(name: string): { folder: string; source: string } {
  const within = fileURLToPath(new URL(`../faces/${name}/package.json`, import.meta.url))
  const manifest = existsSync(within) ? within : require.resolve(`${name}/package.json`)
  const described: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
  const version =
    typeof described === 'object' &&
    described !== null &&
    'version' in described &&
    typeof described.version === 'string'
      ? described.version
      : 'unknown'
  return { folder: dirname(manifest), source: `${name}@${version}` }
}
