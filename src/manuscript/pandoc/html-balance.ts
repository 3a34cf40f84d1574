/** The index after each element of one name that was looked for, by the index at which it begins; -1 when it is unbalanced. */
export type BalancedEnds = Map<number, number>

/**
 * The index after the closing tag that balances the element whose opening tag begins with `<` at `index`, or -1. Tags are
 * told apart as TagSoup does, for which an attribute may have any name and which reads on to the end of the text where a
 * quotation mark, a comment or a script is never closed. One pass settles all elements of that name that it comes by.
 * Source: `htmlInBalanced` of Pandoc's HTML reader; the tokeniser of HTML 5, section 13.2.5.
 */
export function balancedEnd(text: string, index: number, name: string, known: BalancedEnds): number {
  const settled = known.get(index)
  if (settled !== undefined) return settled
  const open: number[] = []
  for (let at = index; at >= 0; at = text.indexOf('<', at)) {
    const tag = tagAt(text, at)
    if (!tag) {
      at++
      continue
    }
    if (tag.end < 0) break
    if (tag.name === name) {
      if (tag.kind !== 'close') open.push(at)
      if (tag.kind !== 'open') known.set(open.pop()!, tag.kind === 'close' ? text.indexOf('>', at) + 1 : tag.end)
      if (open.length === 0) return known.get(index)!
    }
    at = tag.end
    if (tag.name === 'script' && tag.kind === 'open') at = scriptEnd(text, at)
    if (at < 0) break
  }
  for (const unclosed of open) known.set(unclosed, -1)
  if (!known.has(index)) known.set(index, -1)
  return known.get(index)!
}

interface Tag {
  readonly kind: 'open' | 'close' | 'both' | 'comment'
  readonly name: string
  /** The index after it, or -1 when nothing ends it. */
  readonly end: number
}

function tagAt(text: string, index: number): Tag | undefined {
  if (text.startsWith('<!--', index)) return { kind: 'comment', name: '', end: after(text, '-->', index + 4) }
  TAG_NAME.lastIndex = index
  const found = TAG_NAME.exec(text)?.[0]
  if (found === undefined) return undefined
  const end = attributesEnd(text, index + found.length)
  if (found.startsWith('</')) return { kind: 'close', name: found.slice(2).toLowerCase(), end }
  return { kind: text.charAt(end - 2) === '/' ? 'both' : 'open', name: found.slice(1).toLowerCase(), end }
}

const TAG_NAME = /<[/?!]?\p{L}[^ \t\n\f\r/>]*/uy

/** A tag with more parts than this has no end; it bounds the search for one. */
const MOST_PARTS = 200

/** The index after the `>` of a tag whose attributes begin at `index`, or -1. */
function attributesEnd(text: string, index: number): number {
  let at = index
  for (let parts = 0; parts < MOST_PARTS && at < text.length; parts++) {
    const character = text.charAt(at)
    if (character === '>') return at + 1
    if (character === '=') at = valueEnd(text, at + 1)
    else at = end(/[ \t\n\f\r/]/.test(character) ? BETWEEN : ATTRIBUTE_NAME, text, at)
    if (at < 0) return -1
  }
  return -1
}

const BETWEEN = /[ \t\n\f\r/]+/y
const ATTRIBUTE_NAME = /[^ \t\n\f\r/>=]+/y
const SPACES = /[ \t\n\f\r]*/y
const BARE_VALUE = /[^ \t\n\f\r>]*/y

/** The index after the value of an attribute, in quotation marks or bare, or -1. A quotation mark elsewhere belongs to a name. */
function valueEnd(text: string, index: number): number {
  const start = end(SPACES, text, index)
  const quote = text.charAt(start)
  return quote === '"' || quote === "'" ? after(text, quote, start + 1) : end(BARE_VALUE, text, start)
}

function end(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index
  return pattern.test(text) ? pattern.lastIndex : index
}

function scriptEnd(text: string, index: number): number {
  const close = /<\/script/gi
  close.lastIndex = index
  return close.exec(text)?.index ?? -1
}

function after(text: string, what: string, index: number): number {
  const found = text.indexOf(what, index)
  return found < 0 ? -1 : found + what.length
}
