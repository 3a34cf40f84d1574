import { align, lettersOf } from './align.ts'
import { REFERENCE_MARK } from './short-form.ts'
import { GENERIC } from './surface.ts'

/** What may stand between a long form and the brackets. */
const BEHIND = new RegExp(String.raw`(?:${REFERENCE_MARK}|[\s*_'"“”‘’~^,\\])+$`)

/** The likeliest long form at the end of `text`. */
export function bestLong(short: string, text: string): { start: number; end: number } | undefined {
  const end = text.replace(BEHIND, '').length
  let best: { start: number; cost: number } | undefined
  for (const alignment of align(short, text.slice(0, end))) {
    if (best && alignment.cost > best.cost) continue
    if (isBalanced(text.slice(alignment.start, end))) best = alignment
  }
  if (!best || !isAccepted(short, text.slice(best.start, end), best.cost)) return undefined
  return { start: best.start, end }
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** Whether an alignment is cheap enough for its number of letters. */
export function isAccepted(short: string, long: string, cost: number): boolean {
  const letters = lettersOf(short)
  if (!isBalanced(long) || /:\/\/|\\@|\["/.test(long)) return false
  // another name or number, and the same name, explain nothing
  if (long.length <= short.length || !/[\s/-]|\p{Ll}{4}/u.test(long) || bare(long) === bare(short)) return false
  const singular = (word: string): string => word.toLowerCase().replace(/s?[,.;:]*$/, '')
  if (long.split(/[\s-]+/).some(word => singular(word) === singular(short))) return false
  if (/^\p{L}\P{L}+$/u.test(short) && GENERIC.test(long)) return false
  if (letters === 1) return cost === 0 && /^\p{Lu}$/u.test(short) && /^\p{L}{4,}$/u.test(long)
  return cost <= (letters > 2 ? 0.62 : 0.55) * letters
}

/** The last of the words that end before `to`, as far as it stands behind `from`. */
export function lastWord(text: string, from: number, to: number): { word: string; start: number } | undefined {
  let end = to
  while (end > from && isSpace(text, end - 1)) end--
  let start = end
  while (start > from && !isSpace(text, start - 1)) start--
  return start < end ? { word: text.slice(start, end), start } : undefined
}

export function lastWords(text: string, count: number): { text: string; offset: number } {
  let offset = text.length
  for (let words = 0; words < count && offset > 0; words++) {
    const last = lastWord(text, 0, offset)
    if (!last || last.start === 0) return { text, offset: 0 }
    offset = last.start
    while (offset > 0 && isSpace(text, offset - 1)) offset--
  }
  const skipped = /^\s*/.exec(text.slice(offset))![0].length
  return { text: text.slice(offset + skipped), offset: offset + skipped }
}

const isSpace = (text: string, offset: number): boolean => {
  const unit = text.charCodeAt(offset)
  return unit === 32 || unit === 10 || (unit < 33 || unit > 127 ? /\s/.test(text[offset]!) : false)
}

/** Whether every bracket that a text opens is closed in it, and no other. */
function isBalanced(text: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === '(' || character === '[') open++
    else if ((character === ')' || character === ']') && --open < 0) return false
  }
  return open === 0
}
