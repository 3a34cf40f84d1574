import type { CslItem } from '../../../src/bibliography/reference.ts'
import type { Difference } from './causes.ts'
import { comparable, type Field } from './comparable.ts'
import type { Testimony } from './witnesses/witness.ts'

export type Verdict = 'Stroma' | 'Pandoc' | 'neither'

type Form = (text: string) => string

const same: Form = text => text

/** Without what readers of one format are free in: markup, kinds of quotation marks, of dashes and of spaces. */
const typed: Form = text =>
  text
    .replace(/<\/?(?:i|b|sup|sub|em|strong|span)\b[^<>]*>/g, '')
    .normalize('NFKC')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„]|''/g, '"')
    .replace(/-{2,}|[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim()

/** The same without the full stop that PubMed puts after titles. */
const unstopped: Form = text => typed(text).replace(/\.$/, '')

/** The same as typed, in any capitals. */
const plain: Form = text => typed(text).toLowerCase()

const SYMBOLS: Readonly<Record<string, string>> = { mu: 'μ', pm: '±', rho: 'ρ', quad: ' ' }

/** Simple formulas as TeX prints them, so that what stands around them can be compared. */
const printed: Form = text =>
  plain(
    text
      .replace(/\$\\(mu|pm|rho|quad)\$/g, (_, name: string) => SYMBOLS[name]!)
      .replace(/\$([^$]*)\$/g, (_, formula: string) => formula.replace(/\\(?:mathrm|text)(?![a-z])|[{}^_]/g, '')),
  )

const unspaced: Form = text => printed(text).replace(/\s/g, '')

/** Only the letters and digits. */
const letters: Form = text => plain(text).replace(/[^\p{L}\p{N}\p{M}]/gu, '')

const eachName = (list: string, form: Form): string => list.split('; ').map(form).join('; ')

/** `family=Doe given=J. A.` as `doe|ja|`: some readers put blanks between initials, some take their points away. */
const parts: Form = list =>
  eachName(list, name => {
    const part = (kind: string): string =>
      new RegExp(
        `(?:^| )${kind}=(.*?)(?= (?:family|given|dropping-particle|non-dropping-particle|suffix|literal)=|$)`,
      ).exec(name)?.[1] ?? ''
    const particles = plain([part('non-dropping-particle'), part('dropping-particle')].join(' '))
    const literal = plain(part('literal'))
    if (literal) return `=${literal}`
    return [
      `${particles} ${plain(part('family'))}`.trim(),
      plain(part('given')).replace(/[\s.,]/g, ''),
      plain(part('suffix')).replace(/\.$/, ''),
    ].join('|')
  })

/** The same, for readers that do not tell an organisation from a person with one name. */
const persons: Form = list => parts(list).replace(/(^|; )=([^;]*)/g, '$1$2||')

/** Which words each name has, whatever they are called. */
const wordsOfNames: Form = list =>
  eachName(list, name =>
    plain(name.replace(/(?:^| )(?:family|given|(?:non-)?dropping-particle|suffix|literal)=/g, ' '))
      .split(/[\s.,-]+/)
      .filter(Boolean)
      .sort()
      .join(' '),
  )

const years: Form = text => plain(text).replace(/\s*[-/]\s*/g, '/')

/** From strict to free. */
const FORMS: Readonly<Record<Field, readonly Form[]>> = {
  title: [same, typed, unstopped, plain, printed, unspaced, letters],
  author: [same, parts, persons, wordsOfNames],
  editor: [same, parts, persons, wordsOfNames],
  year: [same, years],
  DOI: [same, text => text.toLowerCase()],
  'container-title': [same, typed, plain, letters],
  volume: [same, plain],
  page: [same, plain],
}

/**
 * Whom a witness agrees with: judged by the strictest form in which it is equal to one of the two readings, among those in
 * which the two differ.
 */
export function verdictOf({ field, theirs, ours }: Difference, testimony: Testimony): Verdict {
  if (!testimony) return 'neither'
  const said = comparable({ id: '', type: '', ...testimony } as CslItem)[field]
  const [pandoc, stroma, witness] = /^(?:author|editor)$/.test(field)
    ? disputed(theirs, ours, said)
    : ([theirs, ours, said] as const)
  for (const form of FORMS[field]) {
    if (form(pandoc) === form(stroma)) continue
    if (form(witness) === form(stroma)) return 'Stroma'
    if (form(witness) === form(pandoc)) return 'Pandoc'
  }
  return 'neither'
}

/** Of lists of as many names only those that are read differently. */
function disputed(...lists: readonly [string, string, string]): readonly [string, string, string] {
  const [theirs, ours, said] = lists.map(list => list.split('; ')) as [string[], string[], string[]]
  if (theirs.length !== ours.length || said.length !== ours.length) return lists
  const differs = (_: string, index: number): boolean => theirs[index] !== ours[index]
  return [theirs, ours, said].map(names => names.filter(differs).join('; ')) as [string, string, string]
}
