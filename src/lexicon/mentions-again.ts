import { type Change, changeBetween } from '../text/change.ts'
import type { Lexicon, Mention } from './concept.ts'

type Definitions = ReadonlyMap<string, string>

/** What was found in a text, to be found again when a part of it has changed. */
interface Found {
  readonly lexicon: Lexicon
  readonly prose: string
  readonly definitions: Definitions
  readonly mentions: readonly Mention[]
}

/**
 * Finds the mentions of a prose that changes a little again and again. Only the paragraphs that changed are matched: no form
 * reaches across a blank line, and nothing beyond one speaks for a meaning. Another lexicon, or other definitions in the
 * manuscript, have all of it matched.
 */
export function mentionsAgain(): (lexicon: Lexicon, prose: string, definitions: Definitions) => readonly Mention[] {
  let last: Found | undefined
  return (lexicon, prose, definitions) => {
    const known = last?.lexicon === lexicon && sameDefinitions(last.definitions, definitions) ? last : undefined
    const mentions = known ? changed(known, prose) : lexicon.mentionsIn(prose, definitions)
    last = { lexicon, prose, definitions: known?.definitions ?? definitions, mentions }
    return mentions
  }
}

function changed({ lexicon, prose: before, definitions, mentions }: Found, prose: string): readonly Mention[] {
  if (prose === before) return mentions
  const { start, oldEnd, newEnd } = paragraphsAround(before, prose, changeBetween(before, prose))
  const shift = newEnd - oldEnd
  const kept = countUpTo(mentions, start)
  const beyond = countUpTo(mentions, oldEnd)
  const found = lexicon.mentionsIn(prose.slice(start, newEnd), definitions)
  return [
    ...mentions.slice(0, kept),
    ...found.map(mention => mention.moved(start)),
    ...(shift === 0 ? mentions.slice(beyond) : mentions.slice(beyond).map(mention => mention.moved(shift))),
  ]
}

/** A change widened to the blank lines around it, which both texts have and both pieces hold. */
function paragraphsAround(before: string, now: string, { start, oldEnd, newEnd }: Change): Change {
  let from = start > 0 ? before.lastIndexOf('\n', start - 1) : -1
  while (from > 0 && blankLineEnd(before, from) > start) from = before.lastIndexOf('\n', from - 1)
  if (from < 0 || blankLineEnd(before, from) > start) from = 0
  let past = now.indexOf('\n', newEnd)
  while (past >= 0 && blankLineEnd(now, past) > now.length) past = now.indexOf('\n', past + 1)
  const end = past < 0 ? now.length : blankLineEnd(now, past)
  return { start: from, oldEnd: oldEnd + end - newEnd, newEnd: end }
}

/** Where a blank line ends that begins with the line end at `offset`; infinite when the next line is not blank. */
function blankLineEnd(text: string, offset: number): number {
  BLANK_LINE.lastIndex = offset
  return BLANK_LINE.test(text) ? BLANK_LINE.lastIndex : Number.POSITIVE_INFINITY
}

const BLANK_LINE = /\n[ \t]*\r?\n/y

/** How many mentions begin before an offset between paragraphs. */
function countUpTo(mentions: readonly Mention[], offset: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.span.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

function sameDefinitions(some: Definitions, others: Definitions): boolean {
  if (some.size !== others.size) return false
  for (const [short, long] of some) if (others.get(short) !== long) return false
  return true
}
