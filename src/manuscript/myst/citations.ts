/** A citation item in MyST, at offsets in the text it was read from. */
export interface MystItem {
  readonly citekey: string
  readonly keyStart: number
  readonly keyEnd: number
  /** Where the item begins as it is marked: at the `@`, a `-` before it, or in a role at the key. */
  readonly start: number
  readonly end: number
  readonly prefix: string
  readonly suffix: string
  readonly suppressAuthor: boolean
}

const WORD = /[\w]/
const KEY = /[\w:.#$%&\-+?~/]/
const MAX_GROUP = 4_000
const MAX_SUFFIX = 50

/**
 * `@key` or `@key [suffix]` in the text. A key is of ASCII characters and ends in a letter, digit or underscore; braces
 * may stand around it. Nothing that ends in a letter or digit may stand before the `@`, nor anything that looks like a URL.
 */
export function inTextItem(text: string, at: number): (MystItem & { readonly after: number }) | undefined {
  if (/[a-zA-Z0-9]/.test(text[at - 1] ?? ' ') || inUrl(text, at)) return undefined
  let end = keyEnd(text, at + 1, /[\w|{]/)
  if (text[end] === '|' || text[end] === '}') end = end > at + 1 ? end + 1 : end
  else while (end > at + 2 && !WORD.test(text[end - 1]!)) end--
  if (end === at + 2 && !WORD.test(text[at + 1]!)) return undefined
  if (end <= at + 1) return undefined
  const braced = text[at + 1] === '{' && text[end - 1] === '}'
  const [keyStart, keyStop] = braced ? [at + 2, end - 1] : [at + 1, end]
  const item = { citekey: text.slice(keyStart, keyStop), keyStart, keyEnd: keyStop, start: at, end, prefix: '' }

  let open = end
  while (/\s/.test(text[open] ?? '')) open++
  const close = text[open] === '[' ? text.slice(open + 1, open + MAX_SUFFIX + 2).indexOf(']') : -1
  if (close < 1) return { ...item, suffix: '', suppressAuthor: false, after: end }
  const after = open + close + 2
  return { ...item, suffix: text.slice(open + 1, after - 1), suppressAuthor: false, after }
}

/**
 * `[see @a, p. 3; -@b]` from its `[` to its `]`: every part between semicolons has a key, or there is no group.
 * In a part the last words before the first `@` that is not at its beginning are prefix: `[@a, @b]` cites only `b`.
 */
export function groupItems(text: string, open: number, close: number): MystItem[] | undefined {
  if (close - open > MAX_GROUP || text[close + 1] === '(' || text[close + 1] === '[' || inUrl(text, open))
    return undefined
  const items: MystItem[] = []
  let start = open + 1
  for (const part of text.slice(start, close).split(';')) {
    const item = groupItem(part, start)
    if (!item) return undefined
    items.push(item)
    start += part.length + 1
  }
  return items
}

function groupItem(part: string, start: number): MystItem | undefined {
  const at = keyMark(part)
  if (at === undefined) return undefined
  const end = keyEnd(part, at + 1, WORD)
  const minus = part[at - 1] === '-' && (at === 1 || prefixes(part, at - 1, at))
  const markStart = minus ? at - 1 : at
  return {
    citekey: part.slice(at + 1, end),
    keyStart: start + at + 1,
    keyEnd: start + end,
    start: start + markStart,
    end: start + end,
    prefix: part.slice(0, markStart).trim(),
    suffix: part.slice(end),
    suppressAuthor: minus,
  }
}

/** Where the `@` stands that makes a part an item: after a prefix if there is one, else at the beginning. */
function keyMark(part: string): number | undefined {
  const lastLine = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r')) + 1
  const firstLine = part.slice(1).search(/[\r\n]/)
  const prefixLimit = firstLine < 0 ? part.length : firstLine + 1
  const isKey = (at: number): boolean => at >= lastLine && WORD.test(part[at + 1] ?? '')
  for (let at = part.indexOf('@', 1); at > 0; at = part.indexOf('@', at + 1)) {
    if (
      isKey(at) &&
      (prefixes(part, at, prefixLimit) || (part[at - 1] === '-' && prefixes(part, at - 1, prefixLimit)))
    ) {
      return at
    }
  }
  const first = part[0] === '-' ? 1 : 0
  return part[first] === '@' && isKey(first) ? first : undefined
}

/** Whether what stands before `end` may be a prefix: it does not begin with `^`, is not a mere `-`, and is on one line. */
const prefixes = (part: string, end: number, limit: number): boolean =>
  end > 0 && end <= limit && part[0] !== '^' && (end > 1 || part[0] !== '-')

function keyEnd(text: string, start: number, first: RegExp): number {
  if (!first.test(text[start] ?? '')) return start
  let end = start + 1
  while (end < text.length && KEY.test(text[end]!)) end++
  return end
}

const MAX_WORD = 1_000

const isBlankCode = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x3000

/** Whether the word up to an offset looks like a URL: has a scheme, begins with `www.`, or is a domain. */
function inUrl(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < MAX_WORD && !isBlankCode(text.charCodeAt(start - 1))) start--
  if (start === at) return false
  const word = text.slice(start, at)
  if (word.startsWith('<') && word.includes('>')) return false
  if (word.includes('://') || word.startsWith('www.')) return true
  const domain = word.split('/', 1)[0]!
  const labels = domain.split('.')
  return labels.length > 1 && labels.every(label => /^[a-z0-9-]+$/i.test(label)) && /^[a-z]{2,}$/i.test(labels.at(-1)!)
}
