import type { Position, Range } from 'vscode-languageclient/node'
import type { TermsReport } from './requests.ts'

/**
 * The next or previous place of what stands at a position: a concept, else an abbreviation; where neither stands, of any
 * concept. After the last place comes the first. Nothing when there is no other.
 */
export function nextMention(
  { terms, abbreviations }: TermsReport,
  position: Position,
  direction: 'next' | 'previous',
): Range | undefined {
  const subjects = [...terms, ...abbreviations].map(({ ranges }) => ranges)
  const here = subjects.find(ranges => ranges.some(range => holds(range, position)))
  const ranges = [...(here ?? terms.flatMap(term => term.ranges))].sort((a, b) => compare(a.start, b.start))
  const others = ranges.filter(range => !holds(range, position))
  return direction === 'next'
    ? (others.find(({ start }) => compare(start, position) > 0) ?? others[0])
    : (others.findLast(({ end }) => compare(end, position) < 0) ?? others.at(-1))
}

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character

const holds = ({ start, end }: Range, position: Position): boolean =>
  compare(start, position) <= 0 && compare(position, end) <= 0
