import type { Problem, Span } from '../text/span.ts'

/** Characters that cannot be seen: zero-width space and joiners, word joiner, a byte order mark inside the text, soft hyphen. */
export const INVISIBLE = /\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/

/** A citekey without the characters that nobody sees, and so nobody cites with. */
export const visibleKey = (key: string): string =>
  INVISIBLE.test(key) ? key.replace(new RegExp(INVISIBLE, 'g'), '').trim() : key

/** A problem for the first character of a place that cannot be seen. */
export function invisibleIn(text: string, { start, end }: Span): Problem | undefined {
  const hidden = INVISIBLE.exec(text.slice(start, end))
  if (!hidden) return undefined
  const place = start + hidden.index
  const code = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return {
    message: `An invisible character (U+${code}) stands in or before the citekey. Delete it.`,
    span: { start: place, end: place + 1 },
  }
}
