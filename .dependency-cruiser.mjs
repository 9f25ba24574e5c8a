import { readdirSync, readFileSync } from 'node:fs'

/*
 * The floors of ARCHITECTURE.md as rules: what it says of each room is read from its table, so that page and check
 * cannot differ.
 */
const page = readFileSync(new URL('ARCHITECTURE.md', import.meta.url), 'utf8')
const rooms = [...page.matchAll(/^\| (\d) \| `((?:packages|apps)\/[^`]+)` \|/gm)].map(
  ([, floor, path]) => ({ path, floor: Number(floor) }),
)

const unlisted = ['packages', 'apps']
  .flatMap((folder) => readdirSync(new URL(folder, import.meta.url)).map((n) => `${folder}/${n}`))
  .filter((path) => !rooms.some((room) => room.path === path))
if (unlisted.length > 0) {
  throw new Error(`ARCHITECTURE.md: expected a floor for ${unlisted.join(', ')}, got none`)
}

/** Folders of `src/` that the table of what is inside the rooms does not name in its room's row. */
const inside = page.slice(page.indexOf('## Inside the rooms'), page.indexOf('## Values'))
const unnamed = rooms.flatMap(({ path }) => {
  const room = path.split('/')[1]
  const row = inside.match(new RegExp(`^\\| (?:.*, )?\`${room}\`(?:,.*)? \\| (.*) \\|$`, 'm'))?.[1] ?? ''
  return readdirSync(new URL(`${path}/src`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !row.includes(`\`${entry.name}/\``))
    .map(({ name }) => `${path}/src/${name}`)
})
if (unnamed.length > 0) {
  throw new Error(`ARCHITECTURE.md, “Inside the rooms”: expected ${unnamed.join(', ')}, got none`)
}

/** Rooms that serve tests and measurements; the program does without them. */
const FOR_TESTS = ['packages/noise', 'packages/proof']

const any = (paths) => `^(${paths.join('|')})/`

/** From each room nothing leads to a room beside or above it. */
const downward = rooms.map(({ path, floor }) => ({
  name: `floor-${floor}`,
  comment: `${path} may import what stands below floor ${floor} in ARCHITECTURE.md, and nothing else of the house.`,
  severity: 'error',
  from: { path: any([path]) },
  to: { path: any(rooms.filter((r) => r.path !== path && r.floor >= floor).map((r) => r.path)) },
}))

export default {
  forbidden: [
    ...downward.filter(({ to }) => to.path !== any([])),
    {
      name: 'no-cycle',
      comment: 'Move what both files need to a third one; types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-cycle-of-folders',
      comment: 'Folders are rooms: one of them must be the lower one.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'for-tests-only',
      comment: `${FOR_TESTS.join(' and ')} serve tests and measurements.`,
      severity: 'error',
      from: { pathNot: any([...FOR_TESTS, 'packages/bench']) },
      to: { path: any(FOR_TESTS) },
    },
    {
      name: 'resolvable',
      comment: 'Compile first (pnpm compile): packages are looked up as they are compiled.',
      severity: 'error',
      from: {},
      to: { path: '^@huijiao/', couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(node_modules|/dist/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import'] },
  },
}
