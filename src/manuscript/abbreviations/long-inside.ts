import { lettersOf, wholeCost } from './align.ts'
import type { Bracketed } from './brackets.ts'
import { definition, spanOf } from './definition.ts'
import type { Listed } from './listed.ts'
import { isAccepted, lastWord } from './long-form.ts'
import { isShortForm, trimmed } from './short-form.ts'

/** What leads to a long form in brackets. */
const LEAD = /^\s*(?:(?:i\.\s?e\.|ie|or|for|from|meaning|=)(?!\p{L})[.,:]*\s*)*/iu

/** “SF (long form)”, of which the short form may have more words than one: “NF-kappa B (nuclear factor kappa B)”. */
export function longInside(prose: string, { start, end, from }: Bracketed): Listed | undefined {
  const inner = prose.slice(start + 1, end - 1)
  if (!/\s|\p{Ll}{3}/u.test(inner) || isAfterSmallWord(prose, start, inner)) return undefined
  const lead = LEAD.exec(inner)![0].length
  // “TCGA (The Cancer Genome Atlas)”
  const longs = [lead, lead + /^(?:the\s+)?/i.exec(inner.slice(lead))![0].length].flatMap(from =>
    [/[;=]/, /[;=]|,\s/].map(mark => {
      const rest = inner.slice(from)
      const { text, offset } = trimmed(rest.slice(0, mark.exec(rest)?.index ?? rest.length))
      return { text, offset: from + offset }
    }),
  )
  for (const { short, start: shortStart, words } of shortFormsBefore(prose, from(), start).reverse()) {
    const long = longs.find(({ text }) => standsFor(short, text, words))
    if (!long) continue
    return definition(prose, spanOf(shortStart, short), spanOf(start + 1 + long.offset, long.text), end)
  }
  return undefined
}

/** The short forms of up to three words that end before `to`, the shortest first. */
function shortFormsBefore(prose: string, from: number, to: number): { short: string; start: number; words: number }[] {
  const found: { short: string; start: number; words: number }[] = []
  for (let words = 1, start = to; words <= 3; words++) {
    const last = lastWord(prose, from, start)
    if (!last) break
    start = last.start
    const opened = /^[([{]*/.exec(last.word)![0].length
    const { text: short, offset } = trimmed(prose.slice(start + opened, to))
    if (short.length > 1 && isShortForm(short) && (words === 1 || FIRST_OF_SEVERAL.test(short)))
      found.push({ short, start: start + opened + offset, words })
  }
  return found
}

/** “MAP kinase”, “NF-kappa B”, “topo II”, and not “beta 2” or “Clinical Validity”. */
const FIRST_OF_SEVERAL =
  /^(?!(?:alpha|beta)\s)(?:\S*[\p{Lu}\p{N}]\S*[\p{Lu}\p{N}]|\p{L}{2,4}\s(?:[IVX]+|\p{N}+)$|\p{N}['′]\s)/u

/** Whether a text in brackets is the long form of a short form of so many words before them. */
function standsFor(short: string, text: string, words: number): boolean {
  if (!/\s|\p{Ll}{3}/u.test(text) || text.split(/\s+/).length > short.length * 2 + 2) return false
  const cost = wholeCost(short, text)
  if (cost === undefined || !isAccepted(short, text, cost * 1.25)) return false
  // what is written like a word, or like several, has to agree in every letter
  if (words > 1) return cost <= 0.28 * lettersOf(short)
  return /\p{Lu}|\p{L}{3}\p{N}/u.test(short) || (cost <= 0.3 && short.length <= 6 && /\s/.test(text))
}

const REACH = 60

/** Whether a word in small letters stands before brackets, as mostly, that does not end what is in them: whatever its clause, it is no short form. */
function isAfterSmallWord(prose: string, brackets: number, inner: string): boolean {
  const last = lastWord(prose, Math.max(0, brackets - REACH), brackets)
  return (
    last !== undefined && last.start > brackets - REACH && /^\p{Ll}{6,}$/u.test(last.word) && !inner.includes(last.word)
  )
}
