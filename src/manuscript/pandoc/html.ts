import tags from './html-tags.json' with { type: 'json' }

/** A tag, comment or processing instruction. */
export interface HtmlTag {
  readonly kind: 'open' | 'close' | 'comment' | 'instruction'
  /** In lower case; empty for a comment. */
  readonly name: string
  readonly end: number
}

const BLOCK = new Set(tags.block)
const EITHER = new Set(tags.blockOrInline)
const VOID = new Set(tags.void)

export const isVoidElement = (name: string): boolean => VOID.has(name)

/** Whether a tag may begin a block; comments may. */
export const isBlockTag = ({ kind, name }: HtmlTag): boolean =>
  kind === 'comment' || kind === 'instruction' || BLOCK.has(name) || EITHER.has(name)

/** Whether a tag may stand within a paragraph; comments may. */
export const isInlineTag = ({ kind, name }: HtmlTag): boolean =>
  kind === 'comment' || kind === 'instruction' || !BLOCK.has(name)

/** Looks up where a string next occurs; the caller may remember the answer. */
export type NextOf = (what: string, from: number) => number

/** Reads the tag that begins with `<` at `index`, if there is one that Pandoc would take for a tag. */
export function readTag(text: string, index: number, limit: number, next: NextOf): HtmlTag | undefined {
  const second = text.charCodeAt(index + 1)
  if (second === 33) {
    if (!text.startsWith('<!--', index)) return undefined
    const close = next('-->', index + 4)
    if (close < 0 || close + 3 > limit || closesOtherwise(text, index, close, next)) return undefined
    return { kind: 'comment', name: '', end: close + 3 }
  }
  if (second === 63) {
    const close = next('>', index + 2)
    return close < 0 || close >= limit ? undefined : { kind: 'instruction', name: '?', end: close + 1 }
  }
  if (second === 47) return closingTag(text, index, limit, next)
  return openingTag(text, index, limit, next)
}

/** What ends a comment to HTML 5 but not to Pandoc, so that there is none. */
function closesOtherwise(text: string, index: number, close: number, next: NextOf): boolean {
  if (/^-?>/.test(text.slice(index + 4, index + 6))) return true
  return ['-- >', '--\n>', '--!>'].some(end => {
    const found = next(end, index + 4)
    return found >= 0 && found < close
  })
}

const NAME = /[\p{L}][\p{L}\p{N}:_-]*/uy

function nameAt(text: string, index: number): string {
  NAME.lastIndex = index
  return NAME.exec(text)?.[0] ?? ''
}

/** Whatever stands behind the name of a closing tag is passed over, up to the first `>`. */
function closingTag(text: string, index: number, limit: number, next: NextOf): HtmlTag | undefined {
  const name = nameAt(text, index + 2)
  if (name === '' || name.endsWith(':')) return undefined
  const after = index + 2 + name.length
  if (after >= limit || !/[ \t\n\f\r/>]/.test(text.charAt(after))) return undefined
  const close = next('>', after)
  return close < 0 || close >= limit ? undefined : { kind: 'close', name: name.toLowerCase(), end: close + 1 }
}

function openingTag(text: string, index: number, limit: number, next: NextOf): HtmlTag | undefined {
  const name = nameAt(text, index + 1)
  if (name === '' || name.endsWith(':')) return undefined
  const done = (end: number): HtmlTag => ({ kind: 'open', name: name.toLowerCase(), end })
  let at = index + 1 + name.length
  if (!/[ \t\n\f\r/>]/.test(text.charAt(at))) return undefined
  while (at < limit) {
    while (at < limit && /[ \t\n\f\r/]/.test(text.charAt(at))) at++
    if (at >= limit) return undefined
    if (text.charAt(at) === '>') return done(at + 1)
    const attribute = nameAt(text, at)
    if (attribute === '') return undefined
    at += attribute.length
    while (at < limit && /[ \t\n\f\r]/.test(text.charAt(at))) at++
    if (text.charAt(at) !== '=') {
      if (at < limit && !/[ \t\n\f\r/>]/.test(text.charAt(at)) && !/[ \t\n\f\r]/.test(text.charAt(at - 1)))
        return undefined
      continue
    }
    at++
    while (at < limit && /[ \t\n\f\r]/.test(text.charAt(at))) at++
    const quote = text.charAt(at)
    if (quote === '"' || quote === "'") {
      at = next(quote, at + 1) + 1
      if (at === 0) return undefined
    } else {
      while (at < limit && !/[ \t\n\f\r>]/.test(text.charAt(at))) at++
    }
  }
  return undefined
}
