import fc from 'fast-check'
import { type Fault, type Format, pick, words } from './fault.ts'

interface Entry {
  readonly fields: Readonly<Record<string, unknown>>
  readonly idLast: boolean
}

const name = fc.constantFrom({ family: 'Doe', given: 'Jane' }, { family: 'Müller', suffix: 'Jr' }, { literal: 'WHO' })
const entry: fc.Arbitrary<Entry> = fc.record({
  fields: fc.record(
    {
      type: fc.constantFrom('book', 'article-journal'),
      title: words('{', '}', 'A: B', '# 3', 'it’s'),
      author: fc.array(name, { minLength: 1, maxLength: 3 }),
      issued: fc.integer({ min: 1900, max: 2030 }).map(year => ({ 'date-parts': [[year, 5]] })),
      abstract: words('[1]', '- and'),
      custom: fc.constant({ tags: ['x', { y: 1 }] }),
    },
    { requiredKeys: ['type', 'title', 'author'], noNullPrototype: true },
  ),
  idLast: fc.boolean(),
})
const key = (number: number): string => `key${number}`

const itemOf = ({ fields, idLast }: Entry, number: number): Readonly<Record<string, unknown>> =>
  idLast ? { ...fields, id: key(number) } : { id: key(number), ...fields }

type Break = (source: string, choice: number, entry: Entry) => string | undefined

/** Changes one of the places where a pattern is found; nothing when there is none. */
const atPlace =
  (pattern: RegExp, broken: (...found: string[]) => string): Break =>
  (source, choice) => {
    const places = [...source.matchAll(pattern)]
    const place = pick(places, choice)
    return place && source.slice(0, place.index) + broken(...place) + source.slice(place.index + place[0].length)
  }

const faultsOf = (
  write: (entry: Entry, number: number) => string,
  faults: readonly (readonly [string, RegExp, Break, isLost?: boolean])[],
): readonly Fault<Entry>[] =>
  faults.map(([name, says, change, isLost = false]) => ({
    name,
    says,
    isLost,
    breaks: (entry, number, choice) => change(write(entry, number), choice, entry),
  }))

const conflict = (line: string): string => `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> theirs`

const pretty = (entry: Entry, number: number): string => JSON.stringify(itemOf(entry, number), undefined, 2)
const compact = (entry: Entry, number: number): string => JSON.stringify(itemOf(entry, number))

const jsonFaults = (write: typeof pretty): readonly Fault<Entry>[] =>
  faultsOf(write, [
    ['a missing comma', /comma is missing/, atPlace(/,(?=\s*"(?:id|type|title|author|issued|abstract)":)/g, () => '')],
    [
      'a stray quotation mark',
      /lacks (?:a|its) backslash|comma is missing/,
      atPlace(/(?<="title":\s?"[^{}])(?=[^"{}]*")/g, () => '"'),
    ],
    [
      'an unclosed quotation mark',
      /not closed|comma is missing/,
      atPlace(/(?<="(?:title|type|abstract)":\s?"[^"]*)"/g, () => ''),
    ],
    ['an unclosed brace', /not closed/, source => source.replace(/\s*\}$/, '')],
    ['no key', /no “id”/, atPlace(/"id":\s?"[^"]*",\s*|,\s*"id":\s?"[^"]*"/g, () => ''), true],
    ['an empty key', /no “id”/, atPlace(/(?<="id":\s?)"[^"]*"/g, () => '""'), true],
    ['an invisible character in its key', /invisible character/, atPlace(/(?<="id":\s?")/g, () => '\u200b')],
    ['two colons', /two colons/, atPlace(/(?<=^\s*|[{,])"(?:id|type|title)":/gm, found => `${found}:`)],
    ['no colon', /colon is missing/, atPlace(/(?<="(?:type|title)"):/g, () => '')],
    ['a comma too many', /comma is one too many/, source => source.replace(/\}$/, ',}')],
    [
      'no quotation marks around a name',
      /name of a field stands/,
      atPlace(/"(title|type)":/g, (_, name) => `${name}:`),
    ],
    ['a list around it', /list inside the list/, source => `[${source}]`],
    ['a single backslash', /backslash in JSON/, atPlace(/(?<="title":\s?")/g, () => '\\alpha ')],
  ])

export const cslJson: Format<Entry> = {
  file: 'x.json',
  entry,
  write: pretty,
  before: '[\n',
  between: ',\n',
  after: '\n]\n',
  key,
  faults: [
    ...jsonFaults(pretty),
    ...faultsOf(pretty, [
      ['the markers of a merge conflict', /merge conflict/, atPlace(/^ {2}"(?:type|title|abstract)":.*$/gm, conflict)],
    ]),
  ],
}

/** All in one line, as programs write it for each other. */
export const cslJsonInOneLine: Format<Entry> = {
  ...cslJson,
  file: 'x.csljson',
  write: compact,
  before: '{"items":[',
  between: ',',
  after: ']}',
  faults: jsonFaults(compact),
}

const quoted = (value: unknown): string => JSON.stringify(value)

function yaml(entry: Entry, number: number): string {
  const lines = Object.entries(itemOf(entry, number)).map(([name, value]) => {
    if (name === 'id' || name === 'type') return `${name}: ${value}`
    if (name !== 'author') return `${name}: ${quoted(value)}`
    const names = value as readonly Readonly<Record<string, string>>[]
    return `author:\n${names
      .map(
        parts =>
          `  - ${Object.entries(parts)
            .map(([part, text]) => `${part}: ${text}`)
            .join('\n    ')}`,
      )
      .join('\n')}`
  })
  return `- ${lines.join('\n').replaceAll('\n', '\n  ')}`
}

export const cslYaml: Format<Entry> = {
  file: 'x.yaml',
  entry,
  write: yaml,
  before: '---\nreferences:\n',
  between: '\n',
  after: '\n...\n',
  key,
  faults: faultsOf(yaml, [
    ['an unclosed quotation mark', /quotation mark that opens/, atPlace(/(?<=title: "[^"]*)"$/gm, () => '')],
    ['a colon inside a value', /colon and a space in it/, atPlace(/(?<=type: )/g, () => 'A: ')],
    ['no colon', /colon (?:or a closing bracket )?is missing/, atPlace(/(?<=^ +title):(?= "[^":]*"$)/gm, () => '')],
    ['no key', /no “id”/, atPlace(/(?<=^- )id: .*\n {2}|\n {2}id: .*$/g, () => ''), true],
    ['an empty key', /no “id”/, atPlace(/(?<=id:) .*$/gm, () => ''), true],
    ['an invisible character in its key', /invisible character/, atPlace(/(?<=id: )/g, () => '\u200b')],
    ['a tab for indentation', /tab stands here/, atPlace(/^ {2}(?=title)/gm, () => '\t')],
    ['a line that is not indented', /does not belong|indented|missing/, atPlace(/^ {2}(?=title)/gm, () => '')],
    ['an unclosed bracket', /bracket/, atPlace(/ {2}- (?=family)/g, () => '  - {')],
    ['a value that begins with @', /means something in YAML/, atPlace(/(?<=type: )/g, () => '@')],
    ['the markers of a merge conflict', /merge conflict/, atPlace(/^ {2}(?:type|title):.*$/gm, conflict)],
  ]),
}
