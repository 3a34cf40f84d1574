import { isLetterAt, isSpaceAt, wordWidth } from './characters.ts'
import type { NextOf } from './html.ts'
import { blankLine, lineEnd, skipBlanks, spaceAndLine } from './scan.ts'
import commands from './tex-commands.json' with { type: 'json' }
import { readEnvironment } from './tex-environment.ts'

const CITING = new Set(commands.citing)
const WITH_TEXT = new Set(commands.withText)
const BLOCK = new Set(commands.block)
const DEFINING = new Set(commands.defining)
const INLINE = new Set(commands.inline)
const WITHOUT_ARGUMENTS = new Set(commands.withoutArguments)

/** A TeX command with its arguments, or mathematics in an environment: the index after it, or -1. Source: Pandoc manual, `raw_tex`. */
export function readTex(text: string, index: number, limit: number, next: NextOf): number {
  if (text.charCodeAt(index) !== 92 || index + 1 >= limit || !isLetterAt(text, index + 1)) return -1
  const nameEnd = commandEnd(text, index + 1, limit)
  const name = text.slice(index + 1, nameEnd)
  if (name === 'begin') return readEnvironment(text, index, limit, next, true)
  if (name === 'end' || name === 'and') return -1
  if (DEFINING.has(name)) return readDefinition(text, name, nameEnd, limit)
  if (CITING.has(name)) return citingArgumentsEnd(text, nameEnd, limit)
  if (WITH_TEXT.has(name)) return readTextArgument(text, name, nameEnd, limit)
  if (WITHOUT_ARGUMENTS.has(name)) return skipBlanks(text, nameEnd, limit)
  const end = readArguments(text, nameEnd, limit, next)
  return name === 'includegraphics' && text.charCodeAt(end - 1) !== 125 ? -1 : end
}

/** An environment that is no mathematics, a definition, or a command that stands on a line of its own: the index after it, or -1. */
export function readTexAlone(text: string, index: number, limit: number, next: NextOf): number {
  if (text.charCodeAt(index) !== 92 || index + 1 >= limit || !isLetterAt(text, index + 1)) return -1
  const name = text.slice(index + 1, commandEnd(text, index + 1, limit))
  if (name === 'begin') return readEnvironment(text, index, limit, next, false)
  if (CITING.has(name) || WITH_TEXT.has(name) || INLINE.has(name)) return -1
  const end = readTex(text, index, limit, next)
  if (end < 0 || BLOCK.has(name) || DEFINING.has(name)) return end
  return skipBlanks(text, end, limit) >= limit || blankLine(text, end, limit) >= 0 ? end : -1
}

export const isCiting = (name: string): boolean => CITING.has(name)

/** Whether a command takes text as its argument. */
export const isWithText = (name: string): boolean => WITH_TEXT.has(name)

/** The index after the name of a command. */
export function commandEnd(text: string, index: number, limit: number): number {
  let end = index
  while (end < limit && isLetterAt(text, end)) end += wordWidth(text, end) || 1
  return end
}

/** An asterisk, then `<…>` and `[…]` with blanks or a line end before them, then `{…}`; blanks after the name belong to the command. */
function readArguments(text: string, index: number, limit: number, next: NextOf): number {
  const star = text.charCodeAt(index) === 42 && index < limit ? index + 1 : index
  let end = skipBlanks(text, star, limit)
  for (;;) {
    const start = spaceAndLine(text, end, limit)
    const isUnclosed = start >= 0 && text.charCodeAt(start) === 91 && next(']', start) < 0
    const option = start < 0 || isUnclosed ? -1 : optionEnd(text, start, limit)
    if (option < 0) {
      const isOption = end > index && ']>'.includes(text.charAt(end - 1))
      if (isOption && start >= 0 && start < limit && text.charCodeAt(start) === 123) end = start
      break
    }
    end = option
  }
  end = dimensionEnd(text, end, limit)
  while (end < limit && text.charCodeAt(end) === 123) {
    end = next('}', end) < 0 ? -1 : balanced(text, end, limit)
    if (end < 0) return -1
  }
  return end
}

/** `2pt`, `=-.5`: the index after a number with or without a unit, else the same index. Source: `dimenarg` of Pandoc's TeX reader. */
function dimensionEnd(text: string, index: number, limit: number): number {
  DIMENSION.lastIndex = index
  return DIMENSION.test(text) && DIMENSION.lastIndex <= limit ? DIMENSION.lastIndex : index
}

const DIMENSION =
  /[ \t]*(?:\n[ \t]*)?=?-?(?:\d+(?:\.\d+)?|\.\d+)(?:pt|pc|in|bp|cm|mm|dd|cc|sp|em|ex)?(?![\p{L}\p{N}])/uy

/** `[…]` or `<…>`: the index after it, or -1. */
function optionEnd(text: string, index: number, limit: number): number {
  if (index >= limit) return -1
  if (text.charCodeAt(index) === 91) return bracketEnd(text, index, limit)
  return text.charCodeAt(index) === 60 ? overlayEnd(text, index, limit) : -1
}

/** `[…]`: braces in it are passed over where they balance. */
export function bracketEnd(text: string, index: number, limit: number): number {
  const last = Math.min(limit, index + LONGEST_ARGUMENT)
  for (let at = index + 1; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === 93) return at + 1
    if (code === 92) at++
    else if (code === 37) at = lineEnd(text, at)
    else if (code === 123) {
      const end = balanced(text, at, last)
      if (end > 0) at = end - 1
    }
  }
  return -1
}

