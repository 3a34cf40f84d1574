import commands from './latex-commands.json' with { type: 'json' }

const ACCENTS = new Map(Object.entries(commands.accents))
const SYMBOLS = new Map(Object.entries(commands.symbols))
const FORMATS = new Map(Object.entries(commands.formats))
const SWITCHES = new Map(Object.entries(commands.switches))
const QUOTES = new Set(commands.quotes)
const FONTS = new Set(commands.fonts)
const DROPPED = new Set(commands.dropped)
const BIBSTRINGS = new Map(Object.entries(commands.bibstrings))

/** Marks around what stood in braces, which keeps its capitals; private-use characters that no text has. */
export const PROTECTED = '\uE000'
export const UNPROTECTED = '\uE001'

const OPENING: Record<string, string> = { sc: '<span style="font-variant:small-caps;">' }
const CLOSING: Record<string, string> = { sc: '</span>' }
const opening = (format: string): string => OPENING[format] ?? `<${format}>`
const closing = (format: string): string => CLOSING[format] ?? `</${format}>`

/** Braces deeper than this are taken as text; no author writes them, and the call stack stays bounded. */
const DEEPEST = 60

/** The text of a LaTeX string: accents and symbols in Unicode, no commands, no braces, no markup. */
export function plainText(latex: string): string {
  if (!SPECIAL.test(latex) && !latex.includes('<')) return latex.trim()
  return stripMarkup(unprotected(richText(latex)))
}

/** A text without the tags that CSL-JSON allows in titles. */
export const stripMarkup = (text: string): string =>
  text.includes('<') ? text.replace(/<\/?(?:i|b|sup|sub|span)\b[^<>]*>/g, '') : text

/** A text without the marks of {@link richText}. */
export const unprotected = (text: string): string => (MARKS.test(text) ? text.replace(/[\uE000\uE001]/g, '') : text)

const MARKS = /[\uE000\uE001]/

/**
 * The text of a LaTeX string with the markup of CSL-JSON (`<i>`, `<b>`, `<sup>`, `<sub>`, small capitals),
 * formulas as they stand, and {@link PROTECTED} marks around what stood in braces.
 */
export function richText(latex: string): string {
  if (!SPECIAL.test(latex)) return latex.trim()
  const source = unprotected(latex)
  const { text } = convert(source, 0, 0, false)
  const spaced = /[\t\r\n]| {2}/.test(text) ? text.replace(/[ \t\r\n]+/g, ' ') : text
  return doubled(spaced.trim()).normalize('NFC')
}

