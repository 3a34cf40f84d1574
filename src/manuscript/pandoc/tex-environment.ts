import type { NextOf } from './html.ts'
import { lineEnd, spaceAndLine } from './scan.ts'
import { balanced, bracketEnd, citingArgumentsEnd, commandEnd, isCiting, isWithText } from './tex.ts'
import commands from './tex-commands.json' with { type: 'json' }

const MATH_ENVIRONMENTS = new Set(commands.mathEnvironments)
/** Environments that Pandoc's LaTeX reader makes something of; what stands in them has to be LaTeX that it can read. */
const READ_ENVIRONMENTS = new Set(commands.readEnvironments)
const VERBATIM_ENVIRONMENTS = new Set(commands.verbatimEnvironments)

/** Environments and groups nested more deeply are not followed. */
const DEEPEST = 40

const BEGIN = /\\begin[ \t]*\{([^{}\n]*)\}/y
const END = /\\end[ \t]*\{([^{}\n]*)\}/y

/**
 * `\begin{name}` with all up to the `\end{name}` that closes it: the index after that, or -1. Pandoc takes an environment
 * that it does not know as it stands. One that it reads must hold LaTeX up to its end; where the very beginning cannot be
 * read, it is taken as it stands as well. Source: Text.Pandoc.Readers.LaTeX, `environment`.
 */
export function readEnvironment(text: string, index: number, limit: number, next: NextOf, math: boolean): number {
  const opening = match(BEGIN, text, index)
  if (!opening) return -1
  const name = opening[1]!
  if (MATH_ENVIRONMENTS.has(name.replace('*', '')) !== math || next('\\end', index) < 0) return -1
  return environmentEnd(text, index + opening[0].length, limit, name, 0)
}

function environmentEnd(text: string, index: number, limit: number, name: string, depth: number): number {
  if (VERBATIM_ENVIRONMENTS.has(name)) return asItStands(text, index, limit, name)
  const content = contentBehindOptions(text, index, limit, depth)
  const closing = match(END, text, content.end)
  if (closing?.[1] === name && content.end + closing[0].length <= limit) return content.end + closing[0].length
  const isUnread = content.end === index || (content.broken && TRIED_ENVIRONMENTS.has(name))
  return isUnread || !READ_ENVIRONMENTS.has(name) ? asItStands(text, index, limit, name) : -1
}

/** Of these Pandoc goes back from what it cannot read in the midst as well. */
const TRIED_ENVIRONMENTS: ReadonlySet<string> = new Set(['figure', 'figure*', 'subfigure'])

/** Up to the first end of such an environment. */
function asItStands(text: string, index: number, limit: number, name: string): number {
  const end = text.indexOf(`\\end{${name}}`, index)
  return end < 0 || end + name.length + 6 > limit ? -1 : end + name.length + 6
}

/** How far LaTeX can be read, and whether it was something that no other reading could take the place of. */
interface Content {
  readonly end: number
  readonly broken: boolean
}

function contentBehindOptions(text: string, index: number, limit: number, depth: number): Content {
  const start = spaceAndLine(text, index, limit)
  if (start < 0 || text.charCodeAt(start) !== 91) return contentEnd(text, index, limit, depth)
  const close = bracketEnd(text, start, limit)
  return close < 0 ? { end: index, broken: true } : contentEnd(text, close, limit, depth)
}

function contentEnd(text: string, index: number, limit: number, depth: number): Content {
  if (depth > DEEPEST) return { end: index, broken: false }
  for (let at = index; at < limit; ) {
    const code = text.charCodeAt(at)
    if (code === 125) return { end: at, broken: false }
    let end = at + 1
    if (code === 37) end = Math.min(lineEnd(text, at) + 1, limit)
    else if (code === 36) end = mathEnd(text, at, limit)
    else if (code === 123) end = groupEnd(text, at, limit, depth)
    else if (code === 92) end = commandWithArguments(text, at, limit, depth)
    if (end < 0) return { end: at, broken: code === 36 }
    at = end
  }
  return { end: limit, broken: false }
}

/** `{…}` in which all can be read. */
function groupEnd(text: string, index: number, limit: number, depth: number): number {
  const { end } = contentEnd(text, index + 1, limit, depth + 1)
  return end < limit && text.charCodeAt(end) === 125 ? end + 1 : -1
}

/** `$…$` or `$$…$$`; braces in it balance. */
function mathEnd(text: string, index: number, limit: number): number {
  const display = text.charCodeAt(index + 1) === 36
  let open = 0
  for (let at = index + (display ? 2 : 1); at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 123) open++
    else if (code === 125 && --open < 0) break
    else if (code === 36 && open === 0) {
      if (!display) return at + 1
      return text.charCodeAt(at + 1) === 36 ? at + 2 : -1
    }
  }
  return display ? index + 2 : -1
}

function commandWithArguments(text: string, index: number, limit: number, depth: number): number {
  const nameEnd = commandEnd(text, index + 1, limit)
  const name = text.slice(index + 1, nameEnd)
  if (name === 'end') return -1
  if (name === 'begin') {
    const opening = match(BEGIN, text, index)
    return opening ? environmentEnd(text, index + opening[0].length, limit, opening[1]!, depth + 1) : -1
  }
  if (name === '') return symbolEnd(text, index, limit)
  if (isCiting(name)) return citingArgumentsEnd(text, nameEnd, limit)
  let at = nameEnd
  while (at < limit && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  if (isWithText(name)) return text.charCodeAt(at) === 123 ? groupEnd(text, at, limit, depth) : nameEnd
  while (at < limit && (text.charCodeAt(at) === 123 || text.charCodeAt(at) === 91)) {
    const end = balanced(text, at, limit)
    if (end < 0) return text.charCodeAt(at) === 91 ? at : -1
    at = end
  }
  return at
}

/** `\(…\)`, `\[…\]`, or any other character behind a backslash. */
function symbolEnd(text: string, index: number, limit: number): number {
  const mark = text.charAt(index + 1)
  const close = mark === '(' ? '\\)' : mark === '[' ? '\\]' : ''
  if (close === '') return Math.min(index + 2, limit)
  const end = text.indexOf(close, index + 2)
  return end < 0 || end + 2 > limit ? -1 : end + 2
}

function match(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index
  return pattern.exec(text) ?? undefined
}
