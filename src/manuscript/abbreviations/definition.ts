import type { Span } from '../../text/span.ts'
import type { Listed } from './listed.ts'

/** A definition from the places of its short form and its long form in `prose`; it ends at `end`. */
export function definition(prose: string, shortSpan: Span, longSpan: Span, end: number): Listed {
  return {
    short: prose.slice(shortSpan.start, shortSpan.end),
    long: prose.slice(longSpan.start, longSpan.end),
    span: { start: Math.min(shortSpan.start, longSpan.start), end },
    shortSpan,
    longSpan,
  }
}

/** The span of a text that stands at `start`. */
export const spanOf = (start: number, text: string): Span => ({ start, end: start + text.length })
