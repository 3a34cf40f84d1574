import fc from 'fast-check'
import { type Fault, type Format, pick, words } from './fault.ts'

interface Field {
  readonly name: string
  readonly open: '{' | '"' | ''
  readonly body: string
}

interface Entry {
  readonly type: string
  readonly fields: readonly Field[]
  readonly indent: string
  readonly equals: string
  readonly isOneLine: boolean
  readonly hasLastComma: boolean
  readonly closesOnOwnLine: boolean
}

const NAMES = ['title', 'author', 'journal', 'abstract', 'note', 'doi', 'url', 'keywords', 'year', 'volume']
const text = words(
  '{DNA}',
  '{Notch} signalling',
  'M{\\"u}ller',
  'a = b',
  '50\\%',
  '$x_2$',
  'me@home',
  '# 3',
  'two\nlines',
)
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    name: fc.constantFrom(...NAMES),
    open: fc.constantFrom('{' as const, '{' as const, '"' as const),
    body: text,
  }),
  fc.record({ name: fc.constantFrom(...NAMES), open: fc.constant('' as const), body: fc.nat(2030).map(String) }),
)
const entry: fc.Arbitrary<Entry> = fc.record({
  type: fc.constantFrom('article', 'book', 'Misc', 'INPROCEEDINGS'),
  fields: fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 5 }),
  indent: fc.constantFrom('  ', '\t', '', '    '),
  equals: fc.constantFrom(' = ', '=', '= '),
  isOneLine: fc.nat(4).map(choice => choice === 0),
  hasLastComma: fc.boolean(),
  closesOnOwnLine: fc.nat(3).map(choice => choice > 0),
})

const CLOSE = { '{': '}', '"': '"', '': '' }
const written = ({ open, body }: Field): string => open + body + CLOSE[open]
const key = (number: number): string => `key${number}`

/** Parts of an entry that a fault writes otherwise. */
interface Changes {
  readonly head?: string
  readonly field?: (field: Field, index: number) => string
  readonly comma?: (index: number) => string
  readonly close?: string
}

function write(entry: Entry, number: number, changes: Changes = {}): string {
  const { type, fields, indent, equals, isOneLine, hasLastComma, closesOnOwnLine } = entry
  const comma = (index: number): string => (index < fields.length - 1 || hasLastComma ? ',' : '')
  const lines = fields.map((field, index) => {
    const own = changes.field?.(field, index) ?? field.name + equals + written(field)
    return (isOneLine ? ' ' : `\n${indent}`) + own + (changes.comma?.(index) ?? comma(index))
  })
  const head = changes.head ?? `@${type}{${key(number)},`
  return head + lines.join('') + (changes.close ?? (closesOnOwnLine && !isOneLine ? '\n}' : '}'))
}

/** A fault in one field of those that `suits`. */
const inField =
  (suits: (field: Field, index: number, entry: Entry) => boolean, broken: (field: Field, equals: string) => string) =>
  (entry: Entry, number: number, choice: number): string | undefined => {
    const at = pick(
      entry.fields.filter((field, index) => suits(field, index, entry)),
      choice,
    )
    if (!at) return undefined
    return write(entry, number, {
      field: field => (field === at ? broken(field, entry.equals) : field.name + entry.equals + written(field)),
    })
  }

const faults: readonly Fault<Entry>[] = [
  {
    name: 'a missing comma',
    says: /comma is missing between/,
    breaks: (entry, number, choice) =>
      entry.fields.length < 2
        ? undefined
        : write(entry, number, { comma: index => (index === choice % (entry.fields.length - 1) ? '' : ',') }),
  },
  {
    name: 'no comma after the key',
    says: /comma is missing after the citekey/,
    breaks: (entry, number) => write(entry, number, { head: `@${entry.type}{${key(number)}` }),
  },
  {
    name: 'an unclosed brace',
    says: /not closed/,
    breaks: inField(
      ({ open }) => open === '{',
      ({ name, body }, equals) => `${name}${equals}{${body}`,
    ),
  },
  {
    name: 'an unclosed quotation mark',
    says: /not closed|quotation mark/,
    breaks: inField(
      ({ open }) => open === '"',
      ({ name, body }, equals) => `${name}${equals}"${body}`,
    ),
  },
  {
    name: 'a quotation mark inside a value',
    says: /quotation mark/,
    breaks: inField(
      ({ open }) => open === '"',
      ({ name, body }, equals) => `${name}${equals}"On "quoted" ${body}"`,
    ),
  },
  {
    name: 'a stray quotation mark',
    says: /quotation mark/,
    breaks: inField(
      () => true,
      (field, equals) => `${field.name}${equals}${written(field)}"`,
    ),
  },
  {
    name: 'a missing key',
    says: /no citekey/,
    isLost: true,
    breaks: (entry, number, choice) => write(entry, number, { head: `@${entry.type}{${choice % 2 ? ',' : ''}` }),
  },
  {
    name: 'a lost closing brace',
    says: /not closed/,
    breaks: (entry, number) => write(entry, number, { close: '' }),
  },
  {
    name: 'a closing brace too many',
    says: /one closing brace too many/,
    breaks: inField(
      ({ open }, index, { fields }) => open === '{' && index < fields.length - 1,
      (field, equals) => `${field.name}${equals}${written(field)}}`,
    ),
  },
  {
    name: 'the markers of a merge conflict',
    says: /merge conflict/,
    breaks: (entry, number, choice) => {
      const at = choice % entry.fields.length
      return write(entry, number, {
        comma: index => (index === at ? '' : ','),
        field: (field, index) => {
          const line = `${field.name} = ${written(field)}`
          return index === at ? `\n<<<<<<< HEAD\n${line},\n=======\n${line},\n>>>>>>> theirs\n` : line
        },
      })
    },
  },
  {
    name: 'a field without “=”',
    says: /is followed by no “=”/,
    breaks: inField(
      ({ open }) => open === '{',
      field => `${field.name} ${written(field)}`,
    ),
  },
  {
    name: 'a value without braces',
    says: /stands without braces/,
    breaks: inField(
      ({ open }) => open === '',
      ({ name, body }, equals) => `${name}${equals}${body}/9`,
    ),
  },
  {
    name: 'a sign of joining with nothing after it',
    says: /After “#” a part of the value/,
    breaks: inField(
      () => true,
      (field, equals) => `${field.name}${equals}${written(field)} #`,
    ),
  },
  {
    name: 'two equals signs',
    says: /more than one “=”/,
    breaks: inField(
      () => true,
      field => `${field.name} == ${written(field)}`,
    ),
  },
]

export const bibtex: Format<Entry> = {
  file: 'x.bib',
  entry,
  write,
  before: '',
  between: '\n\n',
  after: '\n',
  key,
  faults,
}
