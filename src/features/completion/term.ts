import type { Analysis } from '../../analysis/analysis.ts'
import type { Lexicon } from '../../lexicon/concept.ts'
import { fold } from '../../text/fold.ts'
import { memoByObject } from '../../text/memo.ts'
import type { Span } from '../../text/span.ts'
import type { Completion, CompletionItem } from './completion.ts'

/** Shorter beginnings of words offer nothing: terms should not be in the way of writing. */
const FEWEST_LETTERS = 3
const MOST = 20
/** Of a larger vocabulary only the concepts that the manuscript mentions already are offered. */
const MOST_CONCEPTS = 20_000

/** The end of a phrase being typed: up to three words before the cursor. */
const TYPED = /(?<![\p{L}\p{N}@#\\/-])((?:[\p{L}\p{N}-]+ ){0,2}[\p{L}\p{N}-]+)$/u

/**
 * What the lexicon prefers to call a concept, and the abbreviations that the manuscript defines, by how they begin.
 * Only in prose, where no citation or cross-reference is being typed.
 */
export function completeTerm(analysis: Analysis, offset: number): Completion {
  const { prose, text } = analysis.manuscript
  const before = prose.slice(Math.max(0, offset - 80), offset)
  const phrase = TYPED.exec(before)?.[1]
  if (!phrase || text.slice(offset - phrase.length, offset) !== phrase || /^[\p{L}\p{N}]/u.test(text.slice(offset)))
    return NOTHING

  const items: CompletionItem[] = []
  for (const typed of endingsOf(phrase)) {
    const span = { start: offset - typed.length, end: offset }
    items.push(...abbreviations(analysis, typed, span), ...labels(analysis, typed, span))
  }
  const unique = items.filter((item, index) => items.findIndex(({ label }) => label === item.label) === index)
  return { items: unique.slice(0, MOST), incomplete: true }
}

const NOTHING: Completion = { items: [], incomplete: false }

/** The phrase, then without its first words: “the circulating tum”, “circulating tum”, “tum”. */
const endingsOf = (phrase: string): readonly string[] => {
  const words = phrase.split(' ')
  return words.map((_, index) => words.slice(index).join(' '))
}

function abbreviations({ abbreviations }: Analysis, typed: string, span: Span): CompletionItem[] {
  if (!/^\p{Lu}/u.test(typed)) return []
  return abbreviations
    .filter(({ short }) => short !== typed && short.startsWith(typed))
    .map(({ short, long }) => ({ ...item(short, span, typed), description: long }))
}

function labels({ lexicon, mentions }: Analysis, typed: string, span: Span): CompletionItem[] {
  if (typed.length < FEWEST_LETTERS) return []
  const known =
    lexicon.concepts.size > MOST_CONCEPTS
      ? mentions.map(({ concepts: [{ label, category }] }) => ({ key: fold(label), label, category }))
      : preferred(lexicon)
  const key = fold(typed)
  return known
    .filter(entry => entry.key.startsWith(key) && entry.key !== key)
    .map(({ label, category }) => ({ ...item(asTyped(label, typed), span, typed), description: category }))
}

/** Labels with what they are compared by, in order. */
const preferred = memoByObject(({ concepts }: Lexicon) =>
  [...concepts.values()]
    .map(({ label, category }) => ({ key: fold(label), label, category }))
    .sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1)),
)

/** At the beginning of a sentence a term begins with a capital. */
const asTyped = (label: string, typed: string): string =>
  /^\p{Lu}\p{Ll}/u.test(typed) && /^\p{Ll}/u.test(label) ? label[0]!.toUpperCase() + label.slice(1) : label

const item = (label: string, span: Span, typed: string): CompletionItem => ({
  kind: 'term',
  label,
  edit: { span, newText: label },
  filterText: typed,
})