/** What makes a text more than itself: syntax of LaTeX, dashes, quotes, blanks that are not one space, letters beyond ASCII. */
const SPECIAL = /[\\{}$~`'\t\r\n\u0080-\uffff]|--| {2}/

/** Single quotes become double where they stand on their own: CSL turns them back inside others. */
const doubled = (text: string): string =>
  text.includes('‘') && !text.includes('“')
    ? text.replace(/(?<![\p{L}\p{N}])‘([^‘’]+)’(?![\p{L}\p{N}])/gu, '“$1”')
    : text

/** Converts from `start` to the brace that closes, or to the end. */
function convert(source: string, start: number, depth: number, inGroup: boolean): { text: string; end: number } {
  let out = ''
  let after = ''
  let position = start
  while (position < source.length) {
    const character = source[position]!
    if (character === '}') {
      if (inGroup) break
      position++
    } else if (character === '{') {
      const group = depth < DEEPEST ? convert(source, position + 1, depth + 1, true) : undefined
      if (!group) position++
      else {
        out += isAccent(source, position, group.text) ? group.text : `${PROTECTED}${group.text}${UNPROTECTED}`
        position = group.end + 1
      }
    } else if (character === '\\') {
      const name = commandName(source, position + 1)
      const command = SWITCHES.get(name)
      if (command) {
        out += opening(command)
        after = closing(command) + after
        position = skipSpace(source, position + 1 + name.length)
      } else {
        const { text, end } = convertCommand(source, position, name, depth)
        out += text
        position = end
      }
    } else if (character === '$') {
      const end = mathEnd(source, position)
      out += end > 0 ? math(source.slice(position, end)) : '$'
      position = end > 0 ? end : position + 1
    } else {
      const [text, length] = punctuation(source, position, character)
      out += text
      position += length
    }
  }
  return { text: out + after, end: position }
}

/** Whether a group is only there for an accent or a letter, as in `G{\\"o}del`; such braces protect nothing. */
const isAccent = (source: string, open: number, text: string): boolean =>
  source[open + 1] === '\\' && /^\p{L}\p{M}*$/u.test(text)

/** A formula keeps its source; only the usual sub- and superscripts of words are written as such by exporters. */
const math = (source: string): string => `${PROTECTED}${source}${UNPROTECTED}`

function mathEnd(source: string, start: number): number {
  for (let position = start + 1; position < source.length; position++) {
    if (source[position] === '\\') position++
    else if (source[position] === '$') return position + 1
  }
  return -1
}

const SYNTAX = /[\\{}$~`'?!-]/g

function punctuation(source: string, position: number, character: string): readonly [string, number] {
  switch (character) {
    case '~':
      return ['\u00a0', 1]
    case '-':
      if (source.startsWith('---', position)) return ['—', 3]
      return source[position + 1] === '-' ? ['–', 2] : ['-', 1]
    case '?':
    case '!':
      return source[position + 1] === '`' ? [character === '?' ? '¿' : '¡', 2] : [character, 1]
    case '`':
      return source[position + 1] === '`' ? ['“', 2] : ['‘', 1]
    case "'":
      return source[position + 1] === "'" ? ['”', 2] : ['’', 1]
    default: {
      SYNTAX.lastIndex = position + 1
      const end = SYNTAX.exec(source)?.index ?? source.length
      return [source.slice(position, end), end - position]
    }
  }
}

function commandName(source: string, start: number): string {
  let end = start
  while (end < source.length && /[A-Za-z]/.test(source[end]!)) end++
  return end > start ? source.slice(start, end) : (source[start] ?? '')
}

function skipSpace(source: string, position: number): number {
  let end = position
  while (end < source.length && /\s/.test(source[end]!)) end++
  return end
}

/** Converts the command at `position`, with its argument. */
function convertCommand(source: string, position: number, name: string, depth: number): { text: string; end: number } {
  const isWord = /^[A-Za-z]/.test(name)
  const end = position + 1 + name.length
  const mark = ACCENTS.get(name)
  if (mark && accepts(source, end, isWord)) return accent(source, end, mark, depth)
  // Where LaTeX sets tabs, three of its accents are written `\a'`, "\a`" and `\a=`.
  const tabbed = name === 'a' ? TABBED.exec(source.slice(end, end + 1))?.[0] : undefined
  if (tabbed) return accent(source, end + 1, ACCENTS.get(tabbed)!, depth)
  const symbol = SYMBOLS.get(name)
  if (symbol !== undefined) return { text: symbol, end: isWord ? afterWord(source, end) : end }
  if (LENGTHS.has(name)) return { text: '', end: afterLength(source, end) }
  const argument = isWord ? readArgument(source, end, depth) : undefined
  if (!argument) return { text: '', end: isWord ? skipSpace(source, end) : end }
  if (DROPPED.has(name)) return { text: '', end: argument.end }
  if (name === 'bibstring') return { ...argument, text: BIBSTRINGS.get(argument.text) ?? argument.text }
  if (QUOTES.has(name)) return { text: `“${argument.text}”`, end: argument.end }
  const format = FORMATS.get(name)
  if (format) {
    const text =
      name.startsWith('mkbib') || KEEPS_CASE.has(format) ? `${PROTECTED}${argument.text}${UNPROTECTED}` : argument.text
    return { text: opening(format) + text + closing(format), end: argument.end }
  }
  if (name === 'href' || name === 'foreignlanguage' || name === 'textcolor') {
    const second = readArgument(source, argument.end, depth)
    if (second && name === 'href') return { ...second, text: `${PROTECTED}${second.text}${UNPROTECTED}` }
    if (second) return second
  }
  if (FONTS.has(name)) return argument
  const inCase = /uppercase$/i.test(name)
    ? argument.text.toUpperCase()
    : /lowercase$/i.test(name)
      ? argument.text.toLowerCase()
      : argument.text
  // To BibTeX, too, what stands in braces keeps its capitals: `\proglang{R}`.
  return { ...argument, text: `${PROTECTED}${inCase}${UNPROTECTED}` }
}

const TABBED = /['`=]/

/** Formats inside which Pandoc leaves capitals alone. */
const KEEPS_CASE = new Set(['sc', 'sup', 'sub'])

const LENGTHS = new Set(['hskip', 'kern', 'vskip', 'mskip'])
const LENGTH = /\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|in|mu|sp)?\s?/y

function afterLength(source: string, position: number): number {
  LENGTH.lastIndex = position
  return LENGTH.test(source) ? LENGTH.lastIndex : position
}

/** Accents written with a letter (`\c`, `\v`) need a brace, a space or a command after them. */
const accepts = (source: string, position: number, isWord: boolean): boolean =>
  position < source.length && (!isWord || /[\s{\\]/.test(source[position]!))

/** After a command of letters the space is LaTeX's, and so are empty braces. */
function afterWord(source: string, position: number): number {
  if (source.startsWith('{}', position)) return position + 2
  return skipSpace(source, position)
}

/** The argument in braces; an optional argument in brackets is passed over. */
function readArgument(source: string, from: number, depth: number): { text: string; end: number } | undefined {
  let position = skipSpace(source, source[from] === '*' ? from + 1 : from)
  if (source[position] === '[') {
    const bracket = source.indexOf(']', position)
    if (bracket > 0) position = skipSpace(source, bracket + 1)
  }
  if (source[position] !== '{' || depth >= DEEPEST) return undefined
  const group = convert(source, position + 1, depth + 1, true)
  return { text: group.text, end: group.end + 1 }
}

function accent(source: string, from: number, mark: string, depth: number): { text: string; end: number } {
  const position = skipSpace(source, from)
  const letter = source[position]
  const { text, end } =
    letter === '{'
      ? (readArgument(source, position, depth) ?? { text: '', end: position + 1 })
      : letter === '\\' && depth < DEEPEST
        ? convertCommand(source, position, commandName(source, position + 1), depth + 1)
        : { text: characterAt(source, position), end: position + characterAt(source, position).length }
  const [base, rest] = splitFirst(text)
  const dotted = base === 'ı' ? 'i' : base === 'ȷ' ? 'j' : base
  return { text: (dotted || '\u00a0') + mark + rest, end }
}

const characterAt = (source: string, position: number): string => {
  const code = source.codePointAt(position)
  return code === undefined || source[position] === '}' ? '' : String.fromCodePoint(code)
}

function splitFirst(text: string): readonly [string, string] {
  const first = characterAt(text, 0)
  return [first, text.slice(first.length)]
}