/** A single word in angle brackets is a tag, unless it is one of Beamer's. */
function overlayEnd(text: string, index: number, limit: number): number {
  const found = /^<([\p{L}\p{N} \t+\-@|:,]+)>/u.exec(text.slice(index, Math.min(limit, index + 80)))
  if (!found || (/^\p{L}+$/u.test(found[1]!) && !OVERLAYS.has(found[1]!))) return -1
  return index + found[0].length
}

const OVERLAYS = new Set(['beamer', 'presentation', 'trans', 'handout', 'article', 'second'])

/** `\cite[p. 3]{key, key}`: without keys there is no command. */
export function citingArgumentsEnd(text: string, index: number, limit: number): number {
  let end = skipBlanks(text, text.charCodeAt(index) === 42 ? index + 1 : index, limit)
  while (end < limit && text.charCodeAt(end) === 91) {
    const close = balanced(text, end, limit)
    if (close < 0) return -1
    end = close
  }
  if (end >= limit || text.charCodeAt(end) !== 123) return -1
  const start = end + 1
  for (end = start; end < limit; end++) {
    const code = text.charCodeAt(end)
    if (code === 125)
      return end === start || KEYS.test(text.slice(start, end).replace(/%[^\n]*(?:\n|$)/g, '')) ? end + 1 : -1
    if (code === 37) {
      end = lineEnd(text, end)
      continue
    }
    if (code === 10 && blankLine(text, end + 1, limit) >= 0) return -1
    const allowed =
      wordWidth(text, end) > 0 || isSpaceAt(text, end) || ".:;?!`'()/*@_+=-&[],".includes(text.charAt(end))
    if (!allowed) return -1
  }
  return -1
}

/** A key, and more with or without commas between. */
const KEYS = /^\s*[^\s,]+(?:[\s]+[^\s,]+|\s*,\s*[^\s,]+)*\s*,?\s*$/

/** An argument of text: in braces without a blank line, or a single character, be it on the next line. Accents have no overlays. */
function readTextArgument(text: string, name: string, index: number, limit: number): number {
  const overlay = name.length > 1 && text.charCodeAt(index) === 60 ? overlayEnd(text, index, limit) : -1
  const start = skipSpace(text, overlay < 0 ? index : overlay, limit)
  if (start >= limit) return -1
  if (text.charCodeAt(start) !== 123) return start + 1
  const end = balanced(text, start, limit)
  if (end < 0 || /\n[ \t]*\n/.test(text.slice(start, end))) return -1
  return end
}

/** The index after blanks and line ends. */
function skipSpace(text: string, index: number, limit: number): number {
  let end = index
  while (end < limit && isSpaceAt(text, end)) end++
  return end
}

/**
 * `\newcommand{\x}[1]{…}`, `\newenvironment{x}{…}{…}`, `\def\x#1{…}`: what is defined, parameters, and one or two
 * bodies. Source: Text.Pandoc.Readers.LaTeX.Macro.
 */
function readDefinition(text: string, name: string, index: number, limit: number): number {
  const isEnvironment = name === 'newenvironment' || name === 'renewenvironment' || name === 'newtheorem'
  const what = isEnvironment ? ENVIRONMENT_NAME : name === 'def' || name === 'let' ? COMMAND_NAME : COMMAND_IN_BRACES
  what.lastIndex = text.charCodeAt(index) === 42 ? index + 1 : index
  if (!what.test(text)) return -1
  let end = what.lastIndex
  if (name === 'let') return letEnd(text, end, limit)
  if (name === 'def') while (end < limit && text.charCodeAt(end) !== 123 && text.charCodeAt(end) !== 10) end++
  for (let start = spaceAndLine(text, end, limit); start >= 0 && text.charCodeAt(start) === 91; ) {
    end = bracketEnd(text, start, limit)
    if (end < 0) return -1
    start = spaceAndLine(text, end, limit)
  }
  for (let bodies = name.endsWith('environment') ? 2 : 1; bodies > 0; bodies--) {
    const start = name === 'def' ? spaceAndLine(text, end, limit) : skipSpace(text, end, limit)
    if (start < 0 || start >= limit) return -1
    end = text.charCodeAt(start) === 123 ? balanced(text, start, limit) : isEnvironment ? -1 : start + 1
    if (end < 0) return -1
  }
  return end
}

const COMMAND_NAME = /[ \t]*\\(?:\p{L}+|[^\p{L}\n])/uy
const COMMAND_IN_BRACES = /[ \t]*(?:\{[ \t]*\\(?:\p{L}+|[^\p{L}\n])[ \t]*\}|\\(?:\p{L}+|[^\p{L}\n]))/uy
const ENVIRONMENT_NAME = /[ \t]*\{[^{}\n]*\}/uy

/** `=` or none, then one command or character. */
function letEnd(text: string, index: number, limit: number): number {
  const start = skipBlanks(text, index, limit)
  const after = text.charCodeAt(start) === 61 ? skipBlanks(text, start + 1, limit) : start
  if (after >= limit) return -1
  return text.charCodeAt(after) === 92 ? commandEnd(text, after + 1, limit) : after + 1
}

/** No argument is longer than this; it bounds the search for its end. */
const LONGEST_ARGUMENT = 10_000

/** From an opening brace or bracket to the index after the one that closes it; escapes, comments and inner braces are passed over. */
export function balanced(text: string, index: number, limit: number): number {
  const bracket = text.charCodeAt(index) === 91
  let braces = bracket ? 0 : 1
  const last = Math.min(limit, index + LONGEST_ARGUMENT)
  for (let at = index + 1; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 37) at = lineEnd(text, at)
    else if (code === 123) braces++
    else if (code === 125) {
      if (--braces < 0) return -1
      if (braces === 0 && !bracket) return at + 1
    } else if (code === 93 && bracket && braces === 0) return at + 1
  }
  return -1
}
