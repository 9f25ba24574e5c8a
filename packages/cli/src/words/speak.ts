import { languageOf } from '@huijiao/model/messages'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Voice } from './words.ts'

/** Lets a command give its help, and say what is wrong with its arguments, in the user's language. */
export function speak(command: Command, voice: Voice): Command {
  const { help } = voice
  const told = (text: string, parts: readonly string[]): string =>
    parts.length === 0 ? text : (text + help.note(parts.join(help.comma))).trim()
  return command
    .helpOption('-h, --help', help.option)
    .addOption(
      new Option('--lang <language>', help.language).argParser((tag) => {
        if (languageOf(tag) === undefined) throw new InvalidArgumentError('zh-Hans, zh-Hant, en')
        return tag
      }),
    )
    .configureHelp({
      styleTitle: (title) => titleIn(help.titles, title),
      optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) =>
        told(description, [
          ...(argChoices === undefined ? [] : [help.choices(argChoices.join(', '))]),
          ...(defaultValue === undefined || defaultValue === true
            ? []
            : [help.preset(defaultValueDescription ?? JSON.stringify(defaultValue))]),
        ]),
    })
    .configureOutput({
      outputError: (text, write) => write(`${voice.error}${faultIn(text, voice)}\n`),
    })
}

const titleIn = (titles: Voice['help']['titles'], title: string): string =>
  Object.hasOwn(titles, title) ? titles[title as keyof typeof titles] : title

type Faults = Voice['help']['errors']

/** The sentences of commander 14, each with what it names. */
const SENTENCES: readonly [pattern: RegExp, say: (faults: Faults, ...names: string[]) => string][] =
  [
    [/^error: unknown command '(.+)'/u, (faults, name) => faults.unknownCommand(name)],
    [/^error: unknown option '(.+)'/u, (faults, name) => faults.unknownOption(name)],
    [/^error: missing required argument '(.+)'/u, (faults, name) => faults.missingArgument(name)],
    [
      /^error: too many arguments.*Expected (\d+) arguments? but got (\d+)/u,
      (faults, expected, actual) => faults.excessArguments(expected, actual),
    ],
    [
      /^error: option '(.+)' argument missing/u,
      (faults, name) => faults.optionMissingArgument(name),
    ],
    [
      /^error: required option '(.+)' not specified/u,
      (faults, name) => faults.missingMandatoryOptionValue(name),
    ],
    [
      /^error: (?:option|command-argument value) '(.+?)' .*is invalid(?: for argument '.*')?\. ?(?:Allowed choices are )?(.*?)\.?$/u,
      (faults, name, expected) => faults.invalidArgument(name, expected),
    ],
  ]

/** A fault of the arguments as commander tells it, in the user's language. */
function faultIn(text: string, { help }: Voice): string {
  const [first = '', ...rest] = text.trim().split('\n')
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(first)
    if (found === null) continue
    const similar = /^\(Did you mean (?:one of )?(.+)\?\)$/u.exec(rest.join(''))?.[1]
    const hint = similar === undefined ? '' : `\n${help.errors.similar(similar)}`
    return say(help.errors, ...found.slice(1)) + hint
  }
  return first.replace(/^error: /u, '')
}
