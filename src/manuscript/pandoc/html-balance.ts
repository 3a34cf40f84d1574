/**
 * The index after the closing tag that balances the element whose opening tag begins with `<` at `index`, or -1. Tags are
 * told apart as TagSoup does, for which an attribute may have any name and which reads on to the end of the text where a
 * quotation mark, a comment or a script is never closed.
 * Source: `htmlInBalanced` of Pandoc's HTML reader; the tokeniser of HTML 5, section 13.2.5.
 */
export function balancedEnd(text: string, index: number, name: string): number {
  let open = 0
  for (let at = index; at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      at = after(text, '-->', at + 4)
      if (at < 0) return -1
      continue
    }
    const found = tagNameAt(text, at)
    if (found === undefined) {
      at++
      continue
    }
    const closes = text.charAt(at + 1) === '/'
    const tagEnd = attributesEnd(text, at + found.length)
    if (tagEnd < 0) return -1
    const tagName = found.slice(closes ? 2 : 1).toLowerCase()
    const closesItself = !closes && text.charAt(tagEnd - 2) === '/'
    if (tagName === name) {
      if (!closes) open++
      if (closes || closesItself) open--
      if (open === 0) return closes ? text.indexOf('>', at) + 1 : tagEnd
    }
    at = tagName === 'script' && !closes && !closesItself ? scriptEnd(text, tagEnd) : tagEnd
    if (at < 0) return -1
  }
  return -1
}

const TAG_NAME = /<[/?!]?\p{L}[^ \t\n\f\r/>]*/uy

function tagNameAt(text: string, index: number): string | undefined {
  TAG_NAME.lastIndex = index
  return TAG_NAME.exec(text)?.[0]
}

/** The index after the `>` of a tag whose attributes begin at `index`, or -1. */
function attributesEnd(text: string, index: number): number {
  for (let at = index; at < text.length; ) {
    const character = text.charAt(at)
    if (character === '>') return at + 1
    if (character === '"' || character === "'") {
      at = after(text, character, at + 1)
      if (at < 0) return -1
    } else if (character === '=') at = valueStart(text, at + 1)
    else at = /[ \t\n\f\r/]/.test(character) ? at + 1 : end(ATTRIBUTE_NAME, text, at)
  }
  return -1
}

const ATTRIBUTE_NAME = /[^ \t\n\f\r/>=]+/y
const SPACES = /[ \t\n\f\r]*/y
const BARE_VALUE = /[^ \t\n\f\r>"'][^ \t\n\f\r>]*/y

/** Where the value of an attribute begins when it is in quotation marks, else where it ends. */
function valueStart(text: string, index: number): number {
  const start = end(SPACES, text, index)
  BARE_VALUE.lastIndex = start
  return BARE_VALUE.test(text) ? BARE_VALUE.lastIndex : start
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
