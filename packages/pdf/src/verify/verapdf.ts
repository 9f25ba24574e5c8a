import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { run } from './command.ts'

const VERSION = '1.28.2'
const MAIN = 'org.verapdf.apps.GreenfieldCliWrapper'

/** The validator, brought and ready; or why it is not. */
export type Validator = { readonly classPath: string } | { readonly absent: string }

/** A rule of PDF/UA-1 that a file breaks. */
export interface BrokenRule {
  readonly clause: string
  readonly description: string
  readonly times: number
}

/**
 * Brings veraPDF from Maven Central into a cache of the user, once.
 *
 * @param cache folder of the cache.
 */
export async function bringVeraPdf(cache: string = cacheFolder()): Promise<Validator> {
  if (run('java', ['-version']) === undefined) return { absent: 'java is not installed' }
  const folder = join(cache, `verapdf-${VERSION}`)
  if (await exists(folder)) return { classPath: join(folder, '*') }
  if (run('mvn', ['-v']) === undefined) return { absent: 'mvn is not installed' }
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'verapdf-'))
  try {
    await writeFile(join(draft, 'pom.xml'), POM)
    const args = ['-q', '-B', '-f', join(draft, 'pom.xml'), 'dependency:copy-dependencies']
    const ran = run('mvn', [...args, `-DoutputDirectory=${join(draft, 'jars')}`])
    if (ran?.status !== 0) {
      const said = `${ran?.stdout ?? ''}${ran?.stderr ?? ''}`.trim().split('\n')[0] ?? ''
      return { absent: `Maven could not bring veraPDF: ${said}` }
    }
    await rename(join(draft, 'jars'), folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return { classPath: join(folder, '*') }
}

/**
 * Validates a file against PDF/UA-1; gives the rules that it breaks.
 *
 * @throws {Error} when the validator fails on the file.
 */
export function validateAccessible(
  validator: { readonly classPath: string },
  path: string,
): BrokenRule[] {
  const args = ['-cp', validator.classPath, MAIN, '-f', 'ua1', '--format', 'json', path]
  const ran = run('java', args)
  const report: unknown = parseJson(ran?.stdout ?? '')
  const result = first(at(at(report, 'report'), 'jobs'))
  const verdict = first(at(result, 'validationResult'))
  const compliant = at(verdict, 'compliant')
  if (typeof compliant !== 'boolean') {
    throw new Error(`veraPDF gave no verdict on ${path}: ${ran?.stderr ?? ''}`)
  }
  const rules = at(at(verdict, 'details'), 'ruleSummaries')
  const broken = (Array.isArray(rules) ? rules : []).filter(
    (rule: unknown) => at(rule, 'ruleStatus') === 'FAILED',
  )
  return broken.map((rule: unknown) => ({
    clause: `${text(at(rule, 'clause'))}-${text(at(rule, 'testNumber'))}`,
    description: text(at(rule, 'description')),
    times: Number(at(rule, 'failedChecks')),
  }))
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>huijiao</groupId><artifactId>verify</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency>
<groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>${VERSION}</version>
</dependency></dependencies>
</project>
`

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'huijiao')
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !(key in value)) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
