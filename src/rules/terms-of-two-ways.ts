import type { Analysis } from '../analysis/analysis.ts'
import { wordedByAuthor } from '../analysis/words.ts'
import type { Mention } from '../lexicon/concept.ts'
import { memoByText } from '../text/memo.ts'
import type { Span } from '../text/span.ts'
import { PREFIX } from './words-of-two-ways.ts'

/** A term that is put together in one way here and in another elsewhere: “blood stream”, “bloodstream”. */
export interface TermOfTwoWays {
  readonly span: Span
  readonly text: string
  /** What it is mostly, or closed up where that is as often, with its own letters. */
  readonly other: string
  readonly times: number
}

interface Use {
  readonly mention: Mention
  readonly text: string
  readonly way: string
}

/** Letters, and between them single hyphens, dashes or spaces. */
const PLAIN = /^\p{L}+(?:[-–\s]\p{L}+)*$/u

/**
 * The terms of the lexicon whose words stand together in one place and apart in another. A hyphen instead of a space is no
 * difference, for English has both (“stem cells”, “stem-cell niche”), but after “self”; prefixes are looked at word by word.
 */
export function termsOfTwoWays(analysis: Analysis): readonly TermOfTwoWays[] {
  const { manuscript, mentions } = analysis
  const alike = new Map<string, { readonly uses: Use[]; isMixed: boolean }>()
  for (const mention of wordedByAuthor(manuscript, mentions)) {
    const written = writtenAs(manuscript.text.slice(mention.span.start, mention.span.end))
    if (!written) continue
    const use = { ...written, mention }
    const group = alike.get(written.letters)
    if (!group) alike.set(written.letters, { uses: [use], isMixed: false })
    else {
      group.uses.push(use)
      group.isMixed ||= written.way !== group.uses[0]!.way
    }
  }
  return [...alike.values()].flatMap(({ uses, isMixed }) => (isMixed ? [...waysByConcept(uses)].flatMap(fewerIn) : []))
}

/** The uses of the same letters by the concept that they name and the way in which they are written. */
function waysByConcept(uses: readonly Use[]): Iterable<ReadonlyMap<string, readonly Use[]>> {
  const terms = new Map<string, Map<string, Use[]>>()
  for (const use of uses) {
    const { form, concepts } = use.mention
    if (form.kind === 'abbreviation') continue
    const ways = terms.get(concepts[0].id) ?? new Map<string, Use[]>()
    terms.set(concepts[0].id, ways)
    const known = ways.get(use.way)
    if (known) known.push(use)
    else ways.set(use.way, [use])
  }
  return terms.values()
}

/** A term with one kind of hyphen and space, its way of writing in small letters and the singular, and the letters of that. */
const writtenAs = memoByText((term: string) => {
  const text = term.replace(/[‐‑]/g, '-').replace(/\s+/g, ' ')
  const way = text.toLowerCase().replace(/s$/, '')
  return PLAIN.test(text) ? { text, way, letters: lettersOf(way) } : null
})

function fewerIn(ways: ReadonlyMap<string, readonly Use[]>): TermOfTwoWays[] {
  if (ways.size < 2) return []
  const [[usual, most], ...others] = [...ways].sort(
    ([a, some], [b, more]) => more.length - some.length || a.length - b.length,
  ) as [[string, readonly Use[]], ...[string, readonly Use[]][]]
  return others.flatMap(([way, uses]) =>
    differ(way, usual)
      ? uses.map(({ mention: { span }, text }) => ({ span, text, other: joinedAs(usual, text), times: most.length }))
      : [],
  )
}

const lettersOf = (text: string): string => text.replace(/[-–\s]/g, '')

/** Whether two ways of writing the same letters differ in what cannot both be right. */
function differ(one: string, other: string): boolean {
  const [some, others] = [joints(one), joints(other)]
  const places = new Set([...some.keys(), ...others.keys()])
  let isSo = false
  for (const place of places) {
    const [a, b] = [some.get(place)?.joint ?? '', others.get(place)?.joint ?? '']
    if (a === b) continue
    const { before } = (some.get(place) ?? others.get(place))!
    const rest = lettersOf(one).slice(place)
    const isPrefix = PREFIX.exec(`${before}-${/^\p{L}+/u.exec(rest)![0]}`)?.[1] === before
    if (isPrefix || (a !== '' && b !== '' && !`${a}${b}`.includes('–') && before !== 'self')) return false
    isSo = true
  }
  return isSo
}

/** What joins the words of a term, by how many letters stand before it, and the word before it. */
function joints(text: string): ReadonlyMap<number, { readonly joint: string; readonly before: string }> {
  const found = new Map<number, { joint: string; before: string }>()
  let letters = 0
  for (const [, before, joint] of text.matchAll(/(\p{L}+)([-–\s]?)/gu)) {
    letters += before!.length
    if (joint) found.set(letters, { joint, before: before! })
  }
  return found
}

/** The letters of `text`, joined as those of `way` are. */
function joinedAs(way: string, text: string): string {
  const joined = joints(way)
  const letters = [...lettersOf(text)]
  let count = 0
  return letters.map(letter => letter + (joined.get((count += letter.length))?.joint ?? '')).join('')
}
