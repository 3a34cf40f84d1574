import { parseArgs } from 'node:util'
import { closest } from '../text/closest.ts'
import { Failure } from './failure.ts'

/** An option as a command declares it. */
export type Option = Flag | Value | Values | OptionalValue

interface Described {
  readonly description: string
}
export interface Flag extends Described {
  readonly kind: 'flag'
}
/** `--name VALUE`; given twice, the last one counts. */
export interface Value extends Described {
  readonly kind: 'value'
  readonly placeholder: string
}
/** `--name VALUE`, as often as wanted. */
export interface Values extends Described {
  readonly kind: 'values'
  readonly placeholder: string
}
/** `--name`, `--name=VALUE`, and `--name VALUE` where `takes` says that what follows is a value. */
export interface OptionalValue extends Described {
  readonly kind: 'optional-value'
  readonly placeholder: string
  takes(following: string, cwd: string): boolean
}

export type Options = Readonly<Record<string, Option>>

/** The values given for a group of declared options; an optional value that was left out is `''`. */
export type ParsedOptions<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends Flag
    ? boolean
    : O[Name] extends Values
      ? readonly string[]
      : string | undefined
}

/** Reads a command's arguments by its declared options; throws a `Failure` that names the nearest option for one it does not know. */
export function parseArguments<O extends Options>(
  args: readonly string[],
  options: O,
  cwd: string,
): { operands: readonly string[]; options: ParsedOptions<O> } {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { type: typeOf(option) }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string[]>()
  const operands: string[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      operands.push(token.value)
      continue
    }
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) throw unknownOption(token.rawName, Object.keys(options))
    const given = values.get(token.name) ?? []
    values.set(token.name, given)
    given.push(givenValue(token, option))
    const next = tokens[index + 1]
    if (option.kind === 'optional-value' && !token.inlineValue && next?.kind === 'positional') {
      if (next.index === token.index + 1 && option.takes(next.value, cwd)) {
        given[given.length - 1] = next.value
        index++
      }
    }
  }
  const parsed = Object.entries(options).map(([name, { kind }]) => {
    const given = values.get(name)
    return [name, kind === 'flag' ? given !== undefined : kind === 'values' ? (given ?? []) : given?.at(-1)]
  })
  return { operands, options: Object.fromEntries(parsed) as ParsedOptions<O> }
}

/** The number that an option must be, or a `Failure`. */
export function wholeNumber(name: string, given: string | undefined, least = 0): number | undefined {
  if (given === undefined) return undefined
  const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
  if (number >= least) return number
  throw new Failure(`--${name} needs a whole number of at least ${least}, not “${given}”.`)
}

const typeOf = ({ kind }: Option): 'string' | 'boolean' =>
  kind === 'value' || kind === 'values' ? 'string' : 'boolean'

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function givenValue({ rawName, value, inlineValue }: OptionToken, option: Option): string {
  if (option.kind === 'flag') {
    if (inlineValue) throw new Failure(`${rawName} takes no value.`)
    return ''
  }
  if (option.kind === 'optional-value') return value ?? ''
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
    throw new Failure(`${rawName} needs a value: ${rawName} ${option.placeholder}.`)
  }
  return value
}

function unknownOption(given: string, known: readonly string[]): Failure {
  const near = closest(given.replace(/^-+/, ''), [...known, 'help'])
  return new Failure(`There is no option ${given}.`, near ? `Did you mean --${near}?` : undefined)
}
